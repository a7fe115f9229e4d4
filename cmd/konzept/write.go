package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"konzept/report"
)

// write puts every output beside its destination under a temporary name and renames them when all are written: a
// reader never sees half a file, and a full disk leaves the old files as they were.
func (p *process) write(res *report.Result, path func(report.Output) string) error {
	defer p.clean()
	temps := make([]string, len(res.Outputs))
	for i, o := range res.Outputs {
		t, err := p.temporary(path(o), o.Data)
		if err != nil {
			return exit{exitHost, p.refused(short(path(o)), err)}
		}
		temps[i] = t
	}
	var locked []error // the others are renamed all the same: old and new files side by side would be worse
	for i, o := range res.Outputs {
		if err := os.Rename(temps[i], path(o)); err != nil {
			locked = append(locked, p.locked(temps[i], path(o), err))
		}
	}
	if len(locked) > 0 {
		return exit{exitHost, errors.Join(locked...)}
	}
	return nil
}

// refused says in the reader's language why the system did not do what it was asked to.
func (p *process) refused(name string, err error) error {
	reason := err.Error()
	for _, r := range []struct {
		cause  error
		de, en string
	}{
		{fs.ErrNotExist, "gibt es nicht", "does not exist"},
		{fs.ErrPermission, "dazu fehlt das Recht", "no permission"},
		{syscall.ENOTDIR, "ein Teil des Pfads ist kein Ordner", "part of the path is no folder"},
		{fs.ErrExist, "ein Teil des Pfads ist kein Ordner", "part of the path is no folder"},
		{syscall.EISDIR, "ist ein Ordner", "is a folder"},
		{syscall.ENOSPC, "der Datenträger ist voll", "the disk is full"},
		{syscall.EROFS, "der Datenträger ist schreibgeschützt", "the disk is read-only"},
		{syscall.ENAMETOOLONG, "der Name ist zu lang", "the name is too long"},
	} {
		if errors.Is(err, r.cause) {
			reason = p.say(r.de, r.en)
			break
		}
	}
	return fmt.Errorf("%s: %s", name, reason)
}

func (p *process) temporary(path string, data []byte) (string, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return "", err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".konzept-*")
	if err != nil {
		return "", err
	}
	p.mu.Lock()
	p.temps = append(p.temps, f.Name())
	p.mu.Unlock()
	_, err = f.Write(data)
	if err == nil {
		err = f.Chmod(0o644)
	}
	return f.Name(), errors.Join(err, f.Close())
}

// locked keeps the new file under another name when the old one cannot be replaced, as when a viewer holds it on Windows.
func (p *process) locked(temp, path string, cause error) error {
	ext := filepath.Ext(path)
	other := strings.TrimSuffix(path, ext) + p.say(" (neu)", " (new)") + ext
	if isDir(path) {
		cause = syscall.EISDIR // renaming says that it exists
	}
	if isDir(path) || os.Rename(temp, other) != nil {
		return p.refused(short(path), cause)
	}
	return fmt.Errorf(p.say("%s ist in einem anderen Programm geöffnet oder gesperrt; die neue Fassung liegt in %s", "%s is open in another program or locked; the new version is in %s"), short(path), short(other))
}

// clean removes temporary files that were not renamed.
func (p *process) clean() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, t := range p.temps {
		os.Remove(t)
	}
	p.temps = slices.Delete(p.temps, 0, len(p.temps))
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
