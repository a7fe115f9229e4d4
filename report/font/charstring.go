package font

import (
	"encoding/binary"
	"math"
	"slices"

	gotext "github.com/go-text/typesetting/font"
)

// Operators of charstrings (Adobe Technical Note 5177, The Type 2 Charstring Format).
const (
	opHStem      = 1
	opVStem      = 3
	opVMoveTo    = 4
	opCallSubr   = 10
	opReturn     = 11
	opEscape     = 12
	opEndChar    = 14
	opVSIndex    = 15 // of table CFF2
	opBlend      = 16 // of table CFF2
	opHStemHM    = 18
	opHintMask   = 19
	opCntrMask   = 20
	opRMoveTo    = 21
	opHMoveTo    = 22
	opVStemHM    = 23
	opShortInt   = 28
	opCallGSubr  = 29
	opRLineTo    = 5
	opRRCurveTo  = 8
	opHFlex      = 34 // of two bytes, as the three that follow it
	opFlex1      = 37
	opDotSection = 0 // of two bytes
)

// Limits of charstrings: the format asks for 48 operands and calls ten deep.
const (
	maxOperands   = 513
	maxCalls      = 10
	maxCharstring = 1 << 16
	maxSteps      = 1 << 18 // bounds calls of subroutines that do nothing but call
)

// arithmetic is what operators of two bytes take from the stack and put there; all but random, which no font may depend on.
var arithmetic = map[int][2]int{
	3: {2, 1}, 4: {2, 1}, 5: {1, 1}, 9: {1, 1}, 10: {2, 1}, 11: {2, 1}, 12: {2, 1}, 14: {1, 1}, 15: {2, 1}, 18: {1, 0}, 20: {2, 0}, 21: {1, 1},
	22: {4, 1}, 24: {2, 1}, 26: {1, 1}, 27: {1, 2}, 28: {2, 2}, 29: {1, 1}, 30: {2, 0},
}

// flattened is a charstring with its subroutines in their places and without its width.
type flattened struct {
	body []byte
	seac []int // of an accented letter that is made of two others: x, y, codes of letter and accent; deprecated, but in use
}

// flattener reads a charstring and what it calls.
type flattener struct {
	global, local index
	scalars       func(set int) []float64 // of table CFF2: what its deltas count at a place; nil: table CFF
	set           int                     // of deltas
	out           []byte
	depth, stems  int       // operands on the stack; stem hints, a bit each in masks
	operands      []operand // all of them, while they are plain numbers
	width         int       // in out: where the width ends; 0: there is none; -1: it may still come
	computed      bool      // what stands for the width is no plain number
	ended         bool
	steps         int
}

// operand is a number of a charstring.
type operand struct {
	value float64
	begin int // in the output
}

// flatten reads a glyph's charstring, of table CFF2 at a place in a variable font; false: it is damaged. The result holds until
// the next call.
func (f *flattener) flatten(c *cff, g GlyphID, at []gotext.VarCoord) (flattened, bool) {
	cs, d := c.charstrings.at(int(g)), &c.dicts[c.dictOf(g)]
	*f = flattener{global: c.global, local: d.local, set: d.set, width: -1, out: f.out[:0], operands: f.operands[:0]}
	if c.varies {
		f.width, f.scalars = 0, func(set int) []float64 { return c.store.scalars(set, at) }
	}
	if cs == nil || !f.run(cs, 0) || f.computed {
		return flattened{}, false
	}
	if !f.ended {
		f.out = append(f.out, opEndChar)
	}
	flat := flattened{body: f.out[max(f.width, 0):]}
	if n := len(f.operands); f.ended && n >= 4 {
		for _, o := range f.operands[n-4:] {
			flat.seac = append(flat.seac, int(o.value))
		}
	}
	return flat, true
}

func (c *cff) dictOf(g GlyphID) int {
	if c.choice == nil {
		return 0
	}
	return int(c.choice[g])
}

// run reads one charstring; false: it is damaged.
func (f *flattener) run(cs table, calls int) bool {
	for i := 0; i < len(cs) && !f.ended; {
		b := int(cs[i])
		if b == opShortInt || b >= 32 {
			v, n := readInteger(cs[i:])
			if n == 0 || f.depth >= maxOperands {
				return false
			}
			value := float64(v)
			if b == 255 {
				value += float64(cs.u16(i+3)) / 65536
			}
			f.push(cs[i:i+n], value)
			i += n
			continue
		}
		i++
		switch b {
		case opReturn:
			return true
		case opCallSubr, opCallGSubr:
			if !f.call(b, calls) {
				return false
			}
		case opHintMask, opCntrMask:
			f.clear(b, f.depth%2 == 1)
			n := (f.stems + 7) / 8
			if i+n > len(cs) {
				return false
			}
			f.out = append(f.out, cs[i:i+n]...)
			i += n
		case opEscape:
			if !f.escape(cs.u8(i)) {
				return false
			}
			i++
		default:
			if !f.operator(b) {
				return false
			}
		}
		if f.steps++; f.steps > maxSteps || len(f.out) > maxCharstring {
			return false
		}
	}
	return true
}

func (f *flattener) push(raw []byte, value float64) {
	f.operands = append(f.operands, operand{value, len(f.out)})
	f.out = append(f.out, raw...)
	f.depth++
	if f.width < 0 && f.depth == 1 {
		f.width = -1 - len(f.out) // its end, should it be the width
	}
}

// pop takes the last operand back; false if it is not a plain number.
func (f *flattener) pop() (v int, ok bool) {
	n := len(f.operands)
	if n == 0 || f.operands[n-1].value != math.Trunc(f.operands[n-1].value) {
		return 0, false
	}
	last := f.operands[n-1]
	f.out, f.operands = f.out[:last.begin], f.operands[:n-1]
	if f.depth--; f.depth == 0 && f.width < -1 {
		f.width = -1
	}
	return int(last.value), true
}

// call reads a subroutine in its place instead of its number, which is biased by how many there are.
func (f *flattener) call(op, calls int) bool {
	x := f.local
	if op == opCallGSubr {
		x = f.global
	}
	bias := 107
	if x.n >= 33900 {
		bias = 32768
	} else if x.n >= 1240 {
		bias = 1131
	}
	number, ok := f.pop()
	if !ok || calls >= maxCalls {
		return false
	}
	subr := x.at(number + bias)
	return subr != nil && f.run(subr, calls+1)
}

// variable is an operator that only table CFF2 has (OpenType specification, "CFF2 CharString Format"): which set of deltas
// counts, and numbers with their deltas, which become one number each.
func (f *flattener) variable(op int) bool {
	n, ok := f.pop()
	if !ok || f.scalars == nil {
		return false
	}
	if op == opVSIndex {
		f.set = n
		return true
	}
	scalars := f.scalars(f.set)
	k, from := len(scalars), len(f.operands)-n*(len(scalars)+1)
	if n < 0 || from < 0 || n > maxOperands {
		return false
	}
	mixed := slices.Clone(f.operands[from:])
	if n > 0 {
		f.out = f.out[:mixed[0].begin]
	}
	f.operands, f.depth = f.operands[:from], from
	for i, o := range mixed[:n] {
		for j, scalar := range scalars {
			o.value += scalar * mixed[n+i*k+j].value
		}
		f.push(appendFixed(nil, o.value), o.value)
	}
	return true
}

// appendFixed writes a number of a charstring, with 16 bits behind the point if it needs them.
func appendFixed(b []byte, v float64) []byte {
	if fixed := int64(math.Round(v * 65536)); fixed%65536 != 0 {
		return binary.BigEndian.AppendUint32(append(b, 255), uint32(int32(fixed)))
	}
	return appendOperand(b, int(math.Round(v)))
}

// operator is one of a byte that is neither a call nor a mask; false: it is none.
func (f *flattener) operator(op int) bool {
	wide := false
	switch op {
	case opHStem, opVStem, opHStemHM, opVStemHM:
		wide = f.depth%2 == 1
	case opRMoveTo:
		wide = f.depth > 2
	case opHMoveTo, opVMoveTo:
		wide = f.depth > 1
	case opVSIndex, opBlend:
		return f.variable(op)
	case opEndChar:
		wide = f.depth == 1 || f.depth == 5
		f.ended = true
	case 5, 6, 7, 8, 24, 25, 26, 27, 30, 31: // lines and curves, which nothing begins with
		if f.width < 0 {
			return false
		}
	default:
		return false
	}
	f.clear(op, wide)
	return true
}

// clear writes an operator that takes all operands; the first such may have the width before them.
func (f *flattener) clear(op int, wide bool) {
	switch op {
	case opHStem, opVStem, opHStemHM, opVStemHM, opHintMask, opCntrMask:
		f.stems += f.depth / 2
	}
	f.settle(wide)
	f.out = append(f.out, byte(op))
}

// settle decides whether the operands so far begin with the width, and forgets them but for those of the glyph's end.
func (f *flattener) settle(wide bool) {
	switch {
	case f.width >= 0:
	case wide:
		f.width = -1 - f.width
	default:
		f.width, f.computed = 0, false
	}
	if !f.ended {
		f.operands = f.operands[:0]
	}
	f.depth = 0
}

// escape is an operator of two bytes.
func (f *flattener) escape(op int) bool {
	if op == opDotSection { // does nothing
		f.settle(false)
		return true
	}
	if op >= opHFlex && op <= opFlex1 {
		f.settle(false)
	} else {
		effect, known := arithmetic[op]
		if !known || f.depth < effect[0] {
			return false
		}
		if f.width < 0 && f.depth == effect[0] {
			f.computed = true
		}
		f.depth += effect[1] - effect[0]
		f.operands = f.operands[:0]
	}
	f.out = append(f.out, opEscape, byte(op))
	return true
}
