package source

import (
	"strconv"
	"strings"
)

// ReadAsNumber returns what a YAML reader makes of a plain word that looks like a number, or "". It differs from the
// word where meaning is lost: 1.10 becomes 1.1, 012 becomes 10, 14:00 becomes 840.
func ReadAsNumber(s string) string {
	if s == "" || strings.Trim(s, "0123456789.+-_eExXaAbBcCdDfFoO:") != "" || strings.Trim(s, "0123456789") == s {
		return ""
	}
	plain := strings.ReplaceAll(s, "_", "")
	switch {
	case IsOctal(plain):
		if n, err := strconv.ParseInt(plain, 8, 64); err == nil {
			return strconv.FormatInt(n, 10)
		}
		return "" // 089: every reader takes it for text
	case strings.Contains(plain, ":"):
		return sexagesimal(plain)
	case strings.HasPrefix(plain, "0x") || strings.HasPrefix(plain, "0o") || strings.HasPrefix(plain, "0b"):
		if n, err := strconv.ParseInt(plain, 0, 64); err == nil {
			return strconv.FormatInt(n, 10)
		}
		return ""
	}
	if n, err := strconv.ParseInt(plain, 10, 64); err == nil {
		return strconv.FormatInt(n, 10)
	}
	if strings.Trim(plain, "0123456789.+-eE") != "" || !strings.ContainsAny(plain, ".eE") {
		return ""
	}
	if v, err := strconv.ParseFloat(plain, 64); err == nil {
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return ""
}

// sexagesimal reads 14:30 as YAML 1.1 does, to the base of 60.
func sexagesimal(s string) string {
	total := 0
	for i, part := range strings.Split(s, ":") {
		n, err := strconv.Atoi(part)
		if err != nil || i > 0 && (n > 59 || len(part) > 2) || i == 0 && (n == 0 || part[0] == '0') {
			return ""
		}
		total = 60*total + n
	}
	return strconv.Itoa(total)
}

// IsOctal tells whether some YAML readers take the digits for a number to the base of 8.
func IsOctal(s string) bool {
	return len(s) > 1 && s[0] == '0' && strings.Trim(s, "0123456789") == ""
}
