package source

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// What YAML reads without complaint and not as the writer meant it: a # that cuts a text off, a comma that parts it, lines
// that run together.

// cutOff warns of a comment right behind a value that was meant as its text: Aktion #gemeinsam, Raum #3. A comment has a
// space behind its sign.
func (c *converter) cutOff(end int) {
	data := c.f.data
	at := end
	for at < len(data) && (data[at] == ' ' || data[at] == '\t') {
		at++
	}
	if at >= len(data) || data[at] != '#' || at == 0 || !isSpace(data[at-1]) {
		return
	}
	to := at + lineLength(data[at:])
	if r, _ := utf8.DecodeRune(data[at+1 : to]); unicode.IsLetter(r) || unicode.IsDigit(r) {
		c.out.Add("hash-cuts-text", c.f.span(at, to), string(data[at:to]))
	}
}

// lineLength is the length of the text before a line's end, without white space at its end.
func lineLength(data []byte) int {
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		data = data[:i]
	}
	return len(bytes.TrimRight(data, " \t\r"))
}

// folded warns of, and tells of, lines that YAML joins although they are the items of a list or paragraphs of their own. Only | keeps
// lines; a text of > or without a sign is one paragraph.
func (c *converter) folded(style Style, from, to int) bool {
	body := c.f.text[from:to]
	if style == Literal || strings.IndexByte(body, '\n') < 0 {
		return false
	}
	if style == Folded {
		n := strings.IndexByte(body, '\n') + 1
		from, body = from+n, body[n:]
	}
	first, blank := true, false
	for len(body) > 0 {
		line, rest, _ := strings.Cut(body, "\n")
		text := strings.TrimSpace(line)
		start := from + strings.Index(line, text)
		switch {
		case text == "":
			blank = !first
		case blank, !first && (strings.HasPrefix(text, "- ") || strings.HasPrefix(text, "• ")):
			c.out.Add("folded-lines", c.f.span(start, start+len(text)), text)
			return true
		case style == Plain && !first && strangeSpace([]byte(line)) >= 0:
			start = from + strangeSpace([]byte(line))
			c.out.Add("no-break-space", c.f.span(start, start+spaceLength(c.f.data[start:])))
			return true
		default:
			first = false
		}
		from += len(line) + 1
		body = rest
	}
	return false
}

// clean is a key without the strange space that its indent ended in.
func (c *converter) clean(key *Node) string {
	if i := strangeSpace([]byte(key.Value)); i == 0 {
		from := int(key.Span.From)
		n := spaceLength(c.f.data[from:])
		c.out.Add("no-break-space", c.f.span(from, from+n))
		return strings.TrimSpace(key.Value)
	}
	return key.Value
}

func spaceLength(data []byte) int {
	_, n := utf8.DecodeRune(data)
	return n
}

// strangeSpace is the place in a line of a space that is none for YAML and stands where the structure needs one: in the
// indent, behind a dash or behind a key's colon. It is -1 if there is none.
func strangeSpace(line []byte) int {
	i := 0
	for i < len(line) {
		r, n := utf8.DecodeRune(line[i:])
		switch {
		case r >= utf8.RuneSelf && unicode.Is(unicode.Zs, r):
			return i
		case r != ' ' && r != '-':
			key := bytes.TrimLeft(line[i:], "abcdefghijklmnopqrstuvwxyz_")
			at := len(line) - len(key) + 1
			if len(key) > 1 && len(key) < len(line)-i && key[0] == ':' {
				if r, _ := utf8.DecodeRune(line[at:]); r >= utf8.RuneSelf && unicode.Is(unicode.Zs, r) {
					return at
				}
			}
			return -1
		}
		i += n
	}
	return -1
}

// loose tells whether an entry of { } is a word without a colon: what a comma in a text or a number leaves over.
func (c *converter) loose(y, v *yaml.Node, n, key *Node) bool {
	if len(n.Entries) == 0 || key.Kind != Scalar || y.Style&yaml.FlowStyle == 0 || v.Kind != yaml.ScalarNode || v.Value != "" || v.Style != 0 {
		return false
	}
	i := c.f.skipBlank(int(key.Span.To))
	return i < len(c.f.data) && (c.f.data[i] == ',' || c.f.data[i] == '}')
}

// parted reports the words that commas cut off from the value before them, once for each value.
func (c *converter) parted(before *Node, words []*Node) {
	if len(words) == 0 {
		return
	}
	last := words[len(words)-1]
	from, to := words[0].Span.From, last.Span.To
	if before.Kind == Scalar && before.Span.From < from {
		from = before.Span.From
	}
	before.Torn = true
	text := c.f.text[from:to]
	if number := decimal(text); number != "" {
		c.out.Add("decimal-comma", c.f.span(int(from), int(to)), text, number)
		return
	}
	c.out.Add("comma-in-brackets", c.f.span(int(from), int(to)), strings.Join(strings.Fields(text), " "))
}

// decimal is a number with a comma as YAML wants it, without points between thousands and without a unit; "" if a text is
// none.
func decimal(text string) string {
	whole, part, _ := strings.Cut(strings.TrimRight(text, " €%"), ",")
	whole = strings.ReplaceAll(whole, ".", "")
	if !digits(strings.TrimPrefix(whole, "-")) || !digits(part) {
		return ""
	}
	return whole + "." + part
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
