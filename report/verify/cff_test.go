package verify_test

import (
	"strings"
	"testing"

	"konzept/fonts"
	"konzept/report/font"
	"konzept/report/internal/testfont"
)

// TestCFFProgramsAreCompared: codes, glyphs and widths of an embedded CFF font are what the file says of them.
func TestCFFProgramsAreCompared(t *testing.T) {
	ttf, err := fonts.FS().ReadFile("SourceSans3-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := font.Parse(testfont.CFF(ttf))
	if err != nil {
		t.Fatal(err)
	}
	embedded := func(code uint16) string {
		x, _ := f.Glyph('x') // 446 units wide
		p, err := f.Embed([]font.Shown{{Code: code, Glyph: x}})
		if err != nil {
			t.Fatal(err)
		}
		return string(p.Data)
	}
	x, _ := f.Glyph('x')
	if f.Advance(x) != 446 {
		t.Fatalf("x is %d wide", f.Advance(x))
	}
	const sized = "/W[16449[446]]"
	for _, c := range []struct{ want, kind, widths, program string }{
		{"", "/CIDFontType0", sized, embedded(0x4041)},
		{"width-differs", "/CIDFontType0", "/W[16449[500]]", embedded(0x4041)},
		{"glyph-missing", "/CIDFontType0", sized, embedded(0x4042)},
		{"font-damaged", "/CIDFontType0", sized, "OTTO"},
		{"font-encoding", "/CIDFontType0/CIDToGIDMap/Identity", sized, embedded(0x4041)},
	} {
		parts := append([]string(nil), sound...)
		for i := range parts {
			parts[i] = strings.NewReplacer("/Subtype/CIDFontType2/CIDToGIDMap/Identity/W[16449[500]]/FontDescriptor<</FontFile2", "/Subtype"+c.kind+c.widths+"/FontDescriptor<</FontFile3",
				"<<>>~"+program(500), "<</Subtype/CIDFontType0C>>~"+c.program).Replace(parts[i])
		}
		if got := codes(inspect(t, assemble(parts))); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.kind, c.widths, got, c.want)
		}
	}
}
