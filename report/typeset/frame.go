package typeset

import (
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
)

// Frame is where blocks stand: their left edge and width within a galley, and what their elements hang on.
type Frame struct {
	X, Width geom.Length
	Sect     *Section
	Align    doc.Align // of cells
	Aligned  bool
	Style    *doc.Style // of paragraphs without one
}

// Inset returns the frame without so much at its left and right.
func (f Frame) Inset(left, right geom.Length) Frame {
	f.X += left
	f.Width = max(f.Width-left-right, geom.Pt)
	return f
}

// Under returns the frame with e as the parent of its elements.
func (f Frame) Under(e *page.Elem) Frame {
	f.Sect = &Section{Base: e}
	return f
}

// Parent is the element on which the next block hangs.
func (f Frame) Parent() *page.Elem { return f.Sect.parent() }

// Section keeps the Sect elements that headings have opened below one base element.
type Section struct {
	Base    *page.Elem
	open    []opened
	Unnamed bool // base is itself a section that waits for its heading
	begun   bool // the innermost section waits for its heading
}

type opened struct {
	level int
	elem  *page.Elem
}

func (s *Section) parent() *page.Elem {
	if n := len(s.open); n > 0 {
		return s.open[n-1].elem
	}
	return s.Base
}

// Begin opens a section before its heading, for what stands above it.
func (s *Section) Begin(st *Setter, level int) {
	if level > 0 && !s.begun {
		s.Enter(st, level)
		s.begun = true
	}
}

// Enter closes sections of the level and above and opens one of the level, if it has not begun.
func (s *Section) Enter(st *Setter, level int) *page.Elem {
	n := len(s.open)
	if s.begun {
		if s.begun = false; s.open[n-1].level == level {
			return s.open[n-1].elem
		}
	}
	for n > 0 && s.open[n-1].level >= level {
		n--
	}
	s.open = s.open[:n]
	if s.Unnamed && n == 0 {
		s.Unnamed = false
		s.open = append(s.open, opened{level, s.Base})
		return s.Base
	}
	e := st.Elem("Sect", s.parent())
	s.open = append(s.open, opened{level, e})
	return e
}

// Standard maps a role to a structure type of ISO 32000-1, 14.8.4; what it does not know becomes plain.
func Standard(r doc.Role, plain doc.Role) doc.Role {
	switch r {
	case "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "Note", "P", "Index", "NonStruct":
		return r
	}
	return plain
}
