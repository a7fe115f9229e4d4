package markup

import (
	"regexp"
	"strings"
)

// named are addresses as people write them: with a scheme, with www., of mail, or a host with a usual ending.
var named = regexp.MustCompile(`(?i)^(?:https?://|www\.)\S+$|^\S+@\S+\.\S+$|^[a-z0-9äöüß-]+(?:\.[a-z0-9äöüß-]+)*\.(?:de|com|org|net|eu|info|gov|edu|at|ch|lu|fr)(?:/\S*)?$`)

// elsewhere finds links whose text is an address of another host than the one to which they lead.
func (f *finder) elsewhere(nodes []Node) {
	s := f.s
	for i := range nodes {
		n := &nodes[i]
		if n.Kind != Link {
			f.elsewhere(n.Kids)
			continue
		}
		text, target := strings.TrimSpace(said(s, n.Kids)), n.Scheme+s[n.Target[0]:n.Target[1]]
		if !named.MatchString(text) || !Address(target) || target[0] == '#' || strings.HasPrefix(target, "tel:") {
			continue
		}
		if host(text) != host(target) {
			f.found = append(f.found, Oddity{Kind: "elsewhere", From: n.From, To: n.To, Means: target})
		}
	}
}

// said is what nodes print, without marks.
func said(s string, nodes []Node) string {
	var b strings.Builder
	for i := range nodes {
		n := &nodes[i]
		switch {
		case n.Instead != "":
			b.WriteString(n.Instead)
		case n.Kind == Text:
			b.WriteString(s[n.From:n.To])
		}
		b.WriteString(said(s, n.Kids))
	}
	return b.String()
}

// host is the part of an address that says who answers: the host, or the mail address.
func host(s string) string {
	s = strings.ToLower(strings.TrimPrefix(strings.ToLower(s), "mailto:"))
	if i := strings.Index(s, "://"); i >= 0 {
		s = s[i+3:]
	} else if strings.Contains(s, "@") {
		s, _, _ = strings.Cut(s, "?")
		return s
	}
	s = s[:strings.IndexAny(s+"/", "/?#")]
	if i := strings.LastIndexByte(s, '@'); i >= 0 { // user@host: what stands before is no host
		s = s[i+1:]
	}
	s, _, _ = strings.Cut(s, ":")
	return strings.TrimPrefix(strings.TrimSuffix(s, "."), "www.")
}
