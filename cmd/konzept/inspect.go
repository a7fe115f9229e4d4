package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode"

	"github.com/urfave/cli/v2"

	"konzept/report/diag"
	"konzept/report/verify"
)

func (p *process) inspectCommand() *cli.Command {
	return &cli.Command{
		Name: "inspect", Aliases: []string{"ansehen"}, ArgsUsage: p.say("DATEI.pdf", "FILE.pdf"),
		Usage:  p.say("Aufbau, Seitenformate und Barrierefreiheit eines PDF zeigen", "show a PDF's structure, boxes and accessibility"),
		Flags:  p.globalFlags(),
		Action: p.inspect,
	}
}

func (p *process) inspect(c *cli.Context) error {
	args, err := p.interleaved(c)
	if err != nil {
		return err
	}
	s, err := p.settings(c)
	if err != nil {
		return err
	}
	if len(args) != 1 {
		return exit{exitUsage, errors.New(p.say("nennen Sie genau eine PDF-Datei", "name exactly one PDF file"))}
	}
	data, err := os.ReadFile(args[0])
	if err != nil {
		return exit{exitHost, p.refused(args[0], err)}
	}
	r, err := verify.Inspect(data)
	if err != nil {
		return exit{exitInput, fmt.Errorf("%s: %s (%w)", args[0], p.say("das ist keine lesbare PDF-Datei", "this is no readable PDF file"), err)}
	}
	if s.json {
		e := json.NewEncoder(p.stdout)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		err = e.Encode(r)
	} else {
		err = p.outline(r)
	}
	if err != nil {
		return exit{exitHost, err}
	}
	found := &diag.List{Findings: r.Findings}
	if !s.json {
		p.printFindings(found, s, nil)
	}
	if found.Errors(s.strict) {
		return exit{code: exitInput}
	}
	return nil
}

// outline prints what the file says of itself, its bookmarks and its structure as an indented list.
func (p *process) outline(r *verify.Report) error {
	w := bufio.NewWriter(p.stdout)
	fmt.Fprintf(w, "PDF %s  %s\n", r.Version, strings.Join(r.Claims, ", "))
	fmt.Fprintf(w, p.say("Titel: %s\nSprache: %s\nSeiten: %d\n", "title: %s\nlanguage: %s\npages: %d\n"), legible(r.Title), legible(r.Lang), len(r.Pages))
	if len(r.Pages) > 0 {
		g := r.Pages[0]
		fmt.Fprintf(w, "MediaBox %s", millimetres(g.Media))
		if g.Trim != nil {
			fmt.Fprintf(w, "  TrimBox %s", millimetres(*g.Trim))
		}
		if g.Bleed != nil {
			fmt.Fprintf(w, "  BleedBox %s", millimetres(*g.Bleed))
		}
		fmt.Fprintln(w)
	}
	for _, f := range r.Fonts {
		fmt.Fprintf(w, p.say("Schrift: %s\n", "font: %s\n"), legible(f.Name))
	}
	for _, n := range r.Structure {
		fmt.Fprintln(w, strings.TrimRight(strings.Repeat("  ", n.Depth)+legible(n.Type)+attributes(n)+" "+legible(n.Text), " "))
	}
	return w.Flush()
}

func attributes(n verify.Node) string {
	var b strings.Builder
	for _, a := range []struct{ name, value string }{{"alt", n.Alt}, {"actual", n.Actual}, {"lang", n.Lang}, {"scope", n.Scope}, {"list", n.List},
		{"id", n.ID}, {"headers", strings.Join(n.Headers, " ")}, {"summary", n.Summary}, {"rows", spans(n.RowSpan)}, {"columns", spans(n.ColSpan)}} {
		if a.value != "" {
			fmt.Fprintf(&b, " %s=%q", a.name, a.value)
		}
	}
	return b.String()
}

func spans(n int) string {
	if n > 1 {
		return strconv.Itoa(n)
	}
	return ""
}

// legible keeps the text of a stranger's file from steering the terminal.
func legible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}

// millimetres writes a box in points as its size on paper.
func millimetres(b [4]float64) string {
	return fmt.Sprintf("%.1f x %.1f mm", (b[2]-b[0])*25.4/72, (b[3]-b[1])*25.4/72)
}
