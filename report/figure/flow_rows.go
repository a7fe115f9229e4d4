package figure

import (
	"konzept/report/doc"
	"konzept/report/number"
	"konzept/report/wording"
)

// rows is a flow as a table: across its second stage, if that is narrow enough for a page, else ribbon by ribbon.
func (f *flowChart) rows() [][]string {
	if n := len(f.d.Stages); len(f.bands) > 0 && (n == 2 || n == 3) {
		if rows := f.across(); wording.Narrow(rows) {
			return rows
		}
	}
	rows := [][]string{{f.say.Tell("Von", "From"), f.say.Tell("Nach", "To"), f.say.Named(f.d.Unit)}}
	for i := range f.d.Ribbons {
		r := &f.d.Ribbons[i]
		if f.leads(r) && (r.Value.Sign() > 0 || len(f.bands) == 0) {
			rows = append(rows, []string{or(f.stop(r.Stage, r.From).Label), or(f.stop(r.Stage+1, r.To).Label), f.written(r.Value)})
		}
	}
	return rows
}

// leads tells whether a ribbon's ends are stops.
func (f *flowChart) leads(r *doc.Ribbon) bool {
	return r.Stage >= 0 && r.Stage+1 < len(f.d.Stages) && r.From >= 0 && r.From < len(f.d.Stages[r.Stage].Stops) &&
		r.To >= 0 && r.To < len(f.d.Stages[r.Stage+1].Stops)
}

func (f *flowChart) stop(stage, i int) *doc.Stop { return &f.d.Stages[stage].Stops[i] }

// across has a row for each stop of the second stage and columns for what comes from where and goes where.
func (f *flowChart) across() [][]string {
	head := []string{f.stageName(1)}
	for stage, stops := range f.stages {
		for i := range stops {
			if stage == 1 {
				continue
			}
			way := f.say.Tell("von %s", "from %s", or(f.stop(stage, i).Label))
			if stage == 2 {
				way = f.say.Tell("zu %s", "to %s", or(f.stop(stage, i).Label))
			}
			head = append(head, way)
		}
	}
	rows := [][]string{head}
	for k := range f.stages[1] {
		row := []string{or(f.stop(1, k).Label)}
		for i := range f.stages[0] {
			row = append(row, f.between(0, i, k))
		}
		if len(f.stages) == 3 {
			for i := range f.stages[2] {
				row = append(row, f.between(1, k, i))
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// between is what flows from one stop to another, or the sign for nothing.
func (f *flowChart) between(stage, from, to int) string {
	var sum number.Decimal
	for i := range f.bands {
		if b := &f.bands[i]; b.Stage == stage && b.From == from && b.To == to {
			sum = plus(sum, b.Value)
		}
	}
	if !sum.Known() {
		return or("")
	}
	return f.written(sum)
}
