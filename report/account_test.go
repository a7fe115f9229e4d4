package report_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"konzept/report"
	"konzept/report/schema"
	"konzept/templates"
)

// bare makes what is set comparable with what was written: characters that only guide the setting go, ligatures that a PDF
// was read with are their letters.
func bare(s string) string {
	s = strings.NewReplacer("\u00ad", "", "\u2060", "", "\u200b", "", "\ufeff", "", "\u200e", "", "\u00a0", " ", "\u202f", " ", "\ufb01", "fi", "\ufb00", "ff").Replace(norm.NFC.String(s))
	return strings.Join(strings.Fields(s), " ")
}

// printedBy is all that an output says, read from its finished bytes.
func printedBy(t *testing.T, o report.Output) string {
	t.Helper()
	var all strings.Builder
	if strings.HasSuffix(o.File, ".xlsx") {
		f, err := excelize.OpenReader(bytes.NewReader(o.Data))
		if err != nil {
			t.Fatal(err)
		}
		for _, sheet := range f.GetSheetList() {
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				all.WriteString(strings.Join(row, " ") + " ")
			}
		}
		return bare(all.String())
	}
	for _, n := range inspect(t, o).Structure {
		all.WriteString(n.Text + " ")
		if n.Type == "Figure" {
			all.WriteString(n.Alt + " ") // what a picture says to those who do not see it
		}
	}
	return bare(all.String())
}

// long are the texts that may have paragraphs; the others are titles, names and the like.
var long = map[string]bool{"text": true, "description": true, "background": true, "summary": true, "introduction": true, "mandate": true, "process": true,
	"steering": true, "situation": true, "law": true, "assessment": true, "alternatives": true, "participation": true, "plain": true, "vision_intro": true,
	"workshops_intro": true, "progress_intro": true, "finance_intro": true, "report_text": true, "outlook": true, "intro": true, "comment": true, "effect": true, "risks": true}

// fieldText is a pasting as a value of flow YAML.
func (p *paster) fieldText(where, key string) string {
	s := p.paste(func(s *snippet) bool {
		return long[key] && !strings.Contains(s.source, "\uf0b7") || !strings.ContainsAny(s.source, "\n\t\uf0b7")
	})
	s.where, s.prints, s.named = where, s.inField(where), s.named && (s.long == nil || oneLine(where))
	s.typed = `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s.source) + `"`
	p.made = append(p.made, s)
	return s.typed
}

// inField is what a field prints of a pasting.
func (s *pasting) inField(path string) []string {
	if s.long != nil && !oneLine(path) {
		return s.long
	}
	return s.prints
}

// oneLine tells whether the field at a path such as measures.steps.text is a title, a name or an entry of a list.
func oneLine(path string) bool {
	keys := strings.Split(path, ".")
	var fields []schema.Field
	for _, k := range schema.Kinds() {
		if k.Key == keys[0] {
			fields = k.Fields
		}
	}
	for n, key := range keys[1:] {
		i := slices.IndexFunc(fields, func(f schema.Field) bool { return f.Key == key })
		if i < 0 || n == len(keys)-2 {
			return i >= 0 && fields[i].OneLine()
		}
		fields = fields[i].Fields
	}
	return false
}

// descriptions are measures whose descriptions are pastings as people type them, in block scalars.
func (p *paster) descriptions(measures int) []byte {
	var b bytes.Buffer
	b.WriteString("measures:\n")
	for m := range measures {
		fmt.Fprintf(&b, "  - id: y-%d\n    code: \"X.%d\"\n    title: Maßnahme %d\n    goals: [z-1]\n    lead: fb-soziales\n    description: |-\n", m, m, m)
		for range 3 + p.roll(4) {
			s := p.paste(func(*snippet) bool { return true })
			s.where, s.prints, s.named = "measures.description", s.inField("measures.description"), s.named && s.long == nil
			s.typed = "      " + strings.ReplaceAll(s.source, "\n", "\n      ")
			p.made = append(p.made, s)
			b.WriteString(s.typed + "\n\n")
		}
	}
	return b.Bytes()
}

// town is a project each text of which is pasted prose: a record of every kind with all its fields, and more measures.
func (p *paster) town(t *testing.T) fstest.MapFS {
	t.Helper()
	m := &marker{marks: map[string]string{}, prose: p.fieldText}
	yaml, _ := m.everyKind("public")
	for _, k := range schema.Kinds() {
		if k.Single && k.Key != "project" {
			yaml = fmt.Appendf(yaml, "%s: %s\n", k.Key, m.fields(k.Key, k.Fields, nil))
		}
	}
	project, err := os.ReadFile(scaffold + "/data/konzept.yaml")
	if err != nil {
		t.Fatal(err)
	}
	project, _, _ = bytes.Cut(project, []byte("\nprelims:\n"))
	project = bytes.Replace(project, []byte("project:\n"), []byte("project:\n  style: {microtypography: aus}\n"), 1)
	return overlay(t, scaffold, map[string][]byte{"data/konzept.yaml": project, "data/x.yaml": yaml, "data/y.yaml": p.descriptions(24), "data/bilder/x.jpg": tracked(t)})
}

// heldBy tells whether a text holds one of the pasting's own words.
func (s *pasting) heldBy(said string) bool {
	for n := s.words[0]; n < s.words[1]; n++ {
		if strings.Contains(said, word5(n)) {
			return true
		}
	}
	return false
}

// named are the codes of the findings where a pasting stands.
func (s *pasting) namedIn(r *report.Result, file string, data []byte) (codes []string) {
	from := bytes.Index(data, []byte(s.typed))
	for _, f := range r.Findings.Findings {
		if f.At.File == file && from >= 0 && int(f.At.To) > from && int(f.At.From) < from+len(s.typed) {
			codes = append(codes, string(f.Code))
		}
	}
	return codes
}

// unprinted are the fields that no built-in template prints: they are for staff, for templates of a town's own, or say how
// others are set.
var unprinted = map[string]bool{"measures.internal_note": true, "measures.risks": true, "ideas.card": true, "ideas.cluster": true, "goals.sdgs": true,
	"facts.group": true, "institutions.group": true, "glossary.except": true}

// townsAccounted are the seeds that are tried: KONZEPT_TOWNS says how many.
func townsAccounted() int {
	if n, err := strconv.Atoi(os.Getenv("KONZEPT_TOWNS")); err == nil {
		return n
	}
	return 2
}

// TestEveryCharacterIsPrintedOrNamed: of prose as people paste it into any field, each visible character is found in every
// document, poster and workbook that prints the field, on screen and in the copy; what looks like a mark and is printed raw
// is named, and nothing else is.
func TestEveryCharacterIsPrintedOrNamed(t *testing.T) {
	thorough(t)
	for seed := range townsAccounted() {
		p := &paster{dice: dice(seed + 7)}
		files := p.town(t)
		found := map[string]bool{}
		var last *report.Result
		for _, edition := range []string{"screen", "copy"} {
			o := options(files)
			o.Targets, o.Edition = report.Targets(templates.FS, files), edition
			r, err := report.Build(o)
			if err != nil {
				t.Fatal(err)
			}
			if len(r.Outputs) < 14 {
				t.Fatalf("seed %d: %d outputs, findings %v", seed, len(r.Outputs), r.Findings.OnlyErrors(false).Findings)
			}
			for _, o := range r.Outputs {
				accounted(t, o, p.made, found)
			}
			last = r
		}
		for i := range p.made {
			s := &p.made[i]
			if found[s.typed] == unprinted[s.where] {
				t.Errorf("seed %d: %s is printed: %t", seed, s.where, found[s.typed])
			}
			codes := append(s.namedIn(last, "data/x.yaml", files["data/x.yaml"].Data), s.namedIn(last, "data/y.yaml", files["data/y.yaml"].Data)...)
			if s.named && len(codes) == 0 && found[s.typed] {
				t.Errorf("seed %d: %s: %q is not named", seed, s.where, s.source)
			}
			if !s.named && slices.ContainsFunc(codes, func(c string) bool { return strings.HasPrefix(c, "raw-") }) {
				t.Errorf("seed %d: %s: %q is named %s", seed, s.where, s.source, codes)
			}
		}
	}
}

// accounted asserts that an output that prints some of a pasting prints all of it; found gathers what it prints.
func accounted(t *testing.T, o report.Output, made []pasting, found map[string]bool) {
	t.Helper()
	said := printedBy(t, o)
	book := strings.HasSuffix(o.File, ".xlsx") // whose cells for input keep the marks, so that they come back as they went
	for i := range made {
		s := &made[i]
		if !s.heldBy(said) {
			continue
		}
		found[s.typed] = true
		for _, prints := range s.prints {
			if strings.HasSuffix(s.where, ".short") && strings.Contains(s.source, "^[") {
				continue // note-in-short
			}
			if !strings.Contains(said, bare(prints)) && !(book && strings.Contains(said, bare(s.source))) {
				t.Errorf("%s: %s: %q prints no %q", o.File, s.where, s.source, prints)
			}
		}
	}
}
