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
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"

	"konzept/report/work"
)

// version is set by the release build: -ldflags "-X main.version=1.2.3".
var version = "0.1.0"

func main() {
	debug.SetGCPercent(25)
	code := run(arguments(), os.Stdout, os.Stderr)
	if clicked() {
		farewell(os.Stdin, os.Stderr)
	}
	os.Exit(code)
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
	p := newProcess(asked(args, locale()), host{runtime.GOOS, os.Rename, time.Sleep}, stdout, stderr)
	args = translated(args)
	defer func() {
		if r := recover(); r != nil {
			fault, ok := r.(*work.Panic)
			if !ok {
				fault = &work.Panic{Value: r, Trace: debug.Stack()}
			}
			p.apologise(fault)
			code = exitFault
		}
	}()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer signal.Stop(stop)
	go func() {
		if _, ok := <-stop; ok {
			p.files.stop()
			os.Exit(exitStopped)
		}
	}()
	err := p.app().Run(args)
	var e exit
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &e):
		switch {
		case e.code == exitFault:
			p.apologise(e.err)
		case e.err != nil:
			fmt.Fprintln(stderr, "konzept: "+e.Error())
		}
		return e.code
	}
	fmt.Fprintln(stderr, "konzept: "+p.flagError(err))
	return exitUsage
}

// apologise tells of a fault of ours.
func (p *process) apologise(fault error) {
	fmt.Fprintln(p.stderr, p.say(
		"konzept: interner Fehler, nicht Ihre Schuld. Bitte melden Sie ihn mit dem Folgenden; Ihre Dateien sind unverändert.",
		"konzept: internal error, not your fault. Please report it with what follows; your files are unchanged."))
	fmt.Fprintln(p.stderr, fault)
}

// farewell keeps the window of a double click open until its words are read.
func farewell(in io.Reader, out io.Writer) {
	p := &tongue{lang: locale()}
	fmt.Fprint(out, p.say("\nkonzept arbeitet in der Eingabeaufforderung: Öffnen Sie den Ordner Ihres Projekts, klicken Sie in die Adresszeile, tippen Sie cmd und\ndrücken Sie die Eingabetaste; dort rufen Sie konzept check und konzept build.\n\nWeiter mit der Eingabetaste … ",
		"\nkonzept works in the command prompt: open your project's folder, click into the address bar, type cmd and press Enter;\nthere call konzept check and konzept build.\n\nPress Enter to close … "))
	_, _ = in.Read(make([]byte, 1))
}

// translated puts what people type for help on Windows into our words.
func translated(args []string) []string {
	if len(args) == 2 && (args[1] == "/?" || args[1] == "-?" || strings.EqualFold(args[1], "/h") || strings.EqualFold(args[1], "/help")) {
		return []string{args[0], "--help"}
	}
	if n := len(args) - 1; n > 1 && (args[n] == "/?" || args[n] == "-?") {
		return append(args[:n:n], "--help")
	}
	return args
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
	all := []*cli.Command{p.buildCommand(), p.checkCommand(), p.listCommand(), p.initCommand(), p.inspectCommand(), p.explainCommand(), p.hyphenateCommand(), templatesCommand(p), p.versionCommand(), p.helpCommand()}
	for _, c := range all {
		c.OnUsageError = p.usageError
		c.HideHelpCommand = true
		c.UsageText = strings.TrimSpace("konzept " + c.Name + p.say(" [Schalter] ", " [options] ") + c.ArgsUsage)
		c.CustomHelpTemplate = p.worded(cli.CommandHelpTemplate)
	}
	return all
}
