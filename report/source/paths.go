package source

import (
	"strings"
	"unicode"

	"konzept/report/diag"
)

// UnsafePath says why a path would not name the same file inside the project on every system, or "".
func UnsafePath(s string) string {
	switch {
	case strings.ContainsFunc(s, unicode.IsControl):
		return diag.Both(`in "…" macht \ mit einem Buchstaben ein Steuerzeichen; schreiben Sie / zwischen den Ordnern`, `within "…" a backslash with a letter makes a control character; write / between folders`)
	case strings.ContainsRune(s, '\\'):
		return diag.Both("\\ trennt nur unter Windows", `\ separates on Windows only`)
	case strings.HasPrefix(s, "/"):
		return diag.Both("er beginnt an der Wurzel des Rechners", "it starts at the machine's root")
	case strings.ContainsAny(s, `:*?"<>|`):
		return diag.Both(`: * ? " < > | sind unter Windows verboten`, `: * ? " < > | are forbidden on Windows`)
	}
	for _, part := range strings.Split(s, "/") {
		switch {
		case part == "..":
			return diag.Both("er verlässt den Ordner", "it leaves the folder")
		case part == "" || part == ".":
			return diag.Both("ein Teil ist leer", "a part is empty")
		case strings.HasSuffix(part, ".") || strings.HasSuffix(part, " "):
			return diag.Both("Punkt oder Leerzeichen am Ende fällt unter Windows weg", "Windows drops a dot or space at the end")
		case IsDevice(part):
			return diag.Both(part+" ist unter Windows ein Gerät", part+" is a device on Windows")
		}
	}
	return ""
}

// IsDevice tells whether Windows takes a file's name for that of a device: CON, NUL.txt, COM1.
func IsDevice(name string) bool {
	base, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch base = strings.TrimRight(base, " "); base {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	return len(base) == 4 && (base[:3] == "COM" || base[:3] == "LPT") && base[3] >= '0' && base[3] <= '9'
}
