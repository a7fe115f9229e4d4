package report_test

import (
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"konzept/report/diag"
)

// testNames are the functions of all test files of the program.
func testNames(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	function := regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	root := os.DirFS("..")
	for _, dir := range []string{"report", "cmd"} {
		err := fs.WalkDir(root, dir, func(p string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(p, "_test.go") {
				return err
			}
			data, err := fs.ReadFile(root, p)
			for _, m := range function.FindAllSubmatch(data, -1) {
				names[string(m[1])] = true
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return names
}

// TestChecklistNamesWhatExists: the print officer's thirty checks (DOMAIN.md 7.1) are each covered by findings or tests
// that exist, or left to a person in so many words.
func TestChecklistNamesWhatExists(t *testing.T) {
	data, err := os.ReadFile("../data/PRUEFLISTE.md")
	if err != nil {
		t.Fatal(err)
	}
	tests, number := testNames(t), 0
	named := regexp.MustCompile("`([^`]+)`")
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if n, err := strconv.Atoi(strings.TrimSpace(cells[0])); err != nil || n != number+1 {
			continue
		}
		number++
		if len(cells) != 4 || strings.TrimSpace(cells[1]) == "" || strings.TrimSpace(cells[3]) == "" {
			t.Errorf("check %d: a cell is missing: %q", number, line)
			continue
		}
		found := named.FindAllStringSubmatch(cells[2], -1)
		if len(found) == 0 && strings.TrimSpace(cells[3]) == "–" {
			t.Errorf("check %d is nobody's", number)
		}
		for _, m := range found {
			if _, code := diag.Lookup(diag.Code(m[1])); !code && !tests[m[1]] {
				t.Errorf("check %d: there is neither a finding nor a test %q", number, m[1])
			}
		}
	}
	if number != 30 {
		t.Errorf("%d checks, want 30", number)
	}
}
