package compose

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/internal/kinds"
	"konzept/report/internal/smalltown"
)

// TestEveryDeclaredComponentIsListed: one that is not would exist and no template could use it.
func TestEveryDeclaredComponentIsListed(t *testing.T) {
	listed := map[string]bool{}
	for _, c := range components() {
		listed[c.Name] = true
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(node ast.Node) bool {
			lit, ok := node.(*ast.CompositeLit)
			if !ok || len(lit.Elts) == 0 {
				return true
			}
			if sel, ok := lit.Type.(*ast.SelectorExpr); !ok || sel.Sel.Name != "Component" || strings.HasSuffix(name, "_test.go") {
				return true
			}
			for _, e := range lit.Elts {
				if kv, ok := e.(*ast.KeyValueExpr); ok && fmt.Sprint(kv.Key) == "Name" {
					n++
					if s := strings.Trim(kv.Value.(*ast.BasicLit).Value, `"`); !listed[s] {
						t.Errorf("%s: %s is declared and not listed in components", name, s)
					}
				}
			}
			return true
		})
	}
	if n != len(components()) {
		t.Errorf("%d declared, %d listed", n, len(components()))
	}
}

// TestEveryKindIsMadeByADirective: what doc knows and no template can ask for is of no use.
func TestEveryKindIsMadeByADirective(t *testing.T) {
	made := map[string]bool{"Paragraph": true, "Heading": true} // running text
	for name, instance := range instances {
		var out diag.List
		s := loadSet(templates(strings.ReplaceAll(instance, "@", ""), nil), nil, &out)
		d := s.Document(testJob(smalltown.Report(t, smalltown.Data)), &out)
		if d == nil {
			t.Errorf("%s makes no document", name)
			continue
		}
		d.Walk(doc.Visitor{Enter: func(b doc.Block) {
			made[kinds.Of(b)] = true
			if f, ok := b.(*doc.Figure); ok {
				made[kinds.Of(f.Drawing)] = true
			}
		}})
	}
	for _, kind := range kinds.All(t) {
		if !made[kind] {
			t.Errorf("no directive makes a %s", kind)
		}
	}
}
