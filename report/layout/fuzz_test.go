package layout

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
)

// seedling grows a document from bytes; the same bytes grow the same document.
type seedling struct {
	data  []byte
	at    int
	words int
	depth int
	heads int
}

func (s *seedling) next(n int) int {
	if s.at >= len(s.data) {
		return 0
	}
	s.at++
	return int(s.data[s.at-1]) % n
}

// length is a length with absurd values among sound ones.
func (s *seedling) length() geom.Length {
	return [...]geom.Length{0, 0, pt, 5 * pt, 20 * pt, 60 * pt, 3000 * pt, -10 * pt}[s.next(8)]
}

// word is a word that no other is like: its number in letters.
func (s *seedling) word() string {
	s.words++
	n := s.words
	var w strings.Builder
	w.WriteByte('q')
	for ; n > 0; n /= 25 {
		w.WriteByte("abcdefghijklmnoprstuvwxyz"[n%25])
	}
	return w.String()
}

func (s *seedling) text() string {
	n := [...]int{0, 1, 3, 12, 60, 400}[s.next(6)]
	list := make([]string, n)
	for i := range list {
		list[i] = s.word()
	}
	if s.next(20) == 7 {
		return strings.Join(list, "")
	}
	return strings.Join(list, " ")
}

func (s *seedling) style() *doc.Style {
	size := [...]geom.Length{10, 8, 6, 24, 150}[s.next(5)] * pt
	return &doc.Style{Name: "f", Families: family, Size: size, Leading: size * 5 / 4, Align: doc.Align(s.next(5)), Hyphenate: s.next(2) == 0,
		Before: s.length(), After: s.length(), KeepNext: s.next(4) == 1, Indent: s.length() / 4, First: s.length() / 8}
}

func (s *seedling) inlines() []doc.Inline {
	list := []doc.Inline{&doc.Text{Text: s.text()}}
	switch s.next(7) {
	case 1:
		list = append(list, &doc.Footnote{Inlines: t(" " + s.text())})
	case 2:
		list = append(list, &doc.Link{URL: "https://example.org", Inlines: t(" " + s.text())})
	case 3:
		list = append(list, &doc.Break{}, &doc.Text{Text: s.text(), Style: doc.CharStyle{Bold: true, Scale: 70, Raise: 30, NoBreak: s.next(3) == 0}})
	case 4:
		list = append(list, &doc.PageRef{Anchor: "a"})
	case 5:
		list = append(list, &doc.Symbol{Name: "phase-2", Word: "§"})
	}
	return list
}

func (s *seedling) blocks() []doc.Block {
	s.depth++
	defer func() { s.depth-- }()
	if s.depth > 5 {
		return nil
	}
	var list []doc.Block
	for range s.next(5) {
		list = append(list, s.block())
	}
	return list
}

func (s *seedling) block() doc.Block {
	switch s.next(15) {
	case 1:
		s.heads++
		return &doc.Heading{Level: s.next(8), Number: "1.1", Inlines: t(s.text()), Style: s.style(), Unlisted: true}
	case 2:
		return &doc.Group{Role: "Sect", Keep: s.next(2) == 1, Blocks: s.blocks()}
	case 3:
		return &doc.List{Ordered: s.next(2) == 1, Style: s.style(), Items: []doc.Item{{Blocks: s.blocks()}, {Blocks: s.blocks()}}}
	case 4:
		return &doc.Space{Height: s.length(), Strong: s.next(2) == 1, Fill: s.next(3) == 1}
	case 5:
		return &doc.Rule{Weight: s.length() / 8, Before: s.length(), Width: s.length()}
	case 6:
		return &doc.PageBreak{Start: doc.Side(s.next(3))}
	case 7, 8:
		return s.table()
	case 9:
		return &doc.Pairs{LabelWidth: s.length(), Style: s.look(), Rows: []doc.Pair{{Label: t(s.text()), Value: s.blocks()}, {Label: t(s.text()), Value: s.blocks()}}}
	case 10:
		return &doc.Box{Blocks: s.blocks(), Pad: geom.Edges{Top: s.length(), Left: s.length(), Right: s.length(), Bottom: s.length()}, Keep: s.next(2) == 1, Height: s.length(), Centred: s.next(2) == 1, Filled: true}
	case 11:
		return &doc.Grid{Columns: []doc.Column{{Width: s.length()}, {Share: s.next(3)}}, Gap: s.length(), Cells: [][]doc.Block{s.blocks(), s.blocks(), s.blocks()}}
	case 12:
		return &doc.Columns{Count: s.next(4), Gap: s.length(), Blocks: s.blocks()}
	case 13:
		return &doc.Timeline{Entries: []doc.Event{{When: t(s.text()), Blocks: s.blocks()}, {When: t(s.text()), Blocks: s.blocks()}}}
	}
	return &doc.Paragraph{Inlines: s.inlines(), Style: s.style(), Anchor: "a"}
}

func (s *seedling) look() *doc.TableStyle {
	return &doc.TableStyle{Style: s.style(), PadX: s.length(), PadY: s.length(), Rule: pt, Frame: s.length() / 10, Split: doc.Split(s.next(3)), Before: s.length()}
}

func (s *seedling) table() doc.Block {
	v := &doc.Table{Style: s.look()}
	for range s.next(4) {
		v.Columns = append(v.Columns, doc.Column{Width: s.length(), Share: s.next(3), Align: doc.Align(s.next(5))})
	}
	v.Head, v.Body, v.Foot = s.rows(2), s.rows(6), s.rows(2)
	if s.next(2) == 1 {
		v.Caption = t(s.text())
	}
	return v
}

func (s *seedling) rows(n int) []doc.Row {
	var list []doc.Row
	for range s.next(n) {
		r := doc.Row{Label: s.next(6) == 1, KeepNext: s.next(4) == 1}
		for range s.next(4) {
			r.Cells = append(r.Cells, doc.Cell{Blocks: s.blocks(), Cols: s.next(3), Rows: s.next(4), Filled: s.next(2) == 1})
		}
		list = append(list, r)
	}
	return list
}

// FuzzPages checks that no text is lost or doubled, whatever the document.
func FuzzPages(f *testing.F) {
	f.Add([]byte{3, 7, 4, 5, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
	for seed := range 40 {
		data := make([]byte, 600)
		x := uint32(seed*2654435761 + 12345)
		for i := range data {
			x = x*1664525 + 1013904223
			data[i] = byte(x >> 24)
		}
		f.Add(data)
	}
	f.Fuzz(func(t_ *testing.T, data []byte) {
		s := &seedling{data: data}
		var blocks []doc.Block
		for s.at < len(data) && s.words < 1000 { // one document within the ten seconds that the fuzzer gives, on a busy machine too
			blocks = append(blocks, s.block())
		}
		d := document(small(), blocks, s.blocks())
		d.Chapters[0].Page.Columns = s.next(3)
		checkAccounting(t_, d)
	})
}

func checkAccounting(t_ *testing.T, d *doc.Document) {
	var out diag.List
	r := Pages(d, testFonts(), Options{Workers: 1}, &out)
	got := wordsOf(r)
	var want []string
	for _, s := range texts(d) {
		want = append(want, strings.FieldsFunc(s, func(r rune) bool { return r < 'a' || r > 'z' })...)
	}
	slices.Sort(want)
	if a, b := strings.Join(got, ""), strings.Join(want, ""); sorted(a) != sorted(b) {
		t_.Errorf("words of pages and document differ: %s", difference(got, want))
	}
}

// wordsOf is the tagged text, words joined over runs.
func wordsOf(r *page.Document) []string {
	var s strings.Builder
	for _, pg := range r.Pages {
		for _, it := range pg.Items {
			if x, ok := it.(*page.Text); ok {
				s.WriteString(x.Run.Text)
			}
		}
	}
	list := strings.FieldsFunc(strings.ReplaceAll(s.String(), "\u00ad", ""), func(r rune) bool { return r < 'a' || r > 'z' })
	slices.Sort(list)
	return list
}

func difference(got, want []string) string {
	n := map[string]int{}
	for _, w := range want {
		n[w]++
	}
	for _, w := range got {
		n[w]--
	}
	var list []string
	for w, k := range n {
		if k != 0 {
			list = append(list, fmt.Sprintf("%s%+d", w, -k))
		}
	}
	slices.Sort(list)
	return strings.Join(list[:min(len(list), 20)], " ")
}
