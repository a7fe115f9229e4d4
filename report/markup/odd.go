package markup

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Oddity is a piece of a text that looks like an inline mark and is none: it is printed as it stands.
type Oddity struct {
	Kind     string // what it looks like: heading, table, emphasis, link …
	From, To int
	Means    string // what was probably meant, where that is plain
}

// Odd finds what a text would print raw. A template's expressions, styles and directives are marks there and not elsewhere.
func Odd(s string, p Place) []Oddity {
	f := finder{s: s, place: p, masked: make([]byte, len(s))}
	blocks := Blocks(s, p)
	f.lines(blocks)
	whole := slices.DeleteFunc(slices.Clone(f.found), func(o Oddity) bool {
		return o.Kind != "rule" && o.Kind != "table" && o.Kind != "code" && o.Kind != "directive"
	})
	for _, b := range blocks {
		f.keep(b.Nodes)
		for _, row := range b.Rows {
			for _, c := range row.Cells {
				f.keep(c.Nodes)
			}
		}
	}
	for _, o := range whole {
		clear(f.masked[o.From:o.To])
	}
	for _, b := range blocks {
		f.block(&b)
	}
	return f.found
}

// block looks at the inline text of a block.
func (f *finder) block(b *Block) {
	for _, row := range b.Rows {
		for _, c := range row.Cells {
			f.elsewhere(c.Nodes)
			f.inline(c.From, c.To)
		}
	}
	if b.Kind != Table {
		f.elsewhere(b.Nodes)
		f.inline(b.From, b.To)
	}
}

// Unclosed finds the braces of expressions of a template that lack their counterpart.
func Unclosed(s string) []Oddity {
	if !strings.Contains(s, "{{") && !strings.Contains(s, "}}") {
		return nil
	}
	f := finder{s: s, place: Template, masked: make([]byte, len(s))}
	f.keep(Inline(s, true))
	for i := 0; i+1 < len(s); i++ {
		if m := string(f.masked[i : i+2]); m == "{{" || m == "}}" {
			f.add("expression", i, i+2)
			i++
		}
	}
	return f.found
}

type finder struct {
	s      string
	place  Place
	masked []byte // what is no mark, everything else as zeros
	found  []Oddity

	columnsOfHead int // of the table at hand
}

func (f *finder) add(kind string, from, to int) {
	f.found = append(f.found, Oddity{Kind: kind, From: from, To: to})
}

// keep takes the bytes that are printed as they stand and were not escaped into what is masked.
func (f *finder) keep(nodes []Node) {
	for i := range nodes {
		n := &nodes[i]
		switch {
		case n.Kind == Text && strings.HasPrefix(n.Instead, " "):
			copy(f.masked[n.From:n.To], f.s[n.From:n.To]) // the end of a line
		case n.Kind == Text && n.Instead == "" && (n.From == 0 || f.s[n.From-1] != '\\' || n.To > n.From+1):
			copy(f.masked[n.From:n.To], f.s[n.From:n.To])
		case n.Kind == Link && f.s[n.From] == '<':
		default:
			f.keep(n.Kids)
		}
	}
}

var (
	heading   = regexp.MustCompile(`^#{1,6}[ \t]+\S`)
	quotation = regexp.MustCompile(`^>+[ \t]+\S`)
	rule      = regexp.MustCompile(`^(?:(?:-[ \t]*){2,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,}|~{3,})$`)
	fence     = regexp.MustCompile("^(?:```|~~~)")
	directive = regexp.MustCompile(`^(?::::|::[a-z]|\{[.#][\pL\pN_-]+\}$)`)
	tableRow  = regexp.MustCompile(`^\|.*\|$|^\|?[ \t]*:?-{3,}:?[ \t]*\|`)
	tightItem = regexp.MustCompile(`^(?:[-–*+]|\d{1,2}[.)]|[a-z]\))[\pL„"(]`)
	reference = regexp.MustCompile(`^\[[^\]\n^][^\]\n]*\]:[ \t]*\S`)
)

// lines looks at what begins a line and, in a template, at lists that it would not set.
func (f *finder) lines(blocks []Block) {
	lines := scan(f.s, f.place)
	for i := range lines {
		l := &lines[i]
		text := f.s[l.from:l.to]
		switch {
		case l.title > 0 || l.note > 0:
		case l.table > 0:
			f.uneven(lines, i)
			continue
		case heading.MatchString(text):
			f.add("heading", l.from, l.to)
		case quotation.MatchString(text):
			f.add("quotation", l.from, l.to)
		case rule.MatchString(text):
			f.add("rule", l.from, l.to)
		case fence.MatchString(text):
			f.add("code", l.from, l.to)
		case f.place != Template && directive.MatchString(text):
			f.add("directive", l.from, l.to)
		case tableRow.MatchString(text), f.columns(lines, i):
			f.add("table", l.from, l.to)
		case reference.MatchString(text):
			f.add("link", l.from, l.to)
		case f.tight(lines, i):
			f.add("items", l.from, l.to)
		}
		f.broken(lines, i)
	}
	for _, b := range blocks {
		if f.place == Template && b.Kind == Item {
			f.add("items", f.lineStart(b.From), b.To)
		}
	}
}

// uneven finds a row of a table that has more or fewer cells than the head.
func (f *finder) uneven(lines []line, i int) {
	l := &lines[i]
	n := len(cells(f.s, l))
	if i == 0 || lines[i-1].table != l.table+1 {
		f.columnsOfHead = n
	} else if n != f.columnsOfHead {
		f.add("row", l.from, l.to)
	}
}

// lineStart is the first byte of a line that is not white.
func (f *finder) lineStart(i int) int {
	for i > 0 && f.s[i-1] != '\n' {
		i--
	}
	for i < len(f.s) && Space(f.s[i]) {
		i++
	}
	return i
}

// columns tells whether a line is a row of a table: with upright strokes as its neighbour has, or tabs.
func (f *finder) columns(lines []line, i int) bool {
	strokes := func(k int) int {
		if k < 0 || k >= len(lines) {
			return 0
		}
		return strings.Count(f.s[lines[k].from:lines[k].to], "|")
	}
	if n := strokes(i); n > 0 && (n == strokes(i-1) || n == strokes(i+1)) {
		return true
	}
	l := &lines[i]
	from := max(l.from, l.rest)
	return strings.IndexByte(f.s[from:l.to], '\t') >= 0
}

// tight tells whether lines next to each other begin with a list's mark but no space behind it.
func (f *finder) tight(lines []line, i int) bool {
	like := func(k int) bool {
		return k >= 0 && k < len(lines) && tightItem.MatchString(f.s[lines[k].from:lines[k].to])
	}
	return like(i) && (like(i-1) || like(i+1))
}

// broken finds a word that was parted at a line's end, as texts copied from a PDF have it: Maß-/nahme.
func (f *finder) broken(lines []line, i int) {
	if i+1 >= len(lines) || lines[i+1].blank() || lines[i+1].form != noMarker {
		return
	}
	head := f.s[lines[i].from:lines[i].to]
	tail := f.s[lines[i+1].from:lines[i+1].to]
	if before, ok := strings.CutSuffix(head, "-"); ok {
		f.parted(before, tail, lines[i].to-1, lines[i+1].from)
	}
}

// supplements are words behind which a hyphen stands for a part of a word: Vor- und Nachteile.
var supplements = []string{"und", "oder", "bzw", "bis", "sowie", "als", "wie", "noch", "aber", "statt", "zu", "and", "or", "to"}

// parted reports a word with a hyphen and white space in it, unless the hyphen stands for what follows later.
func (f *finder) parted(before, after string, hyphen, next int) {
	r, _ := utf8.DecodeLastRuneInString(before)
	a, _ := utf8.DecodeRuneInString(after)
	if !unicode.IsLower(r) || !unicode.IsLower(a) {
		return
	}
	first := lastWord(before)
	n := strings.IndexFunc(after, func(r rune) bool { return !unicode.IsLetter(r) })
	if n < 0 {
		n = len(after)
	}
	for _, w := range supplements {
		if after[:n] == w {
			return
		}
	}
	f.found = append(f.found, Oddity{Kind: "hyphen", From: hyphen - len(first), To: next + n, Means: first + after[:n]})
}

func lastWord(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if i < 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[i+n:]
}

// oddInline are leftovers of a paragraph by their shape, the first that fits. Zeros stand for marks that were understood.
var oddInline = []struct {
	kind  string
	signs string         // a text without all of these, parted by spaces, has none of the shape: most texts have none
	shape *regexp.Regexp // the first group, if there is one, is what is shown
}{
	{"expression", "{{ }}", regexp.MustCompile(`\{\{[^{}\n]*\}\}|\{\{|\}\}`)},
	{"directive", "::: {", regexp.MustCompile(`(?:^|[ \t]):::(?:[ \t][a-z]+)?|\{[.#][\pL\pN_-]+\}`)},
	{"picture", "![", regexp.MustCompile(`!\[[^\[\]\n]*\](?:\([^)\[\n]*\)?)?`)},
	{"note", "[^ ^", regexp.MustCompile(`\[\^[^\[\]\n]*\]:?|\^[ \t]+\[`)},
	{"link", "[ ](", regexp.MustCompile(`\[[^\[\]\n]*\]\([^)\[\n]*\)?|\[[^\[\]\n]*\][ \t]+\((?:https?:|www\.|mailto:|tel:)[^)\[\n]*\)?|\[[^\[\]\n]+\]\[[^\[\]\n]*\]|\[\[[^\[\]\n]+\]\]|\]\([^)\[\n]*\)?`)},
	{"html", "< &", regexp.MustCompile(`</?[A-Za-z][^<>\n]{0,200}>|<!--|&#?[A-Za-z0-9]{2,31};`)},
	{"code", "`", regexp.MustCompile("`[^`\n]+`")},
	{"script", "~ ^ _{", regexp.MustCompile(`\pL~[\pL\pN]{1,6}~|\pL~\d+|[\pL\pN)]\^[\pL\pN{(+-][\pL\pN]*[})^]?|[\pL\pN)][\^_]\{[^}\n]*\}`)},
	{"emphasis", "*", regexp.MustCompile(`(?:^|[^\pL\pN*\\])(\*{1,3}[\pL\pN„‚»"'_\x00](?:[^*\n]*[\pL\pN“‘«"'.!?)%_\x00])?\*{1,3})(?:$|[^\pL\pN*])`)},
	{"emphasis", "__ ~ ==", regexp.MustCompile(`__[^\s_](?:[^_\n]*[^\s_])?__|~~?[^\s~](?:[^~\n]*[^\s~])?~~?|==[^\s=](?:[^=\n]*[^\s=])?==`)},
	{"emphasis", "//", regexp.MustCompile(`(?:^|[\s(])(//[^\s/](?:[^/\n]*[^\s/])?//)(?:$|[\s.,;:!?)])`)},
	{"open", "**", regexp.MustCompile(`(?:^|[^*])(\*\*)(?:$|[^*])`)},
	{"open", "^[", regexp.MustCompile(`\^\[`)},
	{"open", "_", regexp.MustCompile(`(?:^|[\s(])(_)\pL`)},
}

// inline looks at what is left of some inline text.
func (f *finder) inline(from, to int) {
	left := f.masked[from:to]
	for _, odd := range oddInline {
		if f.place == Template && (odd.kind == "expression" || odd.kind == "directive") {
			continue
		}
		if !hasAny(left, odd.signs) {
			continue
		}
		for _, m := range odd.shape.FindAllSubmatchIndex(left, -1) {
			a, b := m[0], m[1]
			if len(m) > 2 {
				a, b = m[2], m[3]
			}
			f.add(odd.kind, from+a, from+b)
			for i := a; i < b; i++ {
				left[i] = 0 // named once
			}
		}
	}
	f.hyphens(from, left)
}

// hasAny tells whether a text has one of some signs, which are parted by spaces.
func hasAny(left []byte, signs string) bool {
	for sign := range strings.FieldsSeq(signs) {
		if bytes.Contains(left, []byte(sign)) {
			return true
		}
	}
	return false
}

var hyphenSpace = regexp.MustCompile(`\p{Ll}(- )\p{Ll}`)

// hyphens finds words parted within a line: Maß- nahme.
func (f *finder) hyphens(from int, left []byte) {
	if !bytes.Contains(left, []byte("- ")) {
		return
	}
	for _, m := range hyphenSpace.FindAllSubmatchIndex(left, -1) {
		const longest = 120 // bytes of a word, for linear time
		f.parted(string(left[max(0, m[2]-longest):m[2]]), string(left[m[3]:min(len(left), m[3]+longest)]), from+m[2], from+m[3])
	}
}
