package report_test

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"konzept/report/internal/golden"
	"konzept/report/verify"
)

func TestMain(m *testing.M) { os.Exit(golden.Main(m, "order-*.txt")) }

// branch is an element with all below it: nodes[from:to].
func branch(nodes []verify.Node, from int) []verify.Node {
	to := from + 1
	for to < len(nodes) && nodes[to].Depth > nodes[from].Depth {
		to++
	}
	return nodes[from:to]
}

// onPage are the elements with content on a page, and those around them.
func onPage(nodes []verify.Node, n int) []verify.Node {
	keep := make([]bool, len(nodes))
	var around []int
	for i, node := range nodes {
		around = append(around[:node.Depth], i)
		here := node.Page == n && (node.Text != "" || len(branch(nodes, i)) == 1)
		for _, t := range node.Turns {
			here = here || t.Page == n
		}
		if here {
			for _, k := range around {
				keep[k] = true
			}
		}
	}
	var list []verify.Node
	for i, node := range nodes {
		if keep[i] {
			list = append(list, node)
		}
	}
	return list
}

// roles is the shape of a branch: its types and how they nest.
func roles(nodes []verify.Node) string {
	s := ""
	for _, n := range nodes {
		s += strconv.Itoa(n.Depth-nodes[0].Depth) + n.Type + " "
	}
	return s
}

// readingOrder is a tree as a screen reader meets it; of many neighbours of one shape the first is shown.
func readingOrder(b *strings.Builder, nodes []verify.Node, indent string) {
	for len(nodes) > 0 {
		own := branch(nodes, 0)
		b.WriteString(indent + described(own[0]) + "\n")
		readingOrder(b, own[1:], indent+"  ")
		nodes = nodes[len(own):]
		more, rest := 0, nodes
		for len(rest) > 0 && roles(branch(rest, 0)) == roles(own) {
			more, rest = more+1, rest[len(own):]
		}
		if more > 4 {
			fmt.Fprintf(b, "%s%s and %d more like it\n", indent, own[0].Type, more)
			nodes = rest
		}
	}
}

func described(n verify.Node) string {
	line := n.Type
	for _, a := range [][2]string{{"scope", n.Scope}, {"list", n.List}, {"lang", n.Lang}, {"alt", n.Alt}, {"actual", n.Actual}} {
		if a[1] != "" {
			line += " " + a[0] + "=" + shorten(a[1])
		}
	}
	if n.ColSpan > 1 || n.RowSpan > 1 {
		line += fmt.Sprintf(" spans %d x %d", max(n.ColSpan, 1), max(n.RowSpan, 1))
	}
	if n.Text != "" {
		line += " " + strconv.Quote(shorten(n.Text))
	}
	return line
}

func shorten(s string) string {
	r := []rune(strings.TrimSpace(plain(s)))
	if len(r) > 50 {
		return string(r[:49]) + "…"
	}
	return string(r)
}

// heading finds the section that a heading opens.
func heading(t *testing.T, nodes []verify.Node, text string) int {
	t.Helper()
	i := slices.IndexFunc(nodes, func(n verify.Node) bool { return n.Type[0] == 'H' && strings.Contains(plain(n.Text), text) })
	if i < 0 {
		t.Fatalf("no heading %q", text)
	}
	return i
}

// after are the elements from one on, up to the next heading.
func after(nodes []verify.Node, from int) []verify.Node {
	to := from + 1
	for to < len(nodes) && nodes[to].Depth >= 0 && !(len(nodes[to].Type) == 2 && nodes[to].Type[0] == 'H') && nodes[to].Type != "Sect" {
		to++
	}
	top := nodes[from].Depth
	for _, n := range nodes[from:to] {
		top = min(top, n.Depth)
	}
	list := slices.Clone(nodes[from:to])
	for i := range list {
		list[i].Depth -= top
	}
	list[0].Depth = 0
	return list
}

// planned is a document with a schedule and its data. A reader hears its title, what it shows, its source, and then the
// table, whose rows are named by their first cells; bars, axis and key are part of the figure.
const planned = `---
title: Zeitplan
page: body
style: body
---
::: chapter page=body
# Zeitplan
::: gantt title="Wann was geschieht" number table today={{ date }} unit="Maßnahmen" source="Quelle: Maßnahmenblätter"
::: for f in fields
::: lane "{{ f.title }}"
::: for m in f.measures
::: task "{{ m.title }}" code="{{ m.code }}" state="{{ m.phase }}" begin={{ m.start }} end={{ m.end }}
::: for s in m.steps
::mark "{{ s.text }}" at={{ s.due }} done={{ s.done }}
:::
:::
:::
:::
:::
:::
:::
`

// TestReadingOrder compares what is read on four pages and a poster with goldens, and with the roles that a person
// expects there, named by hand: types in the order in which they must come, others between them left out.
func TestReadingOrder(t *testing.T) {
	small := made(t, options(os.DirFS(scaffold)))
	concept := inspect(t, output(t, small, "Konzept.pdf"))
	council := inspect(t, output(t, small, "Sachstandsbericht.pdf"))
	paper := inspect(t, output(t, sample(), "Vorlage-MUSTER-0001.pdf"))
	poster := inspect(t, output(t, small, "Plakat-begegnen-A3.pdf"))
	long := inspect(t, output(t, made(t, options(generated(300))), "concept.pdf"))
	plan := inspect(t, output(t, made(t, options(overlay(t, scaffold, map[string][]byte{"templates/documents/concept.md": []byte(planned)}))), "Konzept.pdf"))
	overview := heading(t, long.Structure, "Maßnahmen im Überblick")
	oneTable(t, branch(long.Structure, overview+1), 31)
	for _, c := range []struct {
		name   string
		nodes  []verify.Node
		expect string
	}{
		{"sheet", after(concept.Structure, heading(t, concept.Structure, "1.1.1 Berufslotsen")),
			"H3 Div P L LI Lbl LBody Link LI Lbl LBody LI Lbl LBody Table THead TR TH TH TH TH TBody TR TH TD TD TD LI Lbl LBody L LI LBody P"},
		{"council-page", onPage(council.Structure, 1),
			"Document Sect P H1 P P Sect H2 Div P P Div P P Div P P Div P P P P Sect H3 L LI LBody P Sect H1 P Sect H1 Table THead TR TH TBody TR TH TD TFoot TR TH TD Div P P"},
		{"council-paper", paper.Structure,
			"Document Sect P P H1 Div P P P P P Table TBody TR TH TD P Sect H2 Table THead TR TH TBody TR TH TD Sect H2 L LI Lbl LBody P " +
				"Sect H2 Sect H3 Div P Sect H3 Div P Sect H3 Div L LI Lbl LBody P Sect H2 Sect H3 P Sect H3 P Sect H3 P Sect H3 P Sect H3 P Sect H3 Table " +
				"Sect H2 Table TBody TR TH TD Table THead TR TH TBody TR TH TD TFoot TR TH TD Sect H2 L LI Sect H2 Table Sect H2 Table THead TR TH TBody TR TH TD"},
		{"two-page-table", after(long.Structure, overview), "H2 Table THead TR TH TH TBody TR TD TH Link TD TD Reference Link"},
		{"gantt", plan.Structure,
			"Document Sect H1 Div Figure Caption P Table THead TR TH TH TBody TR TH TD TD TD"},
		{"poster", poster.Structure, "Document Sect H1 P P P P P Sect H2 P Sect H2 P Sect H2 P Sect H2 P P Link P Link P Sect H2 P Figure P"},
	} {
		var b strings.Builder
		readingOrder(&b, c.nodes, "")
		got := b.String()
		golden.Compare(t, "order-"+c.name+".txt", got)
		rest := c.nodes
		for typ := range strings.FieldsSeq(c.expect) {
			i := slices.IndexFunc(rest, func(n verify.Node) bool { return n.Type == typ })
			if i < 0 {
				t.Errorf("%s: no %s where one is expected, of %s", c.name, typ, c.expect)
				break
			}
			rest = rest[i+1:]
		}
	}
}

// oneTable: a table over pages is one, its header is read once, its rows once each, what is repeated not at all.
func oneTable(t *testing.T, table []verify.Node, rows int) {
	t.Helper()
	pages := map[int]bool{}
	heads, found := 0, 0
	for _, n := range table {
		pages[max(n.Page, table[0].Page)] = true
		switch n.Type {
		case "THead":
			heads++
		case "TR":
			found++
		}
		if strings.Contains(n.Text, "Fortsetzung") {
			t.Errorf("the word for a continuation is read: %q", n.Text)
		}
	}
	if table[0].Type != "Table" || heads != 1 || found != rows || len(pages) < 2 {
		t.Errorf("%s with %d heads and %d rows on %d pages, want one head, %d rows, two pages or more", table[0].Type, heads, found, len(pages), rows)
	}
}
