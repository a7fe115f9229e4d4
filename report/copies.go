package report

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/source"
)

// merge joins the data files. Copies that someone left beside the originals would give a finding for each of their values:
// there is one for each copy.
func (p *folder) merge(nodes []*source.Node) *source.Node {
	var found diag.List
	root := source.Merge(nodes, &found)
	told := map[string]bool{}
	for _, f := range found.Findings {
		copied, original := p.copied(&f)
		if copied == "" {
			p.out.Findings = append(p.out.Findings, f)
			continue
		}
		if !told[copied] {
			told[copied] = true
			p.out.Add("copied-file", diag.Span{File: copied}, path.Base(copied), path.Base(original))
		}
	}
	return root
}

// emptied drops what is said of a value that is empty because a # made an annotation of it: that is said already.
func (p *folder) emptied() {
	var cuts []diag.Span
	for _, f := range p.out.Findings {
		if f.Code == "hash-cuts-text" {
			cuts = append(cuts, f.At)
		}
	}
	p.out.Findings = slices.DeleteFunc(p.out.Findings, func(f diag.Finding) bool {
		return f.Code == "empty-value" && slices.ContainsFunc(cuts, func(cut diag.Span) bool {
			return cut.File == f.At.File && cut.From >= f.At.To && !bytes.Contains(p.sources[cut.File][f.At.To:cut.From], []byte("\n"))
		})
	})
}

// copied tells whether what stands twice stands in a file and in a copy of it.
func (p *folder) copied(f *diag.Finding) (name, original string) {
	if len(f.Notes) == 0 || f.At.File == f.Notes[0].At.File {
		return "", ""
	}
	here, first := f.At.File, f.Notes[0].At.File
	switch {
	case nameOfCopy(here, first):
		return here, first
	case nameOfCopy(first, here):
		return first, here
	case bytes.Equal(p.sources[here], p.sources[first]):
		return here, first
	}
	return "", ""
}

// nameOfCopy tells whether a file is named as systems and people name copies of another: Kopie von x.yaml, x (1).yaml,
// x - Kopie (2).yaml, Copy of x.yaml, x_alt.yaml, alt/x.yaml.
func nameOfCopy(name, original string) bool {
	plain := func(s string) string {
		return strings.ToLower(strings.TrimSuffix(path.Base(s), path.Ext(s)))
	}
	if path.Base(name) == path.Base(original) {
		return copyFolders.MatchString(strings.ToLower(path.Dir(name))) && strings.HasPrefix(path.Dir(name), path.Dir(original))
	}
	return path.Dir(name) == path.Dir(original) && plain(name) != plain(original) && copyPattern.ReplaceAllString(plain(name), "") == plain(original)
}

var copyPattern = regexp.MustCompile(`^(kopie von |kopie |copy of |sicherung |backup )+|([ _-]*(\(\d+\)|\(?(kopie|copy|alt|old|neu|new|sicherung|backup|bak|orig)\)?))+( ?\(?\d+\)?)?$`)

var copyFolders = regexp.MustCompile(`/(alt|old|kopien?|copy|copies|sicherung(en)?|backups?|archiv|neuer ordner)( \(\d+\))?$`)

// backups are endings that systems, editors and people give to earlier states of a file.
var backups = []string{".bak", ".old", ".orig", ".alt", ".sav", ".save", ".backup", ".sicherung", ".tmp"}

// backup is the name of the file that another one is an earlier state of, or "".
func backup(name string) string {
	lower := strings.ToLower(name)
	for _, end := range backups {
		if strings.HasSuffix(lower, end) {
			return name[:len(name)-len(end)]
		}
	}
	if rest, ok := strings.CutSuffix(name, "~"); ok && slices.Contains([]string{".yaml", ".yml", ".md"}, path.Ext(rest)) {
		return rest
	}
	return ""
}
