package compose

import (
	"testing"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/picture"
)

func TestLogosOfAStripLookEquallyLarge(t *testing.T) {
	sizes := func(width geom.Length, proportions ...[2]int) (list []*doc.Picture, sum geom.Length) {
		for _, p := range proportions {
			list = append(list, &doc.Picture{Picture: &picture.Picture{Width: p[0], Height: p[1]}})
		}
		sized(list, 12*geom.MM, 6*geom.MM, width)
		for i, p := range list {
			sum += p.Width
			if i > 0 {
				sum += 6 * geom.MM
			}
		}
		return list, sum
	}
	list, _ := sizes(300*geom.MM, [2]int{100, 100}, [2]int{400, 100}, [2]int{100, 300}, [2]int{2000, 100})
	for i, want := range []geom.Length{12 * geom.MM, 12 * geom.MM * 625 / 1000, 12 * geom.MM, 6 * geom.MM} {
		if got := list[i].Height; got.String() != want.String() {
			t.Errorf("logo %d is %v high, want %v", i, got, want)
		}
	}
	six := [][2]int{{500, 100}, {500, 100}, {500, 100}, {500, 100}, {500, 100}, {500, 100}}
	if _, sum := sizes(150*geom.MM, six...); sum > 150*geom.MM || sum < 149*geom.MM {
		t.Errorf("six wide logos take %v of %v", sum, 150*geom.MM)
	}
}
