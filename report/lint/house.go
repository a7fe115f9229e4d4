package lint

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/schema"
)

// house looks at what must be alike in the whole project: the town's name, the spelling of persons, counts in prose,
// the imprint, the dates of resolutions.
func (c *linter) house() {
	c.imprint()
	c.resolutionDates()
	name, persons, counts := c.officialName(), c.persons(), c.wholeCounts()
	for _, k := range schema.Kinds() {
		for _, r := range c.report.Records(k.Key) {
			phrases(r, func(r *model.Record, key string, t model.LangText) {
				name.check(c, r, key, t)
				persons.check(c, r, key, t)
				if k.Single {
					counts.check(c, r, key, t)
				}
			})
		}
	}
}

// phrases visits the texts of a record and of the records within it, all but those whose wording is someone else's.
func phrases(r *model.Record, visit func(r *model.Record, key string, t model.LangText)) {
	for _, v := range r.Values() {
		if v.Field.Verbatim || slices.Contains(credits, v.Field.Key) {
			continue
		}
		switch x := v.V.(type) {
		case model.TextValue:
			for _, t := range x {
				visit(r, v.Field.Key, t)
			}
		case []model.TextValue:
			for _, text := range x {
				for _, t := range text {
					visit(r, v.Field.Key, t)
				}
			}
		case *model.Record:
			if v.Field.Type == schema.Nested {
				phrases(x, visit)
			}
		case []*model.Record:
			if v.Field.Type == schema.NestedList {
				for _, n := range x {
					phrases(n, visit)
				}
			}
		}
	}
}

// officialName finds other spellings of a town's name of several words: „Frankenthal/Pfalz“ for „Frankenthal (Pfalz)“.
type officialName struct {
	name  string
	hints []string       // without one of them a text need not be searched
	find  *regexp.Regexp // nil for a name of one word
}

func (c *linter) officialName() officialName {
	p := c.report.Single("project")
	if p == nil {
		return officialName{}
	}
	town, _ := model.As[*model.Record](p, "municipality")
	if town == nil {
		return officialName{}
	}
	name := model.WordOf(town, "city")
	words := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" ()/-.,", r) })
	if len(words) < 2 {
		return officialName{}
	}
	const between = `[^\p{L}\p{N}\n]{0,3}`
	small := `(?:\p{L}\.\s?)*` // „i. d.“, „a. d.“
	if len(words) > 2 {
		small = `(?:\p{L}{1,3}(?:\.\s?|\s))*`
	}
	first, last := regexp.QuoteMeta(words[0]), regexp.QuoteMeta(words[len(words)-1])
	return officialName{name, []string{words[0], strings.ToUpper(words[0])}, regexp.MustCompile(`(?i)` + first + between + small + last + `[^\p{L}\p{N}\s]?`)}
}

func (o officialName) check(c *linter, r *model.Record, key string, t model.LangText) {
	if o.find == nil || !hinted(t.Text, o.hints) {
		return
	}
	for _, found := range o.find.FindAllString(t.Text, -1) {
		written := strings.Join(strings.Fields(found), " ")
		if end := strings.HasSuffix(o.name, ")"); !end || !strings.HasSuffix(written, ")") {
			written = strings.TrimRight(written, `)]}.,;:!?“”"'»«–-`)
		}
		if written != o.name && !strings.HasPrefix(o.name, written+")") {
			c.add(r, key, "name-spelled-otherwise", t.At, written, o.name)
		}
	}
}

// persons finds signs within words that name persons of any gender: Bürger*innen, Bürger:innen, BürgerInnen.
type persons struct {
	style   string // of project.style.spelling
	sign    string // that the style allows, or the first one found
	example string // where the style says nothing: the first word found
	at      diag.Span
}

// signs are what must stand in a text with such a word.
var signs = []string{"*i", ":i", "_i", "/i", "/-i", "*r", "*e", "*n", "Innen"}

// hinted tells whether a text holds one of the hints: far quicker than a search for a pattern.
func hinted(text string, hints []string) bool {
	return slices.ContainsFunc(hints, func(h string) bool { return strings.Contains(text, h) })
}

var gendered = regexp.MustCompile(`\p{L}*\p{Ll}(?:([*:_]|/-?)(?:innen|in|r|e|n|en|er)|(I)nnen)\b`)

func (c *linter) persons() *persons {
	p := &persons{}
	if project := c.report.Single("project"); project != nil {
		if style, ok := model.As[*model.Record](project, "style"); ok {
			p.style = model.WordOf(style, "spelling")
		}
	}
	p.sign = map[string]string{"stern": "*", "doppelpunkt": ":"}[p.style]
	return p
}

func (p *persons) check(c *linter, r *model.Record, key string, t model.LangText) {
	if p.style == "frei" || !hinted(t.Text, signs) || strings.HasPrefix(t.Lang, "en") {
		return
	}
	for _, m := range gendered.FindAllStringSubmatch(t.Text, -1) {
		sign := m[1] + m[2]
		if m[1] != "" && m[1] != "*" && !strings.HasSuffix(m[0], "in") && !strings.HasSuffix(m[0], "innen") {
			continue // „a/b“, „10:r“: letters after other signs mean much else
		}
		switch {
		case p.style == "" && p.sign == "":
			p.sign, p.example, p.at = sign, m[0], t.At
		case p.style == "" && sign != p.sign:
			model.FirstHere(c.add(r, key, "gender-mixed", t.At, m[0], p.example), p.at)
		case p.style != "" && sign != p.sign:
			c.add(r, key, "gender-sign", t.At, m[0], p.style, p.remedy())
		}
	}
}

func (p *persons) remedy() string {
	switch p.style {
	case "stern":
		return diag.Both("schreiben Sie Bürger*innen", "write Bürger*innen")
	case "doppelpunkt":
		return diag.Both("schreiben Sie Bürger:innen", "write Bürger:innen")
	case "paar":
		return diag.Both("nennen Sie beide: Bürgerinnen und Bürger", "name both: Bürgerinnen und Bürger")
	}
	return diag.Both("schreiben Sie neutral (Teilnehmende) oder nennen Sie beide (Bürgerinnen und Bürger)", "write neutrally (Teilnehmende) or name both (Bürgerinnen und Bürger)")
}

// wholeCounts compares the whole counts that prose names with the data: „alle 36 Maßnahmen“, „die drei Handlungsfelder“.
type wholeCounts struct {
	find *regexp.Regexp
	data map[string]int // by noun
}

var numerals = map[string]int{"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12}

func (c *linter) wholeCounts() *wholeCounts {
	n := &wholeCounts{data: map[string]int{}}
	for noun, kind := range map[string]string{"handlungsfelder": "fields", "maßnahmen": "measures", "workshops": "workshops"} {
		n.data[noun] = len(c.report.Records(kind))
	}
	n.find = regexp.MustCompile(`(?i)(?:^|\P{L})((?:(?:alle[nr]?|sämtliche[nr]?|insgesamt)\s+(\p{L}+|\d+)\s+(Handlungsfelder|Maßnahmen|Workshops))|(?:(?:die|der|den|unsere)\s+(\p{L}+|\d+)\s+(Handlungsfelder)))n?(?:\P{L}|$)`)
	return n
}

func (n *wholeCounts) check(c *linter, r *model.Record, key string, t model.LangText) {
	for _, m := range n.find.FindAllStringSubmatch(t.Text, -1) {
		number, noun := strings.ToLower(m[2]+m[4]), strings.ToLower(m[3]+m[5])
		said, ok := numerals[number]
		if !ok {
			var err error
			if said, err = strconv.Atoi(number); err != nil {
				continue
			}
		}
		if have := n.data[noun]; have != said {
			c.add(r, key, "count-differs", t.At, strings.Join(strings.Fields(m[1]), " "), strconv.Itoa(have))
		}
	}
}

// imprint: a work that is printed names who publishes and who prints it, with an address (LMG of Rhineland-Palatinate,
// section 9; other states have the same).
func (c *linter) imprint() {
	p := c.report.Single("project")
	if p == nil || model.WordOf(p, "state") != "Druckfassung" {
		return
	}
	var de, en []string
	list, _ := model.As[[]*model.Record](p, "publisher")
	prints, publishes, address := false, false, false
	for _, x := range list {
		role := strings.ToLower(model.BestOf(x, "role"))
		printer := strings.Contains(role, "druck") || strings.Contains(role, "print")
		prints, publishes = prints || printer, publishes || !printer
		address = address || !printer && c.has(x, "address")
	}
	if town, ok := model.As[*model.Record](p, "municipality"); ok && c.has(town, "street") {
		address = true
	}
	for _, m := range []struct {
		there  bool
		de, en string
	}{{publishes, "Herausgeber", "publisher"}, {address, "Anschrift", "address"}, {prints, "Druckerei", "printer"}} {
		if !m.there {
			de, en = append(de, m.de), append(en, m.en)
		}
	}
	if len(de) > 0 {
		c.add(p, "publisher", "imprint-incomplete", atOf(p, "publisher"), diag.Both(strings.Join(de, ", "), strings.Join(en, ", ")))
	}
}

// resolutionDates: a milestone that is a resolution happened when the resolution was passed.
func (c *linter) resolutionDates() {
	for _, m := range c.report.Records("milestones") {
		of, ok := model.As[*model.Record](m, "resolution")
		if !ok {
			continue
		}
		a, ok1 := model.As[model.Moment](m, "when")
		b, ok2 := model.As[model.Moment](of, "when")
		if ok1 && ok2 && (a.To().Before(b.From()) || b.To().Before(a.From())) {
			model.FirstHere(c.add(m, "when", "resolution-date", atOf(m, "when"), a.String(), b.String()), atOf(of, "when"))
		}
	}
}
