package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"konzept/report"
)

func (p *process) buildCommand() *cli.Command {
	return &cli.Command{
		Name: "build", Aliases: []string{"bauen"}, ArgsUsage: p.say("[ZIEL...]", "[TARGET...]"),
		Usage: p.say("alle oder die genannten Ausgaben herstellen", "make all outputs or those named"),
		Description: p.say("Beispiele:\n  konzept build\n  konzept build concept --out konzept.pdf\n  konzept build council-report --edition copy\n  konzept build posters --only workshop=arbeit",
			"examples:\n  konzept build\n  konzept build concept --out concept.pdf\n  konzept build council-report --edition copy\n  konzept build posters --only workshop=arbeit"),
		Flags: append(p.globalFlags(), p.typographyFlag(),
			&cli.StringFlag{Name: "edition", Usage: "screen | print | copy | draft"},
			&cli.StringSliceFlag{Name: "only", Usage: p.say("nur diesen Datensatz, etwa measure=m-a-1-1", "only this record, such as measure=m-a-1-1")},
			&cli.StringFlag{Name: "out", Usage: p.say("Ordner, oder Datei, wenn nur eine entsteht", "folder, or a file when one file results")},
			&cli.StringFlag{Name: "lang", Usage: p.say("Sprache der Dokumente: de | en", "language of the documents: de | en")}),
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
		return usage(err)
	}
	path, err := p.destination(c.String("out"), proj, res)
	if err != nil {
		return err
	}
	if !res.Findings.Errors(s.strict) {
		if err := p.write(res, path); err != nil {
			return err
		}
	}
	return p.conclude(res, s, path)
}

func usage(err error) error {
	if errors.Is(err, report.ErrUsage) {
		return exit{exitUsage, err}
	}
	return exit{exitFault, err}
}

func (p *process) buildOptions(c *cli.Context) (settings, report.Options, *project, error) {
	args, err := interleaved(c)
	if err != nil {
		return settings{}, report.Options{}, nil, exit{exitUsage, err}
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
	if l := o.Lang; l != "" && l != "de" && l != "en" {
		return s, o, nil, exit{exitUsage, fmt.Errorf(p.say("--lang: erwartet de oder en, gefunden %q", "--lang: expected de or en, found %q"), l)}
	}
	if e := o.Edition; e != "" && !slices.Contains([]string{"screen", "print", "copy", "draft"}, e) {
		return s, o, nil, exit{exitUsage, fmt.Errorf(p.say("--edition: erwartet screen, print, copy oder draft, gefunden %q", "--edition: expected screen, print, copy or draft, found %q"), e)}
	}
	return s, o, proj, nil
}

// destination maps each output to its path: out/ of the project, --out as a folder, or --out as the one file.
func (p *process) destination(out string, proj *project, res *report.Result) (func(report.Output) string, error) {
	file := isFile(out)
	switch {
	case out == "":
		out = filepath.Join(proj.dir, "out")
	case file && len(res.Outputs) > 1:
		return nil, exit{exitUsage, fmt.Errorf(p.say("--out nennt eine Datei (%s), es entstehen aber %d; nennen Sie einen Ordner oder ein Ziel", "--out names one file (%s), but %d result; name a folder or one target"), out, len(res.Outputs))}
	case file:
		return func(report.Output) string { return out }, nil
	}
	return func(o report.Output) string { return filepath.Join(out, filepath.FromSlash(o.File)) }, nil
}

// isFile tells whether --out names a file: it has an extension and is no folder.
func isFile(out string) bool {
	return filepath.Ext(out) != "" && !isDir(out) && !strings.HasSuffix(out, "/") && !strings.HasSuffix(out, "\\")
}
