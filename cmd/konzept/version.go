package main

import (
	"encoding/json"
	"fmt"
	"runtime"

	"github.com/urfave/cli/v2"
)

func (p *process) versionCommand() *cli.Command {
	return &cli.Command{
		Name: "version", Usage: p.say("Version ausgeben", "print the version"), Flags: p.globalFlags(),
		Action: func(c *cli.Context) error {
			s, err := p.settings(c)
			if err != nil {
				return err
			}
			if s.json {
				return json.NewEncoder(p.stdout).Encode(map[string]string{"tool": "konzept", "version": version, "go": runtime.Version(), "os": runtime.GOOS, "arch": runtime.GOARCH})
			}
			fmt.Fprintf(p.stdout, "konzept %s %s/%s\n", version, runtime.GOOS, runtime.GOARCH)
			return nil
		},
	}
}

// overview is what konzept without a command says: where it stands and the next step. It never builds by accident.
func (p *process) overview(c *cli.Context) error {
	if c.Args().Present() {
		return p.unknownCommand(c, c.Args().First())
	}
	if dir, err := upward(); err == nil {
		fmt.Fprintf(p.stdout, p.say("Projekt: %s\nnächster Schritt: konzept check, dann konzept build\n", "project: %s\nnext step: konzept check, then konzept build\n"), dir)
		return nil
	}
	return cli.ShowAppHelp(c)
}
