package figure

import (
	"fmt"
	"strings"

	"konzept/report/doc"
	"konzept/report/wording"
)

// sentence says how many rows there are in which state, as their symbols do: dates alone do not tell whether something
// runs. Where no states are given the dates are told.
func (g *ganttChart) sentence() string {
	var n, undated int
	states := wording.Tally{}
	g.each(func(r *doc.Task) {
		n++
		states.Add(wording.Clean(r.State))
		if !r.HasBegin && !r.HasEnd || r.HasBegin && r.HasEnd && r.End < r.Begin {
			undated++
		}
	})
	if n == 0 {
		return g.say.Tell("Zeitplan ohne %s.", "Schedule without %s.", g.say.Things(g.d.Unit))
	}
	s := g.say.Tell("Zeitplan für %s", "Schedule of %s", g.say.Counting(n, g.d.Unit))
	if g.years[0] > 0 && g.years[0] < g.years[1] {
		s += g.say.Tell(" von %d bis %d", " from %d to %d", g.years[0], g.years[1])
	} else if g.years[0] > 0 {
		s += g.say.Tell(" im Jahr %d", " in %d", g.years[0])
	}
	if parts := g.states(&states); len(parts) > 0 {
		s += ": " + g.say.Also(parts)
	} else if g.d.HasToday && n > undated {
		s += g.dated()
	}
	if undated > 0 {
		s += g.say.Tell("; ohne Termin: %d", "; without dates: %d", undated)
	}
	return s + "."
}

// states are how many rows are in each state.
func (g *ganttChart) states(t *wording.Tally) (parts []string) {
	rest := 0
	for i, word := range t.Words {
		if word == "" {
			rest = t.Counts[i]
			continue
		}
		parts = append(parts, fmt.Sprintf("%d %s", t.Counts[i], word))
	}
	if len(parts) > 0 && rest > 0 {
		parts = append(parts, g.say.Tell("%d ohne Angabe", "%d not stated", rest))
	}
	return parts
}

// dated says what the dates tell.
func (g *ganttChart) dated() string {
	var running, later, over int
	g.each(func(r *doc.Task) {
		switch {
		case !r.HasBegin && !r.HasEnd || r.HasBegin && r.HasEnd && r.End < r.Begin:
		case r.HasEnd && r.End < g.d.Today:
			over++
		case r.HasBegin && r.Begin > g.d.Today:
			later++
		default:
			running++
		}
	})
	return g.say.Tell(": am %s %s %d, %d %s später, %d %s beendet", ": on %[1]s %[3]d %[2]s running, %[4]d %[5]s later, %[6]d %[7]s ended", g.d.Written, g.say.Verb(running, "läuft", "laufen", "is", "are"), running,
		later, g.say.Verb(later, "beginnt", "beginnen", "begins", "begin"), over, g.say.Verb(over, "ist", "sind", "has", "have"))
}

// rows is the chart as a table, one row an entry.
func (g *ganttChart) rows() [][]string {
	var laned, stated, hasMarkers bool
	for i := range g.d.Lanes {
		laned = laned || wording.Clean(g.d.Lanes[i].Title) != ""
	}
	g.each(func(r *doc.Task) {
		stated, hasMarkers = stated || wording.Clean(r.State) != "", hasMarkers || len(r.Markers) > 0
	})
	pick := func(label, from, to, state, markers, lane string) []string {
		row := []string{label, from, to}
		for _, c := range []struct {
			wanted bool
			text   string
		}{{stated, state}, {hasMarkers, markers}, {laned, lane}} {
			if c.wanted {
				row = append(row, c.text)
			}
		}
		return row
	}
	rows := [][]string{pick(g.say.Entry(), g.say.Tell("Beginn", "Begin"), g.say.Tell("Ende", "End"), g.say.Tell("Stand", "State"), g.say.Tell("Termine", "Dates"), g.say.Tell("Gruppe", "Group"))}
	for i := range g.d.Lanes {
		l := &g.d.Lanes[i]
		for k := range l.Tasks {
			r := &l.Tasks[k]
			rows = append(rows, pick(or(r.Code+" "+r.Label), or(r.From), or(r.To), or(r.State), or(g.dates(r)), or(l.Title)))
		}
	}
	return rows
}

// dates lists the marks of a row.
func (g *ganttChart) dates(r *doc.Task) string {
	var list []string
	for _, m := range r.Markers {
		s := wording.Clean(m.When + " " + m.Label)
		if m.Done {
			s += g.say.Tell(" (gehalten)", " (met)")
		}
		list = append(list, s)
	}
	return strings.Join(list, "; ")
}

// or is a text, or the sign for none.
func or(s string) string {
	if s = wording.Clean(s); s == "" {
		return "–"
	}
	return s
}
