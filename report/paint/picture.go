package paint

import (
	"strconv"

	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/picture"
)

// pictureKey is a picture's content; the same file used twice is embedded once.
type pictureKey [16]byte

type placed struct {
	name  string
	form  bool
	alpha bool
}

// picture places an image or a vector so that its crop fills the box.
func (p *painter) picture(it *page.Picture) {
	if it.Picture == nil || it.Box.W <= 0 || it.Box.H <= 0 {
		return
	}
	obj := p.object(it.Picture)
	if obj == nil {
		return
	}
	p.overprint(false)
	saved := p.save()
	box := it.Box
	if c := it.Crop; c != [4]int{} && c[0] < c[2] && c[1] < c[3] && c != [4]int{0, 0, 10000, 10000} {
		p.box(it.Box)
		p.b = append(p.b, "W n\n"...)
		w, h := int64(c[2]-c[0]), int64(c[3]-c[1])
		box.W, box.H = it.Box.W.Mul(10000, w), it.Box.H.Mul(10000, h)
		box.X -= it.Box.W.Mul(int64(c[0]), w)
		box.Y -= it.Box.H.Mul(int64(c[1]), h)
	}
	p.transform(box, it.Picture, obj.form)
	p.b = append(append(append(p.b, '/'), obj.name...), " Do\n"...)
	p.restore(saved)
	p.alpha = p.alpha || obj.alpha && p.edition.Standard().Transparent()
}

// transform maps the unit square of an image, or a form's box, to the box on the page.
func (p *painter) transform(box geom.Box, pic *picture.Picture, form bool) {
	x, y := p.place.px(box.X), p.place.py(box.Bottom())
	w, h := p.place.px(box.Right())-x, p.place.py(box.Y)-y
	if form {
		p.b = append(appendScaled(p.b, ratio(w, 1e6, max(centi(pic.Vector.Size.W), 1)), 6), " 0 0 "...)
		p.b = append(appendScaled(p.b, ratio(h, 1e6, max(centi(pic.Vector.Size.H), 1)), 6), ' ')
	} else {
		p.b = append(appendCenti(p.b, w), " 0 0 "...)
		p.b = append(appendCenti(p.b, h), ' ')
	}
	p.b = append(appendPoint(p.b, x, y), "cm\n"...)
}

// object makes the picture an object of the file when it is met first; nil if it holds nothing to paint.
func (p *painter) object(pic *picture.Picture) *placed {
	if o, ok := p.named[pic.Hash]; ok {
		return o
	}
	var o *placed
	switch {
	case pic.Vector != nil:
		o = &placed{name: "V" + strconv.Itoa(len(p.drawn.Forms)), form: true}
		form := p.form(o.name, pic.Vector)
		o.alpha = form.Alpha
		p.drawn.Forms = append(p.drawn.Forms, form)
	case pic.Width > 0 && pic.Height > 0:
		im := p.image(pic)
		im.Name = "I" + strconv.Itoa(len(p.drawn.Images))
		o = &placed{name: im.Name, alpha: im.Alpha != nil}
		p.drawn.Images = append(p.drawn.Images, im)
	}
	p.named[pic.Hash] = o
	return o
}

func (p *painter) image(pic *picture.Picture) page.DrawnImage {
	if !p.edition.Standard().Transparent() {
		pic = pic.OnPaper()
	}
	im := page.DrawnImage{Width: pic.Width, Height: pic.Height, Channels: 3, JPEG: pic.JPEG != nil, Data: pic.JPEG, Alpha: pic.Alpha}
	im.Stencil = !p.edition.Standard().Transparent()
	if !im.JPEG {
		im.Data = pic.Pixels
	}
	if pic.Gray {
		im.Channels = 1
		return im
	}
	switch press := p.edition.Press; {
	case p.edition.Colour == page.Gray:
		if data := pic.Grey(); data != nil {
			im.Channels, im.Data = 1, data
		}
	case p.edition.Colour == page.CMYK && press != nil && press.Separation != nil:
		if inks := pic.Inks(press.Separation); inks != nil {
			im.Channels, im.Data, im.JPEG = 4, inks.Data, inks.JPEG
		}
	}
	return im
}
