package compose

import (
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/template"
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
	placesComponent = component{template.Component{Name: "places", Body: true, Args: figureArgs{}}, placesOf}
	placeComponent  = component{Component: template.Component{Name: "place", Body: true, Within: []string{"places"}, Args: placeArgs{}}}
	tagComponent    = component{Component: template.Component{Name: "tag", Leaf: true, Within: []string{"place"}, Args: tagArgs{}}}
)

func placesOf(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, figureArgs{})
	v := &doc.Places{Unit: a.Unit}
	x.only(c, d, func(c *context, d *template.Directive) {
		a := argsOf(x, c, d, placeArgs{})
		p := doc.Place{Name: a.Name, Note: a.Note}
		x.only(c, d, func(c *context, d *template.Directive) {
			a := argsOf(x, c, d, tagArgs{})
			p.Items = append(p.Items, doc.Tag{Label: a.Label, Ink: inkOr(a.Ink, 0)})
		})
		v.Rows = append(v.Rows, p)
	})
	if len(v.Rows) > 0 {
		c.sink.add(x.figureOf(&a, d, v))
	}
}
