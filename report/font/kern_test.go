package font

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	gotext "github.com/go-text/typesetting/font"

	"konzept/fonts"
)

// faceNames lists the embedded faces.
func faceNames(tb testing.TB) []string {
	names, err := fs.Glob(fonts.FS(), "*.ttf")
	names = slices.DeleteFunc(names, func(n string) bool { return strings.HasPrefix(n, "Noto") }) // for other scripts alone
	if err != nil || len(names) == 0 {
		tb.Fatal("no embedded faces", err)
	}
	return names
}

// TestKerningEqualsHarfBuzz compares all pairs of 115 signs with what hb-shape 6.0.0 says. testdata/kern-*.tsv holds,
// one line a first sign, the second signs with their kerning: the advance of the first in
//
//	hb-shape --features=-liga,-clig,-calt,-ccmp,-locl,-rlig --script=latn --font-funcs=ot FACE.ttf PAIR
//
// less its advance alone; a pair that is not listed has none.
func TestKerningEqualsHarfBuzz(t *testing.T) {
	for _, name := range faceNames(t) {
		f := loadFace(t, name)
		data, err := os.ReadFile(filepath.Join("testdata", "kern-"+strings.TrimSuffix(name, ".ttf")+".tsv"))
		if err != nil {
			t.Fatal(err)
		}
		head, body, _ := strings.Cut(string(data), "\n")
		signs := []rune(strings.TrimPrefix(head, "chars\t"))
		wrong, pairs := 0, 0
		for row := range strings.Lines(body) {
			fields := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
			want := map[rune]int{}
			for _, field := range fields[1:] {
				if r, size := utf8.DecodeRuneInString(field); size > 0 {
					want[r], _ = strconv.Atoi(field[size:])
				}
			}
			a, _ := utf8.DecodeRuneInString(fields[0])
			for _, b := range signs {
				pairs++
				if got := f.Kern(mustGlyph(t, f, a), mustGlyph(t, f, b)); got != want[b] {
					if wrong++; wrong < 5 {
						t.Errorf("%s: %c%c: expected %d, found %d", name, a, b, want[b], got)
					}
				}
			}
		}
		if pairs < 10_000 || wrong > 0 {
			t.Errorf("%s: %d of %d pairs differ from hb-shape", name, wrong, pairs)
		}
	}
}

func mustGlyph(t *testing.T, f *Face, r rune) GlyphID {
	t.Helper()
	g, ok := f.Glyph(r)
	if !ok {
		t.Errorf("%s has no %q", f.Name(), r)
	}
	return g
}

// TestTablesEqualGoText compares every glyph and advance of the basic plane with go-text's reading.
func TestTablesEqualGoText(t *testing.T) {
	for _, name := range faceNames(t) {
		f := loadFace(t, name)
		other, err := gotext.ParseTTF(bytes.NewReader(f.Data()))
		if err != nil {
			t.Fatal(err)
		}
		if f.UnitsPerEm() != int(other.Upem()) {
			t.Errorf("%s: units per em: %d, %d", name, f.UnitsPerEm(), other.Upem())
		}
		for r := range rune(0x1_1000) {
			want, _ := other.NominalGlyph(r)
			if got, _ := f.Glyph(r); gotext.GID(got) != want {
				t.Fatalf("%s: %U: glyph %d, go-text %d", name, r, got, want)
			}
			if g := GlyphID(want); f.Advance(g) != int(other.HorizontalAdvance(want)) {
				t.Fatalf("%s: %U: advance %d", name, r, f.Advance(g))
			}
		}
	}
}

func loadFace(tb testing.TB, name string) *Face {
	tb.Helper()
	data, err := fonts.FS().ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	f, err := Parse(data)
	if err != nil {
		tb.Fatal(err)
	}
	return f
}

func BenchmarkParse(b *testing.B) {
	data, err := fonts.FS().ReadFile("SourceSans3-Regular.ttf")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(data); err != nil {
			b.Fatal(err)
		}
	}
}
