package font

import (
	"encoding/binary"
	"slices"
)

// Subset is the part of a face with the glyphs that a document shows: the tables that depend on their numbers.
type Subset struct {
	Head, HHea, MaxP, HMtx, Loca, Glyf []byte
	Number                             map[GlyphID]GlyphID // new by old
}

// NewSubset keeps glyph 0 and those shown, with the parts that they are made of, under new numbers. nil: the tables are not as
// they should be.
func NewSubset(ttf []byte, shown []GlyphID) *Subset {
	full := &Subset{Head: Table(ttf, "head"), HHea: Table(ttf, "hhea"), MaxP: Table(ttf, "maxp"),
		HMtx: Table(ttf, "hmtx"), Loca: Table(ttf, "loca"), Glyf: Table(ttf, "glyf")}
	if len(full.Head) < 54 || len(full.HHea) < 36 || len(full.MaxP) < 6 || len(full.Glyf) == 0 {
		return nil
	}
	glyphs, ok := full.closure(shown)
	if !ok {
		return nil
	}
	s := &Subset{Head: slices.Clone(full.Head), HHea: slices.Clone(full.HHea), MaxP: slices.Clone(full.MaxP), Number: map[GlyphID]GlyphID{}}
	for i, g := range glyphs {
		s.Number[g] = GlyphID(i)
	}
	be := binary.BigEndian
	for _, g := range glyphs {
		outline, _ := full.outline(g)
		s.Loca = be.AppendUint32(s.Loca, uint32(len(s.Glyf)))
		s.Glyf = append(s.Glyf, s.renumbered(outline)...)
		for len(s.Glyf)%4 != 0 {
			s.Glyf = append(s.Glyf, 0)
		}
		s.HMtx = append(s.HMtx, full.metric(g)...)
	}
	s.Loca = be.AppendUint32(s.Loca, uint32(len(s.Glyf)))
	be.PutUint16(s.Head[50:], 1) // indexToLocFormat: long
	be.PutUint16(s.HHea[34:], uint16(len(glyphs)))
	be.PutUint16(s.MaxP[4:], uint16(len(glyphs)))
	return s
}

// closure lists glyph 0, the glyphs shown, and the parts of composite ones, ascending.
func (o *Subset) closure(shown []GlyphID) (glyphs []GlyphID, ok bool) {
	seen := map[uint16]bool{}
	queue := append([]uint16{0}, shown...)
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
func (o *Subset) outline(g uint16) ([]byte, bool) {
	be := binary.BigEndian
	var from, to uint64
	if i := int(g); be.Uint16(o.Head[50:]) == 0 {
		if len(o.Loca) < 2*i+4 {
			return nil, false
		}
		from, to = 2*uint64(be.Uint16(o.Loca[2*i:])), 2*uint64(be.Uint16(o.Loca[2*i+2:]))
	} else {
		if len(o.Loca) < 4*i+8 {
			return nil, false
		}
		from, to = uint64(be.Uint32(o.Loca[4*i:])), uint64(be.Uint32(o.Loca[4*i+4:]))
	}
	if from > to || to > uint64(len(o.Glyf)) {
		return nil, false
	}
	return o.Glyf[from:to], true
}

// metric is a glyph's advance and left side bearing; glyphs past the last advance share it (OpenType, hmtx).
func (o *Subset) metric(g uint16) []byte {
	n := int(binary.BigEndian.Uint16(o.HHea[34:]))
	if i := int(g); i < n {
		if len(o.HMtx) < 4*i+4 {
			return nil
		}
		return o.HMtx[4*i : 4*i+4]
	}
	at := 4*n + 2*(int(g)-n)
	if n == 0 || len(o.HMtx) < at+2 {
		return nil
	}
	return []byte{o.HMtx[4*n-4], o.HMtx[4*n-3], o.HMtx[at], o.HMtx[at+1]}
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
func (o *Subset) renumbered(outline []byte) []byte {
	var out []byte
	be := binary.BigEndian
	components(outline, func(at int) {
		if out == nil {
			out = slices.Clone(outline)
		}
		be.PutUint16(out[at:], o.Number[be.Uint16(outline[at:])])
	})
	if out == nil {
		return outline
	}
	return out
}
