package verify

import (
	"strconv"

	"konzept/report/pdf"
)

// Bounds of what an inspection keeps of a page.
const (
	excerpt = 2000    // bytes of a mark's text
	maxMark = 1 << 16 // marked-content identifiers
)

// pageMarks is what a page's content says about its marks, and what in it breaks a rule: the first of each kind.
type pageMarks struct {
	marks      []contentMark // by MCID
	untagged   string        // operator that paints outside of any mark
	unknown    string        // operator that PDF does not know
	missing    string        // resource that content names and the page does not have
	mute       string        // code without text, with its font
	nested     bool          // an artifact within tagged content, or the other way round
	unbalanced bool          // marks or saved states that never end, or end twice
	deep       bool          // more saved states than readers must know
	twice      int           // an MCID that comes twice; -1: none
	colours    colourUse
	bleached   bool // white overprints: it does not show
}

// contentMark is one marked-content identifier of a page.
type contentMark struct {
	text    string
	painted bool // content has it
	used    bool // an element names it
	owner   pdf.Ref
}

// at is the entry of an MCID, made if it is new; nil if no file of sense has it.
func (p *pageMarks) at(mcid int) *contentMark {
	if mcid < 0 || mcid >= maxMark {
		return nil
	}
	for len(p.marks) <= mcid {
		p.marks = append(p.marks, contentMark{})
	}
	return &p.marks[mcid]
}

// painted tells whether any content of the page is marked.
func (p *pageMarks) painted() bool {
	for i := range p.marks {
		if p.marks[i].painted {
			return true
		}
	}
	return false
}

// resources are the fonts, images and graphics states that a page's content may name.
type resources struct {
	dict  pdf.Dict
	fonts map[string]*pdf.ToUnicode
	named map[string]bool // "XObject/I1" and the like

	spaces map[string]colourUse
	over   map[string]overprint // graphics states that set it
}

// overprint is whether fills and lines leave the inks under them; nil: as before.
type overprint struct{ fill, line *bool }

// markedSequence is one open marked-content sequence (BDC or BMC).
type markedSequence struct {
	mcid     int // -1: none
	artifact bool

	replaces bool // what it holds stands for actual
	actual   string
	from     int // where its text begins
}

// contentScanner reads a page's content. It looks at operands only where a rule needs them.
type contentScanner struct {
	*pdf.Scanner
	page     pageMarks
	has      *resources
	open     []markedSequence
	states   int
	ink      inkState
	saved    []inkState
	font     *pdf.ToUnicode
	fontName string
	text     []byte // of the open mark
}

// inkState is what is known of the colours that content paints with, as far as the page has states that overprint.
type inkState struct{ whiteFill, whiteLine, overFill, overLine bool }

// scanContent reads content and all that it does.
func scanContent(content *pdf.Scanner, has *resources) pageMarks {
	s := &contentScanner{Scanner: content, has: has, page: pageMarks{twice: -1}}
	for op, operands, ok := s.Next(); ok; op, operands, ok = s.Next() {
		s.operate(op, operands)
	}
	s.page.unbalanced = s.page.unbalanced || len(s.open) > 0 || s.states != 0
	for len(s.open) > 0 {
		s.end()
	}
	return s.page
}

// paint notes what is painted outside of any mark, and what text says.
func (s *contentScanner) paint(op, operands []byte) {
	if s.has.over != nil && s.bleaches(op[0]) {
		s.page.bleached = true
	}
	in := s.inside()
	if in == nil && s.page.untagged == "" {
		s.page.untagged = string(op)
	}
	if op[0] == 'T' || op[0] == '\'' || op[0] == '"' {
		s.show(operands, in != nil && in.mcid >= 0)
	}
}

// named returns the operands' name and notes it if the page has no such resource.
func (s *contentScanner) named(kind string, operands []byte) string {
	l := s.Lexer(operands)
	n, _ := l.Object().(pdf.Name)
	if _, ok := s.has.fonts[string(n)]; ok && kind == "Font" {
		return string(n)
	}
	if s.page.missing == "" && !s.has.named[kind+"/"+string(n)] {
		s.page.missing = "/" + kind + " /" + string(n)
	}
	return string(n)
}

func (s *contentScanner) space(_, operands []byte) {
	l := s.Lexer(operands)
	n, _ := l.Object().(pdf.Name)
	if use := deviceSpace(string(n)); use != 0 || n == "Pattern" {
		s.page.colours |= use
		return
	}
	s.page.colours |= s.has.spaces[s.named("ColorSpace", operands)]
}

// begin opens a mark; properties: it may have an identifier, and text that stands for what it holds.
func (s *contentScanner) begin(operands []byte, properties bool) {
	m := markedSequence{mcid: -1}
	l := s.Lexer(operands)
	tag, _ := l.Object().(pdf.Name)
	m.artifact = tag == "Artifact"
	if properties {
		if d, ok := l.Object().(pdf.Dict); ok {
			if id, ok := d.Get("MCID").(float64); ok {
				m.mcid = pdf.Integer(id)
			}
			if text, ok := d.Get("ActualText").(string); ok {
				m.replaces, m.actual = true, pdf.Text(text)
			}
		}
	}
	if out := s.inside(); out != nil && (m.artifact || m.mcid >= 0) {
		s.page.nested = true
	}
	if c := s.page.at(m.mcid); c != nil {
		if c.painted {
			s.page.twice = m.mcid
		}
		c.painted = true
		s.text = s.text[:0]
	}
	m.from = len(s.text)
	s.open = append(s.open, m)
}

// end closes the innermost mark.
func (s *contentScanner) end() {
	m := s.open[len(s.open)-1]
	s.open = s.open[:len(s.open)-1]
	if m.replaces && (m.mcid >= 0 || s.inside() != nil) && m.from <= len(s.text) {
		s.text = append(s.text[:m.from], m.actual...)
	}
	if c := s.page.at(m.mcid); c != nil && len(s.text) > 0 {
		c.text += string(s.text)
		s.text = s.text[:0]
	}
}

// inside is the mark that content belongs to, or nil.
func (s *contentScanner) inside() *markedSequence {
	for i := len(s.open) - 1; i >= 0; i-- {
		if m := &s.open[i]; m.artifact || m.mcid >= 0 {
			return m
		}
	}
	return nil
}

// show reads the shown strings; kept: they belong to the open mark's text.
func (s *contentScanner) show(operands []byte, kept bool) {
	if s.font != nil {
		s.Strings(operands, func(codes []byte) { s.decode(codes, kept) })
	}
}

// decode turns codes into text. A code that stands for nothing is noted (ISO 14289-1, 7.21.7).
func (s *contentScanner) decode(codes []byte, kept bool) {
	step := 1
	if s.font.Wide {
		step = 2
	}
	for b := codes; len(b) >= step; b = b[step:] {
		code := uint16(b[0])
		if s.font.Wide {
			code = code<<8 | uint16(b[1])
		}
		t := s.font.At(code)
		if t == "" && s.page.mute == "" {
			s.page.mute = s.fontName + " " + strconv.FormatUint(uint64(code), 16)
		}
		if kept && len(s.text) < excerpt {
			s.text = append(s.text, t...)
		}
	}
}
