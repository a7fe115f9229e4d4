package prose

import (
	"strings"

	"konzept/report/diag"
)

// MeantNumber makes the remedy of a number that is written as on paper: 0,5 and 1.234,56 and 12 500 Euro.
func MeantNumber(s string, money bool) string {
	digits := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "'", "", "’", "", "€", "", "Euro", "", "EUR", "", "CHF", "", "Fr.", "", "£", "", "%", "", "−", "-", "–", "-").Replace(s)
	digits = strings.TrimSuffix(digits, ",-")
	whole, part, comma := strings.Cut(digits, ",")
	switch {
	case comma && grouped(whole) && isDigits(part):
		return writeInstead(strings.ReplaceAll(whole, ".", "") + "." + part)
	case !comma && strings.Count(whole, ".") == 1 && money && grouped(whole):
		plain := strings.ReplaceAll(whole, ".", "")
		point := strings.TrimSuffix(whole, "0")
		return diag.Both("das kann "+plain+" oder "+strings.Replace(point, ".", ",", 1)+" heißen; schreiben Sie "+plain+" oder "+point,
			"that may be "+plain+" or "+point+"; write one of them")
	case !comma && grouped(whole):
		return writeInstead(strings.ReplaceAll(whole, ".", ""))
	case money:
		return diag.Both("schreiben Sie Beträge ohne Tausenderzeichen und Währung, Cent nach einem Punkt: 12500 oder 12500.50", "write amounts without thousands separators and currency, cents after a point: 12500 or 12500.50")
	}
	return diag.Both("schreiben Sie Ziffern mit Dezimalpunkt, wie 0.5; ohne Einheit", "write digits with a decimal point, such as 0.5; without unit")
}

func writeInstead(s string) string {
	return diag.Both("schreiben Sie "+s+", ohne Einheit und Tausenderzeichen; gedruckt wird mit Komma", "write "+s+", without unit and thousands separators")
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// grouped tells whether figures have no points, or one before each three from the right.
func grouped(s string) bool {
	parts := strings.Split(strings.TrimPrefix(s, "-"), ".")
	for i, p := range parts {
		if !isDigits(p) || len(parts) > 1 && (i > 0 && len(p) != 3 || len(p) > 3) {
			return false
		}
	}
	return true
}
