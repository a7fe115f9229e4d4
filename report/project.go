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

// folder is a project's files, what was read of them, and what is wrong with them.
type folder struct {
	files   fs.FS
	sources map[string][]byte // data files by name
	out     *diag.List
}

// parse reads every YAML file below data/, konzept.yaml first, then by name. torn tells that one could not be read.
func (f *folder) parse() (nodes []*source.Node, torn bool) {
	var files []source.File
	names := f.dataFiles()
	for _, name := range names {
		if data, ok := f.open(name); ok {
			f.sources[name] = data
			files = append(files, source.File{Name: name, Data: data})
		}
	}
	nodes = slices.DeleteFunc(source.ParseAll(files, f.out), func(n *source.Node) bool { return n == nil })
	return nodes, len(nodes) < len(names)
}

// open reads one file within the limit; what cannot be read is a finding.
func (f *folder) open(name string) ([]byte, bool) {
	info, err := fs.Stat(f.files, name)
	if err == nil && info.Size() > maxFile {
		f.out.Add("file-too-large", diag.Span{File: name}, name, "16")
		return nil, false
	}
	data, err := fs.ReadFile(f.files, name)
	if err != nil {
		f.out.Add("file-unreadable", diag.Span{File: name}, name)
		return nil, false
	}
	return data, true
}

func (f *folder) dataFiles() []string {
	var names []string
	project := ""
	_ = fs.WalkDir(f.files, "data", func(p string, d fs.DirEntry, err error) error {
		switch ext := strings.ToLower(path.Ext(p)); {
		case err != nil && p == "data":
			return err
		case err != nil:
			f.out.Add("file-unreadable", diag.Span{File: p}, p)
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
		f.out.Add("no-project-file", diag.Span{File: projectFile})
		return nil
	}
	if len(names) > maxFiles {
		f.out.Add("too-many-files", diag.Span{File: "data"}, "500")
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
