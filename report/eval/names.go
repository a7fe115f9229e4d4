package eval

import (
	"slices"

	"konzept/report/diag"
	"konzept/report/format"
	"konzept/report/model"
	"konzept/report/schema"
)

// Names is the names that an expression may use: those of the whole document and the local ones of its template.
type Names struct {
	schema *Schema
	local  []local
	most   *int // slots that the template needs at most
}

type local struct {
	name string
	typ  Type
}

// NewNames returns the names of the whole document.
func NewNames(s *Schema) *Names { return &Names{schema: s, most: new(int)} }

// With returns the names with one more, and its slot. A name hides one of the same name further out.
func (n *Names) With(name string, t Type) (*Names, int) {
	slot := len(n.local)
	*n.most = max(*n.most, slot+1)
	return &Names{schema: n.schema, local: append(slices.Clip(n.local), local{name, t}), most: n.most}, slot
}

// Optional adds a name that the caller may have left out; its value is then nil.
func (n *Names) Optional(name string) *Names {
	for _, l := range n.local {
		if l.name == name {
			return n
		}
	}
	names, _ := n.With(name, Type{})
	return names
}

// Slots is how many slots a frame for these names needs.
func (n *Names) Slots() int { return *n.most }

// find returns a name's slot, or its index among the globals.
func (n *Names) find(name string) (slot, global int, t Type) {
	for i := len(n.local) - 1; i >= 0; i-- {
		if n.local[i].name == name {
			return i, -1, n.local[i].typ
		}
	}
	for i, k := range n.schema.kinds {
		if k.Key == name {
			if t = n.schema.record(k.Key); !k.Single {
				t = listOf(t)
			}
			return -1, i, t
		}
	}
	for i, g := range reportNames {
		if g.name == name {
			return -1, len(n.schema.kinds) + i, g.typ
		}
	}
	return -1, -1, Type{}
}

// all lists every name, innermost first, for suggestions.
func (n *Names) all() []string {
	var names []string
	for i := len(n.local) - 1; i >= 0; i-- {
		names = append(names, n.local[i].name)
	}
	for _, g := range reportNames {
		names = append(names, g.name)
	}
	for _, k := range n.schema.kinds {
		names = append(names, k.Key)
	}
	return names
}

// reportNames are the names that come from the run, not from the data.
var reportNames = []local{
	{"date", Type{Base: Date}}, {"edition", Type{Base: String}}, {"lang", Type{Base: String}}, {"target", Type{Base: String}},
	{"format", Type{Base: String}}, {"audience", Type{Base: String}}, {"currency", Type{Base: String}},
	{"phases", Type{Base: List, Elem: &Type{Base: String}}}, {"signals", Type{Base: List, Elem: &Type{Base: String}}},
}

// Run is what the run, not the data, says about a document.
type Run struct {
	Date                                    model.Date
	Edition, Lang, Target, Format, Audience string
}

// NewEnv returns the surroundings of one document's expressions.
func NewEnv(s *Schema, r *model.Report, run Run, labels map[string]string, out *diag.List) *Env {
	e := &Env{Report: r, Out: out, Labels: labels, schema: s, left: Budget, told: map[told]bool{}}
	e.Format = format.New(run.Lang, r)
	for _, k := range s.kinds {
		switch {
		case k.Single:
			e.globals = append(e.globals, record(r.Single(k.Key)))
		default:
			list := byTime(k, r.Records(k.Key))
			e.globals = append(e.globals, list)
			e.left += RecordBudget * len(list)
		}
	}
	var date any
	if !run.Date.IsZero() {
		date = run.Date
	}
	e.globals = append(e.globals, date, run.Edition, run.Lang, run.Target, run.Format, run.Audience, e.Format.Sign(), s.choices["phase"], s.choices["signal"])
	return e
}

// record keeps a missing record from becoming a typed nil.
func record(r *model.Record) any {
	if r == nil {
		return nil
	}
	return r
}

// byTime sorts the records of a kind whose first required field is a time; others keep the data's order.
func byTime(k schema.Kind, list []*model.Record) []*model.Record {
	i := slices.IndexFunc(k.Fields, func(f schema.Field) bool { return f.Required && f.Type != schema.ID })
	if i < 0 || k.Fields[i].Type != schema.When {
		return list
	}
	when := func(r *model.Record) model.Moment {
		v, _ := r.Value(k.Fields[i].Key)
		m, _ := v.V.(model.Moment)
		return m
	}
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b *model.Record) int { return when(a).Compare(when(b)) })
	return sorted
}
