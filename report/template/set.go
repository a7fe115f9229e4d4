// Package template reads templates: Markdown with directives, expressions and front matter, and YAML that goes over other YAML.
//
// Each is parsed once into a tree whose expressions are compiled and whose attributes are checked, with the place of every byte.
// It never runs an expression and never generates text to parse it again; whoever expands a tree walks it.
package template

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"konzept/report/diag"
	"konzept/report/eval"
	"konzept/report/schema"
)

// maxTemplate is how many bytes one template may have.
const maxTemplate = 1 << 20

// Set is the built-in templates with a project's own over them. It reads files when they are first needed and may be used
// by several goroutines.
type Set struct {
	builtin, project fs.FS
	Schema           *eval.Schema
	directives       []Component

	mu    sync.Mutex
	files map[string]*File
	trees map[string]*Template // by path and types of arguments
}

// New prepares the templates, in which the directives may stand. project may be nil. What is wrong with the project's own
// files is found when they are read.
func New(builtin, project fs.FS, directives []Component, out *diag.List) *Set {
	s := &Set{builtin: builtin, project: project, Schema: eval.NewSchema(schema.Kinds()), directives: slices.Clone(directives),
		files: map[string]*File{}, trees: map[string]*Template{}}
	for i := range s.directives {
		s.directives[i].declare()
	}
	s.strangers(out)
	return s
}

// Follow makes templates know what a project declares. It comes before any template is read.
func (s *Set) Follow(t *schema.Table) { s.Schema = eval.NewSchema(t.Kinds) }

// Directives are those that templates may hold with their attributes.
func (s *Set) Directives() []Component { return s.directives }

// folders are the places of a project's own templates.
var folders = []string{"documents", "parts", "posters", "tables", "design", "labels", "shops"}

// strangers warns of a project's files that nothing reads.
func (s *Set) strangers(out *diag.List) {
	if s.project == nil {
		return
	}
	entries, err := fs.ReadDir(s.project, ".")
	if err != nil {
		return
	}
	for _, e := range entries {
		if name := e.Name(); !strings.HasPrefix(name, ".") && !strings.EqualFold(name, "README.md") && !strings.HasSuffix(name, ".go") && !slices.Contains(folders, name) {
			out.Add("unread-template", diag.Span{File: "templates/" + name}, name, diag.Suggest(name, folders))
		}
	}
	for _, folder := range folders {
		s.misnamed(folder, out)
	}
}

// misnamed warns of files that were meant as templates of a folder: sheet.md.txt, progress.yml, and Sheet.md beside a built-in
// sheet.md, which only some computers take for the same.
func (s *Set) misnamed(folder string, out *diag.List) {
	ext := ".yaml"
	if folder == "documents" || folder == "parts" {
		ext = ".md"
	}
	own, _ := fs.ReadDir(s.project, folder)
	built, _ := fs.Glob(s.builtin, folder+"/*"+ext)
	for _, e := range own {
		name := folder + "/" + e.Name()
		low := strings.ToLower(e.Name())
		meant := strings.Contains(low, ".md") || strings.Contains(low, ".yaml") || strings.Contains(low, ".yml")
		same := func(b string) bool { return strings.EqualFold(b, name) && b != name }
		if _, err := fs.Stat(s.builtin, name); err == nil || strings.HasPrefix(low, ".") || strings.HasSuffix(low, "~") || low == "readme.md" || e.IsDir() {
			continue
		}
		if meant && path.Ext(name) != ext || slices.ContainsFunc(built, same) {
			out.Add("unread-template", diag.Span{File: "templates/" + name}, name, diag.Suggest(name, built))
		}
	}
}

// Source returns a template's bytes, for excerpts of findings.
func (s *Set) Source(name string) []byte {
	name = strings.TrimPrefix(name, "templates/")
	if data, ok := read(s.project, name); ok {
		return data
	}
	data, _ := read(s.builtin, name)
	return data
}

func read(f fs.FS, name string) ([]byte, bool) {
	if f == nil || !fs.ValidPath(name) {
		return nil, false
	}
	data, err := fs.ReadFile(f, name)
	return data, err == nil
}

// Named lists the YAML templates of a folder by their names alone, without folder and ending.
func (s *Set) Named(folder string) []string {
	names := s.Names(folder + "/*.yaml")
	for i, n := range names {
		names[i] = n[len(folder)+1 : len(n)-len(".yaml")]
	}
	return names
}

// Names lists the templates that a pattern fits, built in and the project's, each once.
func (s *Set) Names(pattern string) []string {
	var all []string
	for _, f := range []fs.FS{s.builtin, s.project} {
		if f != nil {
			found, _ := fs.Glob(f, pattern)
			all = append(all, found...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// File returns a template as read; nil if there is none.
func (s *Set) File(name string) *File {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.open(name)
}

// open reads a template once; nil if there is none. The caller holds the lock.
func (s *Set) open(name string) *File {
	if f, ok := s.files[name]; ok {
		return f
	}
	data, ok := read(s.project, name)
	if !ok {
		data, ok = read(s.builtin, name)
	}
	var f *File
	if ok {
		f = parseFile("templates/"+name, data)
	}
	s.files[name] = f
	return f
}
