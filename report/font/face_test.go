package font

import (
	"errors"
	"testing"
)

func TestRefusedFonts(t *testing.T) {
	good := loadFace(t, "SourceSans3-It.ttf").Data()
	restricted := append([]byte(nil), good...)
	tables, err := directory(restricted)
	if err != nil {
		t.Fatal(err)
	}
	tables["OS/2"][9] = 2
	for _, c := range []struct {
		data []byte
		want Fault
	}{
		{restricted, NoEmbedding}, {nil, NoFont}, {good[:len(good)/2], Damaged}, {[]byte("OTTO"), CFFOutlines}, {[]byte("ttcf"), Collection},
		{[]byte("wOF2"), WebFont}, {[]byte("Title: font"), NoFont}, {make([]byte, maxFont+1), TooLarge},
	} {
		if _, err := Parse(c.data); !errors.Is(err, c.want) {
			t.Errorf("want %v, got %v", c.want, err)
		}
	}
}
