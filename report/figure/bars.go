package figure

import (
	"konzept/report/canvas"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/text"
	"konzept/report/wording"
)

// barChart is one bar chart while it is drawn. Lengths along the bars are "along", across them "across".
type barChart struct {
	*chart
	d      *doc.Bars
	series []canvas.SeriesStyle
	scale  scale
	zero   geom.Length // from the scale's start
}

func (c *chart) bars(d *doc.Bars, width, height geom.Length) Result {
	b := &barChart{chart: c, d: d}
	b.series = c.SeriesStyles(len(d.Series), func(i int) (geom.Ink, int) { return d.Series[i].Ink, d.Series[i].Hatch })
	b.scale.low, b.scale.high = b.extent()
	if len(d.Labels) == 0 || len(d.Series) == 0 || width <= 0 {
		return c.done(geom.Size{W: max(width, 0)}, b.sentence(), b.rows()).valued(b.say.Data(b.rows(), b.d.Unit))
	}
	upright := !d.Horizontal && b.fitsUpright(width)
	top := b.head(width, upright)
	var size geom.Size
	if upright {
		size = b.upright(width, height, top)
	} else {
		size = b.lying(width, height, top)
	}
	if len(c.Strips) > 0 {
		return c.stripped(width, 1, b.sentence(), b.rows()).valued(b.say.Data(b.rows(), b.d.Unit))
	}
	return c.done(size, b.sentence(), b.rows()).valued(b.say.Data(b.rows(), b.d.Unit))
}

// extent is the range of the scale; zero always belongs to it.
func (b *barChart) extent() (low, high number.Decimal) {
	low, high = number.Int(0), number.Int(0)
	for i := range b.d.Labels {
		up, down := number.Int(0), number.Int(0)
		for _, s := range b.d.Series {
			v := value(s.Values, i)
			switch {
			case !v.Known():
			case !b.d.Stacked:
				low, high = lesser(low, v), greater(high, v)
			case v.Sign() > 0:
				up = up.Add(v)
			default:
				down = down.Add(v)
			}
		}
		low, high = lesser(low, down), greater(high, up)
		low, high = lesser(low, value(b.d.Target, i)), greater(high, value(b.d.Target, i))
	}
	return low, high
}

// head sets the legend, if there is more than one thing to tell apart, and the unit.
func (b *barChart) head(width geom.Length, upright bool) geom.Length {
	var names []string
	if len(b.d.Series) > 1 {
		for _, s := range b.d.Series {
			names = append(names, s.Name)
		}
	}
	if len(b.d.Target) > 0 {
		names = append(names, b.say.Target())
	}
	top := b.Legend(names, width, func(i int, box geom.Box) {
		if i < len(b.d.Series) && len(b.d.Series) > 1 {
			b.Fill(box, b.series[i])
			return
		}
		x, y := box.X+box.W/2, box.Y+box.H/2
		if upright {
			b.targetTick(box.X, y, box.Right(), y)
		} else {
			b.targetTick(x, box.Y, x, box.Bottom())
		}
	})
	if b.d.Unit != "" && !wording.UnitBeside(b.d.Unit) {
		b.Write(wording.Clean(b.d.Unit), &b.Label, 0, top+b.Em(), canvas.AtLeft)
		top += b.Leading() + b.Em()/3
	}
	return top
}

// targetTick draws the target of a bar as a line across it.
func (b *barChart) targetTick(x0, y0, x1, y1 geom.Length) {
	var p geom.Path
	p.Move(x0, y0)
	p.Line(x1, y1)
	b.Stroke(p, b.Ink, 2*geom.Pt, 0)
}

// written is a value as it stands at its bar.
func (b *barChart) written(v number.Decimal) string {
	s := b.say.Number(v, b.d.Format, b.d.Decimals)
	if wording.UnitBeside(b.d.Unit) {
		return b.say.WithUnit(s, b.d.Unit)
	}
	return s
}

// total is the sum of a stack, unknown when it has no value at all.
func (b *barChart) total(i int) (sum number.Decimal) {
	for _, s := range b.d.Series {
		switch v := value(s.Values, i); {
		case !sum.Known():
			sum = v
		case v.Known():
			sum = sum.Add(v)
		}
	}
	return sum
}

// bar is one bar's ends on the scale and what is written at its far end; of says which series it is.
type bar struct {
	from, to number.Decimal
	text     string
	inside   bool // the text stands within the bar, if it fits
	of       int
}

// barsOf lists the bars of the i-th label, lane by lane: side by side, or one lane for a stack.
func (b *barChart) barsOf(i int) [][]bar {
	if !b.d.Stacked {
		lanes := make([][]bar, len(b.d.Series))
		for s := range b.d.Series {
			v := value(b.d.Series[s].Values, i)
			lanes[s] = []bar{{from: number.Int(0), to: v, text: b.written(v), of: s}}
		}
		return lanes
	}
	var lane []bar
	up, down := number.Int(0), number.Int(0)
	for s := range b.d.Series {
		v := value(b.d.Series[s].Values, i)
		switch {
		case v.Sign() == 0:
		case v.Sign() > 0:
			lane = append(lane, bar{from: up, to: up.Add(v), text: b.written(v), inside: true, of: s})
			up = up.Add(v)
		default:
			lane = append(lane, bar{from: down, to: down.Add(v), text: b.written(v), inside: true, of: s})
			down = down.Add(v)
		}
	}
	return [][]bar{append(lane, bar{from: up, to: up, text: b.written(b.total(i)), of: -1})}
}

// lanes is how many bars stand side by side at a label.
func (b *barChart) lanes() geom.Length {
	if b.d.Stacked {
		return 1
	}
	return geom.Length(len(b.d.Series))
}

// widestValue is the width that values need at the ends of bars.
func (b *barChart) widestValue() (w geom.Length) {
	for i := range b.d.Labels {
		for _, lane := range b.barsOf(i) {
			for _, r := range lane {
				if !r.inside {
					w = max(w, b.Width(r.text, &b.Strong))
				}
			}
		}
	}
	return w
}

// plate sets a value within a bar on white, so that it reads on every ink and hatch; it is left out where it does not fit.
func (b *barChart) plate(s string, box geom.Box) {
	w, h := b.Width(s, &b.Label)+b.Em()/2, b.Em().Mul(11, 10)
	white, ok := b.Palette.Find("white")
	if !ok || w > box.W-2*geom.Pt || h > box.H-2*geom.Pt {
		return
	}
	x, y := box.X+box.W/2, box.Y+box.H/2
	b.Rect(geom.Box{X: x - w/2, Y: y - h/2, W: w, H: h}, white)
	b.Write(s, &b.Label, x, y+b.Em()/3, canvas.AtMiddle)
}

// thinnest is the least thickness of a lying bar: a stack needs room for the values within it.
func (b *barChart) thinnest() geom.Length {
	if b.d.Stacked {
		return b.Em() * 18 / 10
	}
	return b.Em() * 11 / 10
}

// beyond is where the value of a bar that ends at "end" stands: past its target's mark if that would cross it.
func (b *barChart) beyond(i int, end, available geom.Length) geom.Length {
	t := value(b.d.Target, i)
	if !t.Known() {
		return end
	}
	if at := b.scale.at(t); at >= end-geom.Pt && at < end+available {
		return at
	}
	return end
}

// lying draws bars that run to the right, labels beside them.
func (b *barChart) lying(width, height, top geom.Length) geom.Size {
	em := b.Em()
	column := geom.Length(0)
	for _, l := range b.d.Labels {
		column = max(column, b.Width(l, &b.Label)+1)
	}
	column = min(column, width*2/5)
	labels := make([][]text.Line, len(b.d.Labels))
	tall := b.lanes() * b.thinnest()
	for i, l := range b.d.Labels {
		labels[i] = b.Wrap(l, column, text.Left)
		tall = max(tall, b.Leading()*geom.Length(len(labels[i])))
	}
	pitch := tall + em/2
	n := geom.Length(len(b.d.Labels))
	pitch = max(pitch, min((height-top)/n, b.lanes()*em*3)) // few bars do not swell to fill a height
	side := b.widestValue() + em/2
	start := column + em/2
	if b.scale.low.Sign() < 0 {
		start += side
	}
	b.scale.length = max(width-start-side, em)
	b.zero = b.scale.at(number.Int(0))
	long := len(labels) > mostLying
	if long {
		b.EndStrip(top, canvas.CutFree)
	}
	for i := range labels {
		y := top + pitch*geom.Length(i)
		if long {
			y = 0
		}
		b.SetLines(labels[i], 0, y+(pitch-b.Leading()*geom.Length(len(labels[i])))/2-em/10)
		b.lie(i, start, y, pitch)
		if long {
			b.axis(start, 0, pitch)
			b.EndStrip(pitch, canvas.CutInside)
		}
	}
	if !long {
		b.axis(start, top, pitch*n)
	}
	return geom.Size{W: width, H: top + pitch*n}
}

// mostLying is how many labels stay on one page; more of them come in strips.
const mostLying = 24

// axis is the line at zero.
func (b *barChart) axis(start, y, height geom.Length) {
	b.Rect(geom.Box{X: start + b.zero - geom.Pt/2, Y: y, W: geom.Pt, H: height}, b.Ink)
}

// lie draws the bars of the i-th label within y and pitch.
func (b *barChart) lie(i int, start, y, pitch geom.Length) {
	em := b.Em()
	thick := min((pitch-em/2)/b.lanes(), em*2)
	y += (pitch - thick*b.lanes()) / 2
	top := y
	for _, lane := range b.barsOf(i) {
		for _, r := range lane {
			from, to := b.scale.at(r.from), b.scale.at(r.to)
			if !r.to.Known() {
				from, to = b.zero, b.zero
			}
			box := geom.Box{X: start + min(from, to), Y: y, W: max(from, to) - min(from, to), H: thick - thick/10}
			if r.of >= 0 {
				b.Fill(box, b.series[r.of])
			}
			mid := y + thick*9/20 + em/3
			switch {
			case r.inside:
				b.plate(r.text, box)
			case r.to.Sign() < 0:
				b.Write(r.text, &b.Strong, start+to-em/3, mid, canvas.AtRight)
			default:
				b.Write(r.text, &b.Strong, start+b.beyond(i, to, b.Width(r.text, &b.Strong)+em/2)+em/3, mid, canvas.AtLeft)
			}
		}
		y += thick
	}
	if t := value(b.d.Target, i); t.Known() {
		x := start + b.scale.at(t)
		b.targetTick(x, top-em/5, x, y+em/10)
	}
}

// fitsUpright tells whether labels and values have room below and above upright bars.
func (b *barChart) fitsUpright(width geom.Length) bool {
	band := width / geom.Length(len(b.d.Labels))
	if b.widestValue() > band*9/10/b.lanes() {
		return false
	}
	if len(b.Label.Faces) == 0 {
		return true
	}
	for _, l := range b.d.Labels {
		narrowest, _ := text.Extent([]text.Span{{Text: wording.Clean(l), Font: &b.Label}}, text.Options{Hyphenate: true, MinLeft: 3, MinRight: 3})
		if narrowest > band-b.Em()/2 {
			return false
		}
	}
	return true
}

// upright draws bars that stand, labels below them.
func (b *barChart) upright(width, height, top geom.Length) geom.Size {
	em := b.Em()
	band := width / geom.Length(len(b.d.Labels))
	labels := make([][]text.Line, len(b.d.Labels))
	most := 1
	for i, l := range b.d.Labels {
		labels[i] = b.Wrap(l, band-em/2, text.Centre)
		most = max(most, len(labels[i]))
	}
	foot := b.Leading()*geom.Length(most) + em/2
	over, under := em*3/2, geom.Length(0)
	if b.scale.low.Sign() < 0 {
		under = em * 3 / 2
	}
	if height <= 0 {
		height = top + over + under + foot + width*2/5
	}
	b.scale.length = max(height-top-over-under-foot, em*3)
	b.zero = b.scale.at(number.Int(0))
	base := top + over + b.scale.length
	for i := range labels {
		x := band * geom.Length(i)
		b.stand(i, x, base, band)
		b.SetLines(labels[i], x+em/4, base+under+em/3)
	}
	b.Rect(geom.Box{Y: base - b.zero - geom.Pt/2, W: width, H: geom.Pt}, b.Ink)
	return geom.Size{W: width, H: base + under + foot}
}

// stand draws the bars of the i-th label within x and band; base is the y of the scale's start.
func (b *barChart) stand(i int, x, base, band geom.Length) {
	em := b.Em()
	thick := min(band*7/10/b.lanes(), em*5)
	if b.d.Stacked {
		thick = min(band*7/10, em*7) // room for the values within
	}
	x += (band - thick*b.lanes()) / 2
	left := x
	for _, lane := range b.barsOf(i) {
		for _, r := range lane {
			from, to := b.scale.at(r.from), b.scale.at(r.to)
			if !r.to.Known() {
				from, to = b.zero, b.zero
			}
			box := geom.Box{X: x, Y: base - max(from, to), W: thick - thick/12, H: max(from, to) - min(from, to)}
			if r.of >= 0 {
				b.Fill(box, b.series[r.of])
			}
			switch {
			case r.inside:
				b.plate(r.text, box)
			case r.to.Sign() < 0:
				b.Write(r.text, &b.Strong, x+thick/2, base-to+em*11/10, canvas.AtMiddle)
			default:
				b.Write(r.text, &b.Strong, x+thick/2, base-b.beyond(i, to, em*5/4)-em*2/5, canvas.AtMiddle)
			}
		}
		x += thick
	}
	if t := value(b.d.Target, i); t.Known() {
		y := base - b.scale.at(t)
		b.targetTick(left-em/4, y, x+em/4, y)
	}
}

// rows is the chart as a table: labels down, series across.
func (b *barChart) rows() [][]string {
	head := []string{b.say.Entry()}
	for _, s := range b.d.Series {
		name := s.Name
		if name == "" {
			name = b.say.Value()
		}
		if b.d.Unit != "" {
			name += " (" + b.d.Unit + ")"
		}
		head = append(head, name)
	}
	if len(b.d.Target) > 0 {
		head = append(head, b.say.Target())
	}
	rows := [][]string{head}
	for i, l := range b.d.Labels {
		row := []string{wording.Clean(l)}
		for _, s := range b.d.Series {
			row = append(row, b.say.Number(value(s.Values, i), b.d.Format, b.d.Decimals))
		}
		if len(b.d.Target) > 0 {
			row = append(row, b.say.Number(value(b.d.Target, i), b.d.Format, b.d.Decimals))
		}
		rows = append(rows, row)
	}
	return rows
}
