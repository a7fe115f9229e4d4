package eval

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/expr-lang/expr/ast"

	"konzept/report/diag"
	"konzept/report/format"
	"konzept/report/model"
	"konzept/report/number"
	"konzept/report/schema"
)

// function is one row of the written list.
type function struct {
	name     string
	min, max int // arguments
	typ      func(args []Type) Type
	run      func(c call) any
}

// call is one call of a function.
type call struct {
	*Frame
	args []any
	at   diag.Span
}

func (c call) arg(i int) any {
	if i < len(c.args) {
		return c.args[i]
	}
	return nil
}

func (c call) str(i int) string { return c.String(c.arg(i)) }

func (c call) int(i, otherwise int) int {
	switch v := c.arg(i).(type) {
	case int64:
		return int(v)
	case number.Decimal:
		if n, ok := v.Trunc().Int64(); ok {
			return int(n)
		}
	}
	return otherwise
}

// list is an argument as a list.
func (c call) list(i int) list {
	l, _ := items(c.Frame, c.arg(i), c.at)
	return l
}

// spread is all arguments, lists among them opened.
func (c call) spread() []any {
	var all []any
	for i, a := range c.args {
		switch a.(type) {
		case []*model.Record, []model.TextValue, []any, []string:
			all = append(all, c.list(i).all()...)
		default:
			all = append(all, a)
		}
	}
	c.Step(len(all))
	return all
}

func (c call) wrong(name string) any {
	c.Fail("bad-argument", c.at, diag.Span{}, name, nameOf(c.arg(0)))
	return nil
}

func always(b Base) func([]Type) Type { return func([]Type) Type { return Type{Base: b} } }

func first(args []Type) Type { return args[0] }

func firstElem(args []Type) Type { return args[0].elem() }

func find(name string) *function {
	i, ok := slices.BinarySearchFunc(functions, name, func(f function, n string) int { return strings.Compare(f.name, n) })
	if !ok {
		return nil
	}
	return &functions[i]
}

// call compiles a function call. The name of a choice field is a function too: its value with its symbol.
func (c *compiler) call(n ast.Node, name string, args []ast.Node) (code, Type) {
	fn := find(name)
	if fn == nil && c.names.schema.choices[name] != nil && len(args) == 1 {
		fn = find("sign")
		args = []ast.Node{&ast.StringNode{Value: name}, args[0]}
	}
	if fn == nil {
		return c.fail(n, "unknown-function", name, diag.Suggest(name, functionNames()))
	}
	if len(args) < fn.min || len(args) > fn.max {
		return c.fail(n, "function-arguments", name)
	}
	codes, types := make([]code, len(args)), make([]Type, len(args))
	for i, a := range args {
		codes[i], types[i] = c.node(a)
	}
	at := c.source.Span(n)
	typ := Type{}
	if fn.typ != nil && len(args) > 0 {
		typ = fn.typ(types)
	}
	run := fn.run
	return func(f *Frame) any {
		base := len(f.args)
		for _, a := range codes {
			f.args = append(f.args, a(f))
		}
		f.left--
		v := run(call{f, f.args[base:len(f.args):len(f.args)], at})
		f.args = f.args[:base]
		return v
	}, typ
}

func functionNames() []string {
	var names []string
	for _, f := range functions {
		names = append(names, f.name)
	}
	for name := range predicates {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// extreme is the least or greatest of the arguments.
func extreme(sign int) func(c call) any {
	return func(c call) any {
		var best any
		for _, v := range c.spread() {
			if v == nil {
				continue
			}
			if d, ok := order(plain(c.Frame, v), plain(c.Frame, best)); best == nil || ok && d*sign > 0 {
				best = v
			}
		}
		return best
	}
}

// years lists the different years of numbers, days, moments, records that have a year, and lists of these.
func years(c call) any {
	var out []any
	for _, v := range flat(c.spread()) {
		if r, ok := v.(*model.Record); ok {
			val, _ := r.Value("year")
			v = val.V
		}
		if y, ok := yearOf(v); ok && !slices.Contains(out, any(y)) {
			out = append(out, y)
		}
	}
	slices.SortFunc(out, func(a, b any) int { return int(a.(int64) - b.(int64)) })
	return out
}

// flat replaces lists of records by their records.
// periods are the years of records, and nothing at the end if some record says none.
func periods(c call) any {
	out, _ := years(c).([]any)
	for _, v := range flat(c.spread()) {
		if r, ok := v.(*model.Record); ok {
			if _, said := r.Value("year"); !said {
				return append(out, nil)
			}
		}
	}
	return out
}

func flat(values []any) []any {
	var out []any
	for _, v := range values {
		list, ok := v.([]*model.Record)
		if !ok {
			out = append(out, v)
		}
		for _, r := range list {
			out = append(out, r)
		}
	}
	return out
}

func yearOf(v any) (int64, bool) {
	switch v := v.(type) {
	case int64:
		return v, true
	case model.Date:
		return int64(v.Year), true
	case model.Moment:
		return int64(v.Year), !v.Timeless()
	}
	return 0, false
}

// joinAnd writes a list as a sentence does: a, b und c.
func joinAnd(c call) any {
	var parts []Rich
	l := c.list(0)
	for i := 0; i < l.len() && !c.Step(1); i++ {
		if r := c.Rich(l.at(i), c.at); !r.Empty() {
			parts = append(parts, r)
		}
	}
	and := " und "
	if c.Format.English() {
		and = " and "
	}
	var out Rich
	for i, p := range parts {
		switch {
		case i > 0 && i == len(parts)-1:
			out = append(out, Piece{Text: and})
		case i > 0:
			out = append(out, Piece{Text: ", "})
		}
		out = c.join(out, p, c.at)
	}
	return nilIfEmpty(out)
}

func nilIfEmpty(r Rich) any {
	if r.Empty() {
		return nil
	}
	return r
}

// unique drops what came before.
func unique(c call) any {
	l := c.list(0)
	seen := map[any]bool{}
	return picked(c.Frame, l, func(i int) bool {
		id := c.identity(l.at(i))
		if seen[id] {
			return false
		}
		seen[id] = true
		return true
	})
}

func numbers(c call) any {
	from, to := c.int(0, 0), c.int(1, -1)
	if to-from >= maxRange {
		c.Fail("range-too-long", c.at, diag.Span{}, strconv.Itoa(maxRange))
		return nil
	}
	var out []any
	for i := from; i <= to && !c.Step(1); i++ {
		out = append(out, int64(i))
	}
	return out
}

// label is a text from the labels, with {0}, {1}, … filled in.
func label(c call) any {
	key := c.str(0)
	text, ok := c.lookup(c.Labels, key, "unknown-label")
	if !ok {
		return nil
	}
	for i := 1; i < len(c.args); i++ {
		text = strings.ReplaceAll(text, "{"+strconv.Itoa(i-1)+"}", c.str(i))
	}
	return text
}

// option is a choice of the design's, by which parts differ.
func option(c call) any {
	if word, ok := c.lookup(c.Design, c.str(0), "unknown-option"); ok {
		return word
	}
	return nil
}

// lookup finds a key of the labels or of the design; one that is not there is a finding.
func (c call) lookup(table map[string]string, key string, unknown diag.Code) (string, bool) {
	word, ok := table[key]
	if !ok {
		c.Fail(unknown, c.at, diag.Span{}, key, diag.Suggest(key, slices.Sorted(maps.Keys(table))))
	}
	return word, ok
}

// sign is the symbol of a choice's value with the word that it stands for.
func sign(c call) any {
	t := c.term(c.str(0), c.arg(1))
	if t == nil {
		if s := c.str(1); s != "" {
			return s
		}
		return nil
	}
	said := Piece{Text: t.Label(c.Format.Lang), At: c.at}
	if t.Sign() == "" {
		return Rich{said}
	}
	return Rich{{Kind: Sign, Ref: t.Sign(), At: c.at}, {Text: format.NoBreak, At: c.at}, said}
}

// term is a term of a choice, or the one that a word names; nil if there is none.
func (c call) term(field string, v any) *schema.Term {
	if t, ok := v.(*schema.Term); ok {
		return t
	}
	for _, t := range c.schema.choices[field] {
		if t := t.(*schema.Term); slices.Contains(t.Names(), c.String(v)) {
			return t
		}
	}
	return nil
}

// inner makes a function that puts its text into a piece.
func inner(kind PieceKind) func(c call) any {
	return func(c call) any {
		r := c.Rich(c.arg(0), c.at)
		if r.Empty() {
			return nil
		}
		return Rich{{Kind: kind, Inner: r, At: c.at}}
	}
}

// link leads to an anchor or an address; an address alone shows itself.
func link(c call) any {
	text, to := c.Rich(c.arg(0), c.at), c.str(0)
	if len(c.args) > 1 {
		to = c.str(1)
	} else if strings.Contains(to, "@") && !strings.Contains(to, ":") {
		to = "mailto:" + to
	}
	if text.Empty() || to == "" {
		return nilIfEmpty(text)
	}
	return Rich{{Kind: LinkTo, Ref: to, Inner: text, At: c.at}}
}

func moneyOf(v any) (model.Money, bool) {
	if !isNumber(v) {
		return 0, false
	}
	m, ok := amountOf(Decimal(v)).(model.Money)
	return m, ok
}

// capital makes the first letter of a text large, for words that open a sentence.
func capital(c call) any {
	r := slices.Clone(c.Rich(c.arg(0), c.at))
	if len(r) > 0 && r[0].Text != "" {
		first, n := utf8.DecodeRuneInString(r[0].Text)
		r[0].Text = string(unicode.ToUpper(first)) + r[0].Text[n:]
	}
	return nilIfEmpty(r)
}

// join sets a separator, a comma unless given, between the items that print something.
func join(c call) any {
	sep := Rich{{Text: ", "}}
	if len(c.args) > 1 {
		sep = c.Rich(c.args[1], c.at)
	}
	return nilIfEmpty(c.joined(c.args[0], sep, c.at))
}

// around sets text before and after a value, and nothing if there is no value.
func (c call) around(before, v, after any) any {
	r := c.Rich(v, c.at)
	if r.Empty() {
		return nil
	}
	return c.join(c.join(c.Rich(before, c.at), r, c.at), c.Rich(after, c.at), c.at)
}

// span writes a range of two values, or the one there is: 2023–2025.
func span(c call) any {
	from, to := c.Rich(c.arg(0), c.at), c.Rich(c.arg(1), c.at)
	if from.Empty() || to.Empty() || from.String() == to.String() {
		if from.Empty() {
			from = to
		}
		return nilIfEmpty(from)
	}
	dash := "–"
	if strings.Contains(from.String()+to.String(), " ") {
		dash = " – " // DIN 5008: spaces where the parts hold spaces
	}
	return c.join(c.join(from, Rich{{Text: dash, At: c.at}}, c.at), to, c.at)
}

// concat joins lists to one, and so the lists that a list holds.
func concat(c call) any {
	var out []any
	for _, v := range c.spread() {
		switch v.(type) {
		case []*model.Record, []model.TextValue, []any, []string:
			l, _ := items(c.Frame, v, c.at)
			c.Step(l.len())
			out = append(out, l.all()...)
		case nil:
		default:
			out = append(out, v)
		}
	}
	return out
}

func concatType(args []Type) Type {
	t := args[0]
	for _, u := range args[1:] {
		if t.String() != u.String() {
			return Type{Base: List}
		}
	}
	if t.elem().Base == List {
		return t.elem()
	}
	return t
}
