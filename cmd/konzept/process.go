package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"konzept/report/diag"
)

// process is one run: its streams, its language, and the files that it writes.
type process struct {
	*tongue
	stdout, stderr io.Writer
	files          *writer
}

// newProcess is a run on a system whose interface speaks a language.
func newProcess(lang string, h host, stdout, stderr io.Writer) *process {
	t := &tongue{lang: lang, system: h.system}
	return &process{tongue: t, stdout: stdout, stderr: stderr, files: &writer{tongue: t, host: h}}
}

// locale reads the interface language; German unless the locale names another language.
func locale() string {
	for _, name := range []string{"KONZEPT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		v := strings.ToLower(os.Getenv(name))
		if v == "" {
			continue
		}
		if strings.HasPrefix(v, "de") || strings.HasPrefix(v, "c") || strings.HasPrefix(v, "posix") {
			return "de"
		}
		return "en"
	}
	return "de"
}

// asked is the interface language that --ui-lang asks for: help is worded before flags are read.
func asked(args []string, otherwise string) string {
	for i, a := range args {
		value, ok := strings.CutPrefix(strings.TrimLeft(a, "-"), "ui-lang")
		if ok && value == "" && i+1 < len(args) {
			value = "=" + args[i+1]
		}
		if value == "=de" || value == "=en" {
			return value[1:]
		}
	}
	return otherwise
}

// globalFlags stand everywhere with the same meaning.
func (p *process) globalFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "project", Usage: p.say("`ORDNER` des Projekts (sonst der nächste mit data/konzept.yaml)", "`FOLDER` of the project (else the nearest with data/konzept.yaml)"), EnvVars: []string{"KONZEPT_PROJECT"}},
		&cli.StringFlag{Name: "date", Usage: p.say("`STICHTAG`, 2024-06-30 oder 30.06.2024", "report `DATE`, 2024-06-30 or 30.06.2024")},
		&cli.BoolFlag{Name: "strict", DisableDefaultText: true, Usage: p.say("Warnungen gelten als Fehler", "warnings are errors")},
		&cli.BoolFlag{Name: "json", DisableDefaultText: true, Usage: p.say("ein JSON-Objekt auf der Standardausgabe", "one JSON object on standard output")},
		&cli.StringFlag{Name: "messages", Usage: p.say("`FORM` der Meldungen: human (sonst), short oder github", "`FORM` of messages: human (else), short or github")},
		&cli.StringFlag{Name: "ui-lang", Usage: p.say("`SPRACHE` der Meldungen: de oder en", "`LANGUAGE` of messages: de or en")},
		&cli.BoolFlag{Name: "timings", DisableDefaultText: true, Usage: p.say("Zeiten der Stufen ausgeben", "print each stage's time")},
		&cli.BoolFlag{Name: "quiet", DisableDefaultText: true, Usage: p.say("nur Fehler melden", "only report errors")},
		&cli.StringFlag{Name: "color", Usage: p.say("`WANN` farbig: auto (sonst), always oder never", "`WHEN` in colour: auto (else), always or never")},
	}
}

func (p *process) langFlag() cli.Flag {
	return &cli.StringFlag{Name: "lang", Usage: p.say("`SPRACHE` der Dokumente: de oder en", "`LANGUAGE` of the documents: de or en")}
}

// settings are the global flags as given, before or after the subcommand.
type settings struct {
	project, date, messages, color string
	strict, json, timings, quiet   bool
	typography                     bool
	leftovers                      []string // files of earlier runs in the folder of the outputs
}

func (p *process) settings(c *cli.Context) (settings, error) {
	s := settings{}
	for _, ctx := range c.Lineage() {
		if ctx == nil || ctx.App == nil {
			continue
		}
		text := func(name string, into *string) {
			if *into == "" && ctx.IsSet(name) {
				*into = ctx.String(name)
			}
		}
		text("project", &s.project)
		text("date", &s.date)
		text("messages", &s.messages)
		text("color", &s.color)
		if l := ctx.String("ui-lang"); l == "de" || l == "en" {
			p.lang, p.chosen = l, true
		} else if l != "" {
			return s, exit{exitUsage, fmt.Errorf(p.say("--ui-lang: erwartet de oder en, gefunden %q", "--ui-lang: expected de or en, found %q"), l)}
		}
		s.strict = s.strict || ctx.Bool("strict")
		s.json = s.json || ctx.Bool("json")
		s.timings = s.timings || ctx.Bool("timings")
		s.quiet = s.quiet || ctx.Bool("quiet")
		s.typography = s.typography || ctx.Bool("typography")
	}
	switch s.messages {
	case "", "human", "short", "github":
	default:
		return s, exit{exitUsage, fmt.Errorf(p.say("--messages: erwartet human, short oder github, gefunden %q", "--messages: expected human, short or github, found %q"), s.messages)}
	}
	switch s.color {
	case "", "auto", "always", "never":
	default:
		return s, exit{exitUsage, fmt.Errorf(p.say("--color: erwartet auto, always oder never, gefunden %q", "--color: expected auto, always or never, found %q"), s.color)}
	}
	return s, nil
}

// printFindings writes findings to stderr in the asked form.
func (p *process) printFindings(l *diag.List, s settings, source func(string) []byte) {
	if s.quiet {
		l = l.OnlyErrors(s.strict)
	}
	form := map[string]diag.Form{"": diag.Human, "human": diag.Human, "short": diag.Short, "github": diag.GitHub}[s.messages]
	diag.Print(p.stderr, l, diag.PrintOptions{Form: form, Lang: p.lang, Colour: p.colour(s), Max: 50, Source: source})
}

// colour follows --color, then NO_COLOR (no-color.org), then whether a person is looking.
func (p *process) colour(s settings) bool {
	switch s.color {
	case "always":
		return true
	case "never":
		return false
	}
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && terminal(p.stderr) && paints(p.stderr.(*os.File))
}

// terminal tells whether w is a screen.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
