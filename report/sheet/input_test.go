package sheet

import (
	"testing"

	"github.com/xuri/excelize/v2"

	"konzept/report/book"
)

// TestBoundsAreThoseOfTheColumn: numbers with decimals may have them, counts and years may not.
func TestBoundsAreThoseOfTheColumn(t *testing.T) {
	low, high := 0.5, 100.0
	for _, c := range []struct {
		column                       book.Column
		kind, operator, first, other string
	}{
		{book.Column{Min: &low, Max: &high}, "decimal", "between", "0.5", "100"},
		{book.Column{Min: &low}, "decimal", "greaterThanOrEqual", "0.5", ""},
		{book.Column{Max: &high}, "decimal", "lessThanOrEqual", "100", ""},
		{book.Column{Max: &high, Format: book.FmtInt}, "whole", "lessThanOrEqual", "100", ""},
		{book.Column{Max: &high, Format: book.FmtYear}, "whole", "lessThanOrEqual", "100", ""},
	} {
		dv := &excelize.DataValidation{}
		bound(dv, &c.column)
		if dv.Type != c.kind || dv.Operator != c.operator || dv.Formula1 != c.first || dv.Formula2 != c.other {
			t.Errorf("%+v: %s %s %s %s, want %s %s %s %s", c.column, dv.Type, dv.Operator, dv.Formula1, dv.Formula2, c.kind, c.operator, c.first, c.other)
		}
	}
}

// TestEscapedCharactersAreReadBack (ECMA-376, 22.9.2.19), and what only looks like an escape stays.
func TestEscapedCharactersAreReadBack(t *testing.T) {
	for in, want := range map[string]string{
		"a_x000A_b": "a\nb", "_x005F_": "_", "_x0041__x0042_": "AB", "a_x": "a_x", "_x00": "_x00", "_x000G_": "_x000G_", "_x0041": "_x0041", "_x0041x": "_x0041x", "_xD800_": "_xD800_",
		"snake_x_case": "snake_x_case", "a_x20AC_": "a€", "": "",
	} {
		if got := decoded(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
