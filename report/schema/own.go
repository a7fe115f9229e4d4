package schema

import "slices"

// Own is what a project says of a field that it declared.
type Own struct {
	Labels   map[string]string // by BCP 47 tag
	Unit     string            // of numbers
	Decimals int               // of numbers; below 0: as many as were typed
	Sum      string            // sum, average, count or none
	Shown    []string          // where: sheet, overview, workbook, register
	Input    bool              // offices fill it in
}

// Label is the field in a language.
func (f *Field) Label(lang string) string {
	if f.Own != nil && f.Own.Labels[lang] != "" {
		return f.Own.Labels[lang]
	}
	if lang == "en" && f.EN != "" {
		return f.EN
	}
	return f.DE
}

// shownAt is where own fields may be shown.
var shownAt = termsOf([]string{"sheet=Blatt", "overview=Übersicht", "workbook=Arbeitsmappe", "register=Register"})

// ownTypes are the types that own fields may have, in the order of their terms.
var (
	ownTerms = termsOf([]string{"text=Text", "list=Liste", "word=Wort", "number=Zahl", "whole=Ganzzahl", "amount=Betrag", "flag=Ja/Nein", "day=Datum", "when=Zeitpunkt", "choice=Auswahl", "link=Link"})
	ownTypes = []Type{Text, Texts, Word, Decimal, Int, Euro, Bool, Day, When, Choice, URL}
	sums     = termsOf([]string{"sum=Summe", "average=Durchschnitt", "count=Anzahl", "none=keine"})
)

// OwnType is the type that a term names.
func OwnType(key string) Type {
	i := slices.IndexFunc(ownTerms, func(t Term) bool { return t.Key == key })
	if i < 0 {
		return Text
	}
	return ownTypes[i]
}

// Place is where an own field is shown, by a word in German or English; "" is nowhere.
func Place(word string) string {
	for i := range shownAt {
		if slices.Contains(shownAt[i].Names(), word) {
			return shownAt[i].Key
		}
	}
	return ""
}

// Places are the words for where own fields are shown, in German.
func Places() []string {
	var words []string
	for _, t := range shownAt {
		words = append(words, t.DE)
	}
	return words
}

// ownFields are the fields that a project declares for its records.
var ownFields = recs("own_fields", "Eigene Felder", "own fields",
	req(f("key", Word, "Schlüssel", "key")), choice("of", "Datensätze", "records", "measures=Maßnahmen", "goals=Ziele", "fields=Handlungsfelder"), req(f("label", Text, "Bezeichnung", "label")),
	among("type", "Art des Werts", "type", ownTerms), f("unit", Word, "Einheit", "unit"), between(0, 6, f("decimals", Int, "Nachkommastellen", "decimals")),
	f("values", Texts, "Werte", "values"), f("required", Bool, "Pflicht", "required"), f("wanted", Bool, "erwünscht", "wanted"),
	among("visibility", "Sichtbarkeit", "visibility", levels), among("sum", "Summe", "sum", sums), f("shown", Texts, "gezeigt in", "shown in"), f("input", Bool, "Eingabe", "input"))

// WithOwn is a table whose kinds have further fields.
func (t *Table) WithOwn(own map[string][]Field) *Table {
	if len(own) == 0 {
		return t
	}
	out := &Table{slices.Clone(t.Kinds)}
	for i := range out.Kinds {
		k := &out.Kinds[i]
		if more := own[k.Key]; len(more) > 0 {
			k.Fields = withOwn(k.Fields, more)
		}
	}
	return out
}

// withOwn puts own fields before those on who may see the record, which come last.
func withOwn(fields, own []Field) []Field {
	at := slices.IndexFunc(fields, func(f Field) bool { return f.Key == "visibility" })
	if at < 0 {
		at = len(fields)
	}
	return slices.Insert(slices.Clone(fields), at, own...)
}
