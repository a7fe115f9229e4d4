package eval

import (
	"fmt"
	"strings"
	"testing"

	"konzept/report/diag"
)

// TestFunctionsTakeAsManyArgumentsAsTheyDeclare: one fewer or one more is a finding before anything is computed.
func TestFunctionsTakeAsManyArgumentsAsTheyDeclare(t *testing.T) {
	declared := map[string][2]int{"abs": {1, 1}, "days": {2, 2}, "euro": {1, 1}, "excerpt": {2, 2}, "firstuse": {1, 2}, "index": {2, 2}, "join": {1, 2}, "joinrich": {1, 2}, "label": {1, 10}, "link": {1, 2}, "max": {1, many}, "nl": {0, 0}, "num": {1, 2},
		"percent": {1, 2}, "plural": {3, 3}, "prefix": {2, 3}, "quantity": {3, 3}, "range": {2, 2}, "round": {1, 2}, "share": {2, 3}, "sign": {2, 2}, "span": {2, 2}, "suffix": {2, 2}, "symbol": {1, 2}, "timerange": {1, 2}, "words": {1, 2}, "years": {1, many}}
	for i := range functions {
		f := &functions[i]
		if want, ok := declared[f.name]; ok && want != [2]int{f.min, f.max} {
			t.Errorf("%s takes %d to %d arguments, want %v", f.name, f.min, f.max, want)
		}
		for _, n := range []int{f.min - 1, f.max + 1} {
			if n < 0 {
				continue
			}
			src := fmt.Sprintf("%s(%s)", f.name, strings.TrimSuffix(strings.Repeat("nil, ", n), ", "))
			names, _, out := world(t, "de")
			if p := Compile(src, diag.Span{}, names, out); p != nil || len(out.Findings) != 1 || out.Findings[0].Code != "function-arguments" {
				t.Errorf("%s with %d arguments: %v", f.name, n, out.Findings)
			}
		}
	}
}

// TestEachItemComesOnceWithItsNumber, from 1, until the budget is spent.
func TestEachItemComesOnceWithItsNumber(t *testing.T) {
	_, f, out := world(t, "de")
	var seen []string
	Each(f, []any{"a", nil, "c"}, diag.Span{}, func(item any, n int) { seen = append(seen, fmt.Sprint(item, n)) })
	Each(f, nil, diag.Span{}, func(any, int) { seen = append(seen, "nothing") })
	if got := strings.Join(seen, " "); got != "a1 <nil> 2 c3" || len(out.Findings) > 0 {
		t.Errorf("saw %s, found %v", got, out.Findings)
	}
	Each(f, 3, diag.Span{}, func(any, int) { t.Error("a number has an item") })
	if len(out.Findings) != 1 || out.Findings[0].Code != "not-a-list" {
		t.Errorf("found %v", out.Findings)
	}
	_, f, out = world(t, "de")
	f.left = 2
	n := 0
	Each(f, []any{1, 2, 3, 4, 5}, diag.Span{}, func(any, int) { n++ })
	if n >= 5 || len(out.Findings) != 1 {
		t.Errorf("%d items of a spent budget, found %v", n, out.Findings)
	}
}

// TestTextsHaveALimit: two that together just keep it are joined, a sign more is not.
func TestTextsHaveALimit(t *testing.T) {
	for n, want := range map[int]int{maxText - 10: maxText, maxText - 9: maxText - 9} {
		_, f, out := world(t, "de")
		got, _ := add(f, strings.Repeat("x", n), "0123456789", place{}).(string)
		if len(got) != want || (len(out.Findings) > 0) != (want != maxText) {
			t.Errorf("%d and 10 signs make %d, found %v", n, len(got), out.Findings)
		}
	}
}
