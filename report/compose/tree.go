package compose

import (
	"konzept/report/diag"
	"konzept/report/eval"
)

// node is one construct of a template with its expressions compiled. A tree is not changed once bind has returned it and
// may be expanded in several goroutines.
type node interface{ place() diag.Span }

// paragraph is running text.
type paragraph struct {
	at    diag.Span
	text  phrase
	style string
}

// heading is a title of level 1 to 6.
type heading struct {
	at       diag.Span
	level    int
	text     phrase
	anchor   phrase
	number   phrase
	running  phrase
	style    string
	unlisted bool
}

// plainList is a list written in Markdown.
type plainList struct {
	at      diag.Span
	ordered bool
	items   []listItem
	style   string
	loop    *loop // innermost loop around it: its lists merge
}

type listItem struct {
	kids  []node
	empty bool // holds expressions, so that it vanishes if they are empty
}

// verbatim is fenced code, one paragraph a line.
type verbatim struct {
	at    diag.Span
	lines []string
}

// loop is `::: for`.
type loop struct {
	at          diag.Span
	list        *eval.Program
	item, index int // slots; index is -1 if there is none
	kids        []node
}

// choice is `::: if` with its `::: else` branches; the last condition may be nil.
type choice struct {
	at    diag.Span
	tests []*eval.Program
	kids  [][]node
}

// let is `::let name={{ … }}`.
type let struct {
	at    diag.Span
	slot  int
	value value
}

// inclusion is `::part`.
type inclusion struct {
	at   diag.Span
	part *bound
	args []argument
}

type argument struct {
	name  string
	slot  int
	value value
}

// directive is a component with its attributes.
type directive struct {
	at    diag.Span
	spec  *component
	attrs []attribute
	words []value // positional
	rest  phrase  // inline text after them
	kids  []node
}

func (n *paragraph) place() diag.Span { return n.at }
func (n *heading) place() diag.Span   { return n.at }
func (n *plainList) place() diag.Span { return n.at }
func (n *verbatim) place() diag.Span  { return n.at }
func (n *loop) place() diag.Span      { return n.at }
func (n *choice) place() diag.Span    { return n.at }
func (n *let) place() diag.Span       { return n.at }
func (n *inclusion) place() diag.Span { return n.at }
func (n *directive) place() diag.Span { return n.at }

// phrase is inline text with its expressions.
type phrase struct {
	at    diag.Span
	nodes []inline
	exprs bool          // holds expressions
	only  *eval.Program // of a phrase that is one expression and nothing else
	fixed string        // text of a phrase without expressions and marks
}

func (p *phrase) empty() bool { return len(p.nodes) == 0 }

// inline is one node of a phrase.
type inline struct {
	kind   inlineKind
	text   string
	at     diag.Span
	expr   *eval.Program
	target phrase
	kids   []inline
}

// value is what an attribute holds: a phrase, whose only expression keeps its type.
type value struct{ phrase }

type attribute struct {
	key   string
	at    diag.Span
	value value
	flag  bool // bare word
}

// get returns an attribute by its key.
func (d *directive) get(key string) *attribute {
	for i := range d.attrs {
		if d.attrs[i].key == key {
			return &d.attrs[i]
		}
	}
	return nil
}
