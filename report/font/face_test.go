package font

import (
	"errors"
	"testing"

	gotext "github.com/go-text/typesetting/font"
)

func TestRefusedFonts(t *testing.T) {
	good := loadFace(t, "SourceSans3-It.ttf").Data()
	restricted := append([]byte(nil), good...)
	tables, err := directory(restricted, 0)
	if err != nil {
		t.Fatal(err)
	}
	tables["OS/2"][9] = 2
	for _, c := range []struct {
		data []byte
		want Fault
	}{
		{restricted, NoEmbedding}, {nil, NoFont}, {good[:len(good)/2], Damaged}, {[]byte("OTTO"), Damaged}, {[]byte("ttcf"), Damaged},
		{[]byte("wOF2"), WebFont}, {[]byte("Title: font"), NoFont}, {make([]byte, maxFont+1), TooLarge},
	} {
		if _, err := Parse(c.data); !errors.Is(err, c.want) {
			t.Errorf("want %v, got %v", c.want, err)
		}
	}
}

// TestShapingFacesShareOneFont: each caller gets a face of its own over a font that is read once; what the library cannot read
// is no face.
func TestShapingFacesShareOneFont(t *testing.T) {
	f := loadFace(t, "SourceSans3-It.ttf")
	a, b := f.Shaping(), f.Shaping()
	if a == nil || a == b || a.Font != b.Font {
		t.Errorf("faces %p, %p", a, b)
	}
	if g, _ := f.Glyph('ß'); int(a.HorizontalAdvance(gotext.GID(g))) != f.Advance(g) {
		t.Errorf("ß is %v wide, want %d", a.HorizontalAdvance(gotext.GID(g)), f.Advance(g))
	}
	if torn := (&Face{member: &member{file: NewFile(f.Data()[:300])}}); torn.Shaping() != nil {
		t.Error("a torn font shapes")
	}
}
