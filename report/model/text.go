package model

import (
	"slices"
	"strings"

	"konzept/report/calendar"
	"konzept/report/diag"
	"konzept/report/prose"
	"konzept/report/schema"
	"konzept/report/source"
)

// textsReader reads texts in one or several languages.
type textsReader struct{ *checker }

// text decodes a Text: a string in the project's first language, a map of languages, or {file: x.md}.
func (c textsReader) text(r *Record, f *schema.Field, n *source.Node) TextValue {
	switch {
	case n.Kind != source.Scalar && c.bracketed(r, f, n):
		return nil
	case n.Kind == source.Sequence:
		c.add(r, f.Key, "wrong-shape", n.Span, f.Key, diag.Both("ein Text", "a text"), shape(n.Kind), shapeHint(n, source.Scalar))
		return nil
	case n.Kind == source.Scalar || n.Get("file") != nil:
		if t, ok := c.oneText(r, f, n, c.report.Langs[0]); ok {
			c.owe(r)
			return TextValue{t}
		}
		return nil
	}
	return c.languageMap(r, f, n)
}

// owe counts a text that stands in the project's first language only.
func (c textsReader) owe(r *Record) {
	if c.opt.Lang == "" || c.opt.Lang == c.report.Langs[0] {
		return
	}
	for r.parent != nil {
		r = r.parent
	}
	if c.report.owed == nil {
		c.report.owed = map[string]int{}
	}
	c.report.owed[r.Kind.Key]++
}

func (c textsReader) languageMap(r *Record, f *schema.Field, n *source.Node) TextValue {
	if len(n.Entries) == 1 && foreignTag(n.Entries[0].Key) && !contains(c.report.Langs, n.Entries[0].Key) {
		return c.foreign(r, f, &n.Entries[0])
	}
	if strange := func(e source.Entry) bool { return !isLang(e.Key) }; slices.ContainsFunc(n.Entries, strange) &&
		!slices.ContainsFunc(n.Entries, func(e source.Entry) bool { return contains(c.report.Langs, e.Key) }) {
		c.add(r, f.Key, "wrong-shape", n.Span, f.Key, diag.Both("ein Text", "a text"), shape(n.Kind))
		return nil
	}
	byLang := map[string]LangText{}
	for i := range n.Entries {
		e := &n.Entries[i]
		if !contains(c.report.Langs, e.Key) {
			c.add(r, f.Key, "unknown-language", e.KeySpan, e.Key, diag.Suggest(e.Key, c.report.Langs))
			continue
		}
		if t, ok := c.oneText(r, f, e.Value, e.Key); ok {
			byLang[e.Key] = t
		}
	}
	var t TextValue
	for i, lang := range c.report.Langs {
		text, ok := byLang[lang]
		switch {
		case ok:
			t = append(t, text)
		case i == 0 && len(byLang) > 0:
			c.add(r, f.Key, "missing-language", n.Span, Wording(f), f.Key, lang)
		case len(byLang) > 0:
			c.add(r, f.Key, "missing-translation", n.Span, Wording(f), f.Key, lang)
		}
	}
	return t
}

// foreign decodes a text that stands in one other language alone, such as a name: {uk: Олександра}. Every edition prints it
// as it is, marked with its language.
func (c textsReader) foreign(r *Record, f *schema.Field, e *source.Entry) TextValue {
	if t, ok := c.oneText(r, f, e.Value, e.Key); ok {
		return TextValue{t}
	}
	return nil
}

// foreignTag tells whether a key is the tag of a language that exists: of two letters those of ISO 639-1, so that a slip of
// the pen (ed for de) is found; of three letters any.
func foreignTag(key string) bool {
	base, _, _ := strings.Cut(key, "-")
	return isLang(key) && (len(base) == 3 || slices.Contains(strings.Fields(iso639), base))
}

// iso639 are the languages of ISO 639-1.
const iso639 = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// oneText decodes a text in one language.
func (c textsReader) oneText(r *Record, f *schema.Field, n *source.Node, lang string) (LangText, bool) {
	if file := n.Get("file"); file != nil {
		for i := range n.Entries {
			if e := &n.Entries[i]; e.Key != "file" {
				c.add(r, f.Key, "unknown-key", e.KeySpan, e.Key, diag.Suggest(e.Key, []string{"file"}))
			}
		}
		return filesReader(c).textFile(r, f, file, lang)
	}
	if n.Kind != source.Scalar {
		c.add(r, f.Key, "wrong-shape", n.Span, f.Key, diag.Both("ein Text", "a text"), shape(n.Kind), shapeHint(n, source.Scalar))
		return LangText{}, false
	}
	text := strings.TrimSpace(n.Value)
	if text == "" {
		c.add(r, f.Key, "empty-value", n.Span, Wording(f), f.Key)
		return LangText{}, false
	}
	if !c.fits(r, f, n.Value, n.Locate) {
		return LangText{}, false
	}
	c.textTraps(r, f, n)
	c.typed(r, f, prose.Text{Text: n.Value, Lang: lang, Joined: n.Joined, Place: n.Locate})
	return LangText{Lang: lang, Text: text, At: n.Span, Verbatim: f.Verbatim, Line: f.OneLine()}, true
}

func (c textsReader) textList(r *Record, f *schema.Field, n *source.Node) []TextValue {
	if !c.isField(r, f, n, source.Sequence) {
		return nil
	}
	list := make([]TextValue, 0, len(n.Items))
	for _, item := range n.Items {
		if item.Empty() {
			c.add(r, f.Key, "empty-value", item.Span, Wording(f), f.Key)
			continue
		}
		t := c.text(r, f, item)
		if t == nil {
			continue
		}
		for _, earlier := range list {
			if earlier[0].Text == t[0].Text {
				c.add(r, f.Key, "listed-twice", item.Span, t[0].Text).Notes = []diag.Note{{Code: "first-here", At: earlier[0].At}}
				break
			}
		}
		list = append(list, t)
	}
	c.splitName(r, f, n)
	return list
}

// splitName finds a name with commas in [ ] without quotation marks: Verein für Kinder, Jugend und Familie. It ends as
// such names do, and no list does: the last part has an "and" and no part before it has.
func (c textsReader) splitName(r *Record, f *schema.Field, n *source.Node) {
	last := len(n.Items) - 1
	if n.Style != source.Flow || last < 1 || n.Items[last].Style != source.Plain || !joinsWithAnd(n.Items[last].Value) || joinsWithAnd(n.Items[last-1].Value) || n.Items[last-1].Style != source.Plain {
		return
	}
	if !introduces(n.Items[last-1].Value) {
		return
	}
	from := last - 1
	at := n.Items[from].Span
	at.To = n.Items[last].Span.To
	c.add(r, f.Key, "split-name", at, n.Items[from].Value, n.Items[last].Value)
}

func joinsWithAnd(s string) bool {
	return strings.Contains(s, " und ") || strings.Contains(s, " & ") || strings.Contains(s, " sowie ")
}

// introduces tells whether a part of a list begins an enumeration of its own: Verein für Kinder, Amt für Soziales.
func introduces(s string) bool {
	for _, w := range [...]string{" für ", " der ", " des ", " von ", " zur ", " zum ", " gegen ", " mit "} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func (c textsReader) labels(r *Record, f *schema.Field, n *source.Node) []Label {
	if !c.isField(r, f, n, source.Mapping) {
		return nil
	}
	list := make([]Label, 0, len(n.Entries))
	for i := range n.Entries {
		e := &n.Entries[i]
		if e.Value.Empty() {
			c.add(r, f.Key, "empty-value", e.KeySpan, e.Key, e.Key)
			continue
		}
		if f.Key == "words" && isNoun(e.Value) {
			list = append(list, c.noun(r, f, e)...)
		} else if t := c.text(r, f, e.Value); t != nil {
			list = append(list, Label{Key: e.Key, At: e.KeySpan, Text: t})
		}
	}
	return list
}

// nounKeys are what a word of one's own says of itself.
var nounKeys = []string{"one", "many", "gender"}

// isNoun tells whether a word is written with its plural or gender: {one: Projekt, many: Projekte, gender: n}.
func isNoun(n *source.Node) bool {
	return slices.ContainsFunc(nounKeys, func(key string) bool { return n.Get(key) != nil })
}

// noun reads such a word: the singular is the label of its key, the plural that of the key with an s, as measure and measures.
func (c textsReader) noun(r *Record, f *schema.Field, e *source.Entry) (list []Label) {
	gender := ""
	for i := range e.Value.Entries {
		switch own := &e.Value.Entries[i]; own.Key {
		case "one", "many":
		case "gender":
			if gender = own.Value.Value; gender != "m" && gender != "f" && gender != "n" {
				c.add(r, f.Key, "bad-gender", own.Value.Span, gender)
				gender = ""
			}
		default:
			c.add(r, f.Key, "unknown-key", own.KeySpan, own.Key, diag.Suggest(own.Key, nounKeys))
		}
	}
	for key, n := range map[string]*source.Node{e.Key: e.Value.Get("one"), e.Key + "s": e.Value.Get("many")} {
		if n == nil {
			continue
		}
		if t := c.text(r, f, n); t != nil {
			list = append(list, Label{Key: key, At: e.KeySpan, Text: t, Gender: gender})
		}
	}
	slices.SortFunc(list, func(a, b Label) int { return strings.Compare(a.Key, b.Key) })
	return list
}

// textTraps reports plain words that YAML readers take for something else than text.
func (c textsReader) textTraps(r *Record, f *schema.Field, n *source.Node) {
	if n.Style != source.Plain {
		return
	}
	s := n.Value
	if len(s) > 24 {
		return
	}
	switch d, date := calendar.ParseDate(s); {
	case date:
		c.add(r, f.Key, "unquoted-date", n.Span, s, d.String())
	case isTruth(s):
		c.add(r, f.Key, "unquoted-bool", n.Span, s)
	default:
		if read := source.ReadAsNumber(s); read != "" && read != s {
			c.add(r, f.Key, "unquoted-number", n.Span, s, read)
		}
	}
}

// isTruth tells whether YAML 1.1 reads a word as true or false, as many readers do.
func isTruth(s string) bool {
	switch strings.ToLower(s) {
	case "yes", "no", "on", "off", "true", "false", "y", "n":
		return s == strings.ToLower(s) || s == strings.ToUpper(s) || s == strings.ToUpper(s[:1])+strings.ToLower(s[1:])
	}
	return false
}

// typed has a text looked at as a typist would. The wording of a card is kept as it was written.
func (c textsReader) typed(r *Record, f *schema.Field, t prose.Text) {
	if f.Key == "card" {
		return
	}
	t.Short, t.Line = f.Key == "short", f.OneLine()
	t.Add = func(code diag.Code, at diag.Span, args ...string) *diag.Finding {
		return c.add(r, f.Key, code, at, args...)
	}
	c.prose.Read(t)
}
