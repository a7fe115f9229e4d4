package figure

import (
	"konzept/report/canvas"
	"konzept/report/geom"
	"konzept/report/wording"
)

// chart is a canvas with the language that its chart speaks.
type chart struct {
	*canvas.Canvas
	say wording.Language
}

func newChart(st canvas.Setting) *chart {
	return &chart{Canvas: canvas.New(st), say: wording.LanguageOf(st.Lang)}
}

func (c *chart) done(size geom.Size, alt string, rows [][]string) Result {
	return Result{Items: c.Items, Size: size, Alt: alt, Rows: rows, Missing: c.Missing}
}

// valued adds to a result the list of its values.
func (r Result) valued(values string) Result {
	r.Values = values
	return r
}

// stripped is a drawing in strips, of which the first head ones repeat.
func (c *chart) stripped(width geom.Length, head int, alt string, rows [][]string) Result {
	r := c.done(geom.Size{W: width}, alt, rows)
	r.Strips, r.Head = c.Strips, head
	few := 3 * c.Leading() // less than this stands on no page alone
	for i := range r.Strips {
		s := &r.Strips[i]
		r.Size.H += s.Height
		if i == head+1 && r.Strips[head].Height < few || i > head && i == len(r.Strips)-1 && s.Height < few {
			s.Cut = canvas.CutNever
		}
	}
	return r
}
