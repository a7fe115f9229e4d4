package report_test

import (
	"io/fs"
	"strings"
	"testing"

	"konzept/report/symbol"
	"konzept/templates"
)

func TestTheManualNamesEverySign(t *testing.T) {
	manual, err := fs.ReadFile(templates.FS, "README.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(manual)
	for _, name := range symbol.Names() {
		if kind, _, ok := strings.Cut(name, "-"); ok && (kind == "phase" || kind == "signal") {
			continue // named as ranges
		}
		if !strings.Contains(text, "`"+name+"`") {
			t.Errorf("templates/README.md does not name the sign %s", name)
		}
	}
}
