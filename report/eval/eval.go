// Package eval turns a template's expressions into programs and runs them over a report; it formats numbers, money and
// dates in German and English.
//
// It never writes text to a page, reads a clock, or calls anything that is not on its written list of functions. The
// grammar is expr-lang/expr's parser; its virtual machine is left aside, because a missing value must be no error, money
// and dates need operators of their own, steps must be counted, and a program must know which data it read.
package eval

import (
	"strings"

	"github.com/expr-lang/expr/ast"

	"konzept/report/diag"
	"konzept/report/format"
	"konzept/report/grammar"
	"konzept/report/model"
)

// Limits before work.
const (
	maxSource = 4096     // bytes of one expression
	maxDepth  = 2        // predicates within predicates
	maxText   = 64 << 10 // bytes of a text sum
	maxRange  = 10000    // numbers of a range
	maxNested = 128      // levels of one expression's tree
)

// Budget is how many steps the expressions and the expansion of one document may take. Documents grow with their data,
// and the largest take a fifth of it; a runaway template reaches it within a second or two.
const (
	Budget       = 6_000_000
	RecordBudget = 8_000 // more for each record of the report
)

// Program is one compiled expression. It is not changed by running and may run in several goroutines.
type Program struct {
	Source string
	At     diag.Span // of the expression in its template
	Type   Type
	code   code
	figure figureCode               // of the number that it prints
	place  func(f *Frame) diag.Span // of the value in the data, for a chain of members; nil otherwise
}

// code computes one node of an expression.
type code func(f *Frame) any

// Env is what all expressions of one document share. It belongs to one goroutine.
type Env struct {
	Report *model.Report
	Format format.Format
	Out    *diag.List
	Labels map[string]string
	Design map[string]string // options of the design

	Colour func(r *model.Record) string // what stands for a record's colour; nil: what the record says
	// FirstUse is the anchor of the first text that uses a word otherwise than in some phrases; nil: nobody keeps count.
	FirstUse func(word string, except []string) string

	globals []any
	schema  *Schema
	left    int // steps
	spent   bool
	told    map[told]bool
	dots    []dot // stack of the predicates being run
	args    []any // stack of the calls being run
}

type told struct {
	code diag.Code
	at   diag.Span
	arg  string
}

// Frame holds the local names of one template or part. Frames of one document share their Env.
type Frame struct {
	*Env
	Slots []any
}

// dot is the element that a predicate looks at.
type dot struct {
	value any
	index int
}

// NewFrame returns a frame for n local names.
func (e *Env) NewFrame(n int) *Frame { return &Frame{Env: e, Slots: make([]any, n)} }

// Run computes the expression. What is wrong at run time is a finding and the result nil.
func (p *Program) Run(f *Frame) any {
	if p == nil || p.code == nil || f.Step(1) {
		return nil
	}
	return p.code(f)
}

// Place returns where the program's value stands in the data, or the template's place if it is computed.
func (p *Program) Place(f *Frame) diag.Span {
	if p.place != nil {
		if at := p.place(f); at.Known() {
			return at
		}
	}
	return p.At
}

// Step counts n steps and tells whether the budget is spent. Whoever loops must ask.
func (e *Env) Step(n int) bool {
	if e.left -= n; e.left < 0 {
		e.spent = true
	}
	return e.spent
}

// Spent tells whether the budget is spent; the first to ask with its place gets the finding.
func (e *Env) Spent(at diag.Span) bool {
	if e.spent && !e.told[told{code: "step-budget"}] {
		e.told[told{code: "step-budget"}] = true
		e.Out.Add("step-budget", at)
	}
	return e.spent
}

// Fail adds a finding once for its place, with the data's place as a note if there is one.
func (e *Env) Fail(code diag.Code, at, data diag.Span, args ...string) {
	key := told{code, at, strings.Join(args, "\x00")}
	if e.told[key] {
		return
	}
	e.told[key] = true
	f := e.Out.Add(code, at, args...)
	if data.Known() && data != at {
		f.Notes = append(f.Notes, diag.Note{Code: "note-data", At: data})
	}
}

// Compile parses and checks an expression. at is the place of src in its template. nil means that it is faulty; the
// findings say why.
func Compile(src string, at diag.Span, names *Names, out *diag.List) *Program {
	if len(src) > maxSource {
		out.Add("expression-too-long", at, "4096")
		return nil
	}
	tree, m := grammar.Parse(src, at, out)
	if tree == nil {
		return nil
	}
	c := &compiler{names: names, source: m, out: out}
	code, typ := c.node(tree)
	if c.failed {
		return nil
	}
	return &Program{Source: src, At: at, Type: typ, code: code, place: c.place(tree), figure: c.figure(tree)}
}

// compiler turns a syntax tree into closures and knows the type of each.
type compiler struct {
	names  *Names
	source *grammar.Source
	out    *diag.List
	dots   []Type // of the predicates around the node
	depth  int
	failed bool
}

func (c *compiler) fail(n ast.Node, what diag.Code, args ...string) (code, Type) {
	c.failed = true
	c.out.Add(what, c.source.Span(n), args...)
	return nothing, Type{}
}

func nothing(*Frame) any { return nil }

// place returns how to find the data that a chain of members reads.
func (c *compiler) place(n ast.Node) func(f *Frame) diag.Span {
	m, ok := n.(*ast.MemberNode)
	if !ok {
		return nil
	}
	key, ok := m.Property.(*ast.StringNode)
	if !ok {
		return nil
	}
	quiet := &compiler{names: c.names, source: c.source, out: &diag.List{}, dots: c.dots}
	base, _ := quiet.node(m.Node)
	return func(f *Frame) diag.Span {
		if rec, ok := base(f).(*model.Record); ok {
			v, _ := rec.Value(key.Value)
			if t, ok := v.V.(model.TextValue); ok {
				_, at, _ := t.Best(f.Format.Lang)
				return at
			}
			return v.At
		}
		return diag.Span{}
	}
}
