package typo

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is a quotation mark or apostrophe and what it turns out to be.
type mark struct {
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

func (s *Setter) mark(i int, r rune, n int) {
	s.marks = append(s.marks, mark{at: i, n: n, r: r, mate: -1})
}

// commas takes two commas before a word for an opening mark, as typewriters wrote it.
func (s *Setter) commas(i int) int {
	if s.byteAt(i+1) != ',' || s.byteAt(i+2) == ',' || !spaced(s.before(i)) && s.before(i) != '(' || !wordRune(s.after(i+2)) {
		return i + 1
	}
	s.mark(i, '„', 2)
	return i + 2
}

// quotes pairs the marks of a text and sets them in the project's form. If the double ones do not pair, they stay: what
// is wrong with them is for people to see.
func (s *Setter) quotes() {
	doubles := true
	for k := range s.marks {
		doubles = s.classify(k) && doubles
	}
	for _, k := range s.open {
		if double(s.marks[k].r) {
			doubles = false
		} else {
			s.elision(k)
		}
	}
	depth := [2]int{}
	for k := range s.marks {
		m := &s.marks[k]
		switch {
		case m.role == apostrophe:
			s.put(m.at, m.at+m.n, "’", Apostrophe)
		case m.mate < 0:
		case doubles || !double(m.r) && !double(s.marks[m.mate].r):
			s.pair(m, &depth)
		}
	}
}

// pair sets one mark of a pair by how deep it stands: marks within marks are of the other kind.
func (s *Setter) pair(m *mark, depth *[2]int) {
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
		s.glyph(m, inner)
		return
	}
	inner := depth[0] > 0 && depth[1]>>(depth[0]-1)&1 == 1
	depth[0] = max(depth[0]-1, 0)
	s.glyph(m, inner)
}

func (s *Setter) glyph(m *mark, inner bool) {
	q := s.style.Quotes
	r := q.Open
	switch {
	case inner && m.role == opening:
		r = q.InnerOpen
	case inner:
		r = q.InnerClose
	case m.role == closing:
		r = q.Close
	}
	if r == m.r && m.n == utf8.RuneLen(r) {
		return
	}
	s.put(m.at, m.at+m.n, string(r), Quote)
}

// classify finds what mark k is, and its mate. It is false if a double mark has no place in a pair.
func (s *Setter) classify(k int) bool {
	m := &s.marks[k]
	before, after := s.outside(k)
	left, right := opensAfter(before), closesBefore(after)
	if !double(m.r) {
		s.single(k, before, after, left, right)
		return true
	}
	if m.r == '"' && before >= '0' && before <= '9' && !s.isOpen(double) {
		return true // inches and seconds
	}
	if s.address(m.at) {
		return true
	}
	switch {
	case !left && !right && s.style.English: // within a word
		return false
	case left && right && before == '/' && s.isOpen(double): // "https://x.de/"
		return s.close(k, double)
	case left && right:
		return blank(after) && blank(before) // alone between spaces: no quotation mark
	case left, !right && !s.isOpen(double):
		m.role = opening
		s.open = append(s.open, k)
		return true
	}
	return s.close(k, double)
}

// outside are the characters on both sides of mark k, beyond a few other marks that touch it.
func (s *Setter) outside(k int) (before, after rune) {
	a, b := s.marks[k].at, s.marks[k].at+s.marks[k].n
	for j := k - 1; j >= max(0, k-8) && s.marks[j].at+s.marks[j].n == a; j-- {
		a = s.marks[j].at
	}
	for j := k + 1; j < min(len(s.marks), k+9) && s.marks[j].at == b; j++ {
		b += s.marks[j].n
	}
	return s.before(a), s.after(b)
}

func opensAfter(r rune) bool   { return spaced(r) || strings.ContainsRune("([{–—-/", r) }
func closesBefore(r rune) bool { return spaced(r) || strings.ContainsRune(")]},.;:!?–—-/…", r) }

func (s *Setter) isOpen(kind func(rune) bool) bool {
	for _, k := range s.open {
		if kind(s.marks[k].r) {
			return true
		}
	}
	return false
}

// close pairs mark k with the last open one of its kind. Marks opened since then were apostrophes.
func (s *Setter) close(k int, kind func(rune) bool) bool {
	for n := len(s.open) - 1; n >= 0; n-- {
		if j := s.open[n]; kind(s.marks[j].r) {
			for _, e := range s.open[n+1:] {
				s.elision(e)
			}
			s.open = s.open[:n]
			s.marks[k].role, s.marks[k].mate = closing, j
			s.marks[j].mate = k
			return true
		}
	}
	return false
}

// single finds what a single mark is: a quotation mark, an apostrophe, or minutes and feet.
func (s *Setter) single(k int, before, after rune, left, right bool) {
	m := &s.marks[k]
	switch {
	case s.address(m.at):
	case m.r == '`' || m.r == '´':
		if wordRune(before) && wordRune(after) {
			m.role = apostrophe
		}
	case !left && !right:
		s.singleWithin(k, before, after)
	case left && right:
	case left && s.between(k):
		m.role = apostrophe
	case left:
		m.role = opening
		s.open = append(s.open, k)
	default:
		s.singleAfter(k, before)
	}
}

// singleWithin is a mark with letters or figures on both sides.
func (s *Setter) singleWithin(k int, before, after rune) {
	m := &s.marks[k]
	switch {
	case !s.style.English && m.r == '‘' && s.closable() && s.marks[s.open[len(s.open)-1]].r == '‚':
		s.close(k, single) // ‚Brücken‘bauen
	case m.r == '‚' || pointed(m.r) || figure(before) && m.r != '’':
	case wordRune(before) && wordRune(after):
		m.role = apostrophe
	}
}

// singleAfter is a mark behind a word: it ends a passage, or is an apostrophe.
func (s *Setter) singleAfter(k int, before rune) {
	m := &s.marks[k]
	guillemet := pointed(m.r)
	switch {
	case k > 0 && s.between(k-1):
		m.role = apostrophe
	case m.r == '‚':
	case s.closable() && pointed(s.marks[s.open[len(s.open)-1]].r) == guillemet && !s.genitive(k, before) && s.close(k, single):
	case wordRune(before) && !figure(before) && !guillemet && m.r != '‘':
		m.role = apostrophe
	}
}

// figure tells whether a character is one of 0 to 9.
func figure(r rune) bool { return r >= '0' && r <= '9' }

// between tells whether mark k and the next stand about the n of Rock ’n’ Roll.
func (s *Setter) between(k int) bool {
	if k+1 >= len(s.marks) || s.marks[k].r == '‚' {
		return false
	}
	from, to := s.marks[k].at, s.marks[k+1].at+s.marks[k+1].n
	return s.text[from+s.marks[k].n:s.marks[k+1].at] == "n" && wordRune(s.before(s.blanksBefore(from))) &&
		(unicode.IsUpper(s.after(s.blanks(to))) || s.style.English && unicode.IsLower(s.after(s.blanks(to))))
}

// closable tells whether the last open mark is a single one: pairs do not cross.
func (s *Setter) closable() bool {
	return len(s.open) > 0 && !double(s.marks[s.open[len(s.open)-1]].r)
}

// genitive tells whether mark k is the apostrophe of Hans’ rather than the end of a passage: the passage ends later, by
// the mark that closes it beyond doubt.
func (s *Setter) genitive(k int, before rune) bool {
	if s.style.English || !strings.ContainsRune("sxzßS", before) || !s.closable() {
		return false
	}
	if s.marks[k].r == '\'' {
		return k+1 < len(s.marks) && s.marks[k+1].r == '\'' && !opensAfter(s.before(s.marks[k+1].at)) && closesBefore(s.after(s.marks[k+1].at+1))
	}
	if s.marks[k].r != '’' {
		return false
	}
	var end rune
	switch s.marks[s.open[len(s.open)-1]].r {
	case '‚':
		end = '‘'
	case '‹':
		end = '›'
	case '›':
		end = '‹'
	}
	for _, m := range s.marks[k+1:] {
		if m.r == end {
			return !opensAfter(s.before(m.at))
		}
	}
	return false
}

// elision is an open single mark that nothing closes: the apostrophe before 's, 'n and '90er, or a stray one.
func (s *Setter) elision(k int) {
	m := &s.marks[k]
	m.role = unknown
	if m.r == '‚' || m.r == '‹' || m.r == '›' {
		return
	}
	from := m.at + m.n
	end := from
	for end < len(s.text) && (digit(s.text[end]) || s.text[end]|0x20 >= 'a' && s.text[end]|0x20 <= 'z') {
		end++
	}
	if w := s.text[from:end]; elisions[w] || len(w) >= 2 && digit(w[0]) && digit(w[1]) && (len(w) == 2 || !digit(w[2])) && !(s.byteAt(end) == '.' && digit(s.byteAt(end+1))) {
		m.role = apostrophe
	}
}

// address tells whether the sign at i stands within a web or mail address, a path or a file name.
func (s *Setter) address(i int) bool {
	from, to := i, i
	for from > 0 && s.text[from-1] > ' ' && i-from < 300 {
		from--
	}
	for to < len(s.text) && s.text[to] > ' ' && to-i < 300 {
		to++
	}
	w := s.text[from:to]
	if !strings.ContainsAny(w, "@/\\") && !strings.Contains(w, "www.") {
		return false
	}
	inner := strings.Trim(w, "\"'“”„‚‘’»«›‹()[]<>.,;:!?…")
	k := strings.Index(w, inner)
	if rel := i - from; rel < k || rel >= k+len(inner) && !(quoteRune(s.after(i)) && strings.Count(inner, string(s.after(i)))%2 == 1) {
		return false
	}
	return strings.Contains(inner, "://") || strings.Contains(inner, "@") || strings.HasPrefix(inner, "www.") || strings.ContainsAny(inner, "\\")
}
