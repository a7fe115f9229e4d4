package report

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
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

// fontFile is a typeface file of the project or a built-in one, which is read when a text first needs it.
type fontFile struct {
	files fs.FS
	name  string
	read  func() (*font.File, error)
	opens map[font.Place]func() (*text.Face, error) // each once, whatever name asked for it
}

func newFontFile(files fs.FS, name string) *fontFile {
	f := &fontFile{files: files, name: name, opens: map[font.Place]func() (*text.Face, error){}}
	f.read = sync.OnceValues(func() (*font.File, error) { return readFont(files, name) })
	return f
}

// open opens a face of the file. It is asked for while typefaces are listed, by one goroutine.
func (f *fontFile) open(at font.Place) func() (*text.Face, error) {
	if f.opens[at] == nil {
		f.opens[at] = sync.OnceValues(func() (*text.Face, error) {
			file, err := f.read()
			if err != nil {
				return nil, err
			}
			return text.Open(file, at)
		})
	}
	return f.opens[at]
}

func readFont(f fs.FS, name string) (*font.File, error) {
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
	return font.NewFile(data), nil
}

// fontFiles are the typeface files right in a folder.
func fontFiles(folder fs.FS) (all []*fontFile) {
	if folder == nil {
		return nil
	}
	names, _ := fs.Glob(folder, "*")
	for _, name := range names {
		if isFace(name) {
			all = append(all, newFontFile(folder, name))
		}
	}
	return all
}

// faces lists the typefaces, the project's before the built-in ones: the project's by the names in their files, and by those
// of the files themselves, which is how the built-in ones are known.
func (b *build) faces() []typeface.Face {
	var all, byFile []typeface.Face
	for _, f := range b.typefaces {
		named := f.named()
		all = append(all, named...)
		if face := f.byFile(); !slices.ContainsFunc(named, func(n typeface.Face) bool { return typeface.SameFamily(n.Family, face.Family) }) {
			byFile = append(byFile, face)
		}
	}
	all = append(all, byFile...)
	for _, f := range fontFiles(b.Fonts) {
		all = append(all, f.byFile())
	}
	return all
}

// byFile is the file's first face under the name of the file.
func (f *fontFile) byFile() typeface.Face {
	family, weight, italic := facets(f.name)
	return typeface.Face{Family: family, Weight: weight, Italic: italic, Open: f.open(font.Place{})}
}

// named are the file's faces by the names that stand in it.
func (f *fontFile) named() (all []typeface.Face) {
	file, err := f.files.Open(f.name)
	if err != nil {
		return nil
	}
	defer file.Close()
	info, err := file.Stat()
	r, ok := file.(io.ReaderAt)
	if err != nil || !ok || info.Size() > maxFont {
		return nil
	}
	for _, n := range font.List(r, info.Size()) {
		all = append(all, typeface.Face{Family: n.Family, Weight: n.Weight, Italic: n.Italic, Open: f.open(n.Place)})
	}
	return all
}

// unusable says in both languages why a typeface is.
func unusable(err error) string {
	german := map[font.Fault]string{
		font.Damaged: "sie ist beschädigt", font.NoFont: "sie ist keine Schrift im Format TrueType oder OpenType",
		font.WebFont: "sie ist eine Webschrift (WOFF)", font.TooLarge: "sie ist größer als 32 MiB",
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
	return !strings.Contains(name, "/") && slices.Contains(unread[:4], strings.ToLower(path.Ext(name)))
}

// unread are endings of typefaces that are not: other formats than the first four, and those in a folder of its own.
var unread = []string{".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2", ".eot", ".pfb", ".dfont"}

// checkFonts opens every typeface of the project, so that a damaged one is a finding even if no style names it. It tells
// whether all are sound: with a damaged one, every letter would be a finding of its own.
func (b *build) checkFonts() bool {
	folder := sub(b.Project, "fonts")
	if folder == nil {
		return true
	}
	_ = fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !isFace(name) && slices.Contains(unread, strings.ToLower(path.Ext(name))) {
			b.res.Findings.Add("unread-font", diag.Span{File: "fonts/" + name}, name)
		}
		return nil
	})
	sound := true
	b.typefaces = fontFiles(folder)
	for _, f := range b.typefaces {
		if err := f.check(); err != nil {
			b.res.Findings.Add("bad-font", diag.Span{File: "fonts/" + f.name}, f.name, unusable(err))
			sound = false
		}
	}
	return sound
}

// check opens every font of the file, of a variable one the first instance, too.
func (f *fontFile) check() error {
	file, err := f.read()
	if err != nil {
		return err
	}
	for i := range max(file.Members(), 1) { // a collection of none is damaged
		if _, err := f.open(font.Place{Member: i})(); err != nil {
			return err
		}
		if file.Instances(i) > 0 {
			if _, err := f.open(font.Place{Member: i, Instance: 1})(); err != nil {
				return err
			}
		}
	}
	return nil
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
	base, _, _ = strings.Cut(base, "[") // where variable fonts name their axes
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
