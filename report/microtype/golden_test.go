package microtype

import (
	"os"
	"strings"
	"testing"

	"konzept/report/internal/golden"
)

func TestMain(m *testing.M) { os.Exit(golden.Main(m, "*.golden")) }

// edges are texts at the edges of the rules: times, days, numbers, telephones, ranges and quotes that just are some, or just not.
var edges = []string{
	"um 8:59 Uhr", "um 8:60 Uhr", "um 8:5 Uhr", "um 8.59 Uhr", "um 24 Uhr", "um 25 Uhr", "um 8 - 10 Uhr", "von 8:00-10:00 Uhr", "8:00:30 Uhr", "14.30.", "0:00-24:00",
	"am 31.12.", "am 32.12.", "am 1.13.", "am 0.1.", "am 1.1.2024", "am 01.01.2024 um 8:00 Uhr", "3.-5.5.", "20.11.-1.12.2024", "1. 1. 2024", "1.Mai", "31. Mai - 2. Juni", "Mai - Juni", "Mo-Fr", "Mo - Fr", "Mo. - Fr.", "Mo-Mo", "Freitag - Montag", "Mo -Fr", "Jan.-Feb.", "Mo-Fr-",
	"1234", "12345", "1234567", "1.234", "12.34", "1 234", "12 345 678", "Haus 3 120 m²", "haus 3 120 m²", "Nr. 3 120", "§ 1234", "§§ 3, 4 und 7-9", "Jahr 2024", "2199 Stück", "2200 Stück", "1900-1999", "5-3", "3-5", "10-9", "99-100", "3 - 5", "3-5 km", "-5", "(-5)", "a-5", "x1234", "1234x", "_1234", "1234_", "A1234", "1,5", "1,50 €", "5€", "5 €", "€5", "5%", "5 %", "-5 %", "5 °C", "5m", "5 m", "3x4", "3 x 4 m",
	"Tel. 06233 89-123", "Tel.: 06233/89123", "Tel. (06233) 89123", "Tel. (06233 89123", "Tel. 06233", "Tel. 0 62 33", "Tel. 00623 1", "+49 6233 89", "a+49 6233 89", ".+49 6233", "Telefon 06233-89 123", "06233/89", "0623/12", "062/123456", "Tel. 0123456 78", "Tel. 06233 89 km", "06233 891234.", "Fax 06233 89-1 oder -2",
	"z.B.", "z. B.", "d.h.", "u.a.", "Dr.Meier", "Dr. Meier", "S. 5", "S.5", "Nr.5", "Abs. 2", "i.d.R.", "o.ä.", "etc...", "...", "....", "Wort...", "Wort ...", "a/b", "a / b", "und/oder", "Bürger*innen - alle", "a -- b", "a --- b", "------", "a - b", "a-b", "- a", "a -", "(a - b)", "1 -", "A- und B", "-a-",
	"\"a\"", "\"a", "a\"", "'a'", "it's", "'n", "19\"", "5' 3\"", "\"a\" \"b\"", "(\"a\")", "\"'a'\"", "„a\"", "«a»", "»a«", "“a”", "https://a.de/\"b\"", "a@b.de", "x=\"a\"", "C:\\a-b", "www.a-b.de - gut", "datei-1.pdf", "``a''", "´a`",
}

// TestEdgesOfRulesAreTheGolden in German and in English; what does not change is not written.
func TestEdgesOfRulesAreTheGolden(t *testing.T) {
	hidden := strings.NewReplacer(noBreak, "~", narrow, "^", "\u00ad", "¬", "\u2060", "|")
	var all strings.Builder
	for _, text := range edges {
		all.WriteString(text + "\n")
		for _, style := range []Style{germanStyle(), englishStyle(), {Quotes: QuotesOf("", false), Thousands: narrow, Percent: noBreak, PadDates: true, Phone: PhoneBracket}} {
			var s Setter
			if got := hidden.Replace(Apply(text, s.Edits(text, &style))); got != text {
				all.WriteString("  " + got + "\n")
			} else {
				all.WriteString("  =\n")
			}
		}
	}
	golden.Compare(t, "edges.golden", all.String())
}
