package model

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"konzept/report/diag"
)

// lint looks at what the records say together. Each rule is a function of its own; each speaks only about what could
// be read.
func (c *checker) lint() {
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
	c.parts()
	c.posters()
	c.ideas()
	c.pictures()
	c.resolutions()
	c.papers()
	c.former()
	c.abbreviations()
	c.house()
	c.told()
	c.everywhere()
	c.translations()
}

// at returns the place of a field's value, or of the record if it has none.
func (r *Record) at(key string) diag.Span {
	if v, ok := r.Value(key); ok {
		return v.At
	}
	return r.head()
}

// name makes the argument that names a record for people: its code if it has one, else its id.
func (r *Record) name() string {
	if code, ok := value[string](r, "code"); ok {
		return code
	}
	return r.ID
}

func (r *Record) field(key string) string {
	for i := range r.fields {
		if r.fields[i].Key == key {
			return label(&r.fields[i])
		}
	}
	return key
}

// word returns a text field's value, or "".
func word(r *Record, key string) string {
	s, _ := value[string](r, key)
	return s
}

func firstHere(f *diag.Finding, at diag.Span) {
	f.Notes = append(f.Notes, diag.Note{Code: "first-here", At: at})
}

// uniqueCodes reports a code that two records of a kind share: readers quote records by it.
func (c *checker) uniqueCodes(kind string) {
	seen := map[string]*Record{}
	for _, r := range c.report.Records(kind) {
		code := word(r, "code")
		if code == "" {
			continue
		}
		if first := seen[code]; first != nil {
			firstHere(c.add(r, "code", "duplicate-code", r.at("code"), diag.Both(r.Kind.DE, r.Kind.EN), code), first.at("code"))
			continue
		}
		seen[code] = r
	}
}

// cycles reports references that lead back to where they start, each circle once.
func (c *checker) cycles(kind, key string) {
	done := map[*Record]bool{}
	for _, start := range c.report.Records(kind) {
		var path []string
		onPath := map[*Record]bool{}
		for r := start; r != nil && !done[r]; {
			if onPath[r] {
				path = append(path, r.ID)
				c.add(r, key, "reference-cycle", r.at(key), r.field(key), key, strings.Join(path, " → "))
				break
			}
			onPath[r] = true
			path = append(path, r.ID)
			r, _ = value[*Record](r, key)
		}
		for r := range onPath {
			done[r] = true
		}
	}
}

// ranges are the least and greatest sensible values of whole numbers; what is not listed must not be negative.
func ranges(key string) (least, most int64) {
	switch key {
	case "progress", "focus_x", "focus_y":
		return 0, 100
	case "decimals":
		return 0, 6
	case "number", "level":
		return 1, 99
	}
	return 0, 1e12
}

// everywhere checks what holds for every field of every record.
func (c *checker) everywhere() {
	for i := range c.report.lists {
		for _, r := range c.report.lists[i].records {
			c.values(r)
		}
	}
}

func (c *checker) values(r *Record) {
	for _, v := range r.values {
		switch x := v.V.(type) {
		case int64:
			if least, most := ranges(v.Field.Key); v.Field.Type == Int && (x < least || x > most) {
				c.add(r, v.Field.Key, "out-of-range", v.At, label(v.Field), v.Field.Key, strconv.FormatInt(x, 10),
					strconv.FormatInt(least, 10), strconv.FormatInt(most, 10))
			}
		case Money:
			if x < 0 && !v.Field.Signed {
				c.add(r, v.Field.Key, "negative-amount", v.At, label(v.Field), v.Field.Key)
			}
		case string:
			if v.Field.Key == "email" && !isEmail(x) {
				c.add(r, v.Field.Key, "bad-email", v.At, x)
			}
		case *Record:
			if v.Field.Type == Nested {
				c.values(x)
			}
		case []*Record:
			if v.Field.Type == NestedList {
				for _, child := range x {
					c.values(child)
				}
			}
		}
	}
}

// late reports a day that lies after the report's date.
func (c *checker) late(r *Record, key string) {
	d, ok := value[Date](r, key)
	if ok && !c.report.Date.IsZero() && c.report.Date.Before(d) {
		c.add(r, key, "after-report-date", r.at(key), r.field(key), key, d.String(), c.report.Date.String())
	}
}

// pictures need words for those who do not see them.
func (c *checker) pictures() {
	for _, r := range c.report.Records("pictures") {
		decorative, _ := value[bool](r, "decorative")
		switch alt := c.has(r, "alt"); {
		case !alt && !decorative && !c.broken[fieldOf{r, "decorative"}]:
			c.add(r, "alt", "missing-alternative-text", r.head(), r.ID)
		case alt && decorative:
			c.add(r, "alt", "decorative-with-text", r.at("alt"), r.ID)
		case alt:
			words, _ := value[TextValue](r, "alt")
			file, _ := value[string](r, "file")
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
func (c *checker) resolutions() {
	for _, r := range c.report.Records("resolutions") {
		c.votes(r, "vote")
	}
}

// votes compares a result in words with the votes counted.
func (c *checker) votes(r *Record, key string) {
	yes, counted := value[int64](r, "yes")
	no, _ := value[int64](r, "no")
	vote := word(r, key)
	if vote == "einstimmig" && no > 0 || counted && (vote == "mit Mehrheit" && yes <= no || vote == "abgelehnt" && yes > no) {
		c.add(r, key, "vote-contradiction", r.at(key), vote, strconv.FormatInt(yes, 10), strconv.FormatInt(no, 10))
	}
}

// translations lists, a kind at a time, how many texts the language to be built lacks.
func (c *checker) translations() {
	for _, l := range c.report.lists {
		if n := c.owed[l.kind.Key]; n > 0 {
			at := l.records[0].At
			c.out.Add("untranslated", at, diag.Both(l.kind.DEs, l.kind.ENs), diag.Counted(int64(n), "Text liegt", "Texte liegen", "text is", "texts are"), c.opt.Lang, c.report.Langs[0]).Path = l.kind.Key
		}
	}
}
