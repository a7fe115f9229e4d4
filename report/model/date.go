package model

import (
	"strconv"
	"strings"

	"konzept/report/calendar"
	"konzept/report/diag"
	"konzept/report/schema"
	"konzept/report/source"
)

func (c *checker) day(r *Record, f *schema.Field, n *source.Node) (any, bool) {
	s := strings.TrimSpace(n.Value)
	d, form := calendar.ParseDate(s)
	switch {
	case !form:
		c.add(r, f.Key, "bad-date", n.Span, Wording(f), f.Key, s, isoHint(s))
	case !d.Valid():
		c.add(r, f.Key, "impossible-date", n.Span, s, lastDayHint(d))
	default:
		return d, true
	}
	return nil, false
}

// isoHint rewrites a German date as the data want it, or shows an example.
func isoHint(s string) string {
	parts := strings.Split(strings.ReplaceAll(s, " ", ""), ".")
	if len(parts) == 3 && len(parts[2]) == 4 {
		day, err1 := strconv.Atoi(parts[0])
		month, err2 := strconv.Atoi(parts[1])
		year, err3 := strconv.Atoi(parts[2])
		if d := (Date{Year: year, Month: month, Day: day}); err1 == nil && err2 == nil && err3 == nil && d.Valid() {
			return d.String()
		}
	}
	return "2024-05-07"
}

func lastDayHint(d Date) string {
	if d.Month < 1 || d.Month > 12 {
		return diag.Both("ein Jahr hat 12 Monate", "a year has 12 months")
	}
	last := Date{Year: d.Year, Month: d.Month, Day: calendar.LastDay(d.Year, d.Month)}
	return diag.Both("der letzte Tag dieses Monats ist "+last.String(), "the last day of this month is "+last.String())
}

func (c *checker) moment(r *Record, f *schema.Field, n *source.Node) (any, bool) {
	s := strings.TrimSpace(n.Value)
	m, form := calendar.ParseMoment(s)
	switch {
	case !form:
		c.add(r, f.Key, "bad-moment", n.Span, Wording(f), f.Key, s, isoHint(s))
	case m.Precision == calendar.ByMonth && (m.Month < 1 || m.Month > 12), m.Precision == calendar.ByDay && !m.Valid():
		c.add(r, f.Key, "impossible-date", n.Span, s, lastDayHint(m.Date))
	default:
		return m, true
	}
	return nil, false
}
