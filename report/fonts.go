package report

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"

	"konzept/report/diag"
	"konzept/report/font"
	"konzept/report/hyphen"
	"konzept/report/source"
	"konzept/report/text"
	"konzept/report/typeface"
)

// maxFont is the largest typeface file that is read (FEATURES.md section 4, case 14).
const maxFont = 32 << 20

// faces lists the typefaces by their files' names, the project's before the built-in ones. A file is opened when a
// text first needs it.
func (b *build) faces() []typeface.Face {
	var all []typeface.Face
	for _, f := range []fs.FS{sub(b.Project, "fonts"), b.Fonts} {
		if f == nil {
			continue
		}
		names, _ := fs.Glob(f, "*")
		for _, name := range slices.DeleteFunc(names, func(n string) bool { return !isFace(n) }) {
			family, weight, italic := facets(name)
			all = append(all, typeface.Face{Family: family, Weight: weight, Italic: italic, Open: func() (*text.Face, error) { return openFace(f, name) }})
		}
	}
	return all
}

// unusable says in both languages why a typeface is.
func unusable(err error) string {
	german := map[font.Fault]string{
		font.Damaged: "sie ist beschädigt", font.NoFont: "sie ist keine TrueType-Datei", font.CFFOutlines: "sie enthält CFF-Umrisse (.otf)",
		font.Collection: "sie ist eine Sammlung (.ttc)", font.WebFont: "sie ist eine Webschrift (WOFF)", font.TooLarge: "sie ist größer als 32 MiB",
		font.NoEmbedding: "ihre Lizenz verbietet das Einbetten", font.NoCharacters: "ihr fehlt die Zuordnung zu Unicode oder das Leerzeichen",
	}
	var f font.Fault
	if errors.As(err, &f) {
		return diag.Both(german[f], err.Error())
	}
	return err.Error()
}

// isFace tells whether a file in fonts/ is a typeface that is read.
func isFace(name string) bool {
	return !strings.Contains(name, "/") && strings.EqualFold(path.Ext(name), ".ttf")
}

// unread are endings of typefaces that are not: other formats, and TrueType in a folder of its own.
var unread = []string{".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2", ".eot", ".pfb", ".dfont"}

func openFace(f fs.FS, name string) (*text.Face, error) {
	info, err := fs.Stat(f, name)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxFont {
		return nil, font.TooLarge
	}
	data, err := fs.ReadFile(f, name)
	if err != nil {
		return nil, err
	}
	return text.Parse(data)
}

// checkFonts opens every typeface of the project, so that a damaged one is a finding even if no style names it. It tells
// whether all are sound: with a damaged one, every letter would be a finding of its own.
func (b *build) checkFonts() bool {
	f := sub(b.Project, "fonts")
	if f == nil {
		return true
	}
	sound := true
	_ = fs.WalkDir(f, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || d.IsDir():
		case isFace(name):
			if _, err := openFace(f, name); err != nil {
				b.res.Findings.Add("bad-font", diag.Span{File: "fonts/" + name}, name, unusable(err))
				sound = false
			}
		case slices.Contains(unread, strings.ToLower(path.Ext(name))):
			b.res.Findings.Add("unread-font", diag.Span{File: "fonts/" + name}, name)
		}
		return nil
	})
	return sound
}

// weights are the usual names in typeface files (CSS Fonts 4, section 2.2), the longer before those they contain.
var weights = []struct {
	name   string
	weight int
}{
	{"ExtraLight", 200}, {"UltraLight", 200}, {"ExtraBold", 800}, {"UltraBold", 800}, {"SemiBold", 600}, {"Semibold", 600}, {"DemiBold", 600},
	{"Thin", 100}, {"Light", 300}, {"Regular", 400}, {"Medium", 500}, {"Bold", 700}, {"Black", 900}, {"Heavy", 900},
}

// facets reads family, weight and slant from a file name such as SourceSans3-SemiboldIt.ttf.
func facets(file string) (family string, weight int, italic bool) {
	base, face, _ := strings.Cut(strings.TrimSuffix(path.Base(file), path.Ext(file)), "-")
	weight = 400
	for _, w := range weights {
		if rest, ok := strings.CutPrefix(face, w.name); ok {
			weight, face = w.weight, rest
			break
		}
	}
	italic = strings.HasPrefix(face, "It") || strings.HasPrefix(face, "Oblique")
	return spaced(base), weight, italic
}

// HyphenationFile holds a project's own hyphenations: a word a line with a hyphen at each allowed break, # comments.
const HyphenationFile = "data/trennungen.txt"

// hyphenations are the project's own, with what is wrong with their file in the findings.
func (b *build) hyphenations() *hyphen.Exceptions {
	data, err := fs.ReadFile(b.Project, HyphenationFile)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			b.res.Findings.Add("file-unreadable", diag.Span{File: HyphenationFile}, HyphenationFile)
		}
		return nil
	}
	source.Check(HyphenationFile, data, &b.res.Findings)
	hyphenationLines(data, func(word string, from int) {
		if !isHyphenation(word) {
			b.res.Findings.Add("bad-hyphenation", diag.Span{File: HyphenationFile, From: int32(from), To: int32(from + len(word))}, word)
		}
	})
	return Hyphenations(b.Project)
}

// Hyphenations reads the project's own hyphenations, nil if it has none.
func Hyphenations(project fs.FS) *hyphen.Exceptions {
	data, err := fs.ReadFile(project, HyphenationFile)
	if err != nil || len(data) > maxFile {
		return nil
	}
	var words []string
	hyphenationLines(data, func(word string, _ int) {
		if isHyphenation(word) {
			words = append(words, word)
		}
	})
	return hyphen.NewExceptions(words)
}

// hyphenationLines visits the words of the file and where each begins.
func hyphenationLines(data []byte, visit func(word string, from int)) {
	rest, at := withoutBOM(data)
	for line := range strings.Lines(string(rest)) {
		word, _, _ := strings.Cut(line, "#")
		if trimmed := strings.TrimSpace(word); trimmed != "" {
			visit(trimmed, at+strings.Index(word, trimmed))
		}
		at += len(line)
	}
}

// isHyphenation tells whether a line is one word with hyphens, if any, between its letters.
func isHyphenation(word string) bool {
	word = strings.ReplaceAll(word, "\u00ad", "-")
	for _, part := range strings.Split(word, "-") {
		if part == "" || strings.IndexFunc(part, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && r != '*' && r != ':' && r != '·' && r != '’'
		}) >= 0 {
			return false
		}
	}
	return true
}

// spaced sets the spaces of a family's name: SourceSans3 is Source Sans 3.
func spaced(s string) string {
	var b strings.Builder
	var last rune
	for _, r := range s {
		if last != 0 && (unicode.IsLower(last) && unicode.IsUpper(r) || unicode.IsLetter(last) && unicode.IsDigit(r)) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}
