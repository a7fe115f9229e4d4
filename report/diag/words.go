package diag

import (
	"strconv"
	"strings"
)

// languageSeparator starts an argument that holds a German and an English form. No input can hold it: control characters are
// refused.
const languageSeparator = "\x01"

// Both makes an argument that prints differently in German and in English, such as a field's label.
func Both(de, en string) string { return languageSeparator + de + languageSeparator + en }

// Counted makes an argument of a number with its word: 1 Person, 2 Personen.
func Counted(n int64, de, des, en, ens string) string {
	s := strconv.FormatInt(n, 10)
	if n == 1 {
		return Both(s+" "+de, s+" "+en)
	}
	return Both(s+" "+des, s+" "+ens)
}

// inLang returns an argument's form in a language.
func inLang(arg, lang string) string {
	if !strings.HasPrefix(arg, languageSeparator) {
		return arg
	}
	de, en, _ := strings.Cut(arg[len(languageSeparator):], languageSeparator)
	if lang == "en" {
		return en
	}
	return de
}

// Suggest makes the argument that names the nearest of the known words, or else lists them.
func Suggest(word string, known []string) string {
	if near := Nearest(word, known); near != "" {
		return Both("meinten Sie „"+near+"“?", "did you mean “"+near+"”?")
	}
	if len(known) == 0 {
		return Both("davon gibt es hier noch nichts", "there is nothing of the kind here yet")
	}
	const most = 12
	names := strings.Join(known[:min(len(known), most)], ", ")
	if len(known) > most {
		names += ", …"
	}
	return Both("erlaubt: "+names, "allowed: "+names)
}

// Nearest returns the known word that a slip of the keys would turn into word, or "".
func Nearest(word string, known []string) string {
	w := fold(word)
	best, least := "", min(len(w)/3+1, 4) // a slip in three letters, three at most
	for _, k := range known {
		f := fold(k)
		if len(f)-len(w) >= least || len(w)-len(f) >= least {
			continue
		}
		if d := distance(w, f); d < least {
			best, least = k, d
		}
	}
	if best == "" && len(w) >= 4 {
		for _, k := range known {
			if f := fold(k); strings.HasPrefix(string(f), string(w)) || len(f) >= 4 && strings.HasPrefix(string(w), string(f)) {
				return k
			}
		}
	}
	return best
}

// fold drops what people mistake most: case, umlauts and separators.
func fold(s string) []rune {
	s = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "-", "", "_", "", " ", "").Replace(strings.ToLower(s))
	r := []rune(s)
	return r[:min(len(r), 64)]
}

// distance counts the letters to add, drop, change or swap with the neighbour (optimal string alignment).
func distance(a, b []rune) int {
	prev2, prev, cur := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			change := prev[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			cur[j] = min(change, prev[j]+1, cur[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(b)]
}

// Words returns a code's message and remedy with the arguments filled in. What a terminal would obey is made visible.
func Words(c Code, args []string, lang string) (message, hint string) {
	e, ok := Lookup(c)
	if !ok {
		return visible(string(c) + " " + strings.Join(args, " ")), ""
	}
	w := e.DE
	if lang == "en" {
		w = e.EN
	}
	return fill(w.Message, args, lang), fill(w.Hint, args, lang)
}

// maxArg keeps a text of megabytes from filling the screen.
const maxArg = 300

// fill replaces {0}, {1}, … in one pass, so that an argument's own braces stay.
func fill(s string, args []string, lang string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '{')
		if i < 0 || i+2 >= len(s) {
			b.WriteString(s)
			return b.String()
		}
		k := int(s[i+1] - '0')
		if s[i+2] != '}' || k < 0 || k >= len(args) {
			b.WriteString(s[:i+1])
			s = s[i+1:]
			continue
		}
		b.WriteString(s[:i])
		arg := visible(inLang(args[k], lang))
		if len(arg) > maxArg {
			arg = strings.ToValidUTF8(arg[:maxArg], "") + "…"
		}
		b.WriteString(arg)
		s = s[i+3:]
	}
}
