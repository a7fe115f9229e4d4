package eval

import (
	"cmp"
	"strings"

	"github.com/expr-lang/expr/ast"

	"konzept/report/diag"
	"konzept/report/format"
	"konzept/report/model"
	"konzept/report/number"
	"konzept/report/schema"
)

// Truth tells whether a value counts as true: nil, false, 0, empty texts and empty lists do not.
func Truth(f *Frame, v any) bool {
	switch v := v.(type) {
	case nil:
		return false
	case bool:
		return v
	case string:
		return v != ""
	case int64:
		return v != 0
	case number.Decimal:
		return v.Sign() != 0
	case model.Money:
		return v != 0
	case model.TextValue:
		s, _, _ := v.Best(f.Format.Lang)
		return s != ""
	case Rich:
		return !v.Empty()
	case []*model.Record:
		return len(v) > 0
	case []model.TextValue:
		return len(v) > 0
	case []any:
		return len(v) > 0
	case []string:
		return len(v) > 0
	}
	return true
}

// place is where an operator stands in the template, and how to find the data that it reads.
type place struct {
	template diag.Span
	data     func(f *Frame) diag.Span
}

func (p place) read(f *Frame) diag.Span {
	if p.data == nil {
		return diag.Span{}
	}
	return p.data(f)
}

// data finds the place of the first operand that is read from the data.
func (c *compiler) data(operands ...ast.Node) func(f *Frame) diag.Span {
	for _, n := range operands {
		if find := c.place(n); find != nil {
			return find
		}
	}
	return nil
}

func (c *compiler) unary(n *ast.UnaryNode) (code, Type) {
	x, t := c.node(n.Node)
	at := c.source.Span(n)
	switch n.Operator {
	case "not", "!":
		return func(f *Frame) any { return !Truth(f, x(f)) }, Type{Base: Bool}
	case "+":
		return x, t
	}
	return func(f *Frame) any {
		switch v := x(f).(type) {
		case nil:
			return nil
		case int64:
			return -v
		case number.Decimal:
			return v.Neg()
		case model.Money:
			return -v
		default:
			f.Fail("bad-argument", at, diag.Span{}, "-", nameOf(v))
			return nil
		}
	}, t
}

func (c *compiler) binary(n *ast.BinaryNode) (code, Type) {
	a, t := c.node(n.Left)
	b, u := c.node(n.Right)
	at := place{c.source.Span(n), c.data(n.Left, n.Right)}
	boolean := Type{Base: Bool}
	switch n.Operator {
	case "and", "&&":
		return func(f *Frame) any { return Truth(f, a(f)) && Truth(f, b(f)) }, boolean
	case "or", "||":
		return func(f *Frame) any { return Truth(f, a(f)) || Truth(f, b(f)) }, boolean
	case "??":
		return func(f *Frame) any {
			if v := a(f); !empty(f, v) {
				return v
			}
			return b(f)
		}, common(t, u, n.Left, n.Right)
	case "==":
		return func(f *Frame) any { return equal(f, a(f), b(f)) }, boolean
	case "!=":
		return func(f *Frame) any { return !equal(f, a(f), b(f)) }, boolean
	case "<", ">", "<=", ">=":
		return func(f *Frame) any { return ordered(f, n.Operator, a(f), b(f), at) }, boolean
	case "in":
		return func(f *Frame) any { return contains(f, b(f), a(f), at.template) }, boolean
	case "contains", "startsWith", "endsWith":
		return func(f *Frame) any { return textTest(f, n.Operator, a(f), b(f)) }, boolean
	case "+":
		return func(f *Frame) any { return add(f, a(f), b(f), at) }, addType(t, u)
	case "-", "*", "/", "%":
		return func(f *Frame) any { return calculate(f, n.Operator, a(f), b(f), at) }, mathType(n.Operator, t, u)
	}
	return c.fail(n, "not-in-expressions", n.Operator)
}

func addType(t, u Type) Type {
	if t.Base == u.Base && (t.Base == Number || t.Base == Money || t.Base == String) {
		return t
	}
	return Type{}
}

func mathType(op string, t, u Type) Type {
	switch {
	case t.Base == Any || u.Base == Any:
		return Type{}
	case t.Base == Money && u.Base == Money && op == "/":
		return Type{Base: Number}
	case t.Base == Money || u.Base == Money:
		return Type{Base: Money}
	}
	return Type{Base: Number}
}

// empty tells whether a value prints nothing.
func empty(f *Frame, v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string, model.TextValue, Rich:
		return !Truth(f, v)
	}
	return false
}

func isNumber(v any) bool {
	switch v.(type) {
	case int64, number.Decimal, model.Money:
		return true
	}
	return false
}

// Decimal is a value as a number, money in euro; what is none is unknown.
func Decimal(v any) number.Decimal {
	switch v := v.(type) {
	case int64:
		return number.Int(v)
	case number.Decimal:
		return v
	case model.Money:
		if v%100 == 0 { // an amount shows both figures of its cents, or none
			return number.Int(int64(v / 100))
		}
		return number.Scaled(int64(v), 2)
	}
	return number.Decimal{}
}

// plain turns data text into what it says; other values stay.
func plain(f *Frame, v any) any {
	switch v := v.(type) {
	case model.TextValue:
		s, _, _ := v.Best(f.Format.Lang)
		return s
	case *schema.Term:
		return v.Key
	}
	return v
}

func equal(f *Frame, a, b any) bool {
	a, b = plain(f, a), plain(f, b)
	if s, ok := a.(string); ok {
		t, ok := b.(string)
		return ok && s == t
	}
	if isNumber(a) && isNumber(b) {
		c, _ := order(a, b)
		return c == 0
	}
	switch a.(type) {
	case bool, nil, *model.Record, model.Date, model.Moment, *group:
		switch b.(type) {
		case bool, nil, *model.Record, model.Date, model.Moment, *group:
			if c, ok := order(a, b); ok {
				return c == 0
			}
			return a == b
		}
	}
	return false
}

// ordered compares two values; nothing is neither smaller nor greater. A moment is before a day only if all of it is.
func ordered(f *Frame, op string, a, b any, at place) any {
	if a == nil || b == nil {
		return false
	}
	c, ok := order(plain(f, a), plain(f, b))
	if !ok {
		f.Fail("bad-operands", at.template, at.read(f), op, nameOf(a), nameOf(b))
		return nil
	}
	switch op {
	case "<":
		return c < 0
	case ">":
		return c > 0
	case "<=":
		return c <= 0
	}
	return c >= 0
}

// order compares two numbers, texts or times.
func order(a, b any) (int, bool) {
	switch x := a.(type) {
	case int64:
		if y, ok := b.(int64); ok {
			return cmp.Compare(x, y), true
		}
	case model.Money:
		if y, ok := b.(model.Money); ok {
			return cmp.Compare(x, y), true
		}
	case string:
		if y, ok := b.(string); ok {
			return cmp.Compare(format.Collate(x), format.Collate(y)), true
		}
	case model.Date:
		switch y := b.(type) {
		case model.Date:
			return x.Compare(y), true
		case model.Moment:
			c, _ := order(y, x)
			return -c, true
		}
	case model.Moment:
		switch y := b.(type) {
		case model.Moment:
			return x.Compare(y), true
		case model.Date:
			return within(x, y), true
		}
	}
	if isNumber(a) && isNumber(b) {
		return Decimal(a).Cmp(Decimal(b)), true
	}
	return 0, false
}

// within compares a moment with a day: 0 if the day may be meant.
func within(m model.Moment, d model.Date) int {
	switch {
	case m.To().Before(d):
		return -1
	case d.Before(m.From()):
		return 1
	}
	return 0
}

func contains(f *Frame, l, x any, at diag.Span) any {
	if s, ok := plain(f, l).(string); ok {
		return textTest(f, "contains", s, x)
	}
	all, _ := items(f, l, at)
	for i := 0; i < all.len() && !f.Step(1); i++ {
		if equal(f, all.at(i), x) {
			return true
		}
	}
	return false
}

func textTest(f *Frame, op string, a, b any) any {
	if l, ok := a.([]*model.Record); ok {
		return contains(f, l, b, diag.Span{})
	}
	s, t := f.String(a), f.String(b)
	switch op {
	case "startsWith":
		return strings.HasPrefix(s, t)
	case "endsWith":
		return strings.HasSuffix(s, t)
	}
	return strings.Contains(s, t)
}

// said is what a value says that is a word or one of a choice's terms.
func (f *Frame) said(v any) (string, bool) {
	switch v := v.(type) {
	case string:
		return v, true
	case *schema.Term:
		return v.Label(f.Format.Lang), true
	}
	return "", false
}

// add sums numbers, or joins texts. Text from data keeps its markup and its place. nil adds nothing.
func add(f *Frame, a, b any, at place) any {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	case isNumber(a) && isNumber(b):
		return calculate(f, "+", a, b, at)
	}
	if s, ok := f.said(a); ok {
		if t, ok := f.said(b); ok {
			if len(s)+len(t) > maxText {
				f.Fail("text-too-long", at.template, at.read(f), "64")
				return s
			}
			f.Step((len(s) + len(t)) / 64)
			return s + t
		}
	}
	return f.join(f.Rich(a, at.template), f.Rich(b, at.template), at.template)
}

// calculate applies an operator to two numbers; nil makes nil.
func calculate(f *Frame, op string, a, b any, at place) any {
	if a == nil || b == nil {
		return nil
	}
	if !isNumber(a) || !isNumber(b) {
		if d, ok := days(op, a, b); ok {
			return d
		}
		f.Fail("bad-operands", at.template, at.read(f), op, nameOf(a), nameOf(b))
		return nil
	}
	if (op == "/" || op == "%") && Decimal(b).Sign() == 0 {
		return nil // a share of nothing is no value
	}
	v := arithmetic(op, a, b)
	if v == nil {
		f.Fail("bad-operands", at.template, at.read(f), op, nameOf(a), nameOf(b))
	}
	return v
}

func days(op string, a, b any) (any, bool) {
	x, ok := lastDay(a)
	y, ok2 := lastDay(b)
	if op == "-" && ok && ok2 {
		return int64(y.Days(x)), true
	}
	return nil, false
}

// lastDay is a day, or the day on which all of a moment is over.
func lastDay(v any) (model.Date, bool) {
	if m, ok := v.(model.Moment); ok {
		return m.To(), true
	}
	d, ok := v.(model.Date)
	return d, ok
}

// arithmetic keeps whole numbers whole, and money money; it returns nil for what makes no sense, such as euro times
// euro, and for what does not fit. All of it is exact; only quotients are rounded, and amounts to the cent.
func arithmetic(op string, a, b any) any {
	_, xm := a.(model.Money)
	_, ym := b.(model.Money)
	v := reckon(op, Decimal(a), Decimal(b))
	switch {
	case !v.Known():
		return nil
	case xm && ym && op == "/":
		return v
	case (xm || ym) && (op == "+" || op == "-"): // a bare number beside money is euro
		return amountOf(v)
	case xm && !ym && (op == "*" || op == "/"), ym && !xm && op == "*":
		return amountOf(v)
	case xm || ym:
		return nil
	}
	if _, ok := a.(int64); ok {
		if _, ok := b.(int64); ok {
			if n, ok := v.Int64(); ok {
				return n
			}
		}
	}
	return v
}

func reckon(op string, x, y number.Decimal) number.Decimal {
	switch op {
	case "+":
		return x.Add(y)
	case "-":
		return x.Sub(y)
	case "*":
		return x.Mul(y)
	case "/":
		return x.Quo(y)
	}
	return x.Rem(y)
}

// amountOf is a number of euro as money, rounded to the cent half away from zero.
func amountOf(euro number.Decimal) any {
	cents, ok := euro.Mul(number.Int(100)).Round(0).Int64()
	if !ok || cents > maxCents || cents < -maxCents {
		return nil
	}
	return model.Money(cents)
}

// maxCents is beyond all budgets, and what workbooks still write to the cent.
const maxCents = 1 << 53

// nameOf names a value's sort, for findings.
func nameOf(v any) string {
	switch v := v.(type) {
	case nil:
		return diag.Both("nichts", "nothing")
	case bool:
		return diag.Both("ja/nein", "yes/no")
	case int64, number.Decimal:
		return diag.Both("eine Zahl", "a number")
	case model.Money:
		return diag.Both("ein Betrag", "an amount")
	case string, *schema.Term, model.TextValue, Rich:
		return diag.Both("ein Text", "a text")
	case model.Date, model.Moment:
		return diag.Both("ein Datum", "a date")
	case *model.Record:
		return diag.Both("ein Datensatz aus „"+recordName(v)+"“", "a record of "+recordName(v))
	case *group:
		return diag.Both("eine Gruppe", "a group")
	}
	return diag.Both("eine Liste", "a list")
}
