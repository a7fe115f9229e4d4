package font

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// Table is the bytes of a font file's table; nil if it has none or is damaged.
func Table(ttf []byte, tag string) []byte {
	if len(ttf) < 12 {
		return nil
	}
	be := binary.BigEndian
	for i := range int(be.Uint16(ttf[4:])) {
		at := 12 + 16*i
		if at+16 > len(ttf) {
			return nil
		}
		if string(ttf[at:at+4]) != tag {
			continue
		}
		from, size := uint64(be.Uint32(ttf[at+8:])), uint64(be.Uint32(ttf[at+12:]))
		if from+size > uint64(len(ttf)) {
			return nil
		}
		return ttf[from : from+size]
	}
	return nil
}

// Part is a table of a font file that is to be written.
type Part struct {
	Tag  string
	Data []byte
}

// Assemble writes a TrueType file of tables that are sorted by their tags, with its checksums (OpenType specification,
// "Organization of an OpenType Font").
func Assemble(parts []Part) []byte {
	be := binary.BigEndian
	n, size, head := len(parts), 12+16*len(parts), 0
	for _, p := range parts {
		size += (len(p.Data) + 3) &^ 3
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
		bodies[i] = p.Data
		if p.Tag == "head" && len(p.Data) >= 12 {
			bodies[i], head = bytes.Clone(p.Data), at
			be.PutUint32(bodies[i][8:], 0) // checkSumAdjustment counts as 0 in all sums
		}
		out = append(out, p.Tag...)
		for _, v := range [3]uint32{checksum(bodies[i]), uint32(at), uint32(len(p.Data))} {
			out = be.AppendUint32(out, v)
		}
		at += (len(p.Data) + 3) &^ 3
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
