package model

import (
	"strconv"
	"strings"

	"konzept/report/diag"
	"konzept/report/schema"
	"konzept/report/source"
)

// parseDate reads 2024-05-07. form tells whether it looks like that at all.
func parseDate(s string) (d Date, form bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, false
	}
	y, err1 := strconv.Atoi(s[:4])
	m, err2 := strconv.Atoi(s[5:7])
	day, err3 := strconv.Atoi(s[8:])
	return Date{y, m, day}, err1 == nil && err2 == nil && err3 == nil
}

func (c *checker) day(r *Record, f *schema.Field, n *source.Node) (any, bool) {
	s := strings.TrimSpace(n.Value)
	d, form := parseDate(s)
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
		if d := (Date{year, month, day}); err1 == nil && err2 == nil && err3 == nil && d.Valid() {
			return d.String()
		}
	}
	return "2024-05-07"
}

func lastDayHint(d Date) string {
	if d.Month < 1 || d.Month > 12 {
		return diag.Both("ein Jahr hat 12 Monate", "a year has 12 months")
	}
	last := Date{d.Year, d.Month, lastDay(d.Year, d.Month)}
	return diag.Both("der letzte Tag dieses Monats ist "+last.String(), "the last day of this month is "+last.String())
}

// monthNames are the German months, in order.
func monthNames() []string {
	return []string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"}
}

// parseMoment reads 2014, 2014-04, 2014-05-07, "April 2014", and Anfang, Mitte or Ende of a year or month.
func parseMoment(s string) (m Moment, ok bool) {
	for i, word := range []string{"Anfang ", "Mitte ", "Ende "} {
		if rest, found := strings.CutPrefix(s, word); found {
			m.Part, s = Part(i+1), strings.TrimSpace(rest)
			break
		}
	}
	for i, name := range monthNames() {
		if rest, found := strings.CutPrefix(s, name+" "); found {
			s = strings.TrimSpace(rest) + "-" + string([]byte{byte('0' + (i+1)/10), byte('0' + (i+1)%10)})
			break
		}
	}
	if d, form := parseDate(s); form {
		m.Date, m.Precision = d, ByDay
		return m, m.Part == Whole
	}
	year, month, byMonth := strings.Cut(s, "-")
	y, good := whole(year)
	if !good || len(year) != 4 {
		return m, false
	}
	m.Year = int(y)
	if byMonth {
		n, err := strconv.Atoi(month)
		m.Month, m.Precision = n, ByMonth
		return m, err == nil && len(month) == 2
	}
	return m, true
}

func (c *checker) moment(r *Record, f *schema.Field, n *source.Node) (any, bool) {
	s := strings.TrimSpace(n.Value)
	m, form := parseMoment(s)
	switch {
	case !form:
		c.add(r, f.Key, "bad-moment", n.Span, Wording(f), f.Key, s, isoHint(s))
	case m.Precision == ByMonth && (m.Month < 1 || m.Month > 12), m.Precision == ByDay && !m.Valid():
		c.add(r, f.Key, "impossible-date", n.Span, s, lastDayHint(m.Date))
	default:
		return m, true
	}
	return nil, false
}
