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

func (b *Rule) scaled(s *Scale) Block {
	c := *b
	c.Weight, c.Before, c.After, c.Width = s.Length(b.Weight), s.Length(b.Before), s.Length(b.After), s.Length(b.Width)
	return &c
}

func (b *Rule) dump(p *dumper) {
	p.line("rule", length("weight", b.Weight), p.ink("ink", b.Ink, true), length("before", b.Before), length("after", b.After), length("width", b.Width))
}
