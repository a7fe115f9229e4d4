package compose

import (
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/eval"
	"konzept/report/geom"
	"konzept/report/number"
)

// args reads a directive's attributes while it is expanded.
type args struct {
	x *expander
	f *eval.Frame
	d *directive
}

func (x *expander) args(c *context, d *directive) args { return args{x, c.frame, d} }

func (a args) flag(key string) bool { return a.d.get(key) != nil }

// str is an attribute's characters.
func (a args) str(key string) string {
	if at := a.d.get(key); at != nil {
		return a.x.plain(a.f, &at.value.phrase)
	}
	return ""
}

// text is an attribute's inline text.
func (a args) text(key string) []doc.Inline {
	if at := a.d.get(key); at != nil {
		return a.x.inlines(a.f, &at.value.phrase)
	}
	return nil
}

func (a args) any(key string) any {
	if at := a.d.get(key); at != nil {
		return a.x.value(a.f, &at.value)
	}
	return nil
}

// wrong finds a computed value that does not fit; written ones were found when the template was read.
func (a args) wrong(key, found string, expected string) {
	a.x.Fail("bad-value", a.d.get(key).value.at, diag.Span{}, key, found, expected)
}

// fits reads an attribute and tells whether it has its form.
func (a args) fits(key string) (string, bool) {
	at := a.d.get(key)
	if at == nil {
		return "", false
	}
	s := a.str(key)
	if s == "" {
		return "", false
	}
	if problem := misfit(a.d.spec.attr(key), s); problem != "" {
		a.wrong(key, s, problem)
		return "", false
	}
	return s, true
}

func (a args) length(key string, otherwise geom.Length) geom.Length {
	if s, ok := a.fits(key); ok {
		l, _ := geom.Parse(s)
		return l
	}
	return otherwise
}

func (a args) edges(key string) geom.Edges {
	s, _ := a.fits(key)
	e, _ := parseEdges(s)
	return e
}

func (a args) sides(key string) geom.Sides {
	s, _ := a.fits(key)
	sides, _ := geom.ParseSides(s)
	return sides
}

func (a args) int(key string, otherwise int) int {
	if s, ok := a.fits(key); ok {
		n, _ := parseInt(s)
		return n
	}
	return otherwise
}

// word is one of the words that the attribute may be.
func (a args) word(key string) string {
	s, _ := a.fits(key)
	return s
}

// ink is a colour of the design.
func (a args) ink(key string) (geom.Ink, bool) {
	s := a.str(key)
	if s == "" {
		return 0, false
	}
	ink, ok := a.x.design.Palette.Find(s)
	if !ok {
		a.x.Fail("unknown-ink", a.d.get(key).value.at, diag.Span{}, s, diag.Suggest(s, inkNames(a.x.design.Palette)))
	}
	if a.x.design.turn != nil {
		a.x.design.turn(&ink)
	}
	return ink, ok
}

func (a args) style(key string, otherwise *doc.Style) *doc.Style {
	if s := a.str(key); s != "" {
		return a.x.style(s, a.d.get(key).value.at)
	}
	return otherwise
}

func (a args) look(key string) *doc.TableLook {
	s := a.str(key)
	if s != "" {
		if l := a.x.design.Looks[s]; l != nil {
			return l
		}
		a.x.Fail("unknown-look", a.d.get(key).value.at, diag.Span{}, s, diag.Suggest(s, a.x.design.names["look"]))
	}
	return a.x.plainLook()
}

// plainLook is the look of tables that name none.
func (x *expander) plainLook() *doc.TableLook {
	if l := x.design.Looks["plain"]; l != nil {
		return l
	}
	cell := x.design.Styles["cell"]
	if cell == nil {
		cell = x.text
	}
	return &doc.TableLook{Style: cell, HeadStyle: cell, FootStyle: cell}
}

func (a args) align(key string) (doc.Align, bool) {
	s, ok := a.fits(key)
	return aligns[s], ok
}

func (a args) anchor() string {
	at := a.d.get("anchor")
	if at == nil {
		return ""
	}
	return a.x.mark(a.str("anchor"), at.at)
}

// number is an attribute's number; ok is false if there is none.
func (a args) number(key string) (number.Decimal, bool) {
	v := a.any(key)
	if s, ok := v.(string); ok && s != "" {
		n, ok := number.Parse(s)
		if !ok {
			a.wrong(key, s, diag.Both("eine Zahl", "a number"))
		}
		return n, ok
	}
	n := eval.Decimal(v)
	return n, n.Known()
}

// first is the first positional value.
func (a args) first() any {
	if len(a.d.words) == 0 {
		return nil
	}
	return a.x.value(a.f, &a.d.words[0])
}

func (a args) firstText() string {
	if len(a.d.words) == 0 {
		return ""
	}
	return a.x.plain(a.f, &a.d.words[0].phrase)
}

func (a args) firstInlines() []doc.Inline {
	if len(a.d.words) == 0 {
		return nil
	}
	return a.x.inlines(a.f, &a.d.words[0].phrase)
}
