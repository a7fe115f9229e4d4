package report_test

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"image"
	"image/jpeg"
	"os"
	"os/user"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf16"

	"konzept/report"
	"konzept/report/diag"
	"konzept/report/schema"
	"konzept/report/verify"
	"konzept/templates"
)

// marker writes records of every kind of the schema table, each text of which is a word that stands nowhere else.
type marker struct {
	yaml  strings.Builder
	marks map[string]string              // word -> kind and field
	other bool                           // other words, numbers, dates and choices than usual
	prose func(where, key string) string // what a text says; nil: a mark
}

// either is one of two values: the usual one or the other.
func (m *marker) either(usual, other string) string {
	if m.other {
		return other
	}
	return usual
}

func (m *marker) mark(where string) string {
	word := fmt.Sprintf("%sq%03dq", m.either("X", "Y"), len(m.marks)) // too short to be broken, so that it stays whole on paper
	m.marks[word] = where
	return word
}

// text is what a text of a field says, as flow YAML.
func (m *marker) text(where, key string) string {
	if m.prose != nil {
		return m.prose(where, key)
	}
	return m.mark(where)
}

// value is a field's value as flow YAML; refs lead to this writer's own records.
func (m *marker) value(where string, f schema.Field) string {
	switch f.Type {
	case schema.Text:
		return m.text(where, f.Key)
	case schema.Texts:
		return "[" + m.text(where, f.Key) + "]"
	case schema.Word:
		return m.mark(where)
	case schema.Int, schema.Decimal, schema.Euro:
		return m.either("1", "3")
	case schema.Bool:
		return m.either("true", "false")
	case schema.Day, schema.When:
		if f.Key == "end" {
			return m.either("2025-05-07", "2025-08-08")
		}
		return m.either("2024-05-07", "2024-05-06")
	case schema.Time:
		if f.Key == "end" {
			return m.either(`"16:00"`, `"17:00"`)
		}
		return m.either(`"14:00"`, `"14:30"`)
	case schema.Year:
		return m.either("2024", "2023")
	case schema.Choice:
		return strconv.Quote(m.either(f.Values[0].Key, f.Values[1].Key))
	case schema.Ref:
		return "x-" + f.Of
	case schema.Refs:
		return "[x-" + f.Of + "]"
	case schema.File:
		return "bilder/x.jpg"
	case schema.URL:
		return "https://" + strings.ToLower(m.mark(where)) + ".example"
	case schema.Nested:
		return m.fields(where, f.Fields, nil)
	case schema.NestedList:
		return "[" + m.fields(where, f.Fields, nil) + "]"
	}
	return "{}"
}

// left are fields that would make the record break a rule of the data, or that say who sees it.
var left = map[string]bool{"id": true, "visibility": true, "hide": true, "parent": true, "weekday": true, "balance": true, "related": true, "placeholder": true, "previous_end": true, "colour": true, "symbol": true, "decorative": true, "email": true, "phone": true, "level": true, "merged_into": true, "perspective": true, "vote": true, "no": true, "abstained": true}

func (m *marker) fields(where string, fields []schema.Field, only func(schema.Field) bool) string {
	var s []string
	for _, f := range fields {
		if !left[f.Key] && (only == nil || only(f)) {
			s = append(s, f.Key+": "+m.value(where+"."+f.Key, f))
		}
	}
	return "{" + strings.Join(s, ", ") + "}"
}

// everyKind is one record of each kind with visibility, and what the schema says is hidden on a record that shows.
func everyKind(visibility string) (yaml []byte, marks map[string]string) {
	return (&marker{marks: map[string]string{}}).everyKind(visibility)
}

func (m *marker) everyKind(visibility string) (yaml []byte, marks map[string]string) {
	for _, k := range schema.Kinds() {
		open := false
		for _, f := range k.Fields {
			open = open || f.Key == "visibility"
		}
		if !open || k.Single {
			continue
		}
		body := strings.TrimPrefix(m.fields(k.Key, k.Fields, nil), "{")
		fmt.Fprintf(&m.yaml, "%s:\n  - {id: x-%s, visibility: %s, %s\n", k.Key, k.Key, visibility, body)
		if k.Key == "measures" {
			hidden := strings.TrimPrefix(m.fields(k.Key, k.Fields, func(f schema.Field) bool { return f.Visibility > schema.Public }), "{")
			fmt.Fprintf(&m.yaml, "  - {id: sichtbar, code: \"9.9\", title: Sichtbar, lead: fb-soziales, goals: [z-1], phase: in Planung, signal: im Plan, comment: %s, hide: {comment: council}, %s\n", m.mark("hide"), hidden)
		}
	}
	return []byte(m.yaml.String()), m.marks
}

// tracked is a JPEG file with a word in its EXIF, in its XMP and in a comment.
func tracked(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 900, 600)), nil); err != nil {
		t.Fatal(err)
	}
	segment := func(marker byte, s string) []byte {
		return append([]byte{0xFF, marker, byte((len(s) + 2) >> 8), byte(len(s) + 2)}, s...)
	}
	out := append([]byte{}, b.Bytes()[:2]...)
	out = append(out, segment(0xE1, "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00 XqGPSq")...)
	out = append(out, segment(0xE1, "http://ns.adobe.com/xap/1.0/\x00<x>XqXMPq</x>")...)
	out = append(out, segment(0xFE, "XqCOMq")...)
	return append(out, b.Bytes()[2:]...)
}

// everywhere builds all targets in all editions.
func everywhere(t *testing.T, files fstest.MapFS) map[string][]report.Output {
	t.Helper()
	made := map[string][]report.Output{}
	for _, edition := range []string{"screen", "print", "copy", "draft"} {
		o := options(files)
		o.Targets, o.Edition = report.Targets(templates.FS, files), edition
		r, err := report.Build(o)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.Findings.Findings {
			if diag.SeverityOf(f.Code) == diag.Error {
				t.Fatalf("%s: %s %q in %s at %d", edition, f.Code, f.Args, f.At.File, f.At.From)
			}
		}
		if len(r.Outputs) == 0 {
			t.Fatalf("%s: no outputs", edition)
		}
		made[edition] = r.Outputs
	}
	return made
}

var (
	bfchar  = regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]+)>`)
	shown   = regexp.MustCompile(`(?s)(\[.*?\] ?TJ|\((?:[^\\)]|\\.)*\) ?Tj)`)
	literal = regexp.MustCompile(`(?s)\(((?:[^\\)]|\\.)*)\)`)
)

// legible is all that an output can be made to say: its bytes, unpacked; UTF-16 as text; what its glyphs stand for.
func legible(t *testing.T, o report.Output) string {
	t.Helper()
	var all strings.Builder
	var maps []map[string]string
	var contents []string
	for _, part := range unpacked(t, o) {
		all.Write(part)
		all.WriteByte('\n')
		if bytes.Contains(part, []byte("beginbfchar")) {
			m := map[string]string{}
			for _, c := range bfchar.FindAllSubmatch(part, -1) {
				code, _ := hex.DecodeString(string(c[1]))
				m[string(code)] = fromHex(string(c[2]))
			}
			maps = append(maps, m)
		} else if bytes.Contains(part, []byte(" Tf")) {
			contents = append(contents, string(part))
		}
	}
	for _, c := range contents {
		for _, s := range shown.FindAllString(c, -1) {
			var codes []byte
			for _, l := range literal.FindAllStringSubmatch(s, -1) {
				codes = append(codes, unescape(l[1])...)
			}
			for _, m := range maps { // which font it is does not matter: a word comes out whole under its own
				for i := 0; i+1 < len(codes); i += 2 {
					all.WriteString(m[string(codes[i:i+2])])
				}
				all.WriteByte(' ')
			}
		}
	}
	text := all.String()
	for _, h := range regexp.MustCompile(`<FEFF([0-9A-F]+)>`).FindAllStringSubmatch(text, -1) {
		text += " " + fromHex(h[1])
	}
	return text
}

func fromHex(s string) string {
	b, _ := hex.DecodeString(s)
	var u []uint16
	for i := 0; i+1 < len(b); i += 2 {
		u = append(u, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(u))
}

func unescape(s string) []byte {
	var b []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			if i++; s[i] == 'r' {
				b = append(b, '\r')
				continue
			}
		}
		b = append(b, s[i])
	}
	return b
}

func leakProject(t *testing.T, visibility string) (fstest.MapFS, map[string]string) {
	t.Helper()
	yaml, marks := everyKind(visibility)
	more := "pictures:\n  - {id: foto, file: bilder/x.jpg, alt: Ein Foto, credit: Stadt}\nseries:\n  - {id: offen, title: Offene Reihe, text: Offen., picture: foto}\n" +
		"workshops:\n  - {id: abend, title: Offener Abend, series: offen, picture: foto}\nparts:\n  - {id: offen, workshop: abend, number: 1, date: 2024-10-14}\n"
	project, err := os.ReadFile(scaffold + "/data/konzept.yaml")
	if err != nil {
		t.Fatal(err)
	}
	project = bytes.Replace(project, []byte("{target: concept, file: Konzept}"), []byte("{target: concept, file: Konzept, attach: data}"), 1)
	return overlay(t, scaffold, map[string][]byte{"data/konzept.yaml": project, "data/x.yaml": yaml, "data/y.yaml": []byte(more), "data/bilder/x.jpg": tracked(t)}), marks
}

// TestNothingHiddenLeavesAByte holds for every kind of record, every target and every edition.
func TestNothingHiddenLeavesAByte(t *testing.T) {
	thorough(t)
	files, marks := leakProject(t, "office")
	where := strangersOf(t)
	for edition, outputs := range everywhere(t, files) {
		for _, o := range outputs {
			text := legible(t, o)
			for _, word := range regexp.MustCompile(`(?i)xq(\d{3}|GPS|XMP|COM)q`).FindAllString(text, -1) {
				t.Fatalf("%s of %s (%s) holds %s: %s", edition, o.Target, o.File, word, marks["Xq"+word[2:]])
			}
			for what, s := range where {
				if strings.Contains(text, s) {
					t.Errorf("%s of %s (%s) holds the %s %q", edition, o.Target, o.File, what, s)
				}
			}
		}
	}
}

// TestMarksWouldBeSeen: the same records, made public, come out: the test above looks where words are.
func TestMarksWouldBeSeen(t *testing.T) {
	thorough(t)
	files, marks := leakProject(t, "public")
	found, attached, read := map[string]bool{}, false, ""
	for _, outputs := range everywhere(t, files) {
		for _, o := range outputs {
			attached = attached || bytes.Contains(o.Data, []byte("/Type /EmbeddedFile"))
			for _, word := range regexp.MustCompile(`Xq\d{3}q`).FindAllString(legible(t, o), -1) {
				found[word] = true
			}
			if r, err := verify.Inspect(o.Data); err == nil {
				read += text(r)
			}
		}
	}
	if len(found) < len(marks)/2 || !attached {
		t.Errorf("only %d of %d words come out; data attached: %t", len(found), len(marks), attached)
	}
	for word := range found {
		// Letters that are read by the map of another typeface may happen to spell a hidden word: only what readers of PDF see counts.
		if w := marks[word]; (w == "hide" || w == "measures.internal_note" || w == "measures.risks") && strings.Contains(read, word) {
			t.Errorf("%s is hidden and came out", w)
		}
	}
}

// strangersOf is what a file could say about the machine that made it and when.
func strangersOf(t *testing.T) map[string]string {
	t.Helper()
	m := map[string]string{"date": time.Now().Format("20060102"), "day": time.Now().Format("2006-01-02")}
	if dir, err := os.Getwd(); err == nil && len(dir) > 4 {
		m["path"] = dir
	}
	if u, err := user.Current(); err == nil && len(u.Username) > 4 {
		m["user"] = u.Username
	}
	if host, err := os.Hostname(); err == nil && len(host) > 4 {
		m["host"] = host
	}
	return m
}
