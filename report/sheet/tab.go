package sheet

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"konzept/report/book"
)

// writeTab writes one sheet. The order is excelize's: properties and dimension before the stream begins, panes and widths
// before the first row, everything else before Flush, after which changes are lost without a word.
func (w *writer) writeTab(t *tab) error {
	for _, step := range []func(*tab) error{w.view, w.paper, w.rules, w.inputs, w.calm, w.charts, w.protect, w.links} {
		if err := step(t); err != nil {
			return err
		}
	}
	sw, err := w.file.NewStreamWriter(t.name)
	if err != nil {
		return err
	}
	for _, step := range []func(*tab, *excelize.StreamWriter) error{w.columns, w.heading, w.regions, w.table} {
		if err := step(t, sw); err != nil {
			return err
		}
	}
	return sw.Flush()
}

// view sets what belongs to the sheet as a whole.
func (w *writer) view(t *tab) error {
	no := false
	fit := t.fits()
	props := &excelize.SheetPropsOptions{FitToPage: &fit}
	if rgb := w.styles.rgb(t.Tab); rgb != "" {
		rgb = "FF" + rgb // ARGB
		props.TabColorRGB = &rgb
	}
	if err := w.file.SetSheetProps(t.name, props); err != nil {
		return err
	}
	if err := w.file.SetSheetDimension(t.name, "A1:"+cellName(max(t.lastCol, 1), max(t.lastRow, 1))); err != nil {
		return err
	}
	return w.file.SetSheetView(t.name, 0, &excelize.ViewOptions{ShowGridLines: &no})
}

// protect locks the sheet without a password; filters, column widths and row heights stay free.
func (w *writer) protect(t *tab) error {
	if !t.Protect {
		return nil
	}
	return w.file.ProtectSheet(t.name, &excelize.SheetProtectionOptions{AutoFilter: true, Sort: true, FormatColumns: true, FormatRows: true,
		SelectLockedCells: true, SelectUnlockedCells: true})
}

// calm keeps Excel from marking right cells with green triangles: codes such as 1.10 are text on purpose, formulas may differ
// from their neighbours, and input cells may be empty.
func (w *writer) calm(t *tab) error {
	cells := "A1:" + cellName(max(t.lastCol, 1), max(t.lastRow, 1))
	for _, kind := range []excelize.IgnoredErrorsType{excelize.IgnoredErrorsNumberStoredAsText, excelize.IgnoredErrorsTwoDigitTextYear,
		excelize.IgnoredErrorsFormula, excelize.IgnoredErrorsFormulaRange, excelize.IgnoredErrorsEmptyCellReference,
		excelize.IgnoredErrorsUnlockedFormula, excelize.IgnoredErrorsCalculatedColumn} {
		if err := w.file.AddIgnoredErrors(t.name, cells, kind); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) links(t *tab) error {
	for _, sp := range t.spots {
		for i, row := range sp.Rows {
			for j := range row {
				if err := w.link(t, cellName(j+1, sp.first+i), row[j].Link); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (w *writer) link(t *tab, cell, target string) error {
	if target == "" {
		return nil
	}
	inside, ok := strings.CutPrefix(target, "#")
	if !ok {
		return w.file.SetCellHyperLink(t.name, cell, target, "External")
	}
	for _, to := range w.plan.tabs {
		if cmp.Or(to.Key, to.Name) == inside {
			return w.file.SetCellHyperLink(t.name, cell, quoted(to.name)+"A1", "Location")
		}
	}
	return nil
}

// columns sets widths, hides the ids and freezes the header of a data sheet.
func (w *writer) columns(t *tab, sw *excelize.StreamWriter) error {
	for i, chars := range t.widths {
		// 5 px of padding in columns whose digits are 7 px wide (ECMA-376 18.3.1.13).
		if err := sw.SetColWidth(i+1, i+1, float64(chars)+0.7109375); err != nil {
			return err
		}
	}
	for i, chars := range t.widths {
		if chars > 0 {
			continue
		}
		if err := sw.SetColVisible(i+1, i+1, false); err != nil {
			return err
		}
	}
	for _, sp := range t.spots {
		if n := sp.width(); n > len(t.widths) {
			if err := sw.SetColVisible(n, n, false); err != nil {
				return err
			}
		}
	}
	head := t.frozen()
	if head == 0 {
		return nil
	}
	pane := "bottomLeft"
	if t.Freeze > 0 {
		pane = "bottomRight"
	}
	return sw.SetPanes(&excelize.Panes{Freeze: true, XSplit: t.Freeze, YSplit: head, TopLeftCell: cellName(t.Freeze+1, head+1), ActivePane: pane})
}

// frozen is the header row that stays on screen and page: that of the only region.
func (t *tab) frozen() int {
	if len(t.spots) != 1 {
		return 0
	}
	return t.spots[0].head
}

// heading writes title, stand and note.
func (w *writer) heading(t *tab, sw *excelize.StreamWriter) error {
	b := w.plan.book
	lines := []struct {
		row    int
		text   string
		format cellFormat
	}{
		{1, t.Title, cellFormat{size: sizeTitle, bold: true, ink: w.styles.rgb("accent"), middle: true}},
		{t.stand, joined(b.Stand, b.Label), cellFormat{size: sizeSmall, ink: w.styles.rgb("soft")}},
		{t.note, t.Note, cellFormat{size: sizeCell, wrap: true}},
	}
	for _, l := range lines {
		if l.row == 0 || l.text == "" {
			continue
		}
		id, err := w.styles.id(l.format)
		if err != nil {
			return err
		}
		if l.row == t.note {
			if err := sw.MergeCell(cellName(1, l.row), cellName(max(t.noteCols(), 1), l.row)); err != nil {
				return err
			}
		}
		if err := sw.SetRow(cellName(1, l.row), []any{excelize.Cell{StyleID: id, Value: l.text}}, excelize.RowOpts{Height: t.height(l.row)}); err != nil {
			return err
		}
	}
	return nil
}

func joined(a, b string) string {
	if a != "" && b != "" {
		return a + " · " + b
	}
	return a + b
}

// table turns the sheet's filtered region into a named table.
func (w *writer) table(t *tab, sw *excelize.StreamWriter) error {
	for _, sp := range t.spots {
		if !sp.Filter {
			continue
		}
		no := false
		return sw.AddTable(&excelize.Table{Range: cellName(1, sp.head) + ":" + cellName(sp.width(), sp.last), Name: w.tableName(sp.Name), ShowRowStripes: &no})
	}
	return nil
}

// tableName makes a region's name one that no cell and no other table has, such as t_costs.
func (w *writer) tableName(region string) string {
	name := "t_" + identifier(region)
	for unique, i := name, 2; ; i++ {
		if !w.tables[strings.ToLower(unique)] {
			w.tables[strings.ToLower(unique)] = true
			return unique
		}
		unique = name + "_" + strconv.Itoa(i)
	}
}

// identifier is a name in the letters that names of tables and lists may have.
func identifier(name string) string {
	clean := strings.Map(func(r rune) rune {
		if r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return '_'
	}, name)
	return cmp.Or(clean, "_")
}

// rules sets conditional formats.
func (w *writer) rules(t *tab) error {
	for _, sp := range t.spots {
		for _, r := range sp.Rules {
			if err := w.rule(sp, r); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *writer) rule(sp *spot, r book.Rule) error {
	i := sp.Column(r.Column)
	if i < 0 {
		return errReference(r.Column)
	}
	cells := cellName(i+1, sp.first) + ":" + cellName(i+1, sp.last)
	if r.Bar {
		kind, full := "num", "1"
		if sp.Columns[i].Format != book.FmtPercent {
			kind, full = "max", "" // the longest bar is the largest number
		}
		return w.file.SetConditionalFormat(sp.tab.name, cells, []excelize.ConditionalFormatOptions{{Type: "data_bar", Criteria: "=",
			MinType: "num", MinValue: "0", MaxType: kind, MaxValue: full, BarColor: "#" + cmp.Or(w.styles.rgb(r.Fill), w.styles.rgb("accent"))}})
	}
	id, err := w.styles.rule(r, sp.Columns[i].Format, places(sp.Rows, sp.Total, i))
	if err != nil {
		return err
	}
	opt := excelize.ConditionalFormatOptions{Type: "cell", Criteria: "==", Value: `"` + strings.ReplaceAll(r.Equals, `"`, `""`) + `"`, Format: &id}
	if r.Formula != "" {
		f, err := w.plan.formula(r.Formula, sp, sp.first, i+1)
		if err != nil {
			return err
		}
		opt = excelize.ConditionalFormatOptions{Type: "formula", Criteria: f, Format: &id}
	}
	return w.file.SetConditionalFormat(sp.tab.name, cells, []excelize.ConditionalFormatOptions{opt})
}
