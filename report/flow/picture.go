package flow

import (
	"strconv"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/typeset"
)

// picture sets a picture with its caption and credit on one page.
func (b *Builder) picture(g *galley.Galley, f typeset.Frame, v *doc.Picture) {
	start := len(g.Boxes)
	var e *page.Elem
	if !v.Decorative {
		if f, e = b.illustration(f, len(v.Credit) > 0); e != nil {
			e.Detail().Alt = captioned(v.Caption, v.Alt)
			if v.AltLang != "" && typeset.Language(v.AltLang) != b.Set.Language() {
				e.Detail().Lang = v.AltLang
			}
		}
	}
	if v.Picture != nil {
		size := pictureSize(v, f.Width, b.area.PageHeight())
		x := f.X + typeset.Spare(v.Align, f.Width-size.W)
		if f.Aligned && v.Align == doc.Left {
			x = f.X + typeset.Spare(f.Align, f.Width-size.W)
		}
		item := &page.Picture{Box: geom.Box{X: x, W: size.W, H: size.H}, Picture: v.Picture, Elem: e}
		if v.Cover {
			item.Crop = galley.Crop(v.Picture, size)
		}
		b.coarse(v, item)
		s := g.Add(galley.Box{Height: size.H, Items: []page.Item{item}, Fill: v.Fill})
		if v.Bleeds != 0 {
			s.Extend().Bleeds = []galley.Bleed{{Item: item, Sides: v.Bleeds}}
		}
	}
	style := b.styles.Styled(v.CaptionStyle)
	for i, list := range [][]doc.Inline{v.Caption, v.Credit} {
		if len(list) == 0 {
			continue
		}
		s, kind, in := style, "Caption", beneath(f, e)
		if i == 1 {
			s, kind, in = b.styles.Small(style), "P", f
		}
		if v.Picture != nil {
			g.Bind(galley.PenaltyStrand)
			g.Space(3 * geom.Pt)
		}
		b.Set.Caption(g, in, list, s, kind)
	}
	g.Keep(start, galley.PenaltyKeep)
}

// pictureSize is the wished size, made smaller until column and page can hold it.
func pictureSize(v *doc.Picture, column, available geom.Length) geom.Size {
	pw, ph := int64(max(v.Picture.Width, 1)), int64(max(v.Picture.Height, 1))
	w, h := v.Width, v.Height
	switch {
	case w <= 0 && h <= 0:
		w = column
		h = w.Mul(ph, pw)
	case w <= 0:
		w = h.Mul(pw, ph)
	case h <= 0:
		h = w.Mul(ph, pw)
	case !v.Cover:
		if fit := w.Mul(ph, pw); fit < h {
			h = fit
		} else {
			w = h.Mul(pw, ph)
		}
	}
	if w > column {
		if !v.Cover {
			h = h.Mul(int64(column), int64(w))
		}
		w = column
	}
	if h > available {
		if !v.Cover {
			w = w.Mul(int64(available), int64(h))
		}
		h = available
	}
	return geom.Size{W: max(w, 1), H: max(h, 1)}
}

// coarse adds a finding for a picture that prints coarse at its size. Vectors are never coarse.
func (b *Builder) coarse(v *doc.Picture, item *page.Picture) {
	if v.Picture.Vector != nil || b.Set.Quiet || b.low[v.Picture.Name] {
		return
	}
	pixels := int64(v.Picture.Width)
	if c := item.Crop; c[2] > 0 {
		pixels = pixels * int64(c[2]-c[0]) / 10000
	}
	ppi := pixels * int64(geom.In) / int64(max(item.Box.W, 1))
	if ppi < int64(b.area.MinPPI) {
		b.low[v.Picture.Name] = true
		b.Set.Out.Add("coarse-picture", v.At, v.Picture.Name, strconv.FormatInt(ppi, 10), strconv.Itoa(b.area.MinPPI))
	}
}
