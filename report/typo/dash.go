package typo

import "unicode"

// dashed handles spaces that a hyphen or dash follows: a range of times or years loses them, any other becomes a dash that
// never begins a line.
func (p *Polisher) dashed(i, j int) (next int, done bool) {
	n := 0
	switch {
	case p.has(j, "– "), p.has(j, "–\n"):
		n = len("–")
	case p.has(j, "-- "):
		n = 2
	case p.has(j, "- "):
		n = 1
	default:
		return 0, false
	}
	end := j + n
	for end < len(p.s) && p.s[end] == ' ' {
		end++
	}
	if p.isRange(i, end) {
		return p.edit(Ranges, i, end, "–"), true
	}
	if n == 1 && (unicode.IsDigit(p.before(i)) && unicode.IsDigit(p.after(end))) {
		return end, true // perhaps a subtraction: as written
	}
	if p.has(j, "–") {
		p.edit(NoBreaks, i, j, noBreak)
		return j + n, true
	}
	return p.edit(Dashes, i, j+n, noBreak+"–"), true
}

// dash handles an en dash without spaces before it.
func (p *Polisher) dash(i, n int) int { return i + n }

// hyphen handles a hyphen without spaces before it: a range, a minus, or a hyphen.
func (p *Polisher) hyphen(i int) int {
	n := 1
	for i+n < len(p.s) && p.s[i+n] == '-' {
		n++
	}
	before := p.before(i)
	switch {
	case n == 2 && unicode.IsDigit(before) && unicode.IsDigit(p.after(i+2)) && p.isRange(i, i+2):
		return p.edit(Ranges, i, i+2, "–")
	case n > 1:
		return i + n
	case p.isRange(i, i+1):
		return p.edit(Ranges, i, i+1, "–")
	case (before == 0 || before == ' ' || before == '(' || before == '\n') && unicode.IsDigit(p.after(i+1)) && !p.numberBefore(i):
		return p.edit(Minuses, i, i+1, "−")
	}
	return i + 1
}

// numberBefore tells whether a number ends before the space at i: „12 -5“ may be a range.
func (p *Polisher) numberBefore(i int) bool {
	for {
		switch {
		case p.has(i-1, " "):
			i--
			continue
		case p.has(i-len(noBreak), noBreak):
			i -= len(noBreak)
			continue
		}
		break
	}
	return i > 0 && isFigure(p.s[i-1])
}

// isRange tells whether the numbers before a and from b on are the ends of a range: two times, two years, two days with
// their month, or two rising numbers that are nothing else.
func (p *Polisher) isRange(a, b int) bool {
	left, right := p.token(a, -1), p.token(b, 1)
	if left == "" || right == "" {
		return false
	}
	outside := p.before(a - len(left))
	beyond := p.after(b + len(right))
	if outside == '-' || outside == '/' || outside == '–' || letter(outside) || beyond == '-' || beyond == '/' || letter(beyond) {
		return false
	}
	tight := a+1 == b || a+2 == b || p.has(a, "–")
	switch {
	case isTime(left) && isTime(right), isYear(left) && isYear(right) && left < right:
		return true
	case !tight:
		return false
	case isDay(left) && isDay(right):
		return true
	}
	return plainNumber(left) && plainNumber(right) && rises(left, right) && !p.numberBefore(a-len(left)) && outside != '.' && outside != ',' && outside != ':'
}

// token is the number beside i: figures, colons, full stops.
func (p *Polisher) token(i, way int) string {
	from, to := i, i
	for way < 0 && from > 0 && (isFigure(p.s[from-1]) || p.s[from-1] == ':' || p.s[from-1] == '.') {
		from--
	}
	for way > 0 && to < len(p.s) && (isFigure(p.s[to]) || (p.s[to] == ':' || p.s[to] == '.') && to+1 < len(p.s) && isFigure(p.s[to+1])) {
		to++
	}
	if way > 0 && to < len(p.s) && p.s[to] == '.' && isDay(string(p.s[from:to+1])) {
		to++ // 20.–22.11.
	}
	for from < to && (p.s[from] == ':' || p.s[from] == '.') {
		from++
	}
	return string(p.s[from:to])
}

func isTime(s string) bool {
	n := len(s)
	if n < 4 || n > 5 || s[n-3] != ':' && s[n-3] != '.' {
		return false
	}
	h, m := number(s[:n-3]), number(s[n-2:])
	return h >= 0 && h <= 24 && m >= 0 && m < 60 && s[n-3] == ':'
}

func isYear(s string) bool {
	return len(s) == 4 && (s[:2] == "18" || s[:2] == "19" || s[:2] == "20" || s[:2] == "21") && number(s) > 0
}

// isDay tells whether s is a day such as 20., 20.11. or 20.11.2023.
func isDay(s string) bool {
	part, parts := 0, 0
	for i := range len(s) {
		switch {
		case isFigure(s[i]):
			part++
		case s[i] == '.' && part >= 1 && part <= 2 && parts < 2:
			part = 0
			parts++
		default:
			return false
		}
	}
	return parts == 1 && part == 0 || parts == 2 && (part == 0 || part == 2 || part == 4)
}

func plainNumber(s string) bool { return len(s) <= 4 && s[0] != '0' && number(s) > 0 }

func rises(a, b string) bool { return number(a) < number(b) }

// number is the value of a string of figures, or -1.
func number(s string) int {
	v := 0
	for i := range len(s) {
		if !isFigure(s[i]) || i > 8 {
			return -1
		}
		v = 10*v + int(s[i]-'0')
	}
	if s == "" {
		return -1
	}
	return v
}
