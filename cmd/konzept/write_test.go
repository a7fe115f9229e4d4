package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"konzept/report"
)

// windowsHost renames as Windows does: files that others hold cannot be replaced, each for as long as said.
type windowsHost struct {
	held map[string]time.Duration // base name: how long it is held
	now  time.Duration
}

func (w *windowsHost) host() host {
	return host{"windows", w.rename, func(d time.Duration) { w.now += d }}
}

func (w *windowsHost) rename(from, to string) error {
	if w.held[filepath.Base(to)] > w.now {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: syscall.Errno(32)} // ERROR_SHARING_VIOLATION
	}
	return os.Rename(from, to)
}

func outputs(names ...string) *report.Result {
	r := &report.Result{}
	for _, n := range names {
		r.Outputs = append(r.Outputs, report.Output{File: n, Data: []byte("neu " + n)})
	}
	return r
}

// written writes outputs into a folder and returns what stands there afterwards.
func written(t *testing.T, dir string, h host, res *report.Result) (files []string, where func(report.Output) string, err error) {
	t.Helper()
	p := newProcess("de", h, nil, os.Stderr).files
	where, err = p.write(res, func(o report.Output) string { return filepath.Join(dir, o.File) })
	entries, readErr := os.ReadDir(dir)
	if readErr != nil {
		t.Fatal(readErr)
	}
	for _, e := range entries {
		data, _ := os.ReadFile(filepath.Join(dir, e.Name()))
		files = append(files, e.Name()+"="+string(data))
	}
	return files, where, err
}

func TestAFileHeldForAMomentIsReplaced(t *testing.T) {
	dir := t.TempDir()
	w := &windowsHost{held: map[string]time.Duration{"a.pdf": 1500 * time.Millisecond}}
	files, _, err := written(t, dir, w.host(), outputs("a.pdf", "b.pdf"))
	if err != nil || !slices.Equal(files, []string{"a.pdf=neu a.pdf", "b.pdf=neu b.pdf"}) {
		t.Errorf("%q %v", files, err)
	}
}

func TestAFileHeldForGoodStaysAndTheNewestStandsBesideIt(t *testing.T) {
	dir := t.TempDir()
	for _, n := range []string{"a.pdf", "a (neu).pdf", "a (neu 2).pdf", "b (neu).pdf"} {
		if err := os.WriteFile(filepath.Join(dir, n), []byte("alt"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	w := &windowsHost{held: map[string]time.Duration{"a.pdf": time.Hour}}
	res := outputs("a.pdf", "b.pdf")
	files, where, err := written(t, dir, w.host(), res)
	if want := []string{"a (neu).pdf=neu a.pdf", "a.pdf=alt", "b.pdf=neu b.pdf"}; !slices.Equal(files, want) {
		t.Errorf("got %q, want %q", files, want)
	}
	if err == nil || !strings.Contains(err.Error(), "die neue Fassung liegt in") || filepath.Base(where(res.Outputs[0])) != "a (neu).pdf" || filepath.Base(where(res.Outputs[1])) != "b.pdf" {
		t.Errorf("%v %s", err, where(res.Outputs[0]))
	}
	w.held["a (neu).pdf"] = time.Hour // both are open now
	files, _, err = written(t, dir, w.host(), outputs("a.pdf"))
	if err == nil || !slices.Contains(files, "a (neu 2).pdf=neu a.pdf") {
		t.Errorf("got %q, %v", files, err)
	}
	if w.now > 20*time.Second {
		t.Errorf("waited %v", w.now)
	}
	w.held = nil
	if files, _, err = written(t, dir, w.host(), outputs("a.pdf")); err != nil || !slices.Equal(files, []string{"a.pdf=neu a.pdf", "b.pdf=neu b.pdf"}) {
		t.Errorf("got %q, %v", files, err)
	}
}

func TestReasonsOfWindowsAreWordedInGerman(t *testing.T) {
	for n, want := range map[syscall.Errno]string{2: "gibt es nicht", 3: "gibt es nicht", 5: "dazu fehlt das Recht", 32: "in einem anderen Programm geöffnet", 112: "der Datenträger ist voll",
		39: "der Datenträger ist voll", 123: "ein Zeichen des Namens", 267: "kein Ordner", 206: "zu lang", 19: "schreibgeschützt", 53: "Netzlaufwerk"} {
		p := &tongue{lang: "de", system: "windows"}
		if got := p.refused("x.pdf", &fs.PathError{Op: "write", Path: `C:\.konzept-1`, Err: n}).Error(); !strings.HasPrefix(got, "x.pdf: ") || !strings.Contains(got, want) {
			t.Errorf("%d: %s", n, got)
		}
	}
	for err, want := range map[error]string{syscall.ENOSPC: "voll", syscall.ENOTDIR: "kein Ordner", syscall.EROFS: "schreibgeschützt", fs.ErrNotExist: "gibt es nicht", syscall.EISDIR: "ist ein Ordner"} {
		p := &tongue{lang: "de", system: "linux"}
		if got := p.refused("x.pdf", &fs.PathError{Op: "write", Err: err}).Error(); !strings.Contains(got, want) {
			t.Errorf("%v: %s", err, got)
		}
	}
}

func TestTemporaryFilesOfKilledRunsAreRemoved(t *testing.T) {
	dir := t.TempDir()
	dead := 1 << 22 // above pid_max of Linux by default, and of Windows in practice
	keep := tempPrefix + machine() + "-" + strconv.Itoa(os.Getppid()) + "-0.tmp"
	old := tempPrefix + "1234567"
	for _, n := range []string{tempPrefix + machine() + "-" + strconv.Itoa(dead) + "-0.tmp", keep, old, tempPrefix + "andererrechner-1-0.tmp"} {
		if err := os.WriteFile(filepath.Join(dir, n), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	past := time.Now().Add(-48 * time.Hour)
	if err := os.Chtimes(filepath.Join(dir, old), past, past); err != nil {
		t.Fatal(err)
	}
	files, _, err := written(t, dir, host{runtime.GOOS, os.Rename, time.Sleep}, outputs("a.pdf"))
	want := []string{keep + "=x", tempPrefix + "andererrechner-1-0.tmp=x", "a.pdf=neu a.pdf"}
	slices.Sort(want)
	if err != nil || !slices.Equal(files, want) {
		t.Errorf("got %q, want %q, %v", files, want, err)
	}
}

func TestAStoppedRunLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	p := newProcess("de", host{runtime.GOOS, os.Rename, time.Sleep}, nil, nil).files
	if _, err := p.temporary(filepath.Join(dir, "a.pdf"), []byte("x")); err != nil {
		t.Fatal(err)
	}
	if _, err := p.open(dir); err != nil { // being written when the signal comes
		t.Fatal(err)
	}
	p.stop()
	if _, err := p.temporary(filepath.Join(dir, "b.pdf"), []byte("x")); !errors.Is(err, errStopped) {
		t.Errorf("began another file: %v", err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) > 0 {
		t.Errorf("left %v", entries)
	}
}

func TestRightsFollowTheUmask(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no umask")
	}
	dir := t.TempDir()
	probe := filepath.Join(dir, "probe")
	f, err := os.OpenFile(probe, os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	want, _ := os.Stat(probe)
	if _, _, err := written(t, dir, host{runtime.GOOS, os.Rename, time.Sleep}, outputs("a.pdf")); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.Stat(filepath.Join(dir, "a.pdf")); got.Mode() != want.Mode() {
		t.Errorf("got %v, want %v", got.Mode(), want.Mode())
	}
}

func TestWordsOfAWindowsCommandLine(t *testing.T) {
	for line, want := range map[string][]string{
		`konzept.exe check --project "C:\neu eins\" --strict`:             {"konzept.exe", "check", "--project", `C:\neu eins\`, "--strict"},
		`"C:\Pro gramme\konzept.exe" build --out "C:\a b\c d\" --quiet`:   {`C:\Pro gramme\konzept.exe`, "build", "--out", `C:\a b\c d\`, "--quiet"},
		`konzept build --project "C:\a b\" --out "C:\c d\"`:               {"konzept", "build", "--project", `C:\a b\`, "--out", `C:\c d\`},
		`konzept init C:\stadt\`:                                          {"konzept", "init", `C:\stadt\`},
		`konzept build --only "measure=m 1"  ""`:                          {"konzept", "build", "--only", "measure=m 1", ""},
		`konzept hyphenate "a\"b" \\server\share\x "\\server\mit leer\y"`: {"konzept", "hyphenate", `a"b`, `\\server\share\x`, `\\server\mit leer\y`},
		"konzept\tcheck": {"konzept", "check"},
	} {
		if got := words(line); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", line, got, want)
		}
	}
}

func TestHelpAsOnWindows(t *testing.T) {
	for _, args := range [][]string{{"konzept", "/?"}, {"konzept", "-?"}, {"konzept", "/H"}, {"konzept", "build", "/?"}} {
		var out, talk bytes.Buffer
		if code := run(args, &out, &talk); code != exitDone || !strings.Contains(out.String(), "SCHALTER") && !strings.Contains(out.String(), "OPTIONS") {
			t.Errorf("%q: %d %s %s", args, code, out.String(), talk.String())
		}
	}
}

func TestADoubleClickIsExplained(t *testing.T) {
	t.Setenv("KONZEPT_LANG", "de")
	var out bytes.Buffer
	farewell(strings.NewReader("\r\n"), &out)
	if !strings.Contains(out.String(), "Eingabeaufforderung") || !strings.Contains(out.String(), "Eingabetaste") {
		t.Error(out.String())
	}
}
