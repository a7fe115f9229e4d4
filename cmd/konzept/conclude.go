package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
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

// conclude prints findings, files and the verdict, and turns the result into the exit code. unwritten says why files are not
// where they should be.
func (p *process) conclude(res *report.Result, s settings, path func(report.Output) string, unwritten error) error {
	failed := res.Findings.Errors(s.strict)
	if s.json {
		if err := p.printJSON(res, s, path, unwritten); err != nil {
			return exit{exitHost, err}
		}
	} else {
		p.printFindings(&res.Findings, s, res.Source)
		p.printFiles(res, s, path)
		if err := p.printTypography(res, s); err != nil {
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

func (p *process) printJSON(res *report.Result, s settings, path func(report.Output) string, unwritten error) error {
	errs, warns := count(&res.Findings, s.strict)
	a := answer{Schema: 1, Tool: "konzept", Version: version, Outputs: []answerFile{}, Skipped: res.Skipped, Withheld: res.Withheld, Leftovers: s.leftovers,
		Diagnostics: diag.JSON(&res.Findings, p.lang, res.Source), Summary: answerSummary{errs, warns, len(res.Outputs), errs == 0}}
	if unwritten != nil {
		a.Unwritten, a.Summary.OK = strings.Split(unwritten.Error(), "\n"), false
	}
	if a.Diagnostics == nil {
		a.Diagnostics = []diag.JSONFinding{}
	}
	for _, o := range res.Outputs {
		a.Outputs = append(a.Outputs, answerFile{o.Target, o.Edition, o.Lang, filepath.ToSlash(path(o)), o.Pages, len(o.Data), o.SHA256()})
	}
	if n := len(res.Changes); n > 0 {
		a.Typography = &answerTypography{Changed: n}
		if s.typography {
			a.Typography.Changes = p.changes(res)
		}
	}
	for _, t := range res.Timings {
		a.Timings = append(a.Timings, answerTiming{t.Stage, float64(t.Took.Microseconds()) / 1000})
	}
	e := json.NewEncoder(p.stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(a)
}

func (p *process) printFiles(res *report.Result, s settings, path func(report.Output) string) {
	if s.timings {
		for _, t := range res.Timings {
			fmt.Fprintf(p.stderr, "%10.1f ms  %s\n", float64(t.Took.Microseconds())/1000, t.Stage)
		}
	}
	if s.quiet {
		return
	}
	widest := 0
	for _, o := range res.Outputs {
		widest = max(widest, utf8.RuneCountInString(short(path(o))))
	}
	for _, o := range res.Outputs {
		fmt.Fprintf(p.stderr, "%-*s %4d %-7s %8s\n", widest, short(path(o)), o.Pages, p.unit(o), size(len(o.Data)))
	}
	for _, name := range res.Skipped {
		fmt.Fprintln(p.stderr, p.say("übersprungen: ", "skipped: ")+name)
	}
	if len(s.leftovers) > 0 {
		fmt.Fprintln(p.stderr, p.say("aus früheren Läufen daneben: ", "beside them, of earlier runs: ")+strings.Join(s.leftovers, ", ")+
			p.say(" (löschen Sie, was nicht mehr gilt)", " (delete what no longer counts)"))
	}
	errs, warns := count(&res.Findings, s.strict)
	if errs+warns > 0 {
		verdict := p.counted(errs, "Fehler", "Fehler", "error", "errors") + ", " + p.counted(warns, "Warnung", "Warnungen", "warning", "warnings")
		if errs > 0 {
			verdict += " – " + p.outcome(res)
		}
		fmt.Fprintln(p.stderr, verdict)
	}
}

// outcome says after errors what was written all the same, and what not.
func (p *process) outcome(res *report.Result) string {
	if len(res.Outputs) == 0 {
		return p.say("nichts geschrieben", "nothing written")
	}
	return p.counted(len(res.Outputs), "Datei geschrieben", "Dateien geschrieben", "file written", "files written") +
		p.say(", nicht: ", ", not: ") + strings.Join(res.Withheld, ", ")
}

// unit names what an output has: a PDF pages, a workbook sheets.
func (p *process) unit(o report.Output) string {
	switch {
	case strings.HasSuffix(o.File, ".xlsx") && o.Pages == 1:
		return p.say("Blatt", "sheet")
	case strings.HasSuffix(o.File, ".xlsx"):
		return p.say("Blätter", "sheets")
	case o.Pages == 1:
		return p.say("Seite", "page")
	}
	return p.say("Seiten", "pages")
}

// counted is a number with its word.
func (p *process) counted(n int, de, des, en, ens string) string {
	if n == 1 {
		return "1 " + p.say(de, en)
	}
	return strconv.Itoa(n) + " " + p.say(des, ens)
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
