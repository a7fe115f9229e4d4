package diag

import "slices"

// Wording is a message with its remedy in one language. {0}, {1}, … stand for a finding's arguments.
type Wording struct{ Message, Hint string }

// Entry documents one code: its severity, its words, and the smallest input that causes exactly it.
type Entry struct {
	Code     Code
	Severity Severity
	DE, EN   Wording
	OneFile  bool   // concerns the output in which it was found and no other: as an error it stops that output alone
	Example  string // smallest YAML or template that causes this code and no other; a test runs it
}

// catalogue holds every code, one table per stage (source.go, model.go, compose.go, layout.go, sheet.go, …).
func catalogue() [][]Entry {
	return [][]Entry{sourceCodes, modelCodes, evalCodes, templateCodes, hueCodes, pictureCodes, layoutCodes, posterCodes, bookCodes, verifyCodes, pressCodes, pipelineCodes}
}

// Lookup returns a code's entry.
func Lookup(c Code) (Entry, bool) {
	for _, table := range catalogue() {
		for _, e := range table {
			if e.Code == c {
				return e, true
			}
		}
	}
	return Entry{}, false
}

// SeverityOf returns a code's severity; an unknown code is an error, so that it cannot pass unseen.
func SeverityOf(c Code) Severity {
	if e, ok := Lookup(c); ok {
		return e.Severity
	}
	return Error
}

// fails tells whether a finding is an error; with strict, a warning is one.
func fails(c Code, strict bool) bool {
	s := SeverityOf(c)
	return s == Error || strict && s == Warning
}

// stops tells whether a finding forbids the whole build, and not just the output in which it was found.
func stops(c Code, strict bool) bool {
	e, ok := Lookup(c)
	return !ok || !e.OneFile && fails(c, strict)
}

// Entries returns all codes in the order of the stages.
func Entries() []Entry {
	var all []Entry
	for _, table := range catalogue() {
		all = append(all, table...)
	}
	return all
}

// DataEntries returns the codes of the stages that read data, whose examples are YAML.
func DataEntries() []Entry { return slices.Concat(sourceCodes, modelCodes) }
