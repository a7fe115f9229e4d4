package report

import (
	"strconv"
	"strings"

	"konzept/report/doc"
	"konzept/report/layout"
	"konzept/report/page"
)

// documentTask is a task that makes one document in its editions.
type documentTask struct{ task }

// documents are one task, or one for each record of the template's list.
func (b *build) documents(plain task) []maker {
	b.widen(&plain)
	var tasks []maker
	named := map[string]int{}
	for i, name := range b.composer.Names(plain.compose, &b.res.Findings) {
		t := &documentTask{plain}
		t.compose.Record = i
		if name != "" {
			name = fileName(strings.ReplaceAll(name, "/", "-")) // XVIII/0354
			key := strings.ToLower(name)
			if named[key]++; named[key] > 1 { // records may have one name: two workshops on the same subject
				name += "-" + strconv.Itoa(named[key])
			}
			t.name += "-" + name
		}
		t.compose.Changes = &t.changes
		tasks = append(tasks, t)
	}
	return tasks
}

// pages composes the document and lays it out.
func (t *documentTask) pages(b *build) *page.Document {
	d := b.composer.Document(t.compose, &t.out)
	t.watch.stop("compose")
	return b.lay(&t.task, d)
}

func (t *documentTask) make(b *build) {
	pages := t.pages(b)
	if pages != nil && len(b.Only) > 0 {
		if pages = b.chosen(pages); pages == nil {
			t.skipped = append(t.skipped, t.name)
			return
		}
	}
	b.print(&t.task, pages, b.order(t.name, ""))
}

// lay sets a task's document in pages; nil if there is none or errors forbid it.
func (b *build) lay(t *task, d *doc.Document) *page.Document {
	if d == nil || t.out.Errors(b.Strict) {
		return nil
	}
	how := b.setting()
	if t.shop != nil {
		how.MinPPI = 1 // the shop judges pictures
	}
	pages := layout.Pages(d, b.fonts, how, &t.out)
	t.watch.stop("layout")
	if pages == nil || t.out.Errors(b.Strict) {
		return nil
	}
	if len(pages.Pages) == 0 {
		t.out.Add("empty-document", t.place("template", "target"), t.name)
		return nil
	}
	return pages
}

// setting is how all documents are laid out.
func (b *build) setting() layout.Options {
	return layout.Options{Protrude: true, Expand: 20, Exceptions: b.exceptions}
}
