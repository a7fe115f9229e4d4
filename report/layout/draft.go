package layout

import (
	"slices"
	"strconv"

	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// every is the step of line numbers in drafts: each line counts, each fifth is numbered, as on council papers.
const every = 5

// draft adds what drafts alone show: the watermark across each page and line numbers in its right margin.
func (s *setting) draft(d *page.Document, over bool) {
	for _, p := range d.Pages {
		sample := sampleOf(p.Items)
		if sample == nil {
			continue
		}
		p.DraftOver = over
		watermark(p, s.common.doc.Words.Draft, sample, d.Palette, over)
		if !over {
			numberLines(p, sample, ink(d.Palette, "muted"))
		}
	}
}

// sampleOf is the first run of a page: its typeface serves for the watermark too.
func sampleOf(items []page.Item) *page.Text {
	for _, it := range items {
		switch it := it.(type) {
		case *page.Text:
			return it
		case *page.Running:
			if t := sampleOf(it.Of); t != nil {
				return t
			}
		}
	}
	return nil
}

func ink(p geom.Palette, name string) geom.Ink {
	i, _ := p.Find(name)
	return i
}

// watermark sets words across the page at 45 degrees, along four fifths of its diagonal. The sine of 45 degrees is
// 7071 ten-thousandths.
func watermark(p *page.Page, words string, like *page.Text, palette geom.Palette, over bool) {
	colour := ink(palette, "tint")
	if over {
		colour = ink(palette, "line")
	}
	font := &text.Font{Faces: []*text.Face{like.Run.Face}, Size: 100 * geom.Pt}
	if width := text.Width(words, font); width > 0 {
		font.Size = font.Size.Mul(int64(min(p.Size.W, p.Size.H).Mul(113, 100)), int64(width))
	}
	half := (text.Width(words, font) / 2).Mul(7071, 10000)
	x, y := p.Size.W/2-half+font.Size/4, p.Size.H/2+half+font.Size/4
	for _, run := range text.Shape(words, font) {
		step := run.Width().Mul(7071, 10000)
		p.Draft = append(p.Draft, &page.Text{X: x, Y: y, Run: run, Ink: colour, Turn: 45})
		x, y = x+step, y-step
	}
}

// numberLines numbers the page's baselines from the top.
func numberLines(p *page.Page, like *page.Text, colour geom.Ink) {
	var lines []geom.Length
	for _, it := range p.Items {
		if t, ok := it.(*page.Text); ok && t.Elem != nil && t.Turn == 0 {
			lines = append(lines, t.Y)
		}
	}
	slices.Sort(lines)
	lines = slices.Compact(lines)
	font := &text.Font{Faces: []*text.Face{like.Run.Face}, Size: 7 * geom.Pt, Features: text.TabularFigures}
	for n := every; n <= len(lines); n += every {
		for _, run := range text.Shape(strconv.Itoa(n), font) {
			p.Draft = append(p.Draft, &page.Text{X: p.Size.W - 12*geom.MM, Y: lines[n-1], Run: run, Ink: colour})
		}
	}
}
