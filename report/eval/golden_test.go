package eval

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/internal/golden"
	"konzept/report/model"
)

func TestMain(m *testing.M) { os.Exit(golden.Main(m, "*.txt")) }

// expressions are those whose types, values, pieces, figures and findings the golden holds: functions in the order of the
// written list, then predicates, operators, members and what is wrong.
var expressions = []string{
	`abs(-3)`, `abs(3)`, `abs(nil)`, `address("https://example.org/a")`, `bold(m.title)`, `bold("")`, `capital("ägypten")`, `capital("")`, `capital(m.title)`, `choices("phase")`, `choices("nix")`,
	`concat([1, 2], [3])`, `concat(measures, fields)`, `concat(map(fields, .goals))`, `concat(1, nil, [2])`, `concat(m.partners)`, `date(m.start)`, `date(date)`, `date(nil)`, `date("x")`, `days(date, nil)`, `days(m.start, m.end)`, `days(date, m.end)`,
	`euro(1)`, `euro("x")`, `euro(m)`, `euro2(1.005)`, `euro(90071992547409.92)`, `euro(90071992547409.93)`, `excerpt("Ein Satz. Noch einer. Der dritte.", 21)`, `excerpt("Ein Satz. Noch einer. Der dritte.", 22)`, `excerpt("Ein Satz. Noch einer.", 1)`, `excerpt("", 9)`,
	`field("page")`, `first(measures)`, `first([])`, `first(m.partners)`, `last([])`, `last(m.partners)`, `firstuse("Wort")`, `index(measures, m)`, `index([1, 2], 2.0)`, `index([1, 2], 3)`, `int(2.9)`, `int("x")`, `int(99999999999999999999)`,
	`join(m.partners)`, `join(m.partners, " – ")`, `join(["a", "", nil, "b"], m.title)`, `join([])`, `joinand(m.partners)`, `joinand(["a"])`, `joinand(["a", "b"])`, `joinand([])`, `label("of", 1, 2)`, `label("stand")`, `lastday(m.end)`, `lastday(date)`, `lastday(1)`,
	`len("Äh")`, `len(m.title)`, `len(measures)`, `len(nil)`, `link("Seite", "#a")`, `link("a@example.org")`, `link("mailto:a@example.org")`, `link("https://example.org")`, `link("", "#a")`, `link("x", "")`,
	`longdate(date)`, `longdate(m.start)`, `max(1, 2.5, nil)`, `max("a", "b")`, `max()`, `min(3, m.costs)`, `min(nil)`, `max(m.start, m.end)`, `moment(m.end)`, `moment(date)`, `moment(nil)`, `moment(1)`, `money(1234.5)`, `money2(1234)`, `nl()`, `nobreak("a b")`, `note("Fuß")`, `note("")`,
	`num(1234.5)`, `num(1234.5, 1)`, `num(nil)`, `num("x")`, `page("#a")`, `page("")`, `percent(0.5, 2)`, `percent(nil)`, `percent("x")`, `places(1.5, 2)`, `places([0.25, 1])`, `places([[0.125], [1]])`, `plural(1, "a", "b")`, `plural(2, "a", "b")`, `plural(nil, "a", "b")`,
	`prefix("vor ", "x")`, `prefix("vor ", nil)`, `prefix("vor ", "x", " nach")`, `quantity(1, "Stelle", "Stellen")`, `quantity(1.5, "Stelle", "Stellen")`, `quantity(nil, "a", "b")`, `range(2, 4)`, `range(4, 2)`, `range(0, 0)`, `len(range(1, 10000))`, `len(range(0, 10000))`, `reverse([1, 2, 3])`,
	`round(2.345, 2)`, `round(nil)`, `round(2.5)`, `sentences("Eins. Zwei!")`, `share(1, 4, "Ziele")`, `share(nil, 4)`, `sign("phase", "in Umsetzung")`, `sign("phase", "unbekannt")`, `sign("phase", "")`, `small("x")`, `span("a", "b")`, `span("a b", "c")`, `span("a", "a")`, `span(nil, "b")`, `span("a", nil)`, `span(nil, nil)`,
	`string(1.5)`, `string(m.title)`, `suffix("x", " nach")`, `suffix(nil, " nach")`, `symbol("check")`, `symbol("check", "ja")`, `timerange("14:00", "15:30")`, `trim("  x ")`, `trim(1)`, `unique([1, 1.0, 2, "a", "a", nil, nil])`, `unique(concat(measures, measures))`, `weekday(date)`, `words(3, "f")`, `words(1, "f")`, `words(nil)`, `words(2.5)`,
	`year(date)`, `year(m.end)`, `year(2020)`, `year("x")`, `years(date, m.start, [2020], m.costs)`, `years([[2021]])`, `years(map(measures, .costs))`, `phase(m.phase)`,

	`filter(measures, .field == m.field)`, `filter([1, 2, 3], # > 1)`, `filter(nil, true)`, `map([1, 2], # * 2)`, `map(measures, .lead.name)`, `count(measures, .lead)`, `count(measures)`, `count([], true)`, `sum(m.costs, .planned)`, `sum([1, 2])`, `sum([])`, `sum([nil, 2])`, `sum(["a"], #)`, `sum([1, "a"], #)`,
	`any([1, 2], # == 2)`, `any([], true)`, `none([1, 2], # == 2)`, `none([], true)`, `all([1, 2], # > 0)`, `all([1, 2], # > 1)`, `all([], false)`, `sort(measures, .code)`, `sort(["ä", "b", "a"])`, `sort([3, nil, 1], #)`, `sort(["b", 2, nil, "a"], #)`, `sort(milestones, .when)`, `group(measures, .field)[0].key.title`, `map(group(measures, .field), len(.items))`, `map(group([1, 1.0, "1", nil], #), .key)`, `group([], #)`,
	`map(fields, count(measures, .field == nil))`, `map(measures, map(.goals, .title))`, `first(3)`, `filter(1, true)`, `filter(measures)`, `any(measures)`,

	`!m.lead`, `not nil`, `+3`, `-3`, `-1.5`, `-first(m.costs).planned`, `-nil`, `-"x"`, `1 and 0`, `"" or "x"`, `nil ?? "x"`, `"" ?? "x"`, `0 ?? "x"`, `m.short ?? m.title`, `nil ?? 1`, `1 ?? nil`, `1 ?? "x"`, `measures ?? fields`, `measures ?? measures`,
	`1 == 1.0`, `1 != 2`, `1 == "1"`, `"a" == "a"`, `m == m`, `m == nil`, `nil == nil`, `m != nil`, `date == date`, `m.start == 2023`, `m.title == "x"`, `true == true`, `true == false`, `true == nil`, `[1] == [1]`, `1 < 2`, `2 <= 2`, `2 > 2`, `2 >= 2`, `nil < 1`, `1 < nil`, `"a" < "b"`, `"b" < "Ä"`, `date < date`, `m.start < date`, `m.end < date`, `date < m.end`, `date > m.start`, `m.end >= m.start`, `1 < "a"`, `m < m`, `euro(1) < 2`, `first(m.costs).planned > 12499.99`, `first(m.costs).planned < last(m.costs).planned`,
	`1 in [1, 2]`, `3 in [1, 2]`, `"b" in "abc"`, `m in measures`, `nil in [nil]`, `1 in 2`, `"abc" contains "b"`, `measures contains m`, `"abc" startsWith "a"`, `"abc" startsWith "b"`, `"abc" endsWith "c"`, `"abc" endsWith "b"`, `m.title contains "lotsen"`,
	`1 + 2`, `1.5 + 2`, `"a" + "b"`, `"a" + 1`, `1 + "a"`, `m.title + "!"`, `nil + 1`, `1 + nil`, `nil + nil`, `5 - 3`, `5 - nil`, `2 * 3`, `2 * 1.5`, `6 / 3`, `7 / 2`, `7 % 4`, `7 % 0`, `7.5 % 2`, `date - date`, `date - m.start`, `m.end - date`, `date + date`, `"a" - 1`,
	`first(m.costs).planned + 1`, `first(m.costs).planned - last(m.costs).planned`, `first(m.costs).planned * 2`, `2 * first(m.costs).planned`, `first(m.costs).planned / 3`, `first(m.costs).planned / last(m.costs).planned`, `3 / first(m.costs).planned`, `first(m.costs).planned * last(m.costs).planned`, `first(m.costs).planned % 7`, `9007199254740993 * 1`, `9223372036854775807 + 1`, `any.title * 2`,

	`m.lead ? "ja" : "nein"`, `nil ? 1 : 2`, `nil ? 1 : "x"`, `m ? m.costs[0].planned : 1`, `m ? m.title : nil`, `measures[0].id`, `measures[-1].id`, `measures[9].id`, `measures[0:2]`, `measures[1:]`, `measures[:-1]`, `m.partners[1:2]`, `[1, 2][0]`, `[]`, `[1, "a"]`, `[m, m]`, `m.field.measures`, `m.goals[0].title`, `fields[0].colour`, `m.overdue`, `m.due`, `project.municipality.name`, `project`, `m.costs`,
	`true`, `nil`, `"Zeile"`, `'einfach'`, `1.50`, `date`, `edition`, `lang`,

	`m.titel`, `any.titel`, `nix`, `nix()`, `m.title.x`, `measures.title`, `1 +`, `)`, `"offen`, `a b`, `1..3`, `{a: 1}`, `m.title matches "x"`, `len()`, `len(1, 2)`, `sort(measures, .titel)`, `"ä" + nix`, `sort(measures, nix)`, `"sort(" + nix`, `option("sheet")`, `label("nix")`, `m.sort`, `[1][0].x`, `first(m.costs).jahr`, `m.field.goals.title`,
}

// pieces writes rich text with the kinds of its pieces.
func pieces(r Rich) string {
	var b strings.Builder
	for _, p := range r {
		fmt.Fprintf(&b, "‹%d %s%s%s›", p.Kind, p.Text, p.Ref, pieces(p.Inner))
	}
	return b.String()
}

// shown writes a value: a list by its items, a record by its id, all else by what it prints.
func shown(f *Frame, v any) string {
	switch v := v.(type) {
	case nil:
		return "nil"
	case *model.Record:
		return "record " + v.ID
	case *group:
		return fmt.Sprintf("group of %d", len(v.items))
	case []*model.Record, []model.TextValue, []any, []string:
		l, _ := items(f, v, diag.Span{})
		names := make([]string, l.len())
		for i := range names {
			names[i] = shown(f, l.at(i))
		}
		return fmt.Sprintf("%T [%s]", v, strings.Join(names, ", "))
	}
	return fmt.Sprintf("%T %s", v, pieces(f.Rich(v, diag.Span{})))
}

// TestExpressionsAreTheGolden: the type that is known beforehand, what is computed in German and in English, whether it is
// true, its figure with three decimals, and the findings with their places.
func TestExpressionsAreTheGolden(t *testing.T) {
	var all strings.Builder
	for _, src := range expressions {
		fmt.Fprintf(&all, "%s\n", src)
		german := computed(t, src, "de")
		all.WriteString(german)
		if english := computed(t, src, "en"); english != german {
			all.WriteString(english)
		}
	}
	golden.Compare(t, "expressions.txt", all.String())
}

func computed(t *testing.T, src, lang string) string {
	names, f, out := world(t, lang)
	p := Compile(src, diag.Span{File: "t", From: 100, To: int32(100 + len(src))}, names, out)
	line := ""
	if p != nil {
		v := p.Run(f)
		line = fmt.Sprintf("  type %s: %s, true %t", p.Type, shown(f, v), Truth(f, v))
		if x, ok := p.Figure(f); ok {
			line += ", figure " + x.Write(3)
		}
		line += "\n"
	}
	for _, x := range out.Findings {
		line += fmt.Sprintf("  %s %q", x.Code, x.Args)
		if from, to := x.At.From-100, x.At.To-100; x.At.File == "t" && from >= 0 && from <= to && int(to) <= len(src) {
			line += fmt.Sprintf(" at %q", src[from:to])
		}
		for _, n := range x.Notes {
			line += fmt.Sprintf(", read from %q", data[n.At.From:n.At.To])
		}
		line += "\n"
	}
	return line
}
