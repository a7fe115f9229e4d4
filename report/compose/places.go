package compose

import "konzept/report/doc"

func placesOf(x *expander, c *context, d *directive) {
	a := x.args(c, d)
	v := &doc.Places{Unit: a.str("unit")}
	x.only(c, d.kids, "places", func(c *context, d *directive) bool {
		if d.spec.name != "place" {
			return false
		}
		a := x.args(c, d)
		p := doc.Place{Name: a.firstText(), Note: a.str("note")}
		x.only(c, d.kids, "place", func(c *context, d *directive) bool {
			if d.spec.name != "tag" {
				return false
			}
			a := x.args(c, d)
			t := doc.Tag{Label: a.firstText()}
			t.Ink, _ = a.ink("ink")
			p.Items = append(p.Items, t)
			return true
		})
		v.Rows = append(v.Rows, p)
		return true
	})
	if len(v.Rows) > 0 {
		c.sink.add(x.figureOf(a, v))
	}
}
