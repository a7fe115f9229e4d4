package text

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"strings"
	"testing"

	"konzept/report/geom"
)

// TestDamagedTablesLoseNoText damages the tables that choose and move glyphs: whatever becomes of the letters' forms, the text
// is all there.
func TestDamagedTablesLoseNoText(t *testing.T) {
	good := loadFace(t, "SourceSans3-It.ttf").Data()
	random := rand.New(rand.NewPCG(7, 7))
	for round := range 60 {
		data := bytes.Clone(good)
		for _, tag := range []string{"GPOS", "GSUB", "GDEF"} {
			damage(data, tag, 1+round%50, 20<<(round%12), random)
		}
		face, err := Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, features := range []Features{0, OldstyleFigures | Superiors} {
			font := &Font{Faces: []*Face{face}, Size: 10 * geom.Pt, Lang: "de", Features: features}
			checkWhole(t, sample, Break([]Span{{Text: sample, Font: font}}, Options{Width: 200 * geom.Pt, Align: Justify, Hyphenate: true}))
		}
	}
}

// damage changes n of the first bytes of a table.
func damage(font []byte, tag string, n, first int, random *rand.Rand) {
	be := binary.BigEndian
	for i := range int(be.Uint16(font[4:])) {
		if record := font[12+16*i:]; string(record[:4]) == tag {
			table := font[be.Uint32(record[8:]):][:be.Uint32(record[12:])]
			for range n {
				table[random.IntN(min(len(table), first))] = byte(random.Uint32())
			}
		}
	}
}

// checkWhole compares what lines print, and what their glyphs stand for, with the text.
func checkWhole(t *testing.T, text string, lines []Line) {
	t.Helper()
	var printed strings.Builder
	for _, l := range lines {
		for _, p := range l.Pieces {
			if p.Run.Text == string(softHyphen) {
				continue
			}
			bytes := 0
			for _, g := range p.Run.Glyphs {
				bytes += int(g.Len)
			}
			if bytes != len(p.Run.Text) || p.Run.Offsets != nil && len(p.Run.Offsets) != len(p.Run.Glyphs) {
				t.Errorf("%q: glyphs stand for %d bytes of %d, %d offsets", p.Run.Text, bytes, len(p.Run.Text), len(p.Run.Offsets))
			}
			printed.WriteString(p.Run.Text)
		}
	}
	if got := strings.ReplaceAll(printed.String(), string(softHyphen), ""); got != strings.ReplaceAll(text, string(softHyphen), "") {
		t.Errorf("printed %q", got)
	}
}
