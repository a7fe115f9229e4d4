package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"konzept/report"
	"konzept/report/source"
)

func (p *process) buildCommand() *cli.Command {
	return &cli.Command{
		Name: "build", Aliases: []string{"bauen"}, ArgsUsage: p.say("[ZIEL...]", "[TARGET...]"),
		Usage: p.say("alle oder die genannten Ausgaben herstellen", "make all outputs or those named"),
		Description: p.say("Beispiele:\n  konzept build\n  konzept build concept --out konzept.pdf\n  konzept build council-report --edition copy\n  konzept build posters --only workshop=arbeit",
			"examples:\n  konzept build\n  konzept build concept --out concept.pdf\n  konzept build council-report --edition copy\n  konzept build posters --only workshop=arbeit"),
		Flags: append(p.globalFlags(), p.typographyFlag(),
			&cli.StringFlag{Name: "edition", Usage: p.say("nur diese `AUSGABEART`: screen, print, copy oder draft", "only this `EDITION`: screen, print, copy or draft")},
			&cli.StringSliceFlag{Name: "only", Usage: p.say("nur den Datensatz `ART=KENNUNG`, etwa measure=m-a-1-1", "only the record `KIND=ID`, such as measure=m-a-1-1")},
			&cli.StringFlag{Name: "out", Usage: p.say("in diesen `ORDNER`, oder in diese Datei, wenn nur eine entsteht", "into this `FOLDER`, or this file when one file results")},
			p.langFlag()),
		Action: p.build,
	}
}

// build runs the pipeline and writes what came out, all or nothing.
func (p *process) build(c *cli.Context) error {
	s, o, proj, err := p.buildOptions(c)
	if err != nil {
		return err
	}
	defer proj.root.Close()
	o.First = isFile(c.String("out"))
	bar := p.progress(s)
	o.Progress = bar.event
	res, err := report.Build(o)
	bar.done()
	if err != nil {
		return exit{exitFault, err}
	}
	p.follow(res.Report)
	path, err := p.destination(c.String("out"), proj, res)
	if err != nil {
		return err
	}
	var unwritten error
	if !res.Findings.Stops(s.strict) {
		path, unwritten = p.files.write(res, path)
		if everything := len(o.Targets) == 0 && len(o.Only) == 0 && o.Edition == "" && o.Lang == "" && !o.First; everything {
			s.leftovers = leftovers(res, path)
		}
	}
	return p.conclude(res, s, path, unwritten)
}

func (p *process) buildOptions(c *cli.Context) (settings, report.Options, *project, error) {
	args, err := p.interleaved(c)
	if err != nil {
		return settings{}, report.Options{}, nil, err
	}
	s, err := p.settings(c)
	if err != nil {
		return s, report.Options{}, nil, err
	}
	o, proj, err := p.options(c, s)
	if err != nil {
		return s, o, nil, err
	}
	pace(o.Project, len(args))
	o.Targets, o.Edition, o.Lang = args, c.String("edition"), c.String("lang")
	for _, only := range c.StringSlice("only") {
		kind, id, ok := strings.Cut(only, "=")
		if !ok || kind == "" || id == "" {
			return s, o, nil, exit{exitUsage, fmt.Errorf(p.say("--only: erwartet ART=KENNUNG, gefunden %q", "--only: expected KIND=ID, found %q"), only)}
		}
		o.Only = append(o.Only, report.Selection{Kind: kind, ID: id})
	}
	if base, _, _ := strings.Cut(o.Lang, "-"); o.Lang != "" && base != "de" && base != "en" {
		return s, o, nil, exit{exitUsage, fmt.Errorf(p.say("--lang: erwartet de oder en, gefunden %q", "--lang: expected de or en, found %q"), o.Lang)}
	}
	if e := o.Edition; e != "" && !slices.Contains([]string{"screen", "print", "copy", "draft"}, e) {
		return s, o, nil, exit{exitUsage, fmt.Errorf(p.say("--edition: erwartet screen, print, copy oder draft, gefunden %q", "--edition: expected screen, print, copy or draft, found %q"), e)}
	}
	return s, o, proj, nil
}

// destination maps each output to its path: out/ of the project, --out as a folder, or --out as the one file.
func (p *process) destination(out string, proj *project, res *report.Result) (func(report.Output) string, error) {
	file := isFile(out)
	if source.IsDevice(filepath.Base(out)) {
		return nil, exit{exitUsage, errors.New(p.say("--out: „%s“ ist unter Windows der Name eines Geräts; nehmen Sie einen anderen Namen", "--out: “%s” is the name of a device on Windows; take another name", out))}
	}
	switch {
	case out == "":
		out = filepath.Join(proj.dir, "out")
	case file && len(res.Outputs) == 1 && !strings.EqualFold(filepath.Ext(out), filepath.Ext(res.Outputs[0].File)):
		return nil, exit{exitUsage, fmt.Errorf(p.say("--out: es entsteht eine Datei %s, %s endet anders", "--out: a file %s results, %s ends otherwise"), filepath.Ext(res.Outputs[0].File), out)}
	case file && len(res.Outputs) > 1:
		return nil, exit{exitUsage, fmt.Errorf(p.say("--out nennt eine Datei (%s), es entstehen aber %d; nennen Sie einen Ordner oder ein Ziel", "--out names one file (%s), but %d result; name a folder or one target"), out, len(res.Outputs))}
	case file:
		return func(report.Output) string { return out }, nil
	}
	return func(o report.Output) string { return filepath.Join(out, filepath.FromSlash(o.File)) }, nil
}

// isFile tells whether --out names a file: it is one, or it has an extension (not the day of stand-30.06) and is no folder.
func isFile(out string) bool {
	if info, err := os.Stat(out); err == nil {
		return !info.IsDir()
	}
	return strings.Trim(filepath.Ext(out), ".0123456789") != "" && !strings.HasSuffix(out, "/") && !strings.HasSuffix(out, "\\")
}
