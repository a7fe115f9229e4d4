package sheet

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Margins of printed pages in inches, as files have them.
const (
	marginSide = 0.4
	marginEnd  = 0.7
	marginHead = 0.3
)

// paper sets up a sheet's pages: fitted to their width, the header row on each, who and when at the foot.
func (w *writer) paper(t *tab) error {
	size, across, down := 9, 1, 0
	if t.Print.Paper == "A3" {
		size = 8
	}
	way := "landscape"
	if t.Print.Portrait {
		way = "portrait"
	}
	layout := &excelize.PageLayoutOptions{Size: &size, Orientation: &way, FitToWidth: &across, FitToHeight: &down}
	if !t.fits() {
		percent := uint(100 * t.scale())
		layout = &excelize.PageLayoutOptions{Size: &size, Orientation: &way, AdjustTo: &percent}
	}
	if err := w.file.SetPageLayout(t.name, layout); err != nil {
		return err
	}
	if err := w.breaks(t); err != nil {
		return err
	}
	side, end, head, yes := marginSide, marginEnd, marginHead, true
	if err := w.file.SetPageMargins(t.name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &end, Bottom: &end, Header: &head, Footer: &head, Horizontally: &yes}); err != nil {
		return err
	}
	if err := w.printNames(t); err != nil {
		return err
	}
	return w.file.SetHeaderFooter(t.name, &excelize.HeaderFooterOptions{OddHeader: w.header(), OddFooter: w.footer()})
}

// printNames sets the area to print, charts with it, and the rows that each page repeats.
func (w *writer) printNames(t *tab) error {
	col, row := len(t.widths), t.lastRow
	for i, a := range t.charts {
		// A column outside the regions is 64 px wide.
		col = max(col, a.col+(chartWidth(&t.Charts[i])+63)/64-1)
		row = max(row, a.end)
	}
	area := quoted(t.name) + "$A$1:" + absolute(max(col, 1), max(row, 1))
	if err := w.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: area, Scope: t.name}); err != nil {
		return err
	}
	head := t.frozen()
	if head == 0 {
		return nil
	}
	rows := fmt.Sprintf("%s$%d:$%d", quoted(t.name), head, head)
	return w.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: rows, Scope: t.name})
}

// plainHeader doubles &, which begins a code. A header or footer holds at most 255 units, so its texts are cut before; the space
// after a size code keeps a first digit from belonging to it.
func plainHeader(s string) string { return strings.ReplaceAll(s, "&", "&&") }

func (w *writer) header() string {
	b := w.plan.book
	if b.Label == "" {
		return ""
	}
	return "&L&8 " + cut(plainHeader(b.Title), 80) + "&R&8 " + cut(plainHeader(b.Label), 150)
}

func (w *writer) footer() string {
	b := w.plan.book
	pages := strings.NewReplacer("{page}", "&P", "{pages}", "&N").Replace(plainHeader(b.Pages))
	return "&L&8 " + cut(plainHeader(b.Stand), 150) + "&R&8 " + cut(pages, 60)
}

// Points per pixel of a screen, and of paper as wide as margins leave it.
const (
	pixel       = 0.75
	inch        = 72.0
	widthA4Long = 841.89
	widthA4     = 595.28
	widthA3Long = 1190.55
)

// paperSize is the width and height between the margins.
func (t *tab) paperSize() (width, height float64) {
	width, height = widthA4Long, widthA4
	if t.Print.Paper == "A3" {
		width, height = widthA3Long, widthA4Long
	}
	if t.Print.Portrait {
		width, height = height, width
	}
	return width - 2*marginSide*inch, height - 2*marginEnd*inch
}

// used is the width of all that is printed, in points at 100 %: 7 px a digit and 5 px of padding a column.
func (t *tab) used() float64 {
	px := 0
	for _, n := range t.widths {
		px += 7*n + 5
	}
	wide := 0
	for i := range t.Charts {
		wide = max(wide, 64+(chartWidth(&t.Charts[i])+63)/64*64)
	}
	return float64(px+wide) * pixel
}

// fits tells whether the program fits the sheet to the page's width. Sheets of several regions have breaks between them, which
// programs ignore while they fit: their scale is ours.
func (t *tab) fits() bool { return len(t.spots) < 2 }

// scale is what the page's width makes of sizes: never more than 1. A scale of ours leaves room for other programs' rounding.
func (t *tab) scale() float64 {
	width, _ := t.paperSize()
	if !t.fits() {
		width *= 0.94
	}
	return min(1, width/t.used())
}

// breaks keeps regions whole: one that does not fit on the rest of a page but on the next begins there.
func (w *writer) breaks(t *tab) error {
	if t.fits() {
		return nil
	}
	_, available := t.paperSize()
	available /= t.scale()
	page, top := 0.0, 1
	for i, sp := range t.spots {
		begin, end := max(sp.title, 1), t.lastRow
		if sp.title == 0 {
			begin = sp.first
		}
		if i+1 < len(t.spots) {
			end = max(sp.last, sp.total)
		}
		before, own := t.sum(top, begin-1), t.sum(begin, end)
		if page += before; i > 0 && page+own > available && own <= available {
			if err := w.file.InsertPageBreak(t.name, cellName(1, begin)); err != nil {
				return err
			}
			page = 0
		}
		page, top = page+own, end+1
	}
	return nil
}

// sum is the height of the rows from one to another.
func (t *tab) sum(from, to int) float64 {
	h := 0.0
	for row := from; row <= to; row++ {
		h += t.height(row)
	}
	return h
}

// narrowest is the width below which columns that wrap are not read well.
const narrowest = 13

// shrink takes width from columns that wrap until cells print at the smallest size or more.
func (t *tab) shrink() {
	for t.scale()*sizeCell < smallest {
		widest := -1
		for i := range t.widths {
			if t.wraps(i) && t.widths[i] > max(t.least[i], narrowest) && (widest < 0 || t.widths[i] > t.widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return
		}
		t.widths[widest]--
	}
}

func (t *tab) wraps(col int) bool {
	for _, sp := range t.spots {
		if col < len(sp.Columns) && sp.Columns[col].Wrap {
			return true
		}
	}
	return false
}
