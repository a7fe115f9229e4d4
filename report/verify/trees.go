package verify

import "konzept/report/pdf"

// readTrees collects the parent tree, the named destinations and the identifiers of elements.
func (in *inspection) readTrees() {
	in.parents, in.dests, in.ids = map[int]any{}, map[string]bool{}, map[string]pdf.Ref{}
	root := in.r.Dict(in.catalog.Get("StructTreeRoot"))
	in.numbers(root.Get("ParentTree"), in.parents, 0)
	in.names(in.r.Dict(in.catalog.Get("Names")).Get("Dests"), 0, func(name string, v any) {
		in.dests[name] = in.dests[name] || len(in.r.Array(v)) > 0
	})
	in.names(root.Get("IDTree"), 0, func(name string, v any) { in.ids[in.r.Text(name)], _ = v.(pdf.Ref) })
}

// names visits the entries of a name tree.
func (in *inspection) names(v any, depth int, visit func(name string, v any)) {
	d := in.r.Dict(v)
	if d == nil || depth > pdf.MaxDepth || len(in.dests)+len(in.ids) > pdf.MaxObjects {
		return
	}
	list := in.r.Array(d.Get("Names"))
	for i := 0; i+1 < len(list); i += 2 {
		if s, ok := in.r.Resolve(list[i]).(string); ok {
			visit(s, list[i+1])
		}
	}
	for _, k := range in.r.Array(d.Get("Kids")) {
		if p, ok := k.(pdf.Ref); ok && !in.branches[p] {
			in.branches[p] = true
			in.names(p, depth+1, visit)
		}
	}
}

// numbers collects a number tree.
func (in *inspection) numbers(v any, to map[int]any, depth int) {
	d := in.r.Dict(v)
	if d == nil || depth > pdf.MaxDepth || len(to) > pdf.MaxObjects {
		return
	}
	nums := in.r.Array(d.Get("Nums"))
	for i := 0; i+1 < len(nums); i += 2 {
		to[pdf.Integer(in.r.Resolve(nums[i]))] = nums[i+1]
	}
	for _, k := range in.r.Array(d.Get("Kids")) {
		if p, ok := k.(pdf.Ref); ok && !in.branches[p] {
			in.branches[p] = true
			in.numbers(p, to, depth+1)
		}
	}
}

// values collects the values of a name tree.
func (in *inspection) values(v any, to *pdf.Array, depth int) {
	d := in.r.Dict(v)
	if d == nil || depth > pdf.MaxDepth || len(*to) > 1000 {
		return
	}
	list := in.r.Array(d.Get("Names"))
	for i := 1; i < len(list); i += 2 {
		*to = append(*to, list[i])
	}
	for _, k := range in.r.Array(d.Get("Kids")) {
		if p, ok := k.(pdf.Ref); ok && !in.branches[p] {
			in.branches[p] = true
			in.values(p, to, depth+1)
		}
	}
}

// filters are the names of a stream's filters, separated by blanks.
func (in *inspection) filters(s *pdf.Stream) string {
	names := in.r.Name(s.Dict.Get("Filter"))
	for _, f := range in.r.Array(s.Dict.Get("Filter")) {
		names += " " + in.r.Name(f)
	}
	return names
}
