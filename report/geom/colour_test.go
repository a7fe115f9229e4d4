package geom

import (
	"slices"
	"testing"
)

func TestSpotColoursAreNamedWithTheirTint(t *testing.T) {
	for spot, want := range map[string]struct {
		name string
		tint int
	}{
		"": {"", 100}, "HKS 41 K": {"HKS 41 K", 100}, " HKS 41 K 20% ": {"HKS 41 K", 20}, "HKS 41 K 100%": {"HKS 41 K", 100}, "HKS 41 K 1%": {"HKS 41 K", 1}, "HKS 0%": {"HKS 0%", 100}, "HKS 101%": {"HKS 101%", 100},
		"HKS x%": {"HKS x%", 100}, "20%": {"20%", 100}, "HKS  5%": {"HKS", 5},
	} {
		c := Colour{Spot: spot}
		if name, tint := c.SpotTint(); name != want.name || tint != want.tint {
			t.Errorf("%q is %q at %d percent", spot, name, tint)
		}
	}
}

// TestPlatesTakeTheFullestTone: each once, in the order in which they are named.
func TestPlatesTakeTheFullestTone(t *testing.T) {
	p := Palette{{Spot: "B 20%", CMYK: [4]uint8{10, 4, 0, 20}}, {Name: "none"}, {Spot: "A", CMYK: [4]uint8{1, 2, 3, 4}}, {Spot: "B 50%", CMYK: [4]uint8{40, 10, 0, 60}}, {Spot: "B 10%", CMYK: [4]uint8{9, 9, 9, 9}}, {Spot: "A 50%", CMYK: [4]uint8{9, 9, 9, 9}}}
	want := []Spot{{"B", [4]uint8{80, 20, 0, 100}}, {"A", [4]uint8{1, 2, 3, 4}}}
	if got := p.Spots(); !slices.Equal(got, want) {
		t.Errorf("plates %v, want %v", got, want)
	}
}

func TestInksAreFoundByName(t *testing.T) {
	p := Palette{{Name: "text"}, {Name: "accent"}}
	if ink, ok := p.Find("accent"); ink != 1 || !ok {
		t.Errorf("accent is ink %d, %t", ink, ok)
	}
	if ink, ok := p.Find("nothing"); ink != 0 || ok {
		t.Errorf("an unknown name is ink %d, %t", ink, ok)
	}
	if !slices.Equal(p.Names(), []string{"text", "accent"}) {
		t.Error(p.Names())
	}
	if p.At(1).Name != "accent" || p.At(2).Name != "text" || p.At(200).Name != "text" {
		t.Error("an ink that the palette lacks is not the text's")
	}
	if black := (Palette{}).At(0); black.CMYK != [4]uint8{0, 0, 0, 100} || black.Gray != 100 || black.Name != "text" {
		t.Errorf("without a palette: %+v", black)
	}
}
