package eval

import (
	"slices"
	"strconv"

	"konzept/report/model"
	"konzept/report/schema"
)

// Base is what sort of value an expression has.
type Base uint8

// The sorts of values. Any is what cannot be told before running.
const (
	Any Base = iota
	Bool
	Number
	Money
	String
	Text // with inline markup
	Date
	Moment
	Record
	List
	Group // a key with items
	Words // free keys with texts
	RichText
)

// Type is a sort of value; of a list, what its items are; of a record, which fields it has.
type Type struct {
	Base  Base
	Elem  *Type
	Shape *Shape
}

func listOf(t Type) Type { return Type{Base: List, Elem: &t} }

// String tells types apart.
func (t Type) String() string {
	s := strconv.Itoa(int(t.Base))
	if t.Shape != nil {
		s += t.Shape.Name
	}
	if t.Elem != nil {
		s += "(" + t.Elem.String() + ")"
	}
	return s
}

// elem is the type of a list's items.
func (t Type) elem() Type {
	if t.Base == List && t.Elem != nil {
		return *t.Elem
	}
	return Type{}
}

// Shape is the fields and inverse lists of one sort of record.
type Shape struct {
	Name    string // as in the data: a kind's key or a field's
	members map[string]member
	keys    []string // in schema order
}

type member struct {
	typ     Type
	inverse bool
	colour  bool // the document's, whatever the record says
	derived *model.Derived
}

func (s *Shape) add(key string, m member) {
	if _, ok := s.members[key]; !ok {
		s.keys = append(s.keys, key)
	}
	s.members[key] = m
}

// Schema is the schema table as expression types. It is not changed once NewSchema has returned it.
type Schema struct {
	kinds   []schema.Kind
	shapes  map[string]*Shape // by kind
	choices map[string][]any  // *schema.Term, by field key; the first field of that name wins
}

// NewSchema reads the schema table.
func NewSchema(kinds []schema.Kind) *Schema {
	s := &Schema{kinds: kinds, shapes: map[string]*Shape{}, choices: map[string][]any{}}
	for _, k := range kinds {
		s.shapes[k.Key] = &Shape{Name: k.Key, members: map[string]member{}}
	}
	for i := range kinds {
		s.fill(s.shapes[kinds[i].Key], kinds[i].Fields)
		s.inverses(kinds[i])
	}
	// The phases and signals of the measures are what sign("phase", …) means, though other fields share the name.
	s.choices["phase"], s.choices["signal"] = terms((&schema.Table{Kinds: kinds}).Terms("phase")), terms((&schema.Table{Kinds: kinds}).Terms("signal"))
	return s
}

// terms are those of a choice as values of expressions.
func terms(list []schema.Term) []any {
	out := make([]any, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}

func (s *Schema) fill(shape *Shape, fields []schema.Field) {
	for i := range fields {
		f := &fields[i]
		shape.add(f.Key, member{typ: s.typeOf(f), colour: f.Colour})
		for _, name := range []string{f.Key, f.Scale} {
			if _, ok := s.choices[name]; !ok && name != "" && f.Type == schema.Choice {
				s.choices[name] = terms(f.Values)
			}
		}
	}
	for _, d := range model.DerivedOf(shape.Name) {
		shape.add(d.Key, member{typ: s.typeOf(&d.Field), derived: &d})
	}
}

func (s *Schema) inverses(k schema.Kind) {
	for _, f := range k.Fields {
		if to := s.shapes[f.Of]; f.Inverse != "" && to != nil {
			to.add(f.Inverse, member{typ: listOf(s.record(k.Key)), inverse: true})
		}
	}
}

func (s *Schema) record(kind string) Type { return Type{Base: Record, Shape: s.shapes[kind]} }

func (s *Schema) typeOf(f *schema.Field) Type {
	switch f.Type {
	case schema.Text:
		return Type{Base: Text}
	case schema.Texts:
		return listOf(Type{Base: Text})
	case schema.Int, schema.Decimal, schema.Year:
		return Type{Base: Number}
	case schema.Euro:
		return Type{Base: Money}
	case schema.Bool:
		return Type{Base: Bool}
	case schema.Day:
		return Type{Base: Date}
	case schema.When:
		return Type{Base: Moment}
	case schema.Ref:
		return s.record(f.Of)
	case schema.Refs:
		return listOf(s.record(f.Of))
	case schema.Nested, schema.NestedList:
		shape := &Shape{Name: f.Key, members: map[string]member{}}
		s.fill(shape, f.Fields)
		if t := (Type{Base: Record, Shape: shape}); f.Type == schema.Nested {
			return t
		} else {
			return listOf(t)
		}
	case schema.Labels:
		return Type{Base: Words}
	}
	return Type{Base: String}
}

// has tells whether a record may have a member, whatever its shape: for values whose type is known only at run time.
func (s *Schema) has(r *model.Record, key string) bool {
	if r.Kind != nil {
		if shape := s.shapes[r.Kind.Key]; shape != nil {
			_, ok := shape.members[key]
			return ok
		}
	}
	return slices.ContainsFunc(r.Fields(), func(f schema.Field) bool { return f.Key == key }) || derivation(r, key) != nil
}

// derivation is the definition of what a record implies under a key, or nil.
func derivation(r *model.Record, key string) *model.Derived {
	for _, d := range model.DerivedOf(recordName(r)) {
		if d.Key == key {
			return &d
		}
	}
	return nil
}

// colour tells whether a record's member is the colour that the document gave it.
func (s *Schema) colour(r *model.Record, key string) bool {
	if r.Kind == nil {
		return false
	}
	shape := s.shapes[r.Kind.Key]
	return shape != nil && shape.members[key].colour
}
