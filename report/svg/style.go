package svg

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// properties is what elements inherit, and their transform.
type properties struct {
	matrix       [6]float64
	fill, stroke paint
	colour       [3]uint8
	width, miter float64
	dashes       []float64
	phase        float64
	evenOdd      bool
	cap, join    uint8
	hidden       bool
	clips        []Clip // of the elements around, in the drawing's units

	opacity                  float64 // the element's own: not inherited
	fillOpacity, lineOpacity float64
}

// paint is a colour or a gradient.
type paint struct {
	on  bool
	rgb [3]uint8
	ref *node
}

func (s *properties) stroked() bool { return s.stroke.on && s.width > 0 }

// scale of lengths under the matrix, and whether it is the same in all directions.
func (s *properties) scale() (float64, bool) {
	m := &s.matrix
	x, y := math.Hypot(m[0], m[1]), math.Hypot(m[2], m[3])
	square := math.Abs(float64(m[0]*m[2])+float64(m[1]*m[3])) <= 0.01*float64(x*y)
	return (x + y) / 2, square && math.Abs(x-y) <= 0.01*x
}

// plainly are properties that only their harmless value may have: anything else would not be painted as meant.
var plainly = []struct{ key, value string }{
	{"mask", "none"}, {"filter", "none"}, {"marker", "none"}, {"marker-start", "none"}, {"marker-mid", "none"}, {"marker-end", "none"},
	{"vector-effect", "none"}, {"mix-blend-mode", "normal"}, {"transform-origin", "0 0"},
}

// fillFirst tells whether a paint-order is the usual one: the stroke lies over the fill.
func fillFirst(order string) bool {
	for _, part := range strings.Fields(order) {
		if part == "stroke" {
			return false
		}
		if part == "fill" {
			break
		}
	}
	return true
}

// with applies an element's attributes; it returns those that cannot be painted.
func (s properties) with(a map[string]string, byID map[string]*node) (_ properties, cannot []string) {
	for _, p := range plainly {
		if v := a[p.key]; v != "" && v != p.value {
			cannot = append(cannot, p.key)
		}
	}
	if !fillFirst(a["paint-order"]) {
		cannot = append(cannot, "paint-order")
	}
	if v, ok := rgb(a["color"], s.colour); ok && v.on {
		s.colour = v.rgb
	}
	for _, p := range [2]struct {
		key string
		to  *paint
	}{{"fill", &s.fill}, {"stroke", &s.stroke}} {
		if v := a[p.key]; v != "" && v != "inherit" {
			paint, ok := painted(v, s.colour, byID)
			if !ok {
				cannot = append(cannot, p.key+"="+v)
			}
			*p.to = paint
		}
	}
	for _, o := range [3]struct {
		key string
		to  *float64
	}{{"opacity", &s.opacity}, {"fill-opacity", &s.fillOpacity}, {"stroke-opacity", &s.lineOpacity}} {
		if v := a[o.key]; v != "" && v != "inherit" {
			f, ok := fraction(v)
			if !ok {
				cannot = append(cannot, o.key)
				continue
			}
			*o.to = min(max(f, 0), 1)
		}
	}
	return s.withPen(a, cannot)
}

// painted reads a fill or a stroke: a colour, or a gradient of the file with a colour for when there is none.
func painted(v string, current [3]uint8, byID map[string]*node) (paint, bool) {
	if !strings.HasPrefix(v, "url(") {
		return rgb(v, current)
	}
	if n := byID[ident(v)]; n != nil && (n.kind == "linearGradient" || n.kind == "radialGradient") {
		return paint{on: true, ref: n}, true
	}
	_, other, _ := strings.Cut(v, ")")
	if other = strings.TrimSpace(other); other != "" && byID[ident(v)] == nil {
		return rgb(other, current)
	}
	return paint{}, false
}

func (s properties) withPen(a map[string]string, cannot []string) (properties, []string) {
	if v := a["stroke-width"]; v != "" && v != "inherit" {
		w, ok := length(v)
		if !ok || w < 0 {
			cannot = append(cannot, "stroke-width")
		}
		s.width = max(w, 0)
	}
	if v := a["stroke-miterlimit"]; v != "" && v != "inherit" {
		if m, ok := length(v); ok && m >= 1 {
			s.miter = min(m, 1000)
		}
	}
	var dashed bool
	if s.dashes, dashed = dashes(a["stroke-dasharray"], s.dashes); !dashed {
		cannot = append(cannot, "stroke-dasharray")
	}
	s.phase, _ = lengthOr(a["stroke-dashoffset"], s.phase)
	s.cap = choice(a["stroke-linecap"], s.cap, "butt", "round", "square")
	s.join = choice(a["stroke-linejoin"], s.join, "miter", "round", "bevel")
	switch a["fill-rule"] {
	case "evenodd":
		s.evenOdd = true
	case "nonzero":
		s.evenOdd = false
	}
	if a["display"] == "none" || a["visibility"] == "hidden" || a["visibility"] == "collapse" {
		s.hidden = true
	}
	if v := a["transform"]; v != "" {
		m, ok := transform(v)
		if !ok {
			return s, append(cannot, "transform")
		}
		s.matrix = multiply(s.matrix, m)
	}
	return s, cannot
}

// dashes reads the lengths of lines and gaps; all zero is a full line (SVG 1.1, 11.4).
func dashes(v string, now []float64) ([]float64, bool) {
	switch v {
	case "", "inherit":
		return now, true
	case "none":
		return nil, true
	}
	var list []float64
	sum := 0.0
	for _, w := range strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' || r == '\n' }) {
		n, ok := length(w)
		if !ok || n < 0 || len(list) == maxDepth {
			return nil, false
		}
		list, sum = append(list, n), sum+n
	}
	if sum == 0 {
		return nil, true
	}
	return list, true
}

// lengthOr is a length, or another where none is given; false if it is none.
func lengthOr(v string, other float64) (float64, bool) {
	if v == "" || v == "inherit" {
		return other, true
	}
	return length(v)
}

// choice is the place of v among names; another value changes nothing.
func choice(v string, now uint8, names ...string) uint8 {
	for i, n := range names {
		if v == n {
			return uint8(i)
		}
	}
	return now
}

// rgb reads a colour; false for gradients, patterns and what else has no plain colour.
func rgb(v string, current [3]uint8) (paint, bool) {
	v = strings.ToLower(strings.TrimSpace(v))
	switch {
	case v == "none" || v == "transparent":
		return paint{}, true
	case v == "currentcolor":
		return paint{on: true, rgb: current}, true
	case strings.HasPrefix(v, "#"):
		return hexColour(v[1:])
	case strings.HasPrefix(v, "rgb(") && strings.HasSuffix(v, ")"):
		return rgbColour(v[4 : len(v)-1])
	case strings.HasPrefix(v, "hsl(") && strings.HasSuffix(v, ")"):
		return hslColour(v[4 : len(v)-1])
	case v == "rebeccapurple": // of CSS Color 4, as "transparent"
		return paint{on: true, rgb: [3]uint8{0x66, 0x33, 0x99}}, true
	}
	c, ok := colornames.Map[v]
	return paint{on: ok, rgb: [3]uint8{c.R, c.G, c.B}}, ok
}

func hexColour(v string) (paint, bool) {
	if len(v) == 3 {
		v = string([]byte{v[0], v[0], v[1], v[1], v[2], v[2]})
	}
	if len(v) == 8 && v[6:] == "ff" {
		v = v[:6]
	}
	n, err := strconv.ParseUint(v, 16, 32)
	if err != nil || len(v) != 6 {
		return paint{}, false
	}
	return paint{on: true, rgb: [3]uint8{uint8(n >> 16), uint8(n >> 8), uint8(n)}}, true
}

func rgbColour(v string) (paint, bool) {
	parts := strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ' ' })
	if len(parts) != 3 {
		return paint{}, false
	}
	p := paint{on: true}
	for i, s := range parts {
		scale := 1.0
		if t, ok := strings.CutSuffix(s, "%"); ok {
			s, scale = t, 2.55
		}
		f, err := strconv.ParseFloat(s, 64)
		if err != nil || math.IsNaN(f) {
			return paint{}, false
		}
		p.rgb[i] = uint8(math.Round(min(max(float64(f*scale), 0), 255)))
	}
	return p, true
}

// hslColour reads hue in degrees, saturation and lightness in percent: hsl(20, 80%, 40%) or hsl(20deg 80% 40%).
func hslColour(v string) (paint, bool) {
	parts := strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ' ' })
	if len(parts) != 3 || !strings.HasSuffix(parts[1], "%") || !strings.HasSuffix(parts[2], "%") {
		return paint{}, false
	}
	hue, err := strconv.ParseFloat(strings.TrimSuffix(parts[0], "deg"), 64)
	sat, okS := fraction(parts[1])
	light, okL := fraction(parts[2])
	if err != nil || math.IsNaN(hue) || math.IsInf(hue, 0) || !okS || !okL {
		return paint{}, false
	}
	sat, light = min(max(sat, 0), 1), min(max(light, 0), 1)
	p := paint{on: true}
	for i, n := range [3]float64{0, 8, 4} { // the formula of CSS Color 4, section 7.1
		k := math.Mod(math.Mod(n+hue/30, 12)+12, 12)
		c := light - float64(float64(sat*min(light, 1-light))*max(-1, min(k-3, 9-k, 1)))
		p.rgb[i] = uint8(math.Round(float64(c * 255)))
	}
	return p, true
}

func fraction(v string) (float64, bool) {
	scale := 1.0
	if t, ok := strings.CutSuffix(v, "%"); ok {
		v, scale = t, 0.01
	}
	f, err := strconv.ParseFloat(v, 64)
	return f * scale, err == nil && !math.IsNaN(f)
}

// units of CSS in pixels.
var units = []struct {
	name string
	px   float64
}{{"px", 1}, {"pt", 96.0 / 72}, {"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96}, {"pc", 16}}

// length reads a length in user units; percentages and em have no meaning here.
func length(v string) (float64, bool) {
	v = strings.TrimSpace(v)
	scale := 1.0
	for _, u := range units {
		if t, ok := strings.CutSuffix(v, u.name); ok {
			v, scale = strings.TrimSpace(t), u.px
			break
		}
	}
	f, err := strconv.ParseFloat(v, 64)
	f *= scale
	return f, err == nil && math.Abs(f) <= maxNumber
}

// transform reads a transform list (SVG 1.1, 7.6).
func transform(v string) ([6]float64, bool) {
	m := [6]float64{1, 0, 0, 1, 0, 0}
	for v = strings.Trim(v, " ,\t\r\n"); v != ""; v = strings.Trim(v, " ,\t\r\n") {
		kind, rest, ok := strings.Cut(v, "(")
		args, rest, ok2 := strings.Cut(rest, ")")
		if !ok || !ok2 {
			return m, false
		}
		step, good := single(strings.TrimSpace(kind), numbers(args))
		if !good {
			return m, false
		}
		m, v = multiply(m, step), rest
	}
	return m, true
}

func single(kind string, n []float64) ([6]float64, bool) {
	m := [6]float64{1, 0, 0, 1, 0, 0}
	switch {
	case kind == "matrix" && len(n) == 6:
		copy(m[:], n)
	case kind == "translate" && (len(n) == 1 || len(n) == 2):
		m[4] = n[0]
		if len(n) == 2 {
			m[5] = n[1]
		}
	case kind == "scale" && (len(n) == 1 || len(n) == 2):
		m[0], m[3] = n[0], n[len(n)-1]
	case kind == "rotate" && (len(n) == 1 || len(n) == 3):
		sin, cos := math.Sincos(n[0] * math.Pi / 180)
		m = [6]float64{cos, sin, -sin, cos, 0, 0}
		if len(n) == 3 {
			m = multiply(multiply([6]float64{1, 0, 0, 1, n[1], n[2]}, m), [6]float64{1, 0, 0, 1, -n[1], -n[2]})
		}
	case kind == "skewX" && len(n) == 1:
		m[2] = math.Tan(n[0] * math.Pi / 180)
	case kind == "skewY" && len(n) == 1:
		m[1] = math.Tan(n[0] * math.Pi / 180)
	default:
		return m, false
	}
	return m, true
}

// multiply is a after b, each as a b c d e f of SVG. The conversions keep processors from fusing the steps.
func multiply(a, b [6]float64) [6]float64 {
	return [6]float64{
		float64(a[0]*b[0]) + float64(a[2]*b[1]), float64(a[1]*b[0]) + float64(a[3]*b[1]),
		float64(a[0]*b[2]) + float64(a[2]*b[3]), float64(a[1]*b[2]) + float64(a[3]*b[3]),
		float64(a[0]*b[4]) + float64(a[2]*b[5]) + a[4], float64(a[1]*b[4]) + float64(a[3]*b[5]) + a[5],
	}
}
