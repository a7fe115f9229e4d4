package compose

import (
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/eval"
	"konzept/report/geom"
)

// directive binds a component: its name, its words and attributes, the rest of its line and what it holds.
func (b *binder) directive(c *fence, name string, head text, names *eval.Names) node {
	sp := b.set.spec(name)
	if sp == nil {
		b.out().Add("unknown-directive", head.span(0, max(len(name), 1)), name, diag.Suggest(name, b.set.specNames()))
		return nil
	}
	switch {
	case c.leaf && !sp.leaf:
		b.out().Add("container-expected", head.span(0, len(name)), name)
		return nil
	case !c.leaf && !sp.body:
		b.out().Add("leaf-expected", head.span(0, len(name)), name)
		return nil
	}
	d := &directive{at: head.all(), spec: sp}
	rest := head.sub(len(name), len(head.s))
	if strings.HasPrefix(rest.s, "{") && !strings.HasPrefix(rest.s, "{{") {
		rest = b.braced(d, rest, names)
	}
	b.words(d, rest.trim(), names, c.leaf && sp.rest)
	d.kids = b.children(c, names)
	return d
}

// braced reads the attributes in braces directly after a name, such as cell{cols=2}, and returns what follows.
func (b *binder) braced(d *directive, t text, names *eval.Names) text {
	end := 1
	for end < len(t.s) && t.s[end] != '}' {
		end = passExpr(t.s, end)
	}
	if end >= len(t.s) {
		b.out().Add("open-braces", t.all())
		return t.sub(len(t.s), len(t.s))
	}
	inner := t.sub(1, end)
	for i := 0; ; {
		tok, ok := nextToken(inner, i)
		if !ok {
			return t.sub(end+1, len(t.s))
		}
		i = tok.to
		b.attribute(d, tok, names)
	}
}

// words reads positional values and attributes. With free text after them, only known keys are attributes.
func (b *binder) words(d *directive, t text, names *eval.Names, free bool) {
	for i := 0; ; {
		tok, ok := nextToken(t, i)
		if !ok {
			return
		}
		bare := tok.key == "" && !tok.quoted
		known := tok.key != "" && d.spec.attr(tok.key) != nil
		switch {
		case free && !known && (len(d.words) >= len(d.spec.words) || bare):
			d.rest = b.phrase(t.sub(i, len(t.s)).trim(), names)
			return
		case tok.key == "" && bare && d.flag(tok.value.s):
			d.attrs = append(d.attrs, attribute{key: tok.value.s, at: tok.value.all(), flag: true})
		case tok.key == "" && len(d.words) < len(d.spec.words):
			d.words = append(d.words, b.value(tok, names))
		default:
			b.attribute(d, tok, names)
		}
		i = tok.to
	}
}

// flag tells whether a bare word is a flag of the directive.
func (d *directive) flag(word string) bool {
	a := d.spec.attr(word)
	return a != nil && a.form == asFlag
}

// attribute binds one attribute and checks what can be checked before expanding.
func (b *binder) attribute(d *directive, tok token, names *eval.Names) {
	key, at := tok.key, tok.keyAt
	if key == "" {
		key, at = tok.value.s, tok.value.all()
		if !tok.quoted && d.flag(key) {
			d.attrs = append(d.attrs, attribute{key: key, at: at, flag: true})
			return
		}
	}
	sp := d.spec.attr(key)
	switch {
	case sp == nil:
		b.out().Add("unknown-attribute", at, key, d.spec.name, diag.Suggest(key, d.spec.keys()))
		return
	case tok.key == "":
		b.out().Add("attribute-without-value", at, key)
		return
	case d.get(key) != nil:
		b.out().Add("attribute-twice", at, key)
		return
	}
	a := attribute{key: key, at: at, value: b.value(tok, names)}
	if a.value.fixed != "" {
		if problem := misfit(sp, a.value.fixed); problem != "" {
			b.out().Add("bad-value", a.value.at, key, a.value.fixed, problem)
			return
		}
	}
	d.attrs = append(d.attrs, a)
}

// misfit says what a value should be, or nothing if it fits. Names of the design are checked when expanding.
func misfit(sp *attrSpec, s string) string {
	switch sp.form {
	case asWord:
		if !slices.Contains(sp.words, s) {
			return diag.Suggest(s, sp.words)
		}
	case asLength:
		if _, err := geom.Parse(s); err != nil {
			return diag.Both("eine Länge wie 10.5pt oder 25mm", "a length such as 10.5pt or 25mm")
		}
	case asEdges:
		if _, ok := parseEdges(s); !ok {
			return diag.Both("ein, zwei oder vier Längen wie „3mm 4mm“", "one, two or four lengths such as `3mm 4mm`")
		}
	case asSides:
		if _, ok := geom.ParseSides(s); !ok {
			return diag.Both("left, right, top oder bottom, durch Leerzeichen getrennt", "left, right, top or bottom, parted by spaces")
		}
	case asInt:
		if _, ok := parseInt(s); !ok {
			return diag.Both("eine ganze Zahl", "a whole number")
		}
	case asWidths:
		if _, ok := parseColumns(s); !ok {
			return diag.Both("Breiten wie „1fr 40mm auto“", "widths such as `1fr 40mm auto`")
		}
	}
	return ""
}

func parseInt(s string) (int, bool) {
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' || n > 100000 {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, s != ""
}

// parseEdges reads lengths as CSS does: all; top and bottom, left and right; or top, right, bottom, left.
func parseEdges(s string) (geom.Edges, bool) {
	var l []geom.Length
	for _, f := range strings.Fields(s) {
		v, err := geom.Parse(f)
		if err != nil {
			return geom.Edges{}, false
		}
		l = append(l, v)
	}
	switch len(l) {
	case 1:
		return geom.Edges{Top: l[0], Right: l[0], Bottom: l[0], Left: l[0]}, true
	case 2:
		return geom.Edges{Top: l[0], Right: l[1], Bottom: l[0], Left: l[1]}, true
	case 4:
		return geom.Edges{Top: l[0], Right: l[1], Bottom: l[2], Left: l[3]}, true
	}
	return geom.Edges{}, false
}
