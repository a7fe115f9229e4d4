package text

import (
	"bytes"
	"encoding/binary"
	"io/fs"
	"slices"
	"strings"
	"testing"

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

// withSigns is a face whose characters are those of a cmap subtable alone.
func withSigns(t *testing.T, f *Face, subtable []byte) *Face {
	t.Helper()
	data := bytes.Clone(f.Data())
	be := binary.BigEndian
	for i := range int(be.Uint16(data[4:])) {
		if record := data[12+16*i:]; string(record[:4]) == "cmap" {
			cmap := data[be.Uint32(record[8:]):]
			copy(cmap, append([]byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12}, subtable...)) // one subtable, for Windows
		}
	}
	poor, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return poor
}

// signsTo is a cmap of format 4 with one segment, U+0020 to last, to glyphs 1 and up.
func signsTo(last byte) []byte {
	return []byte{0, 4, 0, 32, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, last, 0xFF, 0xFF, 0, 0, 0, 0x20, 0xFF, 0xFF,
		0xFF, 0xE1, 0, 1, 0, 0, 0, 0}
}

// TestEmbeddedFacesHaveEverySign: letters and marks in each face; drawn signs at least in the face that all designs name
// last.
func TestEmbeddedFacesHaveEverySign(t *testing.T) {
	const marks, signs = "ẞ„“‚‘–—…•\u2011€§°×½²³", "→✓☐☑▲▼●■←↑↓"
	for _, name := range faceNames(t) {
		faces := []*Face{loadFace(t, name)}
		if m := MissingGlyphs([]Span{{Text: marks, Font: &Font{Faces: faces, Size: 1, Lang: "de"}}}); len(m) > 0 {
			t.Errorf("%s lacks %v", name, m)
		}
		faces = append(faces, loadFace(t, "SourceSans3-Regular.ttf"))
		if m := MissingGlyphs([]Span{{Text: signs, Font: &Font{Faces: faces, Size: 1, Lang: "de"}}}); len(m) > 0 {
			t.Errorf("%s and its fallback lack %v", name, m)
		}
	}
}
