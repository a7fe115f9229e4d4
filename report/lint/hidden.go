package lint

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/schema"
)

// secret is something that readers below a level must not learn, as words that a text could give away.
type secret struct {
	words []string // in lower case, without signs at their ends
	level schema.Level
	at    diag.Span
}

// secrecy is the rule that no text tells what its readers may not see.
type secrecy struct{ *linter }

// told reports texts that name what is hidden from their readers: the title or number of a hidden record, a hidden amount.
func (c secrecy) told() {
	readers := readersOf(c.report)
	secrets := c.secrets(readers)
	if len(secrets) == 0 {
		return
	}
	for _, k := range schema.Kinds() {
		for _, r := range c.report.Records(k.Key) {
			openOf(r, readers(r), func(owner *model.Record, key, text string, level schema.Level, at diag.Span) {
				c.tells(secrets, owner, key, text, level, at)
			})
		}
	}
}

// tells compares one text with the secrets, which are sorted by their first word.
func (c secrecy) tells(secrets map[string][]secret, owner *model.Record, key, text string, level schema.Level, at diag.Span) {
	words := plainWords(text)
	for i, w := range words {
		for _, s := range secrets[w] {
			if s.level > level && len(words)-i >= len(s.words) && same(words[i:i+len(s.words)], s.words) {
				f := c.add(owner, key, "tells-hidden", at, strings.Join(s.words, " "))
				f.Notes = append(f.Notes, diag.Note{Code: "hidden-here", At: s.at})
				return
			}
		}
	}
}

func same(a, b []string) bool {
	for i := range b {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// readers tells who sees a record at all: what hangs on hidden records alone is hidden with them.
func readersOf(r *model.Report) func(*model.Record) schema.Level {
	public, council := r.Hidden(schema.Public), r.Hidden(schema.Council)
	return func(rec *model.Record) schema.Level {
		switch {
		case council[rec]:
			return schema.Office
		case public[rec]:
			return schema.Council
		}
		return schema.Public
	}
}

// secrets are what is hidden from the public or from the council, by the first of their words.
func (c secrecy) secrets(readers func(*model.Record) schema.Level) map[string][]secret {
	all := map[string][]secret{}
	keep := func(level schema.Level, at diag.Span, text string) {
		if words := plainWords(text); len(words) > 0 {
			all[words[0]] = append(all[words[0]], secret{words, level, at})
		}
	}
	for _, k := range schema.Kinds() {
		for _, r := range c.report.Records(k.Key) {
			level := readers(r)
			if level > schema.Public {
				for _, name := range namesOf(r) {
					keep(level, r.Head(), name)
				}
			}
			amountsOf(r, level, keep)
		}
	}
	return all
}

// namesOf are how texts speak of a record: a title of several words, and a number that is no ordinary one. A number of
// digits alone counts behind the name of its kind: „Maßnahme 1.3“.
func namesOf(r *model.Record) []string {
	var names []string
	for _, key := range []string{"title", "name", "term"} {
		if s := model.BestOf(r, key); len(plainWords(s)) > 1 || utf8.RuneCountInString(s) >= 12 {
			names = append(names, s)
		}
	}
	code := model.WordOf(r, "code")
	if code == "" {
		code = model.WordOf(r, "number")
	}
	switch {
	case !strings.ContainsAny(code, "0123456789"):
	case strings.Trim(code, "0123456789. ") != "":
		names = append(names, code)
	default:
		names = append(names, r.Kind.DE+" "+code, r.Kind.EN+" "+code)
	}
	return names
}

// amountsOf visits the hidden amounts of a record with their currency.
func amountsOf(r *model.Record, level schema.Level, keep func(schema.Level, diag.Span, string)) {
	for _, v := range r.Values() {
		hidden := max(level, v.Level)
		switch x := v.V.(type) {
		case model.Money:
			if hidden > schema.Public && x >= 100_00 && x%100 == 0 {
				keep(hidden, v.At, strconv.FormatInt(int64(x/100), 10)+" €")
			}
		case *model.Record:
			if v.Field.Type == schema.Nested {
				amountsOf(x, hidden, keep)
			}
		case []*model.Record:
			if v.Field.Type == schema.NestedList {
				for _, inner := range x {
					amountsOf(inner, hidden, keep)
				}
			}
		}
	}
}

// openOf visits the prose of a record and of the records within it, with the least level of readers that see it.
func openOf(r *model.Record, level schema.Level, visit func(owner *model.Record, key, text string, level schema.Level, at diag.Span)) {
	for _, v := range r.Values() {
		seen := max(level, v.Level)
		show := func(t model.TextValue) {
			for _, l := range t {
				visit(r, v.Field.Key, l.Text, seen, l.At)
			}
		}
		switch x := v.V.(type) {
		case model.TextValue:
			show(x)
		case []model.TextValue:
			for _, t := range x {
				show(t)
			}
		case *model.Record:
			if v.Field.Type == schema.Nested {
				openOf(x, max(seen, x.Level), visit)
			}
		case []*model.Record:
			if v.Field.Type == schema.NestedList {
				for _, inner := range x {
					openOf(inner, max(seen, inner.Level), visit)
				}
			}
		}
	}
}

var (
	thousands = regexp.MustCompile(`(\d)[.,'’ \x{00A0}\x{202F}](\d{3})\b`)
	signFirst = regexp.MustCompile(`(?i)(^|[^\d\s]\s*)(?:€|£|\beur|\bchf|\bgbp|\bfr\.)[\s\x{00A0}\x{202F}]*(\d+)`) // not the sign of an amount before it
	currency  = regexp.MustCompile(`(?i)\s*(€|£|\beuro\b|\beur\b|\bchf\b|\bgbp\b|\bfranken\b)`)
)

// plainWords are the words of a text for comparison: lower case, without marks and signs around them, amounts without
// separators („12.000 Euro“ and „12 000 €“ are the same).
func plainWords(s string) []string {
	for thousands.MatchString(s) {
		s = thousands.ReplaceAllString(s, "$1$2")
	}
	s = signFirst.ReplaceAllString(s, "$1 $2 €")
	s = currency.ReplaceAllString(s, " € ")
	words := strings.Fields(strings.ToLower(s))
	kept := words[:0]
	for _, w := range words {
		if w = strings.Trim(w, ".,;:!?()[]{}*_„“”‚‘’\"'»«–-"); w != "" {
			kept = append(kept, w)
		}
	}
	return kept
}
