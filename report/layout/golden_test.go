package layout

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"konzept/report/page"
)

var update = flag.Bool("update", false, "rewrite goldens")

// golden compares got with testdata/name; a missing golden fails.
func golden(tb testing.TB, name, got string) {
	tb.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			tb.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			tb.Fatalf("%s:%d: got %q, want %q (-update rewrites)", file, i+1, g[i], w[i])
		}
	}
	if len(g) != len(w) {
		tb.Fatalf("%s: got %d lines, want %d", file, len(g), len(w))
	}
}

func TestPagesOfEveryConstructAreTheGolden(t_ *testing.T) {
	r := lay(t_, everything())
	golden(t_, "everything.pages.txt", dump(t_, r))
	var s strings.Builder
	if err := page.DumpTree(&s, r); err != nil {
		t_.Fatal(err)
	}
	golden(t_, "everything.tree.txt", s.String())
}

func TestNoGoldenIsUnused(t_ *testing.T) {
	list, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(list) != 2 {
		t_.Errorf("goldens %v, want 2: %v", list, err)
	}
}
