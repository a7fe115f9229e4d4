package model

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/schema"
	"konzept/report/source"
)

// declared is the schema with what the project declares. It is read before all records, which follow it; what is wrong with the
// declarations is told when the project itself is read.
func declared(root *source.Node, langs []string) *schema.Table {
	project := root.Get("project")
	if project.Get("scales") == nil && project.Get("own_fields") == nil {
		return schema.Builtin()
	}
	fields := schema.Builtin().Find("project").Fields
	quiet := &checker{report: &Report{Langs: langs}, out: &diag.List{}}
	read := func(key string) []*Record {
		f, n := fieldAt(fields, key), project.Get(key)
		switch {
		case n == nil:
		case f.Type == schema.Nested && n.Kind == source.Mapping:
			return []*Record{quiet.nested(&Record{}, f, n, 0)}
		case f.Type == schema.NestedList && n.Kind == source.Sequence:
			list, _ := quiet.nestedList(&Record{}, f, n)
			records, _ := list.([]*Record)
			return records
		}
		return nil
	}
	scales := map[string][]schema.Term{}
	for _, all := range read("scales") {
		for _, v := range all.Values() {
			for _, r := range v.V.([]*Record) {
				if t := termOf(r); t.Key != "" {
					scales[v.Field.Key] = append(scales[v.Field.Key], t)
				}
			}
		}
	}
	table, own := schema.Builtin().WithScales(scales), map[string][]schema.Field{}
	for _, r := range read("own_fields") {
		kind := OwnerOf(r)
		if f, ok := ownField(r); ok && !hasField(table.Find(kind).Fields, f.Key) && !hasField(own[kind], f.Key) {
			own[kind] = append(own[kind], f)
		}
	}
	return table.WithOwn(own)
}

func hasField(fields []schema.Field, key string) bool {
	return slices.ContainsFunc(fields, func(f schema.Field) bool { return f.Key == key })
}

// OwnerOf is the kind whose records have an own field: measures, unless it says another.
func OwnerOf(own *Record) string { return cmp.Or(WordOf(own, "of"), "measures") }

// IsKey tells whether a word can name a field in data and expressions.
func IsKey(s string) bool {
	for i, r := range s {
		if !(r >= 'a' && r <= 'z' || i > 0 && (r == '_' || r >= '0' && r <= '9')) {
			return false
		}
	}
	return s != "" && len(s) <= 40
}

// ownField is a field as a project declares it; false if it is not one yet.
func ownField(r *Record) (schema.Field, bool) {
	key := WordOf(r, "key")
	f := schema.Field{Key: key, Type: schema.OwnType(WordOf(r, "type")), Own: &schema.Own{Unit: WordOf(r, "unit"), Decimals: -1, Sum: WordOf(r, "sum")}}
	label, _ := As[TextValue](r, "label")
	f.Own.Labels, f.DE = labelsOf(label)
	f.EN = cmp.Or(f.Own.Labels["en"], f.DE)
	f.Required, _ = As[bool](r, "required")
	f.Wanted, _ = As[bool](r, "wanted")
	f.Visibility = levelOf(WordOf(r, "visibility"))
	f.Own.Input, _ = As[bool](r, "input")
	f.Signed = true
	f.Min = math.MinInt64
	if n, ok := As[int64](r, "decimals"); ok {
		f.Own.Decimals = int(n)
	}
	values, _ := As[[]TextValue](r, "values")
	for _, v := range values {
		var t schema.Term
		t.Labels, t.DE = labelsOf(v)
		t.Key, t.EN = t.DE, t.DE
		f.Values = append(f.Values, t)
	}
	shown, _ := As[[]TextValue](r, "shown")
	for _, w := range shown {
		word, _, _ := w.Best("")
		if place := schema.Place(word); place != "" {
			f.Own.Shown = append(f.Own.Shown, place)
		}
	}
	if _, said := r.Value("shown"); !said {
		f.Own.Shown = []string{"sheet", "workbook"}
	}
	return f, IsKey(key) && f.DE != "" && (f.Type != schema.Choice || len(f.Values) > 0)
}

// termOf is a term as a project writes it. Without a key its label in the first language is one.
func termOf(r *Record) schema.Term {
	t := schema.Term{Means: schema.MeaningOf(WordOf(r, "means")), Symbol: WordOf(r, "symbol")}
	label, _ := As[TextValue](r, "label")
	t.Labels, t.DE = labelsOf(label)
	t.Key = cmp.Or(WordOf(r, "key"), t.DE)
	return t
}

// labelsOf are a text's wordings by their languages, and the first of them.
func labelsOf(t TextValue) (labels map[string]string, first string) {
	labels = map[string]string{}
	for _, l := range t {
		labels[l.Lang] = strings.TrimSpace(l.Text)
	}
	first, _, _ = t.Best("")
	return labels, strings.TrimSpace(first)
}
