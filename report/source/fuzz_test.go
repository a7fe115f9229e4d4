package source

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"konzept/report/diag"
)

var seeds = []string{
	"a: 1\nb: [x, 'y', \"z\"]\nc: {d: e}\n",
	"a: |\n  Zeile 1\n    tiefer\n\n  Zeile 2\n\nb: >-\n  gefaltet\n  weiter\nc: |+\n  x\n\n",
	"a: ein Text\n  über zwei Zeilen # Kommentar\nb:\n- x\n- y: 1\n  z: 2\n",
	"a: \"x \\\"y\\\" \\u00e4\\\n  z\"\nb: 'it''s'\n",
	"&a a: &b !!str c\nd: *b\n",
	"- - - a\n- |2\n   b\n- ? c\n  : d\n",
	"ä: ö\r\nü: \"ß\"\r\n",
	"a: \n  b:\n  c: ~\n", "{a: 1, b: [2, {c: 3}], d}\n", "a\nb\n", "--- |\nx\n", "a: \t x\n", "\ufeffa: b\n",
}

// reread reads a scalar's bytes again, on their own.
func reread(span string) []string {
	var out []string
	for _, text := range []string{span, "k: " + span, "--- " + span + "\n", "[" + span + "]"} {
		var n yaml.Node
		if yaml.Unmarshal([]byte(text), &n) != nil || len(n.Content) != 1 {
			continue
		}
		y := n.Content[0]
		if y.Kind == yaml.MappingNode && len(y.Content) == 2 {
			y = y.Content[1]
		} else if y.Kind == yaml.SequenceNode && len(y.Content) == 1 {
			y = y.Content[0]
		}
		if y.Kind == yaml.ScalarNode {
			out = append(out, y.Value)
		}
	}
	return out
}

// account checks that a node's bytes hold what the node says, and that its children lie inside.
func account(t *testing.T, data string, n *Node, within diag.Span) {
	t.Helper()
	if n.Span.From > n.Span.To || int(n.Span.To) > len(data) {
		t.Fatalf("span %v of %d bytes", n.Span, len(data))
	}
	span := data[n.Span.From:n.Span.To]
	if n.Kind == Scalar && n.Value != "" && !(n.Style >= Literal && strings.ContainsAny(firstLine(span), "123456789")) {
		found := false
		for _, v := range reread(span) {
			found = found || v == n.Value || n.Style >= Literal && strings.TrimRight(v, "\n") == strings.TrimRight(n.Value, "\n")
		}
		if !found {
			t.Fatalf("%q reads as %q, not as %q\n%q", span, reread(span), n.Value, data)
		}
	}
	for _, e := range n.Entries {
		if e.KeySpan.From < n.Span.From || e.KeySpan.To > n.Span.To {
			t.Fatalf("key %q at %v outside %v\n%q", e.Key, e.KeySpan, n.Span, data)
		}
		account(t, data, e.Value, n.Span)
	}
	for _, item := range n.Items {
		account(t, data, item, n.Span)
	}
	for i := 0; i <= len(n.Value); i += 1 + len(n.Value)/8 {
		if at := n.Locate(i, min(i+3, len(n.Value))); n.Kind == Scalar && (at.From < n.Span.From || at.To > n.Span.To || at.From > at.To) {
			t.Fatalf("part %d at %v outside %v\n%q", i, at, n.Span, data)
		}
	}
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var l diag.List
		n := Parse("a.yaml", []byte(text), &l)
		if n == nil && len(l.Findings) == 0 {
			t.Fatalf("refused without a word: %q", text)
		}
		for _, finding := range l.Findings {
			if _, ok := diag.Lookup(finding.Code); !ok || !finding.At.Known() || finding.At.From > finding.At.To || int(finding.At.To) > len(text) {
				t.Fatalf("finding %v of %q", finding, text)
			}
		}
		if n != nil {
			account(t, text, n, n.Span)
		}
	})
}

func TestPiecesGiveTheSameTreeAsTheWhole(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Kopf\nproject:\n  title: X\n  text: |\n    - kein Eintrag\n\nmeasures:\n# Kommentar\n")
	for i := range 3000 {
		b.WriteString("  - id: M" + strings.Repeat("x", i%7) + "\n    text: |\n      - a\n      b\n\n    \"list\": [a,\n  b]\n    # Ende\n")
	}
	b.WriteString("goals:\n")
	for range 3000 {
		b.WriteString("- id: Z\n  text: \"über\n   zwei Zeilen\"\n\n")
	}
	b.WriteString("empty:\nlast: {a: b}\n")
	data := []byte(b.String())
	f := newFile("a.yaml", data)
	if pieces := f.cut(); len(pieces) < 4 {
		t.Fatalf("only %d pieces", len(pieces))
	}
	var l1, l2 diag.List
	whole := f.parseWhole(&l1)
	pieced, ok := f.parsePieces(f.cut(), &l2)
	if !ok || len(l1.Findings)+len(l2.Findings) > 0 {
		t.Fatal(ok, l1.Findings, l2.Findings)
	}
	var same func(path string, a, b *Node)
	same = func(path string, a, b *Node) {
		if a.Kind != b.Kind || a.Style != b.Style || a.Span != b.Span || a.Value != b.Value || len(a.Entries) != len(b.Entries) || len(a.Items) != len(b.Items) {
			t.Fatalf("%s: %v %v %d %d, %v %v %d %d", path, a.Kind, a.Span, len(a.Entries), len(a.Items), b.Kind, b.Span, len(b.Entries), len(b.Items))
		}
		for i := range a.Entries {
			if a.Entries[i].Key != b.Entries[i].Key || a.Entries[i].KeySpan != b.Entries[i].KeySpan {
				t.Fatalf("%s: key %v, %v", path, a.Entries[i], b.Entries[i])
			}
			same(path+"."+a.Entries[i].Key, a.Entries[i].Value, b.Entries[i].Value)
		}
		for i := range a.Items {
			same(path+"[]", a.Items[i], b.Items[i])
		}
	}
	same("", whole, pieced)
}
