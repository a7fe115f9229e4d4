package paint

import (
	"konzept/report/page"
	"konzept/report/text"
)

// text shows a run; runs of one element share a text object.
func (p *painter) text(t *page.Text) {
	p.textAt(&t.Run, *p.tone(t, t.Ink), p.place.px(t.X), p.place.py(t.Y), t.Turn)
}

func (p *painter) textAt(r *text.Run, ink tone, x, y int64, turn int16) {
	if r.Face == nil || len(r.Glyphs) == 0 || r.Size <= 0 {
		return
	}
	f := p.face(r.Face)
	p.start(f, r, ink, x, y, turn)
	p.show(f, r)
	if turn != 0 {
		p.endText()
	}
}

// start sets everything for a run that begins at x, y.
func (p *painter) start(f *face, r *text.Run, ink tone, x, y int64, turn int16) {
	if turn != 0 {
		p.endText()
	}
	s := &p.state
	if !s.inText {
		p.b = append(p.b, "BT\n"...)
		s.inText, s.tx, s.ty = true, 0, 0
	}
	p.overprint(ink.over)
	p.setFill(ink.fill)
	p.setFont(f, r)
	if turn != 0 {
		p.turn(turn, x, y)
	} else {
		p.b = append(appendPoint(p.b, x-s.tx, y-s.ty), "Td\n"...)
		s.tx, s.ty = x, y
	}
}

// show writes the run's codes with kerning and word spacing between them (ISO 32000-1, 9.4.3). Tw is no use: it moves
// only single-byte code 32. The codes need no escaping, see face.
func (p *painter) show(f *face, r *text.Run) {
	b := append(p.b, "[("...)
	space := ratio(int64(r.WordSpace), 100000, int64(r.Size)) // in 1/100 of 1/1000 em
	if r.Expansion != 0 {
		space = ratio(space, 1000, max(1000+int64(r.Expansion), 1)) // Tz stretches the gaps of TJ, too
	}
	off, open := 0, true
	for i, g := range r.Glyphs {
		var moved text.Offset
		if r.Offsets != nil {
			moved = r.Offsets[i]
		}
		if moved != (text.Offset{}) {
			b = p.shift(b, f, r, moved, open)
			open = false
		}
		if !open {
			b = append(b, '(')
			open = true
		}
		end := min(off+int(g.Len), len(r.Text))
		src := r.Text[off:end]
		if r.Backward {
			src = r.Text[len(r.Text)-end : len(r.Text)-off]
		}
		code := f.code(g.ID, src)
		b = append(b, byte(code>>8), byte(code))
		gap := int64(0)
		if g.Kern != 0 {
			gap = ratio(int64(g.Kern), 100000, f.upem)
		}
		if src == " " {
			gap += space
		}
		gap -= ratio(int64(moved.X), 100000, f.upem)
		if gap != 0 {
			b = append(b, ')')
			b = appendCenti(b, -gap)
			open = false
		}
		if moved.Y != 0 {
			if open {
				b = append(b, ')')
			}
			b = append(b, "]TJ\n0 Ts\n["...)
			open = false
		}
		off = end
	}
	if open {
		b = append(b, ')')
	}
	p.b = append(b, "]TJ\n"...)
}

// shift moves to a glyph's own place: along the line within TJ, off the line by the text rise (ISO 32000-1, 9.3.7).
func (p *painter) shift(b []byte, f *face, r *text.Run, to text.Offset, open bool) []byte {
	if open {
		b = append(b, ')')
	}
	if to.Y != 0 {
		b = append(b, "]TJ\n"...)
		b = append(appendScaled(b, ratio(int64(to.Y), r.Size.Milli(), f.upem), 3), " Ts\n["...)
	}
	if to.X != 0 {
		b = append(b, ' ') // numbers in a row must not run together
		b = appendCenti(b, -ratio(int64(to.X), 100000, f.upem))
	}
	return b
}
