package source

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"konzept/report/diag"
)

var utf8BOM = []byte{0xEF, 0xBB, 0xBF}

// Check looks at a text file's bytes before anyone reads it: size, encoding, characters that nobody can see. It
// returns false when the file cannot be read as text.
func Check(name string, data []byte, out *diag.List) bool {
	whole := diag.Span{File: name}
	if len(data) > maxBytes {
		out.Add("file-too-large", whole, name, fmt.Sprint(maxBytes>>20))
		return false
	}
	if enc := utf16Name(data); enc != "" {
		out.Add("utf-16", diag.Span{File: name, To: min(2, int32(len(data)))}, enc)
		return false
	}
	if !utf8.Valid(data) {
		notUTF8(name, data, out)
		return false
	}
	return characters(name, data, out)
}

func utf16Name(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return "UTF-16 LE"
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return "UTF-16 BE"
	}
	head := data[:min(len(data), 64)]
	if n := bytes.Count(head, []byte{0}); len(head) > 7 && n > len(head)/3 {
		return "UTF-16"
	}
	return ""
}

// notUTF8 reports the first bad byte and what it is in Windows-1252, the encoding such files come in.
func notUTF8(name string, data []byte, out *diag.List) {
	i := 0
	for i < len(data) {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n <= 1 {
			break
		}
		i += n
	}
	out.Add("not-utf-8", diag.Span{File: name, From: int32(i), To: int32(i + 1)},
		fmt.Sprintf("0x%02X", data[i]), string(windows1252(data[i])))
}

// windows1252 decodes the letters that German and its neighbours use; the rest equals Latin-1.
func windows1252(b byte) rune {
	switch b {
	case 0x80:
		return '€'
	case 0x84:
		return '„'
	case 0x93:
		return '“'
	case 0x94:
		return '”'
	case 0x96:
		return '–'
	case 0x85:
		return '…'
	}
	if b < 0xA0 {
		return '?'
	}
	return rune(b)
}

// characters reports what does not belong into data: control characters (an error), and letters that look right and
// are not: decomposed umlauts, direction controls, invisible and wrongly converted characters.
func characters(name string, data []byte, out *diag.List) bool {
	ok, prev, counts := true, rune(0), map[diag.Code]int{}
	add := func(code diag.Code, from, to int, args ...string) {
		if counts[code]++; counts[code] <= maxNotes {
			out.Add(code, diag.Span{File: name, From: int32(from), To: int32(to)}, args...)
		}
	}
	for i := 0; i < len(data); {
		b := data[i]
		if b < utf8.RuneSelf {
			if b < ' ' && b != '\n' && b != '\t' && (b != '\r' || i+1 == len(data) || data[i+1] != '\n') || b == 0x7F {
				add("control-character", i, i+1, fmt.Sprintf("U+%04X", b))
				ok = false
			}
			prev = rune(b)
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		switch code, args := judge(prev, r); {
		case bullet(data, i, n, r): // becomes an item of a list
		case code == "control-character":
			add(code, i, i+n, args...)
			ok = false
		case code == "decomposed-letter":
			add(code, i-utf8.RuneLen(prev), i+n, args...)
		case code == "double-encoded":
			add(code, i-utf8.RuneLen(prev), i+n, args...)
		case code == "invisible-character" && r == 0xFEFF && i == 0:
		case code != "":
			add(code, i, i+n, args...)
		}
		prev = r
		i += n
	}
	return ok
}

// bullet tells whether a character is a bullet of Word's symbol typefaces, which stand at U+F020 to U+F0FF: at the start of a
// line, with white space behind it.
func bullet(data []byte, i, n int, r rune) bool {
	if r < 0xF020 || r > 0xF0FF || i+n >= len(data) || data[i+n] != ' ' && data[i+n] != '\t' {
		return false
	}
	start := bytes.LastIndexByte(data[:i], '\n') + 1
	return len(bytes.TrimLeft(data[start:i], " \t")) == 0
}

// escapes reports what a text in "…" hides behind \u and \x: characters that would be refused if they stood there.
func escapes(at diag.Span, value string, out *diag.List) {
	for _, r := range value {
		code, args := judge(0, r)
		switch {
		case r < ' ' && r != '\n' && r != '\t' || r == 0x7F:
			code, args = "control-character", []string{fmt.Sprintf("U+%04X", r)}
		case code == "control-character" || code == "bidi-control":
		default:
			continue
		}
		out.Add(code, at, args...)
	}
}

// unfit are characters that no text may hold, or that nobody sees in it.
var unfit = []struct {
	from, to rune
	code     diag.Code
}{
	{0x80, 0x9F, "control-character"},
	{0x200B, 0x200B, "invisible-character"}, {0x200E, 0x200F, "invisible-character"}, {0x2060, 0x2060, "invisible-character"}, {0xFEFF, 0xFEFF, "invisible-character"},
	{0x2028, 0x2029, "control-character"},
	{0x202A, 0x202E, "bidi-control"}, {0x2066, 0x2069, "bidi-control"},
	{0xE000, 0xF8FF, "control-character"}, // private use
}

// judge names what is wrong with a character after its neighbour, if anything.
func judge(prev, r rune) (diag.Code, []string) {
	switch {
	case r < 0x80:
		return "", nil
	case r < 0xA0 && (prev == 'Ã' || prev == 'â'):
		return "double-encoded", []string{string(prev) + "…"}
	case prev == 'Ã' && r >= 0xA0 && r <= 0xBF:
		return "double-encoded", []string{string([]rune{prev, r})}
	case r == 0x0308 || r >= 0x0300 && r <= 0x0302:
		if c := composed(prev, r); c != 0 {
			return "decomposed-letter", []string{string(c)}
		}
	case r == utf8.RuneError:
		return "lost-character", nil
	case r&0xFFFE == 0xFFFE: // noncharacters, Unicode 23.7
		return "control-character", []string{fmt.Sprintf("U+%04X", r)}
	}
	for _, u := range unfit {
		if r >= u.from && r <= u.to {
			return u.code, []string{fmt.Sprintf("U+%04X", r)}
		}
	}
	return "", nil
}

// composed returns the letter that base and a following accent should be, for the accents of German and its loans.
func composed(base, accent rune) rune {
	letters := map[rune]string{
		0x0308: "aäoöuüAÄOÖUÜeëiïyÿ", 0x0300: "aàeèiìoòuùAÀEÈ", 0x0301: "aáeéiíoóuúAÁEÉ", 0x0302: "aâeêiîoôuûAÂEÊ",
	}
	pairs := []rune(letters[accent])
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == base {
			return pairs[i+1]
		}
	}
	return 0
}
