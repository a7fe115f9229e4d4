package layout

import "konzept/report/doc"

// texts are all texts of a document in reading order, one a paragraph; contents and registers say nothing of their own, and
// what stands in figures they say themselves.
func texts(d *doc.Document) (list []string) {
	within := 0
	add := func(s string) {
		if within == 0 {
			list = append(list, s)
		}
	}
	v := doc.Visitor{
		Label: func(s *string, _ string) { add(*s) },
		Inlines: func(inlines []doc.Inline, _ *doc.Style, _ string) {
			for i := range doc.Each(inlines) {
				if t, ok := i.(*doc.Text); ok {
					add(t.Text)
				}
			}
		},
		Enter: func(b doc.Block) {
			switch v := b.(type) {
			case *doc.Heading:
				add(v.Number)
			case *doc.Table:
				if v.Number {
					add(words.Table)
				}
			case *doc.Figure, *doc.Picture:
				within++
			}
		},
		Leave: func(b doc.Block) {
			switch b.(type) {
			case *doc.Figure, *doc.Picture:
				within--
			}
		},
	}
	for i := range d.Chapters {
		if i == 0 && len(d.Chapters[0].Blocks) == 2 {
			if _, ok := d.Chapters[0].Blocks[1].(*doc.Contents); ok {
				continue // its heading stands on the contents' page, which tests leave out
			}
		}
		doc.WalkBlocks(d.Chapters[i].Blocks, v)
	}
	return list
}
