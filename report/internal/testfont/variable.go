package testfont

import (
	"bytes"

	gotext "github.com/go-text/typesetting/font"
)

// What variable test fonts do at their boldest.
const (
	Moved = 20 // to the right
	Wider = 30
)

// Variable makes a face variable from weight 400 to 900, where every point of a simple outline has moved and every glyph is
// wider, with the named instances Regular and Black Italic.
func Variable(ttf []byte) []byte {
	tables := Tables(ttf)
	n := int(be.Uint16(tables["maxp"][4:]))
	var data []byte
	offsets := be.AppendUint32(nil, 0)
	for g := range n {
		data = append(data, variation(points(tables, g))...)
		offsets = be.AppendUint32(offsets, uint32(len(data)))
	}
	gvar := []byte{0, 1, 0, 0, 0, 1, 0, 0}
	gvar = be.AppendUint32(gvar, uint32(20+len(offsets)))
	gvar = append(be.AppendUint16(gvar, uint16(n)), 0, 1)
	gvar = be.AppendUint32(gvar, uint32(20+len(offsets)))
	tables["gvar"] = append(append(gvar, offsets...), data...)
	tables["fvar"] = fvar
	return Named(Write("\x00\x01\x00\x00", tables), variableNames)
}

var variableNames = map[int]string{1: "Wandel", 2: "Regular", 6: "Wandel-Regular", 256: "Weight", 257: "Regular", 258: "Black Italic"}

// fvar has an axis from 400 to 900 and two instances at its ends.
var fvar = []byte{0, 1, 0, 0, 0, 16, 0, 2, 0, 1, 0, 20, 0, 2, 0, 8,
	'w', 'g', 'h', 't', 1, 144, 0, 0, 1, 144, 0, 0, 3, 132, 0, 0, 0, 0, 1, 0,
	1, 1, 0, 0, 1, 144, 0, 0,
	1, 2, 0, 0, 3, 132, 0, 0}

// variation moves so many points and the right edge.
func variation(points int) []byte {
	run := func(b []byte, n int, delta byte) []byte {
		for ; n > 0; n -= 64 {
			k := min(n, 64)
			b = append(b, byte(k-1))
			b = append(b, bytes.Repeat([]byte{delta}, k)...)
		}
		return b
	}
	deltas := run([]byte{0}, points, Moved)     // of all points, x
	deltas = append(deltas, 3, 0, Wider, 0, 0)  // left and right edge, top, bottom
	deltas = run(deltas, points+4, 0)           // y
	b := []byte{0, 1, 0, 10}                    // one tuple, data at byte 10
	b = be.AppendUint16(b, uint16(len(deltas))) // size
	b = append(b, 0xA0, 0, 0x40, 0)             // its own points and its own peak: 1
	return append(b, append(deltas, make([]byte, len(deltas)&1)...)...)
}

// points of a simple outline; parts of a compound one stay where they are.
func points(tables map[string][]byte, g int) int {
	from, to := be.Uint32(tables["loca"][4*g:]), be.Uint32(tables["loca"][4*g+4:])
	if be.Uint16(tables["head"][50:]) == 0 {
		from, to = 2*uint32(be.Uint16(tables["loca"][2*g:])), 2*uint32(be.Uint16(tables["loca"][2*g+2:]))
	}
	outline := tables["glyf"][from:to]
	if len(outline) == 0 {
		return 0
	}
	contours := int(int16(be.Uint16(outline)))
	if contours >= 0 {
		return int(be.Uint16(outline[10+2*(contours-1):])) + 1
	}
	n := 0
	for at, more := 10, true; more; n++ {
		flags := be.Uint16(outline[at:])
		more = flags&0x20 != 0
		at += 6
		for bit, size := range map[uint16]int{1: 2, 8: 2, 0x40: 4, 0x80: 8} {
			if flags&bit != 0 {
				at += size
			}
		}
	}
	return n
}

// CFF2 is a variable font with CFF outlines: each glyph moves to the right with weight.
func CFF2(ttf []byte) []byte { return cff2(ttf, nil) }

// CFF2WithSubroutines is the same with a subroutine of its font dictionary.
func CFF2WithSubroutines(ttf []byte) []byte { return cff2(ttf, []byte{21}) } // rmoveto

func cff2(ttf, subroutine []byte) []byte {
	shifted := shifted
	if subroutine != nil {
		shifted = append(number(bytes.Clone(shifted[:len(shifted)-1]), -107), 10)
	}
	tables := Tables(ttf)
	face, err := gotext.ParseTTF(bytes.NewReader(ttf))
	if err != nil {
		panic(err)
	}
	var charstrings [][]byte
	for g := range int(be.Uint16(tables["maxp"][4:])) {
		b := path(nil, face, g)
		if len(b) > 0 { // before the first point one that only the boldest has
			b = append(bytes.Clone(shifted), b...)
		}
		charstrings = append(charstrings, b)
	}
	list := func(items ...[]byte) []byte {
		if len(items) == 0 {
			return []byte{0, 0, 0, 0}
		}
		return indexed(be.AppendUint32(nil, uint32(len(items))), items)
	}
	top := func(at [3]int) []byte {
		return append(append(append(append(append(long(nil, at[0]), 24), long(nil, at[1])...), 17), long(nil, at[2])...), 12, 36)
	}
	size := len(top([3]int{}))
	head := be.AppendUint16([]byte{2, 0, 5}, uint16(size))
	store := be.AppendUint16(nil, uint16(len(itemStore)))
	store = append(store, itemStore...)
	body := list(charstrings...)
	at := [3]int{5 + size + 4, 5 + size + 4 + len(store), 5 + size + 4 + len(store) + len(body)}
	out := append(append(head, top(at)...), list()...)
	out = append(append(out, store...), body...)
	private := []byte{}
	if subroutine != nil {
		private = append(long(nil, 6), 19)
	}
	dicts := append(long(long(nil, len(private)), at[2]+len(list(make([]byte, 11)))), 18)
	out = append(append(out, list(dicts)...), private...)
	tables["CFF2"] = append(out, list(subroutine)...)
	tables["fvar"] = fvar
	for _, tag := range []string{"glyf", "loca", "fpgm", "prep", "cvt "} {
		delete(tables, tag)
	}
	return Named(Write("OTTO", tables), variableNames)
}

// shifted moves by 0 and, at the boldest, by Moved: 0 20 1 blend 0 rmoveto.
var shifted = append(append(number(number(number(nil, 0), Moved), 1), 16), 139, 21)

// itemStore has one region, whose peak is the end of the axis.
var itemStore = []byte{0, 1, 0, 0, 0, 12, 0, 1, 0, 0, 0, 22, // format, region list, one set of data
	0, 1, 0, 1, 0, 0, 0x40, 0, 0x40, 0, // one axis, one region: 0, 1, 1
	0, 0, 0, 0, 0, 1, 0, 0} // no deltas here, the region
