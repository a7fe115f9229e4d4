package doc

import "konzept/report/geom"

// Sign is a symbol of figure's set, large.
type Sign struct {
	Name string
	Ink  geom.Ink
}

func (*Sign) walk(*walker) {}

func (d *Sign) kind(p *dumper) string {
	return join("sign", word("name", d.Name), p.ink("ink", d.Ink, true))
}

func (*Sign) dump(*dumper) {}
