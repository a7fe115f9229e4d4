package model

import (
	"slices"
	"strconv"
	"strings"

	"konzept/report/diag"
	"konzept/report/number"
	"konzept/report/prose"
	"konzept/report/schema"
	"konzept/report/source"
)

// value decodes one field's value by its type. It reports what is wrong and returns false.
func (c *checker) value(r *Record, f *schema.Field, n *source.Node) (any, bool) {
	switch f.Type {
	case schema.Text:
		return nonNil(textsReader{c}.text(r, f, n))
	case schema.Texts:
		return nonNil(textsReader{c}.textList(r, f, n))
	case schema.Labels:
		return nonNil(textsReader{c}.labels(r, f, n))
	case schema.Nested:
		if !c.isField(r, f, n, source.Mapping) {
			return nil, false
		}
		return c.nested(r, f, n, 0), true
	case schema.NestedList:
		return c.nestedList(r, f, n)
	case schema.Refs:
		return c.refIDs(r, f, n)
	}
	if !c.isField(r, f, n, source.Scalar) {
		return nil, false
	}
	return c.scalar(r, f, n)
}

// nonNil turns an empty slice into "no value".
func nonNil[S ~[]T, T any](list S) (any, bool) {
	if len(list) == 0 {
		return nil, false
	}
	return list, true
}

// scalar decodes a field that is one word.
func (c *checker) scalar(r *Record, f *schema.Field, n *source.Node) (any, bool) {
	s := strings.TrimSpace(n.Value)
	if c.wrapped(r, f, n) || !c.fitsLine(r, f, n) {
		return nil, false
	}
	switch f.Type {
	case schema.Word, schema.ID:
		return c.word(r, f, n)
	case schema.Int:
		return c.number(r, f, n, "bad-number")
	case schema.Year:
		return c.year(r, f, n)
	case schema.Decimal:
		return c.decimal(r, f, n)
	case schema.Euro:
		return c.money(r, f, n)
	case schema.Bool:
		return c.truth(r, f, n)
	case schema.Day:
		return c.day(r, f, n)
	case schema.When:
		return c.moment(r, f, n)
	case schema.Time:
		return c.clock(r, f, n)
	case schema.Choice:
		return c.choose(r, f, n, s)
	case schema.Ref:
		textsReader{c}.textTraps(r, f, n)
		return unresolved{{s, n.Span}}, true
	case schema.File:
		return filesReader{c}.file(r, f, n)
	case schema.URL:
		return c.url(r, f, n)
	}
	return nil, false
}

// choose finds the term of a choice under any of its names: its key, or what it is called in a language.
func (c *checker) choose(r *Record, f *schema.Field, n *source.Node, s string) (any, bool) {
	var names []string
	for i := range f.Values {
		if t := &f.Values[i]; slices.Contains(t.Names(), s) {
			return t, true
		}
		names = append(names, f.Values[i].Key)
	}
	c.add(r, f.Key, "unknown-choice", n.Span, Wording(f), f.Key, s, diag.Suggest(s, names))
	return nil, false
}

func (c *checker) isField(r *Record, f *schema.Field, n *source.Node, want source.Kind) bool {
	switch {
	case n.Kind == want:
		return true
	case want == source.Scalar && c.bracketed(r, f, n):
		return false
	case want == source.Scalar && f.Type == schema.Ref && n.Kind == source.Sequence:
		c.add(r, f.Key, "one-reference", n.Span, Wording(f), f.Key, c.beside(r, f))
		return false
	}
	c.add(r, f.Key, "wrong-shape", n.Span, f.Key, shape(want), shape(n.Kind), shapeHint(n, want))
	return false
}

// bracketed reports a text that begins with a bracket, which YAML takes for a list or a map: [Name], {Name}.
func (c *checker) bracketed(r *Record, f *schema.Field, n *source.Node) bool {
	if n.Style != source.Flow || f.Type == schema.Ref && n.Kind == source.Sequence {
		return false
	}
	for i := range n.Entries {
		if !n.Entries[i].Value.Empty() {
			return false
		}
	}
	c.add(r, f.Key, "bracket-as-text", n.Span, Wording(f), f.Key, n.Written())
	return true
}

// beside names the fields of a record that take more references than the one that this field holds.
func (c *checker) beside(r *Record, f *schema.Field) string {
	var de, en []string
	for i := range r.fields {
		if o := &r.fields[i]; o.Type == schema.Refs && o.Of == f.Of || f.Of == "offices" && o.Key == "partners" {
			de, en = append(de, o.DE+" (`"+o.Key+"`)"), append(en, o.EN+" (`"+o.Key+"`)")
		}
	}
	if len(de) == 0 {
		return diag.Both("nennen Sie eine Kennung ohne [ ]", "name one id without [ ]")
	}
	return diag.Both("nennen Sie eine Kennung ohne [ ]; weitere gehören in "+strings.Join(de, " oder "), "name one id without [ ]; others belong in "+strings.Join(en, " or "))
}

// wrapped reports a word that stands in the quotation marks of print. Those of YAML are straight: they would go, these stay.
func (c *checker) wrapped(r *Record, f *schema.Field, n *source.Node) bool {
	s := strings.TrimSpace(n.Value)
	inner := strings.Trim(s, "„“”‚‘’»«›‹")
	if n.Style != source.Plain || inner == "" || strings.HasPrefix(s, inner) || strings.HasSuffix(s, inner) {
		return false
	}
	c.add(r, f.Key, "printed-quotes", n.Span, Wording(f), f.Key, s, inner)
	return true
}

func (c *checker) nested(r *Record, f *schema.Field, n *source.Node, index int) *Record {
	child := &Record{Field: f, At: n.Span, parent: r, index: index, fields: f.Fields}
	c.fields(child, n)
	return child
}

func (c *checker) nestedList(r *Record, f *schema.Field, n *source.Node) (any, bool) {
	if !c.isField(r, f, n, source.Sequence) {
		return nil, false
	}
	list := make([]*Record, 0, len(n.Items))
	for i, item := range n.Items {
		if c.isField(r, f, item, source.Mapping) {
			list = append(list, c.nested(r, f, item, i))
		}
	}
	return nonNil(list)
}

// word decodes one line of text without markup.
func (c *checker) word(r *Record, f *schema.Field, n *source.Node) (any, bool) {
	textsReader{c}.textTraps(r, f, n)
	s := strings.TrimSpace(n.Value)
	if strings.ContainsAny(s, "\n\t") {
		c.add(r, f.Key, "not-one-line", n.Span, Wording(f), f.Key)
		return nil, false
	}
	if f.Type == schema.ID && !isID(s) {
		c.add(r, f.Key, "bad-id", n.Span, s)
		return nil, false
	}
	return s, true
}

// isID tells whether a word can name a record on the command line, in file names and in workbooks.
func isID(s string) bool {
	if len(s) > 64 {
		return false
	}
	for i, r := range s {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', strings.ContainsRune("äöüÄÖÜß", r):
		case i > 0 && strings.ContainsRune("-_. ", r):
		default:
			return false
		}
	}
	return true
}

// whole parses a whole number that every YAML reader takes for the same: no 012, no 1_000, no 0x1F.
func whole(s string) (int64, bool) {
	digits := strings.TrimPrefix(s, "-")
	if digits == "" || len(digits) > 1 && digits[0] == '0' || strings.Trim(digits, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.ParseInt(s, 10, 64)
	return n, err == nil
}

func (c *checker) number(r *Record, f *schema.Field, n *source.Node, code diag.Code) (any, bool) {
	s := strings.TrimSpace(n.Value)
	if i, ok := whole(s); ok {
		return i, true
	}
	if n.Style == source.Plain && source.IsOctal(s) {
		code = "leading-zero"
	}
	c.add(r, f.Key, code, n.Span, Wording(f), f.Key, s)
	return nil, false
}

func (c *checker) year(r *Record, f *schema.Field, n *source.Node) (any, bool) {
	v, ok := c.number(r, f, n, "bad-year")
	if y, _ := v.(int64); ok && (y < 1900 || y > 2199) {
		c.add(r, f.Key, "bad-year", n.Span, Wording(f), f.Key, n.Value)
		return nil, false
	}
	return v, ok
}

func (c *checker) decimal(r *Record, f *schema.Field, n *source.Node) (any, bool) {
	s := strings.TrimSpace(n.Value)
	head, tail, _ := strings.Cut(s, ".")
	if _, ok := whole(head); ok && strings.Trim(tail, "0123456789") == "" && !strings.HasSuffix(s, ".") {
		if v, ok := number.Parse(s); ok {
			return v, true
		}
	}
	c.add(r, f.Key, "bad-decimal", n.Span, Wording(f), f.Key, s, prose.MeantNumber(s, false))
	return nil, false
}

// money decodes euro with at most two decimals. 12.500 is refused: it may be meant as twelve thousand.
func (c *checker) money(r *Record, f *schema.Field, n *source.Node) (any, bool) {
	s := strings.TrimSpace(n.Value)
	head, tail, dot := strings.Cut(s, ".")
	euro, ok := whole(head)
	if !ok || dot && (len(tail) == 0 || len(tail) > 2) || strings.Trim(tail, "0123456789") != "" || euro > 1e12 || euro < -1e12 {
		c.add(r, f.Key, "bad-money", n.Span, Wording(f), f.Key, s, prose.MeantNumber(s, true))
		return nil, false
	}
	cents, _ := strconv.ParseInt((tail + "00")[:2], 10, 64)
	if strings.HasPrefix(s, "-") {
		cents = -cents
	}
	return Money(euro*100 + cents), true
}

func (c *checker) truth(r *Record, f *schema.Field, n *source.Node) (any, bool) {
	switch strings.TrimSpace(n.Value) {
	case "true":
		return true, true
	case "false":
		return false, true
	}
	c.add(r, f.Key, "bad-bool", n.Span, Wording(f), f.Key, n.Value)
	return nil, false
}

// clock decodes a time of day as "14:00".
func (c *checker) clock(r *Record, f *schema.Field, n *source.Node) (any, bool) {
	s := strings.TrimSpace(n.Value)
	h, m, ok := strings.Cut(s, ":")
	hour, err1 := strconv.Atoi(h)
	minute, err2 := strconv.Atoi(m)
	if !ok || err1 != nil || err2 != nil || len(h) > 2 || len(m) != 2 || hour < 0 || hour > 24 || minute < 0 || minute > 59 || hour == 24 && minute > 0 {
		c.add(r, f.Key, "bad-time", n.Span, Wording(f), f.Key, s)
		return nil, false
	}
	if n.Style == source.Plain {
		c.add(r, f.Key, "unquoted-time", n.Span, s, strconv.Itoa(60*hour+minute))
	}
	if len(h) == 1 {
		s = "0" + s
	}
	return s, true
}
