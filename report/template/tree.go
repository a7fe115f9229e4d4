package template

import (
	"konzept/report/diag"
	"konzept/report/eval"
	"konzept/report/markup"
)

// Node is one construct of a template with its expressions compiled. A tree is not changed once bind has returned it and
// may be expanded in several goroutines.
type Node interface{ Place() diag.Span }

// Paragraph is running text.
type Paragraph struct {
	At    diag.Span
	Text  Phrase
	Style string
}

// Heading is a title of level 1 to 6.
type Heading struct {
	At       diag.Span
	Level    int
	Text     Phrase
	Anchor   Phrase
	Number   Phrase
	Running  Phrase
	Style    string
	Unlisted bool
}

// List is a list written in Markdown.
type List struct {
	At      diag.Span
	Ordered bool
	Items   []Item
	Style   string
	Loop    *Loop // innermost loop around it: its lists merge
}

type Item struct {
	Kids  []Node
	Empty bool // holds expressions, so that it vanishes if they are empty
}

// Verbatim is fenced code, one paragraph a line.
type Verbatim struct {
	At    diag.Span
	Lines []string
}

// Loop is `::: for`.
type Loop struct {
	at          diag.Span
	List        *eval.Program
	Item, Index int // slots; index is -1 if there is none
	Kids        []Node
}

// Choice is `::: if` with its `::: else` branches; the last condition may be nil.
type Choice struct {
	at    diag.Span
	Tests []*eval.Program
	Kids  [][]Node
}

// Let is `::let name={{ … }}`.
type Let struct {
	at    diag.Span
	Slot  int
	Value Value
}

// Inclusion is `::part`.
type Inclusion struct {
	At   diag.Span
	Part *Template
	Args []argument
}

type argument struct {
	name  string
	Slot  int
	Value Value
}

// Directive is a component with its attributes.
type Directive struct {
	At    diag.Span
	Spec  *Component
	Attrs []Given
	Words []Value // positional
	Rest  Phrase  // inline text after them
	Kids  []Node
}

func (n *Paragraph) Place() diag.Span { return n.At }
func (n *Heading) Place() diag.Span   { return n.At }
func (n *List) Place() diag.Span      { return n.At }
func (n *Verbatim) Place() diag.Span  { return n.At }
func (n *Loop) Place() diag.Span      { return n.at }
func (n *Choice) Place() diag.Span    { return n.at }
func (n *Let) Place() diag.Span       { return n.at }
func (n *Inclusion) Place() diag.Span { return n.At }
func (n *Directive) Place() diag.Span { return n.At }

// Phrase is inline text with its expressions.
type Phrase struct {
	At    diag.Span
	Nodes []Inline
	Exprs bool          // holds expressions
	Only  *eval.Program // of a phrase that is one expression and nothing else
	Fixed string        // text of a phrase without expressions and marks
}

func (p *Phrase) Empty() bool { return len(p.Nodes) == 0 }

// Inline is one node of a phrase.
type Inline struct {
	Kind   markup.Kind
	Text   string
	At     diag.Span
	Expr   *eval.Program
	Target Phrase
	Kids   []Inline
}

// Value is what an attribute holds: a phrase, whose only expression keeps its type.
type Value struct{ Phrase }

type Given struct {
	Key   string
	at    diag.Span
	Value Value
	flag  bool // bare word
}

// get returns an attribute by its key.
func (d *Directive) get(key string) *Given {
	for i := range d.Attrs {
		if d.Attrs[i].Key == key {
			return &d.Attrs[i]
		}
	}
	return nil
}

// Literal is the text of a phrase as far as it stands there without being computed, marks dropped.
func (p *Phrase) Literal() string {
	if p.Fixed != "" {
		return p.Fixed
	}
	return literal(p.Nodes)
}

func literal(nodes []Inline) string {
	s := ""
	for _, n := range nodes {
		s += n.Text + literal(n.Kids)
	}
	return s
}
