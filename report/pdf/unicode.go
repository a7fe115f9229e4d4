package pdf

import (
	"strconv"
	"strings"
)

// ToUnicode maps the codes of a font to text, in pages of 256 codes (ISO 32000-1, 9.10.3). It is empty at first.
type ToUnicode struct {
	Wide  bool   // codes have two bytes
	Bad   string // code in hexadecimal digits whose value is no text; empty: none
	pages [256]*[256]string
}

// At is the text of a code; empty if it has none.
func (u *ToUnicode) At(code uint16) string {
	if p := u.pages[code>>8]; p != nil {
		return p[code&0xFF]
	}
	return ""
}

func (u *ToUnicode) set(code int, text string) {
	if code < 0 || code > 0xFFFF {
		return
	}
	p := u.pages[code>>8]
	if p == nil {
		p = &[256]string{}
		u.pages[code>>8] = p
	}
	p[code&0xFF] = text
	if strings.ContainsAny(text, "\x00\uFEFF\uFFFE") {
		u.Bad = strconv.FormatInt(int64(code), 16)
	}
}

// Empty tells whether no code has a text.
func (u *ToUnicode) Empty() bool { return u.pages == [256]*[256]string{} }

// Read takes the bfchar and bfrange sections of a ToUnicode stream.
func (u *ToUnicode) Read(data []byte) {
	l := Lexer{b: data}
	var args []string
	left := 1 << 18 // codes that ranges may set: more is no font's map
	for !l.done() {
		switch v := l.object(0).(type) {
		case string:
			args = append(args, v)
		case Operator:
			switch v {
			case "endbfchar":
				for ; len(args) >= 2; args = args[2:] {
					u.set(big([]byte(args[0])), utf16Text(args[1]))
				}
			case "endbfrange":
				for ; len(args) >= 3; args = args[3:] {
					lo, hi, to := big([]byte(args[0])), big([]byte(args[1])), []rune(utf16Text(args[2]))
					for c := lo; c <= hi && c <= 0xFFFF && c >= 0 && len(to) > 0 && left > 0; c++ {
						u.set(c, string(to))
						to[len(to)-1]++
						left--
					}
				}
			}
			args = nil
		}
	}
}
