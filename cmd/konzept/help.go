package main

import (
	"strings"

	"github.com/urfave/cli/v2"
)

func (p *process) helpCommand() *cli.Command {
	return &cli.Command{
		Name: "help", Aliases: []string{"hilfe"}, ArgsUsage: p.say("[BEFEHL]", "[COMMAND]"),
		Usage: p.say("Hilfe zu allem oder zu einem Befehl", "help on everything or on one command"),
		Action: func(c *cli.Context) error {
			if name := c.Args().First(); name != "" {
				return cli.ShowCommandHelp(c, name)
			}
			return cli.ShowAppHelp(c)
		},
	}
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
