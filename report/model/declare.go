package model

import (
	"strings"

	"konzept/report/diag"
	"konzept/report/schema"
	"konzept/report/source"
)

// declared is the schema with what the project declares. It is read before all records, which follow it; what is wrong with the
// declarations is told when the project itself is read.
func declared(root *source.Node, langs []string) *schema.Table {
	n := root.Get("project").Get("scales")
	if n == nil || n.Kind != source.Mapping {
		return schema.Builtin()
	}
	quiet := &checker{report: &Report{Langs: langs}, out: &diag.List{}}
	field := fieldAt(schema.Builtin().Find("project").Fields, "scales")
	scales := map[string][]schema.Term{}
	for _, v := range quiet.nested(&Record{}, field, n, 0).Values() {
		for _, r := range v.V.([]*Record) {
			if t := termOf(r); t.Key != "" {
				scales[v.Field.Key] = append(scales[v.Field.Key], t)
			}
		}
	}
	return schema.Builtin().WithScales(scales)
}

// termOf is a term as a project writes it. Without a key its label in the first language is one.
func termOf(r *Record) schema.Term {
	label, _ := As[TextValue](r, "label")
	t := schema.Term{Key: WordOf(r, "key"), Labels: map[string]string{}, Means: schema.MeaningOf(WordOf(r, "means")), Symbol: WordOf(r, "symbol")}
	for _, l := range label {
		t.Labels[l.Lang] = strings.TrimSpace(l.Text)
	}
	if best, _, ok := label.Best(""); ok || best != "" {
		t.DE = best
	}
	if t.Key == "" {
		t.Key = t.DE
	}
	return t
}
