package model

import (
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/schema"
)

// visibility applies the record's own visibility and its list of hidden fields.
func (c *checker) visibility(r *Record) {
	r.Level = levelOf(WordOf(r, "visibility"))
	hidden, _ := As[[]Label](r, "hide")
	for _, h := range hidden {
		word, at, _ := h.Text.Best("")
		f := fieldAt(r.fields, h.Key)
		switch {
		case f == nil:
			c.add(r, "hide", "unknown-key", h.At, h.Key, diag.Suggest(h.Key, hideable(r.fields)))
		case word != "council" && word != "office" && word != "public":
			c.add(r, "hide", "unknown-choice", at, diag.Both("Sichtbarkeit", "visibility"), "hide."+h.Key, word,
				diag.Suggest(word, []string{"council", "office"}))
		case !mayHide(r.fields, h.Key, f):
			c.add(r, "hide", "cannot-hide", h.At, Wording(f), h.Key)
		default:
			r.raise(h.Key, levelOf(word))
			for _, key := range f.Tells {
				r.raise(key, levelOf(word))
			}
		}
	}
}

// mayHide tells whether a record still makes sense without a field. What a record must have, what tells where it stands
// in the documents, and what says who sees it, cannot go alone: then the record itself is what is to be hidden. Its text
// may: a heading without a text is whole.
func mayHide(fields []schema.Field, path string, f *schema.Field) bool {
	places := func(g schema.Field) bool { return g.Via == path }
	return path != "id" && path != "visibility" && path != "hide" && path != "level" && f.Via == "" && !slices.ContainsFunc(fields, places) &&
		(!f.Required || path == "text")
}

// hideable are the keys that may stand under hide, for suggestions.
func hideable(fields []schema.Field) []string {
	var keys []string
	for i := range fields {
		f := &fields[i]
		if mayHide(fields, f.Key, f) {
			keys = append(keys, f.Key)
		}
		for j := range f.Fields {
			if !f.Fields[j].Required {
				keys = append(keys, f.Key+"."+f.Fields[j].Key)
			}
		}
	}
	return keys
}

// fieldAt finds the field of a path such as costs.spent, or nil.
func fieldAt(fields []schema.Field, path string) *schema.Field {
	key, rest, deeper := strings.Cut(path, ".")
	i := slices.IndexFunc(fields, func(f schema.Field) bool { return f.Key == key })
	switch {
	case i < 0:
		return nil
	case deeper:
		return fieldAt(fields[i].Fields, rest)
	}
	return &fields[i]
}

// raise hides the values at a path from readers below a level.
func (r *Record) raise(path string, level schema.Level) {
	key, rest, deeper := strings.Cut(path, ".")
	if !deeper {
		r.veils = append(r.veils, veil{key, level})
	}
	for i := range r.values {
		v := &r.values[i]
		switch {
		case v.Field.Key != key:
		case !deeper:
			v.Level = max(v.Level, level)
		default:
			switch x := v.V.(type) {
			case *Record:
				x.raise(rest, level)
			case []*Record:
				for _, inner := range x {
					inner.raise(rest, level)
				}
			}
		}
	}
}

func levelOf(word string) schema.Level {
	switch word {
	case "council":
		return schema.Council
	case "office":
		return schema.Office
	}
	return schema.Public
}
