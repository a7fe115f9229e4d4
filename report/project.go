package report

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/source"
)

// projectFile is where findings about the project as a whole stand.
const projectFile = "data/konzept.yaml"

// Limits before work: a project beyond them is refused unread (FEATURES.md section 4, case 3).
const (
	maxFiles = 500
	maxFile  = 16 << 20 // bytes
)

// parse reads every YAML file below data/, konzept.yaml first, then by name. torn tells that one could not be read.
func (b *build) parse() (nodes []*source.Node, torn bool) {
	var files []source.File
	names := b.dataFiles()
	for _, name := range names {
		if data, ok := b.open(name); ok {
			b.res.Sources[name] = data
			files = append(files, source.File{Name: name, Data: data})
		}
	}
	nodes = slices.DeleteFunc(source.ParseAll(files, &b.res.Findings), func(n *source.Node) bool { return n == nil })
	return nodes, len(nodes) < len(names)
}

// open reads one file within the limit; what cannot be read is a finding.
func (b *build) open(name string) ([]byte, bool) {
	info, err := fs.Stat(b.Project, name)
	if err == nil && info.Size() > maxFile {
		b.res.Findings.Add("file-too-large", diag.Span{File: name}, name, "16")
		return nil, false
	}
	data, err := fs.ReadFile(b.Project, name)
	if err != nil {
		b.res.Findings.Add("file-unreadable", diag.Span{File: name}, name)
		return nil, false
	}
	return data, true
}

func (b *build) dataFiles() []string {
	var names []string
	project := ""
	_ = fs.WalkDir(b.Project, "data", func(p string, d fs.DirEntry, err error) error {
		switch ext := strings.ToLower(path.Ext(p)); {
		case err != nil && p == "data":
			return err
		case err != nil:
			b.res.Findings.Add("file-unreadable", diag.Span{File: p}, p)
			return fs.SkipDir
		case p != "data" && system(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
		case !d.IsDir() && (ext == ".yaml" || ext == ".yml"):
			names = append(names, p)
			if IsProjectFile(p) {
				project = p
			}
		}
		return nil
	})
	if project == "" {
		b.res.Findings.Add("no-project-file", diag.Span{File: projectFile})
		return nil
	}
	if len(names) > maxFiles {
		b.res.Findings.Add("too-many-files", diag.Span{File: "data"}, "500")
		return nil
	}
	slices.SortFunc(names, func(a, c string) int {
		return strings.Compare(strings.Replace(a, project, "", 1), strings.Replace(c, project, "", 1))
	})
	return names
}

// IsProjectFile tells whether a path within the project is its project file; Windows does not tell cases apart.
func IsProjectFile(name string) bool {
	return strings.EqualFold(name, projectFile) || strings.EqualFold(name, "data/konzept.yml")
}
