package text

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"konzept/report/geom"
)

// visible is what must be found in a paragraph's runs: the source without the signs that print nothing, with tabs and
// line feeds as spaces.
func visible(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch k := kindOf(r); {
		case k == kindControl:
			b.WriteByte(' ')
		case !k.hidden():
			b.WriteString(s[:size])
		}
		s = s[size:]
	}
	return b.String()
}

// printed is the text of all runs save the hyphens that breaks made.
func printed(t *testing.T, lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		for _, p := range l.Pieces {
			size := 0
			for _, g := range p.Run.Glyphs {
				size += int(g.Len)
			}
			if size != len(p.Run.Text) {
				t.Errorf("glyphs of %q stand for %d bytes", p.Run.Text, size)
			}
			if p.Run.Text != "\u00AD" {
				b.WriteString(p.Run.Text)
			}
		}
	}
	return b.String()
}

func FuzzBreak(f *testing.F) {
	regular, bold := loadFace(f, "SourceSans3-Regular.ttf"), loadFace(f, "SourceSans3-Bold.ttf")
	for _, s := range []string{sample, "", " ", "a\n", "\n\n", "  a  b  ", "So\u00ADzial\u00ADamt", "a\u200Bb\tc \n d",
		"\xff\xfe", "„(x)“ – y", "Ⅷ 漢字 😀\uFE0F", "\u202Fz.\u202FB.\u2007", "https://a.bc/de?f=g"} {
		f.Add(s, s[:len(s)/2], uint16(80), uint8(3))
		f.Add(s, "", uint16(4), uint8(0x17))
	}
	f.Fuzz(func(t *testing.T, s, rest string, width uint16, options uint8) {
		spans := []Span{
			{Text: s, Font: &Font{Faces: []*Face{regular, bold}, Size: 10 * geom.Pt, Lang: "de"}},
			{Text: rest, Font: &Font{Faces: []*Face{bold}, Size: 9 * geom.Pt, Lang: "en", Features: OldstyleFigures}, Rise: geom.Pt},
		}
		o := Options{Width: geom.Length(width) * geom.Pt / 4, Align: Align(options & 3), Hyphenate: options&4 != 0,
			First: geom.Length(options>>3&3) * geom.Pt}
		if options&0x20 != 0 {
			o.Expand = 20
		}
		o.Protrude = options&0x40 != 0
		spans[1].NoBreak = options&0x80 != 0
		lines := Break(spans, o)
		if got, want := printed(t, lines), visible(s)+visible(rest); got != want {
			t.Errorf("printed %q, expected %q", got, want)
		}
		for i, l := range lines {
			room := o.Width
			if i == 0 {
				room -= o.First
			}
			if l.Width > room+l.Overfull {
				t.Errorf("line %d is %s wide, %s over", i, l.Width, l.Overfull)
			}
			if l.Last != (i == len(lines)-1) {
				t.Errorf("line %d: last %v", i, l.Last)
			}
		}
		narrow, wide := Extent(spans, o)
		if narrow > wide+o.First && !o.Hyphenate {
			t.Errorf("narrow %s, wide %s", narrow, wide)
		}
		o.Width, o.Protrude = narrow, false
		for i, l := range Break(spans, o) {
			if l.Overfull > 0 {
				t.Errorf("line %d is %s too wide at the narrowest measure", i, l.Overfull)
			}
		}
	})
}

func FuzzHyphenate(f *testing.F) {
	for _, s := range []string{"Unterstützungsstrukturen", "Bürger*innen", "a\u00ADb", "ſtraße", "info@frankenthal.de", "ABC-Schützen", "ﬁx"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, lang := range []string{"de", "en-GB", "fr"} {
			last = 0
			for _, b := range Hyphenate(nil, lang, s) {
				if b <= last || b >= len(s) || (utf8.ValidString(s) && !utf8.RuneStart(s[b])) {
					t.Fatalf("%s %q: break at %d after %d", lang, s, b, last)
				}
				last = b
			}
		}
	})
}

// FuzzParse changes bytes of a good font: what is still taken must set text without a panic.
func FuzzParse(f *testing.F) {
	good := loadFace(f, "SourceSans3-It.ttf").Data()
	f.Add(uint64(1), uint8(1), uint32(0))
	f.Add(uint64(2), uint8(200), uint32(1000))
	f.Fuzz(func(t *testing.T, seed uint64, changes uint8, cut uint32) {
		random := rand.New(rand.NewPCG(seed, 0))
		data := append([]byte(nil), good...)
		for range changes {
			at := random.IntN(len(data))
			if random.IntN(2) == 0 { // the directory and the tables' heads are the tender places
				at = random.IntN(400)
			}
			data[at] = byte(random.Uint32())
		}
		face, err := Parse(data[:len(data)-int(cut)%len(data)])
		if err != nil {
			return
		}
		font := &Font{Faces: []*Face{face}, Size: geom.Pt, Lang: "de", Features: Features(seed)}
		checkWhole(t, sample, Break([]Span{{Text: sample, Font: font}}, Options{Width: 200 * geom.Pt, Align: Justify, Hyphenate: true}))
	})
}
