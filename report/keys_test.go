package report_test

import (
	"os"
	"strings"
	"testing"

	"konzept/report/internal/golden"
	"konzept/report/schema"
)

const (
	dataManual = "../data/README.md"
	keysFrom   = "<!-- alle Schlüssel: aus dem Schema, go test ./report -run TestTheManualListsEveryKey -update -->\n```text\n"
	keysTo     = "```\n<!-- Ende -->\n"
)

// TestTheManualListsEveryKey holds the manual's list of keys against the schema.
func TestTheManualListsEveryKey(t *testing.T) {
	data, err := os.ReadFile(dataManual)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(data), keysFrom)
	list, tail, ok2 := strings.Cut(rest, keysTo)
	if !ok || !ok2 {
		t.Fatalf("%s has no list of keys", dataManual)
	}
	want := schema.Outline()
	if golden.Updating() {
		if err := os.WriteFile(dataManual, []byte(head+keysFrom+want+keysTo+tail), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if list != want {
		t.Error("the manual's list of keys is not that of the schema (-update rewrites)")
	}
	for _, k := range schema.Kinds() {
		for _, f := range k.Fields {
			if !strings.Contains(list, f.Key) {
				t.Errorf("%s.%s is not in the manual", k.Key, f.Key)
			}
		}
	}
}
