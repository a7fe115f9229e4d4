package microtype

import "strings"

// hyphen makes a dash of a hyphen that stands between spaces, and of two hyphens. All others join words and stay.
func (s *Setter) hyphen(i int) int {
	end := i
	for s.byteAt(end) == '-' {
		end++
	}
	n := end - i
	if from, to := s.named(i, end); n == 1 && to > 0 {
		s.put(from, to, enDash, Range)
		return to
	}
	between := i > 0 && blank(s.before(i)) && end < len(s.text) && blank(s.after(end))
	switch {
	case n > 3:
	case between && (n > 1 || !s.tabular(i, end)):
		s.put(i, end, enDash, Dash)
	case n == 2 && s.byteAt(i-1) == ',' && digit(s.byteAt(i-2)), n == 1 && s.byteAt(i-1) == ',' && digit(s.byteAt(i-2)) && spaced(s.after(end)):
		s.put(i, end, enDash, Dash) // 12,– Euro
	}
	return end
}

// named is what a range of days or months takes between them, as in Mo–Fr and Mai–Juni; 0 if the sign from i to end makes
// none. Spaces about it are closed up only between short forms: Freitag – Montag may be a clause.
func (s *Setter) named(i, end int) (from, to int) {
	from, to = s.blanksBefore(i), s.blanks(end)
	a, b := s.wordBefore(from), s.word(to)
	if a == b || s.byteAt(to+len(b)) == '-' || (from < i) != (to > end) || from < i && (len(a) > 3 || len(b) > 3) {
		return 0, 0
	}
	for _, names := range [...]map[string]bool{s.tables().weekdays, s.tables().months} {
		if names[a] && (names[b] || names[strings.TrimRight(b, ".")]) {
			return from, to
		}
	}
	return 0, 0
}

// tabular tells whether a hyphen between spaces stands for something else than a dash: a difference of two numbers.
func (s *Setter) tabular(i, end int) bool {
	left, right := strings.TrimRight(s.text[:i], " "), strings.TrimLeft(s.text[end:], " ")
	return left == "" || right == "" || digit(left[len(left)-1]) && digit(right[0])
}

// dash makes German dashes as long as German prints them: half as wide as an em dash, between spaces.
func (s *Setter) dash(i int, r rune, n int) int {
	if r == '—' && !s.style.English && blank(s.before(i)) && blank(s.after(i+n)) {
		s.put(i, i+n, enDash, Dash)
	}
	if r == '–' && digit(s.byteAt(i+n)) && (i == 0 || blank(s.before(i)) || s.before(i) == '(') {
		if end, ok := s.number(i + n); ok && s.unitWord(s.blanks(end)) != "" && !s.countedBefore(i) {
			s.put(i, i+n, minus, Minus) // –5 °C
		}
	}
	return i + n
}

// countedBefore tells whether a number stands before i: 3 –5 km is a range, not a minus.
func (s *Setter) countedBefore(i int) bool {
	left := strings.TrimRight(s.text[:i], " ")
	return left != "" && digit(left[len(left)-1])
}
