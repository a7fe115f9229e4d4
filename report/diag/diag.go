// Package diag says what is wrong, where, and what to do about it. It is the only home of wording, German and English.
//
// It never decides whether something is wrong: stages make findings, this package words, sorts and prints them.
package diag

// Span is a byte range of a file. Line and column are computed only when a finding is printed.
type Span struct {
	File     string // slash path relative to the project, or "templates/…" for a built-in
	From, To int32  // bytes; To is exclusive; both 0 means the file as a whole
}

// Known tells whether the span names a file.
func (s Span) Known() bool { return s.File != "" }

// Severity of a code. Each code has one severity; --strict turns warnings into errors, and leaves hints.
type Severity uint8

const (
	Warning Severity = iota // outputs are written, exit 0
	Error                   // nothing of the whole build is written, or of the output that it concerns; exit 1
	Hint                    // nothing is wrong: what the data could also say; never an error
)

// Code is the stable name of a class of findings, such as "unknown-key". It never changes once published.
type Code string

// Finding is one thing that is wrong.
type Finding struct {
	Code  Code
	At    Span
	Args  []string // fill {0}, {1}, … of the wording
	Path  string   // data path, such as measures[M 1.2].lead, or empty
	Page  int      // page of the output, 1-based, or 0
	Notes []Note   // further places that explain the finding
	Count int      // how many findings of its code about its field there are in its file, if this one stands for all
}

// Note is a further place with its own wording, such as "first defined here".
type Note struct {
	Code Code
	At   Span
	Args []string
}

// List collects findings. The zero value is ready to use.
type List struct{ Findings []Finding }

// Add appends a finding.
func (l *List) Add(code Code, at Span, args ...string) *Finding {
	l.Findings = append(l.Findings, Finding{Code: code, At: at, Args: args})
	return &l.Findings[len(l.Findings)-1]
}

// Errors tells whether the list holds an error; with strict, any finding is one.
func (l *List) Errors(strict bool) bool {
	for _, f := range l.Findings {
		if fails(f.Code, strict) {
			return true
		}
	}
	return false
}

// Stops tells whether the list holds an error of data or templates, which forbids every output.
func (l *List) Stops(strict bool) bool {
	for _, f := range l.Findings {
		if stops(f.Code, strict) {
			return true
		}
	}
	return false
}

// OnlyErrors is the list without warnings; with strict there are none.
func (l *List) OnlyErrors(strict bool) *List {
	var errors List
	for _, f := range l.Findings {
		if fails(f.Code, strict) {
			errors.Findings = append(errors.Findings, f)
		}
	}
	return &errors
}
