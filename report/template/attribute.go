package template

import (
	"reflect"
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/eval"
	"konzept/report/geom"
	"konzept/report/number"
)

// directive binds a component: its name, its words and attributes, the rest of its line and what it holds.
func (b *binder) directive(c *fence, name string, head Text, names *eval.Names) Node {
	sp := b.set.spec(name)
	if sp == nil {
		b.out().Add("unknown-directive", head.Span(0, max(len(name), 1)), name, diag.Suggest(name, b.set.specNames()))
		return nil
	}
	switch {
	case c.leaf && !sp.Leaf:
		b.out().Add("container-expected", head.Span(0, len(name)), name)
		return nil
	case !c.leaf && !sp.Body:
		b.out().Add("leaf-expected", head.Span(0, len(name)), name)
		return nil
	}
	d := &Directive{At: head.All(), Spec: sp}
	rest := head.Sub(len(name), len(head.Chars))
	if strings.HasPrefix(rest.Chars, "{") && !strings.HasPrefix(rest.Chars, "{{") {
		rest = b.braced(d, rest, names)
	}
	b.words(d, rest.Trim(), names, c.leaf && sp.Rest)
	d.Kids = b.children(c, names)
	return d
}

// braced reads the attributes in braces directly after a name, such as cell{cols=2}, and returns what follows.
func (b *binder) braced(d *Directive, t Text, names *eval.Names) Text {
	end := 1
	for end < len(t.Chars) && t.Chars[end] != '}' {
		end = passExpr(t.Chars, end)
	}
	if end >= len(t.Chars) {
		b.out().Add("open-braces", t.All())
		return t.Sub(len(t.Chars), len(t.Chars))
	}
	inner := t.Sub(1, end)
	for i := 0; ; {
		tok, ok := nextToken(inner, i)
		if !ok {
			return t.Sub(end+1, len(t.Chars))
		}
		i = tok.to
		b.attribute(d, tok, names)
	}
}

// words reads positional values and attributes. With free text after them, only known keys are attributes.
func (b *binder) words(d *Directive, t Text, names *eval.Names, free bool) {
	for i := 0; ; {
		tok, ok := nextToken(t, i)
		if !ok {
			return
		}
		bare := tok.key == "" && !tok.quoted
		known := tok.key != "" && d.Spec.Attr(tok.key) != nil
		switch {
		case free && !known && (len(d.Words) >= len(d.Spec.Words) || bare):
			d.Rest = b.phrase(t.Sub(i, len(t.Chars)).Trim(), names)
			return
		case tok.key == "" && bare && d.flag(tok.value.Chars):
			d.Attrs = append(d.Attrs, Given{Key: tok.value.Chars, at: tok.value.All(), flag: true})
		case tok.key == "" && len(d.Words) < len(d.Spec.Words):
			d.Words = append(d.Words, b.value(tok, names))
		default:
			b.attribute(d, tok, names)
		}
		i = tok.to
	}
}

// flag tells whether a bare word is a flag of the directive.
func (d *Directive) flag(word string) bool {
	a := d.Spec.Attr(word)
	return a != nil && a.Form == AsFlag
}

// attribute binds one attribute and checks what can be checked before expanding.
func (b *binder) attribute(d *Directive, tok token, names *eval.Names) {
	key, at := tok.key, tok.keyAt
	if key == "" {
		key, at = tok.value.Chars, tok.value.All()
		if !tok.quoted && d.flag(key) {
			d.Attrs = append(d.Attrs, Given{Key: key, at: at, flag: true})
			return
		}
	}
	sp := d.Spec.Attr(key)
	switch {
	case sp == nil:
		b.out().Add("unknown-attribute", at, key, d.Spec.Name, diag.Suggest(key, d.Spec.keys()))
		return
	case tok.key == "":
		b.out().Add("attribute-without-value", at, key)
		return
	case d.get(key) != nil:
		b.out().Add("attribute-twice", at, key)
		return
	}
	a := Given{Key: key, at: at, Value: b.value(tok, names)}
	if a.Value.Fixed != "" {
		if problem := Misfit(sp, a.Value.Fixed); problem != "" {
			b.out().Add("bad-value", a.Value.At, key, a.Value.Fixed, problem)
			return
		}
	}
	d.Attrs = append(d.Attrs, a)
}

// Misfit says what a value should be, or nothing if it fits. Names of the design are checked when expanding.
func Misfit(sp *Attr, s string) string {
	switch sp.Form {
	case AsWord:
		if !slices.Contains(sp.Words, s) {
			return diag.Suggest(s, sp.Words)
		}
	case AsLength:
		if _, err := geom.Parse(s); err != nil {
			return diag.Both("eine Länge wie 10.5pt oder 25mm", "a length such as 10.5pt or 25mm")
		}
	case AsEdges:
		if _, ok := geom.ParseEdges(s); !ok {
			return diag.Both("ein, zwei oder vier Längen wie „3mm 4mm“", "one, two or four lengths such as `3mm 4mm`")
		}
	case AsSides:
		if _, ok := geom.ParseSides(s); !ok {
			return diag.Both("left, right, top oder bottom, durch Leerzeichen getrennt", "left, right, top or bottom, parted by spaces")
		}
	case AsInt:
		if _, ok := number.ParseCount(s); !ok {
			return diag.Both("eine ganze Zahl", "a whole number")
		}
	case AsWidths:
		if _, ok := parseColumns(s); !ok {
			return diag.Both("Breiten wie „1fr 40mm auto“", "widths such as `1fr 40mm auto`")
		}
	}
	return ""
}

// Put writes what characters that fit mean into a field.
func (a *Attr) Put(s string, to reflect.Value) {
	switch a.Form {
	case AsLength:
		l, _ := geom.Parse(s)
		to.SetInt(int64(l))
	case AsEdges:
		e, _ := geom.ParseEdges(s)
		to.Set(reflect.ValueOf(e))
	case AsSides:
		sides, _ := geom.ParseSides(s)
		to.Set(reflect.ValueOf(sides))
	case AsInt:
		n, _ := number.ParseCount(s)
		to.SetInt(int64(n))
	case AsWidths:
		cols, _ := parseColumns(s)
		to.Set(reflect.ValueOf(cols))
	case AsWord:
		if to.Kind() == reflect.String {
			to.SetString(s)
		} else {
			to.SetUint(uint64(slices.Index(to.Interface().(Worded).Words(), s)))
		}
	}
}

// parseColumns reads widths such as "40mm 2fr auto".
func parseColumns(s string) (cols []doc.Column, ok bool) {
	for _, w := range strings.Fields(s) {
		col, ok := parseColumn(w)
		if !ok {
			return nil, false
		}
		cols = append(cols, col)
	}
	return cols, true
}

// parseColumn reads 40mm, 2fr or auto.
func parseColumn(w string) (doc.Column, bool) {
	if w == "auto" {
		return doc.Column{}, true
	}
	if s, ok := strings.CutSuffix(w, "fr"); ok {
		n, ok := number.ParseCount(s)
		return doc.Column{Share: max(n, 1)}, ok && n > 0
	}
	l, err := geom.Parse(w)
	return doc.Column{Width: l}, err == nil && l > 0
}
