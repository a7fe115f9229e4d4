package font

import (
	"bytes"
	"sync"

	gotext "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Limits of what a file may hold: collections in use have at most some dozen faces, variable fonts some dozen instances.
const (
	maxFont      = 32 << 20 // the biggest office fonts have about 20 MiB
	maxMembers   = 128
	maxInstances = 256
)

// Place is a face within a file.
type Place struct {
	Member   int // of a collection; 0 of a single font
	Instance int // named instance of a variable font, from 1; 0: as the font is without variation
}

// File is a font file: a single font, a collection of several, each possibly variable. It may be used by several goroutines.
type File struct {
	data    []byte
	mu      sync.Mutex
	members map[int]*member
	cffs    map[*byte]*cff // by their first byte: fonts of a collection share them
}

// member is one font of a file, with what its instances share.
type member struct {
	file    *File
	number  int
	tables  map[string]table
	cff     *cff // of table CFF or CFF2
	err     error
	parsing sync.Once
	parsed  *gotext.Font
}

// NewFile takes the bytes of a font file; they must not be changed.
func NewFile(data []byte) *File {
	return &File{data: data, members: map[int]*member{}, cffs: map[*byte]*cff{}}
}

// Parse reads a file's first face; see File.Face.
func Parse(data []byte) (*Face, error) { return NewFile(data).Face(Place{}) }

// Members is how many fonts the file holds; 0 if it is a collection without any.
func (f *File) Members() int { return len(members(f.data)) }

// Instances is how many named instances a font of the file has.
func (f *File) Instances(member int) int {
	_, instances := variations(f.member(member).tables["fvar"])
	return len(instances)
}

// member reads the font at a number, once.
func (f *File) member(number int) *member {
	f.mu.Lock()
	defer f.mu.Unlock()
	m := f.members[number]
	if m == nil {
		m = &member{file: f, number: number}
		m.err = m.read()
		f.members[number] = m
	}
	return m
}

func (m *member) read() error {
	data := m.file.data
	if len(data) > maxFont {
		return TooLarge
	}
	starts := members(data)
	if m.number < 0 || m.number >= len(starts) {
		return damaged("no font %d", m.number+1)
	}
	var err error
	m.tables, err = directory(data, starts[m.number])
	t, read := m.tables["CFF "], readCFF
	if t == nil {
		t, read = m.tables["CFF2"], readCFF2
	}
	if err != nil || len(t) == 0 {
		return err
	}
	if m.cff = m.file.cffs[&t[0]]; m.cff == nil {
		if m.cff, err = read(t); err != nil {
			return err
		}
		m.file.cffs[&t[0]] = m.cff
	}
	if m.cff.charstrings.n != m.tables["maxp"].u16(4) {
		return damaged("CFF: %d glyphs instead of %d", m.cff.charstrings.n, m.tables["maxp"].u16(4))
	}
	return nil
}

// members are where the table directories of a file begin (OpenType specification, "Font Collections").
func members(file table) []int {
	if string(file.cut(0, 4)) != "ttcf" {
		return []int{0}
	}
	var starts []int
	for i := range min(file.u32(8), maxMembers) {
		starts = append(starts, file.u32(12+4*i))
	}
	return starts
}

// library is the font as the shaping library reads it: parsed once, when a text first needs it; nil for fonts that the library
// refuses or, damaged in ways that it does not expect, panics on.
func (m *member) library() *gotext.Font {
	m.parsing.Do(func() {
		defer func() {
			if recover() != nil {
				m.parsed = nil
			}
		}()
		loaders, err := opentype.NewLoaders(bytes.NewReader(m.withoutCFF2()))
		if err != nil || m.number >= len(loaders) {
			return
		}
		if parsed, err := gotext.NewFont(loaders[m.number]); err == nil {
			m.parsed = parsed
		}
	})
	return m.parsed
}

// withoutCFF2 is the file with table CFF2 under another tag: the library (v0.3.3) looks for its subroutines in the wrong place
// and refuses the font. Shaping does not need outlines.
func (m *member) withoutCFF2() []byte {
	if m.tables["CFF2"] == nil {
		return m.file.data
	}
	data := table(bytes.Clone(m.file.data))
	directory := data.from(members(data)[m.number])
	for i := range directory.u16(4) {
		if tag := directory.cut(12+16*i, 4); string(tag) == "CFF2" {
			copy(tag, "hide")
		}
	}
	return data
}
