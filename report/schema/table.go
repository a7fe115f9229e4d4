package schema

import "slices"

// builtin are the kinds and fields that every project has.
var builtin = &Table{kinds}

// Table is the kinds of one project: the built-in ones, with terms of its own where it has some.
type Table struct{ Kinds []Kind }

// Builtin is the table of a project that declares nothing.
func Builtin() *Table { return builtin }

// Kinds returns the built-in kinds in the order in which documents list them.
func Kinds() []Kind { return builtin.Kinds }

// Find is a kind by its key, nil if there is none.
func (t *Table) Find(key string) *Kind {
	i := slices.IndexFunc(t.Kinds, func(k Kind) bool { return k.Key == key })
	if i < 0 {
		return nil
	}
	return &t.Kinds[i]
}

// WithScales is a table whose choices have other terms, by the names of their scales. The project itself keeps its own.
func (t *Table) WithScales(scales map[string][]Term) *Table {
	if len(scales) == 0 {
		return t
	}
	out := &Table{slices.Clone(t.Kinds)}
	for i := range out.Kinds {
		if k := &out.Kinds[i]; k.Key != "project" {
			k.Fields = withScales(k.Fields, scales)
		}
	}
	return out
}

func withScales(fields []Field, scales map[string][]Term) []Field {
	fields = slices.Clone(fields)
	for i := range fields {
		f := &fields[i]
		if terms, ok := scales[f.Scale]; ok && f.Scale != "" {
			f.Values = terms
		}
		f.Fields = withScales(f.Fields, scales)
	}
	return fields
}

// Terms are those of a scale: what the first field that follows it may have.
func (t *Table) Terms(scale string) []Term {
	for i := range t.Kinds {
		if terms := termsIn(t.Kinds[i].Fields, scale); terms != nil {
			return terms
		}
	}
	return nil
}

func termsIn(fields []Field, scale string) []Term {
	for i := range fields {
		if fields[i].Scale == scale {
			return fields[i].Values
		}
		if terms := termsIn(fields[i].Fields, scale); terms != nil {
			return terms
		}
	}
	return nil
}

// Scales are the names of all scales, in the order of the table.
func Scales() []string {
	var names []string
	var visit func(fields []Field)
	visit = func(fields []Field) {
		for i := range fields {
			if s := fields[i].Scale; s != "" && !slices.Contains(names, s) {
				names = append(names, s)
			}
			visit(fields[i].Fields)
		}
	}
	for i := range builtin.Kinds {
		visit(builtin.Kinds[i].Fields)
	}
	return names
}
