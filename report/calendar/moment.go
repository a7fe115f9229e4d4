package calendar

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Part is the part of a year or month that a Moment names.
type Part uint8

const (
	Whole  Part = iota
	Early       // Anfang: the first third
	Middle      // Mitte
	Late        // Ende
	Quarter1
	Quarter2
	Quarter3
	Quarter4
	Half1
	Half2
	Spring // March to May
	Summer
	Autumn
	Winter // December to February of the next year
)

// monthsOf are the months from the first to the last of a part of a year; those above 12 lie in the next year.
var monthsOf = [...][2]int{Whole: {1, 12}, Early: {1, 4}, Middle: {5, 8}, Late: {9, 12}, Quarter1: {1, 3}, Quarter2: {4, 6}, Quarter3: {7, 9}, Quarter4: {10, 12},
	Half1: {1, 6}, Half2: {7, 12}, Spring: {3, 5}, Summer: {6, 8}, Autumn: {9, 11}, Winter: {12, 14}}

// Open is how a Moment is left open.
type Open uint8

const (
	Closed       Open = iota
	Since             // from the moment on: ab 2026
	Ongoing           // laufend: no time at all
	UntilFurther      // bis auf Weiteres
	Permanent         // dauerhaft
)

// openWords are what the data say, German and English, in the order of the values.
var openWords = [...][]string{Since: {"ab ", "from "}, Ongoing: {"laufend", "fortlaufend", "ongoing"}, UntilFurther: {"bis auf Weiteres", "bis auf weiteres", "until further notice"},
	Permanent: {"dauerhaft", "unbefristet", "permanent"}}

// Moment is a time that is known only so far: 2005, Ende 2008, Anfang April 2014, 2014-05-07, a quarter, half-year or season, a
// span of years, or no time at all that one could say. Month and Day are 0 where the precision does not reach.
type Moment struct {
	Date
	Precision Precision
	Part      Part
	Through   int // of a span of years: the last; 0: one year
	Open      Open
}

// IsZero tells whether nothing is said.
func (m Moment) IsZero() bool { return m == Moment{} }

// Timeless tells that the moment says how long, but not when.
func (m Moment) Timeless() bool { return m.Open >= Ongoing }

// never is the day that a timeless moment is taken for: behind all others.
var never = Date{9999, 12, 31}

// From returns the first day that the moment can mean.
func (m Moment) From() Date {
	d := m.Date
	switch {
	case m.Timeless():
		return never
	case m.Precision == ByYear:
		d.Month, d.Day = monthsOf[m.Part][0], 1
	case m.Precision == ByMonth:
		d.Day = 1
		if m.Part != Whole {
			d.Day = 10*int(m.Part) - 9
		}
	}
	return d
}

// To returns the last day that the moment can mean.
func (m Moment) To() Date {
	d := m.Date
	switch {
	case m.Timeless():
		return never
	case m.Precision == ByYear:
		d.Year = max(d.Year, m.Through)
		month := monthsOf[m.Part][1]
		d.Year, d.Month = d.Year+(month-1)/12, (month-1)%12+1
		d.Day = LastDay(d.Year, d.Month)
	case m.Precision == ByMonth:
		d.Day = LastDay(d.Year, d.Month)
		if m.Part == Early || m.Part == Middle {
			d.Day = 10 * int(m.Part)
		}
	}
	return d
}

// LastDay is the last day of a month.
func LastDay(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// Compare orders moments by their first possible day, then by their last.
func (m Moment) Compare(n Moment) int {
	if c := m.From().Compare(n.From()); c != 0 {
		return c
	}
	return m.To().Compare(n.To())
}

// Before tells whether m sorts before n.
func (m Moment) Before(n Moment) bool { return m.Compare(n) < 0 }

// writtenParts are parts of a year as data may write them.
var writtenParts = [...]string{Early: "Anfang %s", Middle: "Mitte %s", Late: "Ende %s", Quarter1: "%s-Q1", Quarter2: "%s-Q2", Quarter3: "%s-Q3", Quarter4: "%s-Q4",
	Half1: "%s-H1", Half2: "%s-H2", Spring: "Frühjahr %s", Summer: "Sommer %s", Autumn: "Herbst %s", Winter: "Winter %s"}

// String returns the moment as data may write it: 2014, 2014-04, 2014-05-07, Anfang 2014, Ende 2014-04, 2026-Q1, 2026/2027.
func (m Moment) String() string {
	if m.Timeless() {
		return openWords[m.Open][0]
	}
	s := fmt.Sprintf("%04d", m.Year)
	if m.Precision >= ByMonth {
		s += fmt.Sprintf("-%02d", m.Month)
	}
	if m.Precision == ByDay {
		s += fmt.Sprintf("-%02d", m.Day)
	}
	if m.Through > 0 {
		s += fmt.Sprintf("/%04d", m.Through)
	}
	if m.Part != Whole {
		s = fmt.Sprintf(writtenParts[m.Part], s)
	}
	if m.Open == Since {
		s = openWords[Since][0] + s
	}
	return s
}

// partWords are the words for parts before a year or month, German and English.
var partWords = map[string]Part{"anfang": Early, "early": Early, "mitte": Middle, "mid": Middle, "ende": Late, "late": Late, "end of": Late,
	"frühjahr": Spring, "frühling": Spring, "spring": Spring, "sommer": Summer, "summer": Summer, "herbst": Autumn, "autumn": Autumn, "winter": Winter}

// monthWords are the names of months, German, Austrian and English.
var monthWords = func() map[string]int {
	words := map[string]int{"jänner": 1, "feber": 2}
	for _, names := range []string{"januar februar märz april mai juni juli august september oktober november dezember",
		"january february march april may june july august september october november december"} {
		for i, name := range strings.Fields(names) {
			words[name] = i + 1
		}
	}
	return words
}()

// Forms of moments that name a part of a year by its number: 1. Quartal 2026, Q1 2026, 2026-Q1, 2. Halbjahr 2026, H2/2026.
var (
	partFirst = regexp.MustCompile(`^(?:([1-4])\. ?(quartal|halbjahr)|(?:([qh])([1-4])))[ /-]+(\d{4})$`)
	yearFirst = regexp.MustCompile(`^(\d{4})[ /-]*([qh])([1-4])$`)
	yearSpan  = regexp.MustCompile(`^(\d{4}) ?(?:/|-|–|bis|to) ?(\d{4}|\d{2})$`)
)

// ParseMoment reads a time as the data, people and plans say it; see Moment.
func ParseMoment(s string) (m Moment, ok bool) {
	for open := Ongoing; open <= Permanent; open++ {
		for _, word := range openWords[open] {
			if strings.EqualFold(s, word) {
				return Moment{Open: open}, true
			}
		}
	}
	low := strings.ToLower(s)
	for _, word := range openWords[Since] {
		if rest, found := strings.CutPrefix(low, word); found {
			m, ok = parseTime(strings.TrimSpace(rest))
			m.Open = Since
			return m, ok
		}
	}
	return parseTime(low)
}

// parseTime reads a moment in small letters.
func parseTime(s string) (m Moment, ok bool) {
	if m, ok := parseNumbered(s); ok {
		return m, true
	}
	m.Part, s = cutPart(s)
	if name, year, found := strings.Cut(s, " "); found && monthWords[name] > 0 {
		s = fmt.Sprintf("%s-%02d", strings.TrimSpace(year), monthWords[name])
	}
	if d, form := ParseDate(s); form {
		m.Date, m.Precision = d, ByDay
		return m, m.Part == Whole
	}
	if span := yearSpan.FindStringSubmatch(s); span != nil && (m.Part == Whole || m.Part == Winter) && !isMonth(s) {
		return m.across(span[1], span[2])
	}
	year, month, byMonth := strings.Cut(s, "-")
	if len(year) != 4 || strings.Trim(year, "0123456789") != "" || year[0] == '0' {
		return m, false
	}
	m.Year, _ = strconv.Atoi(year)
	if byMonth {
		n, err := strconv.Atoi(month)
		m.Month, m.Precision = n, ByMonth
		return m, err == nil && len(month) == 2 && m.Part <= Late
	}
	return m, true
}

// cutPart takes the word for a part of a year or month from the start of a text; none of the words begins another.
func cutPart(s string) (Part, string) {
	for word, part := range partWords {
		for _, gap := range []string{" ", "-"} {
			if rest, found := strings.CutPrefix(s, word+gap); found {
				return part, strings.TrimSpace(rest)
			}
		}
	}
	return Whole, s
}

// isMonth tells that a text is a year and a month rather than a span of years.
func isMonth(s string) bool { return len(s) == 7 && s[4] == '-' }

// across makes the moment a span of years, or the winter that lies in two.
func (m Moment) across(first, last string) (Moment, bool) {
	a, _ := strconv.Atoi(first)
	b, _ := strconv.Atoi(last)
	if len(last) == 2 {
		b += a / 100 * 100
	}
	m.Year = a
	if m.Part == Winter {
		return m, b == a+1
	}
	m.Through = b
	return m, b > a
}

// parseNumbered reads quarters and half-years.
func parseNumbered(s string) (m Moment, ok bool) {
	number, kind, year := "", "", ""
	if p := partFirst.FindStringSubmatch(s); p != nil {
		number, kind, year = p[1]+p[4], p[2]+p[3], p[5]
	} else if p := yearFirst.FindStringSubmatch(s); p != nil {
		number, kind, year = p[3], p[2], p[1]
	} else {
		return m, false
	}
	n := Part(number[0] - '1')
	m.Year, _ = strconv.Atoi(year)
	if kind[0] == 'q' {
		m.Part = Quarter1 + n
		return m, true
	}
	m.Part = Half1 + n
	return m, n < 2
}
