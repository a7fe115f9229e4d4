// Package prose reads the texts of a project as a careful typist would: quotation marks, dashes, spaces, placeholders, and
// numbers, dates and telephones that are written in two ways. It reports and changes nothing.
package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"konzept/report/diag"
	"konzept/report/markup"
)

// Text is a text to look at. Place tells where a part of it stands; Add takes a finding about that place.
type Text struct {
	Text   string
	Lang   string
	Joined bool // a finding says that its lines were joined
	Short  bool // a label or the head of a page: it holds no notes
	Line   bool // a title or a name: it holds no blocks
	Place  func(from, to int) diag.Span
	Add    func(code diag.Code, at diag.Span, args ...string) *diag.Finding
}

// Reader looks at the texts of one project: what is written in two ways is a finding where it is written in the second.
type Reader struct {
	Quotes string // the project's quotation marks, such as „“ or «»; empty: those of its first text

	Corrected Corrected

	forms  forms
	quotes quoteStyle
}

// Corrected is what micro-typography sets in the project's form, so that nobody needs to be told of it.
type Corrected struct {
	Marks                  bool // dashes, spaces and quotation marks
	Numbers, Dates, Phones bool
}

// Read reports what a careful typist would not write.
func (c *Reader) Read(t Text) {
	p := prose{c: c, add: t.Add, english: strings.HasPrefix(t.Lang, "en"), text: t.Text, joined: t.Joined, short: t.Short, line: t.Line, place: t.Place}
	if p.whole() {
		return
	}
	p.raw()
	if i := strings.IndexAny(t.Text, "ßẞ"); i >= 0 && swissGerman(t.Lang) {
		from, to := wordAbout(t.Text, i)
		p.find("sharp-s", from, to, t.Text[from:to], strings.NewReplacer("ß", "ss", "ẞ", "SS").Replace(t.Text[from:to]))
	}
	for p.i < len(t.Text) {
		if t.Text[p.i] < utf8.RuneSelf {
			p.ascii(t.Text[p.i])
			p.i++
			continue
		}
		char, n := utf8.DecodeRuneInString(t.Text[p.i:])
		p.quote(char, n)
		p.i += n
	}
	for _, q := range p.open {
		p.find("unbalanced-quotes", q.at, q.at+utf8.RuneLen(q.char), string(q.char), p.wanted())
	}
}

// swissGerman tells whether a language is the German of Switzerland or Liechtenstein.
func swissGerman(lang string) bool {
	lang = strings.ToLower(lang)
	return lang == "de-ch" || lang == "de-li"
}

// wordAbout is the word around a byte.
func wordAbout(s string, i int) (from, to int) {
	from = strings.LastIndexFunc(s[:i], notLetter)
	if from >= 0 {
		_, n := utf8.DecodeRuneInString(s[from:])
		from += n
	}
	if to = strings.IndexFunc(s[i:], notLetter); to < 0 {
		to = len(s) - i
	}
	return max(from, 0), i + to
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// prose is one run over a text.
type prose struct {
	c       *Reader
	add     func(code diag.Code, at diag.Span, args ...string) *diag.Finding
	english bool
	short   bool
	line    bool
	text    string
	joined  bool // a finding says that its lines were joined
	place   func(from, to int) diag.Span
	i       int
	open    []openQuote
}

type openQuote struct {
	char rune
	at   int
}

// corrected are the findings about what micro-typography sets itself.
var corrected = map[diag.Code]bool{"hyphen-as-dash": true, "range-hyphen": true, "double-space": true, "other-quotes": true}

func (p *prose) find(code diag.Code, from, to int, args ...string) *diag.Finding {
	if p.c.Corrected.Marks && corrected[code] {
		return nil
	}
	return p.add(code, p.place(from, to), args...)
}

// byteAt returns a byte near the current one, or 0.
func (p *prose) byteAt(offset int) byte {
	if i := p.i + offset; i >= 0 && i < len(p.text) {
		return p.text[i]
	}
	return 0
}

func (p *prose) ascii(b byte) {
	switch b {
	case '\\':
		p.i++
	case ' ':
		p.space()
	case '-':
		p.hyphen()
	case '^':
		if p.short && p.byteAt(1) == '[' {
			p.find("note-in-short", p.i, min(p.i+2+max(strings.IndexByte(p.text[p.i+2:], ']'), 0)+1, len(p.text)))
		}
	case '"':
		if !p.c.Corrected.Marks || strings.Count(p.text, `"`)%2 == 1 { // those that do not pair stay as they are
			p.find("straight-quotes", p.i, p.i+1, p.wanted())
		}
	case ']':
		if p.byteAt(1) == '(' {
			p.link()
		}
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		p.figures()
	case '?', 'T', 'F', 'X', 'L', 't':
		p.placeholder()
	}
}

// raw reports what the text would print raw: marks that are not closed, and those of other programs.
func (p *prose) raw() {
	where := markup.Long
	if p.line {
		where = markup.Line
	}
	for _, o := range markup.Odd(p.text, where) {
		shown := strings.Join(strings.Fields(p.text[o.From:o.To]), " ")
		switch {
		case o.Kind == "open":
			p.find("open-markup", o.From, o.To, shown)
		case o.Kind == "row":
			p.find("uneven-row", o.From, o.To, shown)
		case o.Kind == "elsewhere":
			p.find("link-elsewhere", o.From, o.To, shown, o.Means)
		case o.Kind == "link" && p.schemeless(o.From, o.To):
		default:
			p.find(diag.Code("raw-"+o.Kind), o.From, o.To, shown, o.Means)
		}
	}
}

// schemeless tells whether a link lacks nothing but a scheme that may be printed, which link reports.
func (p *prose) schemeless(from, to int) bool {
	_, target, ok := strings.Cut(p.text[from:to], "](")
	target, closed := strings.CutSuffix(target, ")")
	return ok && closed && target != "" && !strings.ContainsAny(target, " \t\n") && !markup.Address(target)
}

// link checks the scheme of [text](url).
func (p *prose) link() {
	rest := p.text[p.i+2:]
	end := strings.IndexByte(rest, ')')
	if end <= 0 || strings.ContainsAny(rest[:end], " \t\n") || p.picture() {
		return
	}
	scheme, _, ok := strings.Cut(rest[:end], ":")
	if !ok || !SafeScheme(strings.ToLower(scheme)) {
		p.find("url-scheme", p.i+2, p.i+2+end, rest[:end])
	}
}

// picture tells whether the bracket that ends here began as ![: another finding says what to do.
func (p *prose) picture() bool {
	open := strings.LastIndexByte(p.text[max(0, p.i-300):p.i], '[')
	return open > 0 && p.text[max(0, p.i-300)+open-1] == '!'
}

// space finds two spaces, and hyphens or dashes between spaces.
func (p *prose) space() {
	before := p.byteAt(-1)
	if before == 0 || before == '\n' || before == ' ' {
		return
	}
	rest := p.text[p.i:]
	switch {
	case strings.HasPrefix(rest, "  "):
		n := len(rest) - len(strings.TrimLeft(rest, " "))
		if n < len(rest) && rest[n] != '\n' {
			p.find("double-space", p.i, p.i+n)
		}
	case strings.HasPrefix(rest, " - "):
		if from, to, ok := p.rangeAround(p.i, p.i+3); ok {
			p.find("range-hyphen", from, to, rangeOf(p.text[from:to], " - "))
		} else if !p.joined {
			p.find("hyphen-as-dash", p.i, p.i+3)
		}
	case strings.HasPrefix(rest, " – "):
		if from, to, ok := p.rangeAround(p.i, p.i+len(" – ")); ok {
			p.find("range-hyphen", from, to, rangeOf(p.text[from:to], " – "))
		}
	}
}

func rangeOf(s, sign string) string { return strings.Replace(s, sign, "–", 1) }

// hyphen finds 14:00-17:30 and 2014-2018.
func (p *prose) hyphen() {
	if from, to, ok := p.rangeAround(p.i, p.i+1); ok {
		p.find("range-hyphen", from, to, rangeOf(p.text[from:to], "-"))
	}
}

// rangeAround tells whether two times or two years stand on both sides of a range.
func (p *prose) rangeAround(from, to int) (int, int, bool) {
	a, b := from, to
	for a > 0 && isTimeByte(p.text[a-1]) {
		a--
	}
	for b < len(p.text) && isTimeByte(p.text[b]) {
		b++
	}
	b = to + len(strings.TrimRight(p.text[to:b], ":"))
	left, right := p.text[a:from], p.text[to:b]
	alone := (a == 0 || strings.IndexByte("-./", p.text[a-1]) < 0) && (b == len(p.text) || p.text[b] != '-' && p.text[b] != '/')
	return a, b, alone && (isTime(left) && isTime(right) || isYear(left) && isYear(right))
}

func isTimeByte(b byte) bool { return b >= '0' && b <= '9' || b == ':' }

func isTime(s string) bool {
	h, m, ok := strings.Cut(s, ":")
	return ok && len(h) >= 1 && len(h) <= 2 && len(m) == 2 && !strings.Contains(m, ":")
}

func isYear(s string) bool {
	return len(s) == 4 && (s[:2] == "19" || s[:2] == "20" || s[:2] == "21") && !strings.Contains(s, ":")
}

// placeholder finds words that mean "to be written".
func (p *prose) placeholder() {
	if before := p.byteAt(-1); isLetter(before) || before == '?' || before >= utf8.RuneSelf {
		return
	}
	for _, w := range [...]string{"???", "TODO", "TBD", "tbd", "FIXME", "XXX", "Lorem ipsum"} {
		if strings.HasPrefix(p.text[p.i:], w) && !isLetter(p.byteAt(len(w))) {
			p.find("placeholder-text", p.i, p.i+len(w), w)
			return
		}
	}
}

// whole finds texts that say nothing at all: „null“, „k. A.“, „folgt“.
func (p *prose) whole() bool {
	said := strings.TrimRight(strings.ToLower(strings.Join(strings.Fields(p.text), " ")), ".!")
	switch said {
	case "null", "nil", "none", "n/a", "[]", "{}", "-", "–", "—", "…", "k. a", "k.a", "folgt", "wird ergänzt", "wird noch ergänzt", "platzhalter", "lorem":
		p.find("placeholder-text", 0, len(p.text), strings.TrimSpace(p.text))
		return true
	}
	return false
}

func isLetter(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
}

// quoteStyle remembers the first kind of quotation marks in the project: one document has one kind.
type quoteStyle struct {
	open rune
	at   diag.Span
}

// swiss tells whether the project writes «…», which elsewhere close and open the other way.
func (c *Reader) swiss() bool { return c.Quotes == "«»" }

// wanted are the marks that the project has chosen (project.style.quotes), or those of its first text.
func (p *prose) wanted() string {
	if p.english {
		return "“…”"
	}
	switch p.c.Quotes {
	case "":
		if p.c.quotes.open == '»' {
			return "»…«"
		}
		return "„…“"
	}
	marks := []rune(p.c.Quotes)
	return string(marks[0]) + "…" + string(marks[1])
}

// closing returns what closes an opening mark, or 0. German knows „…“, ‚…‘, »…« and ›…‹; English “…”.
func (p *prose) closing(open rune) rune {
	switch {
	case p.english && open == '“':
		return '”'
	case p.english:
		return 0
	case open == '«' && p.c.swiss():
		return '»'
	case p.c.swiss() && open == '»':
		return 0
	case open == '„':
		return '“'
	case open == '‚':
		return '‘'
	case open == '»':
		return '«'
	case open == '›':
		return '‹'
	}
	return 0
}

func (p *prose) quote(char rune, n int) {
	if close := p.closing(char); close != 0 {
		p.open = append(p.open, openQuote{char, p.i})
		p.style(char, n)
		return
	}
	switch char {
	case '“', '«', '‹', '”', '»':
	case '‘':
		if p.english {
			return
		}
	default:
		return
	}
	if p.english && char != '”' {
		return
	}
	if k := len(p.open) - 1; k >= 0 && p.closing(p.open[k].char) == char {
		p.open = p.open[:k]
		return
	}
	if char == '‘' {
		return // an apostrophe of sorts
	}
	p.find("unbalanced-quotes", p.i, p.i+n, string(char), p.wanted())
	if k := len(p.open) - 1; k >= 0 {
		p.open = p.open[:k] // closed by the wrong mark: one finding is enough
	}
}

func (p *prose) style(char rune, n int) {
	if p.english || char != '„' && char != '»' && char != '«' {
		return
	}
	if own := p.c.Quotes; own != "" {
		if first := []rune(own)[0]; first != char {
			p.find("other-quotes", p.i, p.i+n, string(char), p.wanted())
		}
		return
	}
	s := &p.c.quotes
	at := p.place(p.i, p.i+n)
	switch {
	case s.open == 0:
		*s = quoteStyle{char, at}
	case s.open != char && !p.c.Corrected.Marks:
		firstHere(p.find("mixed-quotes", p.i, p.i+n, string(char), string(s.open)), s.at)
	}
}

// firstHere points a finding to what was there first.
func firstHere(f *diag.Finding, at diag.Span) {
	f.Notes = append(f.Notes, diag.Note{Code: "first-here", At: at})
}

// SafeScheme tells whether readers may follow an address of a scheme.
func SafeScheme(scheme string) bool {
	return scheme == "https" || scheme == "http" || scheme == "mailto" || scheme == "tel"
}
