package doc

import (
	"strings"
	"testing"
)

func TestWalkVisitsTextsInReadingOrder(t *testing.T) {
	text := func(s string) []Inline { return []Inline{&Text{Text: s}} }
	para := func(s string) []Block { return []Block{&Paragraph{Inlines: text(s)}} }
	page := &PageStyle{Head: Running{Inner: text("b")}, Legend: para("c"), Tab: "d"}
	d := &Document{Title: "a", Lang: "de-DE", Chapters: []Chapter{{Page: page, Blocks: []Block{
		&Heading{Inlines: text("e"), Running: "f"},
		&Group{Lang: "en", Blocks: para("G")},
		&List{Items: []Item{{Label: "h", Blocks: para("i")}}},
		&Box{Blocks: para("j")}, &Grid{Cells: [][]Block{para("k")}}, &Columns{Blocks: para("l")},
		&Picture{Alt: "m", Caption: text("n"), Credit: text("o")},
		&Table{Caption: text("p"), Alt: "q", Head: []Row{{Cells: []Cell{{Blocks: para("r")}}}}, Source: text("s")},
		&Pairs{Rows: []Pair{{Label: text("t"), Value: para("u")}}},
		&Timeline{Entries: []Event{{When: text("v"), Blocks: para("w")}}},
		&Figure{Title: text("x"), Alt: "y", Drawing: &Bars{Labels: []string{"z"}, Series: []Series{{Name: "0"}}}, Source: text("1")},
		&Figure{Drawing: &Lines{Labels: []string{"2"}, Series: []Series{{Name: "3"}}}},
		&Register{Entries: []Entry{{Text: text("4")}}},
	}}, {Page: page}}, Posters: []Poster{{Title: "5", Areas: []Area{{Blocks: para("6")}}}}}
	var got strings.Builder
	d.Walk(Visitor{
		Inlines: func(list []Inline, _ *Style, lang string) { got.WriteString(mark(list[0].(*Text).Text, lang)) },
		Label:   func(s *string, lang string) { got.WriteString(mark(*s, lang)) },
		Said:    func(s *string, lang string) { got.WriteString(mark(*s, lang)) },
	})
	if want := "abcdefG(en)hijklmnopqrstuvwxyz0123456"; got.String() != want {
		t.Errorf("found %s, want %s", got.String(), want)
	}
}

func mark(s, lang string) string {
	if lang != "de-DE" {
		s += "(" + lang + ")"
	}
	return s
}
