package doc

import "konzept/report/geom"

// Gantt sets spans of time in rows below an axis of years and quarters, each with its name, in lanes.
type Gantt struct {
	Lanes    []Lane
	Today    Day // a line across all rows
	HasToday bool
	Written  string // how the project writes Today
	First    int    // year with which the axis begins; 0: that of the first day
	Last     int    // and ends
	Unit     string // what the rows are, in the plural; empty: entries
}

// Lane is rows under one heading; an empty Title has none.
type Lane struct {
	Title string
	Ink   geom.Ink // of its bars; 0: the design's accent
	Tasks []Task
}

// Task is one row: a bar from its first day to its last.
type Task struct {
	Code, Label      string
	State, Symbol    string // how far it has come, in a word and as a symbol of figure's set
	Bar              Bar
	Begin, End       Day
	HasBegin, HasEnd bool
	From, To         string // both days as the project writes them
	Markers          []Marker
}

// Bar is how a task is drawn: kinds that differ without colour.
type Bar uint8

const (
	BarFull    Bar = iota
	BarHatched     // lines within an outline
	BarOpen        // an outline
	BarDashed      // a dashed outline
	BarDark        // full, in the text's ink
	BarThin        // a line
)

// Words are what templates call them.
func (Bar) Words() []string { return []string{"full", "hatched", "open", "dashed", "dark", "thin"} }

// Marker is a single day of a task, drawn as a diamond.
type Marker struct {
	Label, When string
	Day         Day
	Done        bool // full instead of hollow
}

// Day counts days from 1 March of the year 0 of the Gregorian calendar: leap days then end a year and need no case of
// their own.
type Day int32

// DayOf is a day of the calendar; month and day may be out of their range by what arithmetic yields.
func DayOf(year, month, day int) Day {
	m := month + 9
	year, m = year+m/12-1, m%12
	return Day(365*year + year/4 - year/100 + year/400 + (m*306+5)/10 + day - 1)
}

// Year is the year of a day.
func (d Day) Year() int {
	y := int(int64(d)*400/146097) + 1
	for y > 1 && DayOf(y, 1, 1) > d {
		y--
	}
	for DayOf(y+1, 1, 1) <= d {
		y++
	}
	return y
}

func (d *Gantt) walk(w *walker) {
	w.labels(&d.Written, &d.Unit)
	for i := range d.Lanes {
		w.labels(&d.Lanes[i].Title)
		for k := range d.Lanes[i].Tasks {
			r := &d.Lanes[i].Tasks[k]
			w.labels(&r.Code, &r.Label, &r.State, &r.From, &r.To)
			for n := range r.Markers {
				w.labels(&r.Markers[n].When, &r.Markers[n].Label)
			}
		}
	}
}

func (d *Gantt) kind(*dumper) string {
	return join("gantt", quote("unit", d.Unit), day("today", d.Today, d.HasToday), digits("first", d.First), digits("last", d.Last))
}

func (d *Gantt) dump(p *dumper) {
	for _, l := range d.Lanes {
		p.line("lane", quote("title", l.Title), p.ink("ink", l.Ink, l.Ink > 0))
		p.depth++
		for i := range l.Tasks {
			l.Tasks[i].dump(p)
		}
		p.depth--
	}
}

func (r *Task) dump(p *dumper) {
	p.line("task", quote("code", r.Code), quote("label", r.Label), quote("state", r.State), word("symbol", r.Symbol), called("bar", r.Bar),
		day("begin", r.Begin, r.HasBegin), quote("from", r.From), day("end", r.End, r.HasEnd), quote("to", r.To))
	for _, m := range r.Markers {
		p.line("  mark", day("at", m.Day, true), quote("when", m.When), quote("label", m.Label), flag("done", m.Done))
	}
}
