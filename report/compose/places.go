package compose

import (
	"konzept/report/doc"
	"konzept/report/geom"
)

type placeArgs struct {
	Name string `word:""`
	Note string
}

type tagArgs struct {
	Label string `word:""`
	Ink   *geom.Ink
}

var (
	placesComponent = component{name: "places", body: true, args: figureArgs{}, block: placesOf}
	placeComponent  = component{name: "place", body: true, within: []string{"places"}, args: placeArgs{}}
	tagComponent    = component{name: "tag", leaf: true, within: []string{"place"}, args: tagArgs{}}
)

func placesOf(x *expander, c *context, d *directive) {
	a := argsOf(x, c, d, figureArgs{})
	v := &doc.Places{Unit: a.Unit}
	x.only(c, d, func(c *context, d *directive) {
		a := argsOf(x, c, d, placeArgs{})
		p := doc.Place{Name: a.Name, Note: a.Note}
		x.only(c, d, func(c *context, d *directive) {
			a := argsOf(x, c, d, tagArgs{})
			p.Items = append(p.Items, doc.Tag{Label: a.Label, Ink: inkOr(a.Ink, 0)})
		})
		v.Rows = append(v.Rows, p)
	})
	if len(v.Rows) > 0 {
		c.sink.add(x.figureOf(&a, d, v))
	}
}
