package report_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"konzept/report/schema"
)

// generic are the packages that know no word of what the documents are about: domain parts are templates.
var generic = []string{"template", "design", "poster", "proofread", "workbook", "colour", "font", "picture", "svg", "compose", "doc", "book", "galley", "introspection", "typeface", "typeset", "table", "barriers", "flow", "layout", "symbol", "wording", "canvas", "figure", "paint", "finish", "sheet", "pdf", "verify"}

// general are keys of the schema that are also words of typesetting and of the program.
var general = map[string]bool{"project": true, "field": true, "fields": true, "part": true, "parts": true, "series": true, "fact": true, "resolution": true,
	"term": true, "paper": true, "plain": true, "pictures": true, "picture": true, "figure": true, "figures": true, "terms": true, "quotation": true}

func TestComponentsKnowNoDomainWord(t *testing.T) {
	words := []string{"maßnahme", "massnahme", "handlungsfeld", "federführung", "ampel", "integration", "workshop", "frankenthal"}
	for _, k := range schema.Kinds() {
		for _, w := range []string{k.Key, k.One} {
			if !general[w] {
				words = append(words, strings.ToLower(w))
			}
		}
	}
	for i, w := range words {
		words[i] = regexp.QuoteMeta(w)
	}
	domain := regexp.MustCompile(`(?i)(^|[^a-z])(` + strings.Join(words, "|") + `)($|[^a-z])`)
	for _, dir := range generic {
		for path, found := range namesIn(t, dir) {
			for _, f := range found {
				if m := domain.FindString(split(f.text)); m != "" {
					t.Errorf("%s:%d: %q holds the domain word %q", path, f.line, f.text, strings.TrimSpace(m))
				}
			}
		}
	}
}

// humps are the places where a Go name starts a new word.
var humps = regexp.MustCompile(`([a-z])([A-Z])`)

func split(name string) string { return humps.ReplaceAllString(name, "$1 $2") }

type found struct {
	text string
	line int
}

// namesIn collects identifiers and strings, not comments, of a package's files that are no tests.
func namesIn(t *testing.T, dir string) map[string][]found {
	t.Helper()
	out := map[string][]found{}
	files := token.NewFileSet()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		imports := map[ast.Node]bool{}
		for _, i := range f.Imports {
			imports[i.Path] = true
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				out[path] = append(out[path], found{n.Name, files.Position(n.Pos()).Line})
			case *ast.BasicLit:
				if n.Kind == token.STRING && !imports[n] {
					out[path] = append(out[path], found{n.Value, files.Position(n.Pos()).Line})
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
