package compose

import (
	"io/fs"
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/model"
	"konzept/report/source"
)

// Design is type, colour and spacing by name. It is shared and not changed once it has been read.
type Design struct {
	Name    string
	Palette geom.Palette
	Fonts   map[string][]string
	Styles  map[string]*doc.Style
	Looks   map[string]*doc.TableLook
	Charts  []geom.Ink        // of the series of charts, in order
	Series  []geom.Ink        // of records that take their colours from the design, in order
	Options map[string]string // choices that parts ask for
	Binding binding

	turn  func(*geom.Ink) // puts a chapter's own colour in the place of the leading one; nil: it has none
	pages map[string]*source.Node
	names map[string][]string // of styles, looks, pages, in written order, for suggestions
	found diag.List
	whole bool // it has page styles: documents can be set in it
	torn  bool // a file of it, or what it extends, cannot be read
}

// Ready tells whether the design and the labels of a job's project can be read. Without them every style and word of
// every template would be a finding of its own; so these come alone.
func (s *Set) Ready(j Job, out *diag.List) bool {
	var found diag.List
	design := s.Design(j, &found)
	if design.torn {
		out.Findings = append(out.Findings, found.Findings...)
	} else {
		huesOf(design, j.Report, out) // told here, once for all documents
	}
	base, _, _ := strings.Cut(j.Lang, "-")
	s.mu.Lock()
	words := s.extended("labels", base, &found, nil)
	s.mu.Unlock()
	if words == nil {
		v, _ := j.Report.Single("project").Value("languages")
		out.Add("missing-labels", v.At, j.Lang)
		return false
	}
	return !design.torn
}

// Design returns the design that the job's project names, with what is wrong with it in out.
func (s *Set) Design(j Job, out *diag.List) *Design {
	name, at := "base", diag.Span{}
	if v, ok := j.Report.Single("project").Value("design"); ok {
		if w, ok := v.V.(string); ok && w != "" {
			name, at = w, v.At
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.design(name)
	if d == nil || !d.torn && !d.whole {
		if d == nil {
			out.Add("unknown-design", at, name, diag.Suggest(name, s.wholeDesigns()))
		} else {
			out.Add("unfit-design", at, name, strings.Join(s.wholeDesigns(), ", "))
		}
		if d = s.design("base"); d == nil {
			d = readDesign("", nil)
		}
	}
	out.Findings = append(out.Findings, d.found.Findings...)
	return d
}

// wholeDesigns are the names of the designs that a project may have.
func (s *Set) wholeDesigns() (names []string) {
	for _, n := range s.names("design/*.yaml") {
		n = strings.TrimSuffix(strings.TrimPrefix(n, "design/"), ".yaml")
		if d := s.design(n); d != nil && d.whole {
			names = append(names, n)
		}
	}
	return names
}

func (s *Set) design(name string) *Design {
	if d, ok := s.designs[name]; ok {
		return d
	}
	var found diag.List
	node := s.extended("design", name, &found, nil)
	if node == nil {
		return nil
	}
	if node.Kind != source.Mapping {
		found.Add("template-not-a-map", node.Span)
	}
	misshapen(node, &found)
	d := readDesign(name, node)
	if d.torn = found.Errors(false); d.torn {
		d.found = found // the rest follows from it
	} else {
		d.found.Findings = append(found.Findings, d.found.Findings...)
	}
	d.whole = node.Get("pages") != nil
	s.designs[name] = d
	return d
}

// extended reads a YAML template over what it extends, and the project's over the built-in one, key by key.
func (s *Set) extended(folder, name string, out *diag.List, seen []string) *source.Node {
	file := folder + "/" + name + ".yaml"
	var node *source.Node
	for _, from := range []fs.FS{s.builtin, s.project} {
		if data, ok := read(from, file); ok {
			node = overlay(node, source.Parse("templates/"+file, data, out))
		}
	}
	base := node.Get("extends")
	if base == nil {
		return node
	}
	for _, n := range seen {
		if n == base.Value {
			out.Add("extends-cycle", base.Span, base.Value)
			return node
		}
	}
	under := s.extended(folder, base.Value, out, append(seen, name))
	if under == nil {
		out.Add("unknown-design", base.Span, base.Value, diag.Suggest(base.Value, nil))
	}
	return overlay(under, node)
}

// own is what the project's files alone say of a design and of those it extends. Their findings come by extended.
func (s *Set) own(folder, name string, seen []string) *source.Node {
	data, ok := read(s.project, folder+"/"+name+".yaml")
	if !ok || slices.Contains(seen, name) {
		return nil
	}
	node := source.Parse("templates/"+folder+"/"+name+".yaml", data, &diag.List{})
	if base := node.Get("extends"); base != nil {
		return overlay(s.own(folder, base.Value, append(seen, name)), node)
	}
	return node
}

// overlay merges two trees: mappings key by key, lists of named things by their names, everything else by replacing.
func overlay(under, over *source.Node) *source.Node {
	switch {
	case under == nil:
		return over
	case over == nil:
		return under
	case under.Kind == source.Mapping && over.Kind == source.Mapping:
		out := *under
		out.Span = over.Span
		out.Entries = append([]source.Entry(nil), under.Entries...)
		for _, e := range over.Entries {
			i := 0
			for i < len(out.Entries) && out.Entries[i].Key != e.Key {
				i++
			}
			if i == len(out.Entries) {
				out.Entries = append(out.Entries, e)
			} else {
				e.Value = overlay(out.Entries[i].Value, e.Value)
				out.Entries[i] = e
			}
		}
		return &out
	case named(under) && named(over):
		out := *under
		out.Items = append([]*source.Node(nil), under.Items...)
		for _, n := range over.Items {
			i := 0
			for i < len(out.Items) && out.Items[i].Get("name").Value != n.Get("name").Value {
				i++
			}
			if i == len(out.Items) {
				out.Items = append(out.Items, n)
			} else {
				out.Items[i] = overlay(out.Items[i], n)
			}
		}
		return &out
	}
	return over
}

func named(n *source.Node) bool {
	for _, i := range n.Items {
		if i.Get("name") == nil {
			return false
		}
	}
	return n.Kind == source.Sequence && len(n.Items) > 0
}

// ownWord tells whether a template of the project asks for a word that ours do not know.
func (s *Set) ownWord(key string) bool {
	if s.project == nil {
		return false
	}
	found := false
	_ = fs.WalkDir(s.project, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			data, _ := read(s.project, name)
			found = found || strings.Contains(string(data), `"`+key+`"`)
		}
		return nil
	})
	return found
}

// labels are the words of the templates in a language, with the project's own over them.
func (s *Set) labels(lang string, r *model.Report, out *diag.List) map[string]string {
	base, _, _ := strings.Cut(lang, "-")
	s.mu.Lock()
	node := s.extended("labels", base, out, nil)
	s.mu.Unlock()
	words := map[string]string{}
	if node != nil {
		for _, e := range node.Entries {
			if e.Value != nil && e.Value.Kind == source.Scalar {
				words[e.Key] = e.Value.Value
			}
		}
	}
	v, _ := r.Single("project").Value("terms")
	terms, _ := v.V.(*model.Record)
	own, _ := terms.Value("words")
	list, _ := own.V.([]model.Label)
	for _, l := range list {
		if _, known := words[l.Key]; !known && node != nil && !s.ownWord(l.Key) {
			out.Add("unknown-word", l.At, l.Key, diag.Suggest(l.Key, sortedKeys(words)))
		}
		if text, _, ok := l.Text.Best(lang); ok {
			words[l.Key] = text
		}
	}
	return words
}
