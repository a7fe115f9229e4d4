package figure

import (
	"slices"

	"konzept/report/canvas"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/page"
	"konzept/report/wording"
)

// lineChart is one line chart while it is drawn.
type lineChart struct {
	*chart
	d           *doc.Lines
	plot        geom.Box
	scale       scale
	step        number.Decimal
	ends        []endLabel
	left, right geom.Length
}

// endLabel is what stands behind a line's last point.
type endLabel struct {
	text string
	y    geom.Length
	bold bool
}

func (c *chart) lines(d *doc.Lines, width, height geom.Length) Result {
	l := &lineChart{chart: c, d: d}
	if len(d.Labels) == 0 || width <= 0 {
		return c.done(geom.Size{W: max(width, 0)}, c.lineSentence(d), l.rows()).valued(c.say.Data(l.rows(), d.Unit))
	}
	em := c.Em()
	l.scale.low, l.scale.high, l.step = l.extent()
	top := geom.Length(0)
	if d.Unit != "" {
		unit := wording.Clean(d.Unit)
		if wording.UnitBeside(unit) {
			unit = c.say.In(unit)
		}
		c.Write(unit, &c.Label, 0, em, canvas.AtLeft)
		top = c.Leading() + em/2
	}
	if height <= 0 {
		height = top + width*2/5
	}
	l.margins(width)
	l.plot = geom.Box{X: l.left, Y: top + em/2, W: max(width-l.left-l.right, em), H: max(height-top-em*5/2, em*4)}
	l.scale.length = l.plot.H
	l.axes()
	l.target()
	for i := range d.Series {
		l.series(i)
	}
	l.endLabels()
	return c.done(geom.Size{W: width, H: l.plot.Bottom() + em*2}, c.lineSentence(d), l.rows()).valued(c.say.Data(l.rows(), d.Unit))
}

// extent is the scale's range in whole steps; zero belongs to it when it is not far off.
func (l *lineChart) extent() (low, high, by number.Decimal) {
	for _, s := range l.d.Series {
		for i := range l.d.Labels {
			low, high = lesser(low, value(s.Values, i)), greater(high, value(s.Values, i))
		}
	}
	if l.d.HasTarget {
		low, high = lesser(low, l.d.Target), greater(high, l.d.Target)
	}
	none := number.Int(0)
	if !low.Known() {
		return none, number.Int(1), number.Int(1)
	}
	if low.Sign() > 0 && low.Mul(number.Int(4)).Cmp(high.Mul(number.Int(3))) < 0 || low.Cmp(high) == 0 {
		low = lesser(low, none)
	}
	high = greater(high, none)
	by = number.Step(high.Sub(low), 4)
	return steps(low, by, -1), steps(high, by, 1), by
}

// steps is the nearest number of whole steps, below or above.
func steps(v, by number.Decimal, side int64) number.Decimal {
	n := v.Quo(by).Trunc()
	if w := n.Mul(by); w.Cmp(v) == 0 || w.Cmp(v) == int(side) {
		return w
	}
	return n.Add(number.Int(side)).Mul(by)
}

// margins measures the scale's numbers on the left and the names on the right.
func (l *lineChart) margins(width geom.Length) {
	em := l.Em()
	for _, v := range l.ticks() {
		l.left = max(l.left, l.Width(l.tick(v), &l.Label)+em/2)
	}
	for _, s := range l.d.Series {
		l.right = max(l.right, l.Width(l.endText(s), &l.Strong)+em)
	}
	if l.d.HasTarget {
		l.right = max(l.right, l.Width(l.targetText(), &l.Label)+em)
	}
	l.right = min(l.right, width/3)
}

func (l *lineChart) ticks() (all []number.Decimal) {
	n := l.scale.high.Sub(l.scale.low).Share(l.step, 1)
	for i := range min(n, 20) + 1 {
		all = append(all, l.scale.low.Add(l.step.Mul(number.Int(i))))
	}
	return all
}

// tick writes a number of the scale, whose steps may be finer than the values.
func (l *lineChart) tick(v number.Decimal) string {
	return l.say.Number(v, l.d.Format, max(l.d.Decimals, l.step.Places()))
}

func (l *lineChart) endText(s doc.Series) string {
	_, last, n := ends(s.Values, len(l.d.Labels))
	if n == 0 {
		return ""
	}
	v := l.say.Number(last, l.d.Format, l.d.Decimals)
	if wording.UnitBeside(l.d.Unit) {
		v = l.say.WithUnit(v, l.d.Unit)
	}
	if s.Name == "" || len(l.d.Series) < 2 {
		return v
	}
	return s.Name + " " + v
}

func (l *lineChart) targetText() string {
	return l.say.Target() + " " + l.say.Number(l.d.Target, l.d.Format, l.d.Decimals)
}

// x is where the i-th label stands.
func (l *lineChart) x(i int) geom.Length {
	n := int64(len(l.d.Labels))
	if n == 1 {
		return l.plot.X + l.plot.W/2
	}
	inset := l.Em()
	return l.plot.X + inset + (l.plot.W-2*inset).Mul(int64(i), n-1)
}

func (l *lineChart) y(v number.Decimal) geom.Length { return l.plot.Bottom() - l.scale.at(v) }

// axes draws fine lines with their numbers and the labels below, every k-th where all have no room.
func (l *lineChart) axes() {
	em := l.Em()
	fine := l.InkOf("line", "rule", "muted", "tint")
	for _, v := range l.ticks() {
		weight, ink := geom.Pt/4, fine
		if v.Sign() == 0 {
			weight, ink = geom.Pt*3/4, l.Ink
		}
		l.Rect(geom.Box{X: l.plot.X, Y: l.y(v) - weight/2, W: l.plot.W, H: weight}, ink)
		l.Write(l.tick(v), &l.Label, l.plot.X-em/2, l.y(v)+em/3, canvas.AtRight)
	}
	widest := em
	for _, s := range l.d.Labels {
		widest = max(widest, l.Width(s, &l.Label)+em/2)
	}
	n := len(l.d.Labels)
	every := 1
	if n > 1 {
		every = int((widest*geom.Length(n-1)-1)/max(l.plot.W-2*em, 1)) + 1
	}
	for i := n - 1; i >= 0; i -= every {
		l.Write(l.d.Labels[i], &l.Label, l.x(i), l.plot.Bottom()+em*3/2, canvas.AtMiddle)
	}
}

func (l *lineChart) target() {
	if !l.d.HasTarget || !l.d.Target.Known() {
		return
	}
	y := l.y(l.d.Target)
	var p geom.Path
	p.Move(l.plot.X, y)
	p.Line(l.plot.Right(), y)
	l.Stroke(p, l.Ink, geom.Pt, 3*geom.Pt)
	l.ends = append(l.ends, endLabel{text: l.targetText(), y: y})
}

// series draws one line, broken where values are missing, with a mark at every value.
func (l *lineChart) series(i int) {
	s := l.d.Series[i]
	ink := s.Ink
	if ink == 0 {
		ink = l.InkOf("accent", "primary", "text")
	}
	var p geom.Path
	var last geom.Length
	open := false
	for k := range l.d.Labels {
		v := value(s.Values, k)
		if !v.Known() {
			open = false
			continue
		}
		last = l.y(v)
		if open {
			p.Line(l.x(k), last)
		} else {
			p.Move(l.x(k), last)
		}
		open = true
	}
	if len(p.Verbs) == 0 {
		return
	}
	l.Stroke(p, ink, geom.Pt*3/2, []geom.Length{0, 6 * geom.Pt, 2 * geom.Pt}[i%3])
	for k := range l.d.Labels {
		if v := value(s.Values, k); v.Known() {
			l.dot(i, l.x(k), l.y(v), ink)
		}
	}
	l.ends = append(l.ends, endLabel{text: l.endText(s), y: last, bold: true})
}

// dot marks a value: disc, square, diamond or triangle by the series' turn.
func (l *lineChart) dot(i int, x, y geom.Length, ink geom.Ink) {
	r := l.Em() * 3 / 10
	s := &page.Shape{Fill: ink, Filled: true}
	switch i % 4 {
	case 0:
		s.Path.Circle(geom.Point{X: x, Y: y}, r)
	case 1:
		s.Path.Rect(geom.Box{X: x - r, Y: y - r, W: 2 * r, H: 2 * r})
	case 2:
		polygon(&s.Path, x, y-r*4/3, x+r*4/3, y, x, y+r*4/3, x-r*4/3, y)
	case 3:
		polygon(&s.Path, x-r, y+r, x, y-r, x+r, y+r)
	}
	l.Add(s)
}

func polygon(p *geom.Path, xy ...geom.Length) {
	p.Move(xy[0], xy[1])
	for i := 2; i+1 < len(xy); i += 2 {
		p.Line(xy[i], xy[i+1])
	}
	p.Close()
}

// endLabels sets the names behind the lines, pushed apart where they would overlap.
func (l *lineChart) endLabels() {
	slices.SortStableFunc(l.ends, func(a, b endLabel) int { return int(min(max(a.y-b.y, -1), 1)) })
	for i := 1; i < len(l.ends); i++ {
		l.ends[i].y = max(l.ends[i].y, l.ends[i-1].y+l.Leading())
	}
	limit := l.plot.Bottom()
	for i := len(l.ends) - 1; i >= 0; i-- {
		l.ends[i].y = min(l.ends[i].y, limit)
		limit = l.ends[i].y - l.Leading()
	}
	for _, e := range l.ends {
		f := &l.Label
		if e.bold {
			f = &l.Strong
		}
		l.Write(e.text, f, l.plot.Right()+l.Em()/2, e.y+l.Em()/3, canvas.AtLeft)
	}
}

func (l *lineChart) rows() [][]string {
	head := []string{l.say.Entry()}
	for _, s := range l.d.Series {
		name := s.Name
		if name == "" {
			name = l.say.Value()
		}
		head = append(head, name)
	}
	rows := [][]string{head}
	for i, s := range l.d.Labels {
		row := []string{wording.Clean(s)}
		for _, r := range l.d.Series {
			row = append(row, l.say.Number(value(r.Values, i), l.d.Format, l.d.Decimals))
		}
		rows = append(rows, row)
	}
	return rows
}
