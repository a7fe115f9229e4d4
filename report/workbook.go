package report

import (
	"bytes"
	"fmt"

	"konzept/report/sheet"
	"konzept/report/workbook"
)

// workbookTask is a task that makes one Excel file.
type workbookTask struct{ task }

// workbooks are one task, or none beside chosen records: a workbook's sums belong together.
func (b *build) workbooks(t task) []maker {
	if len(b.Only) > 0 {
		b.res.Skipped = append(b.res.Skipped, t.name)
		return nil
	}
	return []maker{&workbookTask{t}}
}

func (t *workbookTask) make(b *build) {
	for _, e := range t.editions {
		if e != onScreen {
			t.skipped = append(t.skipped, e+" "+t.target)
			return
		}
	}
	file := t.name + ".xlsx"
	k := workbook.Make(b.templates, b.designs, t.compose.Job, &t.out)
	t.watch.stop("compose")
	if k == nil || t.out.Errors(b.Strict) {
		t.withheld = append(t.withheld, file)
		return
	}
	data, err := sheet.Write(k, &t.out)
	t.watch.stop("sheet")
	if err != nil {
		t.fault = fmt.Errorf("sheet %s: %w", t.name, err)
		return
	}
	if !bytes.HasPrefix(data, []byte("PK")) || t.out.Errors(b.Strict) { // a finding says why
		t.withheld = append(t.withheld, file)
		return
	}
	t.outputs = append(t.outputs, Output{Target: t.target, Edition: onScreen, Lang: t.lang, File: fileName(t.name) + ".xlsx", Pages: len(k.Sheets), Data: data})
}
