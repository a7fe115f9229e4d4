package template

import (
	"slices"

	"konzept/report/diag"
	"konzept/report/eval"
	"konzept/report/source"
)

// Globals are the names of the whole document.
func (s *Set) Globals() *eval.Names { return eval.NewNames(s.Schema) }

// bindPart binds a part for the types of its arguments. A part that includes itself gets the tree being made.
func (s *Set) bindPart(name string, names *eval.Names, sig string, at diag.Span, out *diag.List) *Template {
	key := name + " " + sig
	if t, ok := s.trees[key]; ok {
		return t
	}
	f := s.open(name)
	if f == nil || f.tree == nil {
		out.Add("missing-part", at, name, diag.Suggest(name, s.Names("parts/*.md")))
		return nil
	}
	t := &Template{File: f, Names: names}
	s.trees[key] = t
	s.bind(t, names)
	return t
}

// bind compiles a template's tree. Optional arguments of a part are declared in its front matter: `args: [a, b]`.
func (s *Set) bind(t *Template, names *eval.Names) {
	if args := t.File.Front.Get("args"); args != nil {
		for _, n := range args.Items {
			names = names.Optional(n.Value)
		}
	}
	b := &binder{set: s, to: t, text: t.File.body}
	names = b.each(names)
	t.Names, t.Start = names, names
	t.Nodes = b.children(t.File.tree, names)
}

// findings adds what is wrong with a template and the parts that it includes.
func (t *Template) findings(out *diag.List, seen map[*Template]bool) {
	if t == nil || seen[t] {
		return
	}
	seen[t] = true
	out.Findings = append(out.Findings, t.File.Found.Findings...)
	out.Findings = append(out.Findings, t.found.Findings...)
	for _, p := range t.parts {
		p.findings(out, seen)
	}
}

func (s *Set) spec(name string) *Component {
	i := slices.IndexFunc(s.directives, func(sp Component) bool { return sp.Name == name })
	if i < 0 {
		return nil
	}
	return &s.directives[i]
}

func (s *Set) specNames() []string {
	all := slices.Clone(control)
	for _, sp := range s.directives {
		all = append(all, sp.Name)
	}
	return all
}

// Document binds a document's template; nil if there is none.
func (s *Set) Document(name string, at diag.Span, out *diag.List) *Template {
	s.mu.Lock()
	defer s.mu.Unlock()
	t, ok := s.trees[name]
	if !ok {
		f := s.open(name)
		if f == nil || f.tree == nil {
			if f != nil {
				out.Findings = append(out.Findings, f.Found.Findings...)
			} else {
				out.Add("missing-template", at, name, diag.Suggest(name, s.Names("documents/*.md")))
			}
			return nil
		}
		t = &Template{File: f}
		s.trees[name] = t
		s.bind(t, s.Globals())
	}
	t.findings(out, map[*Template]bool{})
	return t
}

// Part binds a part without arguments, such as a page's legend; nil if there is none.
func (s *Set) Part(name string, at diag.Span, out *diag.List) *Template {
	s.mu.Lock()
	t := s.bindPart(name, s.Globals(), "", at, out)
	s.mu.Unlock()
	if t != nil {
		t.findings(out, map[*Template]bool{})
	}
	return t
}

// Phrase binds the text of a YAML value. For what is used once; repeated uses keep the result.
func (s *Set) Phrase(n *source.Node, names *eval.Names, out *diag.List) Phrase {
	b := s.binder(n)
	p := b.phrase(b.text, names)
	out.Findings = append(out.Findings, b.to.found.Findings...)
	return p
}

// Content binds the template Markdown of a YAML value.
func (s *Set) Content(n *source.Node, names *eval.Names, out *diag.List) []Node {
	b := s.binder(n)
	s.mu.Lock()
	nodes := b.children(parseBlocks([]byte(n.Value)), names)
	s.mu.Unlock()
	b.to.findings(out, map[*Template]bool{})
	return nodes
}

// Loop binds a YAML value that says for which records something is made: `x in EXPR`. What is no such thing makes no list.
func (s *Set) Loop(n *source.Node, names *eval.Names, out *diag.List) (*Each, *eval.Names) {
	b := s.binder(n)
	e, names := b.eachOf(names)
	out.Findings = append(out.Findings, b.to.found.Findings...)
	return e, names
}

// Expr binds a YAML value that is one expression, with or without its braces; nil if it is faulty.
func (s *Set) Expr(n *source.Node, names *eval.Names, out *diag.List) *eval.Program {
	b := s.binder(n)
	p := b.expr(Unwrap(b.text), names)
	out.Findings = append(out.Findings, b.to.found.Findings...)
	return p
}

func (s *Set) binder(n *source.Node) *binder {
	data := s.Source(n.Span.File)
	return &binder{set: s, to: &Template{File: &File{Name: n.Span.File}}, text: TextOf(n, data)}
}
