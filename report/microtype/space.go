package microtype

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// gap decides what stands between two words: a space that may break, one that must not, or nothing.
func (s *Setter) gap(i int) int {
	end := s.blanks(i)
	if i == 0 || end == len(s.text) {
		return end // the ends of a text are not ours
	}
	switch tie := s.tie(i, end); {
	case tie == narrow || tie == "":
		s.put(i, end, tie, Space)
	case tie == noBreak:
		if here := s.text[i:end]; here != narrow || s.text[end] == '%' {
			s.put(i, end, noBreak, Space)
		}
	case digit(s.byteAt(i-1)) && digit(s.text[end]): // columns of figures
	case strings.Trim(s.text[i:end], " ") == "" && s.before(i) != Object && s.after(end) != Object:
		s.put(i, end, " ", Space)
	}
	return end
}

// tie chooses what stands in a gap between two words: a space that does not break where they belong together (z. B., 5 km),
// nothing before a comma, else a plain space.
func (s *Setter) tie(i, end int) string {
	next := s.text[end]
	switch {
	case s.count == i:
		if u, wanted := s.unit(end); u > 0 {
			return wanted
		}
	case digit(next) && (s.labelled(i) || s.tables().amounts[s.wordBefore(i)]), s.lettered(end) && s.labelled(i):
		return noBreak
	case next == 'f' && digit(s.byteAt(i-1)) && s.following(end):
		return noBreak
	case (s.byteAt(i-1) == '.' || s.style.English) && unicode.IsUpper(s.after(end)) && s.titled(i):
		return noBreak
	}
	switch {
	case strings.HasPrefix(s.text[end:], ellipsis), strings.HasPrefix(s.text[end:], "...") && s.byteAt(end+3) != '.':
		return noBreak
	case strings.IndexByte(",;!?", next) >= 0 && spaced(s.after(end+1)) && wordRune(s.before(i)) && s.text[i] == ' ':
		return "" // a space before a comma is a slip in German and in English
	}
	return " "
}

// labelled tells whether the word before i numbers what follows: Seite 4, Nr. 3, Abs. 2.
func (p *passage) labelled(i int) bool { return p.tables().labels[p.wordBefore(i)] }

// lettered tells whether a Roman number or, in German, a single capital stands at i: Teil II, Anhang A, Drs. XVI/0354.
func (p *passage) lettered(i int) bool {
	end := i
	for strings.IndexByte("IVXL", p.byteAt(end)) >= 0 && end < len(p.text) {
		end++
	}
	if b := p.byteAt(i); end == i && !p.style.English && b >= 'A' && b <= 'Z' {
		end++
	}
	return end > i && !wordRune(p.after(end))
}

// following tells whether "f." or "ff." stands at i: S. 12 ff.
func (p *passage) following(i int) bool {
	w := p.word(i)
	return w == "f." || w == "ff."
}

// street tells whether the word before i is a street, whose houses are numbered: Rathausplatz 2–7.
func (p *passage) street(i int) bool {
	w := p.wordBefore(i)
	return slices.ContainsFunc(streets, func(tail string) bool { return strings.HasSuffix(w, tail) })
}

// titled tells whether the word before i is a title that belongs to the name behind it: Dr. Müller.
func (p *passage) titled(i int) bool {
	w := p.wordBefore(i)
	return p.tables().titles[w] || p.tables().titles[tail(w)]
}

// tail is the part of a word behind its last inner point: „Dr.“ of „Prof.Dr.“.
func tail(w string) string { return w[strings.LastIndexByte(w[:max(len(w)-1, 0)], '.')+1:] }

// wordBefore is the word in front of i with its point, without an opening bracket or mark.
func (p *passage) wordBefore(i int) string {
	from := i
	for from > 0 && i-from < 24 {
		if b := p.text[from-1]; b == ' ' || b == '(' || b == '\n' || b == '"' || b == '/' {
			break
		}
		from--
	}
	w := p.text[from:i]
	for _, space := range [...]string{noBreak, narrow, "„", "‚", "»", "“"} {
		if k := strings.LastIndex(w, space); k >= 0 {
			w = w[k+len(space):]
		}
	}
	return w
}

// section keeps § and Art with their number: § 5, §§ 5–7.
func (s *Setter) section(i int) int {
	end := i
	for strings.HasPrefix(s.text[end:], "§") {
		end += len("§")
	}
	next := s.blanks(end)
	if digit(s.byteAt(next)) && (next > end || !wordRune(s.before(i))) && s.text[end:next] != narrow {
		s.put(end, next, noBreak, Space)
		return next
	}
	return end
}

// stop looks at a point: three of them, and abbreviations of several words.
func (s *Setter) stop(i int) int {
	if strings.HasPrefix(s.text[i:], "...") {
		end := i + 3
		for s.byteAt(end) == '.' {
			end++
		}
		before, after := s.before(i), s.after(end)
		if end == i+3 && before != '/' && before != '\\' && after != '/' && after != '\\' && !s.address(i) {
			s.put(i, end, ellipsis, Ellipsis)
		}
		return end
	}
	return s.abbreviation(i)
}

// abbreviation sets the narrow spaces within z. B., i. d. R. and their like, whose first point stands at i.
func (s *Setter) abbreviation(i int) int {
	if s.crowded(i + 1) {
		s.put(i+1, i+1, noBreak, Space)
		return i + 1
	}
	first := s.before(i)
	if s.style.English || !unicode.IsLetter(first) {
		return i + 1
	}
	from := i - len(string(first))
	if r := s.before(from); wordRune(r) || strings.ContainsRune(".…-/@", r) && r > 0 {
		return i + 1
	}
	if k := s.blanksBefore(from); k != s.short && s.byteAt(k-1) == '.' && s.initial(k-1) {
		return i + 1 // it may go on the letter before: a. a. O. B.
	}
	var gaps [3][2]int
	var key [24]byte
	k := copy(key[:], s.text[from:i+1])
	n, at, found, end := 0, i+1, 0, i+1
	for n < len(gaps) {
		next := s.blanks(at)
		stop := strings.IndexByte(s.text[next:min(next+6, len(s.text))], '.')
		if stop < 1 {
			break
		}
		k += copy(key[k:], s.text[next:next+stop+1])
		gaps[n] = [2]int{at, next}
		n, at = n+1, next+stop+1
		if known(&key, k) && !wordRune(s.after(at)) {
			found, end = n, at
		}
	}
	for _, g := range gaps[:found] {
		s.put(g[0], g[1], narrow, Space)
		s.short = end
	}
	return end
}

// initial tells whether a single letter stands before i.
func (p *passage) initial(i int) bool {
	r := p.before(i)
	return unicode.IsLetter(r) && !wordRune(p.before(i-utf8.RuneLen(r)))
}

// crowded tells whether the space is missing behind the point before i: Nr.5, ca.20, Dr.Müller.
func (p *passage) crowded(i int) bool {
	w, t := tail(p.wordBefore(i)), p.tables()
	if digit(p.byteAt(i)) {
		return (t.labels[w] || t.amounts[w]) && (p.free(p.whole(i)) || p.attached(p.whole(i)))
	}
	return t.titles[w] && unicode.IsUpper(p.after(i))
}

// known tells whether the first k bytes are an abbreviation; one that opens a sentence begins with a capital.
func known(key *[24]byte, k int) bool {
	if abbreviations[string(key[:k])] {
		return true
	}
	b := *key
	if b[0] >= 'A' && b[0] <= 'Z' {
		b[0] += 'a' - 'A'
	}
	return abbreviations[string(b[:k])]
}
