package figure

import (
	"strings"

	"konzept/report/doc"
)

// sentence says what runs, what comes and what is over today, and what most rows have come to.
func (g *ganttChart) sentence() string {
	unit := g.things(g.d.Unit)
	var n, running, later, over, undated int
	tally := tally{}
	g.each(func(r *doc.Stretch) {
		n++
		tally.add(r.State)
		switch {
		case !r.HasBegin && !r.HasEnd || r.HasBegin && r.HasEnd && r.End < r.Begin:
			undated++
		case r.HasEnd && r.End < g.d.Today:
			over++
		case r.HasBegin && r.Begin > g.d.Today:
			later++
		default:
			running++
		}
	})
	if n == 0 {
		return g.tell("Zeitplan ohne %s.", "Schedule without %s.", unit)
	}
	s := g.tell("Zeitplan für %d %s", "Schedule of %d %s", n, unit)
	if g.years[0] > 0 && g.years[0] < g.years[1] {
		s += g.tell(" von %d bis %d", " from %d to %d", g.years[0], g.years[1])
	} else if g.years[0] > 0 {
		s += g.tell(" im Jahr %d", " in %d", g.years[0])
	}
	if g.d.HasToday && n > undated {
		s += g.tell(": am %s %s %d, %d %s später, %d %s beendet", ": on %[1]s %[3]d %[2]s running, %[4]d %[5]s later, %[6]d %[7]s ended", g.d.Written, g.verb(running, "läuft", "laufen", "is", "are"), running,
			later, g.verb(later, "beginnt", "beginnen", "begins", "begin"), over, g.verb(over, "ist", "sind", "has", "have"))
	}
	if undated > 0 {
		s += g.tell("; ohne Termin: %d", "; without dates: %d", undated)
	}
	if state, most := tally.most(); state != "" {
		s += g.tell("; am häufigsten ist der Stand %s (%d von %d)", "; the most frequent state is %s (%d of %d)", g.quote(state), most, n)
	}
	return s + "."
}

// rows is the chart as a table, one row an entry.
func (g *ganttChart) rows() [][]string {
	var laned, stated, marked bool
	for i := range g.d.Lanes {
		laned = laned || clean(g.d.Lanes[i].Title) != ""
	}
	g.each(func(r *doc.Stretch) { stated, marked = stated || clean(r.State) != "", marked || len(r.Marks) > 0 })
	pick := func(label, from, to, state, marks, lane string) []string {
		row := []string{label, from, to}
		for _, c := range []struct {
			wanted bool
			text   string
		}{{stated, state}, {marked, marks}, {laned, lane}} {
			if c.wanted {
				row = append(row, c.text)
			}
		}
		return row
	}
	rows := [][]string{pick(g.say.entry, g.tell("Beginn", "Begin"), g.tell("Ende", "End"), g.tell("Stand", "State"), g.tell("Termine", "Dates"), g.tell("Gruppe", "Group"))}
	for i := range g.d.Lanes {
		l := &g.d.Lanes[i]
		for k := range l.Rows {
			r := &l.Rows[k]
			rows = append(rows, pick(or(r.Code+" "+r.Label), or(r.From), or(r.To), or(r.State), or(g.dates(r)), or(l.Title)))
		}
	}
	return rows
}

// dates lists the marks of a row.
func (g *ganttChart) dates(r *doc.Stretch) string {
	var list []string
	for _, m := range r.Marks {
		s := clean(m.When + " " + m.Label)
		if m.Done {
			s += g.tell(" (gehalten)", " (met)")
		}
		list = append(list, s)
	}
	return strings.Join(list, "; ")
}

// or is a text, or the sign for none.
func or(s string) string {
	if s = clean(s); s == "" {
		return "–"
	}
	return s
}
