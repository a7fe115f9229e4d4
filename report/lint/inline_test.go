package lint

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/internal/golden"
	"konzept/report/internal/tinydata"
	"konzept/report/model"
	"konzept/report/source"
)

var annotation = regexp.MustCompile(`^# (error|warning|hint) \d`)

// strip removes the annotation lines.
func strip(text []byte) []byte {
	var out [][]byte
	for _, line := range bytes.SplitAfter(text, []byte("\n")) {
		if !annotation.Match(line) {
			out = append(out, line)
		}
	}
	return bytes.Join(out, nil)
}

// annotate writes each finding above the line that it is about.
func annotate(text []byte, l *diag.List) []byte {
	above := map[int]string{}
	for _, j := range diag.JSON(l, "de", func(string) []byte { return text }) {
		hint := ""
		if j.Hint != "" {
			hint = " – " + j.Hint
		}
		if j.Count > 1 {
			hint += fmt.Sprintf(" (%d)", j.Count)
		}
		above[max(j.Line, 1)] += fmt.Sprintf("# %s %d-%d %s: %s%s\n", j.Severity, j.Column, j.EndColumn, j.Code, j.Message, hint)
	}
	var out strings.Builder
	for i, line := range bytes.SplitAfter(text, []byte("\n")) {
		out.WriteString(above[i+1])
		out.Write(line)
	}
	return []byte(out.String())
}

func TestExpectedErrorsStandInTheInput(t *testing.T) {
	names, _ := filepath.Glob("testdata/*.yaml")
	if len(names) == 0 {
		t.Fatal("no testdata")
	}
	for _, name := range names {
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text := strip(want)
		var l diag.List
		r := model.Check(source.Merge([]*source.Node{source.Parse("data/a.yaml", text, &l)}, &l), tinydata.Files(), model.CheckOptions{}, &l)
		Check(r, "", &l)
		got := annotate(text, &l)
		if golden.Updating() {
			if err := os.WriteFile(name, got, 0o644); err != nil {
				t.Fatal(err)
			}
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s differs; run with -update and look at the difference\n%s", name, got)
		}
	}
}
