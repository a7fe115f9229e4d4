package figure

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// calm are drawings that the tests with any number of labels leave out: lines thin their labels out, the others have none.
var calm = []string{"Lines", "Meter", "QR", "Sign"}

// TestEveryKindIsInTheGoldens: what doc can ask for is drawn in a golden with its words, and holds any number of labels.
func TestEveryKindIsInTheGoldens(t *testing.T) {
	golden, many := map[string]bool{}, map[string]bool{}
	for _, d := range drawings {
		golden[kindOf(d.d)] = true
		if r := Draw(d.d, d.w, d.h, setting(t, d.lang)); r.Alt == "" && kindOf(d.d) != "Sign" {
			t.Errorf("%s says nothing", d.name)
		}
	}
	for _, make := range made {
		many[kindOf(make(nil, nil))] = true
	}
	files, err := filepath.Glob("../doc/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	n := 0
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Name.Name != "kind" || f.Recv == nil {
				continue
			}
			n++
			kind := f.Recv.List[0].Type.(*ast.StarExpr).X.(*ast.Ident).Name
			if !golden[kind] || !many[kind] && !slices.Contains(calm, kind) {
				t.Errorf("%s: in a golden %v, with any number of labels %v", kind, golden[kind], many[kind])
			}
		}
	}
	if n < 11 {
		t.Errorf("only %d kinds found", n)
	}
}

func kindOf(d any) string { return strings.TrimPrefix(fmt.Sprintf("%T", d), "*doc.") }
