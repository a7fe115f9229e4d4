package eval

import (
	"fmt"
	"strings"

	"github.com/expr-lang/expr/ast"

	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/number"
)

// node compiles one node of the tree.
func (c *compiler) node(n ast.Node) (code, Type) {
	if c.depth++; c.depth > maxNested {
		return c.fail(n, "expression-too-deep")
	}
	defer func() { c.depth-- }()
	switch n := n.(type) {
	case *ast.NilNode:
		return nothing, Type{}
	case *ast.IntegerNode:
		return constant(int64(n.Value), Number)
	case *ast.FloatNode:
		return c.literal(n)
	case *ast.BoolNode:
		return constant(n.Value, Bool)
	case *ast.StringNode:
		return constant(n.Value, String)
	case *ast.IdentifierNode:
		return c.name(n)
	case *ast.MemberNode:
		return c.member(n)
	case *ast.ChainNode:
		return c.node(n.Node) // every chain is optional: a missing field is nil
	case *ast.UnaryNode:
		return c.unary(n)
	case *ast.BinaryNode:
		return c.binary(n)
	case *ast.ConditionalNode:
		return c.conditional(n)
	case *ast.ArrayNode:
		return c.array(n)
	case *ast.SliceNode:
		return c.slice(n)
	case *ast.PointerNode:
		return c.dot(n)
	case *ast.BuiltinNode:
		return c.builtin(n)
	case *ast.CallNode:
		if name, ok := n.Callee.(*ast.IdentifierNode); ok {
			return c.call(n, name.Value, n.Arguments)
		}
		return c.fail(n, "not-in-expressions", "…()")
	}
	return c.fail(n, "not-in-expressions", kindOf(n))
}

// kindOf names a construct of the grammar that templates may not use.
func kindOf(n ast.Node) string {
	switch n.(type) {
	case *ast.VariableDeclaratorNode:
		return "let"
	case *ast.SequenceNode:
		return ";"
	case *ast.MapNode:
		return "{ }"
	case *ast.BytesNode:
		return `b""`
	}
	return fmt.Sprint(n)
}

func constant(v any, b Base) (code, Type) {
	return func(*Frame) any { return v }, Type{Base: b}
}

// literal reads a number as the template has it: the grammar's binary fraction is not asked.
func (c *compiler) literal(n *ast.FloatNode) (code, Type) {
	written := c.source.Text(n)
	if strings.HasPrefix(written, ".") {
		written = "0" + written
	}
	d, ok := number.Parse(written)
	if !ok { // in powers of ten, or with more figures than numbers have
		return c.fail(n, "not-in-expressions", written)
	}
	return constant(d, Number)
}

func (c *compiler) name(n *ast.IdentifierNode) (code, Type) {
	slot, global, typ := c.names.find(n.Value)
	switch {
	case slot >= 0:
		return func(f *Frame) any { return f.Slots[slot] }, typ
	case global >= 0:
		return func(f *Frame) any { return f.globals[global] }, typ
	}
	return c.fail(n, "unknown-name", n.Value, diag.Suggest(n.Value, c.names.all()))
}

// dot is the element of the innermost predicate: `.key`, `#`, `#index`.
func (c *compiler) dot(n *ast.PointerNode) (code, Type) {
	switch {
	case len(c.dots) == 0 || n.Name != "" && n.Name != "index":
		return c.fail(n, "not-in-expressions", "#"+n.Name)
	case n.Name == "index":
		return func(f *Frame) any { return int64(f.dots[len(f.dots)-1].index) }, Type{Base: Number}
	}
	return func(f *Frame) any { return f.dots[len(f.dots)-1].value }, c.dots[len(c.dots)-1]
}

func (c *compiler) conditional(n *ast.ConditionalNode) (code, Type) {
	test, _ := c.node(n.Cond)
	yes, t := c.node(n.Exp1)
	no, u := c.node(n.Exp2)
	return func(f *Frame) any {
		if Truth(f, test(f)) {
			return yes(f)
		}
		return no(f)
	}, common(t, u, n.Exp1, n.Exp2)
}

// common is the type of either of two values. nil goes with everything.
func common(t, u Type, a, b ast.Node) Type {
	if _, ok := a.(*ast.NilNode); ok {
		return u
	}
	if _, ok := b.(*ast.NilNode); ok {
		return t
	}
	if t.Base != u.Base || t.Shape != u.Shape {
		return Type{}
	}
	if t.Base == List && t.elem().Shape != u.elem().Shape {
		return Type{Base: List}
	}
	return t
}

func (c *compiler) array(n *ast.ArrayNode) (code, Type) {
	items := make([]code, len(n.Nodes))
	var typ Type
	for i, item := range n.Nodes {
		code, t := c.node(item)
		if items[i] = code; i == 0 {
			typ = t
		} else {
			typ = common(typ, t, n.Nodes[i-1], item)
		}
	}
	return func(f *Frame) any {
		list := make([]any, len(items))
		for i, item := range items {
			list[i] = item(f)
		}
		return list
	}, listOf(typ)
}

func (c *compiler) slice(n *ast.SliceNode) (code, Type) {
	list, t := c.node(n.Node)
	from, to := code(nothing), code(nothing)
	if n.From != nil {
		from, _ = c.node(n.From)
	}
	if n.To != nil {
		to, _ = c.node(n.To)
	}
	at := c.source.Span(n)
	return func(f *Frame) any {
		l, ok := items(f, list(f), at)
		if !ok {
			return nil
		}
		i, j := 0, l.len()
		if v, ok := from(f).(int64); ok {
			i = clamp(v, l.len())
		}
		if v, ok := to(f).(int64); ok {
			j = clamp(v, l.len())
		}
		return l.cut(i, max(i, j))
	}, t
}

// clamp makes an index of a list of n, counting from the end below zero.
func clamp(v int64, n int) int {
	if v < 0 {
		v += int64(n)
	}
	return int(min(max(v, 0), int64(n)))
}

// member compiles x.key and x[i].
func (c *compiler) member(n *ast.MemberNode) (code, Type) {
	base, t := c.node(n.Node)
	key, ok := n.Property.(*ast.StringNode)
	if !ok {
		return c.index(n, base, t)
	}
	if c.failed {
		return nothing, Type{}
	}
	at := c.source.Span(n.Property)
	switch t.Base {
	case Record:
		return c.field(n, base, t.Shape, key.Value)
	case Group:
		switch key.Value {
		case "key":
			return func(f *Frame) any { g, _ := base(f).(*group); return g.get().key }, Type{}
		case "items":
			return func(f *Frame) any { g, _ := base(f).(*group); return g.get().items }, listOf(t.elemOfGroup())
		}
		return c.fail(n.Property, "unknown-field", key.Value, "group", diag.Suggest(key.Value, []string{"key", "items"}))
	case Words:
		return func(f *Frame) any { return word(base(f), key.Value) }, Type{Base: Text}
	case Any:
		return func(f *Frame) any { return anyMember(f, base(f), key.Value, at) }, Type{}
	case List:
		return c.fail(n.Property, "field-of-list", key.Value)
	}
	return c.fail(n.Property, "field-of-value", key.Value)
}

func (c *compiler) field(n *ast.MemberNode, base code, s *Shape, key string) (code, Type) {
	m, ok := s.members[key]
	if !ok {
		return c.fail(n.Property, "unknown-field", key, s.Name, diag.Suggest(key, s.keys))
	}
	if m.inverse {
		return func(f *Frame) any { r, _ := base(f).(*model.Record); return f.Report.Inverse(r, key) }, m.typ
	}
	if m.derived != nil {
		return func(f *Frame) any {
			f.left -= 4 // a definition reads several fields
			r, _ := base(f).(*model.Record)
			return f.Report.Derive(*m.derived, r)
		}, m.typ
	}
	return func(f *Frame) any {
		f.left--
		r, _ := base(f).(*model.Record)
		return f.member(r, key, m.colour)
	}, m.typ
}

// member is a record's value; its colour is the one that the document gave it.
func (e *Env) member(r *model.Record, key string, colour bool) any {
	if colour && e.Colour != nil {
		if name := e.Colour(r); name != "" {
			return name
		}
		return nil
	}
	v, _ := r.Value(key)
	return v.V
}

// anyMember is a member of a value whose type is known only now.
func anyMember(f *Frame, v any, key string, at diag.Span) any {
	switch v := v.(type) {
	case nil:
		return nil
	case *model.Record:
		if val := f.member(v, key, f.schema.colour(v, key)); val != nil {
			return val
		}
		if list := f.Report.Inverse(v, key); list != nil {
			return list
		}
		if d := derivation(v, key); d != nil {
			return f.Report.Derive(*d, v)
		}
		if !f.schema.has(v, key) {
			f.Fail("unknown-field", at, v.At, key, recordName(v), diag.Suggest(key, nil))
		}
		return nil
	case *group:
		if key == "items" {
			return v.items
		}
		return v.key
	case []model.Label:
		return word(v, key)
	}
	f.Fail("field-of-value", at, diag.Span{}, key)
	return nil
}

func recordName(r *model.Record) string {
	if r.Kind != nil {
		return r.Kind.Key
	}
	return r.Field.Key
}

func word(v any, key string) any {
	labels, _ := v.([]model.Label)
	for i := range labels {
		if labels[i].Key == key {
			return labels[i].Text
		}
	}
	return nil
}

func (c *compiler) index(n *ast.MemberNode, base code, t Type) (code, Type) {
	index, _ := c.node(n.Property)
	at := c.source.Span(n)
	elem := t.elem()
	if t.Base == Words {
		elem = Type{Base: Text}
	}
	return func(f *Frame) any {
		b, i := base(f), index(f)
		if key, ok := i.(string); ok {
			return word(b, key)
		}
		l, ok := items(f, b, at)
		num, isNumber := i.(int64)
		if num < 0 {
			num += int64(l.len())
		}
		if !ok || !isNumber || num < 0 || num >= int64(l.len()) {
			return nil
		}
		return l.at(int(num))
	}, elem
}
