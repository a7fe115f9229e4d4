package format

import (
	"strings"
	"testing"

	"konzept/report/calendar"
	"konzept/report/model"
)

// plain makes no-break spaces plain.
func plain(s string) string { return strings.ReplaceAll(s, NoBreak, " ") }

// TestMomentsArePrintedAsPlansSayThem in German and English.
func TestMomentsArePrintedAsPlansSayThem(t *testing.T) {
	year := func(part calendar.Part, through int, open calendar.Open) model.Moment {
		return model.Moment{Date: model.Date{Year: 2026}, Part: part, Through: through, Open: open}
	}
	for _, c := range []struct {
		m      model.Moment
		de, en string
	}{
		{year(calendar.Quarter2, 0, 0), "2. Quartal 2026", "2nd quarter of 2026"},
		{year(calendar.Half1, 0, 0), "1. Halbjahr 2026", "first half of 2026"},
		{year(calendar.Autumn, 0, 0), "Herbst 2026", "autumn 2026"},
		{year(calendar.Winter, 0, 0), "Winter 2026/2027", "winter 2026/2027"},
		{year(calendar.Whole, 2027, 0), "2026/2027", "2026/2027"},
		{year(calendar.Whole, 2030, 0), "2026–2030", "2026–2030"},
		{year(calendar.Late, 0, calendar.Since), "ab Ende 2026", "from late 2026"},
		{model.Moment{Open: calendar.UntilFurther}, "bis auf Weiteres", "until further notice"},
		{model.Moment{Date: model.Date{Year: 2026, Month: 5, Day: 7}, Precision: calendar.ByDay, Open: calendar.Since}, "ab 7. Mai 2026", "from 7 May 2026"},
	} {
		de, en := Format{Lang: "de"}.Moment(c.m), Format{Lang: "en"}.Moment(c.m)
		if plain(de) != c.de || plain(en) != c.en {
			t.Errorf("%s: %s, %s", c.m, de, en)
		}
	}
}
