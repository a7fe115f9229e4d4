package paint

import (
	"encoding/binary"
	"slices"
)

// outlines are a typeface's tables that depend on glyph numbers.
type outlines struct {
	head, hhea, maxp, hmtx, loca, glyf []byte
	number                             map[uint16]uint16 // new by old
}

// subset keeps the glyphs that a document shows, with the parts that they are made of, under new numbers. fpdf needs
// some milliseconds and 5 MB for a whole typeface, next to nothing for these. nil: the tables are not as they should be,
// and fpdf gets them whole.
func subset(f *face) *outlines {
	full := &outlines{head: table(f.Data(), "head"), hhea: table(f.Data(), "hhea"), maxp: table(f.Data(), "maxp"),
		hmtx: table(f.Data(), "hmtx"), loca: table(f.Data(), "loca"), glyf: table(f.Data(), "glyf")}
	if len(full.head) < 54 || len(full.hhea) < 36 || len(full.maxp) < 6 || len(full.glyf) == 0 {
		return nil
	}
	glyphs, ok := full.closure(f)
	if !ok {
		return nil
	}
	s := &outlines{head: slices.Clone(full.head), hhea: slices.Clone(full.hhea), maxp: slices.Clone(full.maxp), number: map[uint16]uint16{}}
	for i, g := range glyphs {
		s.number[g] = uint16(i)
	}
	be := binary.BigEndian
	for _, g := range glyphs {
		outline, _ := full.outline(g)
		s.loca = be.AppendUint32(s.loca, uint32(len(s.glyf)))
		s.glyf = append(s.glyf, s.renumbered(outline)...)
		for len(s.glyf)%4 != 0 {
			s.glyf = append(s.glyf, 0)
		}
		s.hmtx = append(s.hmtx, full.metric(g)...)
	}
	s.loca = be.AppendUint32(s.loca, uint32(len(s.glyf)))
	be.PutUint16(s.head[50:], 1) // indexToLocFormat: long
	be.PutUint16(s.hhea[34:], uint16(len(glyphs)))
	be.PutUint16(s.maxp[4:], uint16(len(glyphs)))
	return s
}

// closure lists glyph 0, the glyphs shown, and the parts of composite ones, ascending.
func (o *outlines) closure(f *face) (glyphs []uint16, ok bool) {
	seen := map[uint16]bool{}
	queue := []uint16{0}
	for i := range f.entries {
		queue = append(queue, f.entries[i].glyph)
	}
	for len(queue) > 0 {
		g := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		if seen[g] {
			continue
		}
		seen[g] = true
		glyphs = append(glyphs, g)
		outline, ok := o.outline(g)
		if !ok || o.metric(g) == nil || !components(outline, func(at int) { queue = append(queue, binary.BigEndian.Uint16(outline[at:])) }) {
			return nil, false
		}
	}
	slices.Sort(glyphs)
	return glyphs, true
}

// outline is a glyph's description, empty for one that draws nothing.
func (o *outlines) outline(g uint16) ([]byte, bool) {
	be := binary.BigEndian
	var from, to uint64
	if i := int(g); be.Uint16(o.head[50:]) == 0 {
		if len(o.loca) < 2*i+4 {
			return nil, false
		}
		from, to = 2*uint64(be.Uint16(o.loca[2*i:])), 2*uint64(be.Uint16(o.loca[2*i+2:]))
	} else {
		if len(o.loca) < 4*i+8 {
			return nil, false
		}
		from, to = uint64(be.Uint32(o.loca[4*i:])), uint64(be.Uint32(o.loca[4*i+4:]))
	}
	if from > to || to > uint64(len(o.glyf)) {
		return nil, false
	}
	return o.glyf[from:to], true
}

// metric is a glyph's advance and left side bearing; glyphs past the last advance share it (OpenType, hmtx).
func (o *outlines) metric(g uint16) []byte {
	n := int(binary.BigEndian.Uint16(o.hhea[34:]))
	if i := int(g); i < n {
		if len(o.hmtx) < 4*i+4 {
			return nil
		}
		return o.hmtx[4*i : 4*i+4]
	}
	at := 4*n + 2*(int(g)-n)
	if n == 0 || len(o.hmtx) < at+2 {
		return nil
	}
	return []byte{o.hmtx[4*n-4], o.hmtx[4*n-3], o.hmtx[at], o.hmtx[at+1]}
}

// Flags of a composite glyph's parts (OpenType specification, glyf).
const (
	wordArguments = 0x0001
	oneScale      = 0x0008
	moreParts     = 0x0020
	twoScales     = 0x0040
	fourScales    = 0x0080
)

// components calls visit with the place of each part's glyph number; false if the description is cut off.
func components(outline []byte, visit func(at int)) bool {
	if len(outline) == 0 {
		return true
	}
	be := binary.BigEndian
	if len(outline) < 10 {
		return false
	}
	if int16(be.Uint16(outline)) >= 0 {
		return true
	}
	for at := 10; ; {
		if len(outline) < at+4 {
			return false
		}
		flags := be.Uint16(outline[at:])
		visit(at + 2)
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&fourScales != 0:
			at += 8
		}
		if flags&moreParts == 0 {
			return at <= len(outline)
		}
	}
}

// renumbered is a description with the new numbers of its parts.
func (o *outlines) renumbered(outline []byte) []byte {
	var out []byte
	be := binary.BigEndian
	components(outline, func(at int) {
		if out == nil {
			out = slices.Clone(outline)
		}
		be.PutUint16(out[at:], o.number[be.Uint16(outline[at:])])
	})
	if out == nil {
		return outline
	}
	return out
}
