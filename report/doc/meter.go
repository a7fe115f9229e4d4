package doc

import (
	"konzept/report/geom"
	"konzept/report/number"
)

// Meter is a horizontal bar of a share.
type Meter struct {
	Percent     number.Decimal
	Ink, Ground geom.Ink
}

func (*Meter) walk(*walker) {}

func (d *Meter) kind(p *dumper) string {
	return join("meter", "percent="+d.Percent.String(), p.ink("ink", d.Ink, true), p.ink("ground", d.Ground, true))
}

func (*Meter) dump(*dumper) {}
