package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"konzept/report"
	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/schema"
)

func (p *process) listCommand() *cli.Command {
	return &cli.Command{
		Name: "list", Aliases: []string{"liste"}, ArgsUsage: p.say("[ART...]", "[KIND...]"),
		Usage:  p.say("Datensätze mit Kennung, Nummer und Titel aufzählen", "list records with id, number and title"),
		Flags:  p.globalFlags(),
		Action: p.list,
	}
}

// row is one listed record.
type row struct {
	Kind  string `json:"kind"`
	ID    string `json:"id"`
	Code  string `json:"code,omitempty"`
	Title string `json:"title"`
	File  string `json:"file"`
	Line  int    `json:"line"`
}

func (p *process) list(c *cli.Context) error {
	s, o, proj, err := p.buildOptions(c)
	if err != nil {
		return err
	}
	defer proj.root.Close()
	kinds, err := p.kinds(o.Targets)
	if err != nil {
		return err
	}
	res := report.Read(o)
	if res.Report == nil {
		return p.conclude(res, s, nil, nil)
	}
	var rows []row
	for _, k := range kinds {
		for _, r := range res.Report.Records(k.Key) {
			line, _ := diag.Place(res.Source(r.At.File), r.At)
			rows = append(rows, row{k.Key, r.ID, field(r, "code"), title(r), r.At.File, line})
		}
	}
	if s.json {
		e := json.NewEncoder(p.stdout)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(struct {
			Schema  int   `json:"schema"`
			Records []row `json:"records"`
		}{1, rows})
	}
	p.printRows(rows, kinds)
	return nil
}

// kinds are those named, by key, singular or label; all lists if none is.
func (p *process) kinds(names []string) ([]schema.Kind, error) {
	var all, chosen []schema.Kind
	for _, k := range schema.Kinds() {
		if !k.Single {
			all = append(all, k)
		}
	}
	for _, n := range names {
		i := slices.IndexFunc(all, func(k schema.Kind) bool {
			return slices.ContainsFunc([]string{k.Key, k.One, k.DE, k.DEs}, func(s string) bool { return strings.EqualFold(s, n) })
		})
		if i < 0 {
			return nil, exit{exitUsage, fmt.Errorf(p.say("unbekannte Art %q; bekannt sind: %s", "unknown kind %q; known are: %s"), n, keys(all))}
		}
		chosen = append(chosen, all[i])
	}
	if len(names) == 0 {
		return all, nil
	}
	return chosen, nil
}

func keys(kinds []schema.Kind) string {
	var names []string
	for _, k := range kinds {
		names = append(names, k.Key)
	}
	return strings.Join(names, ", ")
}

func (p *process) printRows(rows []row, kinds []schema.Kind) {
	widest := 0
	for _, r := range rows {
		widest = max(widest, utf8.RuneCountInString(r.ID))
	}
	for _, k := range kinds {
		var own []row
		for _, r := range rows {
			if r.Kind == k.Key {
				own = append(own, r)
			}
		}
		if len(own) == 0 {
			continue
		}
		fmt.Fprintf(p.stdout, "%s (%d)\n", p.say(k.DEs, k.ENs), len(own))
		for _, r := range own {
			fmt.Fprintf(p.stdout, "  %-*s  %s\n", widest, r.ID, strings.TrimSpace(r.Code+"  "+r.Title))
		}
	}
}

// title is a record's first text that names it.
func title(r *model.Record) string {
	for _, key := range []string{"title", "name", "term", "short", "text"} {
		if s := field(r, key); s != "" {
			return s
		}
	}
	return ""
}

func field(r *model.Record, key string) string {
	v, ok := r.Value(key)
	if !ok {
		return ""
	}
	switch t := v.V.(type) {
	case string:
		return t
	case model.TextValue:
		s, _, _ := t.Best("")
		return s
	}
	return ""
}
