package font

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// part is a table of a font file that is to be written.
type part struct {
	tag  string
	data []byte
}

// assemble writes a TrueType file of tables that are sorted by their tags, with its checksums (OpenType specification,
// "Organization of an OpenType Font").
func assemble(parts []part) []byte {
	be := binary.BigEndian
	n, size, head := len(parts), 12+16*len(parts), 0
	for _, p := range parts {
		size += (len(p.data) + 3) &^ 3
	}
	out := make([]byte, 0, size)
	log := bits.Len(uint(n)) - 1
	out = append(out, 0, 1, 0, 0)
	for _, v := range [4]int{n, 16 << log, log, 16*n - 16<<log} {
		out = be.AppendUint16(out, uint16(v))
	}
	at := 12 + 16*n
	bodies := make([][]byte, n)
	for i, p := range parts {
		bodies[i] = p.data
		if p.tag == "head" && len(p.data) >= 12 {
			bodies[i], head = bytes.Clone(p.data), at
			be.PutUint32(bodies[i][8:], 0) // checkSumAdjustment counts as 0 in all sums
		}
		out = append(out, p.tag...)
		for _, v := range [3]uint32{checksum(bodies[i]), uint32(at), uint32(len(p.data))} {
			out = be.AppendUint32(out, v)
		}
		at += (len(p.data) + 3) &^ 3
	}
	for _, body := range bodies {
		out = append(out, body...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	if head > 0 {
		be.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	}
	return out
}

func checksum(b []byte) (sum uint32) {
	for len(b) >= 4 {
		sum += binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	if len(b) > 0 {
		var last [4]byte
		copy(last[:], b)
		sum += binary.BigEndian.Uint32(last[:])
	}
	return sum
}
