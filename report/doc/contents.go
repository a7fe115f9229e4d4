package doc

// Contents lists headings down to Depth with page numbers (DIN 5008: one line for numbers, one for texts).
type Contents struct {
	Of     Listing
	Depth  int
	Styles []*Style // per level
}

// Listing is what contents list.
type Listing uint8

const (
	Headings Listing = iota
	NumberedFigures
	NumberedTables
)

// Words are what templates call the kinds of lists.
func (Listing) Words() []string { return []string{"", "figures", "tables"} }

func (*Contents) walk(*walker) {}

func (b *Contents) scaled(s *Scale) Block {
	c := &Contents{Of: b.Of, Depth: b.Depth}
	for _, st := range b.Styles {
		c.Styles = append(c.Styles, s.Style(st))
	}
	return c
}

func (b *Contents) dump(p *dumper) {
	p.line("contents", called("of", b.Of), digits("depth", b.Depth))
}
