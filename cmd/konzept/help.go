package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"konzept/report/diag"
)

func (p *process) helpCommand() *cli.Command {
	return &cli.Command{
		Name: "help", Aliases: []string{"hilfe"}, ArgsUsage: p.say("[BEFEHL]", "[COMMAND]"),
		Usage: p.say("Hilfe zu allem oder zu einem Befehl", "help on everything or on one command"),
		Action: func(c *cli.Context) error {
			if name := c.Args().First(); name != "" {
				if c.App.Command(name) == nil {
					return p.unknownCommand(c, name)
				}
				return cli.ShowCommandHelp(c, name)
			}
			return cli.ShowAppHelp(c)
		},
	}
}

// listed are the commands with their names and what they do; the library's own list miscounts umlauts.
func listed(commands []*cli.Command) string {
	names := make([]string, len(commands))
	widest := 0
	for i, c := range commands {
		names[i] = strings.Join(c.Names(), ", ")
		widest = max(widest, utf8.RuneCountInString(names[i]))
	}
	var b strings.Builder
	for i, c := range commands {
		fmt.Fprintf(&b, "\n   %-*s  %s", widest, names[i], c.Usage)
	}
	return b.String()
}

// unknownCommand names what could be meant.
func (p *process) unknownCommand(c *cli.Context, name string) error {
	var known []string
	for _, k := range c.App.Commands {
		known = append(known, k.Names()...)
	}
	if near := diag.Nearest(name, known); near != "" {
		return exit{exitUsage, fmt.Errorf(p.say("unbekannter Befehl %q; meinten Sie %q?", "unknown command %q; did you mean %q?"), name, near)}
	}
	return exit{exitUsage, fmt.Errorf(p.say("unbekannter Befehl %q; „konzept help“ nennt alle", "unknown command %q; `konzept help` lists all"), name)}
}

// worded puts the library's help template into the interface language.
func (p *process) worded(template string) string {
	if p.lang != "de" {
		return template
	}
	return strings.NewReplacer(
		"NAME:", "NAME:", "USAGE:", "AUFRUF:", "GLOBAL OPTIONS:", "SCHALTER:", "COMMANDS:", "BEFEHLE:", "OPTIONS:", "SCHALTER:",
		"DESCRIPTION:", "BESCHREIBUNG:", "VERSION:", "VERSION:", "CATEGORY:", "GRUPPE:", "[command [command options]]", "[Befehl [Schalter]]",
		"[command options]", "[Schalter]", "[global options]", "[Schalter]", "[arguments...]", "[Angaben …]").Replace(template)
}
