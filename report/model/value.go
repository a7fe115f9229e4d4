package model

import (
	"fmt"
	"strconv"
	"time"

	"konzept/report/diag"
	"konzept/report/number"
)

// Money is an amount in whole cents.
type Money int64

// Date is a day of the calendar. The zero Date is no day.
type Date struct{ Year, Month, Day int }

// IsZero tells whether no day is set.
func (d Date) IsZero() bool { return d == Date{} }

func (d Date) time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// Valid tells whether the calendar has the day.
func (d Date) Valid() bool {
	t := d.time()
	return d.Year > 0 && t.Year() == d.Year && int(t.Month()) == d.Month && t.Day() == d.Day
}

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

// Before tells whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// Compare orders days.
func (d Date) Compare(e Date) int {
	for _, c := range [...]int{d.Year - e.Year, d.Month - e.Month, d.Day - e.Day} {
		if c != 0 {
			return c
		}
	}
	return 0
}

// Days returns the number of days from d to e.
func (d Date) Days(e Date) int { return int(e.time().Sub(d.time()) / (24 * time.Hour)) }

// String returns the day as in the data, 2024-05-07.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// Precision says how much of a Moment is known.
type Precision uint8

const (
	ByYear Precision = iota
	ByMonth
	ByDay
)

// Part is the third of a year or month that a Moment names.
type Part uint8

const (
	Whole  Part = iota
	Early       // Anfang
	Middle      // Mitte
	Late        // Ende
)

// Moment is a time that is known only so far: 2005, Ende 2008, Anfang April 2014, 2014-05-07. Month and Day are 0
// where the precision does not reach.
type Moment struct {
	Date
	Precision Precision
	Part      Part
}

// From returns the first day that the moment can mean.
func (m Moment) From() Date {
	d := m.Date
	switch m.Precision {
	case ByYear:
		d.Month, d.Day = 1, 1
		if m.Part != Whole {
			d.Month = 4*int(m.Part) - 3
		}
	case ByMonth:
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
	switch m.Precision {
	case ByYear:
		month := 12
		if m.Part != Whole {
			month = 4 * int(m.Part)
		}
		d.Month, d.Day = month, lastDay(d.Year, month)
	case ByMonth:
		d.Day = lastDay(d.Year, d.Month)
		if m.Part == Early || m.Part == Middle {
			d.Day = 10 * int(m.Part)
		}
	}
	return d
}

func lastDay(year, month int) int {
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

// String returns the moment as data may write it: 2014, 2014-04, 2014-05-07, Anfang 2014, Ende 2014-04.
func (m Moment) String() string {
	s := fmt.Sprintf("%04d", m.Year)
	if m.Precision >= ByMonth {
		s += fmt.Sprintf("-%02d", m.Month)
	}
	if m.Precision == ByDay {
		s += fmt.Sprintf("-%02d", m.Day)
	}
	return [...]string{"", "Anfang ", "Mitte ", "Ende "}[m.Part] + s
}

// TextValue is a text in one or more languages, the project's first language first.
type TextValue []LangText

// LangText is a text in one language with its place: in the YAML, or the whole of a .md file.
type LangText struct {
	Lang, Text string
	At         diag.Span
	Verbatim   bool // quoted word for word
}

// Verbatim tells whether the text quotes someone word for word.
func (t TextValue) Verbatim() bool { return len(t) > 0 && t[0].Verbatim }

// Lang returns the text in a language.
func (t TextValue) Lang(lang string) (s string, at diag.Span, ok bool) {
	for _, l := range t {
		if l.Lang == lang {
			return l.Text, l.At, true
		}
	}
	return "", diag.Span{}, false
}

// Best returns the text in a language, or else in the first one there is.
func (t TextValue) Best(lang string) (s string, at diag.Span, ok bool) {
	if s, at, ok = t.Lang(lang); ok || len(t) == 0 {
		return s, at, ok
	}
	return t[0].Text, t[0].At, true
}

// Label is one entry of a Labels field.
type Label struct {
	Key  string
	At   diag.Span // of the key
	Text TextValue
}

// Written writes an amount as in the data.
func (m Money) Written() string {
	if m%100 == 0 {
		return strconv.FormatInt(int64(m/100), 10)
	}
	return number.Scaled(int64(m), 2).String()
}
