// Package export writes a report for other programs.
//
// It never decides who may see what: it writes the view it is given, all of it, in the order of the schema table.
package export

import (
	"encoding/json"
	"strconv"

	"konzept/report/model"
	"konzept/report/number"
	"konzept/report/schema"
)

// version of the format: a new one where a key changes its meaning.
const version = 1

// JSON writes a report as one object: each kind's key with its records, keys and words as in the data. Money is in cents,
// texts in several languages are objects by language, references are ids. Settings of this program are left out.
func JSON(r *model.Report) []byte {
	w := &writer{}
	w.b = append(w.b, `{"version":`+strconv.Itoa(version)+`,"date":`...)
	w.any(r.Date.String())
	kinds := r.Schema.Kinds
	for i := range kinds {
		if k := &kinds[i]; k.Single {
			if rec := r.Single(k.Key); rec != nil {
				w.key(k.Key)
				w.record(rec)
			}
		} else if list := r.Records(k.Key); len(list) > 0 {
			w.key(k.Key)
			w.list(len(list), func(i int) { w.record(list[i]) })
		}
	}
	return append(w.b, "}\n"...)
}

// settings say how this program works, not what the report is about.
var settings = map[string]bool{"outputs": true, "style": true, "design": true}

type writer struct{ b []byte }

func (w *writer) key(name string) {
	if last := w.b[len(w.b)-1]; last != '{' {
		w.b = append(w.b, ',')
	}
	w.any(name)
	w.b = append(w.b, ':')
}

func (w *writer) list(n int, entry func(i int)) {
	w.b = append(w.b, '[')
	for i := range n {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		entry(i)
	}
	w.b = append(w.b, ']')
}

func (w *writer) record(r *model.Record) {
	w.b = append(w.b, '{')
	if r.ID != "" {
		w.key("id")
		w.any(r.ID)
	}
	for _, v := range r.Values() {
		if v.Field.Type == schema.ID || r.Kind != nil && r.Kind.Key == "project" && settings[v.Field.Key] {
			continue
		}
		w.key(v.Field.Key)
		w.value(v.Field.Type, v.V)
	}
	w.b = append(w.b, '}')
}

func (w *writer) value(t schema.Type, v any) {
	switch x := v.(type) {
	case *model.Record:
		w.reference(t == schema.Nested, x)
	case []*model.Record:
		w.list(len(x), func(i int) { w.reference(t == schema.NestedList, x[i]) })
	case model.TextValue:
		w.text(x)
	case []model.TextValue:
		w.list(len(x), func(i int) { w.text(x[i]) })
	case []model.Label:
		w.b = append(w.b, '{')
		for _, l := range x {
			w.key(l.Key)
			w.text(l.Text)
		}
		w.b = append(w.b, '}')
	case *schema.Term:
		w.any(x.Key)
	case number.Decimal: // as typed
		w.b = append(w.b, x.String()...)
	case model.Money:
		w.b = strconv.AppendInt(w.b, int64(x), 10)
	case interface{ String() string }: // days, moments
		w.any(x.String())
	default:
		w.any(x)
	}
}

// reference writes a record within its owner, or the id of one that stands for itself.
func (w *writer) reference(within bool, r *model.Record) {
	if within {
		w.record(r)
	} else {
		w.any(r.ID)
	}
}

// text is a string where there is one language, else an object.
func (w *writer) text(t model.TextValue) {
	if len(t) == 1 {
		w.any(t[0].Text)
		return
	}
	w.b = append(w.b, '{')
	for _, l := range t {
		w.key(l.Lang)
		w.any(l.Text)
	}
	w.b = append(w.b, '}')
}

func (w *writer) any(v any) {
	b, err := json.Marshal(v)
	if err != nil { // a number without a value
		b = []byte("null")
	}
	w.b = append(w.b, b...)
}
