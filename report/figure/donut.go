package figure

import (
	"fmt"
	"slices"
	"strings"

	"konzept/report/canvas"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/page"
	"konzept/report/text"
	"konzept/report/wording"
)

// mostParts is how many parts of a ring people can tell apart; more of them are drawn as bars.
const mostParts = 8

// ring is a donut while it is drawn.
type ring struct {
	*chart
	d            *doc.Donut
	series       []canvas.SeriesStyle
	total        number.Decimal
	centre       geom.Point
	inner, outer geom.Length
	left, right  []callout
	wide, margin geom.Length // of the drawing; of the label columns
}

// callout is one part's label beside the ring.
type callout struct {
	of, lines int
	label     []text.Line
	turn      int64
	y         geom.Length // top
}

// donut draws a whole in its parts, each named beside it. What has no place in a ring becomes bars.
func (c *chart) donut(d *doc.Donut, width, height geom.Length) Result {
	r := &ring{chart: c, d: d, wide: width}
	r.series = c.SeriesStyles(len(d.Parts), func(i int) (geom.Ink, int) { return d.Parts[i].Ink, d.Parts[i].Hatch })
	shown := 0
	for i := range d.Parts {
		if v := r.value(i); v.Sign() > 0 {
			shown++
			r.total = plus(r.total, v)
		} else if v.Sign() < 0 {
			shown = mostParts + 1
		}
	}
	if shown == 0 || shown > mostParts || width < 30*c.Em() {
		return c.instead(d, width, height, r)
	}
	size := r.place(height)
	r.draw()
	said, values := r.sentence()
	return c.done(size, said, r.rows()).valued(values)
}

// instead draws the parts as bars.
func (c *chart) instead(d *doc.Donut, width, height geom.Length, ring *ring) Result {
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
	em := r.Em()
	r.outer = min(em*13/2, r.wide/6)
	r.inner = r.outer * 3 / 5
	r.margin = (r.wide - 2*r.outer - 5*em) / 2
	sum := number.Int(0)
	for i := range r.d.Parts {
		v := r.value(i)
		if v.Sign() <= 0 {
			continue
		}
		s := callout{of: i, turn: sum.Add(v.Quo(number.Int(2))).Share(r.total, geom.FullTurn), label: r.Wrap(r.d.Parts[i].Label, r.margin, text.Left)}
		s.lines = 1 + len(s.label)
		sum = sum.Add(v)
		if s.turn < geom.FullTurn/2 {
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

func (r *ring) need(list []callout) (h geom.Length) {
	for i := range list {
		h += r.LineHeight(list[i].lines) + r.Em()/2
	}
	return h
}

// spread sets labels beside their parts and pushes them apart where they would overlap.
func (r *ring) spread(list []callout, tall geom.Length) {
	top := geom.Length(0)
	for i := range list {
		s := &list[i]
		s.y = max(geom.OnCircle(r.centre, r.outer, s.turn).Y-r.LineHeight(s.lines)/2, top)
		top = s.y + r.LineHeight(s.lines) + r.Em()/2
	}
	bottom := tall
	for i := len(list) - 1; i >= 0; i-- {
		s := &list[i]
		s.y = min(s.y, bottom-r.LineHeight(s.lines))
		bottom = s.y - r.Em()/2
	}
}

// rest names below the ring what has no part of it.
func (r *ring) rest(y geom.Length) geom.Length {
	var names []string
	for i, p := range r.d.Parts {
		if r.value(i).Sign() <= 0 {
			names = append(names, wording.Clean(p.Label)+" "+r.say.Number(r.value(i), r.d.Format, r.d.Decimals))
		}
	}
	if len(names) == 0 {
		return 0
	}
	lines := r.Wrap(r.say.Tell("außerdem: ", "besides: ")+strings.Join(names, " · "), r.wide, text.Left)
	r.SetLines(lines, 0, y+r.Em()/2)
	return r.Em()/2 + r.LineHeight(len(lines))
}

func (r *ring) draw() {
	sum := number.Int(0)
	white := min(geom.FullTurn*int64(geom.Pt)/int64(7*r.outer), geom.FullTurn/64) // half a point and a bit at the rim
	for i := range r.d.Parts {
		v := r.value(i)
		if v.Sign() <= 0 {
			continue
		}
		from, to := sum.Share(r.total, geom.FullTurn), sum.Add(v).Share(r.total, geom.FullTurn)
		sum = sum.Add(v)
		if gap := min(white, (to-from)/4); to-from < geom.FullTurn {
			from, to = from+gap, to-gap
		}
		l := r.series[i]
		s := &page.Shape{Path: geom.RingPart(r.centre, r.inner, r.outer, from, to), Fill: l.Ink, Filled: true, Hatch: l.Hatch}
		if l.Hatch > 0 {
			s.Line, s.Weight = l.Ink, geom.Pt*3/4
		}
		r.Add(s)
	}
	r.hub()
	for _, s := range r.right {
		r.callout(s, r.centre.X+r.outer+r.Em()*5/2, canvas.AtLeft)
	}
	for _, s := range r.left {
		r.callout(s, r.centre.X-r.outer-r.Em()*5/2, canvas.AtRight)
	}
}

// hub sets the whole within the ring.
func (r *ring) hub() {
	if white, ok := r.Palette.Find("white"); ok { // the words stand on this, not on the part that bends round them
		s := &page.Shape{Fill: white, Filled: true}
		s.Path.Circle(r.centre, r.inner-geom.Pt)
		r.Add(s)
	}
	large := r.Strong
	large.Size = large.Size * 9 / 4
	whole := r.say.Number(r.total, r.d.Format, r.d.Decimals)
	if w, available := r.Width(whole, &large), r.inner*17/10; w > available {
		large.Size = max(large.Size.Mul(int64(available), int64(w)), r.Em())
	}
	y := r.centre.Y + large.Size/3
	below := r.Wrap(r.d.Unit, 2*r.inner-r.Em(), text.Centre)
	if len(below) == 1 && len(below[0].Pieces) > 0 {
		y -= r.Leading() / 2
		r.SetLines(below, r.centre.X-r.inner+r.Em()/2, y+r.Em()/4)
	}
	r.Write(whole, &large, r.centre.X, y, canvas.AtMiddle)
}

// callout sets a label and the leader line to its part.
func (r *ring) callout(s callout, x geom.Length, a canvas.Anchor) {
	em := r.Em()
	near, far := geom.OnCircle(r.centre, r.outer+geom.Pt, s.turn), geom.OnCircle(r.centre, r.outer+em, s.turn)
	level := s.y + em*7/10
	out := x - em/2
	if a == canvas.AtRight {
		out = x + em/2
	}
	var p geom.Path
	p.Move(near.X, near.Y)
	p.Line(far.X, far.Y)
	p.Line(out, level)
	r.Stroke(p, r.InkOf("muted", "text"), geom.Pt/2, 0)
	v := r.value(s.of)
	part := fmt.Sprintf("%s · %s", r.say.Number(v, r.d.Format, r.d.Decimals), r.percent(v, r.total))
	r.Write(part, &r.Strong, x, s.y+em, a)
	if a == canvas.AtLeft {
		r.SetLines(s.label, x, s.y+r.Leading())
		return
	}
	for i, l := range s.label {
		r.SetLines(s.label[i:i+1], x-l.Width, s.y+r.LineHeight(1+i))
	}
}

// percent is a share in whole percent; what is little but not nothing is less than one, and what is
// not quite all more than 99.
func (c *chart) percent(v, of number.Decimal) string {
	p := v.Quo(of).Mul(number.Int(100)).Round(0)
	s := c.say.Number(p, nil, 0)
	switch {
	case p.Sign() == 0 && v.Sign() > 0:
		s = "<\u202F1"
	case p.Equal(number.Int(100)) && v.Cmp(of) < 0:
		s = ">\u202F99"
	}
	if c.say != wording.English {
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
		parts[n] = fmt.Sprintf("%s %s (%s)", r.say.Quote(r.d.Parts[i].Label), r.say.Number(v, r.d.Format, r.d.Decimals), r.percent(v, r.total))
	}
	whole := r.say.Measured(r.total, r.say.Number(r.total, r.d.Format, r.d.Decimals), r.d.Unit)
	if all := r.say.Tell("%s, davon %s.", "%s, of these %s.", whole, r.say.Also(parts)); wording.Letters(all) <= wording.MostHeard {
		return all, ""
	}
	for i := range parts[1:] {
		parts[i+1] = "; " + parts[i+1]
	}
	return wording.Spoken(r.say.Tell("%s, vor allem ", "%s, mostly ", whole), parts[:wording.Few]...), r.say.Data(r.rows(), r.d.Unit)
}

func (r *ring) rows() [][]string {
	rows := [][]string{{r.say.Entry(), r.say.Named(r.d.Unit), r.say.Tell("Anteil", "Share")}}
	for i, p := range r.d.Parts {
		v, part := r.value(i), "–"
		if v.Sign() > 0 {
			part = r.percent(v, r.total)
		}
		rows = append(rows, []string{wording.Clean(p.Label), r.say.Number(v, r.d.Format, r.d.Decimals), part})
	}
	return rows
}
