package compose

import (
	"konzept/report/doc"
	"konzept/report/eval"
)

// joinLetters makes one character of a letter and the mark behind it, as file names and copied texts have them: a
// typeface draws, kerns and hyphenates ü but not u and ¨.
func joinLetters(d *doc.Document) {
	d.Walk(doc.Visitor{
		Inlines: func(list []doc.Inline, _ *doc.Style, _ string) { joinInlines(list) },
		String:  func(s *string, _ string) { *s = eval.Composed(*s) },
	})
}

func joinInlines(list []doc.Inline) {
	for _, i := range list {
		switch i := i.(type) {
		case *doc.Text:
			i.Text = eval.Composed(i.Text)
		case *doc.Link:
			joinInlines(i.Inlines)
		case *doc.Footnote:
			joinInlines(i.Inlines)
		}
	}
}
