// Package paint turns laid-out pages into PDF content through fpdf, in the colours of an edition.
//
// It never decides or measures: what stands on a page, in which order and to which element it belongs comes from layout.
// Structure, fonts' names, metadata and page boxes are written by package finish.
package paint

import (
	"errors"
	"fmt"
	"unicode/utf16"

	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"

	"github.com/go-pdf/fpdf"
)

// PDF paints d for edition e. The document is tagged if it was not; items stay untouched, so that several editions can
// be painted one after the other.
func PDF(d *page.Document, e page.Edition) (drawn *page.Drawn, err error) {
	if len(d.Pages) == 0 {
		return nil, errors.New("paint: document has no pages")
	}
	defer func() { // fpdf panics on what it does not expect; that must not take the process down
		if r := recover(); r != nil {
			drawn, err = nil, fmt.Errorf("paint: %v", r)
		}
	}()
	d.Tag()
	p := newPainter(d, e)
	for _, pg := range d.Pages {
		p.page(pg)
	}
	return p.finish()
}

type painter struct {
	pdf     *fpdf.Fpdf
	edition page.Edition
	palette geom.Palette
	colours colours
	instead map[page.Item]*tone // of this page: what copies show otherwise
	drawn   *page.Drawn

	faces map[*text.Face]*face
	order []*face // as first used
	last  *face   // one-entry cache of faces
	named map[pictureKey]*placed

	stream // content of the present page
	alpha  bool
	whole  bool // within a mark that stands for a whole word
}

// blank is an fpdf document that leaves everything to us.
func blank() *fpdf.Fpdf {
	pdf := fpdf.New("P", "pt", "A4", "")
	pdf.SetCompression(false) // finish deflates pages on all cores
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCatalogSort(true)
	return pdf
}

func newPainter(d *page.Document, e page.Edition) *painter {
	p := &painter{
		pdf: blank(), edition: e, palette: d.Palette, colours: resolve(d.Palette, &e), instead: map[page.Item]*tone{}, drawn: &page.Drawn{},
		faces: map[*text.Face]*face{}, named: map[pictureKey]*placed{},
	}
	p.drawn.Spots = p.colours.spots
	return p
}

func (p *painter) page(pg *page.Page) {
	boxes := p.boxes(pg)
	p.drawn.Media = append(p.drawn.Media, boxes)
	p.drawn.Shift = append(p.drawn.Shift, page.Shift{X: p.place.x * 10, Y: p.place.y * 10})
	p.b, p.state, p.alpha = p.b[:0], state{weight: -1}, false
	p.lighten(pg)
	if !pg.DraftOver {
		p.draft(pg)
	}
	mcid := 0
	for e, items := range pg.Groups() {
		if e == nil {
			p.artifacts(items)
			continue
		}
		p.open(e, mcid, items)
		mcid++
		for _, it := range items {
			p.item(it)
		}
		p.shut()
	}
	if pg.DraftOver {
		p.draft(pg)
	}
	if p.edition.PrinterMarks {
		p.begin(page.LayoutArtifact)
		p.printerMarks(boxes, len(p.drawn.Media)-1)
		p.shut()
	}
	p.drawn.Alpha = append(p.drawn.Alpha, p.alpha)
	p.pdf.AddPageFormat("P", fpdf.SizeType{Wd: float64(boxes.Media[2]) / 1000, Ht: float64(boxes.Media[3]) / 1000})
	p.pdf.RawWriteStr(string(p.b)) // one call a page: fpdf copies what it is given
}

// draft paints what drafts alone show.
func (p *painter) draft(pg *page.Page) {
	if !p.edition.Draft || len(pg.Draft) == 0 {
		return
	}
	p.begin(page.BackgroundArtifact)
	for _, it := range pg.Draft {
		p.item(it)
	}
	p.shut()
}

// artifacts paints a group without element; each running head or foot is an artifact of its own.
func (p *painter) artifacts(items []page.Item) {
	open := false
	for _, it := range items {
		if _, anchor := it.(*page.Anchor); anchor {
			continue
		}
		r, running := it.(*page.Running)
		if open && running {
			p.shut()
			open = false
		}
		if running {
			p.begin(r.Kind)
			for _, inner := range r.Of {
				p.item(inner)
			}
			p.shut()
			continue
		}
		if !open {
			p.begin(page.LayoutArtifact)
			open = true
		}
		p.item(it)
	}
	if open {
		p.shut()
	}
}

func (p *painter) item(it page.Item) {
	switch it := it.(type) {
	case *page.Text:
		p.text(it)
	case *page.Rect:
		p.rect(it)
	case *page.Shape:
		p.shape(it)
	case *page.Picture:
		p.picture(it)
	case *page.Running:
		for _, inner := range it.Of {
			p.item(inner)
		}
	case *page.Anchor:
	}
}

// open begins marked content mcid of element e (ISO 32000-1, 14.6).
func (p *painter) open(e *page.Elem, mcid int, items []page.Item) {
	if !p.edition.Tagged {
		return
	}
	p.b = append(p.b, '/')
	p.b = append(p.b, e.Type...)
	p.b = append(p.b, " <</MCID "...)
	p.b = appendInt(p.b, int64(mcid))
	p.b = append(p.b, ">> BDC\n"...)
	if whole := stands(items); whole != "" {
		p.b = append(p.b, "/Span <</ActualText <FEFF"...)
		for _, u := range utf16.Encode([]rune(whole)) {
			p.b = fmt.Appendf(p.b, "%04X", u)
		}
		p.b = append(p.b, ">>> BDC\n"...)
		p.whole = true
	}
}

// stands is the word that items are the halves of; "" if they say what they show. It stands on a Span within the mark
// (ISO 32000-1, 14.9.4): poppler heeds no other. Acrobat and PDFium heed it, too; pdf.js and MuPDF join at a plain hyphen,
// which therefore is what the hyphen's code stands for (see finish).
func stands(items []page.Item) string {
	for _, it := range items {
		if t, ok := it.(*page.Text); ok && t.Word != nil {
			return *t.Word
		}
	}
	return ""
}

// begin opens an artifact (ISO 32000-1, 14.8.2.2.2).
func (p *painter) begin(k page.Artifact) {
	if !p.edition.Tagged {
		return
	}
	properties := "/Type /Layout"
	switch k {
	case page.HeaderArtifact:
		properties = "/Type /Pagination /Subtype /Header /Attached [/Top]"
	case page.FooterArtifact:
		properties = "/Type /Pagination /Subtype /Footer /Attached [/Bottom]"
	case page.PaginationArtifact:
		properties = "/Type /Pagination"
	case page.BackgroundArtifact:
		properties = "/Type /Background "
	}
	p.b = append(p.b, "/Artifact <<"...)
	p.b = append(p.b, properties...)
	if k == page.BackgroundArtifact { // which must say where it is
		p.b = append(p.b, "/BBox [ "...)
		for _, edge := range p.drawn.Media[len(p.drawn.Media)-1].Trim {
			p.b = append(appendCenti(p.b, edge/10), ' ')
		}
		p.b = append(p.b, ']')
	}
	p.b = append(p.b, ">> BDC\n"...)
}

// shut ends a text object and the marked content around it: the two must nest.
func (p *painter) shut() {
	p.endText()
	if p.whole {
		p.b, p.whole = append(p.b, "EMC\n"...), false
	}
	if p.edition.Tagged {
		p.b = append(p.b, "EMC\n"...)
	}
}

// grab keeps the slice that fpdf writes in one piece, without a copy.
type grab struct{ b []byte }

func (g *grab) Write(b []byte) (int, error) {
	if g.b == nil {
		g.b = b
	} else {
		g.b = append(g.b, b...)
	}
	return len(b), nil
}

func (p *painter) finish() (*page.Drawn, error) {
	for _, f := range p.order {
		d, err := f.drawn()
		if err != nil {
			return nil, err
		}
		p.drawn.Fonts = append(p.drawn.Fonts, d)
	}
	var err error
	p.drawn.Bytes, err = written(p.pdf)
	return p.drawn, err
}

func written(pdf *fpdf.Fpdf) ([]byte, error) {
	var g grab
	if err := pdf.Output(&g); err != nil {
		return nil, fmt.Errorf("paint: %w", err)
	}
	return g.b, nil
}
