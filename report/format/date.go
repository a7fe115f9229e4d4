package format

import (
	"fmt"
	"strconv"
	"strings"

	"konzept/report/calendar"
	"konzept/report/model"
)

var (
	monthsDE = [...]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"}
	monthsEN = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	daysDE   = [...]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"}
	daysEN   = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
	partsDE  = [...]string{"", "Anfang ", "Mitte ", "Ende ", "1. Quartal ", "2. Quartal ", "3. Quartal ", "4. Quartal ", "1. Halbjahr ", "2. Halbjahr ", "Frühjahr ", "Sommer ", "Herbst ", "Winter "}
	partsEN  = [...]string{"", "early ", "mid-", "late ", "1st quarter of ", "2nd quarter of ", "3rd quarter of ", "4th quarter of ", "first half of ", "second half of ", "spring ", "summer ", "autumn ", "winter "}
	openDE   = [...]string{"", "ab ", "laufend", "bis auf Weiteres", "dauerhaft"}
	openEN   = [...]string{"", "from ", "ongoing", "until further notice", "permanent"}
)

// Day writes a date for tables: 27.06.2012, and 27 Jun 2012 (in America Jun 27, 2012) in English, where figures alone are read
// two ways.
func (f Format) Day(d model.Date) string {
	if d.IsZero() {
		return ""
	}
	switch {
	case American(f.Lang):
		return f.Month(d.Month)[:3] + NoBreak + strconv.Itoa(d.Day) + "," + NoBreak + strconv.Itoa(d.Year)
	case f.English():
		return strconv.Itoa(d.Day) + NoBreak + f.Month(d.Month)[:3] + NoBreak + strconv.Itoa(d.Year)
	}
	return fmt.Sprintf("%02d.%02d.%04d", d.Day, d.Month, d.Year)
}

// LongDay writes a date for running text: 27. Juni 2012, 27 June 2012, in America June 27, 2012; not broken beside the day.
func (f Format) LongDay(d model.Date) string {
	if d.IsZero() {
		return ""
	}
	if American(f.Lang) {
		return f.Month(d.Month) + NoBreak + strconv.Itoa(d.Day) + ", " + strconv.Itoa(d.Year)
	}
	dot := "."
	if f.English() {
		dot = ""
	}
	return strconv.Itoa(d.Day) + dot + NoBreak + f.Month(d.Month) + " " + strconv.Itoa(d.Year)
}

func (f Format) Month(m int) string {
	switch {
	case m < 1 || m > 12:
		return ""
	case f.English():
		return monthsEN[m-1]
	case m == 1 && Austrian(f.Lang):
		return "Jänner"
	}
	return monthsDE[m-1]
}

// Moment writes as much as is known: 2014, Ende 2008, Anfang April 2014, 7. Mai 2014, 2. Quartal 2026, 2026/2027, ab 2026.
func (f Format) Moment(m model.Moment) string {
	if m.IsZero() {
		return ""
	}
	parts, open := partsDE, openDE
	if f.English() {
		parts, open = partsEN, openEN
	}
	if m.Timeless() {
		return open[m.Open]
	}
	before := open[m.Open] + parts[m.Part]
	switch m.Precision {
	case calendar.ByYear:
		return before + years(m)
	case calendar.ByMonth:
		return before + f.Month(m.Month) + " " + strconv.Itoa(m.Year)
	}
	return open[m.Open] + f.LongDay(m.Date)
}

// years are the year or years of a moment: 2026, 2026/2027, 2026–2030; a winter lies in two.
func years(m model.Moment) string {
	last := m.Through
	if m.Part == calendar.Winter {
		last = m.Year + 1
	}
	switch {
	case last == 0:
		return strconv.Itoa(m.Year)
	case last == m.Year+1:
		return strconv.Itoa(m.Year) + "/" + strconv.Itoa(last)
	}
	return strconv.Itoa(m.Year) + "–" + strconv.Itoa(last)
}

func (f Format) Weekday(d model.Date) string {
	if d.IsZero() {
		return ""
	}
	if f.English() {
		return daysEN[d.Weekday()]
	}
	return daysDE[d.Weekday()]
}

// Hours writes a time or a range of times: 14:00–17:30 Uhr, in Switzerland 14.00–17.30 Uhr (Bundeskanzlei, Schreibweisungen).
func (f Format) Hours(start, end string) string {
	if start == "" {
		return ""
	}
	if end != "" {
		start += "–" + end
	}
	if f.English() {
		return start
	}
	if Swiss(f.Lang) {
		start = strings.ReplaceAll(start, ":", ".")
	}
	return start + NoBreak + "Uhr"
}
