package report_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"konzept/report/verify"
)

// TestOneLineSwitchesTheDesign makes every document of the sample in both complete designs: no finding, the same text,
// other typefaces.
func TestOneLineSwitchesTheDesign(t *testing.T) {
	thorough(t)
	file, err := os.ReadFile("../data/konzept.yaml")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	for _, c := range []struct{ design, face string }{{"sober", "SourceSerif4"}, {"lively", "Nunito"}} {
		own := bytes.Replace(file, []byte("design: frankenthal"), []byte("design: "+c.design), 1)
		r := made(t, options(overlay(t, "..", map[string][]byte{"data/konzept.yaml": own})))
		for _, f := range r.Findings.Findings {
			t.Errorf("%s: %v", c.design, f)
		}
		for _, o := range r.Outputs {
			if !strings.HasSuffix(o.File, ".pdf") || o.Edition != "screen" || o.Target == "posters" {
				continue
			}
			tree := inspect(t, o)
			said := text(tree)
			if before, ok := words[o.File]; ok && letters(before) != letters(said) {
				t.Errorf("%s says something else in %s", o.File, c.design)
			}
			words[o.File] = said
			if o.Target == "concept" && !usesFace(tree, c.face) {
				t.Errorf("%s: %s is not set in %s", c.design, o.File, c.face)
			}
		}
	}
}

// TestEveryDesignFitsANewProject: without pictures, claim and colours of fields there is nothing to find either.
func TestEveryDesignFitsANewProject(t *testing.T) {
	const folder = "../cmd/konzept/scaffold"
	file, err := os.ReadFile(folder + "/data/konzept.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, design := range []string{"base", "frankenthal", "sober", "lively"} {
		own := bytes.Replace(file, []byte("  title:"), []byte("  design: "+design+"\n  title:"), 1)
		r := made(t, options(overlay(t, folder, map[string][]byte{"data/konzept.yaml": own})))
		for _, f := range r.Findings.Findings {
			t.Errorf("%s: %v", design, f)
		}
	}
}

// letters drops what the number of pages changes: figures.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == ' ' || r == '\u2013' || r == ',' || r == '|' || r == 'i' || r == 'v' {
			return -1
		}
		return r
	}, s)
}

func usesFace(r *verify.Report, face string) bool {
	for _, f := range r.Fonts {
		if strings.Contains(f.Name, face) {
			return true
		}
	}
	return false
}
