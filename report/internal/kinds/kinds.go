// Package kinds tells tests which blocks and drawings doc declares, so that none can be forgotten.
package kinds

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

// All are the types that doc seals: those with a method walk. For tests of packages beside doc.
func All(tb testing.TB) []string { return with(tb, "walk", 28) }

// Blocks are those of them that stand on pages by themselves: those with a method scaled.
func Blocks(tb testing.TB) []string { return with(tb, "scaled", 18) }

// Drawings are those of them that figures draw: those with a method kind.
func Drawings(tb testing.TB) []string { return with(tb, "kind", 11) }

// Of is the name of a block's or a drawing's type.
func Of(v any) string { return strings.TrimPrefix(fmt.Sprintf("%T", v), "*doc.") }

// with lists doc's types that have a method; fewer than so many mean that they are declared in another way now.
func with(tb testing.TB, method string, least int) (kinds []string) {
	tb.Helper()
	files, err := filepath.Glob("../doc/*.go")
	if err != nil {
		tb.Fatal(err)
	}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			tb.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == method && f.Recv != nil {
				kinds = append(kinds, f.Recv.List[0].Type.(*ast.StarExpr).X.(*ast.Ident).Name)
			}
		}
	}
	if len(kinds) < least {
		tb.Fatalf("found only %v", kinds)
	}
	slices.Sort(kinds)
	return kinds
}
