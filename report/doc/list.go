package doc

// List is a bulleted, numbered or plain list.
type List struct {
	Ordered bool
	Plain   bool // without labels and indent: items that begin with a sign or a date of their own
	Style   *Style
	Items   []Item
}

// Item is one list item; an empty Label takes the list's bullet or number.
type Item struct {
	Label  string
	Blocks []Block
}

func (b *List) walk(w *walker) {
	for i := range b.Items {
		w.labels(&b.Items[i].Label)
		w.blocks(b.Items[i].Blocks)
	}
}

func (b *List) scaled(s *Scale) Block {
	c := *b
	c.Style, c.Items = s.Style(b.Style), make([]Item, len(b.Items))
	for i, it := range b.Items {
		c.Items[i] = Item{Label: it.Label, Blocks: s.Blocks(it.Blocks)}
	}
	return &c
}

func (b *List) dump(p *dumper) {
	p.line("list", styled(b.Style), flag("ordered", b.Ordered), flag("plain", b.Plain))
	for _, i := range b.Items {
		p.part("item", i.Blocks, quote("label", i.Label))
	}
}
