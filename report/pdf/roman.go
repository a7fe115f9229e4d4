package pdf

import "strings"

// ParseRoman reads a small roman number as page labels write it; 0 if s is none.
func ParseRoman(s string) int {
	if len(s) > 12 {
		return 0
	}
	n, rest := 0, s
	for _, r := range romans {
		for strings.HasPrefix(rest, r.sign) {
			n += r.value
			rest = rest[len(r.sign):]
		}
	}
	if rest != "" || Roman(n) != s {
		return 0
	}
	return n
}

var romans = []struct {
	value int
	sign  string
}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}

// Roman writes a number as page labels do, in small letters (ISO 32000-1, 12.4.2).
func Roman(n int) string {
	var b strings.Builder
	for _, r := range romans {
		for n >= r.value {
			b.WriteString(r.sign)
			n -= r.value
		}
	}
	return b.String()
}
