package font

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// cff is table CFF: glyphs as charstrings (Adobe Technical Note 5176, The Compact Font Format Specification); or table CFF2, whose
// glyphs vary.
type cff struct {
	matrix      table // operands of FontMatrix, as they stand; nil: a thousandth
	box         table // operands of FontBBox
	charstrings index
	global      index      // subroutines of all
	dicts       []fontDict // one, or those that a CID-keyed font has for its parts
	choice      []uint8    // which of them a glyph uses; nil: the first
	varies      bool       // table CFF2
	store       variationStore
	names       table // charset of a font whose glyphs have names, nil if it is a predefined one
}

// fontDict holds what hints and subroutines of some glyphs of a font are read by.
type fontDict struct {
	matrix  table
	private table // hints
	local   index
	set     int // of deltas, in table CFF2
}

// Operators of DICTs (Technical Note 5176, appendix H); those of two bytes have the first, 12, in front.
const (
	opBox         = 5
	opCharset     = 15
	opCharStrings = 17
	opPrivate     = 18
	opSubrs       = 19
	opDefault     = 20
	opDictSet     = 22 // of table CFF2
	opStore       = 24 // of table CFF2
	opMatrix      = 12<<8 | 7
	opType        = 12<<8 | 6
	opROS         = 12<<8 | 30
	opCIDCount    = 12<<8 | 34
	opFDArray     = 12<<8 | 36
	opFDSelect    = 12<<8 | 37
)

// maxDicts is how many dictionaries of parts FDSelect can number in one byte.
const maxDicts = 256

// readCFF takes a CFF table apart and checks that every glyph can be written.
func readCFF(t table) (*cff, error) {
	if t.u8(0) != 1 {
		return nil, damaged("CFF version")
	}
	names, at := readIndex(t, t.u8(2))
	tops, at := readIndex(t, at)
	_, at = readIndex(t, at)
	c := &cff{}
	c.global, _ = readIndex(t, at)
	if names.n != 1 || tops.n != 1 {
		return nil, damaged("CFF with %d fonts", names.n)
	}
	top, ok := readDict(tops.at(0))
	if !ok || len(top[opType].operands) > 0 && top[opType].int(0) != 2 {
		return nil, damaged("CFF top dictionary")
	}
	c.matrix, c.box = top[opMatrix].several(6), top[opBox].several(4)
	c.charstrings, _ = readIndex(t, top[opCharStrings].int(0))
	if at := top[opCharset].int(0); at > 0 { // 1 and 2 are the predefined ones of expert fonts, without letters
		c.names = t.from(at)
	}
	if err := c.readDicts(t, top); err != nil {
		return nil, err
	}
	return c, c.check()
}

// check reads every glyph once.
func (c *cff) check() error {
	var f flattener
	for g := range c.charstrings.n {
		if _, ok := f.flatten(c, GlyphID(g), nil); !ok {
			return damaged("outline of glyph %d", g)
		}
	}
	return nil
}

// readDicts reads what the glyphs' hints and subroutines are read by: of the font, or of its parts if it is CID-keyed.
func (c *cff) readDicts(t table, top dict) error {
	if _, keyed := top[opROS]; !keyed {
		c.dicts = []fontDict{readPrivate(t, top)}
		c.dicts[0].matrix = nil // it is the whole font's
		return nil
	}
	list, _ := readIndex(t, top[opFDArray].int(0))
	if list.n == 0 || list.n > maxDicts {
		return damaged("CFF: %d font dictionaries", list.n)
	}
	for i := range list.n {
		d, ok := readDict(list.at(i))
		if !ok {
			return damaged("CFF font dictionary %d", i)
		}
		c.dicts = append(c.dicts, readPrivate(t, d))
	}
	c.choice = readChoice(t.from(top[opFDSelect].int(0)), c.charstrings.n)
	return c.checkChoice()
}

func (c *cff) checkChoice() error {
	for _, i := range c.choice {
		if int(i) >= len(c.dicts) {
			return damaged("CFF: no font dictionary %d", i)
		}
	}
	return nil
}

// readPrivate reads the private dictionary that another names by its size and offset.
func readPrivate(t table, d dict) fontDict {
	at := d[opPrivate].int(1)
	body := t.cut(at, d[opPrivate].int(0))
	f := fontDict{matrix: d[opMatrix].several(6)}
	private, _ := readDict(body)
	if subrs := private[opSubrs].int(0); subrs > 0 {
		f.local, _ = readIndex(t, at+subrs)
	}
	whole := visitDict(body, func(op int, e dictEntry) {
		if slices.Contains(hints, op) && len(e.operands) > 0 {
			f.private = appendOp(append(f.private, e.raw...), op)
		}
	})
	if !whole {
		f.private = nil
	}
	return f
}

// hints are the operators of private dictionaries that hints are read by: all but those of widths and subroutines, which written
// glyphs do not need (Technical Note 5176, table 23).
var hints = []int{6, 7, 8, 9, 10, 11, 12<<8 | 9, 12<<8 | 10, 12<<8 | 11, 12<<8 | 12, 12<<8 | 13, 12<<8 | 14, 12<<8 | 17, 12<<8 | 18}

// readChoice reads which dictionary each glyph uses (Technical Note 5176, section 19).
func readChoice(t table, glyphs int) []uint8 {
	choice := make([]uint8, glyphs)
	switch t.cut(0, 1); {
	case len(t) > glyphs && t[0] == 0:
		copy(choice, t[1:])
	case len(t) > 0 && t[0] == 3:
		for i := range t.u16(1) {
			first, last := t.u16(3+3*i), t.u16(6+3*i)
			for g := first; g < min(last, glyphs); g++ {
				choice[g] = uint8(t.u8(5 + 3*i))
			}
		}
	}
	return choice
}

// named is the glyph with a name of the standard strings, by its number; -1 if there is none (Technical Note 5176, section 13).
func (c *cff) named(sid int) int {
	t, n := c.names, c.charstrings.n
	if t == nil && sid < n { // the predefined charset ISOAdobe numbers glyphs as strings
		return sid
	}
	format := t.u8(0)
	if format == 0 {
		for g := 1; g < n; g++ {
			if t.u16(2*g-1) == sid {
				return g
			}
		}
		return -1
	}
	for g, at := 1, 1; g < n && at < len(t); at += 2 + format {
		first, more := t.u16(at), t.u16(at+2)
		if format == 1 {
			more >>= 8
		}
		if sid >= first && sid <= first+more {
			return g + sid - first
		}
		g += 1 + more
	}
	return -1
}

// index is a list of byte strings (Technical Note 5176, section 5).
type index struct {
	n       int
	size    int // of an offset
	offsets table
	data    table // from the byte before the first string
}

// readIndex reads the list at an offset and tells where it ends; one that does not fit is empty.
func readIndex(t table, at int) (x index, end int) { return readIndexOf(t, t.u16(at), at+2) }

// readIndexOf reads a list of so many strings.
func readIndexOf(t table, n, at int) (x index, end int) {
	size := t.u8(at)
	if n == 0 || n > math.MaxUint16 || size < 1 || size > 4 || t.cut(at+1, (n+1)*size) == nil {
		return index{}, at
	}
	x = index{n: n, size: size, offsets: t.from(at + 1), data: t.from(at + (n+1)*size)}
	if x.offset(0) != 1 {
		return index{}, at
	}
	return x, at + (n+1)*size + x.offset(n)
}

func (x index) offset(i int) (at int) {
	for k := range x.size {
		at = at<<8 | int(x.offsets[i*x.size+k])
	}
	return at
}

// at is a string; empty if its offsets lead outside.
func (x index) at(i int) table {
	if i < 0 || i >= x.n || x.offset(i) < 1 {
		return nil
	}
	return x.data.cut(x.offset(i), x.offset(i+1)-x.offset(i))
}

// dict is a dictionary by its operators.
type dict map[int]dictEntry

type dictEntry struct {
	operands []float64
	raw      table // the operands as they stand
}

func (e dictEntry) int(i int) int {
	if i >= len(e.operands) || math.Abs(e.operands[i]) > math.MaxInt32 {
		return 0
	}
	return int(e.operands[i])
}

// several are the operands as they stand if there are so many.
func (e dictEntry) several(n int) table {
	if len(e.operands) != n {
		return nil
	}
	return e.raw
}

func readDict(t table) (d dict, ok bool) {
	d = dict{}
	return d, visitDict(t, func(op int, e dictEntry) { d[op] = e })
}

// visitDict reads a dictionary's entries in their order (Technical Note 5176, section 4); false if it is damaged.
func visitDict(t table, visit func(op int, e dictEntry)) bool {
	var operands []float64
	start := 0
	for i := 0; i < len(t); {
		switch b := int(t[i]); {
		case b <= opStore:
			end := i
			if i++; b == 12 {
				b = b<<8 | t.u8(i)
				i++
			}
			visit(b, dictEntry{operands, t[start:end:end]})
			operands, start = nil, i
		case b == 30:
			v, n := readReal(t[i+1:])
			if n == 0 {
				return false
			}
			operands = append(operands, v)
			i += 1 + n
		default:
			v, n := readInteger(t[i:])
			if n == 0 {
				return false
			}
			operands = append(operands, float64(v))
			i += n
		}
	}
	return start == len(t)
}

// readInteger reads a number of a dictionary or charstring and how many bytes it takes; 0 if it is none or cut off. In
// charstrings, 255 has 32 bits of which half are behind the point: only the whole part is read.
func readInteger(t table) (v, n int) {
	b := t.u8(0)
	switch {
	case len(t) == 0:
		return 0, 0
	case b == 28:
		v, n = t.i16(1), 3
	case b == 29:
		v, n = int(int32(t.u32(1))), 5
	case b >= 32 && b <= 246:
		v, n = b-139, 1
	case b >= 247 && b <= 250:
		v, n = (b-247)<<8+t.u8(1)+108, 2
	case b >= 251 && b <= 254:
		v, n = -(b-251)<<8-t.u8(1)-108, 2
	case b == 255:
		v, n = t.i16(1), 5
	}
	if n > len(t) {
		return 0, 0
	}
	return v, n
}

// readReal reads a decimal number of two digits a byte, and how many bytes it takes; 0 if it is none or cut off.
func readReal(t table) (v float64, n int) {
	var s strings.Builder
	for i, b := range t {
		for _, digit := range [2]byte{b >> 4, b & 15} {
			switch digit {
			case 15:
				v, err := strconv.ParseFloat(s.String(), 64)
				if err != nil {
					return 0, 0
				}
				return v, i + 1
			case 12:
				s.WriteString("E-")
			default:
				s.WriteByte("0123456789.E ?-"[digit])
			}
		}
	}
	return 0, 0
}
