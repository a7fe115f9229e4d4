package svg

import (
	"regexp"
	"slices"
	"strings"
)

// rule is a rule of a style sheet: what drawing programs write for every colour (`.cls-1{fill:#e30613}`).
type rule struct {
	kind, class, id string // of the elements meant; empty: any
	declarations    string
}

// weight of a rule against others (Selectors 4, section 15): an id beats a class, a class the kind.
func (r *rule) weight() int {
	n := 0
	for i, part := range [3]string{r.kind, r.class, r.id} {
		if part != "" {
			n += [3]int{1, 2, 4}[i]
		}
	}
	return n
}

func (r *rule) meets(kind string, a map[string]string) bool {
	return (r.kind == "" || r.kind == kind) && (r.id == "" || r.id == a["id"]) && (r.class == "" || slices.Contains(strings.Fields(a["class"]), r.class))
}

var (
	comment  = regexp.MustCompile(`(?s)/\*.*?\*/|<!--|-->`)
	selector = regexp.MustCompile(`^([A-Za-z]*|\*)(?:#([\w-]+))?(?:\.([\w-]+))?$`)
)

// styleSheet reads the text of a style element. It returns what is no plain rule: a selector of several parts, an at-rule.
func (r *reader) styleSheet(css string) string {
	css = comment.ReplaceAllString(css, "")
	for {
		head, rest, ok := strings.Cut(css, "{")
		if !ok {
			slices.SortStableFunc(r.rules, func(a, b rule) int { return a.weight() - b.weight() })
			return strings.TrimSpace(head)
		}
		body, next, ok := strings.Cut(rest, "}")
		if !ok || strings.Contains(head, "@") {
			return strings.TrimSpace(head)
		}
		for s := range strings.SplitSeq(head, ",") {
			m := selector.FindStringSubmatch(strings.TrimSpace(s))
			if m == nil || m[0] == "" {
				return strings.TrimSpace(s)
			}
			rule := rule{kind: strings.Trim(m[1], "*"), id: m[2], class: m[3], declarations: body}
			if r.rules = append(r.rules, rule); len(r.rules) > maxRules {
				return strings.TrimSpace(s)
			}
		}
		css = next
	}
}

// styled puts what the sheet and the style attribute say over an element's attributes.
func (r *reader) styled(kind string, a map[string]string) {
	own := a["style"]
	for i := range r.rules {
		if r.rules[i].meets(kind, a) {
			declare(a, r.rules[i].declarations)
		}
	}
	declare(a, own)
}

func declare(a map[string]string, declarations string) {
	for decl := range strings.SplitSeq(declarations, ";") {
		n, v, ok := strings.Cut(decl, ":")
		if n = strings.TrimSpace(n); ok && !strings.HasPrefix(n, "-") {
			a[n] = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(v), "!important"))
		}
	}
}
