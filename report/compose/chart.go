package compose

import (
	"slices"
	"strconv"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
)

// figureOf fills what all drawings share.
func (x *expander) figureOf(a args, drawing doc.Drawing) *doc.Figure {
	f := &doc.Figure{Drawing: drawing, Title: a.text("title"), Source: a.text("source"), Number: a.flag("number"), Alt: a.str("alt"),
		Width: a.length("width", 0), Height: a.length("height", 0), Style: x.styleOr("figure"), CaptionStyle: x.styleOr("caption"), At: a.d.at}
	f.Anchor = a.anchor()
	if f.Spare, f.Values = x.plainLook(), a.str("values"); a.flag("table") {
		f.Table = f.Spare
	}
	return f
}

// styleOr is a style of the design that components use by its name, or the text's.
func (x *expander) styleOr(name string) *doc.Style {
	if s := x.design.Styles[name]; s != nil {
		return s
	}
	return x.text
}

// seriesMaker gathers values by label and series, both in the order in which they come.
type seriesMaker struct {
	x      *expander
	labels []string
	series []doc.Series
}

func (m *seriesMaker) add(c *context, d *directive) {
	a := m.x.args(c, d)
	label, name := a.firstText(), a.str("series")
	v, ok := a.number("value")
	if !ok {
		v = number.Decimal{}
	}
	s := slices.IndexFunc(m.series, func(s doc.Series) bool { return s.Name == name })
	if s < 0 {
		s = len(m.series)
		inks := m.x.design.Charts
		ink, ok := a.ink("ink")
		if !ok {
			ink = inks[s%len(inks)]
		}
		m.series = append(m.series, doc.Series{Name: name, Ink: ink, Hatch: hatch(s)})
	}
	// A label may come again, for another series; twice in the same series it is another bar.
	i := slices.Index(m.labels, label)
	if i < 0 || i < len(m.series[s].Values) && m.series[s].Values[i].Known() {
		i = len(m.labels)
		m.labels = append(m.labels, label)
	}
	for len(m.series[s].Values) <= i {
		m.series[s].Values = append(m.series[s].Values, number.Decimal{})
	}
	m.series[s].Values[i] = v
}

// hatch is the pattern of the i-th series: full, rising, level, crossed, upright, falling, so that neighbours differ most.
func hatch(i int) int { return [...]int{0, 1, 3, 5, 4, 2}[i%6] }

// done fills every series to the number of labels, and tells whether there is any value.
func (m *seriesMaker) done() bool {
	some := false
	for i := range m.series {
		for len(m.series[i].Values) < len(m.labels) {
			m.series[i].Values = append(m.series[i].Values, number.Decimal{})
		}
		some = some || slices.ContainsFunc(m.series[i].Values, number.Decimal.Known)
	}
	return some
}

func bars(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	b := &doc.Bars{Stacked: a.flag("stacked"), Horizontal: a.flag("horizontal"), Unit: a.str("unit")}
	m := &seriesMaker{x: x}
	targets := map[string]number.Decimal{}
	x.only(c, d.kids, "bars", func(c *context, d *directive) bool {
		if d.spec.name != "bar" {
			return false
		}
		m.add(c, d)
		if v, ok := x.args(c, d).number("target"); ok {
			targets[m.labels[len(m.labels)-1]] = v
		}
		return true
	})
	if !m.done() {
		return
	}
	b.Labels, b.Series = m.labels, m.series
	if len(targets) > 0 {
		for _, l := range b.Labels {
			b.Target = append(b.Target, targets[l])
		}
	}
	b.Format, b.Decimals = x.Format.Number, a.decimals(append(m.values(), b.Target...)...)
	c.sink.add(x.figureOf(a, b))
}

func lines(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	l := &doc.Lines{Unit: a.str("unit")}
	l.Target, l.HasTarget = a.number("target")
	m := &seriesMaker{x: x}
	x.only(c, d.kids, "lines", func(c *context, d *directive) bool {
		if d.spec.name != "point" {
			return false
		}
		m.add(c, d)
		return true
	})
	if !m.done() {
		return
	}
	l.Labels, l.Series = m.labels, m.series
	l.Format, l.Decimals = x.Format.Number, a.decimals(append(m.values(), l.Target)...)
	c.sink.add(x.figureOf(a, l))
}

// values are all of a chart.
func (m *seriesMaker) values() (all []number.Decimal) {
	for _, s := range m.series {
		all = append(all, s.Values...)
	}
	return all
}

// decimals is how many a drawing's numbers have: what the template says, else as many as the number that was typed with most.
func (a args) decimals(values ...number.Decimal) int {
	return a.int("decimals", number.MostPlaces(values...))
}

func timeline(x *expander, c *context, d *directive) {
	t := &doc.Timeline{}
	x.only(c, d.kids, "timeline", func(c *context, d *directive) bool {
		if d.spec.name != "event" {
			return false
		}
		a := x.args(c, d)
		e := doc.Event{When: a.text("when"), Blocks: x.cellBlocks(c, d, c.style), Strong: a.flag("strong")}
		if len(e.When) > 0 || len(e.Blocks) > 0 {
			t.Entries = append(t.Entries, e)
		}
		return true
	})
	if len(t.Entries) > 0 {
		c.sink.add(t)
	}
}

func qr(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	s := a.firstText()
	if s == "" {
		return
	}
	q := &doc.QR{Text: s, Level: a.word("level")}
	if q.Level == "" {
		q.Level = "M"
	}
	f := x.figureOf(a, q)
	f.Width = a.length("size", 30*geom.MM)
	f.Height = f.Width
	c.sink.add(f)
}

func meter(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	v, ok := a.number("percent")
	if !ok {
		return
	}
	m := &doc.Meter{Percent: v.Shown()}
	m.Ink, ok = a.ink("ink")
	if !ok {
		m.Ink = x.design.Charts[0]
	}
	if m.Ground, ok = a.ink("ground"); !ok {
		m.Ground, _ = x.design.Palette.Find("tint")
	}
	f := x.figureOf(a, m)
	if f.Height == 0 {
		f.Height = 3 * geom.MM
	}
	c.sink.add(f)
}

func signLarge(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	name := a.firstText()
	if name == "" {
		x.Fail("value-missing", d.at, diag.Span{}, "sign")
		return
	}
	s := &doc.Sign{Name: name}
	s.Ink, _ = a.ink("ink")
	f := x.figureOf(a, s)
	f.Width = a.length("size", 8*geom.MM)
	f.Height = f.Width
	if f.Decorative = a.flag("decorative"); !f.Decorative && f.Alt == "" {
		x.Fail("sign-without-words", d.at, diag.Span{}, name)
		f.Decorative = true
	}
	c.sink.add(f)
}

func count(n int) string { return strconv.Itoa(n) }
