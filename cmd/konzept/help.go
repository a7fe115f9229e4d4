package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"konzept/report"
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
	if info, err := os.Stat(name); err == nil {
		return exit{exitUsage, errors.New(p.dropped(name, info.IsDir()))}
	}
	var known []string
	for _, k := range c.App.Commands {
		known = append(known, k.Names()...)
	}
	if near := diag.Nearest(name, known); near != "" {
		return exit{exitUsage, errors.New(p.say("unbekannter Befehl „%s“; meinten Sie „%s“?", "unknown command “%s”; did you mean “%s”?", name, near))}
	}
	return exit{exitUsage, errors.New(p.say("unbekannter Befehl „%s“; „konzept help“ nennt alle", "unknown command “%s”; `konzept help` lists all", name))}
}

// dropped says what to do with a file or folder that was given in place of a command, as when it is drawn onto the program.
func (p *tongue) dropped(name string, folder bool) string {
	quoted := name
	if strings.ContainsAny(name, " \t") {
		quoted = `"` + strings.TrimRight(name, `\`) + `"`
	}
	switch {
	case folder && hasProject(name):
		return p.say("„%s“ ist ein Projekt, aber kein Befehl; meinten Sie konzept build --project %s?", "“%s” is a project but no command; did you mean konzept build --project %s?", name, quoted)
	case folder:
		return p.say("„%s“ ist ein Ordner ohne data/konzept.yaml; konzept init %s legt in einem leeren Ordner ein Projekt an", "“%s” is a folder without data/konzept.yaml; konzept init %s makes a project in an empty folder", name, quoted)
	case strings.EqualFold(filepath.Ext(name), ".pdf"):
		return p.say("„%s“ ist ein PDF, aber kein Befehl; konzept inspect %s prüft es", "“%s” is a PDF but no command; konzept inspect %s examines it", name, quoted)
	case report.IsProjectFile("data/" + filepath.Base(name)):
		return p.say("„%s“ ist eine Projektdatei, aber kein Befehl; meinten Sie konzept build --project %s?", "“%s” is a project file but no command; did you mean konzept build --project %s?", name, quoted)
	}
	return p.say("„%s“ ist eine Datei, aber kein Befehl; „konzept help“ nennt alle", "“%s” is a file but no command; `konzept help` lists all", name)
}
