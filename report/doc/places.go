package doc

import "konzept/report/geom"

// Places lists where something is, without a map: a row for each place with what is there.
type Places struct {
	Rows []Place
	Unit string // what is there, in the plural; empty: entries
}

// Place is one row.
type Place struct {
	Name, Note string
	Items      []Tag
}

// Tag is a short name in a frame.
type Tag struct {
	Label string
	Ink   geom.Ink
}

func (d *Places) walk(w *walker) {
	w.labels(&d.Unit)
	for i := range d.Rows {
		w.labels(&d.Rows[i].Name, &d.Rows[i].Note)
		for k := range d.Rows[i].Items {
			w.labels(&d.Rows[i].Items[k].Label)
		}
	}
}

func (d *Places) kind(*dumper) string { return join("places", quote("unit", d.Unit)) }

func (d *Places) dump(p *dumper) {
	for _, r := range d.Rows {
		p.line("place", quote("name", r.Name), quote("note", r.Note))
		for _, it := range r.Items {
			p.line("  tag", quote("label", it.Label), p.ink("ink", it.Ink, it.Ink > 0))
		}
	}
}
