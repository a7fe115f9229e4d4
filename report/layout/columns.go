package layout

import (
	"konzept/report/doc"
	"konzept/report/geom"
)

// columns sets blocks in balanced columns; what a page cannot hold goes on in a further set of columns.
func (b *builder) columns(g *galley, f frame, v *doc.Columns) {
	b.inColumns(g, f, v.Count, v.Gap, func(sub *galley, in frame) { b.blocks(sub, in, v.Blocks) })
}

// inColumns sets what collect adds in n columns.
func (b *builder) inColumns(g *galley, f frame, n int, gap geom.Length, collect func(*galley, frame)) {
	n = min(max(n, 1), 12)
	gap = min(max(gap, 0), f.width/geom.Length(2*n))
	width := (f.width - geom.Length(n-1)*gap) / geom.Length(n)
	sub := b.take()
	in := f
	in.x, in.width = 0, max(width, geom.Pt)
	collect(sub, in)
	sub.flushMarks()
	frames := balance(sub, n, b.unit.room())
	for i := 0; i < len(frames); i += n {
		s := slab{}
		for k, sp := range frames[i:min(i+n, len(frames))] {
			x := f.x + geom.Length(k)*(width+gap)
			s.height = max(s.height, sub.place(&s, sp.from, sp.to, x, 0, 0))
		}
		g.add(s)
	}
	b.put(sub)
}

// balance cuts a galley into frames, n a set. All sets but the last are as high as a page; the last is as low as it can
// be without needing a further frame.
func balance(g *galley, n int, room geom.Length) []span {
	br := breaker{g: g, part: true}
	cut := func(h geom.Length) []span {
		br.room = func(int) geom.Length { return h }
		return br.cut(func(int, doc.Side) int { return 0 })
	}
	full := cut(room)
	sets := (len(full) + n - 1) / n
	if sets == 0 {
		return nil
	}
	first := full[:(sets-1)*n]
	from := 0
	if len(first) > 0 {
		from = first[len(first)-1].to
	}
	rest := &galley{slabs: g.slabs[from:], regions: g.regions}
	br = breaker{g: rest, part: true}
	low := rest.height() / geom.Length(n)
	high := room
	best := cut(high)
	for range 24 {
		if high-low < geom.Pt {
			break
		}
		mid := (low + high) / 2
		if list := cut(mid); len(list) <= n && within(rest, list, mid) {
			best, high = list, mid
		} else {
			low = mid
		}
	}
	out := append([]span(nil), first...)
	for _, sp := range best {
		out = append(out, span{from: sp.from + from, to: sp.to + from})
	}
	return out
}

// within tells whether no frame is higher than h and none is cut where it must not be.
func within(g *galley, list []span, h geom.Length) bool {
	for _, sp := range list {
		if g.pieceHeight(sp.from, sp.to) > h || sp.from > 0 && g.slabs[sp.from].cost >= costOrphan {
			return false
		}
	}
	return true
}
