// Command konzept turns a city's YAML into its printed strategic concept, council papers, posters and workbooks.
//
// This package is the process: flags, files, exit codes, the clock of --timings. Everything else is in report.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"
)

// version is set by the release build: -ldflags "-X main.version=1.2.3".
var version = "0.1.0"

func main() {
	debug.SetGCPercent(25)
	os.Exit(run(os.Args, os.Stdout, os.Stderr))
}

// exit is an error with the process's exit code.
type exit struct {
	code int
	err  error
}

func (e exit) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

// Exit codes (DESIGN.md section 5).
const (
	exitDone     = 0
	exitInput    = 1   // errors in the input
	exitUsage    = 2   // wrong use
	exitHost     = 3   // locked file, permission, disk
	exitConflict = 4   // import conflict
	exitFault    = 70  // our fault
	exitStopped  = 130 // interrupted
)

// run is the program without the process: arguments in, talk and data out, exit code back.
func run(args []string, stdout, stderr io.Writer) (code int) {
	p := &process{stdout: stdout, stderr: stderr, lang: asked(args, locale())}
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintln(stderr, p.say(
				"konzept: interner Fehler, nicht Ihre Schuld: %v\nBitte melden Sie ihn mit der folgenden Spur; Ihre Dateien sind unverändert.",
				"konzept: internal error, not your fault: %v\nplease report it with the trace below; your files are unchanged.", r))
			fmt.Fprintf(stderr, "%s\n", debug.Stack())
			code = exitFault
		}
	}()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(stop)
	go func() {
		if _, ok := <-stop; ok {
			p.clean()
			os.Exit(exitStopped)
		}
	}()
	err := p.app().Run(args)
	var e exit
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &e):
		if e.err != nil {
			fmt.Fprintln(stderr, "konzept: "+e.Error())
		}
		return e.code
	}
	fmt.Fprintln(stderr, "konzept: "+p.flagError(err))
	return exitUsage
}

// app is the command line. Its texts follow the interface language of the locale.
func (p *process) app() *cli.App {
	cli.HelpFlag = &cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: p.say("Hilfe zeigen", "show help"), DisableDefaultText: true}
	commands := p.commands()
	return &cli.App{
		Name: "konzept", HideVersion: true, Version: version,
		Usage:     p.say("aus YAML-Daten und Vorlagen Konzept, Ratsbericht, Plakate und Arbeitsmappen machen", "make concept, council report, posters and workbooks from YAML data and templates"),
		UsageText: p.say("konzept init ORDNER\nkonzept check\nkonzept build [ZIEL …]", "konzept init FOLDER\nkonzept check\nkonzept build [TARGET …]"),
		Writer:    p.stdout, ErrWriter: p.stderr,
		Suggest:               true,
		ExitErrHandler:        func(*cli.Context, error) {},
		OnUsageError:          p.usageError,
		Action:                p.overview,
		Flags:                 append(p.globalFlags(), cli.HelpFlag), // ours, since a command of our own is named help
		Commands:              commands,
		HideHelpCommand:       true,
		CustomAppHelpTemplate: strings.Replace(p.worded(cli.AppHelpTemplate), `{{template "visibleCommandCategoryTemplate" .}}`, listed(commands), 1),
	}
}

func (p *process) commands() []*cli.Command {
	all := []*cli.Command{p.buildCommand(), p.checkCommand(), p.listCommand(), p.initCommand(), p.inspectCommand(), p.explainCommand(), p.hyphenateCommand(), p.versionCommand(), p.helpCommand()}
	for _, c := range all {
		c.OnUsageError = p.usageError
		c.HideHelpCommand = true
		c.UsageText = strings.TrimSpace("konzept " + c.Name + p.say(" [Schalter] ", " [options] ") + c.ArgsUsage)
		c.CustomHelpTemplate = p.worded(cli.CommandHelpTemplate)
	}
	return all
}
