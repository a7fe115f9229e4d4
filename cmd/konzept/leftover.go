package main

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"konzept/report"
)

// leftovers are files of earlier runs beside those of this one, as an output leaves them that has another name now. Only
// files that bear this program's mark are named, and none is touched: whether one still counts only people know.
func leftovers(res *report.Result, path func(report.Output) string) (names []string) {
	if len(res.Outputs) == 0 {
		return nil
	}
	made := map[string]bool{}
	for _, o := range res.Outputs {
		made[filepath.Clean(path(o))] = true
	}
	dir := filepath.Dir(path(res.Outputs[0]))
	for _, name := range res.Withheld {
		made[filepath.Join(dir, filepath.FromSlash(name))] = true
	}
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		if e.Type().IsRegular() && !made[name] && marked(name) {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names
}

// largest is how much of a file is read for the mark: those of this program are smaller.
const largest = 256 << 20

// marked tells whether a file says that this program made it: a PDF in its metadata, a workbook in its properties.
func marked(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".pdf":
		data, err := readUpTo(os.DirFS(filepath.Dir(name)), filepath.Base(name))
		return err == nil && bytes.Contains(data, []byte("<pdf:Producer>konzept"))
	case ".xlsx":
		z, err := zip.OpenReader(name)
		if err != nil {
			return false
		}
		defer z.Close()
		data, err := readUpTo(z, "docProps/app.xml")
		return err == nil && bytes.Contains(data, []byte("<Application>konzept<"))
	}
	return false
}

func readUpTo(in fs.FS, name string) ([]byte, error) {
	f, err := in.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, largest))
}
