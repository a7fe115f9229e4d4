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

// Odd finds what a text would print raw. A template's expressions, styles and directives are marks there and not here.
func Odd(s string, template bool) []Oddity {
	f := finder{s: s, template: template}
	blocks := Blocks(s)
	f.lines(blocks)
	whole := slices.DeleteFunc(slices.Clone(f.found), func(o Oddity) bool {
		return o.Kind != "rule" && o.Kind != "table" && o.Kind != "code" && o.Kind != "directive"
	})
	for _, b := range blocks {
		nodes := Inline(s[b.From:b.To], template)
		f.elsewhere(s[b.From:b.To], nodes, b.From)
		f.masked = masked(s[b.From:b.To], nodes)
		for _, o := range whole {
			if o.From < b.To && o.To > b.From {
				clear(f.masked[max(0, o.From-b.From) : min(b.To, o.To)-b.From])
			}
		}
		f.inline(b.From)
	}
	return f.found
}

// Unclosed finds the braces of expressions of a template that lack their counterpart.
func Unclosed(s string) []Oddity {
	if !strings.Contains(s, "{{") && !strings.Contains(s, "}}") {
		return nil
	}
	f := finder{s: s, template: true, masked: masked(s, Inline(s, true))}
	for i := 0; i+1 < len(s); i++ {
		if m := string(f.masked[i : i+2]); m == "{{" || m == "}}" {
			f.add("expression", i, i+2)
			i++
		}
	}
	return f.found
}

type finder struct {
	s        string
	template bool
	masked   []byte // of a block: what is no mark, everything else as zeros
	found    []Oddity
}

func (f *finder) add(kind string, from, to int) {
	f.found = append(f.found, Oddity{Kind: kind, From: from, To: to})
}

// masked keeps the bytes of a text that are printed as they stand and were not escaped.
func masked(s string, nodes []Node) []byte {
	out := make([]byte, len(s))
	keep(out, s, nodes)
	return out
}

func keep(out []byte, s string, nodes []Node) {
	for i := range nodes {
		n := &nodes[i]
		switch {
		case n.Kind == Text && strings.HasPrefix(n.Instead, " "):
			copy(out[n.From:n.To], s[n.From:n.To]) // the end of a line
		case n.Kind == Text && n.Instead == "" && (n.From == 0 || s[n.From-1] != '\\' || n.To > n.From+1):
			copy(out[n.From:n.To], s[n.From:n.To])
		case n.Kind == Link && s[n.From] == '<':
		default:
			keep(out, s, n.Kids)
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
	lines := readLines(f.s)
	for i := range lines {
		l := &lines[i]
		text := f.s[l.from:l.to]
		switch {
		case heading.MatchString(text):
			f.add("heading", l.from, l.to)
		case quotation.MatchString(text):
			f.add("quotation", l.from, l.to)
		case rule.MatchString(text):
			f.add("rule", l.from, l.to)
		case fence.MatchString(text):
			f.add("code", l.from, l.to)
		case !f.template && directive.MatchString(text):
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
		if f.template && b.Item {
			f.add("items", f.lineStart(b.From), b.To)
		}
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
	{"script", "~ ^ _{", regexp.MustCompile(`\pL~[\pL\pN]{1,6}~|[\pL\pN)]\^[\pL\pN{(+-][\pL\pN]*[})^]?|[\pL\pN)][\^_]\{[^}\n]*\}`)},
	{"emphasis", "*", regexp.MustCompile(`(?:^|[^\pL\pN*\\])(\*{1,3}[\pL\pN„‚»"'_\x00](?:[^*\n]*[\pL\pN“‘«"'.!?)%_\x00])?\*{1,3})(?:$|[^\pL\pN*])`)},
	{"emphasis", "__ ~ ==", regexp.MustCompile(`__[^\s_](?:[^_\n]*[^\s_])?__|~~?[^\s~](?:[^~\n]*[^\s~])?~~?|==[^\s=](?:[^=\n]*[^\s=])?==`)},
	{"emphasis", "//", regexp.MustCompile(`(?:^|[\s(])(//[^\s/](?:[^/\n]*[^\s/])?//)(?:$|[\s.,;:!?)])`)},
	{"open", "**", regexp.MustCompile(`(?:^|[^*])(\*\*)(?:$|[^*])`)},
	{"open", "^[", regexp.MustCompile(`\^\[`)},
	{"open", "_", regexp.MustCompile(`(?:^|[\s(])(_)\pL`)},
}

// inline looks at what is left of a block that begins at from.
func (f *finder) inline(from int) {
	for _, odd := range oddInline {
		if f.template && (odd.kind == "expression" || odd.kind == "directive") {
			continue
		}
		if !f.hasAny(odd.signs) {
			continue
		}
		for _, m := range odd.shape.FindAllSubmatchIndex(f.masked, -1) {
			a, b := m[0], m[1]
			if len(m) > 2 {
				a, b = m[2], m[3]
			}
			f.add(odd.kind, from+a, from+b)
			for i := a; i < b; i++ {
				f.masked[i] = 0 // named once
			}
		}
	}
	f.hyphens(from)
}

// hasAny tells whether the block has one of some signs, which are parted by spaces.
func (f *finder) hasAny(signs string) bool {
	for sign := range strings.FieldsSeq(signs) {
		if bytes.Contains(f.masked, []byte(sign)) {
			return true
		}
	}
	return false
}

var hyphenSpace = regexp.MustCompile(`\p{Ll}(- )\p{Ll}`)

// hyphens finds words parted within a line: Maß- nahme.
func (f *finder) hyphens(from int) {
	if !bytes.Contains(f.masked, []byte("- ")) {
		return
	}
	for _, m := range hyphenSpace.FindAllSubmatchIndex(f.masked, -1) {
		const longest = 120 // bytes of a word, for linear time
		f.parted(string(f.masked[max(0, m[2]-longest):m[2]]), string(f.masked[m[3]:min(len(f.masked), m[3]+longest)]), from+m[2], from+m[3])
	}
}
