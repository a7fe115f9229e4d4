package proofread

import (
	"konzept/report/doc"
	"konzept/report/format"
)

// Letters makes one character of a letter and the mark behind it, as file names and copied texts have them: a
// typeface draws, kerns and hyphenates ü but not u and ¨.
func Letters(d *doc.Document) {
	join := func(s *string, _ string) { *s = format.Composed(*s) }
	d.Walk(doc.Visitor{Label: join, Said: join, Inlines: func(list []doc.Inline, _ *doc.Style, _ string) {
		for i := range doc.Each(list) {
			if t, ok := i.(*doc.Text); ok {
				t.Text = format.Composed(t.Text)
			}
		}
	}})
}
