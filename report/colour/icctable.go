package colour

import (
	"encoding/binary"
	"math"
)

// pipeline is a way through a profile: stages one after the other, each on up to four channels between 0 and 1, with Lab
// in its own units (L 0 to 100, a and b -128 to 127) at the end that faces it.
type pipeline []stage

type stage func([4]float64) [4]float64

func (p pipeline) run(v [4]float64) [4]float64 {
	for _, s := range p {
		v = s(v)
	}
	return v
}

// readPipeline reads lut8Type, lut16Type, lutAToBType and lutBToAType (ICC.1:2010, 10.8 to 10.11).
func readPipeline(b []byte, in, out int) (p pipeline, err error) {
	if len(b) < 32 {
		return nil, errNoTable
	}
	if int(b[8]) != in || int(b[9]) != out {
		return nil, errBadProfile
	}
	kind := string(b[:4])
	switch kind {
	case "mft1", "mft2":
		p, err = readLUT(b, in, out, kind == "mft2")
	case "mBA ", "mAB ":
		p, err = readStages(b, in, out, kind == "mBA ")
	default:
		return nil, errNoTable
	}
	if in == 3 {
		return append(pipeline{encodeLab(kind == "mft2")}, p...), err
	}
	return append(p, decodeLab(kind == "mft2")), err
}

// encodeLab brings Lab to channels. lut16Type keeps the encoding of version 2, whose white is 0xFF00 (ICC.1:2010, 6.3.4.2).
func encodeLab(legacy bool) stage {
	l, ab := 1.0, 1.0
	if legacy {
		l, ab = 65280.0/65535, 65280.0/65535
	}
	return func(v [4]float64) [4]float64 {
		return [4]float64{clamp(v[0] / 100 * l), clamp((v[1] + 128) / 255 * ab), clamp((v[2] + 128) / 255 * ab)}
	}
}

func decodeLab(legacy bool) stage {
	f := 1.0
	if legacy {
		f = 65535.0 / 65280
	}
	return func(v [4]float64) [4]float64 {
		return [4]float64{v[0] * f * 100, v[1]*f*255 - 128, v[2]*f*255 - 128}
	}
}

// clamp also makes 0 of what is no number.
func clamp(v float64) float64 {
	if v > 0 {
		return min(v, 1)
	}
	return 0
}

// readLUT reads input curves, grid and output curves. Its matrix is for XYZ alone.
func readLUT(b []byte, in, out int, wide bool) (pipeline, error) {
	at, size, entries, results := 48, 1, 256, 256
	if wide {
		if len(b) < 52 {
			return nil, errBadProfile
		}
		at, size = 52, 2
		entries, results = int(binary.BigEndian.Uint16(b[48:])), int(binary.BigEndian.Uint16(b[50:]))
	}
	points := int(b[10])
	if points < 2 || entries < 2 || results < 2 {
		return nil, errBadProfile
	}
	cells := out
	for range in {
		cells *= points
	}
	if len(b) < at || (len(b)-at)/size < entries*in+cells+results*out {
		return nil, errBadProfile
	}
	take := func(n int) []float64 {
		v := samples(b[at:], n, size)
		at += n * size
		return v
	}
	curves := func(channels, n int) (c [4]curve) {
		for i := range channels {
			c[i] = tableCurve(take(n))
		}
		return c
	}
	first := curves(in, entries)
	g := &grid{in: in, out: out, points: [4]int{points, points, points, points}, cells: take(cells)}
	return pipeline{curveStage(in, first), g.at, curveStage(out, curves(out, results))}, nil
}

// samples reads n numbers of 1 or 2 bytes as fractions of their largest.
func samples(b []byte, n, size int) []float64 {
	v := make([]float64, n)
	for i := range v {
		if size == 1 {
			v[i] = float64(b[i]) / 255
		} else {
			v[i] = float64(binary.BigEndian.Uint16(b[2*i:])) / 65535
		}
	}
	return v
}

// readStages reads the stages of version 4, each optional: B curves, matrix, M curves, grid, A curves; A to B the other
// way round.
func readStages(b []byte, in, out int, toInk bool) (pipeline, error) {
	lab, inks := in, out
	if !toInk {
		lab, inks = out, in
	}
	var all pipeline
	for i, part := range [5]func([]byte) (stage, error){
		func(b []byte) (stage, error) { return readCurves(b, lab) },
		readMatrix,
		func(b []byte) (stage, error) { return readCurves(b, lab) },
		func(b []byte) (stage, error) { return readGrid(b, in, out) },
		func(b []byte) (stage, error) { return readCurves(b, inks) },
	} {
		at := int(binary.BigEndian.Uint32(b[12+4*i:]))
		if at == 0 {
			continue
		}
		if at >= len(b) {
			return nil, errBadProfile
		}
		s, err := part(b[at:])
		if err != nil {
			return nil, err
		}
		if toInk {
			all = append(all, s)
		} else {
			all = append(pipeline{s}, all...)
		}
	}
	return all, nil
}

func fixed(b []byte) float64 { return float64(int32(binary.BigEndian.Uint32(b))) / 65536 }

func readMatrix(b []byte) (stage, error) {
	if len(b) < 48 {
		return nil, errBadProfile
	}
	var m [12]float64
	for i := range m {
		m[i] = fixed(b[4*i:])
	}
	return func(v [4]float64) (w [4]float64) {
		for i := range 3 {
			w[i] = clamp(m[3*i]*v[0] + m[3*i+1]*v[1] + m[3*i+2]*v[2] + m[9+i])
		}
		return w
	}, nil
}

func readGrid(b []byte, in, out int) (stage, error) {
	if len(b) < 20 || b[16] != 1 && b[16] != 2 {
		return nil, errBadProfile
	}
	g := &grid{in: in, out: out}
	cells := out
	for i := range in {
		g.points[i] = int(b[i])
		if g.points[i] < 2 || cells > len(b) {
			return nil, errBadProfile
		}
		cells *= g.points[i]
	}
	if (len(b)-20)/int(b[16]) < cells {
		return nil, errBadProfile
	}
	g.cells = samples(b[20:], cells, int(b[16]))
	return g.at, nil
}

// grid is a table of several dimensions; its first channel moves slowest.
type grid struct {
	in, out int
	points  [4]int
	cells   []float64
}

// at interpolates linearly along every channel: neutrals lie along the axis of lightness, where no diagonal helps.
func (g *grid) at(v [4]float64) (w [4]float64) {
	var part [4]float64
	var step [4]int
	base, stride := 0, g.out
	for i := g.in - 1; i >= 0; i-- {
		x := clamp(v[i]) * float64(g.points[i]-1)
		low := min(int(x), g.points[i]-2)
		part[i], step[i] = x-float64(low), stride
		base += low * stride
		stride *= g.points[i]
	}
	for corner := range 1 << g.in {
		share, at := 1.0, base
		for i := range g.in {
			if corner>>i&1 == 1 {
				share, at = share*part[i], at+step[i]
			} else {
				share *= 1 - part[i]
			}
		}
		if share == 0 {
			continue
		}
		for c := range g.out {
			w[c] += share * g.cells[at+c]
		}
	}
	return w
}

// curve is a tone curve of one channel.
type curve func(float64) float64

func curveStage(n int, c [4]curve) stage {
	return func(v [4]float64) [4]float64 {
		for i := range n {
			v[i] = clamp(c[i](clamp(v[i])))
		}
		return v
	}
}

func tableCurve(t []float64) curve {
	return func(v float64) float64 {
		x := v * float64(len(t)-1)
		i := min(int(x), len(t)-2)
		return t[i] + (x-float64(i))*(t[i+1]-t[i])
	}
}

// readCurves reads curves one after the other, each filled up to four bytes.
func readCurves(b []byte, n int) (stage, error) {
	var c [4]curve
	for i := range n {
		used := 0
		if c[i], used = readCurve(b); used == 0 || used > len(b) {
			return nil, errBadProfile
		}
		b = b[min((used+3)&^3, len(b)):]
	}
	return curveStage(n, c), nil
}

// readCurve reads curveType and parametricCurveType (ICC.1:2010, 10.5 and 10.15) and tells how many bytes it used.
func readCurve(b []byte) (curve, int) {
	if len(b) < 12 {
		return nil, 0
	}
	switch string(b[:4]) {
	case "curv":
		n := int(binary.BigEndian.Uint32(b[8:]))
		switch {
		case n == 0:
			return func(v float64) float64 { return v }, 12
		case n < 0 || n > (len(b)-12)/2:
			return nil, 0
		case n == 1:
			gamma := float64(binary.BigEndian.Uint16(b[12:])) / 256
			return func(v float64) float64 { return math.Pow(v, gamma) }, 14
		}
		return tableCurve(samples(b[12:], n, 2)), 12 + 2*n
	case "para":
		return parametric(b)
	}
	return nil, 0
}

func parametric(b []byte) (curve, int) {
	kind := int(binary.BigEndian.Uint16(b[8:]))
	counts := [5]int{1, 3, 4, 5, 7}
	if kind >= len(counts) || len(b) < 12+4*counts[kind] {
		return nil, 0
	}
	var p [7]float64 // g a b c d e f
	for i := range counts[kind] {
		p[i] = fixed(b[12+4*i:])
	}
	g, a, bb, c, d, e, f := p[0], p[1], p[2], p[3], p[4], p[5], p[6]
	switch kind {
	case 0:
		a, d = 1, -1
	case 1:
		c, d = 0, -bb/a
	case 2: // Y = (aX + b)^g + c, below it c
		c, d, e, f = 0, -bb/a, c, c
	}
	return func(x float64) float64 {
		if x >= d {
			return math.Pow(max(a*x+bb, 0), g) + e
		}
		return c*x + f
	}, 12 + 4*counts[kind]
}
