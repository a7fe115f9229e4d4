package compose

import (
	"flag"
	"os"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/doc"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func TestDocumentIsAsWritten(t *testing.T) {
	read := func(name string) string {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil && !*update {
			t.Fatal(err)
		}
		return string(data)
	}
	var out diag.List
	s := Load(templates(read("document.md"), map[string]string{"parts/sheet.md": read("parts/sheet.md")}), nil, &out)
	d := s.Document(testJob(townReport(t, town)), &out)
	var b strings.Builder
	if err := doc.Dump(&b, d); err != nil {
		t.Fatal(err)
	}
	got := b.String() + places(s, &out)
	if *update {
		if err := os.WriteFile("testdata/document.txt", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want := read("document.txt"); got != want {
		t.Errorf("expected:\n%s\nfound:\n%s", want, got)
	}
}
