package doc

import (
	"fmt"
	"strconv"
	"strings"

	"konzept/report/number"
)

func (p *dumper) figure(f *Figure) {
	kind, series := p.drawing(f.Drawing)
	p.line("figure", kind, length("width", f.Width), length("height", f.Height), flag("number", f.Number), flag("table", f.Table != nil), flag("decorative", f.Decorative), quote("alt", f.Alt), word("anchor", f.Anchor), p.labelled("title", f.Title), p.labelled("source", f.Source))
	p.depth++
	for _, s := range series {
		p.line("series", quote("name", s.Name), p.ink("ink", s.Ink, true), values(s.Values))
	}
	p.parts(f.Drawing)
	p.depth--
}

func (p *dumper) drawing(d Drawing) (string, []Series) {
	switch d := d.(type) {
	case *Bars:
		return join("bars", flag("stacked", d.Stacked), flag("horizontal", d.Horizontal), quote("unit", d.Unit), digits("decimals", d.Decimals), fmt.Sprintf("labels=%q", d.Labels), targets(d.Target)), d.Series
	case *Lines:
		target := ""
		if d.HasTarget {
			target = targets([]number.Decimal{d.Target})
		}
		return join("lines", quote("unit", d.Unit), digits("decimals", d.Decimals), fmt.Sprintf("labels=%q", d.Labels), target), d.Series
	case *Meter:
		return join("meter", "percent="+d.Percent.String(), p.ink("ink", d.Ink, true), p.ink("ground", d.Ground, true)), nil
	case *QR:
		return join("qr", word("level", d.Level), quote("text", d.Text)), nil
	case *Sign:
		return join("sign", word("name", d.Name), p.ink("ink", d.Ink, true)), nil
	}
	return kindOf(d), nil
}

func join(parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " ")
}

func targets(v []number.Decimal) string {
	if len(v) == 0 {
		return ""
	}
	return "target=" + strings.TrimPrefix(values(v), "values=")
}

func values(v []number.Decimal) string {
	out := make([]string, len(v))
	for i, f := range v {
		if out[i] = f.String(); !f.Known() {
			out[i] = "-"
		}
	}
	return "values=" + strings.Join(out, ",")
}

// kindOf is a drawing whose parts have lines of their own.
func kindOf(d Drawing) string {
	switch d := d.(type) {
	case *Donut:
		return join("donut", quote("unit", d.Unit), digits("decimals", d.Decimals))
	case *Progress:
		return join("progress", quote("unit", d.Unit))
	case *Gantt:
		return join("gantt", quote("unit", d.Unit), day("today", d.Today, d.HasToday), digits("first", d.First), digits("last", d.Last))
	case *Tree:
		return join("tree", quote("unit", d.Unit), list("ranks", d.Ranks))
	case *Flow:
		return join("flow", quote("unit", d.Unit))
	case *Places:
		return join("places", quote("unit", d.Unit))
	}
	return "nothing"
}

func list(key string, words []string) string {
	if len(words) == 0 {
		return ""
	}
	return fmt.Sprintf("%s=%q", key, words)
}

func day(key string, d Day, has bool) string {
	if !has {
		return ""
	}
	return key + "=" + strconv.Itoa(int(d))
}

// parts writes what a drawing is made of, one part a line.
func (p *dumper) parts(d Drawing) {
	switch d := d.(type) {
	case *Donut:
		for _, s := range d.Parts {
			p.line("slice", quote("label", s.Label), p.ink("ink", s.Ink, true), digits("hatch", s.Hatch), values([]number.Decimal{s.Value}))
		}
	case *Progress:
		for _, r := range d.Rows {
			p.line("steps", quote("label", r.Label), r.Done.String()+"/"+r.Of.String(), p.ink("ink", r.Ink, r.Ink > 0))
		}
	case *Gantt:
		for _, l := range d.Lanes {
			p.line("lane", quote("title", l.Title), p.ink("ink", l.Ink, l.Ink > 0))
			p.depth++
			for i := range l.Rows {
				p.stretch(&l.Rows[i])
			}
			p.depth--
		}
	case *Tree:
		for _, n := range d.Nodes {
			p.line("node", "depth="+strconv.Itoa(n.Depth), quote("code", n.Code), quote("label", n.Label), quote("note", n.Note), p.ink("ink", n.Ink, n.Ink > 0))
		}
	case *Flow:
		for _, s := range d.Stages {
			p.line("stage", quote("title", s.Title))
			for _, stop := range s.Stops {
				p.line("  stop", quote("label", stop.Label), quote("note", stop.Note), p.ink("ink", stop.Ink, stop.Ink > 0))
			}
		}
		for _, r := range d.Ribbons {
			p.line("ribbon", fmt.Sprintf("%d:%d-%d", r.Stage, r.From, r.To), values([]number.Decimal{r.Value}))
		}
	case *Places:
		for _, r := range d.Rows {
			p.line("place", quote("name", r.Name), quote("note", r.Note))
			for _, it := range r.Items {
				p.line("  tag", quote("label", it.Label), p.ink("ink", it.Ink, it.Ink > 0))
			}
		}
	}
}

var bars = [...]string{"", "hatched", "open", "dashed", "dark", "thin"}

func (p *dumper) stretch(r *Stretch) {
	p.line("task", quote("code", r.Code), quote("label", r.Label), quote("state", r.State), word("symbol", r.Symbol), word("bar", bars[r.Bar]),
		day("begin", r.Begin, r.HasBegin), quote("from", r.From), day("end", r.End, r.HasEnd), quote("to", r.To))
	for _, m := range r.Marks {
		p.line("  mark", day("at", m.Day, true), quote("when", m.When), quote("label", m.Label), flag("done", m.Done))
	}
}
