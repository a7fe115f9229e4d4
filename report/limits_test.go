package report_test

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The house's limits: what is larger has more than one job.
const (
	maxPackageLines = 3000
	maxFileLines    = 500
	maxMethods      = 40 // of one type
	maxParameters   = 6  // a cubic curve has six numbers
	maxCyclomatic   = 20
)

// TestTheHouseKeepsItsLimits measures every package without its tests; -v shows the table.
func TestTheHouseKeepsItsLimits(t *testing.T) {
	lines, methods := map[string]int{}, map[string]int{}
	set := token.NewFileSet()
	err := filepath.WalkDir("..", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() && (d.Name() == "internal" || d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && len(d.Name()) > 2) {
			return cmp.Or(err, filepath.SkipDir)
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(set, path, data, 0)
		if err != nil {
			return err
		}
		n := strings.Count(string(data), "\n")
		if lines[filepath.Dir(path)] += n; n > maxFileLines {
			t.Errorf("%s: %d lines", path, n)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok {
				measure(t, path, f, methods)
			}
		}
		return nil
	})
	if err != nil || len(lines) < 40 {
		t.Fatalf("%d packages: %v", len(lines), err)
	}
	for _, dir := range slices.Sorted(maps.Keys(lines)) {
		if t.Logf("%5d %s", lines[dir], dir); lines[dir] > maxPackageLines {
			t.Errorf("%s: %d lines", dir, lines[dir])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(methods)) {
		if methods[name] > maxMethods {
			t.Errorf("%s: %d methods", name, methods[name])
		}
	}
}

// measure counts a function's parameters and branches, and a method for its type.
func measure(t *testing.T, path string, f *ast.FuncDecl, methods map[string]int) {
	t.Helper()
	params := 0
	for _, p := range f.Type.Params.List {
		params += max(len(p.Names), 1)
	}
	branches := 1
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt:
			branches++
		case *ast.CaseClause:
			if n.List != nil {
				branches++
			}
		case *ast.CommClause:
			branches++
		case *ast.BinaryExpr:
			if n.Op == token.LAND || n.Op == token.LOR {
				branches++
			}
		}
		return true
	})
	if params > maxParameters || branches > maxCyclomatic {
		t.Errorf("%s: %s has %d parameters and %d branches", path, f.Name.Name, params, branches)
	}
	if f.Recv != nil {
		typ := f.Recv.List[0].Type
		if star, ok := typ.(*ast.StarExpr); ok {
			typ = star.X
		}
		if index, ok := typ.(*ast.IndexExpr); ok {
			typ = index.X
		}
		if id, ok := typ.(*ast.Ident); ok {
			methods[filepath.Dir(path)+"."+id.Name]++
		}
	}
}
