package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"
)

// interleaved returns a command's arguments and sets flags that stand after them: the library stops at the first
// argument, but people write `build concept --out x.pdf`.
func interleaved(c *cli.Context) (args []string, err error) {
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
			return nil, fmt.Errorf("flag provided but not defined: -%s", name)
		}
		if _, isBool := flag.(*cli.BoolFlag); isBool && !has {
			value = "true"
		} else if !has {
			if i++; i >= len(rest) {
				return nil, fmt.Errorf("flag needs an argument: -%s", name)
			}
			value = rest[i]
		}
		if err := c.Set(name, value); err != nil {
			return nil, fmt.Errorf("invalid value %q for flag -%s: %w", value, name, err)
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
