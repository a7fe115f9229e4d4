package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"konzept/fonts"
	"konzept/report"
	"konzept/report/model"
	"konzept/templates"
)

// project is an opened project folder. Nothing outside of it can be reached through it, links included.
type project struct {
	dir  string
	root *os.Root
}

// openProject finds the project: the named folder, else the nearest one upward that holds data/konzept.yaml.
func (p *process) openProject(named string) (*project, error) {
	dir := projectOf(named)
	if dir == "" {
		found, err := upward()
		if err != nil {
			return nil, exit{exitUsage, errors.New(p.say(
				"kein Projekt gefunden: weder hier noch in einem Ordner darüber liegt data/konzept.yaml\nHilfe: „konzept init ORDNER“ legt eines an, --project ORDNER nennt eines",
				"no project found: neither here nor in a folder above is a data/konzept.yaml\nhelp: `konzept init DIR` makes one, --project DIR names one"))}
		}
		dir = found
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, exit{exitUsage, p.refused(p.say("Projektordner ", "project folder ")+dir, err)}
	}
	return &project{dir, root}, nil
}

// projectOf is the folder of the project that a path names: people also give its data folder or its project file.
func projectOf(named string) string {
	info, err := os.Stat(named)
	if named == "" || err != nil {
		return named
	}
	data := named
	if !info.IsDir() {
		data = filepath.Dir(named)
	}
	abs, err := filepath.Abs(data)
	if err != nil || !strings.EqualFold(filepath.Base(abs), "data") || !hasProject(filepath.Dir(abs)) || info.IsDir() && hasProject(abs) {
		return named
	}
	return filepath.Join(data, "..")
}

// hasProject tells whether a folder holds data/konzept.yaml, in any case of its letters.
func hasProject(dir string) bool {
	entries, _ := os.ReadDir(filepath.Join(dir, "data"))
	return slices.ContainsFunc(entries, func(e os.DirEntry) bool { return !e.IsDir() && report.IsProjectFile("data/"+e.Name()) })
}

func upward() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if hasProject(dir) {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", os.ErrNotExist
		}
		dir = parent
	}
}

// options joins the flags, the environment and the built-in files into what the pipeline needs.
func (p *process) options(c *cli.Context, s settings) (report.Options, *project, error) {
	proj, err := p.openProject(s.project)
	if err != nil {
		return report.Options{}, nil, err
	}
	date, err := p.reportDate(s.date)
	if err != nil {
		return report.Options{}, nil, err
	}
	o := report.Options{Project: regular{proj.root.FS()}, Templates: templates.FS, Fonts: fonts.FS(), Strict: s.strict, Date: date, Version: version}
	if s.timings {
		begin := time.Now()
		o.Elapsed = func() time.Duration { return time.Since(begin) }
	}
	return o, proj, nil
}

// regular is a folder whose files are files: opening a pipe or a device would wait for ever.
type regular struct{ fs.FS }

func (r regular) Open(name string) (fs.File, error) {
	info, err := fs.Stat(r.FS, name)
	if err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if err != nil {
		return nil, err
	}
	return r.FS.Open(name)
}

func (r regular) Stat(name string) (fs.FileInfo, error) { return fs.Stat(r.FS, name) }

func (r regular) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(r.FS, name) }

// pace sets how much garbage the collector lets gather. For one document a quarter of what lives costs a small project
// no time; large ones would pay for it (measured at 50, 300 and 2,000 measures: 25 % saves 4, 11 and 24 MB, and costs 0,
// 10 and 12 %). Many documents side by side are a third faster with as much garbage as there is life.
func pace(project fs.FS, targets int) {
	const large = 256 << 10 // bytes of data
	if targets != 1 {
		debug.SetGCPercent(100)
		return
	}
	var sum int64
	_ = fs.WalkDir(project, "data", func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(d.Name(), ".yaml") {
			if info, err := d.Info(); err == nil {
				sum += info.Size()
			}
		}
		return nil
	})
	if sum > large {
		debug.SetGCPercent(40)
	}
}

// reportDate is --date, else SOURCE_DATE_EPOCH (reproducible-builds.org), else none: then the project's own counts.
func (p *process) reportDate(given string) (model.Date, error) {
	if given != "" {
		for _, form := range []string{"2006-01-02", "02.01.2006", "2.1.2006"} {
			if t, err := time.Parse(form, given); err == nil {
				if y := t.Year(); y >= 1900 && y < 2200 { // as in the data
					return model.Date{Year: y, Month: int(t.Month()), Day: t.Day()}, nil
				}
			}
		}
		return model.Date{}, exit{exitUsage, fmt.Errorf(p.say("--date: erwartet 2024-06-30 oder 30.06.2024, gefunden %q", "--date: expected 2024-06-30 or 30.06.2024, found %q"), given)}
	}
	epoch := strings.TrimSpace(os.Getenv("SOURCE_DATE_EPOCH"))
	if epoch == "" {
		return model.Date{}, nil
	}
	n, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil || n < 0 || time.Unix(n, 0).Year() >= 2200 {
		return model.Date{}, exit{exitUsage, fmt.Errorf(p.say("SOURCE_DATE_EPOCH: erwartet Sekunden seit 1970, gefunden %q", "SOURCE_DATE_EPOCH: expected seconds since 1970, found %q"), epoch)}
	}
	t := time.Unix(n, 0).UTC()
	return model.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}, nil
}
