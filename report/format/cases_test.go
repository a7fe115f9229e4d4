package format

import (
	"strings"
	"testing"

	"konzept/report/calendar"
	"konzept/report/model"
	"konzept/report/number"
)

func TestTablesWriteDaysInFigures(t *testing.T) {
	day := model.Moment{Date: model.Date{Year: 2024, Month: 6, Day: 3}, Precision: calendar.ByDay}
	if got := german.When(day); got != "03.06.2024" {
		t.Errorf("a day is %q", got)
	}
	day.Precision = calendar.ByMonth
	if got := german.When(day); got != "Juni 2024" {
		t.Errorf("a month is %q", got)
	}
}

// TestQuotientsAreShownAsPeopleReadThem where no number of decimals is asked for.
func TestQuotientsAreShownAsPeopleReadThem(t *testing.T) {
	third := number.Int(1).Quo(number.Int(3))
	if got := german.Number(third, -1); got != "0,33" {
		t.Errorf("a third is %q", got)
	}
	if got := german.Number(third, 0) + " " + german.Number(third, 20); got != "0 0,333333333333" {
		t.Errorf("with decimals %q", got)
	}
}

// TestLittleIsNotNothing: below a twentieth of a percent, one decimal would say 0,0.
func TestLittleIsNotNothing(t *testing.T) {
	for in, want := range map[string]string{"0.0005": "0,1~%", "-0.0005": "−0,1~%", "0.00049": "0,049~%", "0.0006": "0,1~%", "1": "100~%", "0.00005": "0,005~%"} {
		if got := seen(german.Percentage(parsed(t, in), -1)); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
	if got := seen(german.Percentage(parsed(t, "0.0004"), 0) + " " + german.Percentage(parsed(t, "0.0004"), 1)); got != "0~% 0,0~%" {
		t.Errorf("with decimals %q", got)
	}
	if got := german.Percentage(number.Decimal{}, 1) + german.Share(number.Decimal{}, number.Int(2), "") + german.Share(number.Int(2), number.Decimal{}, ""); got != "" {
		t.Errorf("what is not known is %q", got)
	}
}

func TestMoneyBelowAEuroKeepsItsZeros(t *testing.T) {
	for cents, want := range map[model.Money]string{1: "0,01", 10: "0,10", 99: "0,99", 100: "1", 101: "1,01", -1: "−0,01", 100000: "1.000"} {
		if got := seen(german.Money(cents, false)); got != want {
			t.Errorf("%d cents are %q, want %q", cents, got, want)
		}
	}
}

func TestPluralsBendBehindVon(t *testing.T) {
	for in, want := range map[string]string{
		"strategische Ziele": "strategischen Zielen", "Kinder": "Kindern", "Artikel": "Artikeln", "Maßnahmen": "Maßnahmen", "Kitas": "Kitas", "Projekte der Stadt": "Projekten der Stadt", "weiter offene Fragen": "weiter offenen Fragen",
		"Ideen von Kinder": "Ideen von Kinder", "edel gestaltete Plakate": "edel gestalteten Plakaten", "": "",
	} {
		if got := dative(in); got != want {
			t.Errorf("von %q, want %q", got, want)
		}
	}
}

func TestProjectsChooseHowNumbersAreWritten(t *testing.T) {
	r := &model.Report{Langs: []string{"en", "de"}}
	if f := New("", r); !f.English() || f.Thousands != "," || f.Percent != "" {
		t.Errorf("in the data's first language %+v", f)
	}
	if f := New("de", r); f.English() || f.Thousands != "." || f.Percent != NoBreak {
		t.Errorf("in German %+v", f)
	}
	if f := New("", &model.Report{}); f.Lang != "" || f.English() {
		t.Errorf("without a language %+v", f)
	}
	for lang, want := range map[string]bool{"en": true, "en-GB": true, "de": false, "eng": false, "": false} {
		if (Format{Lang: lang}).English() != want {
			t.Errorf("%q is English: %t", lang, !want)
		}
	}
}

// TestCountriesHaveTheirOwnForms of numbers, amounts, dates and times, whatever language they share.
func TestCountriesHaveTheirOwnForms(t *testing.T) {
	d := model.Date{Year: 2024, Month: 1, Day: 3}
	project := func(lang string) Format { return New(lang, &model.Report{Langs: []string{lang}}) }
	for lang, want := range map[string]string{
		"de":    "1.234.567,5 | 800.000~CHF | −12.345,50~CHF | 3.~Januar 2024 | 03.01.2024 | 14:00~Uhr | 7~%",
		"de-AT": "1.234.567,5 | CHF~800.000 | −CHF~12.345,50 | 3.~Jänner 2024 | 03.01.2024 | 14:00~Uhr | 7~%",
		"de-CH": "1’234’567,5 | CHF~800’000 | −CHF~12’345.50 | 3.~Januar 2024 | 03.01.2024 | 14.00~Uhr | 7~%",
		"en":    "1,234,567.5 | CHF~800,000 | −CHF~12,345.50 | 3~January 2024 | 3~Jan~2024 | 14:00 | 7%",
		"en-US": "1,234,567.5 | CHF~800,000 | −CHF~12,345.50 | January~3, 2024 | Jan~3,~2024 | 14:00 | 7%",
	} {
		f := project(lang)
		f.Currency = "CHF"
		got := strings.Join([]string{f.Number(parsed(t, "1234567.5"), -1), f.Euro(80000000, false), f.Euro(-1234550, false), f.LongDay(d), f.Day(d), f.Hours("14:00", ""), f.Percentage(parsed(t, "0.07"), -1)}, " | ")
		if seen(got) != want {
			t.Errorf("%s: %q, want %q", lang, seen(got), want)
		}
	}
}

func TestCurrenciesHaveTheSignOfTheLanguage(t *testing.T) {
	for in, want := range map[string]string{"EUR de": "1.200,00~€", "EUR en": "€1,200.00", "GBP en": "£1,200.00", "USD de": "1.200,00~$", "USD en-US": "$1,200.00", "JPY de": "1.200~¥", "PLN de": "1.200,00~PLN", "EUR de-AT": "€~1.200,00", "EUR de-CH": "EUR~1’200.00"} {
		code, lang, _ := strings.Cut(in, " ")
		f := New(lang, &model.Report{})
		f.Currency = code
		if got := seen(f.Euro(120000, true)); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
	for code, want := range map[string]bool{"EUR": true, "CHF": true, "chf": false, "Franken": false, "XXX": false, "": false, "ZZZ": false} {
		if IsCurrency(code) != want {
			t.Errorf("%q is a currency: %t", code, !want)
		}
	}
}

func TestLabelsAreSpeltAsInTheirCountry(t *testing.T) {
	for lang, want := range map[string]string{"de": "Maßnahme „Straße“", "de-AT": "Maßnahme „Straße“", "de-CH": "Massnahme «Strasse»", "de-LI": "Massnahme «Strasse»"} {
		if got := New(lang, &model.Report{}).Label("Maßnahme „Straße“"); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
	for in, want := range map[string]string{"Action areas": "action areas", "SDG": "SDG", "": "", "EU funds": "EU funds"} {
		if got := english.Noun(in); got != want {
			t.Errorf("%q within a sentence is %q, want %q", in, got, want)
		}
	}
	if got := german.Noun("Maßnahme"); got != "Maßnahme" {
		t.Errorf("in German %q", got)
	}
}
