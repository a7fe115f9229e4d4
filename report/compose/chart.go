package compose

import (
	"slices"
	"strconv"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/template"
)

// figureArgs are the attributes of every figure.
type figureArgs struct {
	Title, Source []doc.Inline
	Unit, Alt     string
	Values        string // where they stand in words
	Anchor        template.AnchorName
	Number, Table bool
	Width, Height geom.Length
}

// chartArgs are those of charts of numbers. Their decimals are what the template says, else as many as the number that was
// typed with most.
type chartArgs struct {
	figureArgs
	Decimals *int
}

func (a *chartArgs) decimals(values ...number.Decimal) int {
	if a.Decimals != nil {
		return *a.Decimals
	}
	return number.MostPlaces(values...)
}

// figureOf fills what all drawings share.
func (x *expander) figureOf(a *figureArgs, d *template.Directive, drawing doc.Drawing) *doc.Figure {
	f := &doc.Figure{Drawing: drawing, Title: a.Title, Source: a.Source, Number: a.Number, Alt: a.Alt, Anchor: string(a.Anchor),
		Width: a.Width, Height: a.Height, Style: x.styleOr("figure"), CaptionStyle: x.styleOr("caption"), At: d.At}
	f.Spare, f.Values = x.design.PlainTable(x.text), a.Values
	if a.Table {
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

func (m *seriesMaker) add(label, name string, v number.Decimal, ink *geom.Ink) {
	s := slices.IndexFunc(m.series, func(s doc.Series) bool { return s.Name == name })
	if s < 0 {
		s = len(m.series)
		inks := m.x.design.Charts
		m.series = append(m.series, doc.Series{Name: name, Ink: inkOr(ink, inks[s%len(inks)]), Hatch: hatch(s)})
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

type barsArgs struct {
	chartArgs
	Horizontal, Stacked bool
}

type barArgs struct {
	Label         string `word:""`
	Value, Target number.Decimal
	Series        string
	Ink           *geom.Ink
}

var (
	barsComponent = component{template.Component{Name: "bars", Body: true, Args: barsArgs{}}, bars}
	barComponent  = component{Component: template.Component{Name: "bar", Leaf: true, Within: []string{"bars"}, Args: barArgs{}}}
)

func bars(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, barsArgs{})
	b := &doc.Bars{Stacked: a.Stacked, Horizontal: a.Horizontal, Unit: a.Unit}
	m := &seriesMaker{x: x}
	targets := map[string]number.Decimal{}
	x.only(c, d, func(c *context, d *template.Directive) {
		a := argsOf(x, c, d, barArgs{})
		m.add(a.Label, a.Series, a.Value, a.Ink)
		if a.Target.Known() {
			targets[m.labels[len(m.labels)-1]] = a.Target
		}
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
	c.sink.add(x.figureOf(&a.figureArgs, d, b))
}

type linesArgs struct {
	chartArgs
	Target number.Decimal
}

type pointArgs struct {
	Label  string `word:""`
	Value  number.Decimal
	Series string
	Ink    *geom.Ink
}

var (
	linesComponent = component{template.Component{Name: "lines", Body: true, Args: linesArgs{}}, lines}
	pointComponent = component{Component: template.Component{Name: "point", Leaf: true, Within: []string{"lines"}, Args: pointArgs{}}}
)

func lines(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, linesArgs{})
	l := &doc.Lines{Unit: a.Unit, Target: a.Target, HasTarget: a.Target.Known()}
	m := &seriesMaker{x: x}
	x.only(c, d, func(c *context, d *template.Directive) {
		a := argsOf(x, c, d, pointArgs{})
		m.add(a.Label, a.Series, a.Value, a.Ink)
	})
	if !m.done() {
		return
	}
	l.Labels, l.Series = m.labels, m.series
	l.Format, l.Decimals = x.Format.Number, a.decimals(append(m.values(), l.Target)...)
	c.sink.add(x.figureOf(&a.figureArgs, d, l))
}

// values are all of a chart.
func (m *seriesMaker) values() (all []number.Decimal) {
	for _, s := range m.series {
		all = append(all, s.Values...)
	}
	return all
}

type eventArgs struct {
	When   []doc.Inline
	Strong bool
}

var (
	timelineComponent = component{template.Component{Name: "timeline", Body: true}, timeline}
	eventComponent    = component{Component: template.Component{Name: "event", Leaf: true, Body: true, Rest: true, Within: []string{"timeline"}, Args: eventArgs{}}}
)

func timeline(x *expander, c *context, d *template.Directive) {
	t := &doc.Timeline{}
	x.only(c, d, func(c *context, d *template.Directive) {
		a := argsOf(x, c, d, eventArgs{})
		e := doc.Event{When: a.When, Blocks: x.cellBlocks(c, d, c.style), Strong: a.Strong}
		if len(e.When) > 0 || len(e.Blocks) > 0 {
			t.Entries = append(t.Entries, e)
		}
	})
	if len(t.Entries) > 0 {
		c.sink.add(t)
	}
}

type qrArgs struct {
	Text  string `word:""`
	Size  geom.Length
	Alt   string
	Level qrLevel
}

// qrLevel is how much of a code may be lost (ISO/IEC 18004): 15 or 25 percent.
type qrLevel string

func (qrLevel) Words() []string { return []string{"M", "Q"} }

var qrComponent = component{template.Component{Name: "qr", Leaf: true, Args: qrArgs{}}, qr}

func qr(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, qrArgs{Size: 30 * geom.MM, Level: "M"})
	if a.Text != "" {
		c.sink.add(x.figureOf(&figureArgs{Alt: a.Alt, Width: a.Size, Height: a.Size}, d, &doc.QR{Text: a.Text, Level: string(a.Level)}))
	}
}

type meterArgs struct {
	Percent       number.Decimal
	Width, Height geom.Length
	Ink, Ground   *geom.Ink
	Alt           string
}

var meterComponent = component{template.Component{Name: "meter", Leaf: true, Args: meterArgs{}}, meter}

func meter(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, meterArgs{})
	if !a.Percent.Known() {
		return
	}
	tint, _ := x.design.Palette.Find("tint")
	m := &doc.Meter{Percent: a.Percent.Shown(), Ink: inkOr(a.Ink, x.design.Charts[0]), Ground: inkOr(a.Ground, tint)}
	f := x.figureOf(&figureArgs{Alt: a.Alt, Width: a.Width, Height: a.Height}, d, m)
	if f.Height == 0 {
		f.Height = 3 * geom.MM
	}
	c.sink.add(f)
}

type signArgs struct {
	Name       string `word:""`
	Size       geom.Length
	Alt        string
	Ink        *geom.Ink
	Decorative bool
}

var signComponent = component{template.Component{Name: "sign", Leaf: true, Args: signArgs{}}, signLarge}

// signLarge sets a symbol of figure's set as a figure.
func signLarge(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, signArgs{Size: 8 * geom.MM})
	if a.Name == "" {
		x.Fail("value-missing", d.At, diag.Span{}, "sign")
		return
	}
	f := x.figureOf(&figureArgs{Alt: a.Alt, Width: a.Size, Height: a.Size}, d, &doc.Sign{Name: a.Name, Ink: inkOr(a.Ink, 0)})
	if f.Decorative = a.Decorative; !f.Decorative && f.Alt == "" {
		x.Fail("sign-without-words", d.At, diag.Span{}, a.Name)
		f.Decorative = true
	}
	c.sink.add(f)
}

func count(n int) string { return strconv.Itoa(n) }
