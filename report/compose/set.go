// Package compose merges a report with templates: report + template -> doc.Document or book.Book.
//
// It never measures, breaks or places anything, and it never generates text to parse it again: templates are parsed once
// into trees, and expansion walks the tree.
package compose

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"

	"konzept/report/diag"
	"konzept/report/eval"
	"konzept/report/geom"
	"konzept/report/model"
	"konzept/report/picture"
	"konzept/report/source"
)

// Limits before work.
const (
	maxTemplate = 1 << 20 // bytes of one template
	maxDepth    = 16      // parts within parts
)

// Set is the built-in templates with a project's own over them. It reads files when they are first needed and may be used
// by several goroutines.
type Set struct {
	builtin, project fs.FS
	schema           *eval.Schema
	directives       []component

	mu       sync.Mutex
	files    map[string]*file
	trees    map[string]*bound // by path and types of arguments
	designs  map[string]*Design
	pictures map[string]*loaded
}

// file is one template as read.
type file struct {
	name  string // with templates/ in front, as in findings
	data  []byte
	front *source.Node // front matter, or the whole of a YAML file
	body  text
	tree  ast.Node
	found diag.List
}

// loaded is a picture with what is wrong with its file.
type loaded struct {
	picture *picture.Picture
	found   diag.List
}

// Load prepares the templates. project may be nil. What is wrong with the project's own files is found when they are read.
func Load(builtin, project fs.FS, out *diag.List) *Set {
	s := &Set{builtin: builtin, project: project, schema: eval.NewSchema(model.Schema()), directives: components(),
		files: map[string]*file{}, trees: map[string]*bound{}, designs: map[string]*Design{}, pictures: map[string]*loaded{}}
	s.strangers(out)
	return s
}

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

// names lists the templates of a folder, for suggestions.
func (s *Set) names(pattern string) []string {
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

// open reads a template once; nil if there is none. The caller holds the lock.
func (s *Set) open(name string) *file {
	if f, ok := s.files[name]; ok {
		return f
	}
	data, ok := read(s.project, name)
	if !ok {
		data, ok = read(s.builtin, name)
	}
	var f *file
	if ok {
		f = parseFile("templates/"+name, data)
	}
	s.files[name] = f
	return f
}

// parseFile reads a Markdown template with its front matter, or a YAML template.
func parseFile(name string, data []byte) *file {
	f := &file{name: name, data: data}
	if len(data) > maxTemplate {
		f.found.Add("template-too-large", diag.Span{File: name}, "1")
		return f
	}
	if path.Ext(name) == ".yaml" {
		f.front = source.Parse(name, data, &f.found)
		if (f.front == nil || f.front.Kind != source.Mapping) && len(f.found.Findings) == 0 {
			f.found.Add("template-not-a-map", diag.Span{File: name})
		}
		return f
	}
	if !source.Check(name, data, &f.found) {
		return f
	}
	whole := fileText(name, data)
	start := len(whole.s) - len(strings.TrimPrefix(whole.s, "\ufeff")) // the mark that editors on Windows put there
	if end, next := frontMatter(whole.s[start:]); next > 0 {
		// The parser takes the file's head up to the closing line, so that places need no correction.
		f.front = source.Parse(name, data[:start+end], &f.found)
		start += next
	}
	f.body = whole.sub(start, len(whole.s))
	f.tree = parseBlocks(data[start:])
	return f
}

// frontMatter finds the end of the YAML between two --- lines, and where the text goes on.
func frontMatter(s string) (end, next int) {
	if !strings.HasPrefix(s, "---\n") && !strings.HasPrefix(s, "---\r\n") {
		return 0, 0
	}
	for i := strings.IndexByte(s, '\n') + 1; i < len(s); {
		n := strings.IndexByte(s[i:], '\n')
		if n < 0 {
			n = len(s) - i - 1
		}
		if strings.TrimRight(s[i:i+n+1], " \r\n") == "---" {
			return i, i + n + 1
		}
		i += n + 1
	}
	return 0, 0
}

// globals are the names of the whole document.
func (s *Set) globals() *eval.Names { return eval.NewNames(s.schema) }

// bindPart binds a part for the types of its arguments. A part that includes itself gets the tree being made.
func (s *Set) bindPart(name string, names *eval.Names, sig string, at diag.Span, out *diag.List) *bound {
	key := name + " " + sig
	if t, ok := s.trees[key]; ok {
		return t
	}
	f := s.open(name)
	if f == nil || f.tree == nil {
		out.Add("missing-part", at, name, diag.Suggest(name, s.names("parts/*.md")))
		return nil
	}
	t := &bound{file: f, names: names}
	s.trees[key] = t
	s.bind(t, names)
	return t
}

// bind compiles a template's tree. Optional arguments of a part are declared in its front matter: `args: [a, b]`.
func (s *Set) bind(t *bound, names *eval.Names) {
	if args := t.file.front.Get("args"); args != nil {
		for _, n := range args.Items {
			names = names.Optional(n.Value)
		}
	}
	b := &binder{set: s, to: t, text: t.file.body}
	names = b.each(names)
	t.names, t.start = names, names
	t.nodes = b.children(t.file.tree, names)
}

// findings adds what is wrong with a template and the parts that it includes.
func (t *bound) findings(out *diag.List, seen map[*bound]bool) {
	if t == nil || seen[t] {
		return
	}
	seen[t] = true
	out.Findings = append(out.Findings, t.file.found.Findings...)
	out.Findings = append(out.Findings, t.found.Findings...)
	for _, p := range t.parts {
		p.findings(out, seen)
	}
}

func (s *Set) spec(name string) *component {
	i := slices.IndexFunc(s.directives, func(sp component) bool { return sp.name == name })
	if i < 0 {
		return nil
	}
	return &s.directives[i]
}

func (s *Set) specNames() []string {
	all := slices.Clone(control)
	for _, sp := range s.directives {
		all = append(all, sp.name)
	}
	return all
}

// inkNames lists a palette's colours, for suggestions.
func inkNames(p geom.Palette) []string {
	var names []string
	for _, c := range p {
		names = append(names, c.Name)
	}
	return names
}
