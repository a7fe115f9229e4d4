package source

import (
	"strings"
	"testing"

	"konzept/report/diag"
)

const before = `# Kopf
measures:
  - id: M1   # erste
    phase: in Planung # bald
    title: "Kurse"
    note: 'alt'
    text: |
      Zeile 1
      Zeile 2

    tags: [a, b]
    place: {name: Rathaus}
    log:
      - date: 2024-01-01
        text: Beginn
      # Ende
  - id: M2
last: 1`

func TestEditKeepsEveryOtherByte(t *testing.T) {
	text := func(s string) *string { return &s }
	for _, c := range []struct {
		name   string
		change func(m *Node) Change
		old    string
		want   string
	}{
		{"plain", func(m *Node) Change { return Change{Node: m.Get("phase"), Replace: text("in Umsetzung")} }, "in Planung #", "in Umsetzung #"},
		{"plain that needs quotes", func(m *Node) Change { return Change{Node: m.Get("phase"), Replace: text("1.10")} }, "in Planung #", "\"1.10\" #"},
		{"double", func(m *Node) Change { return Change{Node: m.Get("title"), Replace: text("Sagt \"ja\"\nneu")} }, `"Kurse"`, `"Sagt \"ja\"\nneu"`},
		{"single", func(m *Node) Change { return Change{Node: m.Get("note"), Replace: text("geht's: gut")} }, "'alt'", "'geht''s: gut'"},
		{"block", func(m *Node) Change { return Change{Node: m.Get("text"), Replace: text("A\n\n  B\n")} }, "Zeile 1\n      Zeile 2", "A\n\n        B"},
		{"key", func(m *Node) Change {
			return Change{Node: m, Add: &NewEntry{Key: "comment", Value: New{Text: "Läuft: gut"}}}
		}, "text: Beginn\n", "text: Beginn\n    comment: \"Läuft: gut\"\n"},
		{"key with a list", func(m *Node) Change {
			return Change{Node: m, Add: &NewEntry{Key: "steps", Value: New{Items: []New{{Entries: []NewEntry{{"text", New{Text: "A"}}, {"done", New{Text: "true"}}}}}}}}
		}, "text: Beginn\n", "text: Beginn\n    steps:\n      - text: A\n        done: true\n"},
		{"item", func(m *Node) Change {
			return Change{Node: m.Get("log"), Append: &New{Entries: []NewEntry{{"date", New{Text: "2024-02-01"}}, {"text", New{Text: "Auftakt"}}}}}
		}, "text: Beginn\n", "text: Beginn\n      - date: 2024-02-01\n        text: Auftakt\n"},
		{"item in brackets", func(m *Node) Change { return Change{Node: m.Get("tags"), Append: &New{Text: "c, d"}} }, "[a, b]", `[a, b, "c, d"]`},
		{"key in braces", func(m *Node) Change {
			return Change{Node: m.Get("place"), Add: &NewEntry{"city", New{Text: "Frankenthal (Pfalz)"}}}
		}, "Rathaus}", "Rathaus, city: Frankenthal (Pfalz)}"},
	} {
		for _, crlf := range []bool{false, true} {
			data, want := before, strings.Replace(before, c.old, c.want, 1)
			if crlf {
				data, want = strings.ReplaceAll(data, "\n", "\r\n"), strings.ReplaceAll(want, "\n", "\r\n")
			}
			var l diag.List
			root := Parse("a.yaml", []byte(data), &l)
			got, err := Edit(root, []Change{c.change(root.Get("measures").Items[0])})
			if err != nil || string(got) != want {
				t.Errorf("%s: %v\n%s", c.name, err, got)
			}
		}
	}
}

// TestScalarsThatYAMLWouldReadOtherwiseAreQuoted: what is written must be read again as the same text.
func TestScalarsThatYAMLWouldReadOtherwiseAreQuoted(t *testing.T) {
	for text, want := range map[string]string{
		"10": "10", "0": "0", "7": "7", "2024-01-31": "2024-01-31", "012": `"012"`, "1.10": `"1.10"`, "1e3": `"1e3"`, "0x1F": `"0x1F"`, "0o17": `"0o17"`, "0b1": `"0b1"`, "0xyz": `"0xyz"`, "Ox": "Ox", "1_000": `"1_000"`, "2024-1-3": `"2024-1-3"`, "100": "100", "110": "110",
		"yes": `"yes"`, "null": `"null"`, "~": `"~"`, "": `""`, "a: b": `"a: b"`, "a #b": `"a #b"`, "- a": `"- a"`, "[a]": `"[a]"`, " a": `" a"`, "a ": `"a "`, "Haus": "Haus", "18:00": `"18:00"`,
	} {
		var l diag.List
		root := Parse("a.yaml", []byte("a: x\nb: y\n"), &l)
		got, err := Edit(root, []Change{{Node: root.Get("a"), Replace: &text}})
		if err != nil || string(got) != "a: "+want+"\nb: y\n" {
			t.Errorf("%q: %v\n%s", text, err, got)
			continue
		}
		if again := Parse("a.yaml", got, &l).Get("a"); again.Value != text {
			t.Errorf("%q is read again as %q", text, again.Value)
		}
	}
}

func TestEditRefusesWhatItCannotDoExactly(t *testing.T) {
	var l diag.List
	root := Parse("a.yaml", []byte("a: &x [1]\nb: *x\nc:\nd: 1\n"), &l)
	one := "2"
	for name, changes := range map[string][]Change{
		"an anchored value":  {{Node: root.Get("a"), Append: &New{Text: "2"}}},
		"a key that exists":  {{Node: root, Add: &NewEntry{"d", New{Text: "2"}}}},
		"a map as a scalar":  {{Node: root, Replace: &one}},
		"a node of no file":  {{Node: &Node{}, Replace: &one}},
		"the same twice":     {{Node: root.Get("d"), Replace: &one}, {Node: root.Get("d"), Replace: &one}},
		"an item of nothing": {{Node: root.Get("c"), Append: &New{Text: "2"}}},
	} {
		if got, err := Edit(root, changes); err == nil {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func FuzzEdit(f *testing.F) {
	for _, s := range seeds {
		f.Add(s, "neu: \"x\"\n y")
	}
	f.Fuzz(func(t *testing.T, data, text string) {
		var l diag.List
		root := Parse("a.yaml", []byte(data), &l)
		if root == nil || len(l.Findings) > 0 {
			return
		}
		for n := root; ; {
			switch {
			case n.Kind == Mapping && len(n.Entries) > 0:
				n = n.Entries[len(n.Entries)-1].Value
				continue
			case n.Kind == Sequence && len(n.Items) > 0:
				n = n.Items[0]
				continue
			}
			got, err := Edit(root, []Change{{Node: n, Replace: &text}})
			if err == nil && !strings.HasPrefix(string(got), data[:n.Span.From]) || err == nil && !strings.HasSuffix(string(got), data[n.Span.To:]) {
				t.Fatalf("%q became %q", data, got)
			}
			return
		}
	})
}
