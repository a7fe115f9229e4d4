package eval

import (
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/schema"
	"konzept/report/source"
)

const data = `
project:
  title: Konzept
  municipality: {name: Stadt X}
fields:
  - {id: F1, code: "1", title: Sprache}
  - {id: F2, code: "2", title: Arbeit}
goals:
  - {id: Z1, code: "1.1", title: Ziel eins, field: F1}
measures:
  - id: M1
    code: "1.1.1"
    title: Sprach*lotsen **stark**
    field: F1
    goals: [Z1]
    lead: amt
    phase: in Umsetzung
    start: 2023
    end: Ende 2024
    costs: [{year: 2024, planned: 12500}, {year: 2025, planned: 1000.5}]
    partners: [Volkshochschule, Caritas, Diakonie]
  - {id: M2, code: "1.1.10", title: Zweite, field: F1, goals: [Z1]}
  - {id: M3, code: "1.1.9", title: Ärzte, field: F2}
offices:
  - {id: amt, name: Sozialamt, contact: {phone: "06233 1"}}
milestones:
  - {id: e2, when: Ende 2008, text: später}
  - {id: e1, when: 2005, text: früher}
`

func load(t testing.TB) *model.Report {
	t.Helper()
	var out diag.List
	root := source.Parse("data.yaml", []byte(data), &out)
	r := model.Check(source.Merge([]*source.Node{root}, &out), nil, model.CheckOptions{Date: model.Date{Year: 2024, Month: 6, Day: 30}, Lang: "de"}, &out)
	if r == nil {
		t.Fatal(out.Findings)
	}
	return r
}

func world(t testing.TB, lang string) (*Names, *Frame, *diag.List) {
	t.Helper()
	s, r, out := NewSchema(schema.Kinds()), load(t), &diag.List{}
	env := NewEnv(s, r, Run{Date: model.Date{Year: 2024, Month: 6, Day: 30}, Lang: lang, Edition: "screen"}, map[string]string{"stand": "Stand", "of": "{0} von {1}"}, out)
	kind := s.record("measures")
	names, slot := NewNames(s).With("m", kind)
	names, _ = names.With("any", Type{})
	f := env.NewFrame(names.Slots())
	f.Slots[slot] = r.Find("measures", "M1")
	f.Slots[1] = r.Find("measures", "M1")
	return names, f, out
}

func TestExpressionsPrint(t *testing.T) {
	for _, c := range []struct{ src, de, en string }{
		{`project.title`, "Konzept", ""},
		{`m.lead.contact.phone`, "06233 1", ""},
		{`m.decision.paper`, "", ""},
		{`m.title + "!"`, "Sprach*lotsen **stark**!", ""},
		{`euro(sum(m.costs, .planned))`, "13.500,50 €", "€13,500.50"},
		{`euro(first(m.costs).planned)`, "12.500 €", "€12,500"},
		{`money(sum(filter(measures, .id == "none"), .progress))`, "", ""},
		{`euro2(0)`, "0,00 €", "€0.00"},
		{`0.1 + 0.2`, "0,3", "0.3"},
		{`join(years(2026, 2024, 2025, 2024), " ")`, "2024 2025 2026", ""},
		{`join([1, 2, 3][:-1], " ")`, "1 2", ""},
		{`join([1, 2, 3][-2:], " ")`, "2 3", ""},
		{`join([1, 2, 3][-99:2], " ")`, "1 2", ""},
		{`join([1, 2, 3][1:99], " ")`, "2 3", ""},
		{`4.35 * 100`, "435", ""},
		{`num(100 - 99.9)`, "0,1", ""},
		{`1.1 * 1.1`, "1,21", ""},
		{`1.50`, "1,50", "1.50"},
		{`-1.50`, "−1,50", ""},
		{`abs(-1.50)`, "1,50", ""},
		{`1 / 3`, "0,33", "0.33"},
		{`200 / 3`, "66,67", ""},
		{`1 / 300`, "0,0033", ""},
		{`1 / 8`, "0,125", ""},
		{`6 / 3`, "2", ""},
		{`1 / 3 * 3`, "1", ""},
		{`0.1 + 0.2 == 0.3`, "ja", ""},
		{`1.0 == 1`, "ja", ""},
		{`first(m.costs).planned / last(m.costs).planned`, "12,49", "12.49"},
		{`percent(first(m.costs).planned / sum(m.costs, .planned))`, "92,6 %", ""},
		{`last(m.costs).planned / 3`, "333,50 €", ""},
		{`euro(0.1 * 3)`, "0,30 €", ""},
		{`round(2.5)`, "3", ""},
		{`round(-2.5)`, "−3", ""},
		{`round(2 / 3, 2)`, "0,67", ""},
		{`round(2, 2)`, "2,00", ""},
		{`int(-2.9)`, "−2", ""},
		{`max(0.5, 0.25, 0.75)`, "0,75", ""},
		{`min([2, 1.5])`, "1,5", ""},
		{`sum([0.1, 0.2, 0.7], #)`, "1", ""},
		{`sum(filter(measures, false), .progress) == nil`, "ja", ""},
		{`sum(measures, .progress) ?? 0`, "0", ""},
		{`places([0.5, 0.25], 1)`, "2", ""},
		{`num(0.5, places(0.25))`, "0,50", ""},
		{`len(group([1, 1.0, 2], #))`, "2", ""},
		{`unique([0.5, 0.50])`, "0,5", ""},
		{`9223372036854775807 + 1`, "9.223.372.036.854.775.808", ""},
		{`words(1.5)`, "1,5", ""},
		{`plural(1.0, "Stelle", "Stellen")`, "Stelle", ""},
		{`0.1234567890123456789`, "0,123456789012", ""},
		{`euro(-1234.5)`, "−1.234,50 €", "−€1,234.50"},
		{`num(1234567.891, 2)`, "1.234.567,89", "1,234,567.89"},
		{`num(0.125, 2)`, "0,13", "0.13"},
		{`num(-0.001, 1)`, "0,0", "0.0"},
		{`m.start`, "2023", ""},
		{`2024`, "2024", ""},
		{`percent(0.2155)`, "21,6 %", "21.6%"},
		{`percent(0.285, 1)`, "28,5 %", ""},
		{`percent(0.25)`, "25 %", ""},
		{`percent(0.0004)`, "0,04 %", ""},
		{`percent(1 / 3000)`, "0,033 %", ""},
		{`percent(0)`, "0 %", ""},
		{`share(12, 48)`, "12 von 48 (25 %)", "12 of 48 (25%)"},
		{`share(1, 300)`, "1 von 300 (unter 1 %)", "1 of 300 (under 1%)"},
		{`share(299, 300)`, "299 von 300 (über 99 %)", "299 of 300 (over 99%)"},
		{`share(0, 3)`, "0 von 3 (0 %)", ""},
		{`share(1, 3, "Projekte")`, "1 von 3 Projekten (33 %)", ""},
		{`share(1, 3, "strategische Ziele der Stadt")`, "1 von 3 strategischen Zielen der Stadt (33 %)", ""},
		{`share(1, 3, "Felder")`, "1 von 3 Feldern (33 %)", "1 of 3 felder (33%)"},
		{`share(1, 3, "Maßnahmen")`, "1 von 3 Maßnahmen (33 %)", ""},
		{`share(1, 3, "Workshops")`, "1 von 3 Workshops (33 %)", ""},
		{`share(1, 1, "Maßnahme")`, "1 von 1 Maßnahme (100 %)", ""},
		{`words(1, "Leuchtturmprojekt")`, "ein", "one"},
		{`words(1, "Aktion")`, "eine", ""},
		{`words(1, "strategisches Ziel")`, "ein", ""},
		{`words(1, "Maßnahme")`, "eine", ""},
		{`words(1, "Vorsprung") + words(1, "Förderung")`, "eineine", ""},
		{`words(1, "Dingsbums")`, "1", "one"},
		{`words(2, "Dingsbums")`, "zwei", ""},
		{`words(1)`, "ein", ""},
		{`words(1, "er")`, "einer", ""},
		{`share(0.5, 2)`, "0,5 von 2 (25 %)", ""},
		{`quantity(1, "Punkt", "Punkte")`, "1 Punkt", ""},
		{`quantity(0, "Punkt", "Punkte")`, "0 Punkte", ""},
		{`quantity(nil, "Punkt", "Punkte")`, "", ""},
		{`words(3)`, "drei", "three"},
		{`words(1, "f")`, "eine", "one"},
		{`words(13)`, "13", "13"},
		{`capital(words(12))`, "Zwölf", "Twelve"},
		{`date(date)`, "30.06.2024", "30 Jun 2024"},
		{`longdate(date)`, "30. Juni 2024", "30 June 2024"},
		{`weekday(date)`, "Sonntag", "Sunday"},
		{`moment(m.end)`, "Ende 2024", "late 2024"},
		{`timerange("14:00", "17:30")`, "14:00–17:30 Uhr", "14:00–17:30"},
		{`m.end < date`, "nein", "no"},
		{`m.start < date`, "ja", "yes"},
		{`join(map(sort(measures, .code), .code), " ")`, "1.1.1 1.1.9 1.1.10", ""},
		{`join(map(sort(measures, .title), .id), " ")`, "M3 M1 M2", ""},
		{`join(map(group(measures, .field), string(len(.items)) + .key.code), " ")`, "21 12", ""},
		{`joinand(m.partners)`, "Volkshochschule, Caritas und Diakonie", "Volkshochschule, Caritas and Diakonie"},
		{`m.partners`, "Volkshochschule, Caritas, Diakonie", ""},
		{`join(map(milestones, .text))`, "früher, später", ""},
		{`count(measures)`, "3", ""},
		{`count(measures, .phase == "in Umsetzung")`, "1", ""},
		{`len(first(goals).measures)`, "2", ""},
		{`first(fields).measures[-1].code`, "1.1.10", ""},
		{`any(measures, .phase == "kritisch") ? "a" : "b"`, "b", ""},
		{`label("of", 1, 2)`, "1 von 2", ""},
		{`plural(1, "Ziel", "Ziele")`, "Ziel", ""},
		{`m.short ?? m.title`, "Sprach*lotsen **stark**", ""},
		{`not m.short`, "ja", ""},
		{`string(index(phases, m.phase))`, "2", ""},
		{`phase(m.phase)`, " in Umsetzung", ""},
		{`join(years(m.costs))`, "2024, 2025", ""},
		{`join(range(1, 4), "-")`, "1-2-3-4", ""},
		{`"x" in ["x", "y"]`, "ja", ""},
		{`"Äa" == "Aa"`, "nein", ""},
		{`"Äa" < "Ab"`, "ja", ""},
		{`m in measures`, "ja", ""},
		{`m.lead == first(offices)`, "ja", ""},
		{`any.title`, "Sprach*lotsen **stark**", ""},
		{`1 / 0`, "", ""},
		{`m.costs[5].year`, "", ""},
		{`link("Seite", "#a")`, "Seite", ""},
		{`max(map(m.costs, .year))`, "2025", ""},
		{`days(date, date)`, "0", ""},
		{`measures[1:][0].id`, "M2", ""},
	} {
		for lang, want := range map[string]string{"de": c.de, "en": c.en} {
			if lang == "en" && want == "" {
				continue
			}
			names, f, out := world(t, lang)
			p := Compile(c.src, diag.Span{}, names, out)
			got := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(f.Rich(p.Run(f), diag.Span{}).String())
			if got != want || len(out.Findings) > 0 {
				t.Errorf("%s (%s): expected %q, found %q %v", c.src, lang, want, got, out.Findings)
			}
		}
	}
}

func TestTheWrittenListIsSorted(t *testing.T) {
	for i := 1; i < len(functions); i++ {
		if functions[i-1].name >= functions[i].name {
			t.Errorf("%s stands before %s", functions[i-1].name, functions[i].name)
		}
	}
}

func TestMistakesAreFindings(t *testing.T) {
	for src, want := range map[string]string{
		`projekt.title`:          "unknown-name",
		`m.titel`:                "unknown-field",
		`any.titel`:              "unknown-field",
		`measures.title`:         "field-of-list",
		`project.title.x`:        "field-of-value",
		`now()`:                  "unknown-function",
		`keys(m)`:                "unknown-function",
		`reduce(measures, #acc)`: "unknown-function",
		`repeat("x", 9)`:         "unknown-function",
		`let x = 1; x`:           "not-in-expressions",
		`m.title matches "x"`:    "not-in-expressions",
		`1..9`:                   "not-in-expressions",
		`{a: 1}`:                 "not-in-expressions",
		`first(`:                 "expression-ends",
		`1 +* 2`:                 "expression-syntax",
		`euro()`:                 "function-arguments",
		`map(fields, map(.goals, map(.measures, .id)))`: "predicate-depth",
		`date < 3`:             "bad-operands",
		`m.start + m.lead`:     "not-a-text",
		`first(3)`:             "not-a-list",
		`m.lead`:               "not-a-text",
		`len(range(1, 99999))`: "range-too-long",
		`join(map(range(1, 9000), "0123456789"))`: "text-too-long",
		strings.Repeat("(", 4000):                 "expression-ends",
		strings.Repeat("-", 300) + "1":            "expression-too-deep",
		strings.Repeat("1", 5000):                 "expression-too-long",
		`option("nix")`:                           "unknown-option",
		`label("nix")`:                            "unknown-label",
	} {
		names, f, out := world(t, "de")
		p := Compile(src, diag.Span{File: "t", From: 10, To: int32(10 + len(src))}, names, out)
		f.Rich(p.Run(f), diag.Span{})
		var got string
		for _, x := range out.Findings {
			got = string(x.Code)
			if x.At.Known() && (x.At.From < 10 || int(x.At.To) > 10+len(src) || x.At.To < x.At.From) {
				t.Errorf("%s: place %v outside the expression", src, x.At)
			}
		}
		if got != want || len(out.Findings) > 1 {
			t.Errorf("%.60s: expected %s, found %v", src, want, out.Findings)
		}
	}
}

func TestANoteNamesTheDataThatWasRead(t *testing.T) {
	names, f, out := world(t, "de")
	Compile(`m.title - 1`, diag.Span{File: "t", To: 11}, names, out).Run(f)
	if len(out.Findings) != 1 || len(out.Findings[0].Notes) != 1 {
		t.Fatalf("found %v", out.Findings)
	}
	at := out.Findings[0].Notes[0].At
	if got := data[at.From:at.To]; got != "Sprach*lotsen **stark**" {
		t.Errorf("the note points to %q", got)
	}
}

func FuzzExpression(f *testing.F) {
	for _, s := range []string{`m.title`, `euro(sum(m.costs, .planned))`, `sort(measures, .code)[1:].x`, `any(m.partners, # == "x") ? 1 : nil`, `group(measures, .field)[0].items`, `"a" + 'b' + m.title`, `-m.start % 0`} {
		f.Add(s)
	}
	names, fr, _ := world(f, "de")
	f.Fuzz(func(t *testing.T, s string) {
		out := &diag.List{}
		fr.Out, fr.left, fr.spent, fr.told = out, 10000, false, map[told]bool{}
		p := Compile(s, diag.Span{File: "t", To: int32(len(s))}, names, out)
		if (p == nil) != (len(out.Findings) > 0) {
			t.Errorf("a faulty expression without finding, or a finding without fault: %v", out.Findings)
		}
		fr.Rich(p.Run(fr), diag.Span{})
		if len(fr.args) > 0 || len(fr.dots) > 0 {
			t.Error("stacks are not empty")
		}
	})
}

func BenchmarkSixtyExpressions(b *testing.B) {
	names, f, out := world(b, "de")
	var programs []*Program
	for _, src := range []string{`m.title`, `m.lead.contact.phone`, `euro(sum(m.costs, .planned))`, `join(m.partners, ", ")`, `phase(m.phase)`, `m.short ?? m.title`} {
		programs = append(programs, Compile(src, diag.Span{}, names, out))
	}
	b.ReportAllocs()
	for b.Loop() {
		f.left = Budget
		for range 10 {
			for _, p := range programs {
				p.Run(f)
			}
		}
	}
}
