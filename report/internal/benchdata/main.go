// Command benchdata turns a data set of the benchmark's generator into a project folder:
//
//	go run ./report/internal/benchdata DATA.yaml DIR
//
// Afterwards `konzept build concept --project DIR --out FILE.pdf` makes the same document as the rivals do from
// DATA.yaml. The interface is fixed: others measure with it. The project takes the product's own templates; only its
// design follows the rivals' size and measure, and their typeface if it lies in DIR/fonts; its overview has columns of
// fixed width as theirs have, so that what judges word spaces can tell rows of a table from lines of text.
package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"

	"gopkg.in/yaml.v3"
)

//go:embed design.yaml
var design []byte

//go:embed overview.md
var overview []byte

type dataset struct {
	Concept struct {
		Title, Subtitle, City, Office, Period, Date, Version string
		Foreword                                             []string
	}
	Fields []struct {
		ID, Title string
		Intro     []string
	}
	Goals      []struct{ ID, Field, Title, Text string }
	Measures   []measure
	Workshops  []workshop
	Indicators []indicator
}

type measure struct {
	ID, Goal, Field, Title, Description, Department string
	Partners                                        []string
	Start, End, Status, Priority                    string
	Budget, Progress                                int
	Log                                             []struct{ Date, Text string }
}

type workshop struct {
	ID, Title, Field, Date, Place, Summary string
	Participants                           int
	Programme                              []struct{ Time, Title, Speaker string }
	Outcomes                               []struct {
		Text  string
		Votes int
	}
}

type indicator struct {
	ID, Field, Title, Unit string
	Target                 float64
	Values                 []struct {
		Year  int
		Value float64
	}
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: benchdata DATA.yaml DIR")
		os.Exit(2)
	}
	if err := convert(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "benchdata:", err)
		os.Exit(1)
	}
}

func convert(from, dir string) error {
	raw, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	var d dataset
	if err := yaml.Unmarshal(raw, &d); err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	files := map[string][]byte{
		"data/konzept.yaml":           d.project(),
		"data/felder.yaml":            d.fields(),
		"data/massnahmen.yaml":        d.measures(),
		"data/workshops.yaml":         d.workshops(),
		"data/indikatoren.yaml":       d.indicators(),
		"templates/design/bench.yaml": design,
		"templates/parts/overview.md": overview,
	}
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// sheet is YAML in the making. Its methods indent by two spaces a level.
type sheet struct{ bytes.Buffer }

func (s *sheet) line(level int, format string, args ...any) {
	for range level {
		s.WriteString("  ")
	}
	fmt.Fprintf(s, format, args...)
	s.WriteByte('\n')
}

// text writes a key with a double-quoted scalar; an empty text is left out.
func (s *sheet) text(level int, key, value string) {
	if value != "" {
		s.line(level, "%s: %q", key, value)
	}
}

func (s *sheet) texts(level int, key string, values []string) {
	if len(values) == 0 {
		return
	}
	s.line(level, "%s:", key)
	for _, v := range values {
		s.line(level+1, "- %q", v)
	}
}

func (d *dataset) project() []byte {
	var s sheet
	c := d.Concept
	s.line(0, "project:")
	s.line(1, "municipality:")
	s.text(2, "name", c.City)
	s.text(2, "office", c.Office)
	s.text(1, "title", c.Title)
	s.text(1, "subtitle", c.Subtitle)
	s.text(1, "period", c.Period)
	s.text(1, "edition", c.Version)
	s.line(1, "report_date: %s", c.Date)
	s.text(1, "design", "bench")
	s.line(1, "terms:")
	s.line(2, "levels:")
	s.line(3, "- {one: Ziel, many: Ziele}")
	s.line(1, "outputs:")
	s.line(2, "- {target: concept, file: concept}")
	s.line(0, "prelims:")
	s.line(1, "forewords:")
	s.text(2, "- title", "Vorwort")
	s.line(3, "text: |-")
	for i, p := range c.Foreword {
		if i > 0 {
			s.WriteByte('\n')
		}
		s.line(4, "%s", p)
	}
	return s.Bytes()
}

func (d *dataset) fields() []byte {
	var s sheet
	s.line(0, "fields:")
	for i, f := range d.Fields {
		s.text(1, "- id", f.ID)
		s.text(2, "code", fmt.Sprint(i+1))
		s.text(2, "title", f.Title)
		s.line(2, "text: |-")
		for k, p := range f.Intro {
			if k > 0 {
				s.WriteByte('\n')
			}
			s.line(3, "%s", p)
		}
	}
	s.line(0, "goals:")
	for _, g := range d.Goals {
		s.text(1, "- id", g.ID)
		s.text(2, "code", g.ID)
		s.text(2, "title", g.Title)
		s.text(2, "text", g.Text)
		s.text(2, "field", g.Field)
	}
	return s.Bytes()
}

// state maps the generator's status to how far a measure is and whether it keeps to its plan.
var state = map[string][2]string{
	"planned": {"in Planung", "im Plan"}, "running": {"in Umsetzung", "im Plan"}, "done": {"abgeschlossen", "im Plan"},
	"delayed": {"in Umsetzung", "gefährdet"}, "stopped": {"entfallen", ""},
}

var priority = map[string]string{"hoch": "hoch", "mittel": "mittel", "niedrig": "gering"}

func (d *dataset) measures() []byte {
	var s sheet
	s.line(0, "offices:")
	seen := map[string]string{}
	for _, m := range d.Measures {
		if _, ok := seen[m.Department]; !ok {
			seen[m.Department] = fmt.Sprintf("o%d", len(seen)+1)
			s.line(1, "- {id: %s, name: %q}", seen[m.Department], m.Department)
		}
	}
	s.line(0, "measures:")
	for _, m := range d.Measures {
		s.text(1, "- id", m.ID)
		s.text(2, "code", m.ID)
		s.text(2, "title", m.Title)
		s.line(2, "field: %q", m.Field)
		s.line(2, "goals: [%q]", m.Goal)
		s.text(2, "lead", seen[m.Department])
		s.texts(2, "partners", m.Partners)
		s.text(2, "start", m.Start)
		s.text(2, "end", m.End)
		s.line(2, "costs: [{year: %s, kind: einmalig, planned: %d}]", m.Start[:4], m.Budget)
		s.text(2, "phase", state[m.Status][0])
		s.text(2, "signal", state[m.Status][1])
		s.line(2, "progress: %d", m.Progress)
		s.text(2, "priority", priority[m.Priority])
		s.text(2, "description", m.Description)
		if len(m.Log) > 0 {
			s.line(2, "log:")
			for _, l := range m.Log {
				s.line(3, "- {date: %q, text: %q}", l.Date, l.Text)
			}
		}
	}
	return s.Bytes()
}

func (d *dataset) workshops() []byte {
	var w, p, ideas sheet
	w.line(0, "workshops:")
	p.line(0, "parts:")
	ideas.line(0, "ideas:")
	for _, x := range d.Workshops {
		w.text(1, "- id", x.ID)
		w.text(2, "title", x.Title)
		w.text(2, "field", x.Field)
		w.text(2, "summary", x.Summary)
		part := x.ID + "-1"
		p.text(1, "- id", part)
		p.line(2, "workshop: %q", x.ID)
		p.line(2, "number: 1")
		p.line(2, "date: %q", x.Date)
		p.line(2, "place: {name: %q}", x.Place)
		p.line(2, "participants: %d", x.Participants)
		p.line(2, "programme:")
		for _, i := range x.Programme {
			p.line(3, "- {time: %q, text: %q, speaker: %q}", i.Time, i.Title, i.Speaker)
		}
		for i, o := range x.Outcomes {
			ideas.line(1, "- {id: %q, part: %q, kind: Lösungsansatz, votes: %d, outcome: wird geprüft, text: %q}", fmt.Sprintf("%s-%03d", part, i+1), part, o.Votes, o.Text)
		}
	}
	w.Write(p.Bytes())
	w.Write(ideas.Bytes())
	return w.Bytes()
}

func (d *dataset) indicators() []byte {
	var s sheet
	s.line(0, "indicators:")
	for _, k := range d.Indicators {
		s.text(1, "- id", k.ID)
		s.text(2, "code", k.ID)
		s.text(2, "title", k.Title)
		s.text(2, "unit", k.Unit)
		s.line(2, "field: %q", k.Field)
		s.line(2, "decimals: 1")
		s.line(2, "target: %g", k.Target)
		s.line(2, "values:")
		for _, v := range k.Values {
			s.line(3, "- {year: %d, value: %g}", v.Year, v.Value)
		}
	}
	return s.Bytes()
}
