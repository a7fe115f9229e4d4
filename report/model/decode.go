package model

import (
	"io/fs"
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/prose"
	"konzept/report/schema"
	"konzept/report/source"
)

// checker carries one run of Check.
type checker struct {
	report *Report
	files  fs.FS
	opt    CheckOptions
	out    *diag.List
	texts  map[string]LangText // .md files that were read, by path

	folders map[string][]fs.DirEntry // of the project, as listed
	prose   prose.Reader
	wanted  absences // of the kind that is being read
	buffers [][]Value
	deep    int
}

func (c *checker) breaks(r *Record, key string) {
	if c.report.broken == nil {
		c.report.broken = map[fieldOf]bool{}
	}
	c.report.broken[fieldOf{r, key}] = true
}

// add reports a finding about a field of a record, or about the record itself if key is "".
func (c *checker) add(r *Record, key string, code diag.Code, at diag.Span, args ...string) *diag.Finding {
	return Tell(c.out, r, key, code, at, args...)
}

// Tell adds a finding about a field of a record to a list.
func Tell(out *diag.List, r *Record, key string, code diag.Code, at diag.Span, args ...string) *diag.Finding {
	f := out.Add(code, at, args...)
	f.Path = r.Path()
	if key != "" && f.Path != "" {
		f.Path += "." + key
	}
	return f
}

// FirstHere points a finding to what was there first.
func FirstHere(f *diag.Finding, at diag.Span) {
	f.Notes = append(f.Notes, diag.Note{Code: "first-here", At: at})
}

// Wording makes the arguments {0} and {1} of wordings such as „Federführung (`lead`) fehlt“.
func Wording(f *schema.Field) string { return diag.Both(f.DE, f.EN) }

// languages reads the project's languages before anything else: they say what a text may be.
func (c *checker) languages(root *source.Node) {
	n := root.Get("project").Get("languages")
	if n == nil || n.Kind != source.Sequence {
		return
	}
	var langs []string
	for _, item := range n.Items {
		if item.Kind != source.Scalar || !isLang(item.Value) {
			c.out.Add("bad-language", item.Span, item.Value).Path = "project.languages"
			continue
		}
		langs = append(langs, item.Value)
	}
	if len(langs) > 0 {
		c.report.Langs = langs
	}
}

// style reads what the project has chosen before texts are looked at.
func (c *checker) style(root *source.Node) {
	if lang := c.report.Langs[0]; lang == "de-CH" || lang == "de-LI" {
		c.prose.Quotes = "«»"
	}
	style := root.Get("project").Get("style")
	word := func(key string) string {
		if n := style.Get(key); n != nil && n.Kind == source.Scalar {
			return n.Value
		}
		return ""
	}
	switch quotes := word("quotes"); quotes {
	case "„“", "»«", "«»":
		c.prose.Quotes = quotes
	}
	if word("microtypography") != "aus" {
		phone := word("phone")
		c.prose.Corrected = prose.Corrected{Marks: true, Numbers: word("thousands") != "", Dates: word("dates") == "zahl", Phones: phone != "" && phone != "frei"}
	}
}

// isLang tells whether a word has the form of a language tag (BCP 47): de, en, de-LU, zh-Hant.
func isLang(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if len(part) < 2 || len(part) > 8 || i == 0 && len(part) > 3 {
			return false
		}
		for _, b := range []byte(part) {
			if !(b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || i > 0 && b >= '0' && b <= '9') {
				return false
			}
		}
	}
	return s != ""
}

// decode reads all records: first the project, whose terms the others have.
func (c *checker) decode(root *source.Node) {
	table := declared(root, c.report.Langs)
	c.report.Schema = table
	for i := range table.Kinds {
		c.report.lists = append(c.report.lists, list{kind: &table.Kinds[i], byID: map[string]*Record{}})
	}
	if root == nil || root.Kind != source.Mapping {
		return
	}
	for _, e := range root.Entries {
		l := c.report.list(e.Key)
		switch {
		case l == nil:
			c.out.Add("unknown-key", e.KeySpan, e.Key, diag.Suggest(e.Key, kindKeys()))
		case e.Value.Empty():
		case l.kind.Single:
			c.single(l, e.Value)
		default:
			c.many(l, e.Value)
		}
	}
	if c.report.Single("project") == nil && !c.opt.Torn {
		c.out.Add("no-project", root.Span)
	}
}

func kindKeys() []string {
	var keys []string
	for _, k := range schema.Kinds() {
		keys = append(keys, k.Key)
	}
	return keys
}

func (c *checker) single(l *list, n *source.Node) {
	r := &Record{Kind: l.kind, At: n.Span, fields: l.kind.Fields}
	if c.is(r, l.kind.Key, n, source.Mapping) {
		c.fields(r, n)
		l.records = append(l.records, r)
	}
}

func (c *checker) many(l *list, n *source.Node) {
	if !c.is(nil, l.kind.Key, n, source.Sequence) {
		return
	}
	l.records = make([]*Record, 0, len(n.Items))
	folded := map[string]*Record{} // workbooks and some file systems do not tell a from A
	for i, item := range n.Items {
		r := &Record{Kind: l.kind, At: item.Span, index: i, fields: l.kind.Fields}
		if !c.is(r, "", item, source.Mapping) {
			continue
		}
		if id := item.Get("id"); id != nil && id.Kind == source.Scalar && !id.Empty() {
			r.ID, r.At = id.Value, id.Span
		}
		c.fields(r, item)
		l.records = append(l.records, r)
		if r.ID == "" {
			continue
		}
		if l.byID[r.ID] == nil {
			l.byID[r.ID] = r
		}
		if twin := folded[strings.ToLower(r.ID)]; twin == nil {
			folded[strings.ToLower(r.ID)] = r
		} else if twin.ID != r.ID {
			FirstHere(c.add(r, "id", "id-case", r.At, r.ID, twin.ID), twin.At)
		}
	}
	c.wanted.report(c, len(l.records))
	c.wanted = nil
}

// is reports a node that does not have the shape it must have.
func (c *checker) is(r *Record, key string, n *source.Node, want source.Kind) bool {
	if n.Kind == want {
		return true
	}
	name := key
	if name == "" && r != nil {
		name = r.Path()
	}
	c.add(r, key, "wrong-shape", n.Span, name, shape(want), shape(n.Kind), shapeHint(n, want))
	return false
}

// shapeHint says how what is there is written in the shape that is wanted.
func shapeHint(n *source.Node, want source.Kind) string {
	if s := n.Value; want == source.Sequence && n.Kind == source.Scalar && len(s) <= 60 && !strings.Contains(s, "\n") {
		if !strings.Contains(s, ",") {
			return diag.Both("eine Liste mit einem Eintrag schreiben Sie so: ["+s+"]", "a list of one entry is written ["+s+"]")
		}
		return diag.Both("schreiben Sie ["+s+"], wenn das Komma Einträge trennt, sonst [\""+s+"\"]", "write ["+s+"] if the comma parts entries, else [\""+s+"\"]")
	}
	return diag.Both("Listen haben je Eintrag ein „- “, Gruppen je Zeile „Schlüssel: Wert“", "lists have a “- ” before each entry, maps have a “key: value” on each line")
}

func shape(k source.Kind) string {
	switch k {
	case source.Mapping:
		return diag.Both("eine Gruppe von Schlüsseln", "a map of keys")
	case source.Sequence:
		return diag.Both("eine Liste", "a list")
	}
	return diag.Both("ein einzelner Wert", "a single value")
}

// fields decodes a map by the record's rows of the schema table.
func (c *checker) fields(r *Record, n *source.Node) {
	found, count := c.scratch(len(r.fields)), 0
	defer func() { c.deep-- }()
	for i := range n.Entries {
		e := &n.Entries[i]
		k := slices.IndexFunc(r.fields, func(f schema.Field) bool { return f.Key == e.Key })
		if k < 0 {
			c.unknown(r, e)
			continue
		}
		f := &r.fields[k]
		found[k].Field = f
		if e.Value.Torn {
			c.breaks(r, f.Key) // a finding has said that a comma parts it
			continue
		}
		if e.Value.Empty() || e.Value.Kind == source.Scalar && strings.TrimSpace(e.Value.Value) == "" {
			c.empty(r, f, e)
			continue
		}
		first, rest := further(f, n, e.Value)
		if rest != nil {
			more := slices.IndexFunc(r.fields, func(g schema.Field) bool { return g.Key == f.Further })
			if v, ok := c.value(r, &r.fields[more], rest); ok {
				found[more] = Value{Field: &r.fields[more], At: rest.Span, Level: r.fields[more].Visibility, V: v}
				count++
			}
		}
		if v, ok := c.value(r, f, first); ok {
			found[k] = Value{Field: f, At: first.Span, Level: f.Visibility, V: v}
			count++
		} else {
			c.breaks(r, f.Key)
		}
	}
	r.values = make([]Value, 0, count)
	for k := range found {
		if found[k].V != nil {
			r.values = append(r.values, found[k])
		} else if found[k].Field == nil {
			c.missing(r, &r.fields[k])
		}
	}
	c.visibility(r)
}

// further parts the references of a field that takes one and has another for those behind it, unless the record names those there
// as well. rest is nil if there are none.
func further(f *schema.Field, n, value *source.Node) (first, rest *source.Node) {
	if f.Further == "" || value.Kind != source.Sequence || len(value.Items) == 0 || n.Get(f.Further) != nil {
		return value, nil
	}
	if len(value.Items) > 1 {
		others := *value
		others.Items = value.Items[1:]
		rest = &others
	}
	return value.Items[0], rest
}

// scratch returns a cleared buffer for the values of one record. A record has a few of the many fields of its kind, so that a buffer
// is used again; records nest, so that there is one for each depth.
func (c *checker) scratch(n int) []Value {
	if c.deep == len(c.buffers) {
		c.buffers = append(c.buffers, nil)
	}
	buffer := c.buffers[c.deep]
	if cap(buffer) < n {
		buffer = make([]Value, n)
	}
	clear(buffer[:n])
	c.buffers[c.deep] = buffer
	c.deep++
	return buffer[:n]
}

// empty reports a key without a value. A required field is then missing.
func (c *checker) empty(r *Record, f *schema.Field, e *source.Entry) {
	code := diag.Code("empty-value")
	if f.Required {
		code = "missing-field"
	}
	c.add(r, f.Key, code, e.KeySpan, Wording(f), f.Key)
}

func (c *checker) missing(r *Record, f *schema.Field) {
	switch {
	case f.Required:
		c.add(r, f.Key, "missing-field", r.Head(), Wording(f), f.Key)
	case f.Wanted:
		c.wanted = append(c.wanted, absence{r, f})
	}
}

// Head is the place to show when something is missing in the record: its id, or its first byte.
func (r *Record) Head() diag.Span {
	if r.ID != "" {
		return r.At
	}
	return diag.Span{File: r.At.File, From: r.At.From, To: r.At.From + 1}
}

// unknown reports a key that the schema does not have. People also write the German label.
func (c *checker) unknown(r *Record, e *source.Entry) {
	keys, labels := make([]string, len(r.fields)), make([]string, len(r.fields))
	for i := range r.fields {
		keys[i], labels[i] = r.fields[i].Key, r.fields[i].DE
	}
	meant := e.Key
	if label := diag.Nearest(e.Key, labels); label != "" && diag.Nearest(e.Key, keys) == "" {
		meant = keys[slices.Index(labels, label)]
	}
	c.add(r, e.Key, "unknown-key", e.KeySpan, e.Key, diag.Suggest(meant, keys))
}
