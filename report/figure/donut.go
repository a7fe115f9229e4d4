package figure

import (
	"slices"
	"strings"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/page"
	"konzept/report/text"
)

// mostParts is how many parts of a ring people can tell apart; more of them are drawn as bars.
const mostParts = 8

// ring is a donut while it is drawn.
type ring struct {
	*canvas
	d            *doc.Donut
	looks        []look
	total        number.Decimal
	centre       geom.Point
	inner, outer geom.Length
	left, right  []slip
	wide, margin geom.Length // of the drawing; of the label columns
}

// slip is one part's label beside the ring.
type slip struct {
	of, lines int
	label     []text.Line
	turn      int64
	y         geom.Length // top
}

// donut draws a whole in its parts, each named beside it. What has no place in a ring becomes bars.
func (c *canvas) donut(d *doc.Donut, width, height geom.Length) Result {
	r := &ring{canvas: c, d: d, wide: width}
	r.looks = c.looks(len(d.Parts), func(i int) (geom.Ink, int) { return d.Parts[i].Ink, d.Parts[i].Hatch })
	shown := 0
	for i := range d.Parts {
		if v := r.value(i); v.Sign() > 0 {
			shown++
			r.total = plus(r.total, v)
		} else if v.Sign() < 0 {
			shown = mostParts + 1
		}
	}
	if shown == 0 || shown > mostParts || width < 30*c.em() {
		return c.instead(d, width, height, r)
	}
	size := r.place(height)
	r.draw()
	said, values := r.sentence()
	return c.done(size, said, r.rows()).valued(values)
}

// instead draws the parts as bars.
func (c *canvas) instead(d *doc.Donut, width, height geom.Length, ring *ring) Result {
	b := &doc.Bars{Horizontal: true, Unit: d.Unit, Decimals: d.Decimals, Format: d.Format, Series: make([]doc.Series, 1)}
	for _, p := range d.Parts {
		b.Labels = append(b.Labels, p.Label)
		b.Series[0].Values = append(b.Series[0].Values, p.Value)
	}
	r := c.bars(b, width, height)
	r.Rows = ring.rows()
	if said, values := ring.sentence(); said != "" {
		r.Alt, r.Values = said, values
	}
	return r
}

func (r *ring) value(i int) number.Decimal { return r.d.Parts[i].Value }

// place measures the labels, shares them out to both sides and finds room for all.
func (r *ring) place(height geom.Length) geom.Size {
	em := r.em()
	r.outer = min(em*13/2, r.wide/6)
	r.inner = r.outer * 3 / 5
	r.margin = (r.wide - 2*r.outer - 5*em) / 2
	sum := number.Int(0)
	for i := range r.d.Parts {
		v := r.value(i)
		if v.Sign() <= 0 {
			continue
		}
		s := slip{of: i, turn: sum.Add(v.Quo(number.Int(2))).Share(r.total, unit), label: r.wrap(r.d.Parts[i].Label, r.margin, text.Left)}
		s.lines = 1 + len(s.label)
		sum = sum.Add(v)
		if s.turn < unit/2 {
			r.right = append(r.right, s)
		} else {
			r.left = append(r.left, s)
		}
	}
	slices.Reverse(r.left)
	tall := max(2*(r.outer+em)+2*geom.Pt, r.need(r.left), r.need(r.right), height)
	r.centre = geom.Point{X: r.wide / 2, Y: tall / 2}
	r.spread(r.left, tall)
	r.spread(r.right, tall)
	return geom.Size{W: r.wide, H: tall + r.rest(tall)}
}

func (r *ring) need(list []slip) (h geom.Length) {
	for i := range list {
		h += r.lineHeight(list[i].lines) + r.em()/2
	}
	return h
}

// spread sets labels beside their parts and pushes them apart where they would overlap.
func (r *ring) spread(list []slip, tall geom.Length) {
	top := geom.Length(0)
	for i := range list {
		s := &list[i]
		s.y = max(onCircle(r.centre, r.outer, s.turn).Y-r.lineHeight(s.lines)/2, top)
		top = s.y + r.lineHeight(s.lines) + r.em()/2
	}
	bottom := tall
	for i := len(list) - 1; i >= 0; i-- {
		s := &list[i]
		s.y = min(s.y, bottom-r.lineHeight(s.lines))
		bottom = s.y - r.em()/2
	}
}

// rest names below the ring what has no part of it.
func (r *ring) rest(y geom.Length) geom.Length {
	var names []string
	for i, p := range r.d.Parts {
		if r.value(i).Sign() <= 0 {
			names = append(names, clean(p.Label)+" "+r.number(r.value(i), r.d.Format, r.d.Decimals))
		}
	}
	if len(names) == 0 {
		return 0
	}
	lines := r.wrap(r.tell("außerdem: ", "besides: ")+strings.Join(names, " · "), r.wide, text.Left)
	r.setLines(lines, 0, y+r.em()/2)
	return r.em()/2 + r.lineHeight(len(lines))
}

func (r *ring) draw() {
	sum := number.Int(0)
	white := min(unit*int64(geom.Pt)/int64(7*r.outer), unit/64) // half a point and a bit at the rim
	for i := range r.d.Parts {
		v := r.value(i)
		if v.Sign() <= 0 {
			continue
		}
		from, to := sum.Share(r.total, unit), sum.Add(v).Share(r.total, unit)
		sum = sum.Add(v)
		if gap := min(white, (to-from)/4); to-from < unit {
			from, to = from+gap, to-gap
		}
		l := r.looks[i]
		s := &page.Shape{Path: ringPart(r.centre, r.inner, r.outer, from, to), Fill: l.ink, Filled: true, Hatch: l.hatch}
		if l.hatch > 0 {
			s.Line, s.Weight = l.ink, geom.Pt*3/4
		}
		r.items = append(r.items, s)
	}
	r.hub()
	for _, s := range r.right {
		r.slip(s, r.centre.X+r.outer+r.em()*5/2, atLeft)
	}
	for _, s := range r.left {
		r.slip(s, r.centre.X-r.outer-r.em()*5/2, atRight)
	}
}

// hub sets the whole within the ring.
func (r *ring) hub() {
	if white, ok := r.Palette.Find("white"); ok { // the words stand on this, not on the part that bends round them
		s := &page.Shape{Fill: white, Filled: true}
		s.Path.Circle(r.centre, r.inner-geom.Pt)
		r.items = append(r.items, s)
	}
	large := r.Strong
	large.Size = large.Size * 9 / 4
	whole := r.number(r.total, r.d.Format, r.d.Decimals)
	if w, room := r.width(whole, &large), r.inner*17/10; w > room {
		large.Size = max(large.Size.Mul(int64(room), int64(w)), r.em())
	}
	y := r.centre.Y + large.Size/3
	below := r.wrap(r.d.Unit, 2*r.inner-r.em(), text.Centre)
	if len(below) == 1 && len(below[0].Pieces) > 0 {
		y -= r.leading() / 2
		r.setLines(below, r.centre.X-r.inner+r.em()/2, y+r.em()/4)
	}
	r.label(whole, &large, r.centre.X, y, atMiddle)
}

// slip sets a label with a fine line to its part.
func (r *ring) slip(s slip, x geom.Length, a anchor) {
	em := r.em()
	near, far := onCircle(r.centre, r.outer+geom.Pt, s.turn), onCircle(r.centre, r.outer+em, s.turn)
	level := s.y + em*7/10
	out := x - em/2
	if a == atRight {
		out = x + em/2
	}
	var p geom.Path
	p.Move(near.X, near.Y)
	p.Line(far.X, far.Y)
	p.Line(out, level)
	r.stroke(p, r.ink("muted", "text"), geom.Pt/2, 0)
	v := r.value(s.of)
	part := phrase("%s · %s", r.number(v, r.d.Format, r.d.Decimals), r.percent(v, r.total))
	r.label(part, &r.Strong, x, s.y+em, a)
	if a == atLeft {
		r.setLines(s.label, x, s.y+r.leading())
		return
	}
	for i, l := range s.label {
		r.setLines(s.label[i:i+1], x-l.Width, s.y+r.lineHeight(1+i))
	}
}

// percent is a share in whole percent; what is little but not nothing is less than one, and what is
// not quite all more than 99.
func (c *canvas) percent(v, of number.Decimal) string {
	p := v.Quo(of).Mul(number.Int(100)).Round(0)
	s := c.number(p, nil, 0)
	switch {
	case p.Sign() == 0 && v.Sign() > 0:
		s = "<\u202F1"
	case p.Equal(number.Int(100)) && v.Cmp(of) < 0:
		s = ">\u202F99"
	}
	if c.say.comma {
		return s + "\u00A0%"
	}
	return s + "%"
}

// sentence says how the whole is shared, largest parts first; if they are too many to be heard it says the largest, and
// lists all beside.
func (r *ring) sentence() (said, values string) {
	var all []int
	for i := range r.d.Parts {
		if r.value(i).Sign() > 0 {
			all = append(all, i)
		}
	}
	if len(all) == 0 {
		return "", ""
	}
	slices.SortStableFunc(all, func(i, k int) int { return r.value(k).Cmp(r.value(i)) })
	parts := make([]string, len(all))
	for n, i := range all {
		v := r.value(i)
		parts[n] = phrase("%s %s (%s)", r.quote(r.d.Parts[i].Label), r.number(v, r.d.Format, r.d.Decimals), r.percent(v, r.total))
	}
	whole := r.measured(r.total, r.number(r.total, r.d.Format, r.d.Decimals), r.d.Unit)
	if all := r.tell("%s, davon %s.", "%s, of these %s.", whole, r.also(parts)); signs(all) <= heard {
		return all, ""
	}
	for i := range parts[1:] {
		parts[i+1] = "; " + parts[i+1]
	}
	return spoken(r.tell("%s, vor allem ", "%s, mostly ", whole), parts[:few]...), r.data(r.rows(), r.d.Unit)
}

func (r *ring) rows() [][]string {
	rows := [][]string{{r.say.entry, r.named(r.d.Unit), r.tell("Anteil", "Share")}}
	for i, p := range r.d.Parts {
		v, part := r.value(i), "–"
		if v.Sign() > 0 {
			part = r.percent(v, r.total)
		}
		rows = append(rows, []string{clean(p.Label), r.number(v, r.d.Format, r.d.Decimals), part})
	}
	return rows
}
