package text

import (
	"fmt"
	"strings"
	"testing"

	"konzept/report/geom"
)

// TestBackwardWordsEqualHarfBuzz compares words in Arabic, Persian, Urdu, Uyghur and Hebrew, with and without vowel signs.
func TestBackwardWordsEqualHarfBuzz(t *testing.T) {
	faces := map[string]*Face{}
	latin := loadFace(t, "SourceSans3-Regular.ttf")
	for _, line := range dataLines(t, "backward.txt") {
		name, rest, _ := strings.Cut(line, " ")
		word, want, _ := strings.Cut(rest, " ")
		if faces[name] == nil {
			faces[name] = loadFace(t, name+".ttf")
		}
		f := faces[name]
		runs := Shape(word, &Font{Faces: []*Face{latin}, Size: geom.Pt, Lang: "de", Others: func(rune) []*Face { return []*Face{f} }})
		if len(runs) != 1 || !runs[0].Backward || runs[0].Text != word {
			t.Errorf("%s: %d runs", word, len(runs))
			continue
		}
		var got []string
		bytes := 0
		for i, g := range runs[0].Glyphs {
			var o Offset
			if runs[0].Offsets != nil {
				o = runs[0].Offsets[i]
			}
			bytes += int(g.Len)
			got = append(got, fmt.Sprintf("%d+%d@%d,%d", g.ID, f.Advance(g.ID)+int(g.Kern), o.X, o.Y))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s, %s: expected %s, found %s", name, word, want, s)
		}
		if bytes != len(word) {
			t.Errorf("%s: glyphs stand for %d bytes of %d", word, bytes, len(word))
		}
	}
	if len(faces) != 4 {
		t.Errorf("%d faces have words", len(faces))
	}
}

// TestWordsStandInTheOrderInWhichTheyAreRead: within a line from left to right, words from right to left follow each other
// from right to left, with the figures and signs between and behind them (UAX 9). No text is lost or doubled.
func TestWordsStandInTheOrderInWhichTheyAreRead(t *testing.T) {
	arabic, hebrew := loadFace(t, "NotoSansArabic-Regular.ttf"), loadFace(t, "NotoSansHebrew-Regular.ttf")
	font := &Font{Faces: []*Face{loadFace(t, "SourceSans3-Regular.ttf")}, Size: 10 * geom.Pt, Lang: "de", Others: func(r rune) []*Face {
		if r < 0x600 {
			return []*Face{hebrew}
		}
		return []*Face{arabic}
	}}
	for text, want := range map[string]string{
		"Frau فاطمة الزهراء kommt":    "Frau |الزهراء| |فاطمة| kommt",
		"Anwalt דוד כהן, Tel. 12":     "Anwalt |כהן| |דוד|, Tel. 12",
		"Straße 12 شارع ٢٣، رقم 5 da": "Straße 12 |5| |رقم| |،|٢٣| |شارع| da",
		"nur links":                   "nur links",
		"Zahra (فاطمة), שלום da":      "Zahra (فاطمة), שלום da",
		"Am שלום 12.5 שלום da":        "Am שלום 12.5 שלום da",
		"Um שלום 10:30 שלום da":       "Um שלום 10:30 שלום da",
		"Bis שלום 2025-06-30 כהן da":  "Bis כהן 2025-06-30 שלום da",
		"Zu שלום 100% כהן da":         "Zu כהן 100% שלום da",
		"Bei שלום (עולם) כהן da":      "Bei כהן) עולם (שלום da", // the brackets' glyphs are each other's
	} {
		lines := Break([]Span{{Text: text, Font: font}}, Options{Width: 1000 * geom.Pt})
		if len(lines) != 1 {
			t.Fatalf("%s: %d lines", text, len(lines))
		}
		pieces := lines[0].Pieces
		all := ""
		for i := range pieces {
			all += pieces[i].Run.Text
		}
		if all != text {
			t.Errorf("pieces say %q, want %q", all, text)
		}
		var seen []string
		for range pieces {
			best := -1
			for i := range pieces {
				if pieces[i].Run.Face != nil && (best < 0 || pieces[i].X < pieces[best].X) {
					best = i
				}
			}
			seen = append(seen, pieces[best].Run.Text)
			pieces[best].Run.Face = nil
		}
		if got := strings.Join(seen, ""); got != strings.ReplaceAll(want, "|", "") {
			t.Errorf("%s\nfrom left to right %q\nwant               %q", text, got, want)
		}
	}
}

func TestScriptsThatNoFaceHasAreMissing(t *testing.T) {
	font := &Font{Faces: []*Face{loadFace(t, "SourceSans3-Regular.ttf")}, Size: geom.Pt, Lang: "de"}
	for s, missing := range map[string]bool{"فاطمة": true, "नमस्ते": true, "Олена": false} {
		if got := len(MissingGlyphs([]Span{{Text: s, Font: font}})) > 0; got != missing {
			t.Errorf("%s: missing %t", s, got)
		}
	}
}
