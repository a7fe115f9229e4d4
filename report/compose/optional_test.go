package compose

import (
	"regexp"
	"strings"
	"testing"
)

// TestOptionalColumnsFallAway: where no row says anything, sums included; label rows span what is left.
func TestOptionalColumnsFallAway(t *testing.T) {
	const head = "::: table\n::col \"A\" optional\n::col \"B\" optional\n::col \"C\"\n"
	texts := regexp.MustCompile(`p [^"]*"([^"]*)"`)
	for _, c := range []struct{ name, rows, columns, want string }{
		{"nothing said", "::: labelrow\n::cell L\n:::\n::: row\n::cell a\n::cell {{ nil }}\n::cell c\n:::\n::: row\n::cell b\n::cell –\n::cell d\n:::\n", "columns=auto,auto", "A C L a c b d"},
		{"a sum", "::: row\n::cell a\n::cell\n::cell c\n:::\n::: foot\n::cell s\n::cell 5\n::cell t\n:::\n", "columns=auto,auto,auto", "A B C a c s 5 t"},
		{"said once", "::: row\n::cell a\n::cell\n::cell c\n:::\n::: row\n::cell b\n::cell x\n::cell d\n:::\n", "columns=auto,auto,auto", "A B C a c b x d"},
		{"cells that span", "::: row\n::cell{cols=2} a\n::cell c\n:::\n", "columns=auto,auto,auto", "A B C a c"},
		{"not optional", "::: row\n::cell a\n::cell b\n::cell\n:::\n", "columns=auto,auto,auto", "A B C a b"},
	} {
		dump, found := expand(t, head+c.rows+":::", nil)
		first, _, _ := strings.Cut(dump, "\n")
		var said []string
		for _, m := range texts.FindAllStringSubmatch(dump, -1) {
			said = append(said, m[1])
		}
		if got := strings.Join(said, " "); found != "" || got != c.want || !strings.Contains(first+" ", c.columns+" ") {
			t.Errorf("%s: got %q, want %q\n%s\n%s", c.name, got, c.want, dump, found)
		}
		if c.name == "nothing said" && !strings.Contains(dump, "cols=2") {
			t.Errorf("the label row spans otherwise:\n%s", dump)
		}
	}
}
