package odddata

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
)

// pictures are as small, as narrow and as plain as pictures come; none has a credit.
func (g *maker) picturesFile() {
	if !g.pictures {
		return
	}
	shades := image.NewGray(image.Rect(0, 0, 1600, 400))
	clear := image.NewNRGBA(image.Rect(0, 0, 3, 700))
	deep := image.NewNRGBA64(image.Rect(0, 0, 64, 64))
	for i := range 1600 {
		for k := range 400 {
			shades.SetGray(i, k, color.Gray{uint8(i ^ k)})
		}
	}
	for i := range 700 {
		clear.SetNRGBA(1, i, color.NRGBA{200, uint8(i), 40, uint8(i)})
	}
	for i := range 64 {
		deep.SetNRGBA64(i, i, color.NRGBA64{uint16(i) << 10, 0, 65535, 65535})
	}
	dot := image.NewPaletted(image.Rect(0, 0, 1, 1), color.Palette{color.Transparent, color.Black})
	var list []any
	add := func(id, ext string, data []byte) {
		g.files["data/bilder/"+id+ext] = data
		list = append(list, record{"id": id, "file": "bilder/" + id + ext, "alt": g.text(6, false)})
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, shades, nil); err != nil {
		panic(err)
	}
	add("wide", ".jpg", b.Bytes())
	for _, p := range []struct {
		id string
		m  image.Image
	}{{"dot", dot}, {"narrow", clear}, {"deep", deep}} {
		var b bytes.Buffer
		if err := png.Encode(&b, p.m); err != nil {
			panic(err)
		}
		add(p.id, ".png", b.Bytes())
	}
	add("drawing", ".svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0L10 10" stroke="#c00" fill="none"/></svg>`))
	g.write("bilder", record{"pictures": list})
}
