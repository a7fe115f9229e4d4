package source

import "konzept/report/diag"

// Merge joins the files of a project, in the order given: lists append, maps join key by key. The same id or key
// twice is an error that names both places; the first stands.
func Merge(files []*Node, out *diag.List) *Node {
	root := &Node{Kind: Mapping}
	for _, f := range files {
		if f == nil {
			continue
		}
		if f.Kind != Mapping {
			out.Add("not-a-map", f.Span)
			continue
		}
		if !root.Span.Known() {
			root.Span = f.Span
		}
		for _, e := range f.Entries {
			root.add(e, out)
		}
	}
	for i, e := range root.Entries {
		root.Entries[i].Value = e.Value.uniqueIDs(e.Key, out)
	}
	return root
}

// add puts a top-level key into the merged root, which owns copies of what it joins.
func (n *Node) add(e Entry, out *diag.List) {
	for i := range n.Entries {
		have := &n.Entries[i]
		if have.Key != e.Key {
			continue
		}
		a, b := have.Value, e.Value
		switch {
		case b.Empty():
		case a.Empty():
			have.Value = b
		case a.Kind == Sequence && b.Kind == Sequence:
			joined := *a
			joined.Items = append(a.Items[:len(a.Items):len(a.Items)], b.Items...)
			have.Value = &joined
		case a.Kind == Mapping && b.Kind == Mapping:
			joined := *a
			joined.Entries = unique(append(a.Entries[:len(a.Entries):len(a.Entries)], b.Entries...), out)
			have.Value = &joined
		default:
			duplicate(out, "merge-conflict", e.KeySpan, have.KeySpan, e.Key)
		}
		return
	}
	n.Entries = append(n.Entries, e)
}

// uniqueIDs returns the list without items whose id an earlier item has.
func (n *Node) uniqueIDs(key string, out *diag.List) *Node {
	if n.Kind != Sequence {
		return n
	}
	seen := make(map[string]diag.Span, len(n.Items))
	kept := make([]*Node, 0, len(n.Items))
	for _, item := range n.Items {
		id := item.Get("id")
		if id == nil || id.Kind != Scalar || id.Empty() {
			kept = append(kept, item)
			continue
		}
		if first, ok := seen[id.Value]; ok {
			duplicate(out, "duplicate-id", id.Span, first, key, id.Value)
			continue
		}
		seen[id.Value] = id.Span
		kept = append(kept, item)
	}
	list := *n
	list.Items = kept
	return &list
}
