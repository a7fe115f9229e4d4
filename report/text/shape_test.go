package text

import (
	"slices"
	"strings"
	"testing"

	"konzept/report/geom"
)

func TestFigureStyles(t *testing.T) {
	for _, name := range faceNames(t) {
		f := loadFace(t, name)
		font := func(set Features) *Font { return &Font{Faces: []*Face{f}, Size: 1000 * geom.Pt, Features: set} }
		if Width("111", font(0)) != Width("888", font(0)) || Width("111", font(TabularFigures)) != Width("888", font(TabularFigures)) {
			t.Errorf("%s: default and tabular figures are not of one width", name)
		}
		alone := Shape("1", font(0))[0].Glyphs[0].ID == Shape("1", font(ProportionalFigures))[0].Glyphs[0].ID // the only set there is
		if alone != strings.HasPrefix(name, "Nunito") || !alone && Width("111", font(ProportionalFigures)) >= Width("888", font(ProportionalFigures)) {
			t.Errorf("%s: proportional figures are of one width", name)
		}
		lining, old := Shape("3", font(0))[0].Glyphs[0].ID, Shape("3", font(OldstyleFigures))[0].Glyphs[0].ID
		raised := Shape("3", font(Superiors))[0].Glyphs[0].ID
		if lining == old || lining == raised || old == raised {
			t.Errorf("%s: styles share a glyph: %d %d %d", name, lining, old, raised)
		}
	}
}

func TestFallbackFace(t *testing.T) {
	regular, bold := loadFace(t, "SourceSans3-Regular.ttf"), loadFace(t, "SourceSans3-Bold.ttf")
	poor := withSigns(t, regular, signsTo(' '))
	runs := Shape("Rat", &Font{Faces: []*Face{poor, bold}, Size: geom.Pt})
	if len(runs) != 1 || runs[0].Face != bold {
		t.Errorf("expected the second face, found %d runs", len(runs))
	}
}

func TestStandIns(t *testing.T) {
	f := testFont(t)
	poor := withSigns(t, f.Faces[0], signsTo('~'))
	font := &Font{Faces: []*Face{poor}, Size: 10 * geom.Pt}
	space, _ := poor.Glyph(' ')
	if run := Shape("a\u202Fb", font)[0]; run.Glyphs[1].ID != space || int(run.Glyphs[1].Kern) != -poor.Advance(space)/2 {
		t.Errorf("narrow space: %+v", run.Glyphs[1])
	}
	if run := Shape("a\u00A0b\u2011c", font)[0]; run.Glyphs[1].ID != space || run.Glyphs[1].Kern != 0 || run.Glyphs[3].ID == 0 {
		t.Errorf("no-break space and hyphen: %+v", run.Glyphs)
	}
}

func TestMissingGlyphs(t *testing.T) {
	f := testFont(t)
	got := MissingGlyphs([]Span{{Text: "Rat", Font: f}, {Text: "Fest 漢字漢 und \U0001F389!\u200B\u00AD\uFE0F\u2028\u202E", Font: f}})
	want := []Missing{{'漢', "漢", "漢字漢", 1, 5, false}, {'字', "字", "漢字漢", 1, 8, false}, {'漢', "漢", "漢字漢", 1, 11, false}, {'\U0001F389', "\U0001F389", "\U0001F389!\u200B\u00AD\uFE0F", 1, 19, false}}
	if len(got) != len(want) {
		t.Fatalf("found %+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("expected %+v, found %+v", want[i], got[i])
		}
	}
}

// A sign of several characters is told as one: joined emoji, skin tones, flags, keycaps.
func TestMissingSignsAreWhole(t *testing.T) {
	signs := []string{"\U0001F468\u200D\U0001F469\u200D\U0001F467", "\U0001F44D\U0001F3FD", "\U0001F1E9\U0001F1EA", "1\uFE0F\u20E3", "\u26A0\uFE0F", "\U0001F600"}
	var got []string
	for _, m := range MissingGlyphs([]Span{{Text: strings.Join(signs, " a "), Font: testFont(t)}}) {
		got = append(got, m.Sign)
	}
	if !slices.Equal(got, signs) {
		t.Errorf("expected %q, found %q", signs, got)
	}
}

func TestUnsettableScripts(t *testing.T) {
	got := MissingGlyphs([]Span{{Text: "Salam – مرحبا, Привет, ሰላም", Font: testFont(t)}})
	if len(got) == 0 || got[0] != (Missing{'م', "م", "مرحبا,", 0, 10, true}) {
		t.Errorf("found %+v", got)
	}
	for _, r := range "aßЖΩ中한ሰა" {
		if unsettable(r) {
			t.Errorf("%q can be set", r)
		}
	}
}
