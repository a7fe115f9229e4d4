package report_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"konzept/report"
	"konzept/report/diag"
)

// An ownTemplate is what a town writes of its own: a file with a place for prose. whole is a document that takes a part up.
type ownTemplate struct {
	target, file, before, indent, whole string
	most                                int // snippets at once: a poster holds few
}

const ownHead = "---\ntitle: Eigen\n---\n# Anfang\n\n"

var ownTemplates = []ownTemplate{
	{target: "eigen", file: "templates/documents/eigen.md", before: ownHead, most: 100},
	{target: "eigen", file: "templates/parts/teil.md", whole: ownHead + "::part parts/teil.md\n", most: 100},
	{target: "posters", file: "templates/posters/eigen.yaml", most: 8, indent: "      ", before: "for: workshop in workshops\nname: \"eigen-{{ workshop.id }}\"\ntitle: Eigen\ndesign: poster\n" +
		"formats:\n  A3: {size: A3, scale: 100}\nbleed: 3mm\nsafe: 8mm\ngrid: {columns: 12, rows: 26, margin: 12mm, gap: 4mm}\nareas:\n  - name: text\n    at: \"1-12 / 1-26\"\n    content: |\n"},
}

// TestEveryCharacterOfATemplateIsPrintedOrNamed: of prose as people paste it into documents, parts and posters of their own,
// each visible character is found in the output, or a finding stands at its line.
func TestEveryCharacterOfATemplateIsPrintedOrNamed(t *testing.T) {
	thorough(t)
	for _, c := range ownTemplates {
		for from := 0; from < len(pasted); from += c.most {
			p := &paster{dice: 7}
			var made []pasting
			for i := from; i < min(from+c.most, len(pasted)); i++ {
				s := p.paste(func(s *snippet) bool { return s == &pasted[i] })
				s.typed = c.indent + strings.ReplaceAll(s.source, "\n", "\n"+c.indent)
				made = append(made, s)
			}
			r, data := c.build(t, made)
			for range 2 { // what is named as an error of the template, then of its output, stops that: the others are tried without it
				if sound := c.sound(r, data, made); len(sound) < len(made) {
					made = sound
					r, data = c.build(t, made)
				}
			}
			said := c.said(t, r)
			for i := range made {
				c.account(t, &made[i], r, data, said)
			}
		}
	}
}

// build makes the outputs of a template that holds the pastings.
func (c *ownTemplate) build(t *testing.T, made []pasting) (*report.Result, []byte) {
	t.Helper()
	source := c.before
	for i := range made {
		source += made[i].typed + "\n\n"
	}
	files := overlay(t, scaffold, map[string][]byte{c.file: []byte(source), "data/stil.yaml": []byte("project:\n  style: {microtypography: aus}\n")})
	if c.whole != "" {
		files["templates/documents/eigen.md"] = &fstest.MapFile{Data: []byte(c.whole)}
	}
	o := options(files)
	o.Targets = []string{c.target}
	r, err := report.Build(o)
	if err != nil {
		t.Fatal(err)
	}
	return r, []byte(source)
}

// sound are the pastings at which no error stands.
func (c *ownTemplate) sound(r *report.Result, data []byte, made []pasting) (sound []pasting) {
	for i := range made {
		failed := false
		for _, code := range made[i].namedIn(r, c.file, data) {
			failed = failed || diag.SeverityOf(diag.Code(code)) == diag.Error
		}
		if !failed {
			sound = append(sound, made[i])
		}
	}
	return sound
}

// said is what the outputs of the template say.
func (c *ownTemplate) said(t *testing.T, r *report.Result) string {
	t.Helper()
	said := ""
	for _, o := range r.Outputs {
		if strings.Contains(o.File, "eigen") {
			said += printedBy(t, o) + " "
		}
	}
	if said == "" {
		t.Fatalf("%s: no output: %v", c.file, r.Findings.OnlyErrors(false).Findings)
	}
	return said
}

// account asserts that a pasting is printed, or what it becomes in a template, or named.
func (c *ownTemplate) account(t *testing.T, s *pasting, r *report.Result, data []byte, said string) {
	t.Helper()
	prints := s.prints
	if s.marked != nil {
		prints = s.marked
	}
	codes := s.namedIn(r, c.file, data)
	for _, text := range prints {
		if !strings.Contains(said, bare(text)) && len(codes) == 0 {
			t.Errorf("%s: %q prints no %q and is not named", c.file, s.source, text)
		}
	}
	if s.named && s.marked == nil && len(codes) == 0 {
		t.Errorf("%s: %q is not named", c.file, s.source)
	}
}
