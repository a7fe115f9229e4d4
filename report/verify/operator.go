package verify

import "strings"

// operator is what an operator of content does.
type operator struct {
	paints bool // it leaves something on the page
	do     func(s *contentScanner, op, operands []byte)
}

// silent operators neither paint nor change what a rule looks at.
var silent = operator{}

// operators of content (ISO 32000-1, Annex A).
var operators = map[string]operator{
	"Tj": {paints: true}, "TJ": {paints: true}, "'": {paints: true}, "\"": {paints: true}, "EI": {paints: true},
	"f": {paints: true}, "F": {paints: true}, "f*": {paints: true}, "B": {paints: true}, "B*": {paints: true}, "b": {paints: true}, "b*": {paints: true},
	"S": {paints: true}, "s": {paints: true},
	"Do": {true, func(s *contentScanner, _, operands []byte) { s.named("XObject", operands) }},
	"sh": {true, func(s *contentScanner, _, operands []byte) { s.named("Shading", operands) }},

	"BDC": {do: func(s *contentScanner, _, operands []byte) { s.begin(operands, true) }},
	"BMC": {do: func(s *contentScanner, _, operands []byte) { s.begin(operands, false) }},
	"EMC": {do: (*contentScanner).close},
	"q":   {do: (*contentScanner).push}, "Q": {do: (*contentScanner).pop},

	"Tf": {do: func(s *contentScanner, _, operands []byte) {
		s.fontName = s.named("Font", operands)
		s.font = s.has.fonts[s.fontName]
	}},
	"gs": {do: func(s *contentScanner, _, operands []byte) { s.overprint(s.has.over[s.named("ExtGState", operands)]) }},
	"g":  {do: colour(usesGray, 1)}, "G": {do: colour(usesGray, 1)},
	"rg": {do: colour(usesRGB, 1)}, "RG": {do: colour(usesRGB, 1)},
	"k": {do: colour(usesCMYK, 0)}, "K": {do: colour(usesCMYK, 0)},
	"cs": {do: (*contentScanner).space}, "CS": {do: (*contentScanner).space},
	"ID": {do: func(s *contentScanner, _, operands []byte) {
		s.inlineColours(operands)
		s.SkipImage()
	}},

	"BI": silent, "BT": silent, "BX": silent, "c": silent, "cm": silent, "d": silent, "d0": silent, "d1": silent, "DP": silent, "ET": silent,
	"EX": silent, "h": silent, "i": silent, "J": silent, "j": silent, "l": silent, "M": silent, "m": silent, "MP": silent, "n": silent,
	"re": silent, "ri": silent, "SC": silent, "sc": silent, "SCN": silent, "scn": silent, "T*": silent, "Tc": silent, "Td": silent,
	"TD": silent, "TL": silent, "Tm": silent, "Tr": silent, "Ts": silent, "Tw": silent, "Tz": silent, "v": silent, "w": silent,
	"W": silent, "W*": silent, "y": silent,
}

// colour notes a device's colour space and whether the colour is white, whose components are all none.
func colour(use colourUse, none float64) func(s *contentScanner, op, operands []byte) {
	return func(s *contentScanner, op, operands []byte) {
		s.page.colours |= use
		s.tint(op, operands, none)
	}
}

func (s *contentScanner) operate(op, operands []byte) {
	does, known := operators[string(op)]
	if !known {
		if s.page.unknown == "" {
			s.page.unknown = strings.ToValidUTF8(string(op[:min(len(op), 20)]), "?")
		}
		return
	}
	if does.do != nil {
		does.do(s, op, operands)
	}
	if does.paints {
		s.paint(op, operands)
	}
}

// close ends the innermost mark, if there is one.
func (s *contentScanner) close(_, _ []byte) {
	if len(s.open) == 0 {
		s.page.unbalanced = true
		return
	}
	s.end()
}

// maxStates is how many saved states may lie in each other (ISO 19005-2, 6.1.13).
const maxStates = 28

func (s *contentScanner) push(_, _ []byte) {
	if s.states++; s.states > maxStates {
		s.page.deep = true
	}
	s.save()
}

func (s *contentScanner) pop(_, _ []byte) {
	if s.states--; s.states < 0 {
		s.page.unbalanced, s.states = true, 0
	}
	s.restore()
}
