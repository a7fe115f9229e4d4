package sheet

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"konzept/report/book"
)

// inputs sets the validation of a sheet's input columns.
func (w *writer) inputs(t *tab) error {
	for _, sp := range t.spots {
		for i := range sp.Columns {
			dv := validation(&sp.Columns[i])
			if dv == nil {
				continue
			}
			dv.Sqref = cellName(i+1, sp.first) + ":" + cellName(i+1, sp.last)
			if err := w.file.AddDataValidation(t.name, dv); err != nil {
				return err
			}
		}
	}
	return nil
}

// validation is a column's rule for typed-in values, or nil.
func validation(c *book.Column) *excelize.DataValidation {
	if !c.Input || c.List == "" && c.Prompt == "" && c.Min == nil && c.Max == nil && c.Format != book.FmtDate {
		return nil
	}
	dv := excelize.NewDataValidation(true)
	switch {
	case c.List != "":
		dv.Type, dv.Formula1 = "list", listName(c.List)
	case c.Format == book.FmtDate:
		dv.Type, dv.Operator, dv.Formula1 = "date", "greaterThan", "1"
	case c.Min != nil || c.Max != nil:
		bound(dv, c)
	}
	if c.Prompt != "" {
		title, prompt := cut(c.Title, 32), c.Prompt
		dv.ShowInputMessage, dv.PromptTitle, dv.Prompt = true, &title, &prompt
	}
	if c.Error != "" && dv.Type != "" {
		title, message, stop := cut(c.Title, 32), c.Error, "stop"
		dv.ShowErrorMessage, dv.ErrorTitle, dv.Error, dv.ErrorStyle = true, &title, &message, &stop
	}
	return dv
}

func bound(dv *excelize.DataValidation, c *book.Column) {
	dv.Type = "decimal"
	if c.Format == book.FmtInt || c.Format == book.FmtYear {
		dv.Type = "whole"
	}
	number := func(f *float64) string { return strconv.FormatFloat(*f, 'f', -1, 64) }
	switch {
	case c.Max == nil:
		dv.Operator, dv.Formula1 = "greaterThanOrEqual", number(c.Min)
	case c.Min == nil:
		dv.Operator, dv.Formula1 = "lessThanOrEqual", number(c.Max)
	default:
		dv.Operator, dv.Formula1, dv.Formula2 = "between", number(c.Min), number(c.Max)
	}
}

func listName(name string) string { return "list_" + identifier(name) }

// writeLists puts each list into a column of a hidden sheet: a list written into the rule itself is cut at 255 characters and
// split at commas.
func (w *writer) writeLists() error {
	lists := w.plan.book.Lists
	if len(lists) == 0 {
		return nil
	}
	name, depth := w.plan.lists, 0
	for i, l := range lists {
		depth = max(depth, len(l.Values))
		cells := absolute(i+1, 2) + ":" + absolute(i+1, max(len(l.Values), 1)+1)
		if err := w.file.SetDefinedName(&excelize.DefinedName{Name: listName(l.Name), RefersTo: quoted(name) + cells}); err != nil {
			return err
		}
	}
	rows := make([][]any, depth+1)
	for r := range rows {
		rows[r] = make([]any, len(lists))
		for i, l := range lists {
			if r == 0 {
				rows[r][i] = l.Title
			} else if r <= len(l.Values) {
				rows[r][i] = l.Values[r-1]
			}
		}
	}
	return w.plain(name, rows)
}

// plain fills a hidden, locked sheet of texts.
func (w *writer) plain(name string, rows [][]any) error {
	width := 1
	for _, r := range rows {
		width = max(width, len(r))
	}
	if err := w.file.SetSheetDimension(name, "A1:"+cellName(width, max(len(rows), 1))); err != nil {
		return err
	}
	if err := w.file.ProtectSheet(name, &excelize.SheetProtectionOptions{SelectLockedCells: true}); err != nil {
		return err
	}
	sw, err := w.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i, r := range rows {
		if err := sw.SetRow(cellName(1, i+1), r); err != nil {
			return err
		}
	}
	return sw.Flush()
}
