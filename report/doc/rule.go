package doc

import "konzept/report/geom"

// Rule is a horizontal line, an artifact.
type Rule struct {
	Weight        geom.Length
	Ink           geom.Ink
	Before, After geom.Length
	Width         geom.Length // 0: the measure
}

func (*Rule) walk(*walker) {}

func (b *Rule) dump(p *dumper) {
	p.line("rule", length("weight", b.Weight), p.ink("ink", b.Ink, true), length("before", b.Before), length("after", b.After), length("width", b.Width))
}
