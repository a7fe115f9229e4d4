package figure

import (
	"strconv"
	"strings"

	"konzept/report/canvas"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/page"
	"konzept/report/symbol"
	"konzept/report/text"
	"konzept/report/wording"
)

// places draws a row for each place: its name, how many things there are, and a framed tag for each of them, so that the
// length of a row shows its number.
func (c *chart) places(d *doc.Places, width geom.Length) Result {
	em := c.Em()
	column, number := geom.Length(0), geom.Length(0)
	for i := range d.Rows {
		column = max(column, c.Width(d.Rows[i].Name, &c.Strong)+1, c.Width(d.Rows[i].Note, &c.Label)+1)
		number = max(number, c.Width(strconv.Itoa(len(d.Rows[i].Items)), &c.Strong))
	}
	pin, _ := symbol.Width("place", em)
	pin += em / 3
	column = min(column, width/3)
	start := pin + column + em + number + em*2/3
	for i := range d.Rows {
		r := &d.Rows[i]
		c.Hair(0, 0, width)
		top := em * 2 / 5
		c.Symbol("place", 0, top+em, em, c.InkOf("accent", "text"))
		name, note := c.WrapIn(&c.Strong, r.Name, column, text.Left), c.Wrap(r.Note, column, text.Left)
		c.SetLines(name, pin, top)
		c.SetLinesIn(c.InkOf("muted", "text"), note, pin, top+c.LineHeight(len(name)))
		c.Write(strconv.Itoa(len(r.Items)), &c.Strong, start-em*2/3, top+em, canvas.AtRight)
		h := max(c.LineHeight(len(name)+len(note))+em*4/5, c.tags(r.Items, start, top, max(width-start, em*3)))
		cut := canvas.CutFree
		if i == 1 || i == len(d.Rows)-1 && i > 0 {
			cut = canvas.CutNever
		}
		c.EndStrip(h, cut)
	}
	if len(d.Rows) > 0 {
		c.Hair(0, 0, width)
		c.EndStrip(geom.Pt/4, canvas.CutNever)
	}
	return c.stripped(width, 0, c.placesSentence(d), c.placesRows(d)).valued(c.say.Data(c.placesRows(d), ""))
}

// tags sets framed labels one after another in lines from top, and returns where they end with the white below.
func (c *chart) tags(items []doc.Tag, left, top, width geom.Length) geom.Length {
	em := c.Em()
	pad, gap := em*2/5, em*2/5
	pitch := c.Leading() + em/2
	x, y := left, top
	for _, it := range items {
		lines := c.Wrap(it.Label, width-2*pad, text.Left)
		if len(lines) == 0 {
			continue
		}
		w := geom.Length(0)
		for _, l := range lines {
			w = max(w, l.Width)
		}
		w += 2 * pad
		if x > left && x+w > left+width {
			x, y = left, y+pitch
		}
		h := c.LineHeight(len(lines)) + em/10
		ink := it.Ink
		if ink == 0 {
			ink = c.InkOf("accent", "text")
		}
		s := &page.Shape{Line: ink, Weight: geom.Pt / 2}
		s.Path.Rect(geom.Box{X: x, Y: y, W: w, H: h})
		c.Add(s)
		c.SetLines(lines, x+pad, y)
		x += w + gap
		if extra := len(lines) - 1; extra > 0 {
			x, y = left, y+pitch+c.LineHeight(extra)
		}
	}
	if x == left {
		y -= pitch
	}
	return y + pitch + em/5
}

// placesSentence says where most is, and where least.
func (c *chart) placesSentence(d *doc.Places) string {
	unit := wording.Capital(c.say.Things(d.Unit))
	if len(d.Rows) == 0 {
		return c.say.Tell("%s an keinem Ort.", "%s in no place.", unit)
	}
	items := func(i int) number.Decimal { return number.Int(int64(len(d.Rows[i].Items))) }
	name := func(i int) string { return c.say.Quote(d.Rows[i].Name) }
	first, last := wording.Winners(len(d.Rows), 1, items), wording.Winners(len(d.Rows), -1, items)
	most, least := items(first[0]).String(), items(last[0]).String()
	switch {
	case len(d.Rows) == 1:
		return c.say.Tell("%s an einem Ort: %s (%s).", "%s in one place: %s (%s).", unit, name(0), most)
	case len(first) == len(d.Rows):
		return c.say.Tell("%s an %d Orten, an jedem %s.", "%s in %d places, %s in each.", unit, len(d.Rows), most)
	}
	return c.say.Tell("%s an %d Orten: die meisten an %s, die wenigsten an %s.", "%s in %d places: most in %s, fewest in %s.", unit, len(d.Rows), c.say.Shared(first, name, most), c.say.Shared(last, name, least))
}

func (c *chart) placesRows(d *doc.Places) [][]string {
	rows := [][]string{{c.say.Tell("Ort", "Place"), c.say.Tell("Anzahl", "Number"), wording.Capital(c.say.Things(d.Unit))}}
	for i := range d.Rows {
		r := &d.Rows[i]
		var list []string
		for _, it := range r.Items {
			list = append(list, wording.Clean(it.Label))
		}
		name := wording.Clean(r.Name)
		if note := wording.Clean(r.Note); note != "" {
			name += " (" + note + ")"
		}
		rows = append(rows, []string{or(name), strconv.Itoa(len(r.Items)), or(strings.Join(list, ", "))})
	}
	return rows
}
