package diag

// JSONFinding is a finding as programs read it. Codes and keys are never translated.
type JSONFinding struct {
	Code      Code       `json:"code"`
	Severity  string     `json:"severity"` // error, warning or hint
	Message   string     `json:"message"`
	Hint      string     `json:"hint,omitempty"`
	File      string     `json:"file,omitempty"`
	Line      int        `json:"line,omitempty"` // from 1
	Column    int        `json:"column,omitempty"`
	EndLine   int        `json:"endLine,omitempty"` // the end is exclusive
	EndColumn int        `json:"endColumn,omitempty"`
	YAMLPath  string     `json:"yamlPath,omitempty"`
	Page      int        `json:"page,omitempty"`
	Count     int        `json:"count,omitempty"` // of findings of this code about this field in this file, if there are more: the first places are notes
	Notes     []JSONNote `json:"notes,omitempty"`
}

// JSONNote is a further place that explains a finding.
type JSONNote struct {
	Message   string `json:"message"`
	File      string `json:"file,omitempty"`
	Line      int    `json:"line,omitempty"`
	Column    int    `json:"column,omitempty"`
	EndLine   int    `json:"endLine,omitempty"`
	EndColumn int    `json:"endColumn,omitempty"`
}

var severities = [...]string{Warning: "warning", Error: "error", Hint: "hint"}

// JSON returns the findings in the order of Print.
func JSON(l *List, lang string, source func(file string) []byte) []JSONFinding {
	places := newFiles(source)
	out := []JSONFinding{}
	for _, f := range Gathered(l) {
		j := JSONFinding{Code: f.Code, Severity: severities[SeverityOf(f.Code)], Count: f.Count, YAMLPath: f.Path, Page: f.Page, File: f.At.File}
		j.Message, j.Hint = Words(f.Code, f.Args, lang)
		p := places.position(f.At)
		j.Line, j.Column, j.EndLine, j.EndColumn = p.line, p.column, p.endLine, p.endColumn
		for _, n := range f.Notes {
			message, _ := Words(n.Code, n.Args, lang)
			p := places.position(n.At)
			j.Notes = append(j.Notes, JSONNote{message, n.At.File, p.line, p.column, p.endLine, p.endColumn})
		}
		out = append(out, j)
	}
	return out
}
