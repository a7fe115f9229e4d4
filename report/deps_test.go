package report_test

import (
	"go/build"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// imports is the house's policy: what a package may import, ours and outside. It is not loosened to fix a build.
var imports = map[string][]string{
	"diag":    {},
	"geom":    {},
	"work":    {},
	"source":  {"diag", "work", "gopkg.in/yaml.v3"},
	"number":  {"github.com/cockroachdb/apd/v3"}, // exact decimals; the only user of the library
	"model":   {"diag", "source", "typo", "number", "markup"},
	"format":  {"model", "number"},
	"eval":    {"diag", "format", "model", "number", "github.com/expr-lang/expr", "golang.org/x/text"},
	"colour":  {}, // samples alone, no files
	"picture": {"colour", "diag", "geom", "golang.org/x/image"},
	"text":    {"geom", "github.com/go-text/typesetting"},
	"doc":     {"diag", "geom", "number", "picture"},
	"book":    {"diag", "number"},
	"markup":  {}, // strings alone: the model asks it what a text prints raw, compose what it prints
	"typo":    {}, // strings alone: compose sets finished documents by it, model reads styles by it
	"page":    {"colour", "geom", "text", "picture"},
	"compose": {"diag", "format", "geom", "number", "source", "model", "eval", "picture", "doc", "book", "typo", "markup", "github.com/yuin/goldmark"},
	"figure":  {"diag", "geom", "number", "text", "doc", "page", "rsc.io/qr", "github.com/boombuler/barcode"},
	"layout":  {"diag", "geom", "text", "picture", "doc", "page", "figure", "work"},
	"paint":   {"colour", "geom", "text", "picture", "page", "github.com/go-pdf/fpdf"},
	"finish":  {"diag", "page", "work"},
	"sheet":   {"diag", "book", "number", "github.com/xuri/excelize/v2"},
	"press":   {"colour", "diag", "geom", "page", "picture", "source", "text"},
	"export":  {"model", "number"},
	"":        {"diag", "geom", "source", "model", "eval", "picture", "text", "doc", "book", "page", "compose", "figure", "layout", "paint", "finish", "press", "sheet", "export", "work"},
}

// closed are standard packages that reach the outside: only cmd may.
var closed = []string{"os", "os/exec", "net", "net/http", "time", "math/rand", "math/rand/v2", "unsafe", "plugin", "log", "io/ioutil"}

// clockless packages may name instants and durations, which are arguments, but never ask for the present.
var clockless = map[string]bool{"finish": true, "": true, "paint": true, "model": true, "sheet": true}

func TestPackagesImportOnlyWhatTheHouseAllows(t *testing.T) {
	for name, allowed := range imports {
		dir := filepath.FromSlash(strings.TrimSuffix("./"+name, "/"))
		pkg, err := build.ImportDir(dir, 0)
		if err != nil {
			t.Errorf("report/%s: %v", name, err)
			continue
		}
		for _, path := range pkg.Imports {
			if !permitted(name, path, allowed) {
				t.Errorf("report/%s imports %q, which the house forbids", name, path)
			}
		}
	}
}

func permitted(pkg, path string, allowed []string) bool {
	ours, isOurs := strings.CutPrefix(path, "konzept/report/")
	switch {
	case isOurs:
		return slices.Contains(allowed, ours) || strings.HasPrefix(ours, pkg+"/")
	case strings.Contains(path, "."):
		return slices.ContainsFunc(allowed, func(a string) bool { return path == a || strings.HasPrefix(path, a+"/") })
	case path == "time":
		return clockless[pkg]
	}
	return !slices.Contains(closed, path)
}

func TestNobodyBelowCmdReadsTheClock(t *testing.T) {
	forEachSource(t, func(path string, src string) {
		for _, call := range []string{"time.Now(", "time.Since(", "os.Getenv("} {
			if strings.Contains(src, call) {
				t.Errorf("%s calls %s…)", path, call)
			}
		}
	})
}

func TestNobodyUsesInit(t *testing.T) {
	forEachSource(t, func(path string, src string) {
		if strings.Contains(src, "\nfunc init()") {
			t.Errorf("%s has an init function", path)
		}
	})
}

// forEachSource visits every Go file below report that is no test and no tool.
func forEachSource(t *testing.T, visit func(path, src string)) {
	t.Helper()
	n := 0
	err := filepath.WalkDir(".", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() && d.Name() == "internal" {
			return filepath.SkipDir
		}
		if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			n++
			visit(path, string(b))
		}
		return nil
	})
	if err != nil || n == 0 {
		t.Fatalf("visited %d files: %v", n, err)
	}
}
