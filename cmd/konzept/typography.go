package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

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

// changes are those of micro-typography with their places.
func (c *conclusion) changes() []answerChange {
	list := make([]answerChange, 0, len(c.res.Changes))
	for _, x := range c.res.Changes {
		de, en := x.Rule.Words()
		a := answerChange{File: x.At.File, Kind: c.say(de, en), Before: x.Before, After: x.After}
		if data := c.res.Source(x.At.File); data != nil {
			a.Line, _ = diag.Place(data, x.At)
		}
		list = append(list, a)
	}
	return list
}

// printTypography says in a line how much was changed, or lists it all.
func (c *conclusion) printTypography() error {
	if n := len(c.res.Changes); n > 0 && !c.s.quiet {
		if n == 1 {
			fmt.Fprintln(c.stderr, c.say("Feinsatz: 1 Stelle geändert", "micro-typography: 1 place changed"))
		} else {
			fmt.Fprintln(c.stderr, c.say("Feinsatz: %d Stellen geändert", "micro-typography: %d places changed", n))
		}
	}
	if !c.s.typography {
		return nil
	}
	w := bufio.NewWriter(c.stdout)
	visible := strings.NewReplacer("\u00a0", "~", "\u202f", "·", "\n", " ", "\ufffc", "□")
	for _, x := range c.changes() {
		where := x.File
		if x.Line > 0 {
			where = fmt.Sprintf("%s:%d", where, x.Line)
		}
		fmt.Fprintf(w, "%-40s %-18s %s => %s\n", where, x.Kind, visible.Replace(x.Before), visible.Replace(x.After))
	}
	return w.Flush()
}
