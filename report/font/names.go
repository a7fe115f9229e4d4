package font

import (
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
)

// Name is how a face of a file is called.
type Name struct {
	Place
	Family string
	Weight int // 100 to 900
	Italic bool
}

// Limits of tables that are read for names, of names in them and of one name.
const (
	maxTable     = 1 << 20
	maxNames     = 1 << 12
	maxNameBytes = 400
)

// Numbers of names (OpenType specification, name).
const (
	nameFamily              = 1
	nameSubfamily           = 2
	nameTypographicFamily   = 16
	nameTypographicSubname  = 17
	namePostScriptOfVariant = 25
)

// List names the faces of a font file: each font of a collection, each named instance of a variable font. It reads no more
// than the tables that say so. A file that cannot be read has none.
func List(r io.ReaderAt, size int64) (names []Name) {
	read := func(at, n int) table {
		if at < 0 || n < 0 || n > maxTable || int64(at)+int64(n) > size {
			return nil
		}
		b := make(table, n)
		if k, _ := r.ReadAt(b, int64(at)); k < n {
			return nil
		}
		return b
	}
	head := read(0, int(min(size, 12+4*maxMembers)))
	for i, start := range members(head) {
		tables := map[string]table{}
		n := read(start, 12)
		if n == nil || kindOf(string(n[:4])) != nil {
			continue
		}
		directory := read(start+12, 16*n.u16(4))
		for k := range len(directory) / 16 {
			rec := directory[16*k:]
			switch tag := string(rec[:4]); tag {
			case "name", "OS/2", "fvar", "head":
				tables[tag] = read(rec.u32(8), rec.u32(12))
			}
		}
		names = append(names, listed(i, tables)...)
	}
	return names
}

// listed are the faces of one font.
func listed(number int, tables map[string]table) (names []Name) {
	family, subfamily := nameOf(tables["name"], nameTypographicFamily), nameOf(tables["name"], nameTypographicSubname)
	if family == "" {
		family, subfamily = nameOf(tables["name"], nameFamily), nameOf(tables["name"], nameSubfamily)
	}
	if family == "" {
		return nil
	}
	os2 := tables["OS/2"]
	italic := os2.u16(62)&0x201 != 0 || tables["head"].u16(44)&2 != 0 // italic, oblique
	axes, instances := variations(tables["fvar"])
	if len(instances) == 0 {
		return []Name{{Place{number, 0}, withWidth(family, subfamily), weightOf(os2.u16(4)), italic}}
	}
	for i := range instances {
		in := &instances[i]
		name := nameOf(tables["name"], in.name)
		n := Name{Place{number, i + 1}, withWidth(family, name), weightOf(os2.u16(4)), italic || isSlanted(name)}
		if w, ok := in.on(axes, "wght"); ok {
			n.Weight = weightOf(int(w))
		}
		for _, tag := range []string{"slnt", "ital"} {
			v, _ := in.on(axes, tag)
			n.Italic = n.Italic || v != 0
		}
		names = append(names, n)
	}
	return names
}

// weightOf is a weight class from 100 to 900; old fonts count from 1 to 9.
func weightOf(class int) int {
	switch {
	case class <= 0:
		return 400
	case class < 10:
		class *= 100
	}
	return min(max(class, 100), 900)
}

// weightWords and slantWords are what names say of weight and slant, which a face is found by otherwise.
var (
	weightWords = []string{"thin", "hairline", "light", "regular", "roman", "normal", "book", "medium", "bold", "black", "heavy"}
	slantWords  = []string{"italic", "oblique", "slanted", "it", "ital"}
	moreOrLess  = []string{"extra", "ultra", "semi", "demi"}
)

func isSlanted(name string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(name)), func(w string) bool {
		return slices.Contains(slantWords, w) || strings.HasSuffix(w, "italic") || strings.HasSuffix(w, "oblique")
	})
}

// withWidth adds to a family's name what else a face's own name says: Condensed, Display, Caption. Else faces of one weight
// and different width could not be told apart.
func withWidth(family, name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		lower := strings.ToLower(w)
		for _, suffix := range []string{"italic", "oblique"} {
			lower = strings.TrimSuffix(lower, suffix)
		}
		rest := lower
		for _, prefix := range moreOrLess {
			rest = strings.TrimPrefix(rest, prefix)
		}
		next := ""
		if i+1 < len(words) {
			next = strings.ToLower(words[i+1])
		}
		switch {
		case lower == "" || slices.Contains(weightWords, rest) || slices.Contains(slantWords, lower):
		case slices.Contains(moreOrLess, lower) && (next == "" || slices.Contains(weightWords, next)):
		case !slices.Contains(strings.Fields(strings.ToLower(family)), lower):
			family += " " + w
		}
	}
	return family
}

// nameOf is a name of the font in English, else in the first language that has it.
func nameOf(t table, id int) (found string) {
	storage, best := t.from(t.u16(4)), 0
	for i := range min(t.u16(2), maxNames) {
		rec := t.from(6 + 12*i)
		raw := storage.cut(rec.u16(10), rec.u16(8))
		if rec.u16(6) != id || len(raw) == 0 {
			continue
		}
		raw = raw[:min(len(raw), maxNameBytes)]
		rank, name := 1, ""
		switch platform, language := rec.u16(0), rec.u16(4); {
		case platform == 3 && language == 0x409:
			rank, name = 4, fromUTF16(raw)
		case platform == 3 || platform == 0:
			rank, name = 2, fromUTF16(raw)
		case platform == 1 && language == 0: // English in Mac Roman, of which only ASCII is read
			rank, name = 3, readable(string(raw))
		}
		if name != "" && rank > best {
			found, best = name, rank
		}
	}
	return found
}

func fromUTF16(raw table) string {
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = uint16(raw.u16(2 * i))
	}
	return readable(string(utf16.Decode(units)))
}

// readable is a name without what no name has.
func readable(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == unicode.ReplacementChar || !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, s)
	return strings.TrimSpace(s)
}

// instanceName is the PostScript name of an instance of a variable font: its own, else the font's with the instance's.
func (f *Face) instanceName(in *instance) string {
	t := f.tables["name"]
	if name := postScriptName(table(nameOf(t, in.postScript))); name != "" && in.postScript != 0 {
		return name
	}
	family := nameOf(t, namePostScriptOfVariant)
	if family == "" {
		family, _, _ = strings.Cut(f.name, "-")
	}
	name := postScriptName(table(family + "-" + strings.ReplaceAll(nameOf(t, in.name), " ", "")))
	return strings.TrimSuffix(name, "-")
}
