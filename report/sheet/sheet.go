// Package sheet writes a workbook as xlsx and reads it back.
//
// It never decides what a workbook holds or says: sheets, columns, words and rules come with the book.
package sheet

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"konzept/report/book"
	"konzept/report/diag"
)

// Write makes the xlsx file of a book: the same book gives the same bytes. With an error among the findings it makes none.
// The error return is for our own faults.
func Write(b *book.Book, out *diag.List) ([]byte, error) {
	p := newPlan(b)
	n := len(out.Findings)
	p.check(out)
	if found := (&diag.List{Findings: out.Findings[n:]}); found.Errors(false) {
		return nil, nil
	}
	w, err := newWriter(p)
	if err != nil {
		return nil, err
	}
	defer w.file.Close()
	data, err := w.write()
	if err != nil {
		return nil, fmt.Errorf("sheet: %w", err)
	}
	return data, nil
}

// writer holds the open file while its sheets are written.
type writer struct {
	plan   *plan
	file   *excelize.File
	styles *styles
	parts  *parts
	tables map[string]bool // names taken
}

func newWriter(p *plan) (*writer, error) {
	w := &writer{plan: p, file: excelize.NewFile(), parts: &parts{lang: p.book.Lang}, tables: map[string]bool{}}
	w.file.SetZipWriter(w.parts.open)
	var err error
	w.styles, err = newStyles(w.file, p.book)
	return w, err
}

// write adds the sheets in their order, then the hidden ones, then what belongs to the whole file.
func (w *writer) write() ([]byte, error) {
	if err := w.addSheets(); err != nil {
		return nil, err
	}
	for _, t := range w.plan.tabs {
		if err := w.writeTab(t); err != nil {
			return nil, fmt.Errorf("%s: %w", t.name, err)
		}
	}
	for _, step := range []func() error{w.writeLists, w.writeManifest, w.writeProperties} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	w.styles.separate()
	if _, err := w.file.WriteToBuffer(); err != nil {
		return nil, err
	}
	return w.parts.pack()
}

// addSheets makes all tabs before any is filled, so that formulas and names may point ahead. Which of them show is said here
// too: asked later, excelize would parse the streamed sheets again.
func (w *writer) addSheets() error {
	var names, hidden []string
	for _, t := range w.plan.tabs {
		names = append(names, t.name)
		if t.Hidden {
			hidden = append(hidden, t.name)
		}
	}
	if len(w.plan.book.Lists) > 0 {
		names = append(names, w.plan.lists)
		hidden = append(hidden, w.plan.lists)
	}
	if err := w.file.SetSheetName("Sheet1", names[0]); err != nil {
		return err
	}
	for _, name := range append(names[1:], w.plan.manifest) {
		if _, err := w.file.NewSheet(name); err != nil {
			return err
		}
	}
	w.file.SetActiveSheet(0)
	for _, name := range hidden {
		if err := w.file.SetSheetVisible(name, false); err != nil {
			return err
		}
	}
	return w.file.SetSheetVisible(w.plan.manifest, false, true)
}

// writeProperties says who made the file and when; the date is the report's, since the clock is never read.
func (w *writer) writeProperties() error {
	b := w.plan.book
	props := &excelize.DocProperties{Title: b.Title, Subject: b.Subject, Creator: b.Author, LastModifiedBy: b.Author, Language: b.Lang}
	if b.Date != "" {
		props.Created = b.Date + "T00:00:00Z"
		props.Modified = props.Created
	}
	if err := w.file.SetDocProps(props); err != nil {
		return err
	}
	return w.file.SetAppProps(&excelize.AppProperties{Application: "konzept", AppVersion: "1.0000"})
}
