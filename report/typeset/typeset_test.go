package typeset

import (
	"testing"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
)

func TestTheDecimalSignIsTheLastBeforeFigures(t *testing.T) {
	for _, c := range []struct {
		text, lang string
		want       int
	}{{"1.234,5", "de", 5}, {"1,234.5", "en", 5}, {"12 m2", "de", 2}, {"m2", "de", -1}, {"–", "de", -1}, {"", "de", -1}, {"3,", "de", 1}} {
		if got := CommaAt(c.text, c.lang); got != c.want {
			t.Errorf("%q in %s: %d, want %d", c.text, c.lang, got, c.want)
		}
	}
}

func TestListsLabelTheirItems(t *testing.T) {
	own := &doc.List{Items: []doc.Item{{Label: "a)"}, {}}}
	ordered := &doc.List{Ordered: true, Items: []doc.Item{{}, {}}}
	plain := &doc.List{Items: []doc.Item{{}}}
	for got, want := range map[string]string{
		ItemLabel(own, 0, 1): "a)", ItemLabel(ordered, 1, 1): "2.", ItemLabel(plain, 0, 1): "•", ItemLabel(plain, 0, 2): "–",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestCaptionsAreNumbered(t *testing.T) {
	n := 2
	if got := NextNumber(false, &n, "Tabelle"); got != "" || n != 2 {
		t.Errorf("%q, count %d", got, n)
	}
	number := NextNumber(true, &n, "Tabelle")
	if got := doc.Plain(CaptionText(number, []doc.Inline{&doc.Text{Text: "Kosten"}})); got != "Tabelle\u00a03: Kosten" || n != 3 {
		t.Errorf("%q, count %d", got, n)
	}
	if got := doc.Plain(CaptionText(number, nil)); got != "Tabelle\u00a03" {
		t.Errorf("%q", got)
	}
}

// TestSectionsNestAsTheirHeadingsDo: a heading closes those of its level and below.
func TestSectionsNestAsTheirHeadingsDo(t *testing.T) {
	st := &Setter{}
	root := &page.Elem{Type: "Document"}
	s := &Section{Base: root}
	one := s.Enter(st, 1)
	two := s.Enter(st, 2)
	s.Begin(st, 2) // what stands above the next heading of the level
	begun := s.parent()
	if one.Parent != root || two.Parent != one || begun == two || begun.Parent != one {
		t.Error("sections of the second level do not stand in the first")
	}
	if s.Enter(st, 2) != begun {
		t.Error("the heading does not take the section that has begun for it")
	}
	if next := s.Enter(st, 1); next.Parent != root || s.parent() != next {
		t.Error("a heading of the first level does not close the sections")
	}
	named := &Section{Base: one, Unnamed: true}
	if named.Enter(st, 3) != one {
		t.Error("a section without a name is not its first heading's")
	}
}

func TestDerivedStylesAreTheSameEachTime(t *testing.T) {
	st := NewStyles(nil, "de", Microtypography{})
	s := &doc.Style{Size: 10 * geom.Pt, Leading: 12 * geom.Pt, Indent: geom.Pt, First: geom.Pt, Align: doc.Justify, Hyphenate: true}
	if a := st.Labelled(s); a != st.Labelled(s) || a.Indent != 0 || a.First != 0 || a.Align != doc.Left || a.Hyphenate {
		t.Errorf("labels are set as %+v", a)
	}
	if got := st.Styled(&doc.Style{Size: 20 * geom.Pt}).Leading; got != 28*geom.Pt {
		t.Errorf("a leading of %v for 20 pt", got)
	}
	if st.Styled(s) != s || st.Styled(nil).Size != 10*geom.Pt {
		t.Error("a whole style is not its own, or none is not plain")
	}
	if got := st.Small(s).Size; got != 9*geom.Pt {
		t.Errorf("small is %v", got)
	}
	if got := st.Small(&doc.Style{Size: 9 * geom.Pt, Leading: 11 * geom.Pt}).Size; got != MinCopySize {
		t.Errorf("small of 9 pt is %v", got)
	}
}
