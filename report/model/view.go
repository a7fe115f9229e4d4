package model

import (
	"slices"

	"konzept/report/schema"
)

// View returns the report as readers of a level may see it: a copy without the records and fields above it, and without
// what hangs on those alone. A reference to a removed record vanishes, and so do the marks that tell what was hidden.
func (r *Report) View(level schema.Level) *Report {
	v := viewer{level: level, copies: map[*Record]*Record{}, thinned: map[*Record]bool{}}
	hidden := r.Hidden(level)
	view := &Report{Date: r.Date, Langs: r.Langs, Schema: r.Schema}
	for _, l := range r.lists {
		c := list{kind: l.kind, byID: make(map[string]*Record, len(l.byID))}
		for _, rec := range l.records {
			if hidden[rec] {
				v.thin(rec)
				continue
			}
			if rec.counts(level) {
				v.thin(rec)
			}
			n := v.shell(rec)
			c.records = append(c.records, n)
			if n.ID != "" {
				c.byID[n.ID] = n
			}
		}
		view.lists = append(view.lists, c)
	}
	for _, l := range r.lists {
		for _, rec := range l.records {
			if n := v.copies[rec]; n != nil {
				n.values = v.values(rec)
			}
		}
	}
	view.inherit() // what lost its own place may have one by another record
	view.places()
	view.link()
	return view
}

// Hidden are the records that readers of a level do not see.
func (r *Report) Hidden(level schema.Level) map[*Record]bool {
	hidden := map[*Record]bool{}
	for again := level < schema.Office; again; {
		again = false
		for _, l := range r.lists {
			for _, rec := range l.records {
				if !hidden[rec] && (rec.Level > level || rec.orphaned(hidden)) {
					hidden[rec], again = true, true
				}
			}
		}
	}
	return hidden
}

// counts tells that readers of a level do not see some count of the record: a sum it goes into would tell it.
func (r *Record) counts(level schema.Level) bool {
	return slices.ContainsFunc(r.values, func(v Value) bool { return v.Level > level && v.Field.Type == schema.Int })
}

// orphaned tells whether all records that a record belongs to are hidden: it would stand in no chapter.
func (r *Record) orphaned(hidden map[*Record]bool) bool {
	for i := range r.fields {
		f := &r.fields[i]
		switch {
		case f.Via != "" && r.hangs(hidden, f.Key, f.Via):
			return true
		case (f.Required || f.Part) && f.Type == schema.Ref && r.hangs(hidden, f.Key):
			return true
		}
	}
	return false
}

// hangs tells that a record refers to others by some of its fields, and that all of those are hidden. A reference that it has
// from another one is none of its own: a measure that names a goal and no field of action goes with its goal.
func (r *Record) hangs(hidden map[*Record]bool, keys ...string) bool {
	some := false
	for _, key := range keys {
		v, _ := r.Value(key)
		if v.Inherited {
			continue
		}
		list, _ := v.V.([]*Record)
		if one, ok := v.V.(*Record); ok {
			list = []*Record{one}
		}
		if slices.ContainsFunc(list, func(to *Record) bool { return !hidden[to] }) {
			return false
		}
		some = some || len(list) > 0
	}
	return some
}

type viewer struct {
	level   schema.Level
	copies  map[*Record]*Record
	thinned map[*Record]bool // records whose stated sums count something hidden
}

func (v *viewer) shell(r *Record) *Record {
	n := &Record{Kind: r.Kind, Field: r.Field, ID: r.ID, At: r.At, Level: r.Level, index: r.index, fields: r.fields}
	for _, hidden := range r.veils {
		if hidden.level > v.level {
			n.withheld = append(n.withheld, hidden.key)
		}
	}
	v.copies[r] = n
	return n
}

// thin notes whom a removed record counts for: a stated balance would tell that something is missing.
func (v *viewer) thin(removed *Record) {
	for _, val := range removed.values {
		if to, ok := val.V.(*Record); ok && val.Field.Type == schema.Ref {
			v.thinned[to] = true
		}
	}
}

func (v *viewer) values(r *Record) []Value {
	out := make([]Value, 0, len(r.values))
	for _, val := range r.values {
		if val.Level > v.level || v.tells(r, val.Field) {
			continue
		}
		if val.V = v.value(val, v.copies[r]); val.V != nil {
			out = append(out, val)
		}
	}
	return out
}

// tells reports whether a field gives away what is hidden.
func (v *viewer) tells(r *Record, f *schema.Field) bool {
	if v.level >= schema.Office {
		return false
	}
	return f.Key == "hide" || f.Key == "visibility" || f.Key == "balance" && v.thinned[r]
}

func (v *viewer) value(val Value, owner *Record) any {
	switch x := val.V.(type) {
	case *Record:
		if val.Field.Type == schema.Nested {
			return v.nested(x, owner)
		}
		if c := v.copies[x]; c != nil {
			return c
		}
		return nil
	case []*Record:
		list := make([]*Record, 0, len(x))
		for _, rec := range x {
			if rec.Level > v.level {
				continue
			}
			if val.Field.Type == schema.NestedList {
				list = append(list, v.nested(rec, owner))
			} else if c := v.copies[rec]; c != nil {
				list = append(list, c)
			}
		}
		if len(list) == 0 {
			return nil
		}
		return list
	}
	return val.V
}

func (v *viewer) nested(r, owner *Record) *Record {
	n := v.shell(r)
	n.parent = owner
	n.values = v.values(r)
	return n
}
