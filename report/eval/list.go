package eval

import (
	"cmp"
	"slices"

	"github.com/expr-lang/expr/ast"

	"konzept/report/diag"
	"konzept/report/format"
	"konzept/report/model"
	"konzept/report/number"
	"konzept/report/schema"
)

// list is any of the list types, without copying.
type list struct {
	records []*model.Record
	texts   []model.TextValue
	words   []string
	any     []any
}

// items returns a value as a list; nil is an empty one. Anything else is a finding.
func items(f *Frame, v any, at diag.Span) (list, bool) {
	switch v := v.(type) {
	case nil:
		return list{}, true
	case []*model.Record:
		return list{records: v}, true
	case []model.TextValue:
		return list{texts: v}, true
	case []any:
		return list{any: v}, true
	case []string:
		return list{words: v}, true
	}
	f.Fail("not-a-list", at, diag.Span{}, nameOf(v))
	return list{}, false
}

func (l list) len() int { return len(l.records) + len(l.texts) + len(l.words) + len(l.any) }

func (l list) at(i int) any {
	switch {
	case l.records != nil:
		return l.records[i]
	case l.texts != nil:
		return l.texts[i]
	case l.words != nil:
		return l.words[i]
	}
	return l.any[i]
}

func (l list) cut(i, j int) any {
	switch {
	case l.records != nil:
		return l.records[i:j]
	case l.texts != nil:
		return l.texts[i:j]
	case l.words != nil:
		return l.words[i:j]
	}
	return l.any[i:j]
}

func (l list) all() []any {
	all := make([]any, l.len())
	for i := range all {
		all[i] = l.at(i)
	}
	return all
}

// Each calls visit with every item of a list and its number from 1, until the budget is spent. Anything but a list is a
// finding at the place of the program that computed it.
func Each(f *Frame, v any, at diag.Span, visit func(item any, n int)) {
	l, ok := items(f, v, at)
	for i := 0; ok && i < l.len() && !f.Step(1); i++ {
		visit(l.at(i), i+1)
	}
	f.Spent(at)
}

// Elem is the type of a list's items.
func (t Type) ElemType() Type { return t.elem() }

// group is the items of a list that share a key.
type group struct {
	key   any
	items []any
}

func (g *group) get() *group {
	if g == nil {
		return &group{}
	}
	return g
}

func (t Type) elemOfGroup() Type {
	if t.Elem != nil {
		return *t.Elem
	}
	return Type{}
}

// predicates are the functions whose second argument looks at every item as `.key` or `#`.
var predicates = map[string]func(f *Frame, l list, test func(i int) any, at diag.Span) any{
	"filter": func(f *Frame, l list, test func(int) any, at diag.Span) any {
		return picked(f, l, func(i int) bool { return Truth(f, test(i)) })
	},
	"map": func(f *Frame, l list, test func(int) any, at diag.Span) any {
		out := make([]any, 0, l.len())
		for i := 0; i < l.len() && !f.Step(1); i++ {
			out = append(out, test(i))
		}
		return out
	},
	"count": func(f *Frame, l list, test func(int) any, at diag.Span) any {
		return int64(counted(f, l, test, l.len()+1))
	},
	"sum":  sum,
	"any":  func(f *Frame, l list, test func(int) any, at diag.Span) any { return counted(f, l, test, 1) > 0 },
	"none": func(f *Frame, l list, test func(int) any, at diag.Span) any { return counted(f, l, test, 1) == 0 },
	"all": func(f *Frame, l list, test func(int) any, at diag.Span) any {
		return counted(f, l, func(i int) any { return !Truth(f, test(i)) }, 1) == 0
	},
	"sort":  sorted,
	"group": grouped,
}

func picked(f *Frame, l list, keep func(i int) bool) any {
	if l.records != nil {
		out := make([]*model.Record, 0, l.len())
		for i, r := range l.records {
			if !f.Step(1) && keep(i) {
				out = append(out, r)
			}
		}
		return out
	}
	out := make([]any, 0, l.len())
	for i := 0; i < l.len() && !f.Step(1); i++ {
		if keep(i) {
			out = append(out, l.at(i))
		}
	}
	return out
}

// counted counts the items that pass, up to most.
func counted(f *Frame, l list, test func(int) any, most int) int {
	n := 0
	for i := 0; i < l.len() && n < most && !f.Step(1); i++ {
		if Truth(f, test(i)) {
			n++
		}
	}
	return n
}

// sum adds up what is known. Nothing known is no sum, not even 0.
func sum(f *Frame, l list, test func(int) any, at diag.Span) any {
	var total any
	for i := 0; i < l.len() && !f.Step(1); i++ {
		v := test(i)
		if v == nil {
			continue
		}
		if !isNumber(v) {
			f.Fail("bad-operands", at, diag.Span{}, "sum", nameOf(v), nameOf(total))
			return nil
		}
		if total == nil {
			total = v
		} else if total = arithmetic("+", total, v); total == nil {
			return nil
		}
	}
	return total
}

func sorted(f *Frame, l list, test func(int) any, _ diag.Span) any {
	type pair struct{ key, item any }
	pairs := make([]pair, l.len())
	for i := range pairs {
		if f.Step(8) { // a comparison costs more than a look
			return nil
		}
		pairs[i] = pair{f.sortKey(test(i)), l.at(i)}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return compareKeys(a.key, b.key) })
	out := make([]any, len(pairs))
	for i := range pairs {
		out[i] = pairs[i].item
	}
	return out
}

func grouped(f *Frame, l list, test func(int) any, _ diag.Span) any {
	var groups []any
	index := map[any]*group{}
	for i := 0; i < l.len() && !f.Step(2); i++ {
		key := test(i)
		g := index[f.identity(key)]
		if g == nil {
			g = &group{key: key}
			index[f.identity(key)] = g
			groups = append(groups, g)
		}
		g.items = append(g.items, l.at(i))
	}
	return groups
}

// identity is a value as a map key: texts by what they say.
func (f *Frame) identity(v any) any {
	switch v := v.(type) {
	case model.TextValue:
		s, _, _ := v.Best(f.Format.Lang)
		return s
	case *schema.Term:
		return v.Key
	case int64:
		return keyOf(number.Int(v))
	case number.Decimal:
		return keyOf(v)
	case []*model.Record, []model.TextValue, []any, []string, []model.Label, Rich:
		return nil
	}
	return v
}

// sortKey is what a value sorts by.
func (f *Frame) sortKey(v any) any {
	switch v := v.(type) {
	case model.TextValue:
		s, _, _ := v.Best(f.Format.Lang)
		return format.Collate(s)
	case *schema.Term:
		return format.Collate(v.Label(f.Format.Lang))
	case string:
		return format.Collate(v)
	}
	return v
}

// compareKeys orders mixed keys: nothing last, then by value.
func compareKeys(a, b any) int {
	switch {
	case a == nil || b == nil:
		return cmp.Compare(bit(a == nil), bit(b == nil))
	}
	if s, ok := a.(string); ok {
		if t, ok := b.(string); ok {
			return cmp.Compare(s, t)
		}
	}
	c, _ := order(a, b)
	return c
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// builtin compiles what the grammar takes for a built-in function: predicates, and others of its names that are ours.
func (c *compiler) builtin(n *ast.BuiltinNode) (code, Type) {
	name := n.Name
	if written, ok := c.source.Name(n); ok {
		name = written
	}
	run, ok := predicates[name]
	if !ok || len(n.Arguments) == 0 {
		return c.call(n, name, n.Arguments)
	}
	if len(c.dots) >= maxDepth {
		return c.fail(n, "predicate-depth", name)
	}
	list, t := c.node(n.Arguments[0])
	test, u := func(f *Frame) any { return f.dots[len(f.dots)-1].value }, t.elem()
	if len(n.Arguments) > 1 {
		test, u = c.predicate(n.Arguments[1], t.elem())
	} else if name != "sum" && name != "sort" && name != "group" && name != "count" {
		return c.fail(n, "function-arguments", name)
	} else if name == "count" {
		test = func(*Frame) any { return true }
	}
	at := c.source.Span(n)
	return func(f *Frame) any {
		l, ok := items(f, list(f), at)
		if !ok {
			return nil
		}
		f.dots = append(f.dots, dot{})
		here := len(f.dots) - 1
		v := run(f, l, func(i int) any {
			f.dots[here] = dot{l.at(i), i}
			return test(f)
		}, at)
		f.dots = f.dots[:here]
		f.Spent(at)
		return v
	}, predicateType(name, t, u)
}

func (c *compiler) predicate(n ast.Node, elem Type) (func(f *Frame) any, Type) {
	if p, ok := n.(*ast.PredicateNode); ok {
		n = p.Node
	}
	c.dots = append(c.dots, elem)
	test, t := c.node(n)
	c.dots = c.dots[:len(c.dots)-1]
	return test, t
}

func predicateType(name string, list, item Type) Type {
	switch name {
	case "filter", "sort":
		return list
	case "map":
		return listOf(item)
	case "count":
		return Type{Base: Number}
	case "sum":
		return item
	case "group":
		elem := list.elem()
		return listOf(Type{Base: Group, Elem: &elem})
	}
	return Type{Base: Bool}
}
