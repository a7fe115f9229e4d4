package towndata

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"sync"
)

// photograph is as large as an A3 poster needs; every town has the same.
var photograph = sync.OnceValue(func() []byte {
	m := image.NewRGBA(image.Rect(0, 0, 2400, 1600))
	for x := range 2400 {
		for y := range 1600 {
			m.SetRGBA(x, y, color.RGBA{uint8(60 + x/24), uint8(90 + y/20), uint8(150 - x/40), 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		panic(err)
	}
	return b.Bytes()
})

// logo is a plain sign of the given proportions in pixels.
func logo(w, h int) []byte {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for x := range w {
		for y := range h {
			if (x/20+y/20)%3 > 0 {
				m.SetNRGBA(x, y, color.NRGBA{20, 60, 90, 255})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// picturesFile makes the photograph and the coat of arms, and logos that are wide, square and tall.
func (g *maker) picturesFile() {
	var list []any
	add := func(id, ext, alt string, data []byte) {
		g.files["data/bilder/"+id+ext] = data
		list = append(list, record{"id": id, "file": "bilder/" + id + ext, "alt": alt, "credit": "Stadt Buchholz"})
	}
	if g.is["pictures"] > 0 {
		add("cover", ".jpg", "Blick über die Dächer", photograph())
		add("wappen", ".png", "Wappen von Buchholz", logo(400, 480))
	}
	for i := range g.is["logos"] {
		id := fmt.Sprintf("logo-%d", i+1)
		g.logos = append(g.logos, id)
		size := [][2]int{{1200, 240}, {500, 500}, {800, 400}, {300, 700}}[i%4]
		add(id, ".png", fmt.Sprintf("Logo %d", i+1), logo(size[0], size[1]))
	}
	g.write("bilder", record{"pictures": list})
}
