//go:build !windows

package main

import (
	"errors"
	"os"
	"syscall"
)

// alive tells whether a process runs: signal 0 reaches it, or is not allowed to.
func alive(pid int) bool {
	return !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH)
}

// paints tells whether a terminal obeys colour codes.
func paints(*os.File) bool { return true }

// clicked tells whether the program was started by a double click, so that its window closes when it ends.
func clicked() bool { return false }

// arguments are the words of the command line.
func arguments() []string { return os.Args }
