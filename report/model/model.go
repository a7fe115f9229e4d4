// Package model turns data nodes into a checked report by one schema table, and cuts a report for its readers.
//
// It never formats a value, reads a template, or knows how anything looks.
package model

import (
	"slices"
	"strconv"

	"konzept/report/diag"
	"konzept/report/schema"
)

// Record is one record of a kind, or a nested map of fields. A nil record has no values.
type Record struct {
	Kind  *schema.Kind  // nil for a nested record
	Field *schema.Field // of a nested record: the field it belongs to
	ID    string        // "" for a nested or single record
	At    diag.Span
	Level schema.Level // who may see it

	parent  *Record // of a nested record
	index   int     // in the list it stands in
	fields  []schema.Field
	values  []Value // in schema order
	inverse []inverse
	veils   []veil // what the record hides from some readers, whether or not it has a value

	withheld []string // in a view: the keys that its readers do not see
}

// veil is a field that readers below a level do not see.
type veil struct {
	key   string
	level schema.Level
}

// Value is one field of a record. V is, by the field's type: string (Word, ID, File, URL, Time), *schema.Term (Choice), TextValue
// (Text), []TextValue (Texts), int64 (Int, Year), number.Decimal (Decimal), Money (Euro), bool (Bool), Date (Day), Moment
// (When), *Record (Ref, Nested), []*Record (Refs, NestedList), []Label (Labels).
type Value struct {
	Field *schema.Field
	At    diag.Span
	Level schema.Level // who may see it: the field's own visibility or the record's hide
	V     any

	Inherited bool // a reference that the record has from another one
}

type inverse struct {
	name    string
	records []*Record
}

// Value returns a field that has a value.
func (r *Record) Value(key string) (Value, bool) {
	if r != nil {
		for i := range r.values {
			if r.values[i].Field.Key == key {
				return r.values[i], true
			}
		}
	}
	return Value{}, false
}

// Values returns the fields that have a value, in schema order.
func (r *Record) Values() []Value {
	if r == nil {
		return nil
	}
	return r.values
}

// Fields returns the rows of the schema table that the record follows.
func (r *Record) Fields() []schema.Field {
	if r == nil {
		return nil
	}
	return r.fields
}

// Path names the record in the data, such as measures[M-1-02].steps[0]. Where there is no id, records count from 0.
func (r *Record) Path() string {
	switch {
	case r == nil:
		return ""
	case r.parent != nil && r.Field != nil && r.Field.Type == schema.NestedList:
		return r.parent.Path() + "." + r.Field.Key + "[" + strconv.Itoa(r.index) + "]"
	case r.parent != nil && r.Field != nil:
		return r.parent.Path() + "." + r.Field.Key
	case r.Kind == nil:
		return ""
	case r.Kind.Single:
		return r.Kind.Key
	case r.ID != "":
		return r.Kind.Key + "[" + r.ID + "]"
	}
	return r.Kind.Key + "[" + strconv.Itoa(r.index) + "]"
}

// As returns a field's value as a Go type, or its zero value.
func As[T any](r *Record, key string) (T, bool) {
	v, _ := r.Value(key)
	t, ok := v.V.(T)
	return t, ok
}

// WordOf returns the value of a field that is one word, or "": of a choice, the key of its term.
func WordOf(r *Record, key string) string {
	v, _ := r.Value(key)
	switch v := v.V.(type) {
	case string:
		return v
	case *schema.Term:
		return v.Key
	}
	return ""
}

// Means is what a choice's value means; nothing, if it has none.
func Means(r *Record, key string) schema.Meaning {
	if t, ok := As[*schema.Term](r, key); ok {
		return t.Means
	}
	return schema.Nothing
}

// BestOf returns a text field in the language that comes first, or "".
func BestOf(r *Record, key string) string {
	t, ok := As[TextValue](r, key)
	if !ok {
		return WordOf(r, key)
	}
	s, _, _ := t.Best("")
	return s
}

// withholds tells that a field is hidden from the readers of this view: that it has no value here says nothing.
func (r *Record) withholds(key string) bool {
	return r != nil && slices.Contains(r.withheld, key)
}

// Report is the checked data of a project. It does not change once Check or View has returned it.
type Report struct {
	Date  Date     // the day the report describes (Stichtag); zero if neither the data nor the caller names one
	Langs []string // the project's languages; the first is that of plain texts

	Schema *schema.Table // the kinds and fields that the project has

	lists []list // in schema order

	broken map[fieldOf]bool // fields that are written but could not be read: they are not missing
	owed   map[string]int   // texts not translated into the language to be built, by kind
}

type fieldOf struct {
	record *Record
	key    string
}

// Unread tells that a field is written but could not be read: it is not missing.
func (r *Report) Unread(rec *Record, key string) bool { return r.broken[fieldOf{rec, key}] }

// Untranslated is how many texts of a kind the language to be built lacks.
func (r *Report) Untranslated(kind string) int { return r.owed[kind] }

type list struct {
	kind    *schema.Kind
	records []*Record
	byID    map[string]*Record
}

func (r *Report) list(kind string) *list {
	for i := range r.lists {
		if r.lists[i].kind.Key == kind {
			return &r.lists[i]
		}
	}
	return nil
}

// Records returns all records of a kind in data order.
func (r *Report) Records(kind string) []*Record {
	if l := r.list(kind); l != nil {
		return l.records
	}
	return nil
}

// Single returns the one record of a kind such as project, or nil.
func (r *Report) Single(kind string) *Record {
	if l := r.list(kind); l != nil && l.kind.Single && len(l.records) > 0 {
		return l.records[0]
	}
	return nil
}

// Find returns the record of a kind with an id, or nil.
func (r *Report) Find(kind, id string) *Record {
	if l := r.list(kind); l != nil {
		return l.byID[id]
	}
	return nil
}

// Inverse returns the records that refer to rec by the field with that inverse name, such as a goal's measures, in
// data order.
func (r *Report) Inverse(rec *Record, name string) []*Record {
	if rec != nil {
		for _, i := range rec.inverse {
			if i.name == name {
				return i.records
			}
		}
	}
	return nil
}

func (r *Record) addInverse(name string, from *Record) {
	for i := range r.inverse {
		if r.inverse[i].name != name {
			continue
		}
		list := &r.inverse[i].records
		if n := len(*list); n == 0 || (*list)[n-1] != from {
			*list = append(*list, from)
		}
		return
	}
	r.inverse = append(r.inverse, inverse{name, []*Record{from}})
}

// link fills the inverse lists of a report whose references are resolved.
func (r *Report) link() {
	for _, l := range r.lists {
		for _, rec := range l.records {
			for _, v := range rec.values {
				if v.Field.Inverse == "" {
					continue
				}
				switch to := v.V.(type) {
				case *Record:
					to.addInverse(v.Field.Inverse, rec)
				case []*Record:
					for _, t := range to {
						t.addInverse(v.Field.Inverse, rec)
					}
				}
			}
		}
	}
}
