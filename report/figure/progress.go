package figure

import (
	"strconv"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// progress draws a row of cells for every count of steps, those that are done full, and says both numbers behind them.
// All rows have cells of one width, so that a longer row has more steps.
func (c *canvas) progress(d *doc.Progress, width geom.Length) Result {
	em := c.em()
	most, done, of := 0, 0, 0
	column, side := geom.Length(0), geom.Length(0)
	for _, r := range d.Rows {
		r = sound(r)
		most, done, of = max(most, r.Of), done+r.Done, of+r.Of
		column = max(column, c.width(r.Label, &c.Label)+1)
		side = max(side, c.width(c.counted(r), &c.Strong))
	}
	column = min(column, width*2/5)
	start := geom.Length(0)
	if column > 0 {
		start = column + em
	}
	cell := min((width-start-side-em)/geom.Length(max(most, 1)), em*2)
	for i, r := range d.Rows {
		r = sound(r)
		lines := c.wrap(r.Label, column, text.Left)
		pitch := c.lineHeight(max(len(lines), 1)) + em/2
		c.setLines(lines, 0, em/4)
		c.cells(r, geom.Box{X: start, Y: em/4 + em/5, W: cell, H: em * 9 / 10})
		c.label(c.counted(r), &c.Strong, start+cell*geom.Length(r.Of)+em/2, em/4+em, atLeft)
		c.strip(pitch, min(Cut(i), CutInside))
	}
	return c.stripped(width, 0, c.progressSentence(d, done, of)+c.data(c.progressRows(d), ""), c.progressRows(d))
}

// sound is a row whose numbers make sense.
func sound(r doc.Steps) doc.Steps {
	r.Of = max(r.Of, 0)
	r.Done = min(max(r.Done, 0), r.Of)
	return r
}

func (c *canvas) counted(r doc.Steps) string {
	return c.tell("%d von %d", "%d of %d", r.Done, r.Of)
}

// cells draws a row from its first cell. Cells too narrow to be told apart become one bar.
func (c *canvas) cells(r doc.Steps, first geom.Box) {
	ink := r.Ink
	if ink == 0 {
		ink = c.ink("accent", "primary", "text")
	}
	if first.W < 4*geom.Pt {
		whole := first
		whole.W = first.W * geom.Length(r.Of)
		first.W *= geom.Length(r.Done)
		c.rect(first, ink)
		c.outline(whole, ink)
		return
	}
	gap := min(first.W/6, geom.Pt*2)
	for i := range r.Of {
		b := geom.Box{X: first.X + first.W*geom.Length(i), Y: first.Y, W: first.W - gap, H: first.H}
		if i < r.Done {
			c.rect(b, ink)
		} else {
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

func (c *canvas) progressSentence(d *doc.Progress, done, of int) string {
	unit := clean(d.Unit)
	if unit == "" {
		unit = c.tell("Schritte", "Steps")
	}
	s := c.tell("%s: %d von %d %s erledigt", "%s: %d of %d %s done", capital(unit), done, of, c.verb(done, "ist", "sind", "is", "are"))
	var all, none []string
	for _, r := range d.Rows {
		switch r = sound(r); {
		case r.Of == 0 || clean(r.Label) == "":
		case r.Done == r.Of:
			all = append(all, c.quote(r.Label))
		case r.Done == 0:
			none = append(none, c.quote(r.Label))
		}
	}
	if len(all) > 0 && len(d.Rows) > 1 {
		s += c.tell("; vollständig: %s", "; complete: %s", c.also(all))
	}
	if len(none) > 0 && len(d.Rows) > 1 {
		s += c.tell("; noch nichts bei %s", "; nothing yet for %s", c.also(none))
	}
	return s + "."
}

func (c *canvas) progressRows(d *doc.Progress) [][]string {
	rows := [][]string{{c.say.entry, c.tell("erledigt", "done"), c.tell("von", "of")}}
	for _, r := range d.Rows {
		r = sound(r)
		rows = append(rows, []string{clean(r.Label), strconv.Itoa(r.Done), strconv.Itoa(r.Of)})
	}
	return rows
}
