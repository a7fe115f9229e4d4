package figure

import (
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

// flowChart is a flow while it is drawn: columns of boxes that name what they hold, ribbons between them. All ribbons are
// of one scale; a box is as high as its ribbons or its words need.
type flowChart struct {
	*chart
	d      *doc.Flow
	wide   geom.Length // of a column
	gap    geom.Length // between columns, for the ribbons
	scale  scale       // from values to thickness
	stages [][]basin
	bands  []band
	height geom.Length
}

// basin is one placed stop.
type basin struct {
	in, out  number.Decimal
	label    []text.Line
	box      geom.Box
	inFrom   geom.Length // where its next ribbon ends
	outFrom  geom.Length // and begins
	ink      geom.Ink
	written  string
	noteRows []text.Line
}

// band is one placed ribbon.
type band struct {
	*doc.Ribbon
	y0, y1, thick geom.Length
}

func (c *chart) flow(d *doc.Flow, width, height geom.Length) Result {
	f := &flowChart{chart: c, d: d}
	f.sum()
	if len(f.bands) == 0 || width <= 0 {
		return c.done(geom.Size{W: max(width, 0)}, f.sentence(), f.rows()).valued(f.ribbons())
	}
	top := f.fit(width)
	want := max(height-top, width*2/5)
	if f.MaxHeight > 0 {
		want = min(want, f.MaxHeight-top)
	}
	f.stack(top, want)
	for _, rows := range [...]int{6, 4, 3, 2, 1} { // a drawing stands on one page: its sentence says the labels whole
		if f.MaxHeight <= 0 || f.height <= f.MaxHeight {
			break
		}
		f.shorten(rows)
		f.stack(top, want/2)
	}
	f.draw()
	return c.done(geom.Size{W: width, H: f.height}, f.sentence(), f.rows()).valued(f.ribbons())
}

// sum finds what flows into and out of every stop; ribbons that are none or lead nowhere are left out.
func (f *flowChart) sum() {
	for i := range f.d.Stages {
		f.stages = append(f.stages, make([]basin, len(f.d.Stages[i].Stops)))
	}
	for i := range f.d.Ribbons {
		r := &f.d.Ribbons[i]
		if r.Value.Sign() <= 0 || !f.leads(r) {
			continue
		}
		f.stages[r.Stage][r.From].out = plus(f.stages[r.Stage][r.From].out, r.Value)
		f.stages[r.Stage+1][r.To].in = plus(f.stages[r.Stage+1][r.To].in, r.Value)
		f.bands = append(f.bands, band{Ribbon: r})
	}
}

func (f *flowChart) written(v number.Decimal) string {
	return f.say.Number(v, f.d.Format, f.d.Decimals)
}

func (b *basin) value() number.Decimal { return greater(greater(b.in, b.out), number.Int(0)) }

// fit wraps labels into the columns and sets the stages' titles. It returns where the boxes begin.
func (f *flowChart) fit(width geom.Length) geom.Length {
	em := f.Em()
	n := geom.Length(len(f.stages))
	f.wide = width * 13 / 20 / n
	f.gap = (width - f.wide*n) / max(n-1, 1)
	top := geom.Length(0)
	for i := range f.stages {
		x := (f.wide + f.gap) * geom.Length(i)
		title := f.Wrap(f.d.Stages[i].Title, f.wide, text.Left)
		f.SetLinesIn(f.InkOf("muted", "text"), title, x, 0)
		top = max(top, f.LineHeight(len(title)))
		for k := range f.stages[i] {
			b, stop := &f.stages[i][k], &f.d.Stages[i].Stops[k]
			b.box = geom.Box{X: x, W: f.wide}
			if b.ink = stop.Ink; b.ink == 0 {
				b.ink = f.InkOf("muted", "text")
			}
			b.written = f.written(b.value())
			value := f.Width(b.written, &f.Strong) + em/2
			b.label = f.Wrap(stop.Label, max(f.wide-em*6/5-value, em*3), text.Left)
			b.noteRows = f.Wrap(stop.Note, f.wide-em*6/5, text.Left)
		}
	}
	if top > 0 {
		top += em / 2
	}
	return top
}

// shorten leaves of every label so many lines, of notes half as many, with a sign for what is left out.
func (f *flowChart) shorten(rows int) {
	for i := range f.stages {
		for k := range f.stages[i] {
			b, stop := &f.stages[i][k], &f.d.Stages[i].Stops[k]
			width := max(f.wide-f.Em()*6/5-f.Width(b.written, &f.Strong)-f.Em()/2, f.Em()*3)
			words := strings.Fields(stop.Label)
			for n := len(words) - 1; len(b.label) > rows && n > 0; n-- {
				b.label = f.Wrap(strings.Join(words[:n], " ")+" …", width, text.Left)
			}
			b.label = b.label[:min(len(b.label), rows)]
			b.noteRows = b.noteRows[:min(len(b.noteRows), rows/2)]
		}
	}
}

// least is what a box needs for its words.
func (f *flowChart) least(b *basin) geom.Length {
	return f.LineHeight(max(len(b.label), 1)+len(b.noteRows)) + f.Em()*2/5
}

// stack chooses the scale so that the fullest column takes the height wanted, and piles the boxes of each column up,
// the columns level in their middle.
func (f *flowChart) stack(top, want geom.Length) {
	em := f.Em()
	f.scale = scale{low: number.Int(0)}
	for _, stage := range f.stages {
		sum := number.Int(0)
		for k := range stage {
			sum = sum.Add(stage[k].value())
		}
		f.scale.high = greater(f.scale.high, sum)
	}
	f.scale.length = want * 7 / 10
	tallest := geom.Length(0)
	heights := make([]geom.Length, len(f.stages))
	for i, stage := range f.stages {
		for k := range stage {
			b := &stage[k]
			b.box.H = max(f.least(b), f.scale.at(b.value()))
			heights[i] += b.box.H + em/2
		}
		tallest = max(tallest, heights[i]-em/2)
	}
	for i, stage := range f.stages {
		free := tallest - (heights[i] - em/2)
		between := geom.Length(0)
		if n := geom.Length(len(stage)); n > 1 {
			between = min(free/(n-1), em*2)
		}
		y := top + (free-between*geom.Length(max(len(stage)-1, 0)))/2
		for k := range stage {
			b := &stage[k]
			b.box.Y = y
			b.inFrom = y + (b.box.H-f.scale.at(b.in))/2
			b.outFrom = y + (b.box.H-f.scale.at(b.out))/2
			y += b.box.H + em/2 + between
		}
	}
	f.height = top + tallest
	f.attach()
}

// attach finds where ribbons begin and end: at each stop in the order of the stops at their other ends.
func (f *flowChart) attach() {
	slices.SortStableFunc(f.bands, func(a, b band) int {
		for _, c := range []int{a.Stage - b.Stage, a.From - b.From, a.To - b.To} {
			if c != 0 {
				return c
			}
		}
		return 0
	})
	for i := range f.bands {
		b := &f.bands[i]
		from, to := &f.stages[b.Stage][b.From], &f.stages[b.Stage+1][b.To]
		b.thick = f.scale.at(b.Value)
		b.y0, from.outFrom = from.outFrom, from.outFrom+b.thick
		b.y1, to.inFrom = to.inFrom, to.inFrom+b.thick
	}
}

// draw sets thin ribbons over thick ones, so that each stays in sight.
func (f *flowChart) draw() {
	order := make([]int, len(f.bands))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(min(max(f.bands[b].thick-f.bands[a].thick, -1), 1)) })
	for _, i := range order {
		f.ribbon(&f.bands[i])
	}
	for _, i := range order {
		f.value(&f.bands[i])
	}
	for i, stage := range f.stages {
		for k := range stage {
			if stage[k].value().Sign() > 0 || f.d.Stages[i].Stops[k].Label != "" {
				f.basin(&stage[k], i)
			}
		}
	}
}

// ribbon draws one band, tinted, with an edge in the ink of where it comes from, or of where it leads if that has none:
// edges keep bands apart in grey.
func (f *flowChart) ribbon(b *band) {
	x0 := f.stages[b.Stage][b.From].box.Right()
	x1 := f.stages[b.Stage+1][b.To].box.X
	bow := (x1 - x0) / 2
	edge := f.stages[b.Stage][b.From].ink
	if f.d.Stages[b.Stage].Stops[b.From].Ink == 0 {
		edge = f.stages[b.Stage+1][b.To].ink
	}
	s := &page.Shape{Fill: f.InkOf("tint", "line", "white"), Filled: true, Line: edge, Weight: geom.Pt / 2}
	p := &s.Path
	p.Move(x0, b.y0)
	p.Cubic(geom.Point{X: x0 + bow, Y: b.y0}, geom.Point{X: x1 - bow, Y: b.y1}, geom.Point{X: x1, Y: b.y1})
	p.Line(x1, b.y1+b.thick)
	p.Cubic(geom.Point{X: x1 - bow, Y: b.y1 + b.thick}, geom.Point{X: x0 + bow, Y: b.y0 + b.thick}, geom.Point{X: x0, Y: b.y0 + b.thick})
	p.Close()
	f.Add(s)
}

// value sets a ribbon's number where it ends, if it is thick enough to hold it and does not hold all.
func (f *flowChart) value(b *band) {
	em := f.Em()
	if b.thick < em {
		return
	}
	f.Write(f.written(b.Value), &f.Label, f.stages[b.Stage+1][b.To].box.X-em/3, b.y1+b.thick/2+em/3, canvas.AtRight)
}

// basin draws a stop: thick edges where ribbons meet it, its words between them.
func (f *flowChart) basin(b *basin, stage int) {
	em := f.Em()
	edge := geom.Pt * 5 / 2
	frame := geom.Box{X: b.box.X, Y: b.box.Y, W: b.box.W, H: b.box.H}
	if white, ok := f.Palette.Find("white"); ok {
		f.Rect(frame, white)
	}
	f.outline(frame, f.InkOf("line", "rule", "muted", "text"))
	if in := f.scale.at(b.in); in > 0 {
		f.Rect(geom.Box{X: b.box.X, Y: b.box.Y + (b.box.H-in)/2, W: edge, H: in}, b.ink)
	}
	if out := f.scale.at(b.out); out > 0 {
		f.Rect(geom.Box{X: b.box.Right() - edge, Y: b.box.Y + (b.box.H-out)/2, W: edge, H: out}, b.ink)
	}
	lines := max(len(b.label), 1) + len(b.noteRows)
	y := b.box.Y + (b.box.H-f.LineHeight(lines))/2 - em/10
	x := b.box.X + em*3/5
	f.Write(b.written, &f.Strong, x, y+em, canvas.AtLeft)
	f.SetLines(b.label, x+f.Width(b.written, &f.Strong)+em/2, y)
	f.SetLinesIn(f.InkOf("muted", "text"), b.noteRows, x, y+f.LineHeight(max(len(b.label), 1)))
}

// sentence says what the largest stop of each stage is, and the largest ribbon.
func (f *flowChart) sentence() string {
	if len(f.bands) == 0 {
		return f.say.Tell("Fluss ohne %s.", "Flow without %s.", f.say.Things(f.d.Unit))
	}
	total := number.Int(0)
	for _, b := range f.stages[0] {
		total = total.Add(b.value())
	}
	var parts []string
	for i, stage := range f.stages {
		if i == 0 {
			continue
		}
		first := wording.Winners(len(stage), 1, func(k int) number.Decimal { return stage[k].value() })
		if len(first) > 0 && stage[first[0]].value().Sign() > 0 {
			name := func(k int) string { return f.say.Quote(f.d.Stages[i].Stops[k].Label) }
			parts = append(parts, f.say.Tell("; %s: am meisten zu %s", "; %s: most to %s", f.stageName(i), f.say.Shared(first, name, f.written(stage[first[0]].value()))))
		}
	}
	if len(f.bands) > 1 {
		parts = append(parts, f.widest())
	}
	return wording.Spoken(f.say.Tell("%s im Fluss", "Flow of %s", f.say.Measured(total, f.written(total), f.d.Unit)), parts...)
}

// ribbons lists the ribbons with their values.
func (f *flowChart) ribbons() string {
	if len(f.bands) == 0 {
		return ""
	}
	parts := make([]string, len(f.bands))
	for i := range f.bands {
		b := &f.bands[i]
		parts[i] = f.say.Tell("%s zu %s %s", "%s to %s %s", wording.Clean(f.d.Stages[b.Stage].Stops[b.From].Label), wording.Clean(f.d.Stages[b.Stage+1].Stops[b.To].Label), f.written(b.Value))
	}
	return f.say.Values() + ": " + strings.Join(parts, "; ") + "."
}

// widest names the largest ribbons.
func (f *flowChart) widest() string {
	big := wording.Winners(len(f.bands), 1, func(i int) number.Decimal { return f.bands[i].Value })
	way := func(i int) string {
		b := &f.bands[i]
		return f.say.Tell("von %s zu %s", "from %s to %s", f.say.Quote(f.d.Stages[b.Stage].Stops[b.From].Label), f.say.Quote(f.d.Stages[b.Stage+1].Stops[b.To].Label))
	}
	what := f.written(f.bands[big[0]].Value)
	if len(big) == 1 {
		return f.say.Tell("; der breiteste Strom führt %s (%s)", "; the widest ribbon leads %s (%s)", way(big[0]), what)
	}
	return f.say.Tell("; die breitesten Ströme: %s", "; the widest ribbons: %s", f.say.Shared(big, way, what))
}

func (f *flowChart) stageName(i int) string {
	if s := wording.Clean(f.d.Stages[i].Title); s != "" {
		return s
	}
	return f.say.Tell("Stufe %d", "stage %d", i+1)
}
