package markup

import (
	"html"
	"strings"
	"unicode"
)

// entity reads a character reference such as &nbsp; or &#8211; at the start of s: what it stands for, and its length. What
// stands for a character that texts must not hold is none.
func entity(s string) (said string, n int) {
	const longest = 34 // &CounterClockwiseContourIntegral; and its like
	n = strings.IndexByte(s[:min(len(s), longest)], ';') + 1
	if n < 3 || !nameOrNumber(s[1:n-1]) {
		return "", 0
	}
	said = html.UnescapeString(s[:n])
	if said == s[:n] || strings.HasSuffix(said, ";") && said != ";" { // &ampx; is &amp and x; for browsers, not for writers
		return "", 0
	}
	for _, r := range said {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != '\u00ad' || unicode.Is(unicode.Co, r) || r == unicode.ReplacementChar || r&0xFFFE == 0xFFFE {
			return "", 0
		}
	}
	return said, n
}

func nameOrNumber(s string) bool {
	s = strings.TrimPrefix(s, "#")
	for _, r := range s {
		if r >= 0x80 || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
	}
	return s != ""
}

// tags are the elements of HTML that mean what marks of ours mean.
func tagKind(name string) (Kind, bool) {
	switch name {
	case "b", "strong":
		return Bold, true
	case "i", "em":
		return Italic, true
	case "sub":
		return Sub, true
	case "sup":
		return Sup, true
	}
	return 0, false
}

// angle reads <br>, <sub>…</sub> and its like, and an address in angle brackets.
func (p *parser) angle(i, end, depth int) (Node, int) {
	n := strings.IndexByte(p.s[i:min(end, i+farLink)], '>') + 1
	if n < 3 {
		return Node{}, i
	}
	inner := p.s[i+1 : i+n-1]
	if kind, to := p.address(i+1, inner); kind == Link {
		return to, i + n
	}
	name := strings.ToLower(strings.TrimRight(strings.TrimSuffix(inner, "/"), " "))
	if name == "br" || name == "/br" {
		return Node{Kind: Break, From: i, To: i + n}, i + n
	}
	kind, ok := tagKind(name)
	if !ok || depth >= deep {
		return Node{}, i
	}
	closer := p.closer(i+n, min(end, i+farTag), "</"+name+">")
	if closer < 0 {
		return Node{}, i
	}
	to := closer + len(name) + 3
	return Node{Kind: kind, From: i, To: to, Kids: p.parse(i+n, closer, depth+1)}, to
}

// closer finds a closing tag in any case of its letters, or returns -1.
func (p *parser) closer(from, end int, tag string) int {
	for i := from; i+len(tag) <= end; i++ {
		j := strings.IndexByte(p.s[i:end], '<')
		if j < 0 || i+j+len(tag) > end {
			return -1
		}
		if i += j; strings.EqualFold(p.s[i:i+len(tag)], tag) {
			return i
		}
	}
	return -1
}

// address reads <https://…> and <name@example.org>, as mail programs write them: a link that prints its own address.
func (p *parser) address(from int, s string) (Kind, Node) {
	if strings.ContainsAny(s, " \t\r\n<\"") {
		return Text, Node{}
	}
	show, scheme := from, ""
	switch {
	case Address(s) && s[0] != '#':
		if strings.HasPrefix(strings.ToLower(s), "mailto:") {
			show += len("mailto:")
		}
	case mailAddress(s):
		scheme = "mailto:"
	default:
		return Text, Node{}
	}
	to := from + len(s)
	return Link, Node{Kind: Link, From: from - 1, To: to + 1, Target: [2]int{from, to}, Scheme: scheme, Kids: []Node{{From: show, To: to}}}
}

// mailAddress tells whether a text is name@host.tld.
func mailAddress(s string) bool {
	name, host, ok := strings.Cut(s, "@")
	return ok && name != "" && strings.Contains(strings.Trim(host, "."), ".") && !strings.ContainsAny(s, "()[]{},;:/") && !strings.Contains(host, "@")
}
