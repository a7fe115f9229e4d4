package compose

import (
	"os"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/internal/golden"
	"konzept/report/internal/smalltown"
)

func TestMain(m *testing.M) { os.Exit(golden.Main(m, "*.txt")) }

func TestDocumentIsAsWritten(t *testing.T) {
	read := func(name string) string {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	var out diag.List
	s := loadSet(templates(read("document.md"), map[string]string{"parts/sheet.md": read("parts/sheet.md")}), nil, &out)
	d := s.Document(testJob(smalltown.Report(t, smalltown.Data)), &out)
	var b strings.Builder
	if err := doc.Dump(&b, d); err != nil {
		t.Fatal(err)
	}
	got := b.String() + places(s.templates, &out)
	golden.Compare(t, "document.txt", got)
}
