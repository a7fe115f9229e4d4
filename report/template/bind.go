package template

import (
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"konzept/report/diag"
	"konzept/report/eval"
	"konzept/report/markup"
)

// Template is a template with its expressions compiled for the names that it is used with.
type Template struct {
	File  *File
	Nodes []Node
	Names *eval.Names // as the text goes on
	Start *eval.Names // where the text begins
	Each  *Each       // the list of a template that makes a document for each record
	found diag.List
	parts []*Template
	lacks []string // names that no argument gives
}

// binder turns the blocks of one template into nodes.
type binder struct {
	set  *Set
	to   *Template
	text Text
	loop *Loop
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
func (b *binder) children(parent ast.Node, names *eval.Names) []Node {
	var nodes []Node
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

func (b *binder) block(c ast.Node, names *eval.Names) (Node, *eval.Names) {
	if nested(c.Parent()) >= maxNested {
		if !b.deep {
			b.out().Add("nested-too-deep", b.blockSpan(max(c.Pos(), 0), 3))
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

func (b *binder) paragraph(t Text, names *eval.Names) Node {
	for {
		first, rest, more := strings.Cut(t.Chars, "\n")
		head := t.Sub(0, len(first)).Trim()
		if !strings.HasPrefix(head.Chars, "{.") || !strings.HasSuffix(head.Chars, "}") {
			break
		}
		b.attr = &pending{head.Chars[2 : len(head.Chars)-1], head.Span(2, len(head.Chars)-1)}
		if !more {
			return nil
		}
		t = t.Sub(len(t.Chars)-len(rest), len(t.Chars))
	}
	b.odd(t)
	return &Paragraph{At: t.All(), Style: b.style(), Text: b.phrase(t, names)}
}

// odd names what text of a template would print raw.
func (b *binder) odd(t Text) {
	for _, o := range markup.Odd(t.Chars, markup.Template) {
		code := diag.Code("raw-" + o.Kind)
		switch o.Kind {
		case "expression": // phrase says so, also of attributes
			continue
		case "open":
			code = "open-markup"
		case "elsewhere":
			code = "link-elsewhere"
		}
		b.out().Add(code, t.Span(o.From, o.To), strings.Join(strings.Fields(t.Chars[o.From:o.To]), " "), o.Means)
	}
}

func (b *binder) heading(c *ast.Heading, names *eval.Names) Node {
	t := linesOf(c, b.text)
	if c.Lines().Len() == 0 {
		at := b.blockSpan(c.Pos(), c.Level)
		b.out().Add("empty-heading", at)
		return nil
	}
	title, inner, _ := braces(t)
	b.odd(title)
	h := &Heading{At: t.All(), Level: c.Level, Style: b.style(), Text: b.phrase(title, names)}
	for i := 0; ; {
		tok, ok := nextToken(inner, i)
		if !ok {
			return h
		}
		i = tok.to
		b.headingAttr(h, tok, names)
	}
}

func (b *binder) headingAttr(h *Heading, tok token, names *eval.Names) {
	switch v := tok.value; {
	case tok.key == "" && strings.HasPrefix(v.Chars, "#"):
		h.Anchor = b.phrase(v.Sub(1, len(v.Chars)), names)
	case tok.key == "" && v.Chars == ".unlisted":
		h.Unlisted = true
	case tok.key == "anchor":
		h.Anchor = b.phrase(v, names)
	case tok.key == "number":
		h.Number = b.phrase(v, names)
	case tok.key == "running":
		h.Running = b.phrase(v, names)
	case tok.key == "style":
		h.Style = v.Chars
	case tok.key == "" && strings.HasPrefix(v.Chars, "."):
		h.Style = v.Chars[1:]
	default:
		name, at := tok.key, tok.keyAt
		if name == "" {
			name, at = v.Chars, v.All()
		}
		b.out().Add("unknown-attribute", at, name, diag.Both("Überschrift", "heading"), diag.Suggest(name, []string{"#anchor", ".unlisted", "number", "running", "style"}))
	}
}

func (b *binder) list(c *ast.List, names *eval.Names) Node {
	l := &List{At: b.blockSpan(c.Pos(), 1), Ordered: c.IsOrdered(), Style: b.style(), Loop: b.loop}
	for i := c.FirstChild(); i != nil; i = i.NextSibling() {
		kids := b.children(i, names)
		l.Items = append(l.Items, Item{Kids: kids, Empty: slices.ContainsFunc(kids, holdsExpressions)})
	}
	return l
}

// holdsExpressions tells whether a node may come out empty.
func holdsExpressions(n Node) bool {
	p, ok := n.(*Paragraph)
	return !ok || p.Text.Exprs
}

func (b *binder) verbatim(c *ast.FencedCodeBlock) Node {
	v := &Verbatim{At: b.blockSpan(c.Pos(), 3)}
	for i := range c.Lines().Len() {
		seg := c.Lines().At(i)
		v.Lines = append(v.Lines, strings.TrimRight(string(seg.Value([]byte(b.text.Chars))), "\r\n"))
	}
	return v
}

// fence binds a directive.
func (b *binder) fence(c *fence, names *eval.Names) (Node, *eval.Names) {
	head := b.text.Sub(c.head.Start, c.head.Stop)
	at := head.All()
	name := firstWord(head.Chars)
	switch {
	case head.Chars == "" && b.deep:
		return nil, names
	case head.Chars == "":
		b.out().Add("stray-closer", diag.Span{File: at.File, From: at.From - 3, To: at.To})
		return nil, names
	case !c.closed:
		b.out().Add("unclosed-container", at, name)
	}
	rest := head.Sub(len(name), len(head.Chars)).Trim()
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
func (b *binder) forLoop(c *fence, head Text, names *eval.Names) Node {
	vars, _, ok := strings.Cut(head.Chars, " in ")
	list := strings.Split(vars, ",")
	if !ok || len(list) > 2 || slices.ContainsFunc(list, func(s string) bool { return !IsName(strings.TrimSpace(s)) }) {
		b.out().Add("bad-loop", head.All())
		return nil
	}
	l := &Loop{at: head.All(), Index: -1}
	l.List = b.expr(Unwrap(head.Sub(len(vars)+4, len(head.Chars))), names)
	var elem eval.Type
	if l.List != nil {
		if elem = l.List.Type.ElemType(); l.List.Type.Base != eval.List && l.List.Type.Base != eval.Any {
			b.out().Add("loop-without-list", l.List.At, l.List.Source)
			l.List = nil
		}
	}
	names, l.Item = names.With(strings.TrimSpace(list[0]), elem)
	if len(list) == 2 {
		names, l.Index = names.With(strings.TrimSpace(list[1]), eval.Type{Base: eval.Number})
	}
	outer := b.loop
	b.loop = l
	l.Kids = b.children(c, names)
	b.loop = outer
	return l
}

func IsName(s string) bool {
	return s != "" && firstWord(s) == s && !strings.Contains(s, "-") && (s[0] < '0' || s[0] > '9')
}

// Unwrap drops the braces of an expression where an expression is expected anyway.
func Unwrap(t Text) Text {
	t = t.Trim()
	if strings.HasPrefix(t.Chars, "{{") && markup.ExprEnd(t.Chars, 0) == len(t.Chars) {
		return t.Sub(2, len(t.Chars)-2).Trim()
	}
	return t
}

func (b *binder) choice(c *fence, head Text, names *eval.Names) Node {
	n := &Choice{at: head.All(), Tests: []*eval.Program{b.test(head, names)}}
	closed := false
	for _, part := range splitElse(c) {
		if part.head != nil {
			h := b.text.Sub(part.head.head.Start, part.head.head.Stop)
			rest := h.Sub(len("else"), len(h.Chars)).Trim()
			if closed {
				b.out().Add("stray-else", h.All())
			}
			if word, ok := strings.CutPrefix(rest.Chars, "if"); ok && (word == "" || space(word[0])) {
				n.Tests = append(n.Tests, b.test(rest.Sub(2, len(rest.Chars)), names))
			} else {
				closed = true
				n.Tests = append(n.Tests, nil)
			}
		}
		n.Kids = append(n.Kids, b.nodes(part.kids, names))
	}
	return n
}

// test binds a condition; a faulty one is never true.
func (b *binder) test(t Text, names *eval.Names) *eval.Program {
	if p := b.expr(Unwrap(t), names); p != nil {
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

func (b *binder) nodes(blocks []ast.Node, names *eval.Names) []Node {
	var nodes []Node
	for _, k := range blocks {
		n, after := b.block(k, names)
		if names = after; n != nil {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// let reads `name={{ expr }}`.
func (b *binder) let(c *fence, head Text, names *eval.Names) (Node, *eval.Names) {
	tok, ok := nextToken(head, 0)
	if !ok || !IsName(tok.key) {
		b.out().Add("bad-let", head.All())
		return nil, names
	}
	n := &Let{at: head.All(), Value: b.value(tok, names)}
	var typ eval.Type
	if n.Value.Only != nil {
		typ = n.Value.Only.Type
	}
	names, n.Slot = names.With(tok.key, typ)
	return n, names
}

// inclusion binds `parts/x.md name={{ value }} …`: the part sees its arguments and the names of the whole document.
func (b *binder) inclusion(c *fence, head Text, names *eval.Names) Node {
	tok, ok := nextToken(head, 0)
	if !ok || tok.key != "" {
		b.out().Add("part-without-file", head.All())
		return nil
	}
	n := &Inclusion{At: tok.value.All()}
	own := b.set.Globals()
	var sig []string
	for i := tok.to; ; {
		arg, ok := nextToken(head, i)
		if !ok {
			break
		}
		if i = arg.to; !IsName(arg.key) {
			b.out().Add("bad-let", arg.value.All())
			continue
		}
		v := b.value(arg, names)
		var typ eval.Type
		if v.Only != nil {
			typ = v.Only.Type
		}
		a := argument{name: arg.key, Value: v}
		own, a.Slot = own.With(arg.key, typ)
		n.Args = append(n.Args, a)
		sig = append(sig, arg.key+":"+typ.String())
	}
	n.Part = b.set.bindPart(path.Clean(tok.value.Chars), own, strings.Join(sig, " "), tok.value.All(), b.out())
	if n.Part == nil {
		return nil
	}
	b.to.parts = append(b.to.parts, n.Part)
	b.lacking(n, tok.value)
	return n
}

// lacking says at the call of a part which arguments it misses and which it does not know. A part of our own never lacks
// anything else; in one of the project a name may be misspelt, unless the call gives an argument that the part never uses.
func (b *binder) lacking(n *Inclusion, call Text) {
	var foreign []string
	for _, a := range n.Args {
		if !strings.Contains(string(n.Part.File.Data), a.name) {
			foreign = append(foreign, a.name)
		}
	}
	if _, own := read(b.set.project, strings.TrimPrefix(n.Part.File.Name, "templates/")); own && len(foreign) == 0 {
		return
	}
	n.Part.found.Findings = slices.DeleteFunc(n.Part.found.Findings, func(f diag.Finding) bool {
		if f.Code != "unknown-name" {
			return false
		}
		if !slices.Contains(n.Part.lacks, f.Args[0]) {
			n.Part.lacks = append(n.Part.lacks, f.Args[0])
		}
		return true
	})
	for _, name := range n.Part.lacks {
		hint := diag.Both("ergänzen Sie "+name+"={{ … }}", "add "+name+"={{ … }}")
		if len(foreign) > 0 {
			hint = diag.Both("eine Angabe `"+foreign[0]+"` kennt er nicht; schreiben Sie "+name+"={{ … }}", "it knows no `"+foreign[0]+"`; write "+name+"={{ … }}")
		}
		b.out().Add("part-argument", call.All(), n.Part.File.Name, name, hint)
	}
}

// expr compiles an expression.
func (b *binder) expr(t Text, names *eval.Names) *eval.Program {
	if t.Chars == "" {
		b.out().Add("expression-ends", t.All())
		return nil
	}
	return eval.Compile(t.Chars, t.All(), names, b.out())
}

// phrase binds inline text.
func (b *binder) phrase(t Text, names *eval.Names) Phrase {
	p := Phrase{At: t.All()}
	for _, o := range markup.Unclosed(t.Chars) {
		b.out().Add("unclosed-expression", t.Span(o.From, o.To), t.Chars[o.From:o.To])
	}
	p.Nodes = b.inlines(parseInline(t, true), names, &p.Exprs)
	switch {
	case len(p.Nodes) == 1 && p.Nodes[0].Kind == markup.Expr:
		p.Only = p.Nodes[0].Expr
	case len(p.Nodes) == 1 && p.Nodes[0].Kind == markup.Text:
		p.Fixed = p.Nodes[0].Text
	}
	return p
}

func (b *binder) inlines(raw []rawInline, names *eval.Names, exprs *bool) []Inline {
	out := make([]Inline, 0, len(raw))
	for _, r := range raw {
		n := Inline{Kind: r.kind, Text: r.text.Chars, At: r.text.All()}
		switch r.kind {
		case markup.Expr:
			*exprs = true
			n.Expr = b.expr(r.text, names)
		case markup.Link:
			n.Target = b.phrase(r.target, names)
			*exprs = *exprs || n.Target.Exprs
		}
		n.Kids = b.inlines(r.kids, names, exprs)
		out = append(out, n)
	}
	return out
}

// value binds an attribute's value.
func (b *binder) value(tok token, names *eval.Names) Value {
	return Value{b.phrase(tok.value, names)}
}

// blockSpan is the place of n bytes at a block's start.
func (b *binder) blockSpan(i, n int) diag.Span {
	i = max(min(i, len(b.text.Chars)), 0)
	return b.text.Span(i, min(i+n, len(b.text.Chars)))
}
