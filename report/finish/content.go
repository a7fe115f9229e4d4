package finish

import (
	"strings"
)

// excerpt is how much text of a mark is kept, in bytes.
const excerpt = 2000

// pageMarks is what a page's content says about its marks.
type pageMarks struct {
	text     map[int]string // by MCID
	order    []int          // MCIDs as painted
	untagged string         // first operator that paints outside of any mark
	nested   bool           // an artifact within tagged content, or the other way round
	twice    int            // an MCID that comes twice; -1: none
}

// painters are the operators that leave something on the page (ISO 32000-1, Annex A).
var painters = map[operator]bool{
	"Tj": true, "TJ": true, "'": true, "\"": true, "f": true, "F": true, "f*": true, "B": true, "B*": true, "b": true, "b*": true,
	"S": true, "s": true, "Do": true, "sh": true, "EI": true,
}

// mark is one open BDC or BMC.
type mark struct {
	mcid     int // -1: none
	artifact bool
}

// scanner of a page's content.
type contentScanner struct {
	marks pageMarks
	open  []mark
	fonts map[string]*unicodeMap
	font  *unicodeMap
	args  []any
	found map[int]*strings.Builder
}

func scanContent(data []byte, fonts map[string]*unicodeMap) pageMarks {
	s := &contentScanner{fonts: fonts, found: map[int]*strings.Builder{}, marks: pageMarks{text: map[int]string{}, twice: -1}}
	l := lexer{data, 0}
	for !l.done() {
		switch v := l.object(0).(type) {
		case operator:
			s.operate(v)
			s.args = s.args[:0]
		default:
			if len(s.args) < 64 {
				s.args = append(s.args, v)
			}
		}
	}
	for id, b := range s.found {
		s.marks.text[id] = b.String()
	}
	return s.marks
}

func (s *contentScanner) operate(op operator) {
	switch op {
	case "BDC", "BMC":
		s.begin(op)
	case "EMC":
		if len(s.open) > 0 {
			s.open = s.open[:len(s.open)-1]
		}
	case "Tf":
		if len(s.args) >= 2 {
			n, _ := s.args[0].(pdfName)
			s.font = s.fonts[string(n)]
		}
	}
	if !painters[op] {
		return
	}
	in := s.inside()
	if in == nil {
		if s.marks.untagged == "" {
			s.marks.untagged = string(op)
		}
		return
	}
	if !in.artifact {
		s.show(in.mcid)
	}
}

func (s *contentScanner) begin(op operator) {
	m := mark{mcid: -1}
	if len(s.args) > 0 {
		tag, _ := s.args[0].(pdfName)
		m.artifact = tag == "Artifact"
	}
	if op == "BDC" && len(s.args) > 1 {
		if d, ok := s.args[1].(dict); ok {
			if id, ok := d["MCID"].(float64); ok {
				m.mcid = int(id)
			}
		}
	}
	if out := s.inside(); out != nil && (m.artifact || m.mcid >= 0) {
		s.marks.nested = true
	}
	if m.mcid >= 0 {
		if s.found[m.mcid] != nil {
			s.marks.twice = m.mcid
		} else {
			s.found[m.mcid] = &strings.Builder{}
			s.marks.order = append(s.marks.order, m.mcid)
		}
	}
	s.open = append(s.open, m)
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

// show adds the shown strings to the mark's text.
func (s *contentScanner) show(mcid int) {
	b := s.found[mcid]
	if b == nil || s.font == nil || b.Len() > excerpt {
		return
	}
	for _, a := range s.args {
		switch a := a.(type) {
		case string:
			s.font.decode(b, a)
		case array:
			for _, e := range a {
				if t, ok := e.(string); ok {
					s.font.decode(b, t)
				}
			}
		}
	}
}

// unicodeMap is a font's ToUnicode.
type unicodeMap struct {
	text map[uint16]string
	wide bool // codes have two bytes
}

func (u *unicodeMap) decode(b *strings.Builder, s string) {
	step := 1
	if u.wide {
		step = 2
	}
	for ; len(s) >= step; s = s[step:] {
		code := uint16(s[0])
		if u.wide {
			code = code<<8 | uint16(s[1])
		}
		b.WriteString(u.text[code])
	}
}

// readUnicode reads the bfchar and bfrange sections of a ToUnicode stream (ISO 32000-1, 9.10.3).
func readUnicode(data []byte) map[uint16]string {
	m := map[uint16]string{}
	l := lexer{data, 0}
	var args []string
	for !l.done() {
		switch v := l.object(0).(type) {
		case string:
			args = append(args, v)
		case operator:
			switch v {
			case "endbfchar":
				for ; len(args) >= 2; args = args[2:] {
					m[uint16(big([]byte(args[0])))] = utf16Text(args[1])
				}
			case "endbfrange":
				for ; len(args) >= 3; args = args[3:] {
					lo, hi, to := big([]byte(args[0])), big([]byte(args[1])), []rune(utf16Text(args[2]))
					for c := lo; c <= hi && c <= 0xFFFF && c >= 0 && len(to) > 0; c++ {
						m[uint16(c)] = string(to)
						to[len(to)-1]++
					}
				}
			}
			args = nil
		}
	}
	return m
}
