package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"konzept/report"
	"konzept/report/diag"
	"konzept/report/model"
)

// tongue words what the program says in the language of its interface, and what a system refuses.
type tongue struct {
	lang   string // de or en
	chosen bool   // by a flag
	system string // runtime.GOOS: whose numbers errors have
}

// follow words findings in English for a project in English, unless a flag or KONZEPT_LANG has chosen.
func (p *tongue) follow(r *model.Report) {
	if r == nil || p.chosen || os.Getenv("KONZEPT_LANG") != "" {
		return
	}
	if base, _, _ := strings.Cut(r.Langs[0], "-"); base == "en" {
		p.lang = "en"
	}
}

// say words one sentence in the interface language.
func (p *tongue) say(de, en string, args ...any) string {
	s := de
	if p.lang == "en" {
		s = en
	}
	if len(args) == 0 {
		return s
	}
	return fmt.Sprintf(s, args...)
}

// unit names what an output has: a PDF pages, a workbook sheets.
func (p *tongue) unit(o report.Output) string {
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
func (p *tongue) counted(n int, de, des, en, ens string) string {
	if n == 1 {
		return "1 " + p.say(de, en)
	}
	return strconv.Itoa(n) + " " + p.say(des, ens)
}

func (p *tongue) wording(e diag.Entry) diag.Wording {
	if p.lang == "en" {
		return e.EN
	}
	return e.DE
}

// worded puts the library's help template into the interface language.
func (p *tongue) worded(template string) string {
	if p.lang != "de" {
		return template
	}
	return strings.NewReplacer(
		"NAME:", "NAME:", "USAGE:", "AUFRUF:", "GLOBAL OPTIONS:", "SCHALTER:", "COMMANDS:", "BEFEHLE:", "OPTIONS:", "SCHALTER:",
		"DESCRIPTION:", "BESCHREIBUNG:", "VERSION:", "VERSION:", "CATEGORY:", "GRUPPE:", "[command [command options]]", "[Befehl [Schalter]]",
		"[command options]", "[Schalter]", "[global options]", "[Schalter]", "[arguments...]", "[Angaben …]").Replace(template)
}
