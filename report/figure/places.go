package figure

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/page"
	"konzept/report/text"
)

// places draws a row for each place: its name, how many things there are, and a framed tag for each of them, so that the
// length of a row shows its number.
func (c *canvas) places(d *doc.Places, width geom.Length) Result {
	em := c.em()
	column, number := geom.Length(0), geom.Length(0)
	for i := range d.Rows {
		column = max(column, c.width(d.Rows[i].Name, &c.Strong)+1, c.width(d.Rows[i].Note, &c.Label)+1)
		number = max(number, c.width(strconv.Itoa(len(d.Rows[i].Items)), &c.Strong))
	}
	pin, _ := SymbolWidth("place", em)
	pin += em / 3
	column = min(column, width/3)
	start := pin + column + em + number + em*2/3
	for i := range d.Rows {
		r := &d.Rows[i]
		c.hair(0, 0, width)
		top := em * 2 / 5
		c.symbol("place", 0, top+em, em, c.ink("accent", "text"))
		name, note := c.wrapIn(&c.Strong, r.Name, column, text.Left), c.wrap(r.Note, column, text.Left)
		c.setLines(name, pin, top)
		c.setLinesIn(c.ink("muted", "text"), note, pin, top+c.lineHeight(len(name)))
		c.label(strconv.Itoa(len(r.Items)), &c.Strong, start-em*2/3, top+em, atRight)
		h := max(c.lineHeight(len(name)+len(note))+em*4/5, c.tags(r.Items, start, top, max(width-start, em*3)))
		cut := CutFree
		if i == 1 || i == len(d.Rows)-1 && i > 0 {
			cut = CutNever
		}
		c.strip(h, cut)
	}
	if len(d.Rows) > 0 {
		c.hair(0, 0, width)
		c.strip(geom.Pt/4, CutNever)
	}
	return c.stripped(width, 0, c.placesSentence(d), c.placesRows(d)).valued(c.data(c.placesRows(d), ""))
}

// tags sets framed labels one after another in lines from top, and returns where they end with the white below.
func (c *canvas) tags(items []doc.Tag, left, top, width geom.Length) geom.Length {
	em := c.em()
	pad, gap := em*2/5, em*2/5
	pitch := c.leading() + em/2
	x, y := left, top
	for _, it := range items {
		lines := c.wrap(it.Label, width-2*pad, text.Left)
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
		h := c.lineHeight(len(lines)) + em/10
		ink := it.Ink
		if ink == 0 {
			ink = c.ink("accent", "text")
		}
		s := &page.Shape{Line: ink, Weight: geom.Pt / 2}
		s.Path.Rect(geom.Box{X: x, Y: y, W: w, H: h})
		c.items = append(c.items, s)
		c.setLines(lines, x+pad, y)
		x += w + gap
		if extra := len(lines) - 1; extra > 0 {
			x, y = left, y+pitch+c.lineHeight(extra)
		}
	}
	if x == left {
		y -= pitch
	}
	return y + pitch + em/5
}

// placesSentence says where most is, and where least.
func (c *canvas) placesSentence(d *doc.Places) string {
	unit := capital(c.things(d.Unit))
	if len(d.Rows) == 0 {
		return c.tell("%s an keinem Ort.", "%s in no place.", unit)
	}
	items := func(i int) number.Decimal { return number.Int(int64(len(d.Rows[i].Items))) }
	name := func(i int) string { return c.quote(d.Rows[i].Name) }
	first, last := winners(len(d.Rows), 1, items), winners(len(d.Rows), -1, items)
	most, least := items(first[0]).String(), items(last[0]).String()
	switch {
	case len(d.Rows) == 1:
		return c.tell("%s an einem Ort: %s (%s).", "%s in one place: %s (%s).", unit, name(0), most)
	case len(first) == len(d.Rows):
		return c.tell("%s an %d Orten, an jedem %s.", "%s in %d places, %s in each.", unit, len(d.Rows), most)
	}
	return c.tell("%s an %d Orten: die meisten an %s, die wenigsten an %s.", "%s in %d places: most in %s, fewest in %s.", unit, len(d.Rows), c.shared(first, name, most), c.shared(last, name, least))
}

// capital begins a sentence with a word.
func capital(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}

func (c *canvas) placesRows(d *doc.Places) [][]string {
	rows := [][]string{{c.tell("Ort", "Place"), c.tell("Anzahl", "Number"), capital(c.things(d.Unit))}}
	for i := range d.Rows {
		r := &d.Rows[i]
		var list []string
		for _, it := range r.Items {
			list = append(list, clean(it.Label))
		}
		name := clean(r.Name)
		if note := clean(r.Note); note != "" {
			name += " (" + note + ")"
		}
		rows = append(rows, []string{or(name), strconv.Itoa(len(r.Items)), or(strings.Join(list, ", "))})
	}
	return rows
}
