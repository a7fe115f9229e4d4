// Package barriers finds what hinders people who read a document: links that do not say where they lead, passages in a language
// that nobody named, colours too close to each other, type too small for copies, areas of a poster that cover others.
//
// It looks at documents and at finished pages and changes neither.
package barriers

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/typeset"
)

// Texts looks at all texts of a document: links that do not say where they lead, passages whose language nobody named.
func Texts(d *doc.Document, out *diag.List) {
	d.Walk(doc.Visitor{Inlines: func(list []doc.Inline, _ *doc.Style, lang string) { judge(list, lang, out) }})
}

func judge(list []doc.Inline, lang string, out *diag.List) {
	for _, inline := range list {
		switch v := inline.(type) {
		case *doc.Text:
			if v.Lang != "" {
				lang = v.Lang
			}
			if word := otherScript(v.Text); word != "" && slices.Contains(latin, typeset.Language(lang)) {
				out.Add("foreign-script", v.At, word)
			}
		case *doc.Link:
			if words := doc.Plain(v.Inlines); v.Alt == "" && vague(words) {
				out.Add("vague-link", typeset.PlaceOf(v.Inlines), words)
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
