package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/schema"
)

// use is where an abbreviation stands in a text.
type use struct {
	record *model.Record
	key    string
	at     diag.Span
}

// abbreviations are the rules about short forms and their explanations.
type abbreviations struct{ *linter }

// abbreviations are checked both ways: each that is used stands in the list, and each of the list is used (DOMAIN.md
// 7.1, check 19). A project without a list has none to check.
func (c abbreviations) check() {
	list := c.report.Records("abbreviations")
	if len(list) == 0 {
		return
	}
	used := map[string]use{}
	var order []string
	for _, k := range schema.Kinds() {
		if k.Key == "abbreviations" {
			continue
		}
		for _, r := range c.report.Records(k.Key) {
			c.capitals(r, func(short string, u use) {
				if _, ok := used[short]; !ok {
					used[short] = u
					order = append(order, short)
				}
			})
		}
	}
	known := c.explained(list)
	for _, short := range order {
		if u := used[short]; !slices.Contains(known, short) {
			c.add(u.record, u.key, "abbreviation-unexplained", u.at, short)
		}
	}
	for _, r := range list {
		short := model.BestOf(r, "short")
		if _, ok := used[short]; !ok && capitals(short) && !c.spoken(short) {
			c.add(r, "short", "abbreviation-unused", atOf(r, "short"), short)
		}
	}
}

// explained are the abbreviations of the list and those that a name or term says in full: „Volkshochschule (VHS)“.
func (c abbreviations) explained(list []*model.Record) []string {
	var known []string
	for _, r := range list {
		known = append(known, strings.Fields(model.BestOf(r, "short"))...)
	}
	for _, kind := range []string{"glossary", "offices", "institutions"} {
		for _, r := range c.report.Records(kind) {
			known = append(known, strings.Fields(model.BestOf(r, "short"))...)
			known = append(known, strings.Fields(model.BestOf(r, "term"))...)
		}
	}
	return known
}

// spoken tells whether any text holds the word.
func (c abbreviations) spoken(short string) bool {
	for _, k := range schema.Kinds() {
		if k.Key == "abbreviations" {
			continue
		}
		for _, r := range c.report.Records(k.Key) {
			found := false
			texts(r, func(_ *model.Record, _ string, s string, _ diag.Span) { found = found || strings.Contains(s, short) })
			if found {
				return true
			}
		}
	}
	return false
}

// capitals visits the words of a record's texts that are written in capitals.
func (c abbreviations) capitals(r *model.Record, visit func(short string, u use)) {
	texts(r, func(r *model.Record, key, s string, at diag.Span) {
		for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if capitals(w) {
				visit(w, use{r, key, at})
			}
		}
	})
}

// capitals tells whether a word is an abbreviation to explain: two to six capitals, no Roman number, none of those that
// everybody knows.
func capitals(w string) bool {
	n := utf8.RuneCountInString(w)
	if n < 2 || n > 6 || roman(w) == len(w) || slices.Contains(plainCapitals, w) {
		return false
	}
	return strings.IndexFunc(w, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

// plainCapitals need no entry in a list: legal forms and what stands in every newspaper.
var plainCapitals = []string{"AG", "CC", "CO", "DIN", "EU", "ISBN", "ISO", "KG", "PDF", "QR", "TV", "UG", "UNO", "USA"}

// credits are fields whose words are other people's: nobody explains the letters in a source's name.
var credits = []string{"source", "credit", "credits", "licence"}

// texts visits the prose of a record and of the records within it, in every language. The German name of a field that
// has a value counts as well, since documents print it: „SDG“.
func texts(r *model.Record, visit func(r *model.Record, key, s string, at diag.Span)) {
	for _, v := range r.Values() {
		visit(r, v.Field.Key, v.Field.DE, v.At)
		if slices.Contains(credits, v.Field.Key) {
			continue
		}
		switch x := v.V.(type) {
		case model.TextValue:
			each(r, v.Field.Key, x, visit)
		case []model.TextValue:
			for _, t := range x {
				each(r, v.Field.Key, t, visit)
			}
		case *model.Record:
			if v.Field.Type == schema.Nested {
				texts(x, visit)
			}
		case []*model.Record:
			if v.Field.Type == schema.NestedList {
				for _, n := range x {
					texts(n, visit)
				}
			}
		}
	}
}

func each(r *model.Record, key string, t model.TextValue, visit func(r *model.Record, key, s string, at diag.Span)) {
	for _, l := range t {
		visit(r, key, l.Text, l.At)
	}
}
