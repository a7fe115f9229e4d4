package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"konzept/report"
	"konzept/report/diag"
)

func (p *process) typographyFlag() cli.Flag {
	return &cli.BoolFlag{Name: "typography", DisableDefaultText: true,
		Usage: p.say("jede Änderung des Feinsatzes zeigen: Stelle, vorher, nachher", "show each change of micro-typography: place, before, after")}
}

// answerTypography is what --json says of micro-typography; the changes themselves only with --typography.
type answerTypography struct {
	Changed int            `json:"changed"`
	Changes []answerChange `json:"changes,omitempty"`
}

type answerChange struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Kind   string `json:"kind"`
	Before string `json:"before"`
	After  string `json:"after"`
}

func (p *process) changes(res *report.Result) []answerChange {
	list := make([]answerChange, 0, len(res.Changes))
	for _, c := range res.Changes {
		de, en := c.Rule.Words()
		a := answerChange{File: c.At.File, Kind: p.say(de, en), Before: c.Before, After: c.After}
		if data := res.Source(c.At.File); data != nil {
			a.Line, _ = diag.Place(data, c.At)
		}
		list = append(list, a)
	}
	return list
}

// printTypography says in a line how much was changed, or lists it all.
func (p *process) printTypography(res *report.Result, s settings) error {
	if n := len(res.Changes); n > 0 && !s.quiet {
		if n == 1 {
			fmt.Fprintln(p.stderr, p.say("Feinsatz: 1 Stelle geändert", "micro-typography: 1 place changed"))
		} else {
			fmt.Fprintln(p.stderr, p.say("Feinsatz: %d Stellen geändert", "micro-typography: %d places changed", n))
		}
	}
	if !s.typography {
		return nil
	}
	w := bufio.NewWriter(p.stdout)
	visible := strings.NewReplacer("\u00a0", "~", "\u202f", "·", "\n", " ", "\ufffc", "□")
	for _, c := range p.changes(res) {
		where := c.File
		if c.Line > 0 {
			where = fmt.Sprintf("%s:%d", where, c.Line)
		}
		fmt.Fprintf(w, "%-40s %-18s %s => %s\n", where, c.Kind, visible.Replace(c.Before), visible.Replace(c.After))
	}
	return w.Flush()
}
