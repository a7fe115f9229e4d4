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
