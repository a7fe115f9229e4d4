package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"
)

// flagError words what the library says of flags. It tells a flag's name alone where it does not know better.
func (p *process) flagError(err error) string {
	what, name, _ := strings.Cut(err.Error(), ": -")
	switch what {
	case "flag provided but not defined":
		return p.say("unbekannter Schalter --%s; „konzept help BEFEHL“ nennt alle", "unknown option --%s; `konzept help COMMAND` lists all", name)
	case "flag needs an argument":
		return p.say("der Schalter --%s braucht eine Angabe", "the option --%s needs a value", name)
	}
	return err.Error()
}

func (p *process) usageError(_ *cli.Context, err error, _ bool) error {
	return exit{exitUsage, errors.New(p.flagError(err))}
}

// interleaved returns a command's arguments and sets flags that stand after them: the library stops at the first
// argument, but people write `build concept --out x.pdf`.
func (p *process) interleaved(c *cli.Context) (args []string, err error) {
	rest := c.Args().Slice()
	for i := 0; i < len(rest); i++ {
		name, ok := strings.CutPrefix(rest[i], "-")
		if !ok || name == "" {
			args = append(args, rest[i])
			continue
		}
		name = strings.TrimPrefix(name, "-")
		name, value, has := strings.Cut(name, "=")
		flag := lookup(c, name)
		if flag == nil {
			return nil, p.usageError(c, fmt.Errorf("flag provided but not defined: -%s", name), true)
		}
		if _, isBool := flag.(*cli.BoolFlag); isBool && !has {
			value = "true"
		} else if !has {
			if i++; i >= len(rest) {
				return nil, p.usageError(c, fmt.Errorf("flag needs an argument: -%s", name), true)
			}
			value = rest[i]
		}
		if err := c.Set(name, value); err != nil {
			return nil, exit{exitUsage, fmt.Errorf(p.say("der Schalter --%s kann nicht %q sein", "the option --%s cannot be %q"), name, value)}
		}
	}
	return args, nil
}

func lookup(c *cli.Context, name string) cli.Flag {
	for _, f := range c.Command.Flags {
		for _, n := range f.Names() {
			if n == name {
				return f
			}
		}
	}
	return nil
}

func relative(path string) (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	return filepath.Rel(dir, abs)
}
