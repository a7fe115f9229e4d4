package report_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"konzept/report"
	"konzept/report/diag"
	"konzept/report/geom"
	"konzept/report/internal/odddata"
	"konzept/report/page"
)

// setLine is one line of a block as it stands on a finished page.
type setLine struct {
	page  int
	x, y  geom.Length
	right geom.Length // where its last visible sign ends
	text  string
	size  geom.Length
	runs  []*page.Text
}

// block is an element that holds lines, with all of them in reading order.
type block struct {
	elem  *page.Elem
	lines []setLine
}

var blockTypes = []string{"P", "H1", "H2", "H3", "H4", "H5", "H6", "Caption", "TD", "TH", "LBody", "Lbl", "TOCI", "Note"}

func (b *block) heading() bool { return len(b.elem.Type) == 2 && b.elem.Type[0] == 'H' }

// blocks gathers the lines of all blocks of a document from its pages. A line ends where the next run stands further left
// or on another baseline; raised marks of notes do not count.
func blocks(d *page.Document) []*block {
	var list []*block
	of := map[*page.Elem]*block{}
	for n, pg := range d.Pages {
		var last *block
		for _, it := range pg.Items {
			r, ok := it.(*page.Text)
			if !ok || r.Elem == nil || r.Turn != 0 {
				continue
			}
			e := r.Elem
			for e.Parent != nil && !slices.Contains(blockTypes, e.Type) {
				e = e.Parent
			}
			if e.Parent == nil {
				continue // a label of a drawing is no line of a block
			}
			b := of[e]
			if b == nil {
				b = &block{elem: e}
				of[e] = b
				list = append(list, b)
			}
			b.add(n, r, last == b)
			last = b
		}
	}
	return list
}

func (b *block) add(n int, r *page.Text, goesOn bool) {
	if k := len(b.lines); k > 0 && goesOn && b.lines[k-1].page == n {
		if l := &b.lines[k-1]; r.X > l.x && r.Y-l.y < l.size*6/10 && l.y-r.Y < l.size*6/10 {
			l.text += r.Run.Text
			l.right = max(l.right, ink(r))
			l.runs = append(l.runs, r)
			return
		}
	}
	b.lines = append(b.lines, setLine{page: n, x: r.X, y: r.Y, right: ink(r), text: r.Run.Text, size: r.Run.Size, runs: []*page.Text{r}})
}

// ink is where a run's last visible sign ends.
func ink(r *page.Text) geom.Length {
	right := r.X + r.Run.Width()
	if n := len(r.Run.Glyphs); n > 0 && strings.HasSuffix(r.Run.Text, " ") {
		right -= r.Run.WordSpace + r.Run.Size.Mul(int64(r.Run.Face.Advance(r.Run.Glyphs[n-1].ID)), int64(r.Run.Face.UnitsPerEm()))
	}
	return right
}

// hyphenated tells whether a line ends with a hyphen, its own or the text's.
func (l *setLine) hyphenated() bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(l.text, " "))
	return r == '-' || r == '\u00ad' || r == '\u2010'
}

// setting judges the finished pages of a document as a reader of proofs does. Where words are torn because no line can
// hold them, findings say so, and headings do not stay whole.
func setting(t *testing.T, name string, d *page.Document, torn bool) (lines, loose int) {
	t.Helper()
	list := blocks(d)
	for _, b := range list {
		row := 0
		for i := range b.lines {
			l := &b.lines[i]
			switch {
			case !l.hyphenated():
				row = 0
			case row == 0 || strings.Contains(strings.TrimSpace(l.text), " "): // else a single word takes the whole line
				row++
			}
			switch where := fmt.Sprintf("%s, page %d: %q", name, l.page+1, l.text); {
			case row > 2:
				t.Errorf("%s is the third hyphen in a row", where)
			case b.heading() && !torn && strings.HasSuffix(l.text, "\u00ad"):
				t.Errorf("%s parts a word of a heading", where)
			case l.right > d.Pages[l.page].Size.W-5*geom.MM:
				t.Errorf("%s runs into the edge of the page", where)
			}
			n, far := l.spaced(t, name)
			if i < len(b.lines)-1 && l.right-l.x > 110*geom.MM {
				lines, loose = lines+n, loose+far
			}
		}
		parted(t, name, b)
	}
	return lines, loose
}

// spaced asserts that a line's glyphs are expanded by two percent at most, and tells whether it is justified and whether
// its word spaces are wider than half an em.
func (l *setLine) spaced(t *testing.T, name string) (justified, loose int) {
	for _, r := range l.runs {
		if s := r.Run.Expansion; s < -20 || s > 20 {
			t.Errorf("%s, page %d: %q is expanded by %d thousandths", name, l.page+1, l.text, s)
		}
		if r.Run.WordSpace == 0 && r.Run.Expansion == 0 {
			continue
		}
		justified = 1
		if g, ok := r.Run.Face.Glyph(' '); ok && r.Run.WordSpace+l.size.Mul(int64(r.Run.Face.Advance(g)), int64(r.Run.Face.UnitsPerEm())) > l.size/2 {
			loose = 1
		}
	}
	return justified, loose
}

// parted asserts that where a paragraph goes over to another page at least two of its lines stand on either, and that no
// word is parted by the page's end.
func parted(t *testing.T, name string, b *block) {
	t.Helper()
	n := len(b.lines)
	if n < 2 || b.lines[0].page == b.lines[n-1].page {
		return
	}
	if b.lines[1].page != b.lines[0].page {
		t.Errorf("%s: page %d ends with the first line %q of %s", name, b.lines[0].page+1, b.lines[0].text, path(b.elem))
	}
	if b.lines[n-2].page != b.lines[n-1].page {
		t.Errorf("%s: page %d begins with the last line %q of %s", name, b.lines[n-1].page+1, b.lines[n-1].text, path(b.elem))
	}
	for i := 1; i < n; i++ {
		if l := &b.lines[i-1]; l.page != b.lines[i].page && strings.HasSuffix(l.text, "\u00ad") {
			t.Errorf("%s: the end of page %d parts the word at the end of %q in %s", name, l.page+1, l.text, path(b.elem))
		}
	}
}

// stranded asserts that no page ends with a heading whose section goes on overleaf, nor with a table's header: footnotes
// below them are no text of theirs.
func stranded(t *testing.T, name string, d *page.Document) {
	t.Helper()
	for n, pg := range d.Pages[:len(d.Pages)-1] {
		var last *page.Elem
		for _, it := range pg.Items {
			if e := it.Element(); e != nil && !within(e, "Note") {
				last = e
			}
		}
		for ; last != nil; last = last.Parent {
			h, rest := last.Type, d.Pages[n+1:]
			if (len(h) == 2 && h[0] == 'H' || h == "THead") && goesOn(rest, last.Parent) && !goesOn(rest, last) {
				t.Errorf("%s: page %d ends with %s", name, n+1, h)
			}
		}
	}
}

// goesOn tells whether any of the pages holds something of an element.
func goesOn(pages []*page.Page, of *page.Elem) bool {
	for _, pg := range pages {
		for _, it := range pg.Items {
			for e := it.Element(); e != nil; e = e.Parent {
				if e == of {
					return true
				}
			}
		}
	}
	return false
}

// path names an element by those that hold it.
func path(e *page.Elem) string {
	if e.Parent == nil {
		return e.Type
	}
	return path(e.Parent) + "/" + e.Type
}

func within(e *page.Elem, kind string) bool {
	for ; e != nil; e = e.Parent {
		if e.Type == kind {
			return true
		}
	}
	return false
}

// prose is a template with much running text of all kinds: paragraphs with notes, headings, lists, boxes, columns, tables.
func prose() []byte {
	words := strings.Fields("die Stadt und ihre Vereine fördern Begegnung im Quartier damit Nachbarschaften einander kennenlernen " +
		"Sprachförderung Beratungsstelle Integrationsbeauftragte Zuwanderungsgeschichte Ausbildungsvorbereitung Verwaltung schafft " +
		"verlässliche Angebote für Familien mit kleinen Kindern ohne lange Wege oder Wartezeiten in mehreren Sprachen am Vormittag")
	r := rand.New(rand.NewPCG(3, 5))
	var s strings.Builder
	sentences := func(n int) {
		for range n {
			for i := range 6 + r.IntN(16) {
				w := words[r.IntN(len(words))]
				if i == 0 {
					first, size := utf8.DecodeRuneInString(w)
					w = string(unicode.ToUpper(first)) + w[size:]
				} else {
					s.WriteByte(' ')
				}
				s.WriteString(w)
			}
			s.WriteString(". ")
		}
	}
	paragraphs := func(n int) {
		for range n {
			s.WriteString("\n\n")
			sentences(1 + r.IntN(7))
			if r.IntN(4) == 0 {
				s.WriteString("Dazu gibt es mehr^[")
				sentences(1 + r.IntN(5))
				s.WriteString("] zu sagen.")
			}
		}
		s.WriteString("\n\n")
	}
	s.WriteString("---\ntitle: Probe\neditions: [screen]\n---\n")
	for range 6 {
		s.WriteString("\n::: chapter\n# Kapitel\n")
		for range 5 {
			s.WriteString("\n## Abschnitt\n")
			paragraphs(1 + r.IntN(4))
			s.WriteString("### Unterabschnitt\n\n- ")
			sentences(2)
			s.WriteString("\n- ")
			sentences(1)
			paragraphs(1)
			s.WriteString("::: box fill=tint pad=3mm\n")
			paragraphs(1 + r.IntN(2))
			s.WriteString(":::\n\n::: columns count=2\n")
			paragraphs(2 + r.IntN(4))
			s.WriteString(":::\n\n::: table caption=\"Tabelle\"\n::col \"A\"\n::col \"B\" share=1\n")
			for range 2 + r.IntN(9) {
				s.WriteString("::: row\n::cell Zeile\n::cell ")
				sentences(1)
				s.WriteString("\n:::\n")
			}
			s.WriteString(":::\n\n")
		}
		s.WriteString(":::\n")
	}
	return []byte(s.String())
}

// TestFinishedPagesAreWellSet holds all documents of the sample in both languages, of another town and of odd projects
// to what a careful compositor keeps.
func TestFinishedPagesAreWellSet(t *testing.T) {
	english := options(sampleProject())
	english.Lang = "en"
	projects := map[string]report.Options{"sample": options(sampleProject()), "english": english,
		"second": options(overlay(t, "testdata/second", nil))}
	files := sampleProject().(fstest.MapFS)
	files["templates/documents/prose.md"] = &fstest.MapFile{Data: prose()}
	running := options(files)
	running.Targets = []string{"prose"}
	projects["prose"] = running
	for _, number := range oddTried([]int{0, 4, 5, 6, 8, 10, 12, 13, 14, 23, 24}) { // 22 is stopped: its titles fill pages
		p := odddata.Make(number)
		files := fstest.MapFS{}
		for name, data := range p.Files {
			files[name] = &fstest.MapFile{Data: data}
		}
		projects[p.Name] = options(files)
	}
	for name, o := range projects {
		t.Run(name, func(t *testing.T) {
			list, found, err := report.Lay(o)
			if err != nil {
				t.Fatal(err)
			}
			is := func(code diag.Code) bool {
				return slices.ContainsFunc(found, func(f diag.Finding) bool { return f.Code == code })
			}
			torn, tall := is("word-torn"), is("group-too-tall") // a title alone may fill a page then
			for _, f := range found {
				if slices.Contains([]diag.Code{"overfull-line", "word-torn", "page-overfull", "pages-unsettled"}, f.Code) && name != "04-long-words" {
					t.Errorf("%s %q", f.Code, f.Args)
				}
			}
			lines, loose := 0, 0
			for _, d := range list {
				n, far := setting(t, d.Name, d.Pages, torn)
				lines, loose = lines+n, loose+far
				if !tall {
					stranded(t, d.Name, d.Pages)
				}
			}
			t.Logf("%d justified lines, %d loose", lines, loose)
			if loose*100 > lines && !torn {
				t.Errorf("%d of %d justified lines have wide word spaces", loose, lines)
			}
		})
	}
}

// TestReferencesLeadBothWaysWithTheirPage: from a goal to its measures and back, from an idea to its measures and back.
func TestReferencesLeadBothWaysWithTheirPage(t *testing.T) {
	list, _, err := report.Lay(options(sampleProject()))
	if err != nil || len(list) == 0 || list[0].Name != "Integrationskonzept" {
		t.Fatal(err, list)
	}
	d := list[0].Pages
	var s strings.Builder
	for _, pg := range d.Pages {
		for _, it := range pg.Items {
			if r, ok := it.(*page.Text); ok {
				s.WriteString(strings.ReplaceAll(r.Run.Text, "\u00ad", ""))
			}
		}
		s.WriteByte(' ')
	}
	said, at := plain(s.String()), map[string]string{}
	for _, x := range d.Dests {
		at[x.Name] = d.Pages[x.Page].Label
	}
	named := func(what, id string, times int) {
		t.Helper()
		if want := plain(what) + " (S. " + at[id] + ")"; at[id] == "" || strings.Count(said, want) < times {
			t.Errorf("%q stands %d times, want %d", want, strings.Count(said, want), times)
		}
	}
	r := report.Read(options(sampleProject())).Report
	for _, m := range r.Records("measures") {
		named(word(m, "code"), m.ID, len(nested(m, "goals"))+len(r.Inverse(m, "ideas")))
		for _, g := range nested(m, "goals") {
			named(word(g, "code")+" "+word(g, "title"), g.ID, 1)
		}
		for _, i := range r.Inverse(m, "ideas") {
			named(i.ID, i.ID, 1)
		}
	}
}

// TestLayoutExamplesCauseTheirCode builds the example of every code of layout that is a template.
func TestLayoutExamplesCauseTheirCode(t *testing.T) {
	for _, code := range []diag.Code{"overfull-line", "word-torn", "group-too-tall", "row-too-tall", "table-without-header", "colour-alone", "vague-link"} {
		e, _ := diag.Lookup(code)
		files := sampleProject().(fstest.MapFS)
		files["templates/documents/example.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Probe\neditions: [screen]\n---\n" + e.Example)}
		o := options(files)
		o.Targets = []string{"example"}
		_, found, err := report.Lay(o)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(found, func(f diag.Finding) bool { return f.Code == code }) {
			t.Errorf("%s: %q causes %v", code, e.Example, found)
		}
	}
}
