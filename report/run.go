package report

import (
	"fmt"
	"path"
	"runtime"
	"strconv"
	"strings"
	"sync"

	"konzept/report/compose"
	"konzept/report/design"
	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/press"
	"konzept/report/proofread"
	"konzept/report/schema"
	"konzept/report/source"
	"konzept/report/typeface"
	"konzept/report/work"
)

// maker is what runs on its own: one document, one poster in one format, or one workbook.
type maker interface {
	make(b *build)
	common() *task
}

// task is what all makers share.
type task struct {
	job
	name     string // base name of its files, without edition and extension
	lang     string
	shop     *press.Shop // of editions for a press; nil: there is none
	compose  compose.Job
	out      diag.List
	outputs  []Output
	skipped  []string
	withheld []string // files that are not written because of findings of their own
	watch    stopwatch
	fault    error
	changes  proofread.Changes
}

func (t *task) common() *task { return t }

// run makes the outputs of all jobs, as many at a time as there are processors, and gathers them in the jobs' order.
func (b *build) run(jobs []job) error {
	if _, ok := b.date(); !ok {
		b.res.Findings.Add("no-report-date", diag.Span{File: projectFile})
		return nil
	}
	tasks := b.prepare(jobs)
	b.each(tasks)
	if err := b.gather(tasks); err != nil {
		return err
	}
	if len(b.Only) > 0 && len(b.res.Outputs) == 0 && !b.failed() {
		b.res.Findings.Add("nothing-selected", diag.Span{}, b.Only[0].Kind+"="+b.Only[0].ID,
			diag.Both("der Datensatz steht auf keiner Seite der verlangten Ausgaben", "the record stands on no page of the outputs asked for"))
	}
	return nil
}

// prepare reads templates and typefaces and splits the jobs into tasks; there are none if the templates are not ready.
func (b *build) prepare(jobs []job) []maker {
	if !b.checkFonts() {
		return nil
	}
	b.watch.start()
	b.readTemplates()
	b.designs = design.New(b.templates)
	b.composer = compose.New(b.templates, b.designs)
	b.fonts = typeface.New(b.faces())
	b.exceptions = b.hyphenations()
	if !b.designs.Ready(b.res.Report, b.lang(), &b.res.Findings) {
		return nil
	}
	var tasks []maker
	for _, j := range jobs {
		if tasks = append(tasks, j.split(b, b.task(j))...); len(tasks) > maxTasks {
			b.res.Findings.Add("too-many-outputs", j.place("template", "target"), j.template, strconv.Itoa(maxTasks))
			return nil
		}
	}
	b.watch.stop("compose")
	return tasks
}

// task completes a job with what all its tasks share.
func (b *build) task(j job) task {
	date, _ := b.date()
	t := task{job: j, name: j.file, lang: b.lang(), watch: stopwatch{now: b.Elapsed}}
	if t.lang != firstLang(b.res.Report) {
		t.name += "-" + t.lang
	}
	if b.Edition != "" {
		t.editions = []string{b.Edition}
	} else if b.First {
		t.editions = t.editions[:1]
	}
	t.compose = compose.Job{Files: b.Project, Job: design.Job{Target: j.target, Template: j.template, Report: b.res.Report.View(j.audience), Lang: t.lang, Date: date,
		Audience: audience(j.audience), At: j.place("template", "target")}}
	return t
}

// maxTasks is how many documents and posters one build makes: a series for every record of a large town, and no loop
// that has no end.
const maxTasks = 2000

// gather joins what the tasks made and found. Files of one name would overwrite each other.
func (b *build) gather(tasks []maker) error {
	first := map[string]*task{}
	for _, m := range tasks {
		t := m.common()
		if t.fault != nil {
			return t.fault
		}
		b.res.Findings.Findings = append(b.res.Findings.Findings, t.out.Findings...)
		b.res.Skipped = append(b.res.Skipped, t.skipped...)
		b.res.Withheld = append(b.res.Withheld, t.withheld...)
		b.changes.Join(&t.changes)
		for _, x := range t.watch.timings {
			b.watch.add(x.Stage, x.Took)
		}
		for _, o := range t.outputs {
			key := strings.ToLower(o.File)
			if other := first[key]; other != nil {
				f := b.res.Findings.Add("same-file-name", t.place("file", "target"), o.File)
				f.Notes = []diag.Note{{Code: "first-here", At: other.place("file", "target")}}
			}
			first[key] = t
			b.res.Outputs = append(b.res.Outputs, o)
		}
	}
	b.res.Changes = b.changes.Sorted()
	b.folder.trace()
	return nil
}

// each runs tasks on all processors. A panic is our fault, not the input's: it comes back as an error with its trace.
func (b *build) each(tasks []maker) {
	var mu sync.Mutex
	done := 0
	work.Each(runtime.GOMAXPROCS(0), len(tasks), func(i int) {
		t := tasks[i].common()
		t.watch.start()
		if fault := work.Guard(func() { tasks[i].make(b) }); fault != nil {
			t.fault = fmt.Errorf("internal error in %s: %w", t.name, fault)
		}
		mu.Lock()
		defer mu.Unlock()
		if done++; b.Progress != nil {
			b.Progress(Event{done, len(tasks), t.name})
		}
	})
}

// lang is the documents' language: the option's, else the data's first.
func (b *build) lang() string {
	if b.Lang != "" {
		return b.Lang
	}
	return firstLang(b.res.Report)
}

// firstLang is the first language of the data.
func firstLang(r *model.Report) string {
	if p := r.Single("project"); p != nil {
		if l := words(p, "languages"); len(l) > 0 {
			return l[0]
		}
	}
	return "de"
}

func audience(l schema.Level) string {
	return [...]string{schema.Public: "public", schema.Council: "council", schema.Office: "office"}[l]
}

// fileName makes a name that every system takes: no separators, no reserved signs, at most 100 characters.
func fileName(s string) string {
	s = path.Base("/" + s)
	s = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '-'
		}
		return r
	}, s)
	s = strings.Trim(s, " .-")
	if r := []rune(s); len(r) > 100 {
		s = string(r[:100])
	}
	switch {
	case s == "":
		return "konzept"
	case source.IsDevice(s):
		return "_" + s
	}
	return s
}
