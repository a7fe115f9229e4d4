package font

import (
	"math/rand/v2"
	"testing"
)

func TestDamagedTablesAreReadSafely(t *testing.T) {
	face := loadFace(t, "SourceSans3-It.ttf")
	tables, err := directory(face.Data())
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(7, 7))
	for round := range 2000 {
		gpos := append(table(nil), tables["GPOS"]...)
		gsub := append(table(nil), tables["GSUB"]...)
		for range 1 + round%50 {
			gpos[random.IntN(min(len(gpos), 20<<(round%12)))] = byte(random.Uint32())
			gsub[random.IntN(min(len(gsub), 20<<(round%12)))] = byte(random.Uint32())
		}
		damaged := &Face{advances: face.advances, pairs: kernLookups(gpos), cmap: face.cmap, singles: gsub}
		for a := range GlyphID(100) {
			damaged.Kern(a*3, a*5)
		}
		damaged.Glyphs(func(tag string) bool { return tag == "onum" || tag == "sups" })
		damaged.readLigatures()
	}
}
