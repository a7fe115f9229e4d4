package model

import (
	"net/url"
	"strings"

	"konzept/report/prose"
	"konzept/report/schema"
	"konzept/report/source"
)

// url decodes an address that a reader may follow: https, http, mailto or tel.
func (c *checker) url(r *Record, f *schema.Field, n *source.Node) (any, bool) {
	s := strings.TrimSpace(n.Value)
	u, err := url.Parse(s)
	switch {
	case err != nil || strings.ContainsAny(s, " \t\n<>\"\\"):
		c.add(r, f.Key, "bad-url", n.Span, Wording(f), f.Key, s)
		return nil, false
	case !prose.SafeScheme(u.Scheme):
		c.add(r, f.Key, "url-scheme", n.Span, s)
		return nil, false
	case (u.Scheme == "https" || u.Scheme == "http") && !strings.Contains(u.Host, "."), u.Scheme == "mailto" && !IsEmail(u.Opaque):
		c.add(r, f.Key, "bad-url", n.Span, Wording(f), f.Key, s)
		return nil, false
	}
	return s, true
}

// IsEmail tells whether a word has the form of an address for electronic mail, perhaps with a subject behind it.
func IsEmail(s string) bool {
	s, _, _ = strings.Cut(s, "?")
	name, host, ok := strings.Cut(s, "@")
	return ok && name != "" && strings.Contains(host, ".") && !strings.ContainsAny(s, " \t,;<>") && !strings.Contains(host, "@")
}
