package text

import "konzept/report/geom"

// hang notes how far the stop's last printed sign and the next line's first sign stand out into the margin.
func (s *stopFinder) hang(st *stop, seg *segment) {
	if st.kind == inWord {
		st.hang = st.hyphen.Mul(protrusion('-', true), 1000)
	} else if k := int(st.last) - 1; seg.face != nil && !seg.hidden {
		advance := scale(seg.face.Advance(s.glyphs[k].ID), seg.size, seg.face)
		st.hang = advance.Mul(protrusion(s.runes[k], true), 1000)
	}
	if k := int(st.glyph); k < len(s.runes) {
		st.hangNext = s.hangLeft(k)
	}
}

// hangLeft is how far glyph k stands out when it begins a line.
func (s *stopFinder) hangLeft(k int) geom.Length {
	seg := s.segmentOf(k)
	if seg.face == nil || seg.hidden {
		return 0
	}
	return scale(seg.face.Advance(s.glyphs[k].ID), seg.size, seg.face).Mul(protrusion(s.runes[k], false), 1000)
}

// protrusion is the share of a sign's advance, in thousandths, that hangs into the margin: the values of microtype's
// default set (mt-default), with the German quotes at the side where German has them.
func protrusion(r rune, right bool) int64 {
	switch r {
	case '-', '\u2010', ',', '.':
		return pick(right, 500, 0)
	case ':', ';':
		return pick(right, 300, 0)
	case '–', '—':
		return pick(right, 200, 200)
	case '“', '”', '’', '«', '»', '‹', '›':
		return pick(right, 400, 300)
	case '„', '‚':
		return pick(right, 0, 400)
	case '(':
		return pick(right, 0, 100)
	case ')':
		return pick(right, 200, 0)
	case '!', '?':
		return pick(right, 100, 0)
	case 'A', 'T', 'V', 'W', 'Y':
		return pick(right, 50, 50)
	}
	return 0
}

func pick(right bool, atRight, atLeft int64) int64 {
	if right {
		return atRight
	}
	return atLeft
}
