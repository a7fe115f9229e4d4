// Package typo sets the small signs of text as a careful typesetter does: quotation marks, dashes and ranges, spaces that
// must not break, minus, ellipsis, grouped numbers, telephone numbers (DIN 5008, Duden).
//
// It works on a document's inlines before layout, across changes of type and links, so that print, poster and alternative
// texts agree. It never loses or moves a letter or figure, leaves addresses alone, and what it has set it leaves as it is.
// Workbooks never pass here: their values go back into the data.
package typo

import (
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
)

// Spaces that keep what belongs together on one line.
const (
	noBreak = "\u00a0"
	narrow  = "\u202f"
)

// Style is the project's one way of writing.
type Style struct {
	Lang       string // of the document: German rules unless it is English
	Guillemets bool   // »…« instead of „…“
	Thousands  string // between groups of three figures
	Percent    string // before the percent sign; empty: as written
}

// Rule is one kind of change.
type Rule uint8

const (
	Quotes Rule = iota
	Apostrophes
	Dashes
	Ranges
	Spaces
	NoBreaks
	Ellipses
	Minuses
	Numbers
	Phones
	rules
)

// Rules are all kinds of changes, in the order of reports.
func Rules() []Rule {
	all := make([]Rule, rules)
	for i := range all {
		all[i] = Rule(i)
	}
	return all
}

// Words names a rule in German and English.
func (r Rule) Words() (de, en string) {
	w := [rules][2]string{
		Quotes: {"Anführungszeichen", "quotation marks"}, Apostrophes: {"Apostrophe", "apostrophes"}, Dashes: {"Gedankenstriche", "dashes"},
		Ranges: {"Bis-Striche", "ranges"}, Spaces: {"Leerzeichen", "spaces"}, NoBreaks: {"feste Abstände", "no-break spaces"},
		Ellipses: {"Auslassungspunkte", "ellipses"}, Minuses: {"Minuszeichen", "minus signs"}, Numbers: {"Zahlen", "numbers"}, Phones: {"Rufnummern", "telephone numbers"},
	}[r]
	return w[0], w[1]
}

// Change is one example of what a rule did: the words around it, before and after.
type Change struct {
	At            diag.Span
	Before, After string
}

// examples are kept for each rule; the count goes on.
const examples = 3

// Tally counts what was changed.
type Tally struct {
	Count    [rules]int
	Examples [rules][]Change
}

// Total is the number of changes.
func (t *Tally) Total() int {
	n := 0
	for _, c := range t.Count {
		n += c
	}
	return n
}

// Add joins what another document had changed.
func (t *Tally) Add(other *Tally) {
	for r := range t.Count {
		t.Count[r] += other.Count[r]
		room := min(examples-len(t.Examples[r]), len(other.Examples[r]))
		t.Examples[r] = append(t.Examples[r], other.Examples[r][:max(room, 0)]...)
	}
}

// Polisher sets texts of one document. It belongs to one goroutine; nil leaves everything as it is.
type Polisher struct {
	Tally
	style   Style
	english bool
	s       []byte  // of the paragraph, with stand-ins for what is no text
	nodes   []node  // where its texts lie in s
	edits   []edit  // in order, apart from each other
	quotes  []quote // pairs and single marks found so far
}

type node struct {
	from, to int
	text     *doc.Text
}

// edit replaces bytes of the paragraph.
type edit struct {
	from, to int
	with     string
	rule     Rule
}

// New returns a polisher for a document.
func New(s Style) *Polisher {
	return &Polisher{style: s, english: s.Lang == "en" || strings.HasPrefix(s.Lang, "en-")}
}

// object stands for a drawn sign, a page number, or words that no rule may change: a letter to the text around it.
const object = "\ufffc"

// Inlines sets the texts of one paragraph.
func (p *Polisher) Inlines(list []doc.Inline) {
	if p == nil {
		return
	}
	p.s, p.nodes, p.edits = p.s[:0], p.nodes[:0], p.edits[:0]
	p.gather(list)
	p.scan()
	if len(p.edits) > 0 {
		p.apply()
	}
}

// Text sets a text that stands alone.
func (p *Polisher) Text(s string) string {
	t := doc.Text{Text: s}
	p.Inlines([]doc.Inline{&t})
	return t.Text
}

func (p *Polisher) gather(list []doc.Inline) {
	for _, i := range list {
		switch i := i.(type) {
		case *doc.Text:
			if i.Lang != "" && p.style.Lang != "" && base(i.Lang) != base(p.style.Lang) {
				p.s = append(p.s, object...) // a foreign passage keeps to its own rules
				continue
			}
			p.nodes = append(p.nodes, node{len(p.s), len(p.s) + len(i.Text), i})
			p.s = append(p.s, i.Text...)
		case *doc.Link:
			p.gather(i.Inlines)
		case *doc.Break:
			p.s = append(p.s, '\n')
		case *doc.Footnote: // set by its own writer
		default:
			p.s = append(p.s, object...)
		}
	}
}

func base(lang string) string {
	b, _, _ := strings.Cut(lang, "-")
	return b
}

// apply writes the edits into the texts that hold them. One that runs over two texts is left out.
func (p *Polisher) apply() {
	k := 0
	for _, n := range p.nodes {
		var b strings.Builder
		at := n.from
		for ; k < len(p.edits) && p.edits[k].from < n.to; k++ {
			e := p.edits[k]
			if e.from < at || e.to > n.to {
				continue
			}
			b.Write(p.s[at:e.from])
			b.WriteString(e.with)
			at = e.to
			p.note(e, n.text.At)
		}
		if at > n.from {
			b.Write(p.s[at:n.to])
			n.text.Text = b.String()
		}
	}
}

// note counts a change and keeps the first ones as examples.
func (p *Polisher) note(e edit, at diag.Span) {
	p.Count[e.rule]++
	if len(p.Examples[e.rule]) >= examples {
		return
	}
	from, to := e.from, e.to
	for n := 0; from > 0 && p.s[from-1] != '\n' && (n < 10 || p.s[from-1] != ' ') && n < 24; n++ {
		from--
	}
	for n := 0; to < len(p.s) && p.s[to] != '\n' && (n < 10 || p.s[to] != ' ') && n < 24; n++ {
		to++
	}
	head, tail := strings.ToValidUTF8(string(p.s[from:e.from]), ""), strings.ToValidUTF8(string(p.s[e.to:to]), "")
	p.Examples[e.rule] = append(p.Examples[e.rule], Change{at, head + string(p.s[e.from:e.to]) + tail, head + e.with + tail})
}
