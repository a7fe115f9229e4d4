package markup

import (
	"regexp"
	"strings"
)

// noteText is what stands before the text of a footnote: [^1]: …
var noteText = regexp.MustCompile(`^\[\^[^\[\]\s^]+\]:[ \t]*`)

// noteLabel is the name of a footnote from what begins with [^ and it; "" if nothing closes it.
func noteLabel(s string) string {
	label, _, ok := strings.Cut(s[len("[^"):], "]")
	if !ok || strings.ContainsAny(label, " \t\r\n[^") {
		return ""
	}
	return label
}

// note reads ^[note], or what is raised.
func (p *parser) note(i, end, depth int) (Node, int) {
	if !strings.HasPrefix(p.s[i:end], "^[") {
		return p.script(Sup, i, end)
	}
	if depth < deep {
		if j := p.bracket(i+1, min(end, i+farNote)); j > i+2 {
			return Node{Kind: Note, From: i, To: j + 1, Kids: p.parse(i+2, j, depth+1)}, j + 1
		}
	}
	return Node{}, i
}

// reference reads [^1], whose text stands elsewhere in the text and is printed once: at the first reference.
func (p *parser) reference(i, end, depth int) (Node, int) {
	label := noteLabel(p.s[i:min(end, i+farLabel)])
	b := p.notes[label]
	to := i + len("[^]") + len(label)
	if b == nil || i == p.base && strings.HasPrefix(p.s[to:end], ":") { // the last: a second text of the name
		return Node{}, i
	}
	delete(p.notes, label)
	text := p.whole[b.From:b.To]
	from := b.From + len(noteText.FindString(text))
	kids := parser{s: p.whole[:b.To], base: from, quoted: b.Quote > 0, whole: p.whole}
	return Node{Kind: Note, From: i, To: to, Kids: kids.parse(from, b.To, depth+1)}, to
}
