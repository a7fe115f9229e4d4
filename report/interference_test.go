package report_test

import (
	"bytes"
	"fmt"
	"testing"
	"testing/fstest"
)

// TestHiddenRecordsChangeNoByte: with hidden records of every kind and without them, each public output is the same. Sums,
// counts, registers, numbers of pages, identities of files: nothing that could be computed from what is hidden differs.
func TestHiddenRecordsChangeNoByte(t *testing.T) {
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
