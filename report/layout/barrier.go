package layout

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"konzept/report/diag"
	"konzept/report/doc"
)

// Barriers that the document itself holds, whatever its pages look like. They are found before layout or with it, where
// the template's or the data's place is at hand.

// barriers looks at all texts: links that do not say where they lead, passages whose language nobody named.
func (s *setting) barriers(out *diag.List) {
	s.doc.Walk(doc.Visitor{Inlines: func(list []doc.Inline, _ *doc.Style, lang string) { judge(list, lang, out) }})
}

func judge(list []doc.Inline, lang string, out *diag.List) {
	for _, inline := range list {
		switch v := inline.(type) {
		case *doc.Text:
			if v.Lang != "" {
				lang = v.Lang
			}
			if word := otherScript(v.Text); word != "" && slices.Contains(latin, language(lang)) {
				out.Add("foreign-script", v.At, word)
			}
		case *doc.Link:
			if words := doc.Plain(v.Inlines); v.Alt == "" && vague(words) {
				out.Add("vague-link", place(v.Inlines), words)
			}
			judge(v.Inlines, lang, out)
		case *doc.Footnote:
			judge(v.Inlines, lang, out)
		}
	}
}

// vagueWords are what links say that mean nothing out of their place (WCAG 2.1, 2.4.4). Screen readers list links alone.
var vagueWords = []string{
	"hier", "klicken sie hier", "hier klicken", "mehr", "mehr dazu", "weiter", "weiterlesen", "link", "siehe hier", "dort", "details", "download",
	"here", "click here", "more", "read more", "see here", "there", "this link",
}

func vague(words string) bool {
	words = strings.ToLower(strings.Trim(strings.TrimSpace(words), ".…:!»›→ "))
	return words == "" || slices.Contains(vagueWords, words)
}

// latin are languages that are written in Latin letters; passages in others are told by theirs.
var latin = []string{"de", "en", "fr", "it", "es", "pt", "nl", "pl", "cs", "sk", "sl", "hr", "bs", "sq", "ro", "hu", "tr", "da", "sv", "nb", "fi", "so", "vi", "ku"}

// otherScript is the first word of a passage in other letters than Latin ones. Single letters are signs of mathematics, and
// names need no language (WCAG 2.1, 3.1.2): up to three words that begin with a capital, or whose script has none.
func otherScript(s string) string {
	for _, passage := range passages.FindAllString(s, -1) {
		words := strings.FieldsFunc(passage, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
		words = slices.DeleteFunc(words, func(w string) bool { return utf8.RuneCountInString(w) < 2 })
		small := slices.ContainsFunc(words, func(w string) bool { r, _ := utf8.DecodeRuneInString(w); return unicode.IsLower(r) })
		if i := slices.IndexFunc(words, foreign); i >= 0 && (small || len(words) > 3) {
			return words[i]
		}
	}
	return ""
}

// passages are words in other letters than Latin ones, with what stands between the words of a name.
var passages = regexp.MustCompile(strings.ReplaceAll(`F(?:F|\p{M}|[ \x{a0}\x{202f}\n’'-]+F)*`, "F", `[^\P{L}\p{Latin}\p{Common}]`))

// foreign tells whether a word has three letters or more that are not Latin.
func foreign(word string) bool {
	n := 0
	for _, r := range word {
		if unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Common) {
			n++
		}
	}
	return n >= 3
}

// judge looks at a table: header cells, and cells that say something by their colour alone.
func (b *builder) judge(v *doc.Table) {
	if b.quiet {
		return
	}
	header := len(v.Head) > 0 || slices.ContainsFunc(v.Columns, func(c doc.Column) bool { return c.Header })
	alone := false
	for i := range v.Body {
		for k := range v.Body[i].Cells {
			c := &v.Body[i].Cells[k]
			header = header || c.Header
			alone = alone || c.Filled && !says(c.Blocks)
		}
	}
	if !header && len(v.Body) > 0 {
		b.unit.out.Add("table-without-header", v.At)
	}
	if alone {
		b.unit.out.Add("colour-alone", v.At)
	}
}

// says tells whether blocks hold a word, a sign or a picture.
func says(blocks []doc.Block) bool {
	return slices.ContainsFunc(blocks, func(block doc.Block) bool {
		switch v := block.(type) {
		case *doc.Paragraph:
			return strings.TrimSpace(doc.Plain(v.Inlines)) != ""
		case *doc.Space, *doc.Rule:
			return false
		}
		return true
	})
}
