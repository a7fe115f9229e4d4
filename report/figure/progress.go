package figure

import (
	"konzept/report/canvas"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/page"
	"konzept/report/text"
	"konzept/report/wording"
)

// progress draws a row of cells for every count of steps, those that are done full, and says both numbers behind them.
// All rows have cells of one width, so that a longer row has more steps.
func (c *chart) progress(d *doc.Progress, width geom.Length) Result {
	em := c.Em()
	most, done, of := number.Int(1), number.Int(0), number.Int(0)
	column, side := geom.Length(0), geom.Length(0)
	for _, r := range d.Rows {
		r = sound(r)
		most, done, of = greater(most, r.Of), done.Add(r.Done), of.Add(r.Of)
		column = max(column, c.Width(r.Label, &c.Label)+1)
		side = max(side, c.Width(c.counted(d, r), &c.Strong))
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
		lines := c.Wrap(r.Label, column, text.Left)
		pitch := c.LineHeight(max(len(lines), 1)) + em/2
		c.SetLines(lines, 0, em/4)
		c.cells(r, row, geom.Box{X: start, Y: em/4 + em/5, H: em * 9 / 10})
		c.Write(c.counted(d, r), &c.Strong, start+row.at(r.Of)+em/2, em/4+em, canvas.AtLeft)
		c.EndStrip(pitch, min(canvas.Cut(i), canvas.CutInside))
	}
	return c.stripped(width, 0, c.progressSentence(d, done, of), c.progressRows(d)).valued(c.say.Data(c.progressRows(d), ""))
}

// sound is a row whose numbers make sense.
func sound(r doc.Steps) doc.Steps {
	none := number.Int(0)
	r.Of = greater(r.Of, none)
	r.Done = lesser(greater(r.Done, none), r.Of)
	return r
}

func (c *chart) counted(d *doc.Progress, r doc.Steps) string {
	done, of := stepDecimals(d)
	return c.say.Tell("%s von %s", "%s of %s", c.say.Number(r.Done, d.Format, done), c.say.Number(r.Of, d.Format, of))
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
func (c *chart) cells(r doc.Steps, row scale, first geom.Box) {
	ink := r.Ink
	if ink == 0 {
		ink = c.InkOf("accent", "primary", "text")
	}
	one := number.Int(1)
	pitch := row.at(one)
	if pitch < 4*geom.Pt {
		whole := first
		whole.W, first.W = row.at(r.Of), row.at(r.Done)
		c.Rect(first, ink)
		c.outline(whole, ink)
		return
	}
	gap := min(pitch/6, geom.Pt*2)
	for from := number.Int(0); from.Cmp(r.Of) < 0; from = from.Add(one) {
		b := first
		b.X += row.at(from)
		b.W = row.at(lesser(r.Of, from.Add(one))) - row.at(from) - gap
		full := b
		full.W = b.W.Mul(min(unit, r.Done.Sub(from).Share(one, unit)), unit)
		if full.W > 0 {
			c.Rect(full, ink)
		}
		if full.W < b.W {
			c.outline(b.Inset(geom.Pt/4, geom.Pt/4, geom.Pt/4, geom.Pt/4), ink)
		}
	}
}

// outline draws a box's edge, so that what is empty keeps its shape on every printer.
func (c *chart) outline(b geom.Box, ink geom.Ink) {
	if b.W <= 0 || b.H <= 0 {
		return
	}
	s := &page.Shape{Line: ink, Weight: geom.Pt / 2}
	s.Path.Rect(b)
	c.Add(s)
}

func (c *chart) progressSentence(d *doc.Progress, done, of number.Decimal) string {
	unit := wording.Clean(d.Unit)
	if unit == "" {
		unit = c.say.Tell("Schritte", "Steps")
	}
	verb := c.say.Tell("sind", "are")
	if done.Cmp(number.Int(1)) == 0 {
		verb = c.say.Tell("ist", "is")
	}
	s := c.say.Tell("%s: %s %s erledigt", "%s: %s %s done", wording.Capital(unit), c.counted(d, doc.Steps{Done: done, Of: of}), verb)
	var all, none []string
	for _, r := range d.Rows {
		switch r = sound(r); {
		case r.Of.Sign() == 0 || wording.Clean(r.Label) == "":
		case r.Done.Cmp(r.Of) == 0:
			all = append(all, c.say.Quote(r.Label))
		case r.Done.Sign() == 0:
			none = append(none, c.say.Quote(r.Label))
		}
	}
	var parts []string
	if len(all) > 0 && len(d.Rows) > 1 {
		parts = append(parts, c.say.Tell("; vollständig: %s", "; complete: %s", c.say.Brief(all)))
	}
	if len(none) > 0 && len(d.Rows) > 1 {
		parts = append(parts, c.say.Tell("; noch nichts bei %s", "; nothing yet for %s", c.say.Brief(none)))
	}
	return wording.Spoken(s, parts...)
}

func (c *chart) progressRows(d *doc.Progress) [][]string {
	done, of := stepDecimals(d)
	rows := [][]string{{c.say.Entry(), c.say.Tell("erledigt", "done"), c.say.Tell("von", "of")}}
	for _, r := range d.Rows {
		r = sound(r)
		rows = append(rows, []string{wording.Clean(r.Label), c.say.Number(r.Done, d.Format, done), c.say.Number(r.Of, d.Format, of)})
	}
	return rows
}
