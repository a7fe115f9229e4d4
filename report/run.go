package report

import (
	"bytes"
	"fmt"
	"path"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"konzept/report/compose"
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/export"
	"konzept/report/finish"
	"konzept/report/layout"
	"konzept/report/model"
	"konzept/report/page"
	"konzept/report/paint"
	"konzept/report/sheet"
	"konzept/report/work"
)

// task is what runs on its own: one document, one poster in one format, or one workbook.
type task struct {
	job      job
	name     string // base name of its files, without edition and extension
	stem     string // the name without the format
	format   string // of posters
	shop     *shop  // of the print edition
	lang     string
	compose  func(out *diag.List) *doc.Document
	book     bool
	compJob  compose.Job
	out      diag.List
	outputs  []Output
	skipped  []string
	withheld []string // files that are not written because of findings of their own
	watch    stopwatch
	fault    error
	editions []string
	changes  compose.Changes
}

// run makes the outputs of all jobs, as many at a time as there are processors, and gathers them in the jobs' order.
func (b *build) run(jobs []job) error {
	date, err := b.date()
	if err != nil {
		b.res.Findings.Add("no-report-date", diag.Span{File: projectFile})
		return nil
	}
	tasks := b.prepare(jobs, date)
	b.each(tasks, func(t *task) { b.perform(t, date) })
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
func (b *build) prepare(jobs []job, date model.Date) []*task {
	if !b.checkFonts() {
		return nil
	}
	b.watch.start()
	b.set = compose.Load(b.Templates, sub(b.Project, "templates"), &b.res.Findings)
	b.fonts = layout.NewFonts(b.faces())
	b.exceptions = b.hyphenations()
	if !b.set.Ready(compose.Job{Report: b.res.Report, Lang: b.lang()}, &b.res.Findings) {
		return nil
	}
	var tasks []*task
	for _, j := range jobs {
		if tasks = append(tasks, b.tasks(j, date)...); len(tasks) > maxTasks {
			b.res.Findings.Add("too-many-outputs", j.place("template", "target"), j.template, strconv.Itoa(maxTasks))
			return nil
		}
	}
	b.watch.stop("compose")
	return tasks
}

// maxTasks is how many documents and posters one build makes: a series for every record of a large town, and no loop
// that has no end.
const maxTasks = 2000

// gather joins what the tasks made and found. Files of one name would overwrite each other.
func (b *build) gather(tasks []*task) error {
	first := map[string]*job{}
	for _, t := range tasks {
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
			if j := first[key]; j != nil {
				f := b.res.Findings.Add("same-file-name", t.job.place("file", "target"), o.File)
				f.Notes = []diag.Note{{Code: "first-here", At: j.place("file", "target")}}
			}
			first[key] = &t.job
			b.res.Outputs = append(b.res.Outputs, o)
		}
	}
	b.res.Changes = b.changes.Sorted()
	b.trace()
	return nil
}

// each runs tasks on all processors. A panic is our fault, not the input's: it comes back as an error with its trace.
func (b *build) each(tasks []*task, do func(*task)) {
	var mu sync.Mutex
	done := 0
	work.Each(runtime.GOMAXPROCS(0), len(tasks), func(i int) {
		t := tasks[i]
		if fault := work.Guard(func() { do(t) }); fault != nil {
			t.fault = fmt.Errorf("internal error in %s: %w", t.name, fault)
		}
		mu.Lock()
		defer mu.Unlock()
		if done++; b.Progress != nil {
			b.Progress(Event{done, len(tasks), t.name})
		}
	})
}

// tasks splits a job: posters into one task for each record and format.
func (b *build) tasks(j job, date model.Date) []*task {
	lang := b.lang()
	cj := compose.Job{Target: j.target, Template: j.template, Report: b.res.Report.View(j.audience), Lang: lang, Date: date,
		Audience: audience(j.audience), Files: b.Project, At: j.place("template", "target")}
	base := j.file
	if lang != b.firstLang() {
		base += "-" + lang
	}
	editions := j.editions
	if b.Edition != "" {
		editions = []string{b.Edition}
	} else if b.First {
		editions = editions[:1]
	}
	plain := task{job: j, name: base, stem: base, lang: lang, compJob: cj, editions: editions, watch: stopwatch{now: b.Elapsed}}
	if slices.Contains(editions, "print") && j.kind != workbook {
		plain.shop = b.shopOf(&j)
	}
	switch j.kind {
	case workbook:
		t := plain
		t.book = true
		if len(b.Only) > 0 { // the whole workbook or none: its sums belong together
			b.res.Skipped = append(b.res.Skipped, t.name)
			return nil
		}
		return []*task{&t}
	case poster:
		return b.posters(plain)
	}
	return b.documents(plain)
}

// documents are one task, or one for each record of the template's list.
func (b *build) documents(plain task) []*task {
	var tasks []*task
	named := map[string]int{}
	for i, name := range b.set.Names(plain.compJob, &b.res.Findings) {
		t := plain
		t.compJob.Record = i
		if name != "" {
			name = fileName(strings.ReplaceAll(name, "/", "-")) // XVIII/0354
			key := strings.ToLower(name)
			if named[key]++; named[key] > 1 { // records may have one name: two workshops on the same subject
				name += "-" + strconv.Itoa(named[key])
			}
			t.name += "-" + name
			t.stem = t.name
		}
		t.compJob.Changes = &t.changes
		cj := t.compJob
		t.compose = func(out *diag.List) *doc.Document { return b.set.Document(cj, out) }
		tasks = append(tasks, &t)
	}
	return tasks
}

// posters composes the job's posters at once, since they are small, and lays each out on its own.
func (b *build) posters(plain task) []*task {
	var tasks []*task
	for _, format := range plain.job.formats {
		cj := plain.compJob
		cj.Format, cj.Changes = format, &b.changes
		for _, d := range b.set.Posters(cj, &b.res.Findings) {
			if !b.wanted(d) {
				continue
			}
			t := plain
			t.stem, t.format = plain.name+"-"+fileName(posterName(d)), format
			t.name = t.stem + "-" + format
			t.compose = func(*diag.List) *doc.Document { return d }
			tasks = append(tasks, &t)
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

// perform runs one task through the stages. Layout runs once; editions differ from paint on.
func (b *build) perform(t *task, date model.Date) {
	t.watch.start()
	if t.book {
		b.workbook(t)
		return
	}
	pages := b.lay(t)
	if pages == nil {
		if t.out.Errors(b.Strict) {
			t.withheld = append(t.withheld, t.name+".pdf")
		}
		return
	}
	if t.job.kind == document && len(b.Only) > 0 {
		if pages = b.chosen(pages); pages == nil {
			t.skipped = append(t.skipped, t.name)
			return
		}
	}
	var compact *page.Document // no edition but that of a press has blank pages
	for _, e := range t.editions {
		set := pages
		if !editions[e].X {
			if compact == nil {
				compact = pages.Compact()
			}
			set = compact
		}
		before, made := len(t.out.Findings), len(t.outputs)
		b.edition(t, set, e, date)
		if own := (diag.List{Findings: t.out.Findings[before:]}); own.Errors(b.Strict) {
			for _, o := range t.outputs[made:] {
				t.withheld = append(t.withheld, o.File)
			}
			t.outputs = t.outputs[:made]
		}
	}
}

// lay composes a task's document and lays it out; nil if there is none or errors forbid it.
func (b *build) lay(t *task) *page.Document {
	d := t.compose(&t.out)
	t.watch.stop("compose")
	if d == nil || t.out.Errors(b.Strict) {
		return nil
	}
	how := b.setting()
	if t.shop != nil {
		t.shop.widen(d)
		how.MinPPI = 1 // the shop judges pictures
	}
	pages := layout.Pages(d, b.fonts, how, &t.out)
	t.watch.stop("layout")
	if pages == nil || t.out.Errors(b.Strict) {
		return nil
	}
	if len(pages.Pages) == 0 {
		t.out.Add("empty-document", t.job.place("template", "target"), t.name)
		return nil
	}
	return pages
}

// setting is how all documents are laid out.
func (b *build) setting() layout.Options {
	return layout.Options{Protrude: true, Expand: 20, Exceptions: b.exceptions}
}

func (b *build) edition(t *task, pages *page.Document, name string, date model.Date) {
	e, ok := editions[name]
	if !ok {
		t.out.Add("unknown-edition", t.job.place("editions", "target"), name)
		return
	}
	file, meta := fileName(t.name)+suffixes[name], finish.Meta{Creator: "konzept", Producer: "konzept " + b.Version, Created: midnight(date)}
	var facts pressFacts
	if name == "print" {
		if t.shop == nil { // an error has said that there is none of that name
			return
		}
		facts = b.press(t, pages, &e, date)
		file, meta.Intent = t.shop.fileName(t, pages, date, b.state())+suffixes[name], t.shop.printing()
	}
	if name == "copy" {
		layout.Copied(pages, &t.out)
	}
	if t.job.attach {
		public := export.JSON(b.res.Report.View(model.Public))
		meta.Attach = &finish.Attachment{Name: "data.json", Type: "application/json", Description: pages.Title, Data: public}
	}
	drawn, err := paint.PDF(pages, e)
	t.watch.stop("paint")
	if err != nil {
		t.fault = fmt.Errorf("paint %s: %w", t.name, err)
		return
	}
	data, faults, err := finish.PDF(pages, drawn, e, meta)
	t.watch.stop("finish")
	if err != nil {
		t.fault = fmt.Errorf("finish %s: %w", t.name, err)
		return
	}
	file += ".pdf"
	if len(faults) > 0 {
		withdrawn(&t.out, file, faults)
	}
	out := Output{Target: t.job.target, Edition: name, Lang: t.lang, File: file, Pages: len(pages.Pages), Data: data}
	t.outputs = append(t.outputs, out)
	if name == "print" && !b.First {
		facts.faces = faceNames(drawn)
		if err := b.sheet(t, out, pages, facts, date); err != nil {
			t.fault = fmt.Errorf("print data sheet of %s: %w", t.name, err)
		}
	}
}

// withdrawn says that a file claims no conformance, on which page the first broken rule is, and which rules are broken.
func withdrawn(out *diag.List, file string, faults []diag.Finding) {
	f := out.Add("claim-withdrawn", diag.Span{}, file, diag.Counted(int64(len(faults)), "Regel ist", "Regeln sind", "rule is", "rules are"))
	f.Page = faults[0].Page
	for _, x := range faults[:min(len(faults), 10)] {
		f.Notes = append(f.Notes, diag.Note{Code: x.Code, Args: x.Args})
	}
}

func (b *build) workbook(t *task) {
	for _, e := range t.editions {
		if e != "screen" {
			t.skipped = append(t.skipped, e+" "+t.job.target)
			return
		}
	}
	k := b.set.Book(t.compJob, &t.out)
	t.watch.stop("compose")
	if k == nil || t.out.Errors(b.Strict) {
		t.withheld = append(t.withheld, t.name+".xlsx")
		return
	}
	data, err := sheet.Write(k, &t.out)
	t.watch.stop("sheet")
	if err != nil {
		t.fault = fmt.Errorf("sheet %s: %w", t.name, err)
		return
	}
	if !bytes.HasPrefix(data, []byte("PK")) || t.out.Errors(b.Strict) { // a finding says why
		t.withheld = append(t.withheld, t.name+".xlsx")
		return
	}
	t.outputs = append(t.outputs, Output{Target: t.job.target, Edition: "screen", Lang: t.lang, File: fileName(t.name) + ".xlsx", Pages: len(k.Sheets), Data: data})
}

// midnight is the start of the report date, the instant that files carry: nobody's clock.
func midnight(d model.Date) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// lang is the documents' language: the option's, else the data's first.
func (b *build) lang() string {
	if b.Lang != "" {
		return b.Lang
	}
	return b.firstLang()
}

func (b *build) firstLang() string {
	if p := b.res.Report.Single("project"); p != nil {
		if l := words(p, "languages"); len(l) > 0 {
			return l[0]
		}
	}
	return "de"
}

func audience(l model.Level) string {
	return [...]string{model.Public: "public", model.Council: "council", model.Office: "office"}[l]
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
	case model.IsDevice(s):
		return "_" + s
	}
	return s
}
