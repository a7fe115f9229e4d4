package typo

import "unicode"

// quote is a quotation mark or apostrophe as written.
type quote struct {
	at, n   int
	sign    rune
	opens   bool
	partner int // index of its counterpart, or -1
	depth   int
	single  bool
}

// quote notes a mark; an apostrophe is set at once, the others when the whole paragraph is known.
func (p *Polisher) quote(i int, r rune, n int) {
	before, after := p.before(i), p.after(i+n)
	inWord := letter(before) && letter(after)
	switch r {
	case '\'', '`', '’', '‘', '‛':
		if inWord {
			p.edit(Apostrophes, i, i+n, "’")
			return
		}
		if r == '`' {
			return
		}
	case '"':
		if unicode.IsDigit(before) && !p.waiting() {
			return // inches
		}
	}
	q := quote{at: i, n: n, sign: r, partner: -1, single: r == '\'' || r == '‚' || r == '‘' || r == '’' || r == '‹' || r == '›' || r == '‛'}
	q.opens = opens(r, before, after)
	if r == '’' && !p.waitingSingle() {
		return // an apostrophe at a word's end: Hans’
	}
	p.quotes = append(p.quotes, q)
}

// opens tells whether a mark opens. Those that face one way say so themselves; „ and “ differ by language, so that a mark
// with a space before it opens and one with a space behind it closes.
func opens(r, before, after rune) bool {
	switch r {
	case '„', '‚', '‟', '‛':
		return true
	}
	free := before == 0 || unicode.IsSpace(before) || before == '(' || before == '[' || before == '–' || before == '—' || before == '/' ||
		before == '-' || before == '„' || before == '“' || before == '»' || before == '‚' || before == '"' && after != ' '
	return free && after != 0 && !unicode.IsSpace(after)
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// waiting tells whether a double mark is open.
func (p *Polisher) waiting() bool {
	n := 0
	for _, q := range p.quotes {
		if q.single {
			continue
		}
		if q.opens {
			n++
		} else {
			n--
		}
	}
	return n > 0
}

func (p *Polisher) waitingSingle() bool {
	n := 0
	for _, q := range p.quotes {
		if !q.single {
			continue
		}
		if q.opens {
			n++
		} else {
			n--
		}
	}
	return n > 0
}

// pair finds which marks belong together. Marks of a paragraph that do not add up are left as they are: nobody knows what
// was meant.
func (p *Polisher) pair() {
	if len(p.quotes) == 0 {
		return
	}
	var open []int
	for i := range p.quotes {
		q := &p.quotes[i]
		if q.opens {
			q.depth = len(open)
			open = append(open, i)
			continue
		}
		k := len(open) - 1
		if k < 0 || p.quotes[open[k]].single != q.single {
			if q.single {
				continue // an apostrophe at a word's end
			}
			return
		}
		q.partner, q.depth = open[k], k
		p.quotes[open[k]].partner = i
		open = open[:k]
	}
	for _, i := range open {
		if !p.quotes[i].single {
			return
		}
	}
	p.setQuotes()
}

// setQuotes writes every pair in the project's marks, the inner ones single. The edits stand in order already, so that
// those of quotation marks are merged in.
func (p *Polisher) setQuotes() {
	for _, q := range p.quotes {
		with := string(q.sign)
		rule := Quotes
		switch {
		case q.partner >= 0:
			with = p.marks(q.depth%2 == 1 || q.single && q.depth == 0, q.opens)
		case q.sign == '\'' && !q.opens && letter(p.before(q.at)):
			with, rule = "’", Apostrophes
		default:
			continue
		}
		if with != string(p.s[q.at:q.at+q.n]) {
			p.insert(edit{q.at, q.at + q.n, with, rule})
		}
	}
}

// insert puts an edit in its place among the others.
func (p *Polisher) insert(e edit) {
	k := len(p.edits)
	for k > 0 && p.edits[k-1].from >= e.from {
		k--
	}
	p.edits = append(p.edits, edit{})
	copy(p.edits[k+1:], p.edits[k:])
	p.edits[k] = e
}

// marks are „…“ and ‚…‘, »…« and ›…‹, or “…” and ‘…’.
func (p *Polisher) marks(inner, opens bool) string {
	set := [4]string{"„", "“", "‚", "‘"}
	switch {
	case p.english:
		set = [4]string{"“", "”", "‘", "’"}
	case p.style.Guillemets:
		set = [4]string{"»", "«", "›", "‹"}
	}
	k := 0
	if inner {
		k = 2
	}
	if !opens {
		k++
	}
	return set[k]
}
