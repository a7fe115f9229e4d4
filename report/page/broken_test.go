package page

import (
	"io/fs"
	"strings"
	"testing"

	"konzept/fonts"
	"konzept/report/geom"
	"konzept/report/text"
)

func face(t *testing.T) *text.Face {
	t.Helper()
	b, err := fs.ReadFile(fonts.FS(), "SourceSans3-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := text.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestBrokenWordsAreOneMarkEach: the halves and the hyphen of a word stand for the whole word, what is around them for
// itself. Nothing moves and no letter is lost.
func TestBrokenWordsAreOneMarkEach(t *testing.T) {
	f := face(t)
	p, other := &Elem{Type: "P"}, &Elem{Type: "Span"}
	run := func(e *Elem, s string) Item {
		r := text.Run{Face: f, Size: 10 * geom.Pt, Text: s}
		for _, c := range s {
			g, _ := f.Glyph(c)
			r.Glyphs = append(r.Glyphs, text.Glyph{ID: g, Len: uint8(len(string(c)))})
		}
		return &Text{Elem: e, Run: r}
	}
	for _, c := range []struct {
		what  string
		items []Item
		want  string // parts; what stands for a word has it behind "="
	}{
		{"a word within lines", []Item{run(p, "Alle sam"), run(p, softHyphen), run(p, "melten Karten")}, "Alle |sam=sammelten|-=sammelten|melten=sammelten| Karten"},
		{"a word alone on its lines", []Item{run(p, "„Hei"), run(p, softHyphen), run(p, "mat“,")}, "„Hei=„Heimat“,|-=„Heimat“,|mat“,=„Heimat“,"},
		{"broken twice", []Item{run(p, "Bür"), run(p, softHyphen), run(p, "ger"), run(p, softHyphen), run(p, "meister ist")},
			"Bür=Bürgermeister|-=Bürgermeister|ger=Bürgermeister|-=Bürgermeister|meister=Bürgermeister| ist"},
		{"one after the other", []Item{run(p, "sam"), run(p, softHyphen), run(p, "meln wir Kar"), run(p, softHyphen), run(p, "ten")},
			"sam=sammeln|-=sammeln|meln=sammeln| wir |Kar=Karten|-=Karten|ten=Karten"},
		{"on the next page", []Item{run(p, "Alle sam"), run(p, softHyphen)}, "Alle sam|-=-"},
		{"in another element", []Item{run(p, "Alle sam"), run(other, softHyphen), run(other, "melten")}, "Alle sam|-=-|melten"},
		{"nothing is broken", []Item{run(p, "Alle"), run(p, "melden sich")}, "Alle|melden sich"},
	} {
		d := &Document{Pages: []*Page{{Items: c.items}}}
		d.Tag()
		var got []string
		var end geom.Length
		for _, it := range d.Pages[0].Items {
			x := it.(*Text)
			s := x.Run.Text
			if x.Word != nil {
				s += "=" + *x.Word
			}
			if x.X < 0 || strings.HasPrefix(s, " ") && x.X <= end-x.Run.Width() {
				t.Errorf("%s: %q stands at %v", c.what, s, x.X)
			}
			end = x.X + x.Run.Width()
			got = append(got, strings.ReplaceAll(s, softHyphen, "-"))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: got %s, want %s", c.what, s, c.want)
		}
	}
	p = &Elem{Type: "P"}
	d := &Document{Pages: []*Page{{Items: []Item{run(p, "Alle sam"), run(p, softHyphen), run(p, "melten Karten")}}}}
	d.Tag()
	if s := tree(d.Root); s != "Document(P(#0 #1 #2))" {
		t.Errorf("tree %s", s)
	}
	behind := d.Pages[0].Items[4].(*Text)
	half := run(p, "melten").(*Text)
	if behind.X != half.Run.Width() {
		t.Errorf("what follows stands at %v, want %v", behind.X, half.Run.Width())
	}
}
