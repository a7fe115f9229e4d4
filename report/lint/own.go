package lint

import (
	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/schema"
)

// scales checks that every term of a scale can be chosen: two of one name, in any language, are one.
func (c *linter) scales() {
	scales, _ := model.As[*model.Record](c.report.Single("project"), "scales")
	for _, v := range scales.Values() {
		seen := map[string]*model.Record{}
		for _, r := range v.V.([]*model.Record) {
			label, _ := model.As[model.TextValue](r, "label")
			names := []string{model.WordOf(r, "key")}
			for _, l := range label {
				names = append(names, l.Text)
			}
			for _, name := range names {
				if first := seen[name]; name != "" && first != nil && first != r {
					model.FirstHere(c.add(r, "label", "scale-twice", atOf(r, "label"), name), atOf(first, "label"))
					break
				}
				seen[name] = r
			}
		}
	}
}

// ownFields checks what a project declares of its own fields: each needs a name that no other field has, and what goes with its
// type. A declaration that fails declares nothing, so that the data that use it are unknown keys.
func (c *linter) ownFields() {
	list, _ := model.As[[]*model.Record](c.report.Single("project"), "own_fields")
	seen := map[string]bool{}
	for _, r := range list {
		key, kind := model.WordOf(r, "key"), model.OwnerOf(r)
		fail := func(field, what, hint string) { c.add(r, field, "own-field", atOf(r, field), key, what, hint) }
		switch {
		case key == "":
			continue // missing, as the check of the data says
		case !model.IsKey(key):
			fail("key", diag.Both("der Schlüssel besteht aus kleinen Buchstaben ohne Umlaute, Ziffern und _", "the key is made of small letters, figures and _"),
				diag.Both("schreiben Sie etwa co2 oder kosten_nutzen", "write co2 or cost_benefit, say"))
		case taken(kind, key) || seen[kind+"."+key]:
			fail("key", diag.Both("den Schlüssel gibt es schon", "the key is taken"), diag.Both("wählen Sie einen anderen; eingebaute Felder lassen sich umbenennen, nicht ersetzen", "choose another; built-in fields can be renamed, not replaced"))
		}
		seen[kind+"."+key] = true
		c.ownValue(r, fail)
	}
}

// taken tells whether a kind has a built-in field, an inverse list or a derived value of a name.
func taken(kind, key string) bool {
	for _, k := range schema.Kinds() {
		for _, f := range k.Fields {
			if k.Key == kind && f.Key == key || f.Of == kind && f.Inverse == key {
				return true
			}
		}
	}
	for _, d := range model.DerivedOf(kind) {
		if d.Key == key {
			return true
		}
	}
	return false
}

// ownValue checks what a declaration says of its values.
func (c *linter) ownValue(r *model.Record, fail func(field, what, hint string)) {
	typ := schema.OwnType(model.WordOf(r, "type"))
	numeric := typ == schema.Decimal || typ == schema.Int || typ == schema.Euro
	values, _ := model.As[[]model.TextValue](r, "values")
	sum := model.WordOf(r, "sum")
	switch {
	case typ == schema.Choice && len(values) == 0:
		fail("type", diag.Both("eine Auswahl braucht Werte", "a choice needs values"), diag.Both("nennen Sie sie unter `values`", "name them under `values`"))
	case typ != schema.Choice && len(values) > 0:
		fail("values", diag.Both("Werte hat nur eine Auswahl", "only a choice has values"), diag.Both("schreiben Sie `type: Auswahl`", "write `type: choice`"))
	case (sum == "sum" || sum == "average") && !numeric:
		fail("sum", diag.Both("summieren lassen sich nur Zahlen und Beträge", "only numbers and amounts have sums"), diag.Both("schreiben Sie `sum: Anzahl` oder `type: Zahl`", "write `sum: count` or `type: number`"))
	}
	shown, _ := model.As[[]model.TextValue](r, "shown")
	for _, w := range shown {
		if word, at, _ := w.Best(""); schema.Place(word) == "" {
			c.add(r, "shown", "own-field", at, model.WordOf(r, "key"), diag.Both("„"+word+"“ ist keine Stelle", "“"+word+"” is no place"),
				diag.Suggest(word, schema.Places()))
		}
	}
}
