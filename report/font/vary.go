package font

import (
	"math"
	"slices"

	gotext "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// axis is a direction in which a variable font varies, such as wght.
type axis struct {
	tag      string
	standard float32
}

// instance is a named place in a variable font.
type instance struct {
	name, postScript int       // numbers in table name; postScript 0xFFFF or 0: none
	at               []float32 // on each axis
}

// variations reads table fvar: axes and named instances (OpenType specification, fvar).
func variations(fvar table) (axes []axis, instances []instance) {
	fixed := func(t table, i int) float32 { return float32(int32(t.u32(i))) / 65536 }
	from, n, size := fvar.u16(4), fvar.u16(8), fvar.u16(10)
	for i := range n {
		rec := fvar.cut(from+i*size, 20)
		if rec == nil {
			return nil, nil
		}
		axes = append(axes, axis{string(rec[:4]), fixed(rec, 8)})
	}
	from, size = from+n*size, fvar.u16(14)
	for i := range min(fvar.u16(12), maxInstances) {
		rec := fvar.cut(from+i*size, size)
		if rec == nil || size < 4+4*n {
			return axes, instances
		}
		in := instance{name: rec.u16(0), postScript: rec.u16(4 + 4*n)}
		for k := range n {
			in.at = append(in.at, fixed(rec, 4+4*k))
		}
		instances = append(instances, in)
	}
	return axes, instances
}

// on is where an instance stands on an axis.
func (in *instance) on(axes []axis, tag string) (v float32, ok bool) {
	i := slices.IndexFunc(axes, func(a axis) bool { return a.tag == tag })
	if i < 0 {
		return 0, false
	}
	return in.at[i], true
}

// vary moves the face to a named instance, by number from 1: its name, its widths and its measures.
func (f *Face) vary(number int) error {
	axes, instances := variations(f.tables["fvar"])
	library := f.member.library()
	if number > len(instances) || library == nil {
		return damaged("no instance %d", number)
	}
	in := &instances[number-1]
	if weight, ok := in.on(axes, "wght"); ok {
		f.weight = int(weight)
	}
	f.name = f.instanceName(in)
	var at []gotext.Variation
	for i, a := range axes {
		at = append(at, gotext.Variation{Tag: opentype.NewTag(a.tag[0], a.tag[1], a.tag[2], a.tag[3]), Value: in.at[i]})
	}
	plain, varied := gotext.NewFace(library), gotext.NewFace(library)
	varied.SetVariations(at)
	if len(varied.Coords()) != len(axes) {
		return damaged("bad variations")
	}
	if !slices.ContainsFunc(varied.Coords(), func(c gotext.VarCoord) bool { return c != 0 }) {
		return nil
	}
	f.coords = varied.Coords()
	return f.varyMetrics(plain, varied)
}

// varyMetrics moves the measures by what tables HVAR and MVAR say.
func (f *Face) varyMetrics(plain, varied *gotext.Face) (err error) {
	defer func() {
		if recover() != nil {
			err = damaged("bad variations")
		}
	}()
	for g := range f.advances {
		f.advances[g] = uint16(min(max(math.Round(float64(varied.HorizontalAdvance(gotext.GID(g)))), 0), math.MaxUint16))
	}
	round := func(v float32) int { return int(math.Round(float64(v))) }
	before, _ := plain.FontHExtents()
	after, _ := varied.FontHExtents()
	f.ascent += round(after.Ascender - before.Ascender)
	f.descent -= round(after.Descender - before.Descender)
	f.capHeight += round(varied.LineMetric(gotext.CapHeight) - plain.LineMetric(gotext.CapHeight))
	f.xHeight += round(varied.LineMetric(gotext.XHeight) - plain.LineMetric(gotext.XHeight))
	return nil
}

// isDrawn tells whether the outlines are drawn anew: TrueType outlines that vary.
func (f *Face) isDrawn() bool { return f.coords != nil && f.member.cff == nil }

// checkDrawn draws every glyph once.
func (f *Face) checkDrawn() error {
	face := f.Shaping()
	if face == nil {
		return damaged("bad outlines")
	}
	for g := range f.advances {
		if _, ok := outline(face, GlyphID(g)); !ok {
			return damaged("outline of glyph %d", g)
		}
	}
	return nil
}
