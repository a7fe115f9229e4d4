package format

import (
	"strings"
	"testing"

	"konzept/report/calendar"
	"konzept/report/model"
	"konzept/report/number"
)

var (
	german  = Format{Lang: "de", Thousands: ".", Percent: NoBreak}
	english = Format{Lang: "en", Thousands: ","}
	swiss   = Format{Lang: "de", Thousands: narrow, Percent: narrow}
)

// seen shows spaces that do not break: ~ and ^.
func seen(s string) string {
	return strings.NewReplacer(NoBreak, "~", narrow, "^", Minus, "−").Replace(s)
}

func parsed(t *testing.T, s string) number.Decimal {
	t.Helper()
	d, ok := number.Parse(s)
	if !ok {
		t.Fatal(s)
	}
	return d
}

func TestNumbersAreWrittenAsPeopleDo(t *testing.T) {
	for _, c := range []struct {
		in         string
		decimals   int
		de, en, ch string
	}{
		{"0", -1, "0", "0", "0"}, {"1234567.5", -1, "1.234.567,5", "1,234,567.5", "1^234^567,5"}, {"-1234", -1, "−1.234", "−1,234", "−1^234"}, {"27.40", -1, "27,40", "27.40", "27,40"},
		{"0.125", 2, "0,13", "0.13", "0,13"}, {"-0.125", 2, "−0,13", "−0.13", "−0,13"}, {"-0.004", 2, "0,00", "0.00", "0,00"}, {"2", 2, "2,00", "2.00", "2,00"}, {"999.5", 0, "1.000", "1,000", "1^000"}, {"0.5", 0, "1", "1", "1"},
	} {
		for f, want := range map[*Format]string{&german: c.de, &english: c.en, &swiss: c.ch} {
			if got := seen(f.Number(parsed(t, c.in), c.decimals)); got != want {
				t.Errorf("%s with %d decimals in %s%q: %q, want %q", c.in, c.decimals, f.Lang, f.Thousands, got, want)
			}
		}
	}
	if got := german.Number(number.Decimal{}, 2); got != "" {
		t.Errorf("what is not known is written as %q", got)
	}
}

func TestMoneyIsWrittenWithItsCents(t *testing.T) {
	for _, c := range []struct {
		cents  int64
		always bool
		de, en string
	}{{0, false, "0~€", "€0"}, {0, true, "0,00~€", "€0.00"}, {1250000, false, "12.500~€", "€12,500"}, {1250005, false, "12.500,05~€", "€12,500.05"}, {-150, false, "−1,50~€", "−€1.50"}, {7, false, "0,07~€", "€0.07"}, {-7, false, "−0,07~€", "−€0.07"}} {
		if de, en := seen(german.Euro(model.Money(c.cents), c.always)), seen(english.Euro(model.Money(c.cents), c.always)); de != c.de || en != c.en {
			t.Errorf("%d: %q and %q, want %q and %q", c.cents, de, en, c.de, c.en)
		}
	}
}

func TestSharesAreRoundedForPeople(t *testing.T) {
	for _, c := range []struct{ n, of, things, de, en string }{
		{"12", "48", "Maßnahmen", "12 von 48 Maßnahmen (25~%)", "12 of 48 maßnahmen (25%)"}, {"1", "1000", "", "1 von 1.000 (unter 1~%)", "1 of 1,000 (under 1%)"},
		{"999", "1000", "", "999 von 1.000 (über 99~%)", "999 of 1,000 (over 99%)"}, {"0", "5", "", "0 von 5 (0~%)", "0 of 5 (0%)"}, {"5", "5", "", "5 von 5 (100~%)", "5 of 5 (100%)"}, {"0", "0", "", "0 von 0", "0 of 0"},
		{"1", "3", "Projekte", "1 von 3 Projekten (33~%)", "1 of 3 projekte (33%)"}, {"1", "1", "Projekt", "1 von 1 Projekt (100~%)", "1 of 1 projekt (100%)"},
	} {
		n, of := parsed(t, c.n), parsed(t, c.of)
		if de, en := seen(german.Share(n, of, c.things)), seen(english.Share(n, of, c.things)); de != c.de || en != c.en {
			t.Errorf("%s of %s: %q and %q, want %q and %q", c.n, c.of, de, en, c.de, c.en)
		}
	}
	for in, want := range map[string]string{"0.285": "28,5~%", "0.25": "25~%", "0.0004": "0,04~%", "-0.0004": "−0,04~%", "0.999": "99,9~%", "1.5": "150~%", "0": "0~%"} {
		if got := seen(german.Percentage(parsed(t, in), -1)); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

func TestDaysAndMomentsAreWrittenAsFarAsTheyAreKnown(t *testing.T) {
	d := model.Date{Year: 2024, Month: 6, Day: 3}
	for _, c := range []struct{ what, got, want string }{
		{"day", german.Day(d), "03.06.2024"}, {"day in English", english.Day(d), "3~Jun~2024"}, {"long day", german.LongDay(d), "3.~Juni 2024"}, {"long day in English", english.LongDay(d), "3~June 2024"},
		{"weekday", german.Weekday(d), "Montag"}, {"weekday in English", english.Weekday(d), "Monday"}, {"no day", german.Day(model.Date{}) + german.LongDay(model.Date{}) + german.Weekday(model.Date{}), ""},
		{"year", german.Moment(model.Moment{Date: model.Date{Year: 2024}}), "2024"}, {"month", german.Moment(model.Moment{Date: model.Date{Year: 2024, Month: 6}, Precision: calendar.ByMonth}), "Juni 2024"},
		{"hours", german.Hours("14:00", "17:30"), "14:00–17:30~Uhr"}, {"hours in English", english.Hours("14:00", ""), "14:00"}, {"no hours", german.Hours("", "17:30"), ""},
		{"yes", german.Boolean(true) + " " + english.Boolean(false), "ja no"}, {"month that is none", german.Month(0) + german.Month(13) + german.Month(12), "Dezember"},
	} {
		if seen(c.got) != c.want {
			t.Errorf("%s: %q, want %q", c.what, seen(c.got), c.want)
		}
	}
}

func TestSmallNumbersAreWords(t *testing.T) {
	for _, c := range []struct {
		n          int64
		form, want string
	}{{0, "", "keine"}, {1, "", "ein"}, {1, "f", "eine"}, {1, "er", "einer"}, {1, "Maßnahme", "eine"}, {1, "Leuchtturmprojekt", "ein"}, {1, "Säule", "eine"}, {1, "Xyzzy", "1"}, {12, "f", "zwölf"}, {13, "", "13"}, {-1, "", "−1"}, {2, "Projekt", "zwei"}} {
		if got := seen(german.Words(c.n, c.form)); got != c.want {
			t.Errorf("%d %s: %q, want %q", c.n, c.form, got, c.want)
		}
	}
	if got := english.Words(1, "f") + " " + english.Words(13, ""); got != "one 13" {
		t.Errorf("in English %q", got)
	}
}
