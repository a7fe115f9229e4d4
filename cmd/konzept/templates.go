package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"konzept/report/diag"
	"konzept/templates"
)

// shelf is the built-in templates beside those of a project, if there is one.
type shelf struct {
	*process
	names []string // paths, sorted
	own   *project
}

func templatesCommand(p *process) *cli.Command {
	return &cli.Command{
		Name: "templates", Aliases: []string{"vorlagen"}, ArgsUsage: p.say("[VORLAGE...]", "[TEMPLATE...]"),
		Usage:  p.say("eingebaute Vorlagen aufzählen, zeigen oder ins Projekt kopieren", "list built-in templates, show them or copy them to the project"),
		Flags:  append(p.globalFlags(), &cli.BoolFlag{Name: "copy", Usage: p.say("die genannten Vorlagen nach templates/ kopieren; vorhandene bleiben stehen", "copy the named templates to templates/; what is there stays")}),
		Action: func(c *cli.Context) error { return (&shelf{process: p}).run(c) },
	}
}

// run lists the built-in templates, or shows or copies those that are named.
func (p *shelf) run(c *cli.Context) error {
	names, err := p.interleaved(c)
	if err != nil {
		return err
	}
	s, err := p.settings(c)
	if err != nil {
		return err
	}
	if p.names, err = builtinTemplates(); err != nil {
		return err
	}
	if p.own, err = p.openProject(s.project); err == nil {
		defer p.own.root.Close()
	} else if c.Bool("copy") {
		return err
	}
	if len(names) == 0 {
		if c.Bool("copy") {
			return exit{exitUsage, errors.New(p.say("nennen Sie die Vorlagen, die kopiert werden sollen", "name the templates to copy"))}
		}
		p.list()
		return nil
	}
	for _, n := range names {
		name, err := p.named(n)
		if err != nil {
			return err
		}
		data, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			return err
		}
		if !c.Bool("copy") {
			p.stdout.Write(data)
			continue
		}
		if err := p.copy(name, data); err != nil {
			return err
		}
	}
	return nil
}

// builtinTemplates are the paths of all templates, sorted.
func builtinTemplates() (all []string, err error) {
	err = fs.WalkDir(templates.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.Contains(name, "/") {
			all = append(all, name)
		}
		return err
	})
	return all, err
}

// list prints a line for each template; those that the project has its own file for are marked.
func (p *shelf) list() {
	for _, name := range p.names {
		own := ""
		if p.own != nil {
			if _, err := p.own.root.Stat("templates/" + name); err == nil {
				own = p.say("  (das Projekt hat eine eigene)", "  (the project has its own)")
			}
		}
		fmt.Fprintln(p.stdout, name+own)
	}
}

// named finds a template by its path or, where that is clear, by its name alone.
func (p *shelf) named(n string) (string, error) {
	n = strings.TrimPrefix(strings.ReplaceAll(n, `\`, "/"), "templates/")
	var found []string
	for _, name := range p.names {
		base := path.Base(name)
		if name == n {
			return name, nil
		}
		if base == n || strings.TrimSuffix(base, path.Ext(base)) == n || strings.TrimSuffix(name, path.Ext(name)) == n {
			found = append(found, name)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		near := p.nearest(n)
		hint := p.say("„konzept templates“ zählt alle auf", "`konzept templates` lists them all")
		if near != "" {
			hint = fmt.Sprintf(p.say("meinten Sie %s?", "did you mean %s?"), near)
		}
		return "", exit{exitUsage, fmt.Errorf(p.say("die Vorlage %q gibt es nicht; %s", "there is no template %q; %s"), n, hint)}
	}
	return "", exit{exitUsage, fmt.Errorf(p.say("%q heißen mehrere Vorlagen: %s", "several templates are called %q: %s"), n, strings.Join(found, ", "))}
}

// nearest is the template that a slip of the keys would turn into n, by its path or its name alone; "" if there is none.
func (p *shelf) nearest(n string) string {
	if near := diag.Nearest(n, p.names); near != "" {
		return near
	}
	bases := make([]string, len(p.names))
	for i, name := range p.names {
		bases[i] = strings.TrimSuffix(path.Base(name), path.Ext(name))
	}
	if b := diag.Nearest(n, bases); b != "" {
		return p.names[slices.Index(bases, b)]
	}
	return ""
}

// copy writes a template into the project. A file that is there is never overwritten.
func (p *shelf) copy(name string, data []byte) error {
	target := "templates/" + name
	if _, err := p.own.root.Lstat(target); err == nil {
		return exit{exitUsage, fmt.Errorf(p.say("%s gibt es schon; die Datei bleibt, wie sie ist", "%s is there already; the file stays as it is"), target)}
	}
	if err := p.own.root.MkdirAll(path.Dir(target), 0o755); err != nil {
		return exit{exitHost, p.refused(target, err)}
	}
	if err := p.own.root.WriteFile(target, data, 0o644); err != nil {
		return exit{exitHost, p.refused(target, err)}
	}
	fmt.Fprintln(p.stdout, target)
	return nil
}
