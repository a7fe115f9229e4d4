package paint

import (
	"strconv"
	"strings"

	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/svg"
)

// vector paints a picture's paths in its own coordinates, y up.
type vector struct {
	*painter
	form   page.DrawnForm
	at     frame
	height geom.Length
	b      []byte
	now    pen
	states map[string]bool // written, by name
	shades int
}

// pen is the graphics state of a form as far as its paths change it.
type pen struct {
	fill, line, state, dash string
	weight                  int64
	miter                   int
	ends                    [2]uint8
}

// form is a vector as a form XObject.
func (p *painter) form(name string, v *svg.Drawing) page.DrawnForm {
	w := &vector{painter: p, at: frame{0, centi(v.Size.H)}, height: v.Size.H, b: []byte("4 M\n"), states: map[string]bool{},
		now: pen{weight: -1, miter: 400}} // SVG's miter limit
	w.form = page.DrawnForm{Name: name, Box: [4]int64{0, 0, centi(v.Size.W) * 10, centi(v.Size.H) * 10}}
	var states, shadings []byte
	for i := range v.Paths {
		if s := &v.Paths[i]; complete(s.Path) && (s.Filled || s.Weight > 0) {
			w.path(s, &states, &shadings)
		}
	}
	w.form.Content = w.b
	if len(states) > 0 {
		w.form.Resources = append(append([]byte("/ExtGState <<"), states...), ">>"...)
	}
	if len(shadings) > 0 {
		w.form.Resources = append(append(append(w.form.Resources, "/Shading <<"...), shadings...), ">>"...)
	}
	return w.form
}

// path paints one path within its clips. Where the standard knows no transparency, a colour that lets something through is
// mixed with the paper, as pictures are.
func (w *vector) path(s *svg.Path, states, shadings *[]byte) {
	saved, scoped := w.now, len(s.Clips) > 0 || s.Gradient != nil
	if scoped {
		w.b = append(w.b, "q\n"...)
		for i := range s.Clips {
			w.clip(s.Clips[i].Path, s.Clips[i].EvenOdd)
		}
	}
	clear, clearLine := s.Clear, s.ClearLine
	if w.edition.Standard().Transparent() {
		w.state(clear, clearLine, states)
		clear, clearLine = 0, 0
	}
	filled := s.Filled
	if s.Gradient != nil {
		w.shade(s, clear, shadings)
		filled = false
	}
	if filled {
		w.colour(&w.now.fill, s.Fill, clear, false)
	}
	if s.Weight > 0 {
		w.colour(&w.now.line, s.Stroke, clearLine, true)
		w.stroke(s)
	}
	if filled || s.Weight > 0 {
		w.b = appendPath(w.b, w.at, s.Path)
		w.b = append(w.b, painting(filled, s.Weight > 0, s.EvenOdd)...)
	}
	if scoped {
		w.b = append(w.b, "Q\n"...)
		w.now = saved
	}
}

func (w *vector) clip(path geom.Path, evenOdd bool) {
	if !complete(path) { // nothing shows through a hole that is none
		w.b = append(w.b, "0 0 0 0 re W n\n"...)
		return
	}
	w.b = appendPath(w.b, w.at, path)
	if evenOdd {
		w.b = append(w.b, "W* n\n"...)
	} else {
		w.b = append(w.b, "W n\n"...)
	}
}

// state sets how much of what lies below shows through (ISO 32000-1, 11.6.4.4).
func (w *vector) state(clear, clearLine int, states *[]byte) {
	name := "A" + strconv.Itoa(1000-clear) + "x" + strconv.Itoa(1000-clearLine)
	if clear == 0 && clearLine == 0 && w.now.state == "" || name == w.now.state {
		return
	}
	if !w.states[name] {
		w.states[name] = true
		*states = append(*states, "/"+name+" <</Type /ExtGState /ca "...)
		*states = append(appendScaled(*states, int64(1000-clear), 3), " /CA "...)
		*states = append(appendScaled(*states, int64(1000-clearLine), 3), ">>"...)
	}
	w.form.Alpha = w.form.Alpha || clear > 0 || clearLine > 0
	w.b = append(w.b, "/"+name+" gs\n"...)
	w.now.state = name
}

func (w *vector) colour(now *string, rgb [3]uint8, clear int, line bool) {
	if op := string(operator(w.vectorColour(onPaper(rgb, clear)), w.edition.Colour, line)); op != *now {
		w.b = append(w.b, op...)
		*now = op
	}
}

// onPaper mixes a colour with white.
func onPaper(rgb [3]uint8, clear int) [3]uint8 {
	for i, v := range rgb {
		rgb[i] = uint8(int64(v) + ratio(int64(255-v), int64(clear), 1000))
	}
	return rgb
}

func (w *vector) stroke(s *svg.Path) {
	if weight := max(centi(s.Weight), 1); weight != w.now.weight {
		w.b = append(appendCenti(w.b, weight), " w\n"...)
		w.now.weight = weight
	}
	if e := [2]uint8{s.Cap, s.Join}; e != w.now.ends {
		w.b = append(appendInt(w.b, int64(e[0])), " J "...)
		w.b = append(appendInt(w.b, int64(e[1])), " j\n"...)
		w.now.ends = e
	}
	if miter := s.Miter; miter > 0 && miter != w.now.miter {
		w.b = append(appendCenti(w.b, int64(miter)), " M\n"...)
		w.now.miter = miter
	}
	dash := ""
	if len(s.Dashes) > 0 {
		d := []byte{'['}
		for _, l := range s.Dashes {
			d = append(appendCenti(d, centi(l)), ' ')
		}
		dash = string(append(appendCenti(append(d, "] "...), centi(s.Phase)), " d\n"...))
	}
	if dash != w.now.dash {
		w.now.dash = dash
		if dash == "" {
			dash = "[] 0 d\n"
		}
		w.b = append(w.b, dash...)
	}
}

// shade fills a path with a gradient: a shading of type 2 or 3 (ISO 32000-1, 8.7.4.5) in its own unit space.
func (w *vector) shade(s *svg.Path, clear int, shadings *[]byte) {
	g, name := s.Gradient, "G"+strconv.Itoa(w.shades)
	w.shades++
	*shadings = append(*shadings, "/"+name+" "...)
	*shadings = append(w.shading(*shadings, g, clear), ' ')
	w.b = append(w.b, "q\n"...)
	w.clip(s.Path, s.EvenOdd)
	h := float64(w.height) / float64(geom.Pt)
	m := g.Matrix
	for _, v := range [6]float64{m[0], -m[1], m[2], -m[3], m[4], h - m[5]} { // y up
		w.b = append(appendMicro(w.b, v), ' ')
	}
	w.b = append(w.b, "cm\n/"+name+" sh\nQ\n"...)
}

func (w *vector) shading(b []byte, g *svg.Gradient, clear int) []byte {
	space := map[page.ColourSpace]string{page.CMYK: "/DeviceCMYK", page.Gray: "/DeviceGray", page.RGB: "/DeviceRGB"}[w.edition.Colour]
	if g.Radial {
		b = append(b, "<</ShadingType 3 /Coords ["...)
		b = append(appendMicro(b, g.FocusX), ' ')
		b = append(appendMicro(b, g.FocusY), " 0 0 0 1]"...)
	} else {
		b = append(b, "<</ShadingType 2 /Coords [0 0 1 0]"...)
	}
	b = append(b, " /Extend [true true] /ColorSpace "+space+" /Function "...)
	return append(w.ramp(b, g.Stops, clear), ">>"...)
}

// ramp joins the steps between stops (ISO 32000-1, 7.10.4): before the first and behind the last, colours stand still.
func (w *vector) ramp(b []byte, stops []svg.Stop, clear int) []byte {
	all := append([]svg.Stop{{At: 0, RGB: stops[0].RGB}}, stops...)
	all = append(all, svg.Stop{At: 10000, RGB: stops[len(stops)-1].RGB})
	var functions, bounds []byte
	pieces := 0
	for i := 1; i < len(all); i++ {
		if all[i].At == all[i-1].At { // a hard edge, or nothing before the first stop
			continue
		}
		if pieces++; pieces > 1 {
			bounds = append(appendScaled(bounds, int64(all[i-1].At), 4), ' ')
		}
		functions = append(functions, "<</FunctionType 2 /Domain [0 1] /N 1 /C0 ["+w.components(all[i-1].RGB, clear)+"] /C1 ["+w.components(all[i].RGB, clear)+"]>>"...)
	}
	if pieces == 1 {
		return append(b, functions...)
	}
	b = append(append(b, "<</FunctionType 3 /Domain [0 1] /Functions ["...), functions...)
	b = append(append(b, "] /Bounds ["...), bounds...)
	return append(b, "] /Encode ["+strings.TrimSpace(strings.Repeat("0 1 ", pieces))+"]>>"...)
}

// components are a colour's numbers without the operator.
func (w *vector) components(rgb [3]uint8, clear int) string {
	op := operator(w.vectorColour(onPaper(rgb, clear)), w.edition.Colour, false)
	return strings.TrimRight(string(op), " rgk\n")
}

// appendMicro writes a number with six decimals, without trailing zeros.
func appendMicro(b []byte, v float64) []byte {
	if v < 0 {
		return appendScaled(b, -int64(0.5-v*1e6), 6)
	}
	return appendScaled(b, int64(v*1e6+0.5), 6)
}
