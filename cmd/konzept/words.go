package main

import "strings"

// words parts a Windows command line. Programs there read `\"` as a quotation mark within the word, so that the folder in
// --project "C:\neu eins\" --strict swallows the option behind it. No path holds a quotation mark: where a white space or
// the end follows, it closes the word and the backslash is the folder's.
func words(line string) (args []string) {
	var b strings.Builder
	within, any := false, false
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '\\' && i+1 < len(line) && line[i+1] == '"' && !(within && ends(line, i+2)):
			b.WriteByte('"')
			i++
			any = true
		case c == '"':
			within, any = !within, true
		case (c == ' ' || c == '\t') && !within:
			if any {
				args = append(args, b.String())
			}
			b.Reset()
			any = false
		default:
			b.WriteByte(c)
			any = true
		}
	}
	if any {
		args = append(args, b.String())
	}
	return args
}

func ends(line string, i int) bool { return i >= len(line) || line[i] == ' ' || line[i] == '\t' }
