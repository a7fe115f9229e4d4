// Package calendar is days, and times that are known only so far, as plans say them: 2026, Ende 2026, 2. Quartal 2026, ab 2026.
//
// It never asks for the present and knows no time of day.
package calendar

import (
	"fmt"
	"strconv"
	"time"
)

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

// ParseDate reads 2024-05-07. form tells whether it looks like that at all.
func ParseDate(s string) (d Date, form bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, false
	}
	y, err1 := strconv.Atoi(s[:4])
	m, err2 := strconv.Atoi(s[5:7])
	day, err3 := strconv.Atoi(s[8:])
	return Date{y, m, day}, err1 == nil && err2 == nil && err3 == nil
}
