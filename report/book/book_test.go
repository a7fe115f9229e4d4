package book

import (
	"slices"
	"strings"
	"testing"

	"konzept/report/number"
)

func text(s string) Cell { return Cell{Kind: String, Text: s} }

func count(n int64) Cell { return Cell{Kind: Number, Number: number.Int(n)} }

// sample is a book with one of everything.
func sample() *Book {
	return &Book{Title: "Stand", Lang: "de", Date: "2024-06-30", Stand: "Stand: heute", Label: "Beispiel", Lists: []List{{Name: "phases", Values: []string{"offen", "fertig"}}}, Sheets: []*Sheet{
		{Name: "Leer"},
		{Name: "Maßnahmen", Tab: "accent", Title: "Alle", Note: "Hinweis", Regions: []Region{
			{Name: "keys"},
			{Name: "measures", Title: "Liste", Columns: []Column{{Key: "code", Title: "Nr."}, {Key: "phase", Title: "Phase", Format: FmtText, List: "phases", Input: true}}, IDs: []string{"m1", "m2"},
				Rows: [][]Cell{{text("1"), {Kind: String, Text: "a \"b\"", Link: "#Leer"}}, {{}, {Kind: Boolean, Number: number.Int(1), Format: FmtBool}}}, Total: []Cell{{Kind: Number, Number: number.Scaled(150, 2), Formula: "SUM({.code})"}},
				Rules: []Rule{{Column: "phase", Equals: "offen", Symbol: "○"}, {Column: "code", Formula: "{@code}=1"}}},
			{Name: "loose", Rows: [][]Cell{{count(7)}}},
		}, Charts: []Chart{{Kind: "bar", Title: "Bild", Categories: "measures.code", Series: []Series{{Values: "measures.phase"}, {Values: "loose.x"}}}}},
	}}
}

const dumped = `book "Stand" lang=de date=2024-06-30 stand="Stand: heute" label="Beispiel"
  list phases ["offen" "fertig"]
  sheet "Leer"
  sheet "Maßnahmen" tab=accent title=Alle note=Hinweis
    region keys
    region measures title=Liste
      column code "Nr."
      column phase "Phase" text list=phases input
      row m1 "1" | "a \"b\"" ->#Leer
      row m2 - | true:bool
      total 1.5 =SUM({.code})
      rule phase = offen symbol=○
      rule code if {@code}=1
    region loose
      row 7
    chart bar "Bild" of measures.code: measures.phase, loose.x
`

func TestBooksAreDumpedWhole(t *testing.T) {
	var b strings.Builder
	if err := Dump(&b, sample()); err != nil {
		t.Fatal(err)
	}
	if b.String() != dumped {
		t.Errorf("got\n%s\nwant\n%s", b.String(), dumped)
	}
}

// TestTheManifestKeepsWhatRecordsSaid: rows with an id alone, in the order of the sheets, and again from the start each time.
func TestTheManifestKeepsWhatRecordsSaid(t *testing.T) {
	b := sample()
	for range 2 {
		b.Record()
	}
	rows := b.Manifest.Rows
	if len(rows) != 2 || rows[0].Sheet != "Maßnahmen" || rows[0].Region != "measures" || rows[0].ID != "m1" || rows[1].ID != "m2" {
		t.Fatalf("rows %+v", rows)
	}
	if !slices.Equal(rows[0].Values, []string{"1", `a "b"`}) || !slices.Equal(rows[1].Values, []string{"", "true"}) {
		t.Errorf("values %q and %q", rows[0].Values, rows[1].Values)
	}
	for want, c := range map[string]Cell{"": {}, "x": text("x"), "-7": count(-7), "false": {Kind: Boolean, Number: number.Int(0)}, "true": {Kind: Boolean, Number: number.Int(1)}, "1.5": {Kind: Number, Number: number.Scaled(1500, 3)}} {
		if got := c.Base(); got != want {
			t.Errorf("%+v is kept as %q", c, got)
		}
	}
}

func TestRegionsAndColumnsAreFoundByName(t *testing.T) {
	b := sample()
	if s, r := b.Region("loose"); s != b.Sheets[1] || r != &b.Sheets[1].Regions[2] {
		t.Errorf("found %v, %v", s, r)
	}
	if s, r := b.Region("nothing"); s != nil || r != nil {
		t.Errorf("found %v, %v", s, r)
	}
	_, r := b.Region("measures")
	if r.Column("code") != 0 || r.Column("phase") != 1 || r.Column("nothing") != -1 {
		t.Error("columns are not found by their keys")
	}
}

func TestFormatsSayTheirDecimals(t *testing.T) {
	for f, want := range map[Format]struct {
		n  int
		ok bool
	}{"decimal": {1, true}, "decimal0": {0, true}, "decimal9": {9, true}, "decimalx": {0, false}, "number": {1, false}, "": {1, false}} {
		if n, ok := f.Decimals(); n != want.n || ok != want.ok {
			t.Errorf("%q has %d decimals, %t", f, n, ok)
		}
	}
	all := Formats()
	if len(all) != 21 || all[0] != FmtText || all[11] != "decimal0" || all[20] != "decimal9" {
		t.Errorf("formats %v", all)
	}
}
