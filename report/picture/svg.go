package picture

import (
	"errors"

	"konzept/report/diag"
	"konzept/report/geom"
	"konzept/report/svg"
)

func (p *Picture) svg(data []byte) *diag.Fault {
	drawing, err := svg.Read(data)
	if f := (*diag.Fault)(nil); errors.As(err, &f) {
		return fault(f.Code, append([]string{p.Name}, f.Args...)...)
	}
	p.Vector = drawing
	p.Width, p.Height = int(drawing.Size.W/geom.Pt), int(drawing.Size.H/geom.Pt)
	return nil
}
