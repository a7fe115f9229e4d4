// Package report runs the pipeline: a project's YAML and templates in, finished files out.
//
// It never touches a disk, a clock or a network: files come as fs.FS, time and progress as functions, results as bytes.
//
//	YAML -> source.Parse/Merge -> model.Check -> model.View -> compose.Document -> layout.Pages -> paint.PDF -> finish.PDF
//	                                                view -> workbook.Make -> sheet.Write -> xlsx
package report

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path"
	"strings"
	"time"

	"konzept/report/compose"
	"konzept/report/design"
	"konzept/report/diag"
	"konzept/report/hyphen"
	"konzept/report/lint"
	"konzept/report/model"
	"konzept/report/press"
	"konzept/report/proofread"
	"konzept/report/template"
	"konzept/report/typeface"
)

// Options are what a run takes from the outside. The zero value of a field means its default.
type Options struct {
	Project   fs.FS                // holds data/, and may hold templates/ and fonts/
	Templates fs.FS                // the built-in templates
	Fonts     fs.FS                // the built-in typefaces
	Targets   []string             // names of targets; empty: what the project's outputs list
	Edition   string               // one edition for all targets; empty: what each output lists
	First     bool                 // of each output only the first edition that it lists
	Only      []Selection          // records whose pages or files are wanted; empty: everything
	Lang      string               // language of the documents; empty: the data's first
	Date      model.Date           // report date; zero: project.report_date
	Strict    bool                 // warnings stop the build as errors do
	Version   string               // for the producer entry
	Elapsed   func() time.Duration // stopwatch for timings; nil: none are taken
	Progress  func(Event)          // told when an output begins and ends; nil: nobody
}

// Selection is one --only KIND=ID.
type Selection struct{ Kind, ID string }

// Event tells how far a run is.
type Event struct {
	Done, Of int
	Output   string
}

// Output is one finished file.
type Output struct {
	Target, Edition, Lang string // the edition of a print data sheet is "sheet"
	File                  string // name within the output folder, slashes
	Pages                 int    // pages or sheets
	Data                  []byte
}

// SHA256 is the output's hash in hexadecimal.
func (o *Output) SHA256() string {
	sum := sha256.Sum256(o.Data)
	return hex.EncodeToString(sum[:])
}

// Timing is how long one stage took, summed over all outputs.
type Timing struct {
	Stage string
	Took  time.Duration
}

// Result is what a run made and found. Outputs are empty if there are errors in data or templates.
type Result struct {
	Outputs  []Output
	Skipped  []string // "copy of progress": editions that a target does not have
	Withheld []string // names of files that errors of their own forbid
	Findings diag.List
	Changes  []proofread.Change // what micro-typography changed in texts, by place
	Timings  []Timing
	Report   *model.Report     // nil if the data could not be read at all
	Sources  map[string][]byte // data files by name

	templates *template.Set
	files     fs.FS
}

// Source returns the bytes of a file that findings name, for excerpts.
func (r *Result) Source(name string) []byte {
	if data, ok := r.Sources[name]; ok {
		return data
	}
	if r.templates != nil && strings.HasPrefix(name, "templates/") {
		return r.templates.Source(name)
	}
	if (path.Ext(name) == ".md" || name == HyphenationFile) && fs.ValidPath(name) { // a long text that the data point to
		data, _ := fs.ReadFile(r.files, name)
		return data
	}
	return nil
}

// Read takes a project's data through source and model: the part of the pipeline that every command needs.
func Read(o Options) *Result {
	b := newBuild(o)
	b.read()
	b.res.Timings = b.watch.timings
	return b.res
}

// Build makes every output asked for. All findings of all stages are in the result; with an error in data or templates among
// them no output is, and an output with an error of its own is not.
func Build(o Options) (*Result, error) {
	b := newBuild(o)
	b.read()
	b.folder.surroundings(b.res.Report)
	if b.res.Report == nil || b.failed() {
		b.readTemplates()
		return b.finish(), nil
	}
	jobs := b.plan()
	if !b.find() || b.failed() {
		return b.finish(), nil
	}
	if err := b.run(jobs); err != nil {
		return nil, err
	}
	return b.finish(), nil
}

// Check finds everything that a build would find and returns no output.
func Check(o Options) (*Result, error) {
	r, err := Build(o)
	if r != nil {
		r.Outputs = nil
	}
	return r, err
}

// build is one run's state.
type build struct {
	Options
	res    *Result
	folder folder // of the project
	watch  stopwatch

	templates *template.Set
	designs   *design.Set
	composer  *compose.Set

	exceptions *hyphen.Exceptions
	changes    proofread.Changes
	typefaces  []*fontFile // the project's own
	fonts      *typeface.Fonts
	shops      map[string]*press.Shop // by name; nil: there is none of that name
}

func newBuild(o Options) *build {
	res := &Result{Sources: map[string][]byte{}, files: o.Project}
	return &build{Options: o, res: res, folder: folder{o.Project, res.Sources, &res.Findings}, watch: stopwatch{now: o.Elapsed}, shops: map[string]*press.Shop{}}
}

// read parses, merges and checks the data.
func (b *build) read() {
	b.watch.start()
	nodes, torn := b.folder.parse()
	b.watch.stop("source")
	if len(nodes) == 0 {
		return
	}
	root := b.folder.merge(nodes)
	if root != nil {
		b.res.Report = model.Check(root, b.Project, model.CheckOptions{Date: b.Date, Lang: b.Lang, Torn: torn}, &b.res.Findings)
		b.Lang = b.res.Report.Spoken(b.Lang)
		if !torn { // most of what records lack from each other would stand in the file that cannot be read
			lint.Check(b.res.Report, b.Lang, &b.res.Findings)
		}
		b.folder.emptied()
	}
	b.watch.stop("model")
}

// readTemplates reads the templates even though the data has errors, so that one run reports everything.
func (b *build) readTemplates() {
	b.templates = template.New(b.Templates, sub(b.Project, "templates"), compose.Directives(), &b.res.Findings)
	if r := b.res.Report; r != nil {
		b.templates.Follow(r.Schema)
	}
}

func (b *build) failed() bool { return b.res.Findings.Stops(b.Strict) }

func (b *build) finish() *Result {
	if b.failed() {
		b.res.Outputs, b.res.Withheld = nil, nil
	}
	b.res.Timings, b.res.templates = b.watch.timings, b.templates
	return b.res
}

// date is the report date, if there is one: the option's, else the project's.
func (b *build) date() (model.Date, bool) {
	if b.Date != (model.Date{}) {
		return b.Date, true
	}
	if p := b.res.Report.Single("project"); p != nil {
		if v, ok := p.Value("report_date"); ok {
			d, ok := v.V.(model.Date)
			return d, ok
		}
	}
	return model.Date{}, false
}

// stopwatch sums the time of stages.
type stopwatch struct {
	now     func() time.Duration
	last    time.Duration
	timings []Timing
}

func (w *stopwatch) start() {
	if w.now != nil {
		w.last = w.now()
	}
}

// stop adds the time since the last start or stop to a stage.
func (w *stopwatch) stop(stage string) {
	if w.now == nil {
		return
	}
	t := w.now()
	w.add(stage, t-w.last)
	w.last = t
}

func (w *stopwatch) add(stage string, took time.Duration) {
	for i := range w.timings {
		if w.timings[i].Stage == stage {
			w.timings[i].Took += took
			return
		}
	}
	w.timings = append(w.timings, Timing{stage, took})
}

// sub is a folder of a file system, or nil if it is not there.
func sub(f fs.FS, dir string) fs.FS {
	if f == nil {
		return nil
	}
	if info, err := fs.Stat(f, dir); err != nil || !info.IsDir() {
		return nil
	}
	s, err := fs.Sub(f, dir)
	if err != nil {
		return nil
	}
	return s
}
