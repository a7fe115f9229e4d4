package model

import (
	"slices"

	"konzept/report/schema"
)

// inherit gives records the references that they leave to another record: a measure without a field of action belongs
// to that of its first goal, a goal to that of its parent.
func (r *Report) inherit() {
	for _, l := range r.lists {
		for i := range l.kind.Fields {
			f := &l.kind.Fields[i]
			if f.Via == "" {
				continue
			}
			for _, rec := range l.records {
				if to, from := rec.inherited(f.Key, f.Via, len(l.records)); to != nil {
					rec.insert(Value{Field: f, At: from.At, Level: f.Visibility, V: to, Inherited: true})
				}
			}
		}
	}
}

// places gives the parts of a record its place: what leaves out where it stands stands where the record does that it is part of.
func (r *Report) places() {
	for _, l := range r.lists {
		part := slices.IndexFunc(l.kind.Fields, func(f schema.Field) bool { return f.Part })
		for i := range l.kind.Fields {
			if f := &l.kind.Fields[i]; part >= 0 && f.Via != "" {
				for _, rec := range l.records {
					rec.placed(f, l.kind.Fields[part].Key, len(l.records))
				}
			}
		}
	}
}

// placed gives a record the value of the nearest one above it that has a field; steps bounds circles.
func (r *Record) placed(f *schema.Field, part string, steps int) {
	if _, ok := r.Value(f.Key); ok {
		return
	}
	for up, n := r, 0; n <= steps; n++ {
		above, ok := As[*Record](up, part)
		if !ok {
			return
		}
		if v, ok := above.Value(f.Key); ok {
			at, _ := r.Value(part)
			r.insert(Value{Field: f, At: at.At, Level: f.Visibility, V: v.V, Inherited: true})
			return
		}
		up = above
	}
}

// numbers puts the number of its field of action before that of every record, where a project counts from 1 in each field: B.3 is
// the third of field B.
func (r *Report) numbers() {
	if WordOf(r.Single("project"), "codes") != "je Handlungsfeld" {
		return
	}
	for _, l := range r.lists {
		for _, rec := range l.records {
			field, _ := As[*Record](rec, "field")
			for i := range rec.values {
				if v := &rec.values[i]; v.Field.Key == "code" && field != nil && WordOf(field, "code") != "" {
					v.V = WordOf(field, "code") + "." + v.V.(string)
				}
			}
		}
	}
}

// levels gives goals that leave it out their level: one below their parent's.
func (r *Report) levels() {
	goals := r.Records("goals")
	for _, g := range goals {
		if _, given := g.Value("level"); given {
			continue
		}
		level := int64(0)
		for up, ok := g, true; ok && int(level) < len(goals); level++ {
			v, _ := up.Value("parent")
			up, ok = v.V.(*Record)
		}
		i := slices.IndexFunc(g.fields, func(f schema.Field) bool { return f.Key == "level" })
		g.insert(Value{Field: &g.fields[i], At: g.At, V: level})
	}
}

// inherited follows via until a record has the field itself; nil if the record has it, or nobody has. steps bounds
// cycles, which have a finding of their own.
func (r *Record) inherited(key, via string, steps int) (to *Record, from Value) {
	for n := 0; n <= steps; n++ {
		v, ok := r.Value(key)
		if own, _ := v.V.(*Record); ok {
			if n == 0 {
				return nil, Value{}
			}
			return own, from
		}
		next, ok := r.Value(via)
		if !ok {
			return nil, Value{}
		}
		if n == 0 {
			from = next
		}
		switch t := next.V.(type) {
		case *Record:
			r = t
		case []*Record:
			if len(t) == 0 {
				return nil, Value{}
			}
			r = t[0]
		}
		if via = r.via(key); via == "" {
			continue // it has the field itself, or nobody has
		}
	}
	return nil, Value{}
}

// via is the field through which the record's kind leaves key to others.
func (r *Record) via(key string) string {
	if i := slices.IndexFunc(r.fields, func(f schema.Field) bool { return f.Key == key }); i >= 0 {
		return r.fields[i].Via
	}
	return ""
}

// insert keeps the values in schema order.
func (r *Record) insert(v Value) {
	at := slices.IndexFunc(r.fields, func(f schema.Field) bool { return f.Key == v.Field.Key })
	i := slices.IndexFunc(r.values, func(o Value) bool {
		return slices.IndexFunc(r.fields, func(f schema.Field) bool { return f.Key == o.Field.Key }) > at
	})
	if i < 0 {
		i = len(r.values)
	}
	r.values = slices.Insert(r.values, i, v)
}
