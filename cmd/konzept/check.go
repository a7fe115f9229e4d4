package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"konzept/report"
)

func (p *process) checkCommand() *cli.Command {
	return &cli.Command{
		Name: "check", Aliases: []string{"pruefen", "prüfen"},
		Usage:  p.say("Daten, Vorlagen, Bilder und Satz prüfen, ohne etwas zu schreiben", "check data, templates, pictures and setting without writing anything"),
		Flags:  append(p.globalFlags(), p.typographyFlag(), p.langFlag()),
		Action: p.check,
	}
}

// check runs the whole pipeline, since ill-fitting text and missing glyphs only show on placed pages.
func (p *process) check(c *cli.Context) error {
	s, o, proj, err := p.buildOptions(c)
	if err != nil {
		return err
	}
	defer proj.root.Close()
	bar := p.progress(s)
	o.Progress = bar.event
	res, err := report.Check(o)
	bar.done()
	if err != nil {
		return exit{exitFault, err}
	}
	p.follow(res.Report)
	if err := p.conclude(res, s, func(o report.Output) string { return o.File }, nil); err != nil {
		return err
	}
	if !s.quiet && !s.json && len(res.Findings.Findings) == 0 {
		fmt.Fprintln(p.stderr, p.say("alles in Ordnung", "everything is in order"))
	}
	return nil
}
