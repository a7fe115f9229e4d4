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

const growing = `for: f in fields
name: "{{ f.id }}"
title: "{{ f.title }}"
let:
  first: '{{ f.code == "1" }}'
formats: {A3: {size: A3, scale: 100}}
grid: {columns: 2, rows: 4, margin: 10mm, gap: 0mm}
areas:
  - {name: a, at: '1-2 / 1-{{ first ? 3 : 1 }}', largest: '{{ first ? 150 : 90 }}', align: '{{ first ? "bottom" : "top" }}', fill: '{{ first ? "accent" : "" }}', content: x}
  - {name: b, at: '{{ first ? "" : "1 / 4" }}', content: y}
`

func TestAreasOfAPosterMayDependOnTheRecord(t *testing.T) {
	docs, _, out := posters(t, growing, "A3")
	if len(docs) != 2 || len(out.Findings) > 0 {
		t.Fatalf("%d posters, findings %v", len(docs), out.Findings)
	}
	one, two := docs[0].Posters[0].Areas, docs[1].Posters[0].Areas
	if len(one) != 1 || one[0].Largest != 150 || !one[0].Bottom || !one[0].Filled {
		t.Errorf("first %+v", one)
	}
	if len(two) != 2 || two[0].Largest != 90 || two[0].Bottom || two[0].Filled || two[0].Box.H >= one[0].Box.H {
		t.Errorf("second %+v", two)
	}
}
