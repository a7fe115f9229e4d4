package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"konzept/report"
)

// writer writes a run's files and remembers the temporary ones that it must not leave behind.
type writer struct {
	*tongue
	host    host
	mu      sync.Mutex
	temps   []*os.File
	stopped bool // a signal came: no file is begun any more

	waited, waitedThis time.Duration // for files that other programs hold: for all, and for the present one
	waitedFor          string
}

// write puts every output beside its destination under a temporary name and renames them when all are written: a
// reader never sees half a file, and a full disk leaves the old files as they were. It returns where each output stands,
// which is not where it should when another program holds that file.
func (p *writer) write(res *report.Result, path func(report.Output) string) (func(report.Output) string, error) {
	defer p.clean()
	p.sweep(res, path)
	temps := make([]string, len(res.Outputs))
	for i, o := range res.Outputs {
		t, err := p.temporary(path(o), o.Data)
		if err != nil {
			res.Outputs = nil
			return path, exit{exitHost, p.refused(short(path(o)), err)}
		}
		temps[i] = t
	}
	stands := map[string]string{} // output file: where else it stands
	var locked []error            // the others are renamed all the same: old and new files side by side would be worse
	kept := res.Outputs[:0]
	for i, o := range res.Outputs {
		to := path(o)
		if err := p.patiently(temps[i], to); err != nil {
			other, err := p.beside(temps[i], to, err)
			locked = append(locked, err)
			if other == "" {
				continue
			}
			stands[o.File] = other
		} else {
			p.forget(to, 0)
		}
		kept = append(kept, o)
	}
	res.Outputs = kept
	where := func(o report.Output) string {
		if other, ok := stands[o.File]; ok {
			return other
		}
		return path(o)
	}
	if len(locked) > 0 {
		return where, exit{exitHost, errors.Join(locked...)}
	}
	return where, nil
}

// host is what writing needs from the system. Tests put another in its place.
type host struct {
	system string // runtime.GOOS
	rename func(from, to string) error
	sleep  func(time.Duration)
}

// patience is how long a rename waits for scanners, indexers and programs that synchronise: they hold a new file for a
// moment. Viewers hold it for good, so that all files of a build wait twice as long together.
const patience = 2 * time.Second

// patiently renames, again and again while another program holds one of the files.
func (p *writer) patiently(from, to string) error {
	for pause := 20 * time.Millisecond; ; pause = min(2*pause, 250*time.Millisecond) {
		err := p.host.rename(from, to)
		if err == nil || !held(p.host.system, err) || isDir(to) || p.waited >= 2*patience {
			return err
		}
		if p.waitedFor != to {
			p.waitedFor, p.waitedThis = to, 0
		}
		if p.waitedThis >= patience {
			return err
		}
		p.host.sleep(pause)
		p.waited, p.waitedThis = p.waited+pause, p.waitedThis+pause
	}
}

// versions is how many new versions stand beside a file that cannot be replaced, before one of them must give way.
const versions = 9

// beside keeps the new file under another name when the old one cannot be replaced, as when a viewer holds it on Windows,
// and returns that name.
func (p *writer) beside(temp, path string, cause error) (string, error) {
	if isDir(path) {
		return "", p.refused(short(path), syscall.EISDIR) // renaming says that it exists
	}
	for n := 1; n <= versions; n++ {
		other := p.version(path, n)
		if isDir(other) || p.host.rename(temp, other) != nil {
			continue
		}
		p.forget(path, n)
		return other, fmt.Errorf(p.say("%s ist in einem anderen Programm geöffnet oder gesperrt; die neue Fassung liegt in %s", "%s is open in another program or locked; the new version is in %s"), short(path), short(other))
	}
	return "", p.refused(short(path), cause)
}

// version is the name of the n-th new version beside a file.
func (p *writer) version(path string, n int) string {
	ext := filepath.Ext(path)
	word := p.say(" (neu)", " (new)")
	if n > 1 {
		word = strings.TrimSuffix(word, ")") + " " + strconv.Itoa(n) + ")"
	}
	return strings.TrimSuffix(path, ext) + word + ext
}

// forget removes new versions beside a file that are older than the one just written, which has the number n; 0 is the
// file itself.
func (p *writer) forget(path string, n int) {
	for i := 1; i <= versions; i++ {
		if i != n {
			os.Remove(p.version(path, i))
		}
	}
}

// temporary writes a file under a name of this run. Its rights are those that the umask leaves.
func (p *writer) temporary(path string, data []byte) (string, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return "", err
	}
	f, err := p.open(filepath.Dir(path))
	if err != nil {
		return "", err
	}
	_, err = f.Write(data)
	return f.Name(), errors.Join(err, f.Close())
}

// errStopped stands for a signal that came while files were written.
var errStopped = errors.New("stopped")

func (p *writer) open(dir string) (*os.File, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.stopped {
		return nil, errStopped
	}
	f, err := os.OpenFile(filepath.Join(dir, tempName(len(p.temps))), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err == nil {
		p.temps = append(p.temps, f)
	}
	return f, err
}

const tempPrefix = ".konzept-"

// tempName is a temporary file's name: it tells the machine and the process that made it, so that another can see
// whether they are still at work.
func tempName(n int) string {
	return tempPrefix + machine() + "-" + strconv.Itoa(os.Getpid()) + "-" + strconv.Itoa(n) + ".tmp"
}

// machine is a mark of this computer, since folders may be shared.
func machine() string {
	name, _ := os.Hostname()
	sum := uint32(2166136261) // FNV-1a, 32 bits
	for _, b := range []byte(name) {
		sum = (sum ^ uint32(b)) * 16777619
	}
	return strconv.FormatUint(uint64(sum), 36)
}

// sweep removes temporary files of runs that were killed.
func (p *writer) sweep(res *report.Result, path func(report.Output) string) {
	seen := map[string]bool{}
	for _, o := range res.Outputs {
		dir := filepath.Dir(path(o))
		if seen[dir] {
			continue
		}
		seen[dir] = true
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), tempPrefix) && abandoned(e) {
				os.Remove(filepath.Join(dir, e.Name()))
			}
		}
	}
}

// abandoned tells whether nobody writes a temporary file any more: its process is gone, or it is a day old.
func abandoned(e os.DirEntry) bool {
	if info, err := e.Info(); err != nil || time.Since(info.ModTime()) > 24*time.Hour {
		return err == nil
	}
	parts := strings.Split(strings.TrimPrefix(e.Name(), tempPrefix), "-")
	if len(parts) != 3 || parts[0] != machine() {
		return false
	}
	pid, err := strconv.Atoi(parts[1])
	return err == nil && pid != os.Getpid() && !alive(pid)
}

// clean removes temporary files that were not renamed.
func (p *writer) clean() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, f := range p.temps {
		f.Close() // an open file cannot be removed on Windows
		os.Remove(f.Name())
	}
	p.temps = nil
}

// stop is clean for a run that ends now: nothing is begun after it.
func (p *writer) stop() {
	p.mu.Lock()
	p.stopped = true
	p.mu.Unlock()
	p.clean()
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
