// Package golden compares what a test made with the file under testdata that says what it should be.
package golden

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the goldens under testdata")

// Updating tells whether goldens are rewritten, for tests that keep what they expect elsewhere.
func Updating() bool { return *update }

var (
	mu       sync.Mutex
	compared = map[string]bool{}
)

// Compare fails the test where got differs from testdata/name, at the first line that does. A golden that is missing fails too.
func Compare(tb testing.TB, name, got string) {
	tb.Helper()
	file := filepath.Join("testdata", filepath.FromSlash(name))
	mu.Lock()
	compared[file] = true
	mu.Unlock()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
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
	if at := difference(got, string(want)); at != "" {
		tb.Errorf("%s:%s (-update rewrites)", file, at)
	}
}

// difference is the first line in which two texts differ, empty if none does.
func difference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("%d: got %q, want %q", i+1, g[i], w[i])
		}
	}
	if len(g) != len(w) {
		return fmt.Sprintf(" got %d lines, want %d", len(g), len(w))
	}
	return ""
}

// Main runs a package's tests and returns its exit code. After a run of all tests it fails if a file under testdata that
// matches one of the patterns was compared by none of them.
func Main(m *testing.M, patterns ...string) int {
	code := m.Run()
	if code != 0 || !whole() {
		return code
	}
	for _, p := range patterns {
		files, err := filepath.Glob(filepath.Join("testdata", filepath.FromSlash(p)))
		if err != nil || len(files) == 0 {
			fmt.Printf("no golden matches %s: %v\n", p, err)
			return 1
		}
		for _, f := range files {
			if !compared[f] {
				fmt.Printf("%s: no test compares it\n", f)
				code = 1
			}
		}
	}
	return code
}

// whole tells whether all tests ran.
func whole() bool {
	for _, name := range []string{"test.run", "test.skip", "test.fuzz", "test.list"} {
		if f := flag.Lookup(name); f != nil && f.Value.String() != "" {
			return false
		}
	}
	return !testing.Short()
}
