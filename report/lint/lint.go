// Package lint looks at what the records of a checked report say together: sums, orders of days, circles, codes that two have,
// words that give away what is hidden.
//
// It reads and never changes a report; each rule is a function of its own and speaks only about what could be read.
package lint

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/schema"
)

// linter looks at what the records of a report say together. Each rule is a function of its own; each speaks only about what
// could be read.
type linter struct {
	report *model.Report
	lang   string
	out    *diag.List
}

// Check reports what is wrong with what the records of a report say together. lang is the language to be built, for listing what
// is not translated.
func Check(r *model.Report, lang string, out *diag.List) {
	c := &linter{report: r, lang: lang, out: out}
	for _, kind := range []string{"fields", "goals", "measures", "indicators"} {
		c.uniqueCodes(kind)
	}
	c.cycles("goals", "parent")
	c.cycles("ideas", "merged_into")
	c.goals()
	if p := c.report.Single("project"); p != nil {
		c.late(p, "last_report")
	}
	c.measures()
	c.indicators()
	c.thousands()
	workshops{c}.parts()
	c.posters()
	workshops{c}.ideas()
	c.pictures()
	c.resolutions()
	c.papers()
	c.former()
	abbreviations{c}.check()
	c.house()
	secrecy{c}.told()
	c.everywhere()
	c.translations()
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

// uniqueCodes reports a code that two records of a kind share: readers quote records by it.
func (c *linter) uniqueCodes(kind string) {
	seen := map[string]*model.Record{}
	for _, r := range c.report.Records(kind) {
		code := model.WordOf(r, "code")
		if code == "" {
			continue
		}
		if first := seen[code]; first != nil {
			model.FirstHere(c.add(r, "code", "duplicate-code", atOf(r, "code"), diag.Both(r.Kind.DE, r.Kind.EN), code), atOf(first, "code"))
			continue
		}
		seen[code] = r
	}
}

// cycles reports references that lead back to where they start, each circle once.
func (c *linter) cycles(kind, key string) {
	done := map[*model.Record]bool{}
	for _, start := range c.report.Records(kind) {
		var path []string
		onPath := map[*model.Record]bool{}
		for r := start; r != nil && !done[r]; {
			if onPath[r] {
				path = append(path, r.ID)
				c.add(r, key, "reference-cycle", atOf(r, key), labelOf(r, key), key, strings.Join(path, " → "))
				break
			}
			onPath[r] = true
			path = append(path, r.ID)
			r, _ = model.As[*model.Record](r, key)
		}
		for r := range onPath {
			done[r] = true
		}
	}
}

// unbounded is the greatest whole number of fields without a bound of their own.
const unbounded = 1e12

// everywhere checks what holds for every field of every record.
func (c *linter) everywhere() {
	for _, k := range schema.Kinds() {
		for _, r := range c.report.Records(k.Key) {
			c.values(r)
		}
	}
}

func (c *linter) values(r *model.Record) {
	for _, v := range r.Values() {
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
				c.values(x)
			}
		case []*model.Record:
			if v.Field.Type == schema.NestedList {
				for _, child := range x {
					c.values(child)
				}
			}
		}
	}
}

// late reports a day that lies after the report's date.
func (c *linter) late(r *model.Record, key string) {
	d, ok := model.As[model.Date](r, key)
	if ok && !c.report.Date.IsZero() && c.report.Date.Before(d) {
		c.add(r, key, "after-report-date", atOf(r, key), labelOf(r, key), key, d.String(), c.report.Date.String())
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

// resolutions must not contradict their count of votes.
func (c *linter) resolutions() {
	for _, r := range c.report.Records("resolutions") {
		c.votes(r, "vote")
	}
}

// votes compares a result in words with the votes counted.
func (c *linter) votes(r *model.Record, key string) {
	yes, counted := model.As[int64](r, "yes")
	no, _ := model.As[int64](r, "no")
	vote := model.WordOf(r, key)
	if vote == "einstimmig" && no > 0 || counted && (vote == "mit Mehrheit" && yes <= no || vote == "abgelehnt" && yes > no) {
		c.add(r, key, "vote-contradiction", atOf(r, key), vote, strconv.FormatInt(yes, 10), strconv.FormatInt(no, 10))
	}
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
