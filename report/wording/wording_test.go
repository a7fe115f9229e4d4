package wording

import (
	"strings"
	"testing"

	"konzept/report/number"
)

func TestWordsFollowTheLanguage(t *testing.T) {
	de, en, ch, at := LanguageOf("de-DE"), LanguageOf("EN-gb"), LanguageOf("de-LI"), LanguageOf("de-AT")
	for got, want := range map[string]string{
		de.Quote("Kurs"):                       "„Kurs“",
		en.Quote("course"):                     "“course”",
		de.Counting(1, "Ideen"):                "1 Eintrag",
		de.Counting(3, "Ideen"):                "3 Ideen",
		en.Counting(3, "Ideas"):                "3 ideas",
		en.Counting(3, "KPI"):                  "3 KPI",
		de.Things(" \t"):                       "Einträge",
		de.Also([]string{"a", "b", "c"}):       "a, b und c",
		en.Also([]string{"a", "b"}):            "a and b",
		de.Verb(1, "ist", "sind", "is", "are"): "ist",
		en.Verb(2, "ist", "sind", "is", "are"): "are",
		Capital("über"):                        "Über",
		Clean("a\u00A0b\n\x00 c "):             "a\u00A0b c",
		de.Number(number.Int(-12), nil, 1):     "\u221212,0",
		en.Number(number.Int(-12), nil, 1):     "\u221212.0",
		de.Number(number.Decimal{}, nil, 0):    "–",
		de.Said(number.Int(3), nil, 0, "%"):    "3\u00A0%",
		de.Said(number.Int(3), nil, 0, "Euro"): "3",
		de.WithUnit("3 %", "%"):                "3 %",
		de.WithUnit("1.200", "€"):              "1.200\u00A0€",
		en.WithUnit("1,200", "€"):              "€1,200",
		en.WithUnit("\u22125", "£"):            "\u2212£5",
		at.WithUnit("1.200", "€"):              "€\u00A01.200",
		en.WithUnit("3", "%"):                  "3\u00A0%",
		ch.Quote("Kurs"):                       "«Kurs»",
		at.Quote("Kurs"):                       "„Kurs“",
		ch.Number(number.Int(-12), nil, 1):     "\u221212,0",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestTiesAreAllNamed: of several greatest ones none is the first, and what is unknown takes no part.
func TestTiesAreAllNamed(t *testing.T) {
	values := []number.Decimal{number.Int(2), {}, number.Int(5), number.Int(5), number.Int(2)}
	at := func(i int) number.Decimal { return values[i] }
	names := func(i int) string { return string(rune('a' + i)) }
	if got := German.Shared(Winners(len(values), 1, at), names, "5"); got != "c und d (je 5)" {
		t.Errorf("greatest: %q", got)
	}
	if got := German.Shared(Winners(len(values), -1, at), names, "2"); got != "a und e (je 2)" {
		t.Errorf("least: %q", got)
	}
	if got := English.Shared([]int{0, 1, 2, 3}, names, "2"); got != "4 entries (2 each)" {
		t.Errorf("many: %q", got)
	}
}

// TestSentencesCanBeHeard: the first clause is always said, others as long as they can be heard.
func TestSentencesCanBeHeard(t *testing.T) {
	long := strings.Repeat("x", MostHeard)
	if got := Spoken("a", long, "b"); got != "a"+long+"." {
		t.Errorf("%d letters", Letters(got))
	}
	if got := Spoken("a", "b", "c"); got != "abc." {
		t.Errorf("%q", got)
	}
	if got := German.Quote(strings.Repeat("Wort ", 40)); Letters(got) > MostHeard/5+2 || !strings.HasSuffix(got, "Wort …“") {
		t.Errorf("%q", got)
	}
}

func TestDataAreListedWithTheirColumns(t *testing.T) {
	if got := German.Data([][]string{{"Jahr", "Wert"}, {"2023", "1"}, {"2024", "2"}}, "%"); got != "Werte in %: 2023 1; 2024 2." {
		t.Errorf("%q", got)
	}
	if got := German.Data([][]string{{"Jahr", "a (%)", "b"}, {"2023", "1", "2"}}, "%"); got != "Werte in %: 2023: a 1, b 2." {
		t.Errorf("%q", got)
	}
	if Narrow([][]string{{strings.Repeat("x", 40), strings.Repeat("y", 36)}}) || !Narrow([][]string{{strings.Repeat("x", 40), strings.Repeat("y", 35)}}) {
		t.Error("75 letters find room, 76 do not")
	}
}
