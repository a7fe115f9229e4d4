package font

import (
	"bytes"
	"encoding/binary"
	"testing"
)

// TestGlyphsBeyondTheLastAdvanceShareIt (OpenType, hmtx): typewriter faces write one advance for all.
func TestGlyphsBeyondTheLastAdvanceShareIt(t *testing.T) {
	o := &Subset{HHea: make([]byte, 36)}
	binary.BigEndian.PutUint16(o.HHea[34:], 2)
	o.HMtx = []byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12} // two full metrics, then bearings of glyphs 2 and 3
	for g, want := range map[uint16][]byte{0: {1, 2, 3, 4}, 1: {5, 6, 7, 8}, 2: {5, 6, 9, 10}, 3: {5, 6, 11, 12}, 4: nil} {
		if got := o.metric(g); !bytes.Equal(got, want) {
			t.Errorf("glyph %d: %v, want %v", g, got, want)
		}
	}
}

// TestAssembledFilesSumUp: every table's checksum is right, and the file's is what the format asks.
func TestAssembledFilesSumUp(t *testing.T) {
	whole := loadFace(t, "SourceSans3-Regular.ttf").Data()
	var parts []Part
	for _, tag := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		parts = append(parts, Part{tag, Table(whole, tag)})
	}
	out := Assemble(parts)
	if got := checksum(out); got != 0xB1B0AFBA {
		t.Errorf("the file sums up to %08X", got)
	}
	for i, p := range parts {
		if p.Tag == "head" {
			continue
		}
		if !bytes.Equal(Table(out, p.Tag), p.Data) {
			t.Errorf("%s came out differently", p.Tag)
		}
		if got, want := binary.BigEndian.Uint32(out[12+16*i+4:]), checksum(p.Data); got != want {
			t.Errorf("%s: sum %08X, want %08X", p.Tag, got, want)
		}
	}
}

// TestSubsetsKeepWhatTheyShow: glyphs, their parts and widths, under numbers without gaps.
func TestSubsetsKeepWhatTheyShow(t *testing.T) {
	f := loadFace(t, "SourceSans3-Regular.ttf")
	a, _ := f.Glyph('ä')
	x, _ := f.Glyph('x')
	s := NewSubset(f.Data(), []GlyphID{x, a, x})
	if s == nil || s.Number[0] != 0 || len(s.Number) < 3 || len(s.HMtx) != 4*len(s.Number) || len(s.Loca) != 4*len(s.Number)+4 {
		t.Fatalf("%+v", s)
	}
	for _, g := range []GlyphID{x, a} {
		if got := int(binary.BigEndian.Uint16(s.HMtx[4*s.Number[g]:])); got != f.Advance(g) {
			t.Errorf("glyph %d is %d wide, want %d", g, got, f.Advance(g))
		}
	}
	if NewSubset(f.Data()[:500], []GlyphID{x}) != nil {
		t.Error("a cut file has a subset")
	}
}
