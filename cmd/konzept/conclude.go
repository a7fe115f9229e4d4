package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"konzept/report"
	"konzept/report/diag"
)

// answer is what --json prints: one object, its form numbered by schema.
type answer struct {
	Schema      int                `json:"schema"`
	Tool        string             `json:"tool"`
	Version     string             `json:"version"`
	Outputs     []answerFile       `json:"outputs"`
	Skipped     []string           `json:"skipped,omitempty"`
	Withheld    []string           `json:"withheld,omitempty"`
	Unwritten   []string           `json:"unwritten,omitempty"` // why files are not where they should be
	Leftovers   []string           `json:"leftovers,omitempty"` // files of earlier runs beside the outputs
	Diagnostics []diag.JSONFinding `json:"diagnostics"`
	Typography  *answerTypography  `json:"typography,omitempty"`
	Timings     []answerTiming     `json:"timings,omitempty"`
	Summary     answerSummary      `json:"summary"`
}

type answerFile struct {
	Target  string `json:"target"`
	Edition string `json:"edition"`
	Lang    string `json:"lang"`
	Path    string `json:"path"`
	Pages   int    `json:"pages"`
	Bytes   int    `json:"bytes"`
	SHA256  string `json:"sha256"`
}

type answerTiming struct {
	Stage        string  `json:"stage"`
	Milliseconds float64 `json:"ms"`
}

type answerSummary struct {
	Errors   int  `json:"errors"`
	Warnings int  `json:"warnings"`
	Written  int  `json:"written"`
	OK       bool `json:"ok"`
}

// conclusion is what a run has to say at its end.
type conclusion struct {
	*process
	res  *report.Result
	s    settings
	path func(report.Output) string
}

// conclude prints findings, files and the verdict, and turns the result into the exit code. unwritten says why files are not
// where they should be.
func (p *process) conclude(res *report.Result, s settings, path func(report.Output) string, unwritten error) error {
	failed := res.Findings.Errors(s.strict)
	c := &conclusion{p, res, s, path}
	if s.json {
		if err := c.printJSON(unwritten); err != nil {
			return exit{exitHost, err}
		}
	} else {
		p.printFindings(&res.Findings, s, res.Source)
		c.printFiles()
		if err := c.printTypography(); err != nil {
			return exit{exitHost, err}
		}
	}
	if unwritten != nil {
		return unwritten
	}
	if failed {
		return exit{code: exitInput}
	}
	return nil
}

func (c *conclusion) printJSON(unwritten error) error {
	errs, warns := count(&c.res.Findings, c.s.strict)
	a := answer{Schema: 1, Tool: "konzept", Version: version, Outputs: []answerFile{}, Skipped: c.res.Skipped, Withheld: c.res.Withheld, Leftovers: c.s.leftovers,
		Diagnostics: diag.JSON(&c.res.Findings, c.lang, c.res.Source), Summary: answerSummary{errs, warns, len(c.res.Outputs), errs == 0}}
	if unwritten != nil {
		a.Unwritten, a.Summary.OK = strings.Split(unwritten.Error(), "\n"), false
	}
	if a.Diagnostics == nil {
		a.Diagnostics = []diag.JSONFinding{}
	}
	for _, o := range c.res.Outputs {
		a.Outputs = append(a.Outputs, answerFile{o.Target, o.Edition, o.Lang, filepath.ToSlash(c.path(o)), o.Pages, len(o.Data), o.SHA256()})
	}
	if n := len(c.res.Changes); n > 0 {
		a.Typography = &answerTypography{Changed: n}
		if c.s.typography {
			a.Typography.Changes = c.changes()
		}
	}
	for _, t := range c.res.Timings {
		a.Timings = append(a.Timings, answerTiming{t.Stage, float64(t.Took.Microseconds()) / 1000})
	}
	e := json.NewEncoder(c.stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(a)
}

func (c *conclusion) printFiles() {
	if c.s.timings {
		for _, t := range c.res.Timings {
			fmt.Fprintf(c.stderr, "%10.1f ms  %s\n", float64(t.Took.Microseconds())/1000, t.Stage)
		}
	}
	if c.s.quiet {
		return
	}
	widest := 0
	for _, o := range c.res.Outputs {
		widest = max(widest, utf8.RuneCountInString(short(c.path(o))))
	}
	for _, o := range c.res.Outputs {
		fmt.Fprintf(c.stderr, "%-*s %4d %-7s %8s\n", widest, short(c.path(o)), o.Pages, c.unit(o), size(len(o.Data)))
	}
	for _, name := range c.res.Skipped {
		fmt.Fprintln(c.stderr, c.say("übersprungen: ", "skipped: ")+name)
	}
	if len(c.s.leftovers) > 0 {
		fmt.Fprintln(c.stderr, c.say("aus früheren Läufen daneben: ", "beside them, of earlier runs: ")+strings.Join(c.s.leftovers, ", ")+
			c.say(" (löschen Sie, was nicht mehr gilt)", " (delete what no longer counts)"))
	}
	errs, warns := count(&c.res.Findings, c.s.strict)
	if errs+warns > 0 {
		verdict := c.counted(errs, "Fehler", "Fehler", "error", "errors") + ", " + c.counted(warns, "Warnung", "Warnungen", "warning", "warnings")
		if errs > 0 {
			verdict += " – " + c.outcome()
		}
		fmt.Fprintln(c.stderr, verdict)
	}
}

// outcome says after errors what was written all the same, and what not.
func (c *conclusion) outcome() string {
	if len(c.res.Outputs) == 0 {
		return c.say("nichts geschrieben", "nothing written")
	}
	return c.counted(len(c.res.Outputs), "Datei geschrieben", "Dateien geschrieben", "file written", "files written") +
		c.say(", nicht: ", ", not: ") + strings.Join(c.res.Withheld, ", ")
}

// count counts findings as they are printed, repetitions not.
func count(l *diag.List, strict bool) (errs, warns int) {
	errs, warns = diag.Count(l)
	if strict {
		return errs + warns, 0
	}
	return errs, warns
}

// short is a path as seen from the working folder, if that is shorter.
func short(path string) string {
	if rel, err := relative(path); err == nil && len(rel) < len(path) {
		return rel
	}
	return path
}

func size(n int) string {
	if n >= 1_000_000 {
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	}
	return fmt.Sprintf("%d KB", (n+999)/1000)
}
