package compose

import (
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"konzept/report/diag"
	"konzept/report/eval"
	"konzept/report/markup"
)

// bound is a template with its expressions compiled for the names that it is used with.
type bound struct {
	file  *file
	nodes []node
	names *eval.Names // as the text goes on
	start *eval.Names // where the text begins
	each  *each       // the list of a template that makes a document for each record
	found diag.List
	parts []*bound
	lacks []string // names that no argument gives
}

// binder turns the blocks of one template into nodes.
type binder struct {
	set  *Set
	to   *bound
	text text
	loop *loop
	attr *pending // of a paragraph that holds nothing but braces
	deep bool     // nests too deep: containers beyond that are closed at once, and their closers close nothing
}

// pending is a style waiting for the next block.
type pending struct {
	style string
	at    diag.Span
}

func (b *binder) out() *diag.List { return &b.to.found }

// children binds the blocks within a block, in the order in which they stand; ::let adds to the names of those after it.
func (b *binder) children(parent ast.Node, names *eval.Names) []node {
	var nodes []node
	for c := parent.FirstChild(); c != nil; c = c.NextSibling() {
		n, after := b.block(c, names)
		if names = after; n != nil {
			nodes = append(nodes, n)
		}
	}
	if b.attr != nil {
		b.out().Add("style-without-block", b.attr.at)
		b.attr = nil
	}
	return nodes
}

// maxNested is how deep blocks may stand within each other: four times what the built-in templates need.
const maxNested = 32

// nested is how deep a node stands, the document counted.
func nested(n ast.Node) (depth int) {
	for ; n != nil; n = n.Parent() {
		depth++
	}
	return depth
}

func (b *binder) block(c ast.Node, names *eval.Names) (node, *eval.Names) {
	if nested(c.Parent()) >= maxNested {
		if !b.deep {
			b.out().Add("nested-too-deep", b.mark(max(c.Pos(), 0), 3))
		}
		b.deep = true
		return nil, names
	}
	switch c := c.(type) {
	case *ast.Heading:
		return b.heading(c, names), names
	case *ast.Paragraph, *ast.TextBlock:
		if n := b.paragraph(linesOf(c, b.text), names); n != nil {
			return n, names
		}
	case *ast.List:
		return b.list(c, names), names
	case *ast.FencedCodeBlock:
		return b.verbatim(c), names
	case *fence:
		return b.fence(c, names)
	}
	return nil, names
}

// style takes the style that waits for this block.
func (b *binder) style() string {
	if b.attr == nil {
		return ""
	}
	s := b.attr.style
	b.attr = nil
	return s
}

func (b *binder) paragraph(t text, names *eval.Names) node {
	for {
		first, rest, more := strings.Cut(t.s, "\n")
		head := t.sub(0, len(first)).trim()
		if !strings.HasPrefix(head.s, "{.") || !strings.HasSuffix(head.s, "}") {
			break
		}
		b.attr = &pending{head.s[2 : len(head.s)-1], head.span(2, len(head.s)-1)}
		if !more {
			return nil
		}
		t = t.sub(len(t.s)-len(rest), len(t.s))
	}
	b.odd(t)
	return &paragraph{at: t.all(), style: b.style(), text: b.phrase(t, names)}
}

// odd names what text of a template would print raw.
func (b *binder) odd(t text) {
	for _, o := range markup.Odd(t.s, true) {
		code := diag.Code("raw-" + o.Kind)
		switch o.Kind {
		case "expression": // phrase says so, also of attributes
			continue
		case "open":
			code = "open-markup"
		case "elsewhere":
			code = "link-elsewhere"
		}
		b.out().Add(code, t.span(o.From, o.To), strings.Join(strings.Fields(t.s[o.From:o.To]), " "), o.Means)
	}
}

func (b *binder) heading(c *ast.Heading, names *eval.Names) node {
	t := linesOf(c, b.text)
	if c.Lines().Len() == 0 {
		at := b.mark(c.Pos(), c.Level)
		b.out().Add("empty-heading", at)
		return nil
	}
	title, inner, _ := braces(t)
	b.odd(title)
	h := &heading{at: t.all(), level: c.Level, style: b.style(), text: b.phrase(title, names)}
	for i := 0; ; {
		tok, ok := nextToken(inner, i)
		if !ok {
			return h
		}
		i = tok.to
		b.headingAttr(h, tok, names)
	}
}

func (b *binder) headingAttr(h *heading, tok token, names *eval.Names) {
	switch v := tok.value; {
	case tok.key == "" && strings.HasPrefix(v.s, "#"):
		h.anchor = b.phrase(v.sub(1, len(v.s)), names)
	case tok.key == "" && v.s == ".unlisted":
		h.unlisted = true
	case tok.key == "anchor":
		h.anchor = b.phrase(v, names)
	case tok.key == "number":
		h.number = b.phrase(v, names)
	case tok.key == "running":
		h.running = b.phrase(v, names)
	case tok.key == "style":
		h.style = v.s
	case tok.key == "" && strings.HasPrefix(v.s, "."):
		h.style = v.s[1:]
	default:
		name, at := tok.key, tok.keyAt
		if name == "" {
			name, at = v.s, v.all()
		}
		b.out().Add("unknown-attribute", at, name, diag.Both("Überschrift", "heading"), diag.Suggest(name, []string{"#anchor", ".unlisted", "number", "running", "style"}))
	}
}

func (b *binder) list(c *ast.List, names *eval.Names) node {
	l := &plainList{at: b.mark(c.Pos(), 1), ordered: c.IsOrdered(), style: b.style(), loop: b.loop}
	for i := c.FirstChild(); i != nil; i = i.NextSibling() {
		kids := b.children(i, names)
		l.items = append(l.items, listItem{kids: kids, empty: slices.ContainsFunc(kids, holdsExpressions)})
	}
	return l
}

// holdsExpressions tells whether a node may come out empty.
func holdsExpressions(n node) bool {
	p, ok := n.(*paragraph)
	return !ok || p.text.exprs
}

func (b *binder) verbatim(c *ast.FencedCodeBlock) node {
	v := &verbatim{at: b.mark(c.Pos(), 3)}
	for i := range c.Lines().Len() {
		seg := c.Lines().At(i)
		v.lines = append(v.lines, strings.TrimRight(string(seg.Value([]byte(b.text.s))), "\r\n"))
	}
	return v
}

// fence binds a directive.
func (b *binder) fence(c *fence, names *eval.Names) (node, *eval.Names) {
	head := b.text.sub(c.head.Start, c.head.Stop)
	at := head.all()
	name := firstWord(head.s)
	switch {
	case head.s == "" && b.deep:
		return nil, names
	case head.s == "":
		b.out().Add("stray-closer", diag.Span{File: at.File, From: at.From - 3, To: at.To})
		return nil, names
	case !c.closed:
		b.out().Add("unclosed-container", at, name)
	}
	rest := head.sub(len(name), len(head.s)).trim()
	switch name {
	case "for":
		return b.forLoop(c, rest, names), names
	case "if":
		return b.choice(c, rest, names), names
	case "else":
		b.out().Add("stray-else", at)
		return nil, names
	case "let":
		return b.let(c, rest, names)
	case "part":
		return b.inclusion(c, rest, names), names
	}
	return b.directive(c, name, head, names), names
}

// forLoop reads `x in EXPR` or `x, i in EXPR`.
func (b *binder) forLoop(c *fence, head text, names *eval.Names) node {
	vars, _, ok := strings.Cut(head.s, " in ")
	list := strings.Split(vars, ",")
	if !ok || len(list) > 2 || slices.ContainsFunc(list, func(s string) bool { return !isName(strings.TrimSpace(s)) }) {
		b.out().Add("bad-loop", head.all())
		return nil
	}
	l := &loop{at: head.all(), index: -1}
	l.list = b.expr(unwrap(head.sub(len(vars)+4, len(head.s))), names)
	var elem eval.Type
	if l.list != nil {
		if elem = l.list.Type.ElemType(); l.list.Type.Base != eval.List && l.list.Type.Base != eval.Any {
			b.out().Add("loop-without-list", l.list.At, l.list.Source)
			l.list = nil
		}
	}
	names, l.item = names.With(strings.TrimSpace(list[0]), elem)
	if len(list) == 2 {
		names, l.index = names.With(strings.TrimSpace(list[1]), eval.Type{Base: eval.Number})
	}
	outer := b.loop
	b.loop = l
	l.kids = b.children(c, names)
	b.loop = outer
	return l
}

func isName(s string) bool {
	return s != "" && firstWord(s) == s && !strings.Contains(s, "-") && (s[0] < '0' || s[0] > '9')
}

// unwrap drops the braces of an expression where an expression is expected anyway.
func unwrap(t text) text {
	t = t.trim()
	if strings.HasPrefix(t.s, "{{") && markup.ExprEnd(t.s, 0) == len(t.s) {
		return t.sub(2, len(t.s)-2).trim()
	}
	return t
}

func (b *binder) choice(c *fence, head text, names *eval.Names) node {
	n := &choice{at: head.all(), tests: []*eval.Program{b.test(head, names)}}
	closed := false
	for _, part := range splitElse(c) {
		if part.head != nil {
			h := b.text.sub(part.head.head.Start, part.head.head.Stop)
			rest := h.sub(len("else"), len(h.s)).trim()
			if closed {
				b.out().Add("stray-else", h.all())
			}
			if word, ok := strings.CutPrefix(rest.s, "if"); ok && (word == "" || space(word[0])) {
				n.tests = append(n.tests, b.test(rest.sub(2, len(rest.s)), names))
			} else {
				closed = true
				n.tests = append(n.tests, nil)
			}
		}
		n.kids = append(n.kids, b.nodes(part.kids, names))
	}
	return n
}

// test binds a condition; a faulty one is never true.
func (b *binder) test(t text, names *eval.Names) *eval.Program {
	if p := b.expr(unwrap(t), names); p != nil {
		return p
	}
	return &eval.Program{}
}

// branch is the blocks after `::: if` or one `::: else`.
type branch struct {
	head *fence
	kids []ast.Node
}

func splitElse(c *fence) []branch {
	out := []branch{{}}
	for k := c.FirstChild(); k != nil; k = k.NextSibling() {
		if f, ok := k.(*fence); ok && f.word == "else" {
			out = append(out, branch{head: f})
			continue
		}
		last := &out[len(out)-1]
		last.kids = append(last.kids, k)
	}
	return out
}

func (b *binder) nodes(blocks []ast.Node, names *eval.Names) []node {
	var nodes []node
	for _, k := range blocks {
		n, after := b.block(k, names)
		if names = after; n != nil {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// let reads `name={{ expr }}`.
func (b *binder) let(c *fence, head text, names *eval.Names) (node, *eval.Names) {
	tok, ok := nextToken(head, 0)
	if !ok || !isName(tok.key) {
		b.out().Add("bad-let", head.all())
		return nil, names
	}
	n := &let{at: head.all(), value: b.value(tok, names)}
	var typ eval.Type
	if n.value.only != nil {
		typ = n.value.only.Type
	}
	names, n.slot = names.With(tok.key, typ)
	return n, names
}

// inclusion binds `parts/x.md name={{ value }} …`: the part sees its arguments and the names of the whole document.
func (b *binder) inclusion(c *fence, head text, names *eval.Names) node {
	tok, ok := nextToken(head, 0)
	if !ok || tok.key != "" {
		b.out().Add("part-without-file", head.all())
		return nil
	}
	n := &inclusion{at: tok.value.all()}
	own := b.set.globals()
	var sig []string
	for i := tok.to; ; {
		arg, ok := nextToken(head, i)
		if !ok {
			break
		}
		if i = arg.to; !isName(arg.key) {
			b.out().Add("bad-let", arg.value.all())
			continue
		}
		v := b.value(arg, names)
		var typ eval.Type
		if v.only != nil {
			typ = v.only.Type
		}
		a := argument{name: arg.key, value: v}
		own, a.slot = own.With(arg.key, typ)
		n.args = append(n.args, a)
		sig = append(sig, arg.key+":"+typ.String())
	}
	n.part = b.set.bindPart(path.Clean(tok.value.s), own, strings.Join(sig, " "), tok.value.all(), b.out())
	if n.part == nil {
		return nil
	}
	b.to.parts = append(b.to.parts, n.part)
	b.lacking(n, tok.value)
	return n
}

// lacking says at the call of a part which arguments it misses and which it does not know. A part of our own never lacks
// anything else; in one of the project a name may be misspelt, unless the call gives an argument that the part never uses.
func (b *binder) lacking(n *inclusion, call text) {
	var foreign []string
	for _, a := range n.args {
		if !strings.Contains(string(n.part.file.data), a.name) {
			foreign = append(foreign, a.name)
		}
	}
	if _, own := read(b.set.project, strings.TrimPrefix(n.part.file.name, "templates/")); own && len(foreign) == 0 {
		return
	}
	n.part.found.Findings = slices.DeleteFunc(n.part.found.Findings, func(f diag.Finding) bool {
		if f.Code != "unknown-name" {
			return false
		}
		if !slices.Contains(n.part.lacks, f.Args[0]) {
			n.part.lacks = append(n.part.lacks, f.Args[0])
		}
		return true
	})
	for _, name := range n.part.lacks {
		hint := diag.Both("ergänzen Sie "+name+"={{ … }}", "add "+name+"={{ … }}")
		if len(foreign) > 0 {
			hint = diag.Both("eine Angabe `"+foreign[0]+"` kennt er nicht; schreiben Sie "+name+"={{ … }}", "it knows no `"+foreign[0]+"`; write "+name+"={{ … }}")
		}
		b.out().Add("part-argument", call.all(), n.part.file.name, name, hint)
	}
}

// expr compiles an expression.
func (b *binder) expr(t text, names *eval.Names) *eval.Program {
	if t.s == "" {
		b.out().Add("expression-ends", t.all())
		return nil
	}
	return eval.Compile(t.s, t.all(), names, b.out())
}

// phrase binds inline text.
func (b *binder) phrase(t text, names *eval.Names) phrase {
	p := phrase{at: t.all()}
	for _, o := range markup.Unclosed(t.s) {
		b.out().Add("unclosed-expression", t.span(o.From, o.To), t.s[o.From:o.To])
	}
	p.nodes = b.inlines(parseInline(t, true), names, &p.exprs)
	switch {
	case len(p.nodes) == 1 && p.nodes[0].kind == inExpr:
		p.only = p.nodes[0].expr
	case len(p.nodes) == 1 && p.nodes[0].kind == inText:
		p.fixed = p.nodes[0].text
	}
	return p
}

func (b *binder) inlines(raw []rawInline, names *eval.Names, exprs *bool) []inline {
	out := make([]inline, 0, len(raw))
	for _, r := range raw {
		n := inline{kind: r.kind, text: r.text.s, at: r.text.all()}
		switch r.kind {
		case inExpr:
			*exprs = true
			n.expr = b.expr(r.text, names)
		case inLink:
			n.target = b.phrase(r.target, names)
			*exprs = *exprs || n.target.exprs
		}
		n.kids = b.inlines(r.kids, names, exprs)
		out = append(out, n)
	}
	return out
}

// value binds an attribute's value.
func (b *binder) value(tok token, names *eval.Names) value {
	return value{b.phrase(tok.value, names)}
}

// mark is the place of n bytes at a block's start.
func (b *binder) mark(i, n int) diag.Span {
	i = max(min(i, len(b.text.s)), 0)
	return b.text.span(i, min(i+n, len(b.text.s)))
}
