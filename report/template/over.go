package template

import (
	"io/fs"
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/source"
)

// Overlaid reads a YAML template over what it extends, and the project's over the built-in one, key by key; nil if there is none.
func (s *Set) Overlaid(folder, name string, out *diag.List) *source.Node {
	return s.extended(folder, name, out, nil)
}

// Own is what the project's files alone say of a YAML template and of those it extends.
func (s *Set) Own(folder, name string) *source.Node { return s.own(folder, name, nil) }

// extended reads a YAML template over what it extends, and the project's over the built-in one, key by key.
func (s *Set) extended(folder, name string, out *diag.List, seen []string) *source.Node {
	file := folder + "/" + name + ".yaml"
	var node *source.Node
	for _, from := range []fs.FS{s.builtin, s.project} {
		if data, ok := read(from, file); ok {
			node = Overlay(node, source.Parse("templates/"+file, data, out))
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
	return Overlay(under, node)
}

// own is what the project's files alone say of a design and of those it extends. Their findings come by extended.
func (s *Set) own(folder, name string, seen []string) *source.Node {
	data, ok := read(s.project, folder+"/"+name+".yaml")
	if !ok || slices.Contains(seen, name) {
		return nil
	}
	node := source.Parse("templates/"+folder+"/"+name+".yaml", data, &diag.List{})
	if base := node.Get("extends"); base != nil {
		return Overlay(s.own(folder, base.Value, append(seen, name)), node)
	}
	return node
}

// Overlay merges two trees: mappings key by key, lists of named things by their names, everything else by replacing.
func Overlay(under, over *source.Node) *source.Node {
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
				e.Value = Overlay(out.Entries[i].Value, e.Value)
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
				out.Items[i] = Overlay(out.Items[i], n)
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

// AsksFor tells whether a template of the project asks for a word that ours do not know.
func (s *Set) AsksFor(key string) bool {
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
