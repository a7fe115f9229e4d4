package finish

import (
	"bytes"
	"strconv"
	"strings"
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
	owner   pointer
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

// maxStates is how many saved states may lie in each other (ISO 19005-2, 6.1.13).
const maxStates = 28

// operators of content (ISO 32000-1, Annex A); true: it leaves something on the page.
var operators = map[string]bool{
	"Tj": true, "TJ": true, "'": true, "\"": true, "f": true, "F": true, "f*": true, "B": true, "B*": true, "b": true, "b*": true,
	"S": true, "s": true, "Do": true, "sh": true, "EI": true,
	"BDC": false, "BI": false, "BMC": false, "BT": false, "BX": false, "c": false, "cm": false, "CS": false, "cs": false, "d": false,
	"d0": false, "d1": false, "DP": false, "EMC": false, "ET": false, "EX": false, "G": false, "g": false, "gs": false, "h": false,
	"i": false, "ID": false, "J": false, "j": false, "K": false, "k": false, "l": false, "M": false, "m": false, "MP": false, "n": false,
	"q": false, "Q": false, "re": false, "RG": false, "rg": false, "ri": false, "SC": false, "sc": false, "SCN": false, "scn": false,
	"T*": false, "Tc": false, "Td": false, "TD": false, "Tf": false, "TL": false, "Tm": false, "Tr": false, "Ts": false, "Tw": false,
	"Tz": false, "v": false, "w": false, "W": false, "W*": false, "y": false,
}

// resources are what content may name.
type resources struct {
	dict  dict
	fonts map[string]*unicodeMap
	named map[string]bool // "XObject/I1" and the like

	spaces map[string]colourUse
	over   map[string]overprint // graphics states that set it
}

// overprint is whether fills and lines leave the inks under them; nil: as before.
type overprint struct{ fill, line *bool }

// mark is one open BDC or BMC.
type mark struct {
	mcid     int // -1: none
	artifact bool

	replaces bool // what it holds stands for actual
	actual   string
	from     int // where its text begins
}

// contentScanner reads a page's content. It looks at operands only where a rule needs them.
type contentScanner struct {
	lexer
	page     pageMarks
	has      *resources
	open     []mark
	states   int
	ink      inkState
	saved    []inkState
	font     *unicodeMap
	fontName string
	text     []byte // of the open mark
	codes    []byte // of a string being shown
}

// inkState is what is known of the colours that content paints with, as far as the page has states that overprint.
type inkState struct{ whiteFill, whiteLine, overFill, overLine bool }

// scanContent reads the content that a worker has unpacked.
func scanContent(w *worker, has *resources) pageMarks {
	data := w.buf
	s := &contentScanner{lexer: lexer{b: data, names: w.names}, has: has, page: pageMarks{twice: -1}}
	first := 0 // operand
	for !s.done() {
		from := s.at
		switch c := data[s.at]; {
		case class[c] == regular && (c < '0' || c > '9') && c != '-' && c != '.' && c != '+':
			op := s.run()
			if word := string(op); word == "true" || word == "false" || word == "null" {
				break
			}
			s.operate(op, data[first:from])
			first = s.at
		default:
			s.pass()
		}
	}
	s.page.unbalanced = s.page.unbalanced || len(s.open) > 0 || s.states != 0
	for len(s.open) > 0 {
		s.end()
	}
	return s.page
}

// pass skips one operand.
func (s *contentScanner) pass() {
	switch c := s.b[s.at]; {
	case class[c] == regular:
		s.run()
	case c == '/':
		s.at++
		s.run()
	case c == '(':
		s.at++
		s.codes = s.literal(s.codes[:0])
	case s.lexer.has("<<"):
		s.at += 2
	case c == '<':
		s.at++
		s.codes = s.hex(s.codes[:0])
	default: // brackets: what they hold is passed piece by piece
		s.at++
	}
}

func (s *contentScanner) operate(op, operands []byte) {
	paints, known := operators[string(op)]
	if !known {
		if s.page.unknown == "" {
			s.page.unknown = strings.ToValidUTF8(string(op[:min(len(op), 20)]), "?")
		}
		return
	}
	switch string(op) {
	case "BDC", "BMC":
		s.begin(operands, len(op) == 3 && op[1] == 'D')
	case "EMC":
		if len(s.open) == 0 {
			s.page.unbalanced = true
			return
		}
		s.end()
	case "q":
		if s.states++; s.states > maxStates {
			s.page.deep = true
		}
		s.save()
	case "Q":
		if s.states--; s.states < 0 {
			s.page.unbalanced, s.states = true, 0
		}
		s.restore()
	case "Tf":
		s.fontName = s.named("Font", operands)
		s.font = s.has.fonts[s.fontName]
	case "g", "G":
		s.page.colours |= usesGray
		s.tint(op, operands, 1)
	case "rg", "RG":
		s.page.colours |= usesRGB
		s.tint(op, operands, 1)
	case "k", "K":
		s.page.colours |= usesCMYK
		s.tint(op, operands, 0)
	case "cs", "CS":
		s.space(operands)
	case "Do":
		s.named("XObject", operands)
	case "gs":
		s.overprint(s.has.over[s.named("ExtGState", operands)])
	case "sh":
		s.named("Shading", operands)
	case "ID":
		s.inlineColours(operands)
		s.inlineImage()
	}
	if paints {
		s.paint(op, operands)
	}
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
	l := lexer{b: operands, names: s.names}
	n, _ := l.object(0).(pdfName)
	if _, ok := s.has.fonts[string(n)]; ok && kind == "Font" {
		return string(n)
	}
	if s.page.missing == "" && !s.has.named[kind+"/"+string(n)] {
		s.page.missing = "/" + kind + " /" + string(n)
	}
	return string(n)
}

func (s *contentScanner) space(operands []byte) {
	l := lexer{b: operands, names: s.names}
	n, _ := l.object(0).(pdfName)
	if use := deviceSpace(string(n)); use != 0 || n == "Pattern" {
		s.page.colours |= use
		return
	}
	s.page.colours |= s.has.spaces[s.named("ColorSpace", operands)]
}

// inlineImage skips its data, which end with "EI" between white space (ISO 32000-1, 8.9.7).
func (s *contentScanner) inlineImage() {
	for rest := s.b[s.at:]; ; {
		i := bytes.Index(rest, []byte("EI"))
		if i < 0 {
			s.at = len(s.b)
			return
		}
		before, after := i == 0 || class[rest[i-1]] == white, i+2 == len(rest) || class[rest[i+2]] == white
		if before && after {
			s.at = len(s.b) - len(rest) + i
			return
		}
		rest = rest[i+2:]
	}
}

func (s *contentScanner) begin(operands []byte, properties bool) {
	m := mark{mcid: -1}
	l := lexer{b: operands, names: s.names}
	tag, _ := l.object(0).(pdfName)
	m.artifact = tag == "Artifact"
	if properties {
		if d, ok := l.object(0).(dict); ok {
			if id, ok := d.get("MCID").(float64); ok {
				m.mcid = integer(id)
			}
			if text, ok := d.get("ActualText").(string); ok {
				m.replaces, m.actual = true, (&reader{}).text(text)
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
func (s *contentScanner) inside() *mark {
	for i := len(s.open) - 1; i >= 0; i-- {
		if m := &s.open[i]; m.artifact || m.mcid >= 0 {
			return m
		}
	}
	return nil
}

// show reads the shown strings; kept: they belong to the open mark's text.
func (s *contentScanner) show(operands []byte, kept bool) {
	if s.font == nil {
		return
	}
	l := lexer{b: operands}
	for l.at < len(operands) {
		l.at++
		switch operands[l.at-1] {
		case '(':
			s.codes = l.literal(s.codes[:0])
		case '<':
			s.codes = l.hex(s.codes[:0])
		default:
			continue
		}
		s.decode(kept)
	}
}

// decode turns codes into text. A code that stands for nothing is noted (ISO 14289-1, 7.21.7).
func (s *contentScanner) decode(kept bool) {
	step := 1
	if s.font.wide {
		step = 2
	}
	for b := s.codes; len(b) >= step; b = b[step:] {
		code := uint16(b[0])
		if s.font.wide {
			code = code<<8 | uint16(b[1])
		}
		t := s.font.at(code)
		if t == "" && s.page.mute == "" {
			s.page.mute = s.fontName + " " + strconv.FormatUint(uint64(code), 16)
		}
		if kept && len(s.text) < excerpt {
			s.text = append(s.text, t...)
		}
	}
}

// unicodeMap is a font's ToUnicode, in pages of 256 codes.
type unicodeMap struct {
	pages [256]*[256]string
	wide  bool   // codes have two bytes
	bad   string // a value that is no text; empty: none
}

func (u *unicodeMap) at(code uint16) string {
	if p := u.pages[code>>8]; p != nil {
		return p[code&0xFF]
	}
	return ""
}

func (u *unicodeMap) set(code int, text string) {
	if code < 0 || code > 0xFFFF {
		return
	}
	p := u.pages[code>>8]
	if p == nil {
		p = &[256]string{}
		u.pages[code>>8] = p
	}
	p[code&0xFF] = text
	if strings.ContainsAny(text, "\x00\uFEFF\uFFFE") {
		u.bad = strconv.FormatInt(int64(code), 16)
	}
}

// empty tells whether no code has a text.
func (u *unicodeMap) empty() bool { return u.pages == [256]*[256]string{} }

// read takes the bfchar and bfrange sections of a ToUnicode stream (ISO 32000-1, 9.10.3).
func (u *unicodeMap) read(data []byte) {
	l := lexer{b: data}
	var args []string
	left := 1 << 18 // codes that ranges may set: more is no font's map
	for !l.done() {
		switch v := l.object(0).(type) {
		case string:
			args = append(args, v)
		case operator:
			switch v {
			case "endbfchar":
				for ; len(args) >= 2; args = args[2:] {
					u.set(big([]byte(args[0])), utf16Text(args[1]))
				}
			case "endbfrange":
				for ; len(args) >= 3; args = args[3:] {
					lo, hi, to := big([]byte(args[0])), big([]byte(args[1])), []rune(utf16Text(args[2]))
					for c := lo; c <= hi && c <= 0xFFFF && c >= 0 && len(to) > 0 && left > 0; c++ {
						u.set(c, string(to))
						to[len(to)-1]++
						left--
					}
				}
			}
			args = nil
		}
	}
}
