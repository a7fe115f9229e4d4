package main

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
)

// reason is why a system refuses, in both languages.
type reason struct{ de, en string }

var (
	missing   = reason{"gibt es nicht", "does not exist"}
	forbidden = reason{"dazu fehlt das Recht", "no permission"}
	noFolder  = reason{"ein Teil des Pfads ist kein Ordner", "part of the path is no folder"}
	folder    = reason{"ist ein Ordner", "is a folder"}
	full      = reason{"der Datenträger ist voll", "the disk is full"}
	readOnly  = reason{"der Datenträger ist schreibgeschützt", "the disk is read-only"}
	tooLong   = reason{"der Name ist zu lang", "the name is too long"}
	inUse     = reason{"ist in einem anderen Programm geöffnet oder gesperrt", "is open in another program or locked"}
	badName   = reason{"ein Zeichen des Namens ist hier nicht erlaubt", "a character of the name is not allowed here"}
	unplugged = reason{"das Laufwerk ist nicht bereit", "the drive is not ready"}
	noNetwork = reason{"das Netzlaufwerk ist nicht erreichbar", "the network drive cannot be reached"}
	cloud     = reason{"die Datei liegt nur in der Cloud und lässt sich gerade nicht laden", "the file is in the cloud only and cannot be fetched now"}
	faulty    = reason{"der Datenträger meldet einen Fehler", "the disk reports a fault"}
)

// unixReasons and windowsReasons are the numbers of the systems: errno(3), and System Error Codes of the Windows API.
var unixReasons = []struct {
	cause error
	reason
}{
	{syscall.ENOTDIR, noFolder}, {syscall.EISDIR, folder}, {syscall.ENOSPC, full}, {syscall.EDQUOT, full}, {syscall.EROFS, readOnly},
	{syscall.ENAMETOOLONG, tooLong}, {syscall.EIO, faulty},
}

var windowsReasons = map[syscall.Errno]reason{
	2: missing, 3: missing, 5: forbidden, 15: missing, 19: readOnly, 21: unplugged, 23: faulty, 32: inUse, 33: inUse, 39: full, 53: noNetwork, 55: noNetwork,
	59: noNetwork, 64: noNetwork, 65: forbidden, 67: noNetwork, 82: forbidden, 112: full, 121: noNetwork, 123: badName, 161: badName, 206: tooLong, 267: noFolder,
	362: cloud, 389: cloud, 390: cloud, 395: cloud, 426: cloud, 1117: faulty, 1167: unplugged, 1224: inUse, 1231: noNetwork, 1295: full, 1392: faulty,
}

// held tells whether Windows says that another program holds a file. It also says “no permission” then.
func held(system string, err error) bool {
	var n syscall.Errno
	if system != "windows" || !errors.As(err, &n) {
		return false
	}
	return n == 5 || n == 32 || n == 33 || n == 1224
}

// why words what a system says.
func why(system string, err error) (reason, bool) {
	var n syscall.Errno
	if system == "windows" && errors.As(err, &n) {
		if r, ok := windowsReasons[n]; ok {
			return r, true
		}
	}
	if system != "windows" {
		for _, r := range unixReasons {
			if errors.Is(err, r.cause) {
				return r.reason, true
			}
		}
	}
	switch {
	case errors.Is(err, syscall.EISDIR):
		return folder, true
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return noFolder, true
	case errors.Is(err, fs.ErrNotExist):
		return missing, true
	case errors.Is(err, fs.ErrPermission):
		return forbidden, true
	case errors.Is(err, errStopped):
		return reason{"abgebrochen", "stopped"}, true
	}
	return reason{}, false
}

// refused says in the reader's language why the system did not do what it was asked to.
func (p *tongue) refused(name string, err error) error {
	text := err.Error()
	if r, ok := why(p.system, err); ok {
		text = p.say(r.de, r.en)
	}
	return fmt.Errorf("%s: %s", name, text)
}
