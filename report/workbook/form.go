package workbook

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"konzept/report/book"
	"konzept/report/diag"
	"konzept/report/eval"
	"konzept/report/markup"
	"konzept/report/source"
	"konzept/report/template"
)

// form is a template of a workbook with its expressions compiled.
type form struct {
	names                                       *eval.Names
	lets                                        []let
	title, subject, author, stand, label, pages text
	font                                        string
	lists                                       []list
	sheets                                      []sheet
}

type let struct {
	slot int
	expr *eval.Program
}

type list struct {
	loop        loop
	name, title text
	values      *eval.Program
}

// loop is `for: x in EXPR` or `for: x, i in EXPR`, or a list of these within each other, with `if: EXPR`. Without a `for`
// it runs once.
type loop struct {
	at     diag.Span
	levels []level
	when   *eval.Program
}

type level struct {
	list        *eval.Program
	item, index int
}

type sheet struct {
	loop                        loop
	at                          diag.Span
	lets                        []let
	name, key, tab, title, note text
	freeze                      int
	protect, hidden             bool
	print                       book.Print
	regions                     []region
	charts                      []chart
}

type region struct {
	loop        loop
	lets        []let
	name, title text
	filter      bool
	columns     []column
	rows        []rowLoop
	rules       []rule
}

// rowLoop makes the rows of one loop: a cell for each column.
type rowLoop struct {
	at    diag.Span
	loop  loop
	id    *eval.Program
	bold  bool
	cells []cell
}

type column struct {
	loop                                 loop // its names come after those of every row's loop
	key, title, list, prompt, err, align text
	width                                int
	format                               text
	input, wrap, hidden                  bool
	fillIn                               *eval.Program // whether it is an input, where records differ
	min, max                             *float64
	total                                total
}

// cell is what stands in a cell: a value, and perhaps the formula that computes it.
type cell struct {
	loop                loop // of its column
	value               *eval.Program
	text, formula, link text
	format, fill        text
	bold                bool
}

// total is the cell below a column: sum, average or count of what the filter leaves, or a cell of its own.
type total struct {
	how  string
	tell text // how, where it is computed
	cell cell
}

type rule struct {
	loop                                       loop
	column, equals, formula, symbol, fill, ink text
	bold, bar                                  bool
}

type chart struct {
	loop                           loop
	kind                           string
	title, alt, categories, beside text
	series                         []series
	width, height                  int
	format                         book.Format
}

type series struct {
	loop         loop
	values, fill text
}

// text is text with expressions in {{ }}.
type text struct {
	at    diag.Span
	parts []part
}

type part struct {
	fixed string
	expr  *eval.Program
}

// reader compiles the YAML of a workbook's template.
type reader struct {
	files map[string][]byte // by the names that places have: a template and what it extends
	out   *diag.List
}

// chars is what a node says, with its place.
func (r *reader) chars(n *source.Node) template.Text {
	return template.TextOf(n, r.files[n.Span.File])
}

// readForm compiles a template; what is wrong with it is in the findings, and what is left of it can still be run.
func readForm(f *template.File, templates *template.Set, out *diag.List) *form {
	r := &reader{files: map[string][]byte{f.Front.Span.File: f.Data}, out: out}
	t, names := &form{}, templates.Globals()
	root := (&extender{r, templates}).extended(f.Front)
	m := r.mapping(root, "title", "subject", "author", "stand", "label", "pages", "font", "let", "lists", "sheets", "editions", "audience", "lang", "extends", "change")
	t.lets, names = r.lets(m.Get("let"), names)
	t.names = names
	t.title, t.subject, t.author = r.text(m.Get("title"), names), r.text(m.Get("subject"), names), r.text(m.Get("author"), names)
	t.stand, t.label, t.pages = r.text(m.Get("stand"), names), r.text(m.Get("label"), names), r.text(m.Get("pages"), names)
	t.font = r.word(m.Get("font"))
	for _, n := range r.items(m.Get("lists")) {
		l := r.mapping(n, "for", "if", "name", "title", "values")
		one := list{}
		one.loop, names = r.loop(l, names)
		one.name, one.title, one.values = r.text(l.Get("name"), names), r.text(l.Get("title"), names), r.expr(l.Get("values"), names)
		t.lists = append(t.lists, one)
	}
	for _, n := range r.items(m.Get("sheets")) {
		t.sheets = append(t.sheets, r.sheet(n, names))
	}
	return t
}

func (r *reader) sheet(n *source.Node, names *eval.Names) sheet {
	m := r.mapping(n, "for", "if", "let", "name", "key", "tab", "title", "note", "freeze", "protect", "hidden", "print", "regions", "charts")
	s := sheet{}
	if n != nil {
		s.at = n.Span
	}
	s.loop, names = r.loop(m, names)
	s.lets, names = r.lets(m.Get("let"), names)
	s.name, s.key, s.tab = r.text(m.Get("name"), names), r.text(m.Get("key"), names), r.text(m.Get("tab"), names)
	s.title, s.note = r.text(m.Get("title"), names), r.text(m.Get("note"), names)
	s.freeze, s.protect, s.hidden = r.within(m.Get("freeze"), 0, 100), r.bool(m.Get("protect")), r.bool(m.Get("hidden"))
	p := r.mapping(m.Get("print"), "portrait", "paper")
	s.print = book.Print{Portrait: r.bool(p.Get("portrait")), Paper: r.one(p.Get("paper"), "A4", "A3")}
	for _, n := range r.items(m.Get("regions")) {
		s.regions = append(s.regions, r.region(n, names))
	}
	for _, n := range r.items(m.Get("charts")) {
		s.charts = append(s.charts, r.chart(n, names))
	}
	return s
}

func (r *reader) chart(n *source.Node, names *eval.Names) chart {
	m := r.mapping(n, "for", "if", "kind", "title", "alt", "categories", "beside", "series", "width", "height", "format")
	c := chart{kind: r.one(m.Get("kind"), "bar", "column", "stacked", "line"), width: r.within(m.Get("width"), 1, 10000), height: r.within(m.Get("height"), 1, 10000), format: r.format(m.Get("format"))}
	c.loop, names = r.loop(m, names)
	c.title, c.alt = r.text(m.Get("title"), names), r.text(m.Get("alt"), names)
	c.categories, c.beside = r.text(m.Get("categories"), names), r.text(m.Get("beside"), names)
	for _, n := range r.items(m.Get("series")) {
		m := r.mapping(n, "for", "if", "values", "fill")
		var s series
		inner := names
		s.loop, inner = r.loop(m, inner)
		s.values, s.fill = r.text(m.Get("values"), inner), r.text(m.Get("fill"), inner)
		c.series = append(c.series, s)
	}
	return c
}

// loop reads the keys for and if of a mapping and adds the loop's names.
func (r *reader) loop(m *source.Node, names *eval.Names) (loop, *eval.Names) {
	l, names := r.each(m.Get("for"), names)
	if n := m.Get("if"); n != nil {
		l.at = n.Span
		l.when = r.expr(n, names)
	}
	return l, names
}

// each reads the levels of a loop; an inner one may use the names of those around it.
func (r *reader) each(n *source.Node, names *eval.Names) (loop, *eval.Names) {
	var l loop
	if n == nil {
		return l, names
	}
	l.at = n.Span
	levels := []*source.Node{n}
	if n.Kind == source.Sequence {
		levels = n.Items
	}
	for _, n := range levels {
		var one level
		one, names = r.level(n, names)
		l.levels = append(l.levels, one)
	}
	return l, names
}

// level reads `x in EXPR` or `x, i in EXPR`.
func (r *reader) level(n *source.Node, names *eval.Names) (level, *eval.Names) {
	l := level{index: -1}
	head := r.chars(n)
	vars, _, ok := strings.Cut(head.Chars, " in ")
	list := strings.Split(vars, ",")
	for i := range list {
		list[i] = strings.TrimSpace(list[i])
		ok = ok && template.IsName(list[i])
	}
	if !ok || len(list) > 2 {
		r.out.Add("table-loop", n.Span, head.Chars)
		return l, names
	}
	l.list = r.compile(template.Unwrap(head.Sub(len(vars)+4, len(head.Chars))), names)
	var elem eval.Type
	if l.list != nil {
		elem = l.list.Type.ElemType()
	}
	names, l.item = names.With(list[0], elem)
	if len(list) == 2 {
		names, l.index = names.With(list[1], eval.Type{Base: eval.Number})
	}
	return l, names
}

// lets reads names for values; each may use those before it.
func (r *reader) lets(n *source.Node, names *eval.Names) ([]let, *eval.Names) {
	var lets []let
	if n == nil {
		return nil, names
	}
	for _, e := range n.Entries {
		if !template.IsName(e.Key) {
			r.out.Add("table-name", e.KeySpan, e.Key)
			continue
		}
		l := let{expr: r.expr(e.Value, names)}
		var typ eval.Type
		if l.expr != nil {
			typ = l.expr.Type
		}
		names, l.slot = names.With(e.Key, typ)
		lets = append(lets, l)
	}
	return lets, names
}

// mapping checks that a node is a mapping of known keys. A missing node is an empty one.
func (r *reader) mapping(n *source.Node, keys ...string) *source.Node {
	if n.Empty() {
		return nil
	}
	if n.Kind != source.Mapping {
		r.wrong(n, diag.Both("Schlüssel mit Werten", "keys with values"))
		return nil
	}
	for _, e := range n.Entries {
		known := false
		for _, k := range keys {
			known = known || k == e.Key
		}
		if !known {
			r.out.Add("table-key", e.KeySpan, e.Key, diag.Suggest(e.Key, keys))
		}
	}
	return n
}

func (r *reader) wrong(n *source.Node, want string) { r.out.Add("table-shape", n.Span, want) }

func (r *reader) items(n *source.Node) []*source.Node {
	if n.Empty() {
		return nil
	}
	if n.Kind != source.Sequence {
		r.wrong(n, diag.Both("eine Liste", "a list"))
	}
	return n.Items
}

func (r *reader) word(n *source.Node) string {
	if n.Empty() {
		return ""
	}
	if n.Kind != source.Scalar {
		r.wrong(n, diag.Both("ein Wort", "a word"))
	}
	return n.Value
}

// one reads one of the words; nothing is nothing.
func (r *reader) one(n *source.Node, words ...string) string {
	w := r.word(n)
	if w == "" {
		return ""
	}
	for _, known := range words {
		if w == known {
			return w
		}
	}
	r.out.Add("table-word", n.Span, w, diag.Suggest(w, words))
	return words[0]
}

func (r *reader) format(n *source.Node) book.Format {
	return book.Format(r.one(n, formatNames()...))
}

func (r *reader) bool(n *source.Node) bool { return r.one(n, "false", "true") == "true" }

// within is a whole number from least to most.
func (r *reader) within(n *source.Node, least, most int) int {
	f := r.number(n)
	if f == nil {
		return 0
	}
	if *f < float64(least) || *f > float64(most) || *f != math.Trunc(*f) {
		r.wrong(n, diag.Both(fmt.Sprintf("eine ganze Zahl von %d bis %d", least, most), fmt.Sprintf("a whole number from %d to %d", least, most)))
		return 0
	}
	return int(*f)
}

func (r *reader) number(n *source.Node) *float64 {
	w := r.word(n)
	if w == "" {
		return nil
	}
	f, err := strconv.ParseFloat(w, 64)
	if err != nil || f < -1e9 || f > 1e9 {
		r.wrong(n, diag.Both("eine Zahl", "a number"))
		return nil
	}
	return &f
}

// expr compiles a value that is one expression, with or without its braces.
func (r *reader) expr(n *source.Node, names *eval.Names) *eval.Program {
	if n.Empty() {
		return nil
	}
	if n.Kind != source.Scalar {
		r.wrong(n, diag.Both("ein Ausdruck", "an expression"))
		return nil
	}
	return r.compile(template.Unwrap(r.chars(n)), names)
}

func (r *reader) compile(t template.Text, names *eval.Names) *eval.Program {
	return eval.Compile(t.Chars, t.All(), names, r.out)
}

// text compiles text with expressions in braces.
func (r *reader) text(n *source.Node, names *eval.Names) text {
	if n.Empty() {
		return text{}
	}
	if n.Kind != source.Scalar {
		r.wrong(n, diag.Both("ein Text", "a text"))
		return text{}
	}
	t := r.chars(n)
	for _, o := range markup.Unclosed(t.Chars) {
		r.out.Add("unclosed-expression", t.Span(o.From, o.To), t.Chars[o.From:o.To])
	}
	out := text{at: n.Span}
	from := 0
	for i := 0; i < len(t.Chars); {
		end := 0
		if strings.HasPrefix(t.Chars[i:], "{{") {
			end = markup.ExprEnd(t.Chars, i)
		}
		if end == 0 {
			i++
			continue
		}
		if i > from {
			out.parts = append(out.parts, part{fixed: t.Chars[from:i]})
		}
		out.parts = append(out.parts, part{expr: r.compile(t.Sub(i+2, end-2).Trim(), names)})
		i, from = end, end
	}
	if from < len(t.Chars) {
		out.parts = append(out.parts, part{fixed: t.Chars[from:]})
	}
	return out
}
