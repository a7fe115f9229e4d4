// Package lint looks at what the records of a checked report say together: sums, orders of days, circles, codes that two have,
// words that give away what is hidden.
//
// It reads and never changes a report, and speaks only about what could be read. Rules of a general kind are declared in the
// schema, as bounds and relations of a field, and obeyed for every field alike (lint.go, relations.go). The rules in the other
// files name fields, since each weighs several records by what they mean in this domain: whether a measure keeps to its plan,
// whether more was spent than planned, whether a workshop's points can have been given.
package lint

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"konzept/report/diag"
	"konzept/report/format"
	"konzept/report/model"
	"konzept/report/schema"
)

// linter is one run over a report; its methods are the rules.
type linter struct {
	report *model.Report
	lang   string
	out    *diag.List
}

// Check reports what is wrong with what the records of a report say together. lang is the language to be built, for listing what
// is not translated.
func Check(r *model.Report, lang string, out *diag.List) {
	c := &linter{report: r, lang: lang, out: out}
	c.scales()
	c.ownFields()
	c.currency()
	c.goals()
	c.measures()
	workshops{c}.parts()
	c.posters()
	workshops{c}.perspectives()
	c.pictures()
	c.papers()
	abbreviations{c}.check()
	c.house()
	secrecy{c}.told()
	c.everywhere()
	c.translations()
}

// currency must be one.
func (c *linter) currency() {
	project := c.report.Single("project")
	if code := model.WordOf(project, "currency"); code != "" && !format.IsCurrency(code) {
		c.add(project, "currency", "bad-currency", atOf(project, "currency"), code)
	}
}

// has tells whether a field is written, readable or not.
func (c *linter) has(r *model.Record, key string) bool {
	_, ok := r.Value(key)
	return ok || c.report.Unread(r, key)
}

// add reports a finding about a field of a record, or about the record itself if key is "".
func (c *linter) add(r *model.Record, key string, code diag.Code, at diag.Span, args ...string) *diag.Finding {
	return model.Tell(c.out, r, key, code, at, args...)
}

// atOf returns the place of a field's value, or of the record if it has none.
func atOf(r *model.Record, key string) diag.Span {
	if v, ok := r.Value(key); ok {
		return v.At
	}
	return r.Head()
}

// nameOf makes the argument that names a record for people: its code if it has one, else its id.
func nameOf(r *model.Record) string {
	if code, ok := model.As[string](r, "code"); ok {
		return code
	}
	return r.ID
}

func labelOf(r *model.Record, key string) string {
	for i := range r.Fields() {
		if r.Fields()[i].Key == key {
			return model.Wording(&r.Fields()[i])
		}
	}
	return key
}

// unbounded is the greatest whole number of fields without a bound of their own.
const unbounded = 1e12

// everywhere checks what the schema says of every field.
func (c *linter) everywhere() {
	for _, k := range schema.Kinds() {
		for i := range k.Fields {
			switch f := &k.Fields[i]; {
			case f.Unique:
				relations{c}.unique(&k, f)
			case f.Type == schema.Ref && f.Of == k.Key:
				relations{c}.cycles(&k, f)
			case f.Type == schema.Refs && f.Of == k.Key:
				relations{c}.selfReferences(&k, f)
			}
		}
		for _, r := range c.report.Records(k.Key) {
			c.values(r, r)
		}
	}
}

// values checks the values of a record and of those within it; top is the outermost one.
func (c *linter) values(top, r *model.Record) {
	for _, v := range r.Values() {
		relations{c}.check(top, r, &v)
		switch x := v.V.(type) {
		case int64:
			most := cmp.Or(v.Field.Max, unbounded)
			if v.Field.Type == schema.Int && (x < v.Field.Min || x > most) {
				c.add(r, v.Field.Key, "out-of-range", v.At, model.Wording(v.Field), v.Field.Key, strconv.FormatInt(x, 10),
					strconv.FormatInt(v.Field.Min, 10), strconv.FormatInt(most, 10))
			}
		case model.Money:
			if x < 0 && !v.Field.Signed {
				c.add(r, v.Field.Key, "negative-amount", v.At, model.Wording(v.Field), v.Field.Key)
			}
		case string:
			if v.Field.Email && !model.IsEmail(x) {
				c.add(r, v.Field.Key, "bad-email", v.At, x)
			}
		case *model.Record:
			if v.Field.Type == schema.Nested {
				c.values(top, x)
			}
		case []*model.Record:
			if v.Field.Type == schema.NestedList {
				for _, child := range x {
					c.values(top, child)
				}
			}
		}
	}
}

// pictures need words for those who do not see them.
func (c *linter) pictures() {
	for _, r := range c.report.Records("pictures") {
		decorative, _ := model.As[bool](r, "decorative")
		switch alt := c.has(r, "alt"); {
		case !alt && !decorative && !c.report.Unread(r, "decorative"):
			c.add(r, "alt", "missing-alternative-text", r.Head(), r.ID)
		case alt && decorative:
			c.add(r, "alt", "decorative-with-text", atOf(r, "alt"), r.ID)
		case alt:
			words, _ := model.As[model.TextValue](r, "alt")
			file, _ := model.As[string](r, "file")
			for _, w := range words {
				if sayingNothing(w.Text, file) {
					c.add(r, "alt", "vague-alternative-text", w.At, r.ID, w.Text)
				}
			}
		}
	}
}

// idleWords are what alternative texts say that repeat what the screen reader has said: that there is a picture.
var idleWords = []string{"bild", "foto", "fotografie", "grafik", "abbildung", "illustration", "zeichnung", "titelbild", "logo", "picture", "image",
	"photo", "photograph", "graphic", "figure", "drawing", "illustration"}

// sayingNothing tells whether words are a file's name or one of those.
func sayingNothing(words, file string) bool {
	words = strings.ToLower(strings.Trim(words, " .!:0123456789"))
	name := strings.ToLower(path.Base(file))
	return words == name || words == strings.TrimSuffix(name, path.Ext(name)) || slices.Contains(idleWords, words)
}

// translations lists, a kind at a time, how many texts the language to be built lacks.
func (c *linter) translations() {
	for _, k := range schema.Kinds() {
		if n := c.report.Untranslated(k.Key); n > 0 {
			at := c.report.Records(k.Key)[0].At
			c.out.Add("untranslated", at, diag.Both(k.DEs, k.ENs), diag.Counted(int64(n), "Text liegt", "Texte liegen", "text is", "texts are"), c.lang, c.report.Langs[0]).Path = k.Key
		}
	}
}
