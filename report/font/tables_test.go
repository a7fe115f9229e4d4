package font

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"
	"testing"

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
