package schema

import (
	"strings"
	"unicode/utf8"
)

// outlineWidth keeps the list of keys on a terminal and in the manual.
const outlineWidth = 120

// Outline lists all keys: those of the data with their fields, and in braces what stands within a field. A required one has a *.
func Outline() string {
	var b strings.Builder
	for _, k := range Kinds() {
		const indent = "    "
		line := k.Key + ":"
		for i, word := range keysOf(k.Fields) {
			if i > 0 {
				line += ","
			}
			if utf8.RuneCountInString(line)+len(word)+2 > outlineWidth {
				b.WriteString(line + "\n")
				line = indent + word
			} else {
				line += " " + word
			}
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}

func keysOf(fields []Field) []string {
	keys := make([]string, len(fields))
	for i := range fields {
		f := &fields[i]
		if keys[i] = f.Key; f.Required {
			keys[i] += "*"
		}
		if len(f.Fields) > 0 {
			keys[i] += " {" + strings.Join(keysOf(f.Fields), ", ") + "}"
		}
	}
	return keys
}
