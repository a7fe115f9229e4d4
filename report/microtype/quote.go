package microtype

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quoteMark is a quotation quoteMark or apostrophe and what it turns out to be.
type quoteMark struct {
	at, n int
	r     rune
	role  role
	mate  int // the other mark of its pair
}

type role uint8

const (
	unknown    role = iota // stays as it is
	opening                // until its mate comes
	closing                //
	apostrophe             //
)

// quoteRune tells whether a character may be a quotation mark.
func quoteRune(r rune) bool { return single(r) || double(r) }

func double(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»':
		return true
	}
	return false
}

func single(r rune) bool {
	switch r {
	case '\'', '‘', '’', '‚', '‛', '‹', '›', '`', '´':
		return true
	}
	return false
}

// pointed tells whether a single mark pairs only with its like.
func pointed(r rune) bool { return r == '‹' || r == '›' }

func (q *quotation) add(i int, r rune, n int) {
	q.marks = append(q.marks, quoteMark{at: i, n: n, r: r, mate: -1})
}

// commas takes two commas before a word for an opening mark, as typewriters wrote it.
func (s *Setter) commas(i int) int {
	if s.byteAt(i+1) != ',' || s.byteAt(i+2) == ',' || !spaced(s.before(i)) && s.before(i) != '(' || !wordRune(s.after(i+2)) {
		return i + 1
	}
	s.quotes.add(i, '„', 2)
	return i + 2
}

// settle pairs the marks of a text and sets them in the project's form. If the double ones do not pair, they stay: what
// is wrong with them is for people to see.
func (q *quotation) settle() {
	doubles := true
	for k := range q.marks {
		doubles = q.classify(k) && doubles
	}
	for _, k := range q.open {
		if double(q.marks[k].r) {
			doubles = false
		} else {
			q.elision(k)
		}
	}
	depth := [2]int{}
	for k := range q.marks {
		m := &q.marks[k]
		switch {
		case m.role == apostrophe:
			q.put(m.at, m.at+m.n, "’", Apostrophe)
		case m.mate < 0:
		case doubles || !double(m.r) && !double(q.marks[m.mate].r):
			q.pair(m, &depth)
		}
	}
}

// pair sets one mark of a pair by how deep it stands: marks within marks are of the other kind.
func (q *quotation) pair(m *quoteMark, depth *[2]int) {
	if m.role == opening {
		inner := !double(m.r)
		if n := depth[0]; n > 0 {
			inner = depth[1]>>(n-1)&1 == 0
		}
		if depth[0] < 60 {
			depth[0]++
		}
		depth[1] &^= 1 << (depth[0] - 1)
		if inner {
			depth[1] |= 1 << (depth[0] - 1)
		}
		q.glyph(m, inner)
		return
	}
	inner := depth[0] > 0 && depth[1]>>(depth[0]-1)&1 == 1
	depth[0] = max(depth[0]-1, 0)
	q.glyph(m, inner)
}

func (q *quotation) glyph(m *quoteMark, inner bool) {
	signs := q.style.Quotes
	r := signs.Open
	switch {
	case inner && m.role == opening:
		r = signs.InnerOpen
	case inner:
		r = signs.InnerClose
	case m.role == closing:
		r = signs.Close
	}
	if r == m.r && m.n == utf8.RuneLen(r) {
		return
	}
	q.put(m.at, m.at+m.n, string(r), Quote)
}

// classify finds what mark k is, and its mate. It is false if a double mark has no place in a pair.
func (q *quotation) classify(k int) bool {
	m := &q.marks[k]
	before, after := q.outside(k)
	left, right := opensAfter(before), closesBefore(after)
	if !double(m.r) {
		q.single(k, before, after, left, right)
		return true
	}
	if m.r == '"' && before >= '0' && before <= '9' && !q.isOpen(double) {
		return true // inches and seconds
	}
	if q.address(m.at) {
		return true
	}
	switch {
	case !left && !right && q.style.English: // within a word
		return false
	case left && right && before == '/' && q.isOpen(double): // "https://x.de/"
		return q.close(k, double)
	case left && right:
		return blank(after) && blank(before) // alone between spaces: no quotation mark
	case left, !right && !q.isOpen(double):
		m.role = opening
		q.open = append(q.open, k)
		return true
	}
	return q.close(k, double)
}

// outside are the characters on both sides of mark k, beyond a few other marks that touch it.
func (q *quotation) outside(k int) (before, after rune) {
	a, b := q.marks[k].at, q.marks[k].at+q.marks[k].n
	for j := k - 1; j >= max(0, k-8) && q.marks[j].at+q.marks[j].n == a; j-- {
		a = q.marks[j].at
	}
	for j := k + 1; j < min(len(q.marks), k+9) && q.marks[j].at == b; j++ {
		b += q.marks[j].n
	}
	return q.before(a), q.after(b)
}

func opensAfter(r rune) bool   { return spaced(r) || strings.ContainsRune("([{–—-/", r) }
func closesBefore(r rune) bool { return spaced(r) || strings.ContainsRune(")]},.;:!?–—-/…", r) }

func (q *quotation) isOpen(kind func(rune) bool) bool {
	for _, k := range q.open {
		if kind(q.marks[k].r) {
			return true
		}
	}
	return false
}

// close pairs mark k with the last open one of its kind. Marks opened since then were apostrophes.
func (q *quotation) close(k int, kind func(rune) bool) bool {
	for n := len(q.open) - 1; n >= 0; n-- {
		if j := q.open[n]; kind(q.marks[j].r) {
			for _, e := range q.open[n+1:] {
				q.elision(e)
			}
			q.open = q.open[:n]
			q.marks[k].role, q.marks[k].mate = closing, j
			q.marks[j].mate = k
			return true
		}
	}
	return false
}

// single finds what a single mark is: a quotation mark, an apostrophe, or minutes and feet.
func (q *quotation) single(k int, before, after rune, left, right bool) {
	m := &q.marks[k]
	switch {
	case q.address(m.at):
	case m.r == '`' || m.r == '´':
		if wordRune(before) && wordRune(after) {
			m.role = apostrophe
		}
	case !left && !right:
		q.singleWithin(k, before, after)
	case left && right:
	case left && q.between(k):
		m.role = apostrophe
	case left:
		m.role = opening
		q.open = append(q.open, k)
	default:
		q.singleAfter(k, before)
	}
}

// singleWithin is a mark with letters or figures on both sides.
func (q *quotation) singleWithin(k int, before, after rune) {
	m := &q.marks[k]
	switch {
	case !q.style.English && m.r == '‘' && q.closable() && q.marks[q.open[len(q.open)-1]].r == '‚':
		q.close(k, single) // ‚Brücken‘bauen
	case q.style.Thousands == "’" && figure(before) && m.r == '\'' && q.three(m.at+1):
		m.role = apostrophe // 1'250'000 in Switzerland; elsewhere it may be feet
	case m.r == '‚' || pointed(m.r) || figure(before) && m.r != '’':
	case wordRune(before) && wordRune(after):
		m.role = apostrophe
	}
}

// three tells whether three figures stand at a place, and no fourth.
func (q *quotation) three(i int) bool {
	for k := range 3 {
		if !figure(rune(q.byteAt(i + k))) {
			return false
		}
	}
	return !figure(rune(q.byteAt(i + 3)))
}

// singleAfter is a mark behind a word: it ends a passage, or is an apostrophe.
func (q *quotation) singleAfter(k int, before rune) {
	m := &q.marks[k]
	guillemet := pointed(m.r)
	switch {
	case k > 0 && q.between(k-1):
		m.role = apostrophe
	case m.r == '‚':
	case q.closable() && pointed(q.marks[q.open[len(q.open)-1]].r) == guillemet && !q.genitive(k, before) && q.close(k, single):
	case wordRune(before) && !figure(before) && !guillemet && m.r != '‘':
		m.role = apostrophe
	}
}

// figure tells whether a character is one of 0 to 9.
func figure(r rune) bool { return r >= '0' && r <= '9' }

// between tells whether mark k and the next stand about the n of Rock ’n’ Roll.
func (q *quotation) between(k int) bool {
	if k+1 >= len(q.marks) || q.marks[k].r == '‚' {
		return false
	}
	from, to := q.marks[k].at, q.marks[k+1].at+q.marks[k+1].n
	return q.text[from+q.marks[k].n:q.marks[k+1].at] == "n" && wordRune(q.before(q.blanksBefore(from))) &&
		(unicode.IsUpper(q.after(q.blanks(to))) || q.style.English && unicode.IsLower(q.after(q.blanks(to))))
}

// closable tells whether the last open mark is a single one: pairs do not cross.
func (q *quotation) closable() bool {
	return len(q.open) > 0 && !double(q.marks[q.open[len(q.open)-1]].r)
}

// genitive tells whether mark k is the apostrophe of Hans’ rather than the end of a passage: the passage ends later, by
// the mark that closes it beyond doubt.
func (q *quotation) genitive(k int, before rune) bool {
	if q.style.English || !strings.ContainsRune("sxzßS", before) || !q.closable() {
		return false
	}
	if q.marks[k].r == '\'' {
		return k+1 < len(q.marks) && q.marks[k+1].r == '\'' && !opensAfter(q.before(q.marks[k+1].at)) && closesBefore(q.after(q.marks[k+1].at+1))
	}
	if q.marks[k].r != '’' {
		return false
	}
	var end rune
	switch q.marks[q.open[len(q.open)-1]].r {
	case '‚':
		end = '‘'
	case '‹':
		end = '›'
	case '›':
		end = '‹'
	}
	for _, m := range q.marks[k+1:] {
		if m.r == end {
			return !opensAfter(q.before(m.at))
		}
	}
	return false
}

// elision is an open single mark that nothing closes: the apostrophe before 's, 'n and '90er, or a stray one.
func (q *quotation) elision(k int) {
	m := &q.marks[k]
	m.role = unknown
	if m.r == '‚' || m.r == '‹' || m.r == '›' {
		return
	}
	from := m.at + m.n
	end := from
	for end < len(q.text) && (digit(q.text[end]) || q.text[end]|0x20 >= 'a' && q.text[end]|0x20 <= 'z') {
		end++
	}
	if w := q.text[from:end]; elisions[w] || len(w) >= 2 && digit(w[0]) && digit(w[1]) && (len(w) == 2 || !digit(w[2])) && !(q.byteAt(end) == '.' && digit(q.byteAt(end+1))) {
		m.role = apostrophe
	}
}

// address tells whether the sign at i stands within a web or mail address, a path or a file name.
func (p *passage) address(i int) bool {
	from, to := i, i
	for from > 0 && p.text[from-1] > ' ' && i-from < 300 {
		from--
	}
	for to < len(p.text) && p.text[to] > ' ' && to-i < 300 {
		to++
	}
	w := p.text[from:to]
	if !strings.ContainsAny(w, "@/\\") && !strings.Contains(w, "www.") {
		return false
	}
	inner := strings.Trim(w, "\"'“”„‚‘’»«›‹()[]<>.,;:!?…")
	k := strings.Index(w, inner)
	if rel := i - from; rel < k || rel >= k+len(inner) && !(quoteRune(p.after(i)) && strings.Count(inner, string(p.after(i)))%2 == 1) {
		return false
	}
	return strings.Contains(inner, "://") || strings.Contains(inner, "@") || strings.HasPrefix(inner, "www.") || strings.ContainsAny(inner, "\\")
}
