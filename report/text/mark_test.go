package text

import (
	"fmt"
	"strings"
	"testing"

	"konzept/report/geom"
)

// TestMarksAndAlphabetsEqualHarfBuzz compares glyphs, their places and advances with those of hb-shape.
func TestMarksAndAlphabetsEqualHarfBuzz(t *testing.T) {
	faces, moved := map[string]*Face{}, 0
	for _, line := range dataLines(t, "marks.txt") {
		fields := strings.SplitN(line, " ", 4)
		name, lang, word, want := fields[0], fields[1], fields[2], fields[3]
		if faces[name] == nil {
			faces[name] = loadFace(t, name+".ttf")
		}
		f := faces[name]
		runs := Shape(word, &Font{Faces: []*Face{f}, Size: geom.Pt, Lang: lang})
		if len(runs) != 1 {
			t.Fatalf("%s, %s: %d runs", name, word, len(runs))
		}
		var got []string
		for i, g := range runs[0].Glyphs {
			place := ""
			if o := runs[0].Offsets; o != nil && o[i] != (Offset{}) {
				place = fmt.Sprintf("@%d,%d", o[i].X, o[i].Y)
				moved++
			}
			got = append(got, fmt.Sprintf("%d%s+%d", g.ID, place, f.Advance(g.ID)+int(g.Kern)))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s, %s: expected %s, found %s", name, word, want, s)
		}
		checkWhole(t, word, []Line{{Pieces: []Piece{{Run: runs[0]}}}})
	}
	if len(faces) < len(faceNames(t)) || moved < 20 {
		t.Errorf("%d faces, %d marks off their place", len(faces), moved)
	}
}

// TestMarksStayWithTheirLetters: no line begins with a mark, and a mark at a line's end does not count as wide.
func TestMarksStayWithTheirLetters(t *testing.T) {
	font := testFont(t)
	const word = "Q\u0301Q\u0301Q\u0301Q\u0301Q\u0301Q\u0301Q\u0301Q\u0301"
	if marked, bare := Width(word, font), Width(strings.ReplaceAll(word, "\u0301", ""), font); marked != bare {
		t.Errorf("with marks %s wide, without %s", marked, bare)
	}
	lines := Break([]Span{{Text: "a " + word, Font: font}}, Options{Width: 3 * font.Size})
	checkWhole(t, "a "+word, lines)
	if len(lines) < 3 {
		t.Fatalf("%d lines", len(lines))
	}
	for i, l := range lines {
		last := l.Pieces[len(l.Pieces)-1]
		if strings.HasPrefix(l.Pieces[0].Run.Text, "\u0301") {
			t.Errorf("line %d begins with a mark", i)
		}
		if diff := last.X + last.Run.Width() - l.Width; i > 0 && (diff < -slack || diff > slack) {
			t.Errorf("line %d is said to be %s wide, but %s off", i, l.Width, diff)
		}
	}
}

// TestKerningCrossesSpans: letters of one face and size are kerned wherever one span ends and the next begins, and over signs
// that print nothing; not if the size changes.
func TestKerningCrossesSpans(t *testing.T) {
	font := testFont(t)
	other := *font
	other.Size *= 2
	width := func(spans ...Span) geom.Length { _, wide := Extent(spans, Options{}); return wide }
	whole := width(Span{Text: "AVA", Font: font})
	if got := width(Span{Text: "A", Font: font}, Span{Text: "VA", Font: font}); got != whole {
		t.Errorf("two spans are %s wide, one %s", got, whole)
	}
	if got := width(Span{Text: "A\u00ADV\u200BA", Font: font}); got != whole {
		t.Errorf("over invisible signs %s wide, else %s", got, whole)
	}
	if got, want := width(Span{Text: "A", Font: font}, Span{Text: "V", Font: &other}), width(Span{Text: "A", Font: font})+width(Span{Text: "V", Font: &other}); got != want {
		t.Errorf("two sizes are %s wide, want %s", got, want)
	}
}

// TestWhatIsMeasuredForKerningIsNoWord: a tab prints as a space and a narrow space at its width, however often they stood beside
// letters before.
func TestWhatIsMeasuredForKerningIsNoWord(t *testing.T) {
	poor := withSigns(t, testFont(t).Faces[0], signsTo('~'))
	font := &Font{Faces: []*Face{poor}, Size: 10 * geom.Pt}
	for _, sign := range []string{"\t", "\u202F", "\u00A0"} {
		spans := []Span{{Text: sign, Font: font}, {Text: "0", Font: font}, {Text: sign, Font: font}}
		first, again := Shape(sign+"0"+sign, font), Shape(sign+"0"+sign, font)
		if a, b := fmt.Sprint(first), fmt.Sprint(again); a != b || sign == "\t" && first[len(first)-1].Text != " " {
			t.Errorf("%q: %s, then %s", sign, a, b)
		}
		lines := Break(spans, Options{Width: 100 * geom.Pt})
		if got, want := texts(lines)[0], strings.ReplaceAll(sign+"0"+sign, "\t", " "); got != want {
			t.Errorf("%q: printed %q", sign, got)
		}
	}
}

// TestJointsThatWereFoundAreNoSignsOfTheText: a non-joiner that a document writes itself is still there where the same word was
// parted at its joints before, and kerning is the same whatever was parted before.
func TestJointsThatWereFoundAreNoSignsOfTheText(t *testing.T) {
	for _, lang := range []string{"de", "tr"} {
		font := *testFont(t)
		font.Faces = []*Face{loadFace(t, "SourceSerif4-Regular.ttf")}
		font.Lang = lang
		fresh := font
		fresh.Faces = []*Face{loadFace(t, "SourceSerif4-Regular.ttf")}
		for _, word := range []string{"Auflage", "fi", "Schilffeld"} {
			Shape(word, &font) // parts it
		}
		for _, s := range []string{"Auf\u200clage", "f\u200ci", "Schilf\u200cfeld"} {
			got, want := Break([]Span{{Text: s, Font: &font}}, Options{Width: 100 * geom.Pt}), Break([]Span{{Text: s, Font: &fresh}}, Options{Width: 100 * geom.Pt})
			if a, b := texts(got)[0], texts(want)[0]; a != b || got[0].Width != want[0].Width || strings.ReplaceAll(a, "|", "") != strings.ReplaceAll(s, "\u200c", "") {
				t.Errorf("%s, %q: printed %q, %s wide; of a fresh face %q, %s", lang, s, a, got[0].Width, b, want[0].Width)
			}
		}
		if a, b := Width("Wf", &font)+Width("fi", &font), Width("Wf", &fresh)+Width("fi", &fresh); a != b {
			t.Errorf("%s: %s and %s wide", lang, a, b)
		}
	}
}

// TestFillersAreNoHoles: letters that print nothing and that the shaping library drops still have their place.
func TestFillersAreNoHoles(t *testing.T) {
	style := wordStyle{lang: "de"}
	f := loadFace(t, "SourceSans3-Regular.ttf")
	for _, s := range []string{"\u3164", "\u115F", "\u3164a", "a\u3164", "a\u115Fb", "\u115F\u1160"} {
		w, bytes := f.word(s, &style), 0
		for _, g := range w.glyphs {
			bytes += int(g.Len)
		}
		if bytes != len(s) || len(w.runes) != len(w.glyphs) || len(w.runes) < 1 {
			t.Errorf("%q: %d bytes of %d, %d entries", s, bytes, len(s), len(w.runes))
		}
	}
}

// TestShapedWordsDoNotDependOnWhatCameBefore: more words than a face remembers, twice, from several goroutines.
func TestShapedWordsDoNotDependOnWhatCameBefore(t *testing.T) {
	f := loadFace(t, "SourceSans3-It.ttf")
	style := wordStyle{lang: "de"}
	word := func(i int) string { return fmt.Sprintf("Auf%xlüft%d", i, i%7) }
	const words = wordSets*wordWays + 1000
	widths := make([]int, words)
	for i := range widths {
		widths[i] = f.word(word(i), &style).units
	}
	done := make(chan string)
	for worker := range 4 {
		go func() {
			wrong := ""
			for i := worker; i < words; i += 2 {
				if got := f.word(word(i), &style).units; got != widths[i] {
					wrong = fmt.Sprintf("%s: %d wide, first %d", word(i), got, widths[i])
				}
			}
			done <- wrong
		}()
	}
	for range 4 {
		if wrong := <-done; wrong != "" {
			t.Error(wrong)
		}
	}
}
