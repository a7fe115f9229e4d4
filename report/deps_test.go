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
	"diag":     {},
	"geom":     {},
	"work":     {},
	"source":   {"diag", "work", "gopkg.in/yaml.v3"},
	"calendar": {},
	"number":   {"github.com/cockroachdb/apd/v3"}, // exact decimals; the only user of the library
	"model":    {"calendar", "diag", "source", "number", "prose", "schema"},
	"grammar":  {"diag", "github.com/expr-lang/expr"},
	"format":   {"calendar", "model", "number", "golang.org/x/text"},
	"eval":     {"calendar", "diag", "format", "grammar", "model", "schema", "number", "github.com/expr-lang/expr"},
	"colour":   {}, // samples alone, no files
	"svg":      {"diag", "geom", "golang.org/x/image"},
	"picture":  {"colour", "diag", "geom", "svg", "golang.org/x/image"},
	"font":     {"github.com/go-text/typesetting"}, // the files of typefaces alone
	"hyphen":   {},                                 // words alone
	"text":     {"font", "geom", "hyphen", "github.com/go-text/typesetting"},
	"doc":      {"diag", "geom", "number", "picture"},
	"book":     {"diag", "number"},
	"markup":   {}, // strings alone: the model asks it what a text prints raw, compose what it prints
	"page":     {"colour", "geom", "text", "picture"},
	"symbol":   {"geom", "page", "github.com/boombuler/barcode"},
	"wording":  {"number"},
	"canvas":   {"geom", "page", "symbol", "text", "wording"},
	"figure":   {"canvas", "diag", "doc", "geom", "number", "page", "symbol", "text", "wording"},
	"galley":   {"diag", "doc", "geom", "page", "picture"},
	"paint":    {"colour", "geom", "text", "picture", "page", "svg", "github.com/go-pdf/fpdf"},
	"pdf":      {"github.com/klauspost/compress", "work"}, // the syntax of files alone
	"verify":   {"diag", "font", "pdf"},
	"finish":   {"diag", "font", "page", "pdf", "verify"},
	"sheet":    {"diag", "book", "number", "github.com/xuri/excelize/v2"},
	"press":    {"colour", "diag", "geom", "page", "source", "svg", "text"},
	"export":   {"model", "schema", "number"},
	"":         {"diag", "font", "hyphen", "source", "model", "schema", "text", "doc", "page", "template", "design", "compose", "poster", "proofread", "workbook", "lint", "layout", "barriers", "typeface", "paint", "finish", "press", "sheet", "export", "work"},

	"introspection": {"diag", "doc"}, // from the paragraph to the page
	"typeface":      {"diag", "text"},
	"typeset":       {"diag", "doc", "galley", "geom", "hyphen", "introspection", "page", "symbol", "text", "typeface"},
	"table":         {"diag", "doc", "galley", "geom", "introspection", "page", "typeset"},
	"barriers":      {"diag", "doc", "galley", "geom", "page", "typeface", "typeset"},
	"flow":          {"canvas", "diag", "doc", "figure", "galley", "geom", "introspection", "page", "table", "text", "typeset"},
	"layout":        {"barriers", "diag", "doc", "flow", "galley", "geom", "hyphen", "introspection", "page", "text", "typeface", "typeset", "work"},

	"template":  {"diag", "geom", "number", "source", "model", "schema", "eval", "doc", "markup", "github.com/yuin/goldmark"}, // the only user of goldmark
	"design":    {"diag", "format", "geom", "number", "source", "model", "schema", "eval", "doc", "template"},
	"workbook":  {"calendar", "diag", "format", "number", "source", "model", "eval", "book", "markup", "design", "template"},
	"compose":   {"calendar", "diag", "geom", "number", "source", "model", "eval", "picture", "doc", "markup", "design", "format", "proofread", "richtext", "template"},
	"richtext":  {"diag", "doc", "geom", "markup"},
	"poster":    {"diag", "geom", "number", "source", "eval", "doc", "compose", "design", "format", "template"},
	"prose":     {"diag", "markup"},
	"lint":      {"diag", "format", "model", "schema", "number"},
	"proofread": {"diag", "doc", "design", "format", "microtype", "model"},
	"microtype": {}, // strings alone
	"schema":    {"diag"},
}

// closed are standard packages that reach the outside: only cmd may.
var closed = []string{"os", "os/exec", "net", "net/http", "time", "math/rand", "math/rand/v2", "unsafe", "plugin", "log", "io/ioutil"}

// clockless packages may name instants and durations, which are arguments, but never ask for the present.
var clockless = map[string]bool{"calendar": true, "finish": true, "verify": true, "": true, "paint": true, "model": true, "sheet": true}

// programs are the packages beside report.
var programs = map[string][]string{
	"cmd/konzept": {"", "diag", "hyphen", "verify", "model", "schema", "source", "text", "work", "konzept/fonts", "konzept/templates", "github.com/urfave/cli/v2", "github.com/schollz/progressbar/v3", "golang.org/x/term"},
	"fonts":       {},
	"templates":   {},
}

func TestPackagesImportOnlyWhatTheHouseAllows(t *testing.T) {
	for name, allowed := range imports {
		checkImports(t, filepath.FromSlash(strings.TrimSuffix("./"+name, "/")), name, allowed)
	}
	for name, allowed := range programs {
		checkImports(t, filepath.FromSlash("../"+name), name, allowed)
	}
}

func TestTheHouseKnowsItsPackages(t *testing.T) {
	forEachSource(t, func(file, _ string) {
		if name := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(file)), "."); imports[name] == nil {
			t.Errorf("report/%s has no line in the house's policy", name)
		}
	})
}

// checkImports holds a package's imports against what is allowed; what is allowed and not used is a door that stands open.
func checkImports(t *testing.T, dir, name string, allowed []string) {
	t.Helper()
	pkg, err := build.ImportDir(dir, 0)
	if err != nil {
		t.Errorf("%s: %v", dir, err)
		return
	}
	used := map[string]bool{}
	for _, path := range pkg.Imports {
		permission, ok := permitted(name, path, allowed)
		if used[permission] = true; !ok {
			t.Errorf("%s imports %q, which the house forbids", name, path)
		}
	}
	for _, a := range allowed {
		if !used[a] {
			t.Errorf("%s may import %q and does not", name, a)
		}
	}
}

// permitted tells whether a package may import a path, and by which permission.
func permitted(pkg, path string, allowed []string) (permission string, ok bool) {
	_, program := programs[pkg]
	ours, isOurs := strings.CutPrefix(path, "konzept/report")
	if isOurs {
		ours = strings.TrimPrefix(ours, "/")
	}
	switch {
	case isOurs:
		return ours, slices.Contains(allowed, ours)
	case strings.Contains(path, ".") || strings.HasPrefix(path, "konzept/"):
		i := slices.IndexFunc(allowed, func(a string) bool { return a != "" && (path == a || strings.HasPrefix(path, a+"/")) })
		if i < 0 {
			return "", false
		}
		return allowed[i], true
	case program:
		return "", true
	case path == "time":
		return "", clockless[pkg]
	}
	return "", !slices.Contains(closed, path)
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
