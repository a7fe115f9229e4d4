package figure

import (
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/page"
	"konzept/report/text"
)

// progress draws a row of cells for every count of steps, those that are done full, and says both numbers behind them.
// All rows have cells of one width, so that a longer row has more steps.
func (c *canvas) progress(d *doc.Progress, width geom.Length) Result {
	em := c.em()
	most, done, of := number.Int(1), number.Int(0), number.Int(0)
	column, side := geom.Length(0), geom.Length(0)
	for _, r := range d.Rows {
		r = sound(r)
		most, done, of = more(most, r.Of), done.Add(r.Done), of.Add(r.Of)
		column = max(column, c.width(r.Label, &c.Label)+1)
		side = max(side, c.width(c.counted(d, r), &c.Strong))
	}
	column = min(column, width*2/5)
	start := geom.Length(0)
	if column > 0 {
		start = column + em
	}
	row := scale{low: number.Int(0), high: most, length: width - start - side - em}
	if n, ok := most.Round(0).Int64(); ok && n < 1000 {
		row.length = min(row.length, 2*em*geom.Length(n))
	}
	for i, r := range d.Rows {
		r = sound(r)
		lines := c.wrap(r.Label, column, text.Left)
		pitch := c.lineHeight(max(len(lines), 1)) + em/2
		c.setLines(lines, 0, em/4)
		c.cells(r, row, geom.Box{X: start, Y: em/4 + em/5, H: em * 9 / 10})
		c.label(c.counted(d, r), &c.Strong, start+row.at(r.Of)+em/2, em/4+em, atLeft)
		c.strip(pitch, min(Cut(i), CutInside))
	}
	return c.stripped(width, 0, c.progressSentence(d, done, of), c.progressRows(d)).valued(c.data(c.progressRows(d), ""))
}

// sound is a row whose numbers make sense.
func sound(r doc.Steps) doc.Steps {
	none := number.Int(0)
	r.Of = more(r.Of, none)
	r.Done = less(more(r.Done, none), r.Of)
	return r
}

func (c *canvas) counted(d *doc.Progress, r doc.Steps) string {
	done, of := stepDecimals(d)
	return c.tell("%s von %s", "%s of %s", c.number(r.Done, d.Format, done), c.number(r.Of, d.Format, of))
}

// stepDecimals are the decimals of what is done and of what there is: two columns.
func stepDecimals(d *doc.Progress) (done, of int) {
	for _, r := range d.Rows {
		done, of = max(done, r.Done.Places()), max(of, r.Of.Places())
	}
	return done, of
}

// cells draws a row from where it begins, a cell for each step; part of a step fills part of its cell. Cells too narrow
// to be told apart become one bar.
func (c *canvas) cells(r doc.Steps, row scale, first geom.Box) {
	ink := r.Ink
	if ink == 0 {
		ink = c.ink("accent", "primary", "text")
	}
	one := number.Int(1)
	pitch := row.at(one)
	if pitch < 4*geom.Pt {
		whole := first
		whole.W, first.W = row.at(r.Of), row.at(r.Done)
		c.rect(first, ink)
		c.outline(whole, ink)
		return
	}
	gap := min(pitch/6, geom.Pt*2)
	for from := number.Int(0); from.Cmp(r.Of) < 0; from = from.Add(one) {
		b := first
		b.X += row.at(from)
		b.W = row.at(less(r.Of, from.Add(one))) - row.at(from) - gap
		full := b
		full.W = b.W.Mul(min(unit, r.Done.Sub(from).Share(one, unit)), unit)
		if full.W > 0 {
			c.rect(full, ink)
		}
		if full.W < b.W {
			c.outline(b.Inset(geom.Pt/4, geom.Pt/4, geom.Pt/4, geom.Pt/4), ink)
		}
	}
}

// outline draws a box's edge, so that what is empty keeps its shape on every printer.
func (c *canvas) outline(b geom.Box, ink geom.Ink) {
	if b.W <= 0 || b.H <= 0 {
		return
	}
	s := &page.Shape{Line: ink, Weight: geom.Pt / 2}
	s.Path.Rect(b)
	c.items = append(c.items, s)
}

func (c *canvas) progressSentence(d *doc.Progress, done, of number.Decimal) string {
	unit := clean(d.Unit)
	if unit == "" {
		unit = c.tell("Schritte", "Steps")
	}
	verb := c.tell("sind", "are")
	if done.Cmp(number.Int(1)) == 0 {
		verb = c.tell("ist", "is")
	}
	s := c.tell("%s: %s %s erledigt", "%s: %s %s done", capital(unit), c.counted(d, doc.Steps{Done: done, Of: of}), verb)
	var all, none []string
	for _, r := range d.Rows {
		switch r = sound(r); {
		case r.Of.Sign() == 0 || clean(r.Label) == "":
		case r.Done.Cmp(r.Of) == 0:
			all = append(all, c.quote(r.Label))
		case r.Done.Sign() == 0:
			none = append(none, c.quote(r.Label))
		}
	}
	var parts []string
	if len(all) > 0 && len(d.Rows) > 1 {
		parts = append(parts, c.tell("; vollständig: %s", "; complete: %s", c.brief(all)))
	}
	if len(none) > 0 && len(d.Rows) > 1 {
		parts = append(parts, c.tell("; noch nichts bei %s", "; nothing yet for %s", c.brief(none)))
	}
	return spoken(s, parts...)
}

func (c *canvas) progressRows(d *doc.Progress) [][]string {
	done, of := stepDecimals(d)
	rows := [][]string{{c.say.entry, c.tell("erledigt", "done"), c.tell("von", "of")}}
	for _, r := range d.Rows {
		r = sound(r)
		rows = append(rows, []string{clean(r.Label), c.number(r.Done, d.Format, done), c.number(r.Of, d.Format, of)})
	}
	return rows
}
