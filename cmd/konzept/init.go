package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"
)

//go:embed all:scaffold
var scaffold embed.FS

func (p *process) initCommand() *cli.Command {
	return &cli.Command{
		Name: "init", Aliases: []string{"anlegen", "neu"}, ArgsUsage: p.say("[ORDNER]", "[DIR]"),
		Usage:  p.say("ein kleines Projekt anlegen, das sofort alles herstellt", "make a small project that builds everything at once"),
		Flags:  p.globalFlags(),
		Action: p.init,
	}
}

// init copies the scaffold. It refuses a folder that already holds something: nothing is ever overwritten.
func (p *process) init(c *cli.Context) error {
	args, err := p.interleaved(c)
	if err != nil {
		return err
	}
	if _, err := p.settings(c); err != nil {
		return err
	}
	if len(args) > 1 {
		return exit{exitUsage, errors.New(p.say("nennen Sie höchstens einen Ordner", "name at most one folder"))}
	}
	dir := "."
	if len(args) == 1 {
		dir = args[0]
	}
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return exit{exitUsage, fmt.Errorf(p.say("der Ordner %s ist nicht leer; nennen Sie einen neuen", "the folder %s is not empty; name a new one"), dir)}
	}
	files, err := copyTree(scaffold, "scaffold", dir)
	if err != nil {
		return exit{exitHost, p.refused(dir, err)}
	}
	for _, f := range files {
		fmt.Fprintln(p.stderr, filepath.Join(dir, f))
	}
	next, dir := "konzept build", filepath.Clean(dir)
	switch {
	case strings.Contains(dir, " "):
		next += ` --project "` + dir + `"`
	case dir != ".":
		next += " --project " + dir
	}
	fmt.Fprintln(p.stderr, p.say("\nnächster Schritt: ", "\nnext step: ")+next)
	return nil
}

func copyTree(from fs.FS, root, to string) (files []string, err error) {
	err = fs.WalkDir(from, root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, filepath.FromSlash(path))
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		if d.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		data, err := fs.ReadFile(from, path)
		if err != nil {
			return err
		}
		files = append(files, rel)
		return os.WriteFile(target, data, 0o644)
	})
	return files, err
}
