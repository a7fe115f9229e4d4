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

func (p *process) templatesCommand() *cli.Command {
	return &cli.Command{
		Name: "templates", Aliases: []string{"vorlagen"}, ArgsUsage: p.say("[VORLAGE...]", "[TEMPLATE...]"),
		Usage:  p.say("eingebaute Vorlagen aufzählen, zeigen oder ins Projekt kopieren", "list built-in templates, show them or copy them to the project"),
		Flags:  append(p.globalFlags(), &cli.BoolFlag{Name: "copy", Usage: p.say("die genannten Vorlagen nach templates/ kopieren; vorhandene bleiben stehen", "copy the named templates to templates/; what is there stays")}),
		Action: p.templates,
	}
}

// templates lists the built-in templates, or shows or copies those that are named.
func (p *process) templates(c *cli.Context) error {
	names, err := p.interleaved(c)
	if err != nil {
		return err
	}
	s, err := p.settings(c)
	if err != nil {
		return err
	}
	all, err := builtinTemplates()
	if err != nil {
		return err
	}
	proj, err := p.openProject(s.project)
	if err == nil {
		defer proj.root.Close()
	} else if c.Bool("copy") {
		return err
	}
	if len(names) == 0 {
		if c.Bool("copy") {
			return exit{exitUsage, errors.New(p.say("nennen Sie die Vorlagen, die kopiert werden sollen", "name the templates to copy"))}
		}
		p.listTemplates(all, proj)
		return nil
	}
	for _, n := range names {
		name, err := p.templateNamed(n, all)
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
		if err := p.copyTemplate(proj, name, data); err != nil {
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

// listTemplates prints a line for each template; those that the project has its own file for are marked.
func (p *process) listTemplates(all []string, proj *project) {
	for _, name := range all {
		own := ""
		if proj != nil {
			if _, err := proj.root.Stat("templates/" + name); err == nil {
				own = p.say("  (das Projekt hat eine eigene)", "  (the project has its own)")
			}
		}
		fmt.Fprintln(p.stdout, name+own)
	}
}

// templateNamed finds a template by its path or, where that is clear, by its name alone.
func (p *process) templateNamed(n string, all []string) (string, error) {
	n = strings.TrimPrefix(strings.ReplaceAll(n, `\`, "/"), "templates/")
	var found []string
	for _, name := range all {
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
		near := diag.Nearest(n, all)
		if near == "" {
			bases := make([]string, len(all))
			for i, name := range all {
				bases[i] = strings.TrimSuffix(path.Base(name), path.Ext(name))
			}
			if b := diag.Nearest(n, bases); b != "" {
				near = all[slices.Index(bases, b)]
			}
		}
		hint := p.say("„konzept templates“ zählt alle auf", "`konzept templates` lists them all")
		if near != "" {
			hint = fmt.Sprintf(p.say("meinten Sie %s?", "did you mean %s?"), near)
		}
		return "", exit{exitUsage, fmt.Errorf(p.say("die Vorlage %q gibt es nicht; %s", "there is no template %q; %s"), n, hint)}
	}
	return "", exit{exitUsage, fmt.Errorf(p.say("%q heißen mehrere Vorlagen: %s", "several templates are called %q: %s"), n, strings.Join(found, ", "))}
}

// copyTemplate writes a template into the project. A file that is there is never overwritten.
func (p *process) copyTemplate(proj *project, name string, data []byte) error {
	target := "templates/" + name
	if _, err := proj.root.Lstat(target); err == nil {
		return exit{exitUsage, fmt.Errorf(p.say("%s gibt es schon; die Datei bleibt, wie sie ist", "%s is there already; the file stays as it is"), target)}
	}
	if err := proj.root.MkdirAll(path.Dir(target), 0o755); err != nil {
		return exit{exitHost, p.refused(target, err)}
	}
	if err := proj.root.WriteFile(target, data, 0o644); err != nil {
		return exit{exitHost, p.refused(target, err)}
	}
	fmt.Fprintln(p.stdout, target)
	return nil
}
