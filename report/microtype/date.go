package microtype

import (
	"strings"
	"unicode/utf8"
)

// dates looks at 3. April, 3.-5. Mai, 03.04.2024 and, in English, 3 April and April 3.
func (s *Setter) dates(i int) int {
	day := s.whole(i)
	if day-i > 2 {
		return i
	}
	if s.style.English {
		return s.dayMonth(i, day)
	}
	if s.byteAt(day) != '.' {
		return i
	}
	if end := s.dotted(i); end > i {
		return s.dottedRange(end)
	}
	if end := s.shortRange(i); end > i {
		return end
	}
	return s.ordinal(i, day+1)
}

// dayMonth keeps the day with its month in English.
func (s *Setter) dayMonth(i, day int) int {
	next := s.blanks(day)
	if next > day && english.months[strings.TrimRight(s.word(next), ".")] && between(s.text[i:day], 1, 31) {
		s.put(day, next, noBreak, Space)
		return next
	}
	return i
}

// ordinal looks at what follows a number with a point: a month, or a second such number.
func (s *Setter) ordinal(i, end int) int {
	if !between(s.text[i:end-1], 1, 31) {
		return i
	}
	next := s.blanks(end)
	if german.months[s.monthAt(next)] {
		s.put(end, next, noBreak, Space)
		return next
	}
	second, loose := s.rangeSign(end)
	if second == 0 {
		return i
	}
	last := s.whole(second)
	if last-second > 2 || s.byteAt(last) != '.' || !between(s.text[second:last], 1, 31) {
		return i
	}
	if loose && !german.months[s.monthAt(s.blanks(last+1))] {
		return i
	}
	if _, ok := s.readDate(second); ok { // 3.-5.4.2024
		s.put(end, second, enDash, Range)
		return s.dotted(second)
	}
	if wordRune(s.after(last + 1)) {
		if !german.months[s.monthAt(last+1)] {
			return i
		}
	}
	s.put(end, second, enDash, Range)
	return s.ordinal(second, last+1)
}

// monthAt is the word at i without what ends a sentence.
func (p *passage) monthAt(i int) string {
	w := p.word(i)
	if german.months[w] {
		return w
	}
	return strings.TrimRight(w, ".“”«\"")
}

// dotted reads a date of figures and sets it in the project's form; i if there is none.
func (s *Setter) dotted(i int) int {
	d, ok := s.readDate(i)
	if !ok {
		return i
	}
	if s.style.PadDates {
		s.pad(i, d.day)
		s.put(d.day+1, d.month, "", Date)
		s.pad(d.month, d.monthEnd)
		s.put(d.monthEnd+1, d.year, "", Date)
		return d.end
	}
	for _, gap := range [...][2]int{{d.day + 1, d.month}, {d.monthEnd + 1, d.year}} {
		if gap[0] < gap[1] {
			s.put(gap[0], gap[1], noBreak, Space)
		}
	}
	return d.end
}

// written is where the parts of a date stand.
type written struct{ day, month, monthEnd, year, end int }

// readDate reads 3.4.2024, 03.04.2024 or 3. 4. 2024.
func (p *passage) readDate(i int) (d written, ok bool) {
	d.day = p.whole(i)
	if d.day-i > 2 || d.day == i || p.byteAt(d.day) != '.' {
		return d, false
	}
	d.month = p.blanks(d.day + 1)
	d.monthEnd = p.whole(d.month)
	if n := d.monthEnd - d.month; n < 1 || n > 2 || p.byteAt(d.monthEnd) != '.' {
		return d, false
	}
	d.year = p.blanks(d.monthEnd + 1)
	d.end = p.whole(d.year)
	b := p.byteAt(d.end)
	return d, between(p.text[i:d.day], 1, 31) && between(p.text[d.month:d.monthEnd], 1, 12) && year(p.text[d.year:d.end]) &&
		!wordRune(p.after(d.end)) && !(b == '.' && digit(p.byteAt(d.end+1)))
}

// shortRange looks at days without a year: 20.11.-4.12.2023.
func (s *Setter) shortRange(i int) int {
	end := s.dayAndMonth(i)
	if end == 0 {
		return i
	}
	next, loose := s.rangeSign(end)
	if next == 0 {
		return i
	}
	if _, ok := s.readDate(next); ok {
		s.put(end, next, enDash, Range)
		return s.dotted(next)
	}
	if last := s.dayAndMonth(next); last > 0 && !loose && !wordRune(s.after(last)) {
		s.put(end, next, enDash, Range)
		return last
	}
	return i
}

// dayAndMonth is the end of 20.11. at i, or 0.
func (p *passage) dayAndMonth(i int) int {
	day := p.whole(i)
	if !between(p.text[i:day], 1, 31) || p.byteAt(day) != '.' {
		return 0
	}
	month := p.whole(day + 1)
	if !between(p.text[day+1:month], 1, 12) || p.byteAt(month) != '.' {
		return 0
	}
	return month + 1
}

// pad sets the zero before a single figure of a date.
func (s *Setter) pad(from, to int) {
	if to-from == 1 {
		s.put(from, from, "0", Date)
	}
}

// dottedRange closes up the range from the date that ends at i to another one.
func (s *Setter) dottedRange(i int) int {
	next, _ := s.rangeSign(i)
	if next == 0 {
		return i
	}
	if _, ok := s.readDate(next); !ok {
		return i
	}
	s.put(i, next, enDash, Range)
	return s.dotted(next)
}

func between(s string, least, most int) bool {
	n := 0
	for i := range len(s) {
		if !digit(s[i]) {
			return false
		}
		n = n*10 + int(s[i]-'0')
	}
	return len(s) > 0 && len(s) <= 2 && n >= least && n <= most
}

// times looks at 14:00, 14:00-17:30, 9.00-12.00 Uhr and 14-17 Uhr.
func (s *Setter) times(i int) int {
	end, full := s.clock(i)
	if end == 0 {
		return i
	}
	if next, _ := s.rangeSign(end); next > 0 {
		last, alsoFull := s.clock(next)
		if last > 0 && (s.free(last) || s.attached(last)) && (full && alsoFull || s.hour(last)) {
			s.put(end, next, enDash, Range)
			return s.counts(last)
		}
	}
	if full && s.free(end) || end > s.whole(i) && s.hour(end) {
		return s.counts(end)
	}
	return i
}

// clock reads a time of day or an hour, and whether it names the minutes beyond doubt; 0 if there is none.
func (p *passage) clock(i int) (end int, full bool) {
	end = p.whole(i)
	if !between(p.text[i:end], 0, 24) {
		return 0, false
	}
	sign, minutes := p.byteAt(end), p.whole(end+1)
	if (sign == ':' || sign == '.') && minutes == end+3 && between(p.text[end+1:minutes], 0, 59) {
		if next := p.byteAt(minutes); next != ':' && next != '.' || !digit(p.byteAt(minutes+1)) {
			return minutes, sign == ':'
		}
	}
	return end, false
}

// hour tells whether the word for it follows at i.
func (p *passage) hour(i int) bool {
	if i > len(p.text) || i < len(p.text) && !utf8.RuneStart(p.text[i]) {
		return false
	}
	switch p.unitWord(p.blanks(i)) {
	case "Uhr", "h", "am", "pm", "a.m.", "p.m.":
		return true
	}
	return false
}
