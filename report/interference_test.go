package report_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"konzept/report"
	"konzept/report/diag"
	"konzept/report/schema"
)

// TestHiddenRecordsChangeNoByte: with hidden records of every kind and without them, each public output is the same. Sums,
// counts, registers, numbers of pages, identities of files: nothing that could be computed from what is hidden differs.
func TestHiddenRecordsChangeNoByte(t *testing.T) {
	thorough(t)
	without, _ := leakProject(t, "office")
	without["data/x.yaml"].Data = fmt.Appendf(nil, "measures:\n  - {id: sichtbar, code: \"9.9\", title: Sichtbar, lead: fb-soziales, goals: [z-1], phase: in Planung, signal: im Plan}\n")
	plain := everywhere(t, without)
	for _, visibility := range []string{"council", "office"} {
		with, _ := leakProject(t, visibility)
		with["data/z.yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil, "measures:\n  - {id: geheim, code: \"9.8\", title: Geheim, lead: fb-soziales, goals: [z-1], phase: in Planung, signal: kritisch, "+
			"visibility: %s, description: {file: texte/geheim.md}, costs: [{year: 2024, planned: 7777777}]}\n", visibility)}
		with["data/texte/geheim.md"] = &fstest.MapFile{Data: []byte("Ein Text, den niemand liest.\n")}
		for edition, outputs := range everywhere(t, with) {
			if len(outputs) != len(plain[edition]) {
				t.Errorf("%s: %d outputs, %d without what is hidden from the public", edition, len(outputs), len(plain[edition]))
				continue
			}
			for i, o := range outputs {
				if w := plain[edition][i]; o.File != w.File || !bytes.Equal(o.Data, w.Data) {
					t.Errorf("%s of %s (%s): what only the %s may see changes it", edition, o.Target, o.File, visibility)
				}
			}
		}
	}
}

// hidingAll is one public record of each kind that hides every field it can; other makes all those values differ.
func hidingAll(level string, other bool) []byte {
	m, must := &marker{marks: map[string]string{}, other: other}, &marker{marks: map[string]string{}}
	for _, k := range schema.Kinds() {
		places := map[string]bool{}
		for _, f := range k.Fields {
			places[f.Via] = true
		}
		hideable := func(f schema.Field) bool {
			return !f.Required && f.Via == "" && !places[f.Key] && f.Key != "alt" && f.Key != "session" && f.Type != schema.Ref && f.Type != schema.Refs
		}
		if i := slices.IndexFunc(k.Fields, func(f schema.Field) bool { return f.Key == "hide" }); i < 0 || k.Single {
			continue
		}
		var hide []string
		for _, f := range k.Fields {
			if hideable(f) && !left[f.Key] {
				hide = append(hide, f.Key+": "+level)
			}
		}
		shown := must.fields(k.Key, k.Fields, func(f schema.Field) bool { return !hideable(f) })
		hidden := m.fields(k.Key, k.Fields, hideable)
		fmt.Fprintf(&m.yaml, "%s:\n  - {id: x-%s, hide: {%s}, %s, %s\n", k.Key, k.Key, strings.Join(hide, ", "), strings.Trim(shown, "{}"), strings.TrimPrefix(hidden, "{"))
	}
	return []byte(m.yaml.String())
}

// TestHiddenFieldsChangeNoByte: two projects that differ in hidden values alone give the public the same files, and the
// council too: documents in every edition, workbooks, posters, attached data, names of files.
func TestHiddenFieldsChangeNoByte(t *testing.T) {
	thorough(t)
	for _, c := range []struct{ audience, level string }{{"public", "council"}, {"council", "office"}} {
		var made [2][]report.Output
		for i := range made {
			files, _ := leakProject(t, "office")
			files["data/x.yaml"].Data = hidingAll(c.level, i == 1)
			project := files["data/konzept.yaml"]
			project.Data = bytes.ReplaceAll(project.Data, []byte("{target: "), []byte("{audience: "+c.audience+", target: "))
			o := options(files)
			r, err := report.Build(o)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range r.Findings.Findings {
				if diag.SeverityOf(f.Code) == diag.Error {
					t.Fatalf("%s %q in %s at %d", f.Code, f.Args, f.At.File, f.At.From)
				}
			}
			made[i] = r.Outputs
		}
		if len(made[0]) < 5 || len(made[0]) != len(made[1]) {
			t.Fatalf("%d outputs and %d", len(made[0]), len(made[1]))
		}
		for i, o := range made[0] {
			if w := made[1][i]; o.File != w.File || !bytes.Equal(o.Data, w.Data) {
				t.Errorf("%s (%s): values hidden from the %s change it", o.File, o.Edition, c.audience)
			}
		}
	}
}
