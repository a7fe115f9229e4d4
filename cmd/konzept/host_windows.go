package main

import (
	"os"
	"unsafe"

	"golang.org/x/sys/windows"
)

// alive tells whether a process runs.
func alive(pid int) bool {
	h, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, uint32(pid))
	if err != nil {
		return err == windows.ERROR_ACCESS_DENIED
	}
	defer windows.CloseHandle(h)
	var code uint32
	const stillActive = 259
	return windows.GetExitCodeProcess(h, &code) == nil && code == stillActive
}

// paints switches a console's colour codes on and tells whether it obeys them; older consoles print them.
func paints(f *os.File) bool {
	var mode uint32
	h := windows.Handle(f.Fd())
	if windows.GetConsoleMode(h, &mode) != nil {
		return false
	}
	return mode&windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING != 0 || windows.SetConsoleMode(h, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}

// clicked tells whether the program was started by a double click: then it is alone in its console, which closes when it
// ends.
func clicked() bool {
	list := windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList")
	if list.Find() != nil {
		return false
	}
	var pids [2]uint32
	n, _, _ := list.Call(uintptr(unsafe.Pointer(&pids[0])), uintptr(len(pids)))
	return n == 1
}

// arguments are the words of the command line, read so that a folder's last backslash does not swallow what follows.
func arguments() []string {
	args := words(windows.UTF16PtrToString(windows.GetCommandLine()))
	if len(args) == 0 {
		return os.Args
	}
	return args
}
