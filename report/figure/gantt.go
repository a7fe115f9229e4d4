package figure

import (
	"strconv"

	"konzept/report/canvas"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/symbol"
	"konzept/report/text"
	"konzept/report/wording"
)

// ganttChart is one chart of spans while it is drawn: columns for code, label and state, then the days.
type ganttChart struct {
	*chart
	d           *doc.Gantt
	nameX       geom.Length // left edge of the labels
	nameW       geom.Length // their width
	stateX      geom.Length // left edge of the states
	plot        geom.Box    // only X and W count
	years       [2]int      // first and last; none where first is 0
	first, last doc.Day
	today       bool        // its line is on the axis
	white       geom.Length // in each row, above and below its words
}

func (c *chart) gantt(d *doc.Gantt, width geom.Length) Result {
	g := &ganttChart{chart: c, d: d}
	g.reach()
	g.columns(width)
	rows := 0
	for _, l := range d.Lanes {
		rows += len(l.Tasks)
	}
	if rows == 0 || width <= 0 {
		return c.done(geom.Size{W: max(width, 0)}, g.sentence(), g.rows()).valued(g.say.Data(g.rows(), ""))
	}
	g.tighten(rows, width)
	g.axis(width)
	for i := range d.Lanes {
		g.lane(&d.Lanes[i], width)
	}
	g.key(width)
	return c.stripped(width, 1, g.sentence(), g.rows()).valued(g.say.Data(g.rows(), ""))
}

// reach finds the years that the axis shows: those of all days, and of today unless that is far off.
func (g *ganttChart) reach() {
	add := func(d doc.Day) {
		y := d.Year()
		if g.years[0] == 0 {
			g.years = [2]int{y, y}
		}
		g.years = [2]int{min(g.years[0], y), max(g.years[1], y)}
	}
	g.each(func(r *doc.Task) {
		if r.HasBegin {
			add(r.Begin)
		}
		if r.HasEnd {
			add(r.End)
		}
		for _, m := range r.Markers {
			add(m.Day)
		}
	})
	if g.years[0] == 0 {
		return
	}
	g.window()
	if y := g.d.Today.Year(); g.d.HasToday && y >= g.years[0]-1 && y <= g.years[1]+1 {
		add(g.d.Today)
		g.today = true
	}
	g.first, g.last = doc.DayOf(g.years[0], 1, 1), doc.DayOf(g.years[1]+1, 1, 1)
}

// window narrows the axis to the years wanted. What lies outside keeps a point towards it.
func (g *ganttChart) window() {
	if first := g.d.First; first > 0 && first <= g.years[1] {
		g.years[0] = first
	}
	if last := g.d.Last; last > 0 && last >= g.years[0] {
		g.years[1] = last
	}
}

func (g *ganttChart) each(visit func(r *doc.Task)) {
	for i := range g.d.Lanes {
		for k := range g.d.Lanes[i].Tasks {
			visit(&g.d.Lanes[i].Tasks[k])
		}
	}
}

// columns shares the width out: codes and states as their texts need, labels up to two fifths, days the rest.
func (g *ganttChart) columns(width geom.Length) {
	em := g.Em()
	var code, label, state geom.Length
	g.each(func(r *doc.Task) {
		code = max(code, g.Width(r.Code, &g.Label))
		label = max(label, g.Width(r.Label, &g.Label)+1)
		w, _ := symbol.Width(r.Symbol, em)
		if s := g.Width(r.State, &g.Label); s > 0 && w > 0 {
			w += em/3 + s
		} else {
			w += s
		}
		state = max(state, w)
	})
	if code > 0 {
		g.nameX = min(code, width/6) + em*2/3
	}
	state = min(state, width/4)
	g.nameW = min(label, width*11/20-g.nameX-state)
	g.stateX = g.nameX + g.nameW + em
	g.plot = geom.Box{X: g.stateX}
	if state > 0 {
		g.plot.X += state + em
	}
	g.plot.W = max(width-g.plot.X, em)
}

// tighten brings rows together, by as much as half the white between them, where that keeps the chart on one page with
// its title and a heading.
func (g *ganttChart) tighten(rows int, width geom.Length) {
	em := g.Em()
	g.white = em / 2
	if g.MaxHeight <= 0 {
		return
	}
	missing := g.Missing // found again when the rows are drawn
	defer func() { g.Missing = missing }()
	h := 5*g.Leading() + em*2 // axis and key
	for i := range g.d.Lanes {
		if title := g.WrapIn(&g.Strong, g.d.Lanes[i].Title, width, text.Left); len(title) > 0 {
			h += em*13/15 + g.LineHeight(len(title))
		}
	}
	g.each(func(r *doc.Task) {
		label, state, _ := g.words(r)
		h += g.LineHeight(max(len(label), len(state), 1))
	})
	if fits := (g.MaxHeight*11/12 - h) / geom.Length(rows); fits >= em/4 {
		g.white = min(fits, em/2)
	}
}

// words wraps a row's label and its state, which stands so far to the right of its symbol.
func (g *ganttChart) words(r *doc.Task) (label, state []text.Line, after geom.Length) {
	em := g.Em()
	if w, _ := symbol.Width(r.Symbol, em); w > 0 {
		after = w + em/3
	}
	return g.Wrap(r.Label, g.nameW, text.Left), g.Wrap(r.State, max(g.plot.X-em-g.stateX-after+1, em), text.Left), after
}

// x is where a day begins.
func (g *ganttChart) x(d doc.Day) geom.Length {
	return g.plot.X + g.plot.W.Mul(int64(min(max(d, g.first), g.last)-g.first), int64(max(g.last-g.first, 1)))
}

// axis sets the head: today's label, years, and quarters where they have room.
func (g *ganttChart) axis(width geom.Length) {
	em, y := g.Em(), geom.Length(0)
	if g.today {
		s := g.say.Tell("Stand %s", "as of %s", g.d.Written)
		half := g.Width(s, &g.Strong)/2 + 1
		x := min(max(g.x(g.d.Today), g.plot.X+half), max(width-half, g.plot.X+half))
		g.WriteIn(g.todayInk(), s, &g.Strong, min(x, width-half), em, canvas.AtMiddle)
		y = g.Leading() + em/4
	}
	if g.years[0] > 0 {
		n := g.years[1] - g.years[0] + 1
		every := g.everyYear(n)
		for i := 0; i < n; i += every {
			from, to := g.year(i), g.year(min(i+every, n))
			if from > g.plot.X {
				g.Rect(geom.Box{X: from, Y: y + em/4, W: geom.Pt / 4, H: em}, g.InkOf("line", "rule", "muted", "text"))
			}
			name := strconv.Itoa(g.years[0] + i)
			if g.Width(name, &g.Strong)+em/4 > to-from {
				continue
			}
			g.Write(name, &g.Strong, from+(to-from)/2, y+em, canvas.AtMiddle)
		}
		y += g.Leading()
		if g.quarterly() {
			g.quarters(n, y)
			y += g.Leading()
		}
		g.pointer(y + em/3)
	}
	g.Rect(geom.Box{Y: y + em/3, W: width, H: geom.Pt * 3 / 4}, g.Ink)
	g.EndStrip(y+em/3+geom.Pt*3/4, canvas.CutFree)
}

// year is where the i-th year of the axis begins.
func (g *ganttChart) year(i int) geom.Length { return g.x(doc.DayOf(g.years[0]+i, 1, 1)) }

// everyYear is the step of the years that are named.
func (g *ganttChart) everyYear(n int) int {
	need := g.Width("2024", &g.Strong) + g.Em()/2
	for _, by := range []int{1, 2, 5, 10, 20, 50, 100, 200, 500} {
		if g.plot.W*geom.Length(by) >= need*geom.Length(n) {
			return by
		}
	}
	return 1000
}

// quarterly tells whether quarters have room for their numbers.
func (g *ganttChart) quarterly() bool {
	n := geom.Length(4 * (g.years[1] - g.years[0] + 1))
	return g.plot.W >= n*g.Em()*7/10
}

func (g *ganttChart) quarters(years int, y geom.Length) {
	for i := range years {
		for q := range 4 {
			from, to := g.x(doc.DayOf(g.years[0]+i, 1+3*q, 1)), g.x(doc.DayOf(g.years[0]+i, 4+3*q, 1))
			g.WriteIn(g.InkOf("muted", "text"), strconv.Itoa(q+1), &g.Label, from+(to-from)/2, y+g.Em(), canvas.AtMiddle)
		}
	}
}

func (g *ganttChart) todayInk() geom.Ink { return g.InkOf("warm", "text") }

// now draws today's line from y to bottom.
func (g *ganttChart) now(y, bottom geom.Length) {
	if g.today {
		w := geom.Pt
		g.Rect(geom.Box{X: g.x(g.d.Today) - w/2, Y: y, W: w, H: bottom - y}, g.todayInk())
	}
}

// pointer is the tip of today's line, on the rule below the axis.
func (g *ganttChart) pointer(y geom.Length) {
	if !g.today {
		return
	}
	r := g.Em() * 2 / 5
	x := min(g.x(g.d.Today), g.plot.X+g.plot.W-r)
	s := &page.Shape{Fill: g.todayInk(), Filled: true}
	polygon(&s.Path, x-r, y-r, x+r, y-r, x, y)
	g.Add(s)
}

// ground draws every other year's ground, and hairlines of quarters, behind a strip.
func (g *ganttChart) ground(height geom.Length) {
	if g.years[0] == 0 {
		return
	}
	n := g.years[1] - g.years[0] + 1
	every := g.everyYear(n)
	tint, ok := g.Palette.Find("tint")
	for i := 0; i < n; i += every {
		from, to := g.year(i), g.year(min(i+every, n))
		if ok && (i/every)%2 == 1 {
			g.Rect(geom.Box{X: from, W: to - from, H: height}, tint)
		} else if i > 0 && !ok {
			g.Rect(geom.Box{X: from, W: geom.Pt / 4, H: height}, g.InkOf("line", "rule", "muted"))
		}
	}
}

// lane sets a heading and its rows.
func (g *ganttChart) lane(l *doc.Lane, width geom.Length) {
	em := g.Em()
	ink := l.Ink
	if ink == 0 {
		ink = g.InkOf("accent", "primary", "text")
	}
	cut := canvas.CutFree
	if wording.Clean(l.Title) != "" && len(l.Tasks) > 0 {
		lines := g.WrapIn(&g.Strong, l.Title, width, text.Left)
		h := em*2/3 + g.LineHeight(len(lines)) + em/5
		g.ground(h)
		g.SetLinesIn(ink, lines, 0, em*2/3)
		g.now(0, h)
		g.EndStrip(h, cut)
		cut = canvas.CutNever
	}
	for i := range l.Tasks {
		if i > 0 {
			cut = canvas.CutInside
		}
		if i == 1 || i == len(l.Tasks)-1 && i > 0 {
			cut = canvas.CutNever // no row of a lane alone
		}
		g.row(&l.Tasks[i], ink, width, cut)
	}
}

// row sets one row below a hairline; its bar stands beside the first line.
func (g *ganttChart) row(r *doc.Task, ink geom.Ink, width geom.Length, cut canvas.Cut) {
	em := g.Em()
	lines, states, at := g.words(r)
	h := g.LineHeight(max(len(lines), len(states), 1)) + g.white
	g.ground(h)
	g.Hair(0, 0, width)
	top := g.white * 2 / 5
	g.WriteIn(g.InkOf("muted", "text"), r.Code, &g.Label, 0, top+em, canvas.AtLeft)
	g.SetLines(lines, g.nameX, top)
	g.Symbol(r.Symbol, g.stateX, top+em, em, g.Ink)
	g.SetLines(states, g.stateX+at, top)
	mid := top + em*7/10
	g.now(0, h)
	g.bar(r, mid, ink)
	for i := range r.Markers {
		g.marker(&r.Markers[i], mid)
	}
	g.EndStrip(h, cut)
}

// bar draws how long a row lasts; what has no begin or end runs off the axis with a point.
func (g *ganttChart) bar(r *doc.Task, mid geom.Length, ink geom.Ink) {
	em := g.Em()
	switch {
	case !r.HasBegin && !r.HasEnd:
		g.WriteIn(g.InkOf("muted", "text"), g.say.Tell("ohne Termin", "no dates"), &g.Label, g.plot.X+em/3, mid+em*3/10, canvas.AtLeft)
		return
	case r.HasBegin && r.HasEnd && r.End < r.Begin:
		g.WriteIn(g.InkOf("muted", "text"), g.say.Tell("Ende vor Beginn", "ends before it begins"), &g.Label, g.plot.X+em/3, mid+em*3/10, canvas.AtLeft)
		return
	}
	begun, ends := r.HasBegin && r.Begin >= g.first, r.HasEnd && r.End < g.last
	from, to := g.plot.X, g.plot.X+g.plot.W
	if r.HasBegin {
		from = min(g.x(r.Begin), to-2*geom.Pt)
	}
	if r.HasEnd {
		to = max(g.x(r.End+1), from+2*geom.Pt)
	}
	half := em * 3 / 10
	if r.Bar == doc.BarThin {
		half = em / 12
	}
	s := &page.Shape{Path: arrow(from, to, mid, half, !begun, !ends), Line: ink, Weight: geom.Pt * 3 / 4}
	switch r.Bar {
	case doc.BarFull, doc.BarThin:
		s.Fill, s.Filled, s.Weight = ink, true, 0
	case doc.BarDark:
		s.Fill, s.Filled, s.Weight = g.Ink, true, 0
	case doc.BarHatched:
		s.Fill, s.Filled, s.Hatch = ink, true, 1
		g.blank(from, to, mid, half)
	case doc.BarOpen:
		g.blank(from, to, mid, half)
	case doc.BarDashed:
		s.Dash = 2 * geom.Pt
		g.blank(from, to, mid, half)
	}
	g.Add(s)
}

// blank paints the area of an outlined bar white, so that grid lines do not show through.
func (g *ganttChart) blank(from, to, mid, half geom.Length) {
	if white, ok := g.Palette.Find("white"); ok {
		g.Rect(geom.Box{X: from, Y: mid - half, W: to - from, H: 2 * half}, white)
	}
}

// arrow is the outline of a bar; an end without a day is pointed, a beginning without one notched.
func arrow(from, to, mid, half geom.Length, notched, pointed bool) geom.Path {
	var p geom.Path
	depth := min(half, (to-from)/2)
	p.Move(from, mid-half)
	if pointed {
		p.Line(to-depth, mid-half)
		p.Line(to, mid)
		p.Line(to-depth, mid+half)
	} else {
		p.Line(to, mid-half)
		p.Line(to, mid+half)
	}
	p.Line(from, mid+half)
	if notched {
		p.Line(from+depth, mid)
	}
	p.Close()
	return p
}

// marker draws a single day as a diamond, filled when it is done.
func (g *ganttChart) marker(m *doc.Marker, mid geom.Length) {
	if m.Day >= g.first && m.Day < g.last {
		g.diamond(g.x(m.Day), mid, m.Done)
	}
}

func (g *ganttChart) diamond(x, y geom.Length, full bool) {
	r := g.Em() * 2 / 5
	x = min(x, g.plot.X+g.plot.W-r)
	white, ok := g.Palette.Find("white")
	s := &page.Shape{Fill: g.Ink, Filled: true, Line: white, Weight: geom.Pt * 3 / 4} // its edge parts it from a dark bar
	if !full {
		s.Fill, s.Line, s.Filled = white, g.Ink, ok
	}
	polygon(&s.Path, x, y-r, x+r, y, x, y+r, x-r, y)
	g.Add(s)
}

// key says below the rows what diamonds and pointed bars mean; all else is written beside the rows.
func (g *ganttChart) key(width geom.Length) {
	em := g.Em()
	g.Rect(geom.Box{W: width, H: geom.Pt * 3 / 4}, g.Ink)
	var done, open, endless bool
	g.each(func(r *doc.Task) {
		for _, m := range r.Markers {
			done, open = done || m.Done, open || !m.Done
		}
		endless = endless || r.HasBegin && !r.HasEnd
	})
	x, y := geom.Length(0), em/2
	entry := func(wanted bool, s string, draw func(x, y geom.Length)) {
		if !wanted {
			return
		}
		w := em*3/2 + g.Width(s, &g.Label)
		if x > 0 && x+w > width {
			x, y = 0, y+g.Leading()
		}
		draw(x+em/2, y+em*7/10)
		g.Write(s, &g.Label, x+em*3/2, y+em, canvas.AtLeft)
		x += w + em*3/2
	}
	entry(done, g.say.Tell("Termin gehalten", "date met"), func(x, y geom.Length) { g.diamond(x, y, true) })
	entry(open, g.say.Tell("Termin steht bevor", "date to come"), func(x, y geom.Length) { g.diamond(x, y, false) })
	entry(endless, g.say.Tell("ohne festes Ende", "without a fixed end"), func(x, y geom.Length) {
		s := &page.Shape{Path: arrow(x-em/2, x+em*3/5, y, em*3/10, false, true), Fill: g.InkOf("accent", "text"), Filled: true}
		g.Add(s)
	})
	if x == 0 {
		g.EndStrip(geom.Pt*3/4, canvas.CutNever)
		return
	}
	g.EndStrip(y+g.Leading(), canvas.CutNever)
}
