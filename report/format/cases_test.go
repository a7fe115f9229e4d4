package format

import (
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
