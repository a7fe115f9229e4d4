package microtype

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// figures looks at the number, date, time or telephone number that begins at i, and returns where to go on. Figures that
// are part of a longer word – ids, versions, file names, paper numbers – are passed over.
func (s *Setter) figures(i int) int {
	if i > 0 && s.joined(i) {
		return s.compound(i)
	}
	if end := s.telephone(i); end > i {
		return end
	}
	if end := s.dates(i); end > i {
		return end
	}
	if end := s.times(i); end > i {
		return end
	}
	return s.numbers(i)
}

// joined tells whether the figure at i goes on a word or number that began before it.
func (p *passage) joined(i int) bool {
	r := p.before(i)
	if wordRune(r) {
		return true
	}
	if r == '.' && p.crowded(i) {
		return false
	}
	switch r {
	case '.', ',', '/', ':', '-', '–', '+', '#', '@', '\\', '=', '&', '?', '%', '\u2010', '\u2011':
		left := p.before(i - utf8.RuneLen(r))
		return wordRune(left) || left == '%' || left == '€' || r == '/' || r == '\\' || r == '#' || r == '@'
	}
	return false
}

// compound passes over a word of letters, figures and the signs that join them.
func (p *passage) compound(i int) int {
	for i < len(p.text) {
		b := p.text[i]
		switch {
		case digit(b), b|0x20 >= 'a' && b|0x20 <= 'z', b == '_':
			i++
		case strings.IndexByte(".,/:-", b) >= 0 && wordRune(p.after(i+1)):
			i += 2
			for i < len(p.text) && !utf8.RuneStart(p.text[i]) {
				i++
			}
		default:
			return i
		}
	}
	return i
}

// whole is the end of the figures that begin at i.
func (p *passage) whole(i int) int {
	for i < len(p.text) && digit(p.text[i]) {
		i++
	}
	return i
}

// free tells whether a number may end at i: nothing goes on there that makes it part of a longer word.
func (p *passage) free(i int) bool {
	r := p.after(i)
	if wordRune(r) || r == '/' || r == '\\' || r == '@' {
		return false
	}
	if r == '.' || r == ',' || r == ':' || r == '-' || r == '–' || r == '\u2010' || r == '\u2011' {
		next := p.after(i + utf8.RuneLen(r))
		return !wordRune(next) && next != '/'
	}
	return true
}

// rangeSign is where the second part of a range begins and whether spaces stand about its sign; 0 if there is none at i.
func (p *passage) rangeSign(i int) (next int, loose bool) {
	at := p.blanks(i)
	r, n := utf8.DecodeRuneInString(p.text[at:])
	switch r {
	case '-':
		if p.byteAt(at+1) == '-' {
			n = 2
		}
	case '–', '—', '\u2010', '\u2011', '\u2212':
	default:
		return 0, false
	}
	next = p.blanks(at + n)
	if !digit(p.byteAt(next)) || (at > i) != (next > at+n) {
		return 0, false
	}
	return next, at > i
}

// numbers looks at a plain number: its groups, what it counts, and whether a range follows.
func (s *Setter) numbers(i int) int {
	end, ok := s.number(i)
	if !ok {
		return s.compound(end)
	}
	if next, loose := s.rangeSign(end); next > 0 {
		if last, ok := s.number(next); ok && (s.free(last) || s.attached(last)) && s.isRange(i, end, next, last, loose) {
			s.group(i, end, last)
			s.put(end, next, enDash, Range)
			s.group(next, last, last)
			return s.counts(last)
		}
	}
	if !s.free(end) && !s.attached(end) {
		return s.compound(end)
	}
	s.sign(i, end)
	s.group(i, end, end)
	return s.counts(end)
}

// number reads 12, 12.500, 1,15 or 12 500, and is false if it is something else, such as a version.
func (p *passage) number(i int) (end int, ok bool) {
	end = p.whole(i)
	first, groups := end-i, 0
	for first <= 3 && first > 0 && p.text[i] != '0' {
		n := p.groupSign(end)
		if n == 0 || groups > 0 && p.text[end:end+n] != p.text[i+first:i+first+n] {
			break
		}
		end, groups = end+n+3, groups+1
	}
	if comma := p.byteAt(end); (comma == ',' && !p.style.English || comma == '.' && p.style.English) && digit(p.byteAt(end+1)) {
		end = p.whole(end + 1)
	}
	b := p.byteAt(end)
	return end, !((b == '.' || b == ',' || b == ':') && digit(p.byteAt(end+1)))
}

// groupSign is the length of the sign at i between groups of three figures, or 0. A plain space may part two numbers: it
// counts only before what is surely counted.
func (p *passage) groupSign(i int) int {
	r, n := utf8.DecodeRuneInString(p.text[i:])
	if k := p.whole(i + n); k != i+n+3 {
		return 0
	}
	switch r {
	case '.':
		if !p.style.English {
			return n
		}
	case ',':
		if p.style.English {
			return n
		}
	case '\u00a0', '\u202f', '\u2009':
		return n
	case ' ':
		end := i + 4
		for end-i < 20 && p.byteAt(end) == ' ' && p.whole(end+1) == end+4 {
			end += 4
		}
		if p.byteAt(end) == ',' && !p.style.English {
			end = p.whole(end + 1)
		}
		if word := p.word(p.blanks(end)); p.tables().counted[word] && !p.nounBefore(i) {
			return n
		}
	}
	return 0
}

// word is the word that begins at i, up to a space or a sign that ends a sentence.
func (p *passage) word(i int) string {
	end := i
	for end < len(p.text) && end-i < 24 {
		if b := p.text[end]; b <= ' ' || strings.IndexByte(",;:!?)-", b) >= 0 {
			break
		}
		end++
	}
	w := p.text[i:end]
	for _, space := range [...]string{noBreak, narrow} {
		if k := strings.Index(w, space); k >= 0 {
			w = w[:k]
		}
	}
	return w
}

// unitWord is the unit that begins at i, without a full stop behind it, or "".
func (p *passage) unitWord(i int) string {
	w := p.word(i)
	if p.byteAt(i+len(w)) == '-' && wordRune(p.after(i+len(w)+1)) {
		return "" // 100%-Förderung, 5-km-Lauf
	}
	if strings.HasSuffix(w, ".") && strings.HasPrefix(p.text[i+len(w):], narrow) {
		return "" // m. E.
	}
	units := p.tables().units
	if units[w] {
		return w
	}
	if k := strings.IndexByte(w, '/'); k > 0 && units[w[:k]] {
		return w[:k] // €/m², Euro/Jahr
	}
	for _, tail := range [...]string{"...", ".", "“", "”", "‘", "’", "'", "«", "»", "‹", "›", "`", "´", "\"", "…", "]"} {
		if cut, ok := strings.CutSuffix(w, tail); ok && units[cut] {
			return cut
		}
	}
	return ""
}

// unit tells how long the unit at i is, and which space stands before it.
func (p *passage) unit(i int) (n int, space string) {
	w := p.unitWord(i)
	switch w {
	case "":
		return 0, ""
	case "%":
		return len(w), p.style.Percent
	}
	return len(w), noBreak
}

// counts keeps the end of a number that a unit may follow, and puts a space before a unit written without one: 5€, 20%, 5km.
func (s *Setter) counts(end int) int {
	s.count = end
	if s.attached(end) {
		if s.byteAt(end) == '%' {
			s.put(end, end, s.style.Percent, Space)
		} else if !s.style.English {
			s.put(end, end, noBreak, Space)
		}
		return end
	}
	if next := s.blanks(end); next > end && !s.style.English {
		switch w := s.unitWord(next); w {
		case "Mio.", "Mrd.", "Tsd.", "Mio", "Mrd", "Millionen", "Milliarden", "Tausend":
			s.gap(end)
			s.count = next + len(w) // 1,15 Mio. €
			return s.count
		}
	}
	return end
}

// attached tells whether a unit follows at once.
func (p *passage) attached(end int) bool {
	switch p.unitWord(end) {
	case "€", "%", "‰", "°C", "km", "kg", "cm", "mm", "ha", "kWh", "Uhr", "Euro", "m²", "km²":
		return true
	}
	return false
}

// group sets the sign between groups of three figures. Numbers of five figures and more are grouped if it is sure that
// they count something, which stands at what: not postcodes, file numbers and years.
func (s *Setter) group(i, end, what int) {
	whole := s.whole(i)
	switch grouped := whole-i <= 3 && whole < end && s.groupAt(whole); {
	case grouped && s.style.Regroup && (s.labelledBack(i) || works[s.wordBefore(s.blanksBefore(i))]) && s.unitWord(s.blanks(end)) == "": // Nr. 3.100 counts nothing
	case grouped && s.style.Regroup:
		for at := whole; at < end && s.groupAt(at); {
			_, n := utf8.DecodeRuneInString(s.text[at:])
			s.put(at, at+n, s.style.Thousands, Number)
			at += n + 3
		}
	case grouped || whole-i < 5 || whole-i > 12 || s.text[i] == '0' || s.style.Thousands == "":
	case s.tables().counted[s.word(s.blanks(what))] && s.byteAt(i-1) != '+':
		for at := i + (whole-i-1)%3 + 1; at < whole; at += 3 {
			s.put(at, at, s.style.Thousands, Number)
		}
	}
}

// groupAt tells whether at i, within a number, a sign between groups stands rather than the decimal comma.
func (p *passage) groupAt(i int) bool {
	switch p.text[i] {
	case ',':
		return p.style.English
	case '.':
		return !p.style.English
	}
	return true
}

// sign makes a minus of the hyphen before a number that is surely negative: alone in its text, with decimals or a unit.
func (s *Setter) sign(i, end int) {
	if s.byteAt(i-1) != '-' {
		return
	}
	if r := s.before(i - 1); !spaced(r) && r != '(' {
		return
	}
	k := s.blanksBefore(i - 1)
	if digit(s.byteAt(k - 1)) {
		return // 10 -5, 0621 -123
	}
	alone := i == 1 && end == len(s.text)
	grouped := s.whole(i) < end || s.whole(i)-i >= 5 && s.tables().counted[s.word(s.blanks(end))]
	if alone || grouped || s.unitWord(s.blanks(end)) != "" || differences[s.wordBefore(k)] {
		s.put(i-1, i, minus, Minus)
	}
}

// isRange tells whether two numbers with a hyphen or dash between them are a range rather than a result, an id or a part
// of a telephone number: years, what a label numbers, and what has a unit.
func (p *passage) isRange(i, end, next, last int, loose bool) bool {
	a, b := p.text[i:end], p.text[next:last]
	dashed := strings.Contains(p.text[end:next], enDash)
	switch {
	case year(a) && year(b):
		return a < b && (!loose || p.closes(last))
	case loose:
		return p.labelledBack(i) && less(a, b) && p.closes(last)
	case dashed:
		return true
	case p.labelledBack(i):
		return true
	}
	_, isUnit := p.unitBehind(last)
	return less(a, b) && (isUnit || p.things(i, last) || p.style.English && english.months[p.word(p.blanks(last))])
}

// things tells whether the numbers from i to last stand between a small word and a noun that they may count: mit 5–10
// Wörtern. A noun before them may be what they are the number of.
func (p *passage) things(i, last int) bool {
	k := p.blanksBefore(i)
	if p.style.English || p.text[i] == '0' || last-i > 8 || k == i || !unicode.IsLower(p.after(k-len(p.wordBefore(k)))) || p.announced(i) {
		return false
	}
	next := p.blanks(last)
	return next > last && unicode.IsUpper(p.after(next)) && wordRune(p.before(k)) && strings.IndexFunc(p.word(next)+" ", notLetter) > 3
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// nounBefore tells whether a word with a capital stands before the number that ends at i, which may be its number: Haus 3
// 120 m².
func (p *passage) nounBefore(i int) bool {
	for start := i; i > 0 && start-i < 20 && (digit(p.text[i-1]) || p.text[i-1] == ' ' && i > 1 && digit(p.text[i-2])); {
		i--
	}
	k := p.blanksBefore(i)
	if end := p.before(k); !unicode.IsLetter(end) && (end != '.' || !unicode.IsLetter(p.before(k-1))) {
		return false
	}
	return k < i && unicode.IsUpper(p.after(k-len(p.wordBefore(k))))
}

func year(s string) bool {
	return len(s) == 4 && (s[:2] == "19" || s[:2] == "20" || s[:2] == "21")
}

// less compares two numbers as they are written.
func less(a, b string) bool {
	if len(a) != len(b) {
		return len(a) < len(b)
	}
	return a < b
}

// closes tells whether a clause or the text ends at i.
func (p *passage) closes(i int) bool {
	return i == len(p.text) || strings.IndexByte(").,;:]", p.text[i]) >= 0
}

// labelledBack tells whether a label or § stands before the number at i.
func (p *passage) labelledBack(i int) bool {
	k := p.blanksBefore(i)
	return p.before(k) == '§' || k < i && (p.labelled(k) || p.street(k)) || p.crowded(i) || p.sections(i)
}

// sections tells whether the number at i goes on a list of sections: §§ 3, 4 und 7–9.
func (p *passage) sections(i int) bool {
	near := p.text[max(0, i-48):i]
	if k := strings.LastIndex(near, "§§"); k >= 0 {
		list := strings.NewReplacer("und", "", "sowie", "", "u.", "", "bis", "")
		return strings.Trim(list.Replace(near[k+len("§§"):]), "0123456789abc,–- \u00a0\u202f") == ""
	}
	return false
}

// blanksBefore is the beginning of the spaces that end at i.
func (p *passage) blanksBefore(i int) int {
	for i > 0 && blank(p.before(i)) {
		i -= utf8.RuneLen(p.before(i))
	}
	return i
}

// unitBehind tells whether a unit or something counted follows at i.
func (p *passage) unitBehind(i int) (int, bool) {
	next := p.blanks(i)
	n, _ := p.unit(next)
	return n, n > 0 || p.tables().counted[p.word(next)] || durations[p.word(next)]
}

// durations are what ranges count beside units.
var durations = set(`Stelle Stellen mal Termine Terminen Plätze Räume Gruppen Klassen Kurse Veranstaltungen Mitglieder Teilnehmer Teilnehmern Teilnehmerinnen Jahre Jahren Monate Monaten Wochen Tage Tagen Stunden Minuten Schritte Schritten Punkte Punkten Teile Mal years months weeks days hours minutes`)
