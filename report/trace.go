package report

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"

	"konzept/report/diag"
)

// traced are the findings whose first argument is a text as it was written. Where layout does not know the place – labels of
// figures, running heads, names of typefaces – or knows only the built-in template that prints the text, the place is where
// the town wrote it.
var traced = []diag.Code{"missing-glyph", "script-unset", "foreign-script", "unknown-font"}

// trace gives such findings the place in the town's own files, each a place of its own; what is already told there goes.
func (p *folder) trace() {
	told := map[diag.Code][]diag.Span{}
	var known, lost []diag.Finding
	for _, f := range p.out.Findings {
		if slices.Contains(traced, f.Code) && !p.own(f.At.File) {
			lost = append(lost, f)
			continue
		}
		known = append(known, f)
		told[f.Code] = append(told[f.Code], f.At)
	}
	if len(lost) == 0 {
		return
	}
	files := p.written()
	for _, f := range lost {
		places := p.places(&f, files)
		free := slices.IndexFunc(places, func(at diag.Span) bool { return !within(at, told[f.Code]) })
		if free < 0 && len(places) > 0 {
			continue
		}
		if free >= 0 {
			f.At = places[free]
			told[f.Code] = append(told[f.Code], f.At)
		}
		known = append(known, f)
	}
	p.out.Findings = known
}

// within tells whether a place lies in one of others.
func within(at diag.Span, others []diag.Span) bool {
	return slices.ContainsFunc(others, func(o diag.Span) bool { return o.File == at.File && o.From <= at.From && at.To <= o.To })
}

// places are where a finding's text stands in the town's files.
func (p *folder) places(f *diag.Finding, files []string) (all []diag.Span) {
	said, _, _ := strings.Cut(f.Args[0], " (U+")
	for _, name := range files {
		if said == "" || f.Code == "unknown-font" && !strings.HasPrefix(name, "templates/") {
			continue
		}
		data, _ := p.sourceOf(name)
		for from := 0; ; {
			n := bytes.Index(data[from:], []byte(said))
			if n < 0 {
				break
			}
			at := diag.Span{File: name, From: int32(from + n), To: int32(from + n + len(said))}
			all = append(all, at)
			from = int(at.To)
		}
	}
	return all
}

// own tells whether a file is the town's.
func (p *folder) own(name string) bool {
	if strings.HasPrefix(name, "templates/") {
		_, err := fs.Stat(p.files, name)
		return err == nil
	}
	return name != ""
}

// written are the names of the town's own texts: its data, then its templates.
func (p *folder) written() []string {
	var names []string
	for _, dir := range []string{"data", "templates"} {
		_ = fs.WalkDir(p.files, dir, func(name string, d fs.DirEntry, err error) error {
			if ext := path.Ext(name); err == nil && !d.IsDir() && (ext == ".yaml" || ext == ".yml" || ext == ".md") {
				names = append(names, name)
			}
			return nil
		})
	}
	return names
}

// sourceOf is a text of the town's.
func (p *folder) sourceOf(name string) ([]byte, bool) {
	if data, ok := p.sources[name]; ok {
		return data, true
	}
	return p.open(name)
}
