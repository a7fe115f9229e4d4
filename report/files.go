package report

import (
	"bytes"
	"io/fs"
	"path"
	"strings"
	"unicode"

	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/schema"
	"konzept/report/source"
)

// surroundings looks at the files around the data: what cannot be read is an error, since the built-in file of that name
// would silently stand in for it, and what nothing reads is named, since someone put it there to be printed.
func (f *folder) surroundings(r *model.Report) {
	for _, dir := range []string{"templates", "fonts", "profiles"} {
		f.readable(dir)
	}
	used := map[string]bool{HyphenationFile: true}
	if r != nil {
		for _, k := range schema.Kinds() {
			for _, rec := range r.Records(k.Key) {
				usedFiles(rec, used)
			}
		}
	}
	_ = fs.WalkDir(f.files, "data", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || d.IsDir() && path.Base(name) != "data" && system(d.Name()):
			return fs.SkipDir
		case !d.IsDir() && f.unread(name) && !used[name]:
			f.out.Add("unread-file", diag.Span{File: name}, path.Base(name), f.rename(name))
		}
		return nil
	})
}

// readable reports what stands in a folder of the project and cannot be read: a link that leads out, a folder with a
// file's name, a file without the right to read it.
func (f *folder) readable(dir string) {
	if _, err := fs.Stat(f.files, dir); err != nil && !f.there(dir) {
		return
	}
	fail := func(name string) { f.out.Add("file-unreadable", diag.Span{File: name}, name) }
	err := fs.WalkDir(f.files, dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case system(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
			if ext := path.Ext(name); ext == ".md" || ext == ".yaml" {
				fail(name)
				return fs.SkipDir
			}
			if _, err := fs.ReadDir(f.files, name); err != nil {
				fail(name)
				return fs.SkipDir
			}
		case dir == "templates" && (path.Ext(name) == ".md" || path.Ext(name) == ".yaml"):
			f.legible(name)
		default:
			f, err := f.files.Open(name)
			if err != nil {
				fail(name)
				return nil
			}
			f.Close()
		}
		return nil
	})
	if info, statErr := fs.Stat(f.files, dir); err != nil || statErr != nil || !info.IsDir() {
		fail(dir)
	}
}

// legible reports a template that cannot be read or is no UTF-8: unread, it would be missing to whatever names it.
func (f *folder) legible(name string) {
	data, ok := f.open(name)
	if !ok {
		return
	}
	var found diag.List
	if !source.Check(name, data, &found) {
		f.sources[name] = data
		f.out.Findings = append(f.out.Findings, found.Findings...)
	}
}

// there tells whether the project's folder lists a name, though it may not be readable.
func (f *folder) there(name string) bool {
	entries, _ := fs.ReadDir(f.files, ".")
	for _, e := range entries {
		if e.Name() == name {
			return true
		}
	}
	return false
}

// system tells whether a file is one that systems and editors put beside others: nobody wrote it.
func system(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || strings.HasSuffix(name, "~") || strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#")
}

// unread tells whether a file in data/ is one that somebody may think is read. An editor's own backup (x.yaml~) is one only if
// the file itself is not there.
func (f *folder) unread(name string) bool {
	if strings.HasSuffix(name, "~") {
		original := backup(name)
		return original != "" && !f.exists(original)
	}
	return !system(path.Base(name)) && !expected(name)
}

func (f *folder) exists(name string) bool {
	_, err := fs.Stat(f.files, name)
	return err == nil
}

// expected tells whether a file may stand in data/ although no value names it: YAML, pictures to choose from, and notes
// for those who work with the folder, whose names are in capitals.
func expected(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".yaml", ".yml", ".jpg", ".jpeg", ".png", ".webp", ".svg", ".gif", ".tif", ".tiff", ".heic", ".ai", ".eps":
		return true
	case ".md", ".txt":
		base := strings.TrimSuffix(path.Base(name), path.Ext(name))
		return strings.IndexFunc(base, unicode.IsLower) < 0
	}
	return false
}

// rename is the remedy for a file that nothing reads.
func (f *folder) rename(file string) string {
	name := path.Base(file)
	base := strings.TrimSuffix(name, path.Ext(name))
	if original := backup(file); original != "" {
		name := path.Base(original)
		if f.exists(original) {
			return diag.Both("es gilt „"+name+"“; Sicherungskopien legen Sie außerhalb von data/ ab", "what counts is “"+name+"”; keep backups outside data/")
		}
		return diag.Both("soll sie gelten, benennen Sie sie in „"+name+"“ um; sonst legen Sie sie außerhalb von data/ ab", "if it is to count, rename it to “"+name+"”; else keep it outside data/")
	}
	switch ext := strings.ToLower(path.Ext(base)); {
	case ext == ".yaml" || ext == ".yml" || ext == ".md":
		return diag.Both("benennen Sie sie in „"+base+"“ um; Windows zeigt Endungen erst, wenn unter „Ansicht“ die „Dateinamenerweiterungen“ angehakt sind",
			"rename it to “"+base+"”; Windows shows endings only where “File name extensions” is ticked under “View”")
	case path.Ext(name) == ".md" || path.Ext(name) == ".txt":
		return diag.Both("nennen Sie sie an ihrer Stelle mit {file: …}, oder legen Sie sie außerhalb von data/ ab", "name it at its place with {file: …}, or keep it outside data/")
	}
	return diag.Both("gelesen werden .yaml, Texte als .md und Bilder; übernehmen Sie den Inhalt dorthin, oder legen Sie die Datei außerhalb von data/ ab",
		"read are .yaml, texts as .md, and pictures; take its content there, or keep the file outside data/")
}

// usedFiles gathers the files that a record's values name.
func usedFiles(r *model.Record, used map[string]bool) {
	text := func(t model.TextValue) {
		for _, l := range t {
			used[l.At.File] = true
		}
	}
	for _, v := range r.Values() {
		switch x := v.V.(type) {
		case string:
			if v.Field.Type == schema.File {
				used[x] = true
			}
		case model.TextValue:
			text(x)
		case []model.TextValue:
			for _, t := range x {
				text(t)
			}
		case *model.Record:
			if v.Field.Type == schema.Nested {
				usedFiles(x, used)
			}
		case []*model.Record:
			if v.Field.Type == schema.NestedList {
				for _, inner := range x {
					usedFiles(inner, used)
				}
			}
		}
	}
}

// withoutBOM is a text file without the mark that editors on Windows put at its start, and how long that was.
func withoutBOM(data []byte) ([]byte, int) {
	rest := bytes.TrimPrefix(data, []byte("\ufeff"))
	return rest, len(data) - len(rest)
}
