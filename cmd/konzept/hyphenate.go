package main

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"konzept/report"
	"konzept/report/hyphen"
	"konzept/report/text"
)

func (p *process) hyphenateCommand() *cli.Command {
	return &cli.Command{
		Name: "hyphenate", Aliases: []string{"trennen"}, ArgsUsage: p.say("WORT...", "WORD..."),
		Usage:  p.say("zeigen, wo Wörter getrennt werden dürfen", "show where words may be broken"),
		Flags:  append(p.globalFlags(), &cli.StringFlag{Name: "lang", Usage: p.say("`SPRACHE` der Wörter: de (sonst) oder en", "`LANGUAGE` of the words: de (else) or en")}),
		Action: p.hyphenate,
	}
}

// hyphenate prints one word a line, a hyphen at each allowed break.
func (p *process) hyphenate(c *cli.Context) error {
	words, err := p.interleaved(c)
	if err != nil {
		return err
	}
	s, err := p.settings(c)
	if err != nil {
		return err
	}
	lang := cmp.Or(c.String("lang"), "de")
	if lang != "de" && lang != "en" {
		return exit{exitUsage, fmt.Errorf(p.say("--lang: erwartet de oder en, gefunden %q", "--lang: expected de or en, found %q"), lang)}
	}
	if len(words) == 0 {
		return exit{exitUsage, errors.New(p.say("nennen Sie mindestens ein Wort", "name at least one word"))}
	}
	var own *hyphen.Exceptions
	if proj, err := p.openProject(s.project); err == nil {
		own = report.Hyphenations(regular{proj.root.FS()})
		proj.root.Close()
	}
	for _, w := range words {
		fmt.Fprintln(p.stdout, broken(w, text.Hyphenate(own, lang, w)))
	}
	return nil
}

// broken sets a hyphen at each of the byte offsets.
func broken(word string, at []int) string {
	var b strings.Builder
	last := 0
	for _, i := range at {
		b.WriteString(word[last:i])
		b.WriteByte('-')
		last = i
	}
	b.WriteString(word[last:])
	return b.String()
}
