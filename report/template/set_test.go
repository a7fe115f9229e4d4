package template

import (
	"strings"
	"testing"
	"testing/fstest"

	"konzept/report/diag"
)

func TestMisnamedTemplatesAreNamed(t *testing.T) {
	var out diag.List
	empty := &fstest.MapFile{}
	New(fstest.MapFS{"parts/sheet.md": empty, "tables/progress.yaml": empty}, fstest.MapFS{"parts/sheet.md": empty, "parts/own.md": empty, "parts/Sheet.md": empty,
		"parts/README.md": empty, "parts/sheet.md.txt": empty, "parts/sheet.md~": empty, "tables/progress.yml": empty, "tables/notes.txt": empty}, nil, &out)
	var got []string
	for _, f := range out.Findings {
		got = append(got, string(f.Code)+" "+f.At.File)
	}
	want := "unread-template templates/parts/Sheet.md, unread-template templates/parts/sheet.md.txt, unread-template templates/tables/progress.yml"
	if strings.Join(got, ", ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

// A project's file goes over the built-in one key by key, and both over what they extend.
func TestYAMLGoesOverWhatItExtends(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	built := fstest.MapFS{"shops/a.yaml": file("extends: b\nx: 1\nlist: [{name: p, v: 1}, {name: q, v: 1}]\n"), "shops/b.yaml": file("y: 2\nx: 2\n"),
		"shops/ring.yaml": file("extends: ring\n"), "shops/lost.yaml": file("extends: nowhere\n")}
	own := fstest.MapFS{"shops/a.yaml": file("x: 3\nlist: [{name: q, v: 3}, {name: r, v: 3}]\n")}
	var out diag.List
	s := New(built, own, nil, &out)
	n := s.Overlaid("shops", "a", &out)
	var items []string
	for _, i := range n.Get("list").Items {
		items = append(items, i.Get("name").Value+i.Get("v").Value)
	}
	if got := n.Get("x").Value + n.Get("y").Value + " " + strings.Join(items, " "); got != "32 p1 q3 r3" || len(out.Findings) > 0 {
		t.Errorf("found %s, %v", got, out.Findings)
	}
	if own := s.Own("shops", "a"); own.Get("y") != nil || own.Get("x").Value != "3" {
		t.Errorf("the project's own says y: %v", own.Get("y"))
	}
	for name, code := range map[string]diag.Code{"ring": "extends-cycle", "lost": "unknown-design"} {
		var out diag.List
		if s.Overlaid("shops", name, &out); len(out.Findings) != 1 || out.Findings[0].Code != code {
			t.Errorf("%s: %v", name, out.Findings)
		}
	}
	if s.Overlaid("shops", "none", &out) != nil || strings.Join(s.Named("shops"), " ") != "a b lost ring" {
		t.Errorf("shops %v", s.Named("shops"))
	}
}
