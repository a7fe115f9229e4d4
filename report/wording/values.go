package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"konzept/report/number"
)

// Number writes v with the project's format, else plainly in the language's manner.
func (l Language) Number(v number.Decimal, format func(number.Decimal, int) string, decimals int) string {
	if !v.Known() {
		return "–"
	}
	if format != nil {
		return format(v, decimals)
	}
	s := v.Round(decimals).String()
	if l != English {
		s = strings.Replace(s, ".", ",", 1)
	}
	return strings.Replace(s, "-", minus, 1)
}

// WithUnit adds the unit to a written number unless the format has done so. The sign of a currency stands before the amount
// where people write it there.
func (l Language) WithUnit(s, unit string) string {
	sign, _ := utf8.DecodeRuneInString(unit)
	switch {
	case unit == "" || s == "–" || strings.HasSuffix(s, unit):
		return s
	case l == German || !unicode.Is(unicode.Sc, sign):
		return s + "\u00A0" + unit
	case l == English:
		rest, negative := strings.CutPrefix(s, minus)
		if negative {
			return minus + unit + rest
		}
		return unit + s
	}
	return unit + "\u00A0" + s
}

// minus is the sign of numbers set in type.
const minus = "\u2212"

// UnitBeside tells whether a unit is so short that it stands at every value rather than once above the drawing.
func UnitBeside(unit string) bool { return len([]rune(unit)) <= 2 }

// Aside names a unit once that is too long to stand at each value: "1 Maßnahmen" is no German.
func Aside(unit string) string {
	if unit == "" || UnitBeside(unit) {
		return ""
	}
	return " (" + Clean(unit) + ")"
}

// Said is a value with its unit, if that is short.
func (l Language) Said(v number.Decimal, format func(number.Decimal, int) string, decimals int, unit string) string {
	s := l.Number(v, format, decimals)
	if UnitBeside(unit) {
		return l.WithUnit(s, unit)
	}
	return s
}

// Data lists the values of a drawing, which is read out instead of what stands in it.
func (l Language) Data(rows [][]string, unit string) string {
	if len(rows) < 2 || len(rows[0]) < 2 {
		return ""
	}
	s := l.Values()
	if unit != "" && UnitBeside(unit) {
		s += " " + l.In(unit)
	}
	entries := make([]string, len(rows)-1)
	for i, row := range rows[1:] {
		entries[i] = row[0] + " " + row[1]
		if len(row) > 2 {
			named := make([]string, len(row)-1)
			for k, v := range row[1:] {
				named[k] = Clean(strings.TrimSuffix(rows[0][k+1], " ("+unit+")")) + " " + v
			}
			entries[i] = row[0] + ": " + strings.Join(named, ", ")
		}
	}
	return s + ": " + strings.Join(entries, "; ") + "."
}

// In names the unit of an axis or a list.
func (l Language) In(unit string) string { return l.Tell("in %s", "in %s", Clean(unit)) }
