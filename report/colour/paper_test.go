package colour

import (
	"bufio"
	"fmt"
	"image"
	"os"
	"strings"
	"testing"
)

func TestProofAgreesWithGhostscript(t *testing.T) {
	f, err := os.Open("testdata/fogra39-proof.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	proof, err := fogra39(t).NewProof()
	if err != nil {
		t.Fatal(err)
	}
	channels, sum, worst := 0, 0, 0
	for in := bufio.NewScanner(f); in.Scan(); {
		if strings.HasPrefix(in.Text(), "#") {
			continue
		}
		m := image.NewCMYK(image.Rect(0, 0, 2, 2))
		p, want := m.Pix[12:], [3]uint8{}
		if _, err := fmt.Sscan(in.Text(), &p[0], &p[1], &p[2], &p[3], &want[0], &want[1], &want[2]); err != nil {
			t.Fatal(err)
		}
		got := proof.RGBA(m).Pix
		if [4]uint8(got[:4]) != [4]uint8{255, 255, 255, 255} {
			t.Fatalf("paper is %v", got[:4])
		}
		for i, v := range want {
			d := apart(got[12+i], v)
			if channels, sum, worst = channels+1, sum+d, max(worst, d); d > 6 {
				t.Errorf("%s: %v", in.Text(), got[12:])
			}
		}
	}
	if channels != 270 || sum > 50 { // a fifth of a step in the mean
		t.Errorf("%d channels, %d of 255 apart in all, %d at worst", channels, sum, worst)
	}
}
