package compose

import (
	"konzept/report/doc"
	"konzept/report/richtext"
)

// derivation is a style and what was made of it.
type derivation struct {
	from *doc.Style
	name string
}

// looks are the styles of what stands within texts, by what they follow.
type looks map[derivation]*doc.Style

// of is how the blocks of a text of the data are set. In running text its subheadings and tables are the document's; where
// texts are set otherwise, as in sheets and on cards, they follow the text.
func (l looks) of(x *expander, text *doc.Style) *richtext.Look {
	look := &richtext.Look{Level: x.level, Table: x.tableStyleOr(nil)}
	look.Bar, _ = x.design.Ink("line")
	running := text.Name == x.text.Name
	look.Heading = func(n int, text *doc.Style) *doc.Style {
		if own := x.design.Styles["h"+level(n)]; running && own != nil {
			return own
		}
		return l.derived(text, "heading", func(s *doc.Style) {
			s.Weight, s.Before, s.After, s.KeepNext = 700, s.Leading/2, 0, true
		})
	}
	if !running {
		table := *look.Table
		table.Style = l.derived(text, "cell", func(s *doc.Style) { s.Before, s.After, s.Tabular = 0, 0, true })
		table.HeadStyle = l.derived(text, "head", func(s *doc.Style) { s.Before, s.After, s.Tabular, s.Weight = 0, 0, true, 600 })
		table.Before, table.After = text.Leading/4, text.Leading/4
		look.Table = &table
	}
	return look
}

// derived is a style that follows another one, made once.
func (l looks) derived(from *doc.Style, name string, change func(*doc.Style)) *doc.Style {
	key := derivation{from, name}
	if l[key] == nil {
		s := *from
		s.Name, s.First, s.Align = from.Name+"-"+name, 0, doc.Left
		change(&s)
		l[key] = &s
	}
	return l[key]
}
