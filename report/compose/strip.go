package compose

import (
	"math"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/template"
)

type stripArgs struct{ Height, Gap, Width, Before, After geom.Length }

type logoArgs struct {
	Picture any `word:""`
}

var (
	stripComponent = component{template.Component{Name: "strip", Body: true, Args: stripArgs{}}, strip}
	logoComponent  = component{Component: template.Component{Name: "logo", Leaf: true, Within: []string{"strip"}, Args: logoArgs{}}}
)

// strip sets logos side by side so that none looks larger than the others: the wider one is, the lower it stands. All
// together they are no wider than the strip.
func strip(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, stripArgs{Height: 12 * geom.MM, Gap: 6 * geom.MM, Width: 100 * geom.MM})
	var list []*doc.Picture
	x.only(c, d, func(c *context, d *template.Directive) {
		if p := x.pictureOf(c, d, argsOf(x, c, d, logoArgs{}).Picture); p != nil {
			p.Caption, p.Credit = nil, nil
			list = append(list, p)
		}
	})
	if len(list) == 0 {
		return
	}
	tallest := sized(list, a.Height, a.Gap, a.Width)
	g := &doc.Grid{Gap: a.Gap, Before: a.Before, After: a.After}
	for _, p := range list {
		g.Columns = append(g.Columns, doc.Column{Width: p.Width})
		g.Cells = append(g.Cells, []doc.Block{&doc.Box{Role: "Div", Height: tallest, Centred: true, Blocks: []doc.Block{p}}})
	}
	c.sink.add(g)
}

// sized gives logos their sizes and returns the height of the tallest.
func sized(list []*doc.Picture, height, gap, width geom.Length) (tallest geom.Length) {
	var sum geom.Length
	for _, p := range list {
		w, h := max(int64(p.Picture.Width), 1), max(int64(p.Picture.Height), 1)
		// Signs of equal area look alike; wide ones keep half the height, lest their words grow too small to read.
		permille := int64(1250 / math.Sqrt(float64(w)/float64(h)))
		p.Height = height.Mul(min(max(permille, 500), 1000), 1000)
		p.Width = p.Height.Mul(w, h)
		sum += p.Width
	}
	if available := max(width-gap*geom.Length(len(list)-1), geom.MM); sum > available {
		for _, p := range list {
			p.Width, p.Height = p.Width.Mul(int64(available), int64(sum)), p.Height.Mul(int64(available), int64(sum))
		}
	}
	for _, p := range list {
		tallest = max(tallest, p.Height)
	}
	return tallest
}
