package text

import (
	"fmt"
	"strings"
	"testing"

	"konzept/report/geom"
)

// TestWordsEqualHarfBuzz compares glyphs and advances, ligatures and kerning included, with those of hb-shape.
func TestWordsEqualHarfBuzz(t *testing.T) {
	faces := map[string]*Face{}
	for _, line := range dataLines(t, "words.txt") {
		name, rest, _ := strings.Cut(line, " ")
		word, want, _ := strings.Cut(rest, " ")
		if faces[name] == nil {
			faces[name] = loadFace(t, name+".ttf")
		}
		f := faces[name]
		var got []string
		for _, g := range Shape(word, &Font{Faces: []*Face{f}, Size: geom.Pt, Lang: "de"})[0].Glyphs {
			got = append(got, fmt.Sprintf("%d+%d", g.ID, f.Advance(g.ID)+int(g.Kern)))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s, %s: expected %s, found %s", name, word, want, s)
		}
	}
	if len(faces) < len(faceNames(t)) {
		t.Errorf("only %d faces have words", len(faces))
	}
}

// TestLigatures counts the glyphs of words in a face with ligatures for ff, ft and fft.
func TestLigatures(t *testing.T) {
	f := testFont(t)
	for _, c := range []struct {
		name, word string
		glyphs     int
	}{
		{"within a syllable", "Luft", 3},
		{"across syllables", "Koffer", 5},
		{"three letters", "schafft", 5},
		{"not across a joint", "Auftrag", 7},
		{"nor behind a prefix", "auffallen", 9},
		{"nor across an inner capital", "HofFest", 7},
		{"nor over a soft hyphen", "Kof\u00ADfer", 6},
	} {
		n := 0
		for _, r := range Shape(c.word, f) {
			n += len(r.Glyphs)
		}
		if n != c.glyphs {
			t.Errorf("%s: %s has %d glyphs, expected %d", c.name, c.word, n, c.glyphs)
		}
	}
	serif := Font{Faces: []*Face{loadFace(t, "SourceSerif4-Regular.ttf")}, Size: geom.Pt}
	for lang, glyphs := range map[string]int{"de": 3, "tr": 4, "az-Latn": 4} {
		serif.Lang = lang
		if n := len(Shape("fina", &serif)[0].Glyphs); n != glyphs {
			t.Errorf("%s: fina has %d glyphs, expected %d", lang, n, glyphs)
		}
	}
	plain := *f
	plain.NoKern = true
	if n := len(Shape("Luft", &plain)[0].Glyphs); n != 4 {
		t.Errorf("unkerned text has ligatures: %d glyphs", n)
	}
}

// TestBreakInLigature breaks a line between the letters of a ligature: both are set by themselves, at their widths.
func TestBreakInLigature(t *testing.T) {
	f := testFont(t)
	for _, word := range []string{"Koffer", "Stoffe", "lüften", "Kräfte"} {
		lines := Break([]Span{{Text: word, Font: f}}, Options{Width: Width(word, f) - geom.Pt, Hyphenate: true, MinRight: 2})
		if len(lines) != 2 || !lines[0].Hyphen {
			t.Fatalf("%s: expected two lines, found %q", word, texts(lines))
		}
		for i, l := range lines {
			last := l.Pieces[len(l.Pieces)-1]
			if diff := last.X + last.Run.Width() - l.Width; diff < -slack || diff > slack {
				t.Errorf("%s, line %d: said to be %s wide, but %s off", word, i, l.Width, diff)
			}
			for _, p := range l.Pieces {
				if n := len([]rune(p.Run.Text)); n != len(p.Run.Glyphs) {
					t.Errorf("%s, line %d: %d glyphs for %d letters", word, i, len(p.Run.Glyphs), n)
				}
			}
		}
		if got := strings.Join(texts(lines), ""); strings.ReplaceAll(got, "|", "") != word {
			t.Errorf("%s: printed %s", word, got)
		}
	}
}
