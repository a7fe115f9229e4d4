package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"konzept/report/diag"
	"konzept/report/schema"
)

func (p *process) explainCommand() *cli.Command {
	return &cli.Command{
		Name: "explain", Aliases: []string{"erklaeren", "erklären"}, ArgsUsage: p.say("[KENNWORT]", "[CODE]"),
		Usage:  p.say("eine Meldung mit Beispiel erklären, oder alle aufzählen", "explain a finding with its example, or list all"),
		Flags:  p.globalFlags(),
		Action: p.explain,
	}
}

func (p *process) explain(c *cli.Context) error {
	args, err := p.interleaved(c)
	if err != nil {
		return err
	}
	if _, err := p.settings(c); err != nil {
		return err
	}
	if len(args) == 0 {
		for _, e := range diag.Entries() {
			fmt.Fprintf(p.stdout, "%-28s %s\n", e.Code, p.wording(e).Message)
		}
		return nil
	}
	e, ok := diag.Lookup(diag.Code(args[0]))
	if !ok {
		return exit{exitUsage, fmt.Errorf(p.say("unbekannte Meldung %q; „konzept explain“ zählt alle auf", "unknown code %q; `konzept explain` lists all"), args[0])}
	}
	w := p.wording(e)
	kind := p.say("Warnung", "warning")
	switch e.Severity {
	case diag.Error:
		kind = p.say("Fehler", "error")
	case diag.Hint:
		kind = p.say("Hinweis", "hint")
	}
	fmt.Fprintf(p.stdout, "%s (%s)\n\n%s\n", e.Code, kind, w.Message)
	if w.Hint != "" {
		fmt.Fprintf(p.stdout, "%s%s\n", p.say("Hilfe: ", "help: "), w.Hint)
	}
	if e.Example != "" {
		fmt.Fprintf(p.stdout, "\n%s\n\n    %s\n", p.say("Beispiel:", "example:"), strings.ReplaceAll(strings.TrimRight(e.Example, "\n"), "\n", "\n    "))
	}
	if e.Code == "unknown-key" {
		fmt.Fprintf(p.stdout, "\n%s\n\n%s", p.say("Alle Schlüssel (* Pflicht):", "all keys (* required):"), schema.Outline())
	}
	return nil
}
