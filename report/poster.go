package report

import (
	"konzept/report/doc"
	"konzept/report/page"
	"konzept/report/poster"
)

// posterTask is a task that makes one poster of one size in its editions.
type posterTask struct {
	task
	stem   string // its files' name without the size
	format string
	doc    *doc.Document
}

// posters composes the job's posters at once, since they are small, and lays each out on its own.
func (b *build) posters(plain task) []maker {
	b.widen(&plain)
	var tasks []maker
	for _, format := range plain.formats {
		cj := plain.compose
		cj.Format, cj.Changes = format, &b.changes
		for _, d := range poster.Make(b.templates, b.designs, b.composer, cj, &b.res.Findings) {
			if !b.wanted(d) {
				continue
			}
			t := &posterTask{plain, plain.name + "-" + fileName(posterName(d)), format, d}
			t.name = t.stem + "-" + format
			t.compose = cj
			t.compose.Changes = &t.changes // its data sheet is composed while other tasks run
			tasks = append(tasks, t)
		}
	}
	return tasks
}

func posterName(d *doc.Document) string {
	if len(d.Posters) > 0 {
		return d.Posters[0].Name
	}
	return d.Title
}

func (t *posterTask) pages(b *build) *page.Document { return b.lay(&t.task, t.doc) }

func (t *posterTask) make(b *build) {
	b.print(&t.task, t.pages(b), b.order(t.stem, t.format))
}
