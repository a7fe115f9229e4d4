package model

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/prose"
	"konzept/report/schema"
	"konzept/report/source"
)

// filesReader reads what the data point to.
type filesReader struct{ *checker }

// file decodes the path of a project file. Paths count from the folder of the file that names them, else from the
// project's folder; the value is the path from the project's folder, ready for the file system.
func (c filesReader) file(r *Record, f *schema.Field, n *source.Node) (any, bool) {
	name, ok := c.path(r, f, n)
	return name, ok
}

func (c filesReader) path(r *Record, f *schema.Field, n *source.Node) (string, bool) {
	s := strings.TrimSpace(n.Value)
	if scheme, _, ok := strings.Cut(s, "://"); ok && len(scheme) > 1 {
		c.add(r, f.Key, "file-is-url", n.Span, s)
		return "", false
	}
	if why := source.UnsafePath(s); why != "" {
		c.add(r, f.Key, "unsafe-path", n.Span, s, why)
		return "", false
	}
	beside := path.Join(path.Dir(n.Span.File), s)
	if c.files == nil {
		return beside, true
	}
	for _, name := range []string{beside, path.Clean(s)} {
		if actual, ok := c.spelled(name); ok && actual != name {
			c.add(r, f.Key, "file-case", n.Span, s, actual)
			name = actual
		}
		info, err := fs.Stat(c.files, name)
		if err == nil && info.Mode().IsRegular() {
			return name, true
		}
		if err == nil && !info.IsDir() || err != nil && c.listed(name) {
			c.add(r, f.Key, "file-unreadable", n.Span, name)
			return "", false
		}
	}
	c.add(r, f.Key, "missing-file", n.Span, s, c.nearestFile(beside))
	return "", false
}

// spelled is a path as its folders write it. Windows and macOS do not tell capitals from small letters, other systems do.
func (c filesReader) spelled(name string) (string, bool) {
	actual := ""
	for _, part := range strings.Split(name, "/") {
		dir := actual
		if dir == "" {
			dir = "."
		}
		if c.folders == nil {
			c.folders = map[string][]fs.DirEntry{}
		}
		entries, ok := c.folders[dir]
		if !ok {
			entries, _ = fs.ReadDir(c.files, dir)
			c.folders[dir] = entries
		}
		found := ""
		for _, e := range entries {
			if e.Name() == part || found == "" && strings.EqualFold(e.Name(), part) {
				found = e.Name()
			}
		}
		if found == "" {
			return "", false
		}
		actual = path.Join(actual, found)
	}
	return actual, true
}

// listed tells whether a folder names a file, such as a link that leads out of the project.
func (c filesReader) listed(name string) bool {
	entries, _ := fs.ReadDir(c.files, path.Dir(name))
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == path.Base(name) })
}

// nearestFile makes the remedy of a missing file from the names in its folder.
func (c filesReader) nearestFile(name string) string {
	entries, err := fs.ReadDir(c.files, path.Dir(name))
	if err != nil {
		return diag.Both("den Ordner `"+path.Dir(name)+"` gibt es nicht", "there is no folder `"+path.Dir(name)+"`")
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && path.Ext(e.Name()) == path.Ext(name) {
			names = append(names, e.Name())
		}
	}
	if diag.Nearest(path.Base(name), names) == "" {
		return diag.Both("erwartet wird `"+name+"`", "expected `"+name+"`")
	}
	return diag.Suggest(path.Base(name), names)
}

// textFile reads the .md file that a text points to. A file is read and looked at once.
func (c filesReader) textFile(r *Record, f *schema.Field, n *source.Node, lang string) (LangText, bool) {
	if n.Kind != source.Scalar {
		c.isField(r, f, n, source.Scalar)
		return LangText{}, false
	}
	name, ok := c.path(r, f, n)
	if !ok {
		return LangText{}, false
	}
	if ext := path.Ext(name); ext != ".md" {
		c.add(r, f.Key, "not-a-text-file", n.Span, n.Value)
		return LangText{}, false
	}
	if c.files == nil {
		return LangText{Lang: lang, At: n.Span, Verbatim: f.Verbatim, Line: f.OneLine()}, true
	}
	if t, ok := c.texts[name]; ok {
		t.Lang, t.Verbatim, t.Line = lang, f.Verbatim, f.OneLine()
		return t, t.Text != ""
	}
	t := c.readText(r, f, n, name, lang)
	if c.texts == nil {
		c.texts = map[string]LangText{}
	}
	c.texts[name] = t
	return t, t.Text != ""
}

func (c filesReader) readText(r *Record, f *schema.Field, n *source.Node, name, lang string) LangText {
	data, err := fs.ReadFile(c.files, name)
	if err != nil {
		c.add(r, f.Key, "missing-file", n.Span, n.Value, diag.Both("die Datei lässt sich nicht lesen", "the file cannot be read"))
		return LangText{}
	}
	if !source.Check(name, data, c.out) {
		return LangText{}
	}
	whole := strings.TrimPrefix(string(data), "\ufeff")
	shift := len(data) - len(whole)
	at := func(from, to int) diag.Span {
		return diag.Span{File: name, From: int32(shift + from), To: int32(shift + to)}
	}
	if !c.fits(r, f, whole, at) {
		return LangText{}
	}
	textsReader(c).typed(r, f, prose.Text{Text: whole, Lang: lang, Place: at})
	text := strings.TrimSpace(strings.ReplaceAll(whole, "\r\n", "\n"))
	if text == "" {
		c.add(r, f.Key, "empty-value", n.Span, Wording(f), f.Key)
	}
	return LangText{Lang: lang, Text: text, At: diag.Span{File: name, From: int32(shift), To: int32(len(data))}, Verbatim: f.Verbatim, Line: f.OneLine()}
}
