package report_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"konzept/report"
)

// generated is a project of n measures in ten fields, with texts of usual length, two log entries and a cost each.
func generated(n int) fstest.MapFS {
	const sentence = "Vorgesehen sind regelmäßige Sprechzeiten, mehrsprachige Informationsmaterialien sowie eine enge Verzahnung mit den Regelangeboten der Kinder- und Jugendhilfe. "
	var s strings.Builder
	s.WriteString("project: {municipality: {name: Stadt Größenau}, title: Konzept 2030, report_date: 2026-06-30, outputs: [{target: concept}]}\noffices: [{id: o, name: Fachbereich Soziales}]\nfields:\n")
	for i := range 10 {
		fmt.Fprintf(&s, "  - {id: f%d, code: \"%d\", title: Handlungsfeld Nummer %d, text: %q}\n", i, i+1, i+1, sentence+sentence)
	}
	s.WriteString("goals:\n")
	for i := range 10 {
		fmt.Fprintf(&s, "  - {id: z%d, code: Z%d, title: Zugänge zu Angeboten vereinfachen, text: %q, field: f%d}\n", i, i+1, sentence, i)
	}
	s.WriteString("measures:\n")
	for i := range n {
		fmt.Fprintf(&s, "  - {id: m%d, code: M%04d, title: Beratungsnetzwerk für neu zugewanderte Familien, goals: [z%d], lead: o, start: 2025-01-01, end: 2028-12-31, phase: in Umsetzung, signal: im Plan, "+
			"description: %q, costs: [{year: 2025, planned: %d}], log: [{date: 2025-03-01, text: %q}, {date: 2025-09-01, text: %q}]}\n",
			i, i+1, i%10, strings.Repeat(sentence, 4), 1000+i, sentence, sentence)
	}
	return fstest.MapFS{"data/konzept.yaml": {Data: []byte(s.String())}}
}

func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{50, 300, 2000} {
		b.Run(fmt.Sprintf("measures=%d", n), func(b *testing.B) {
			files := generated(n)
			b.ReportAllocs()
			for b.Loop() {
				r, err := report.Build(options(files))
				if err != nil || len(r.Outputs) != 1 {
					b.Fatal(err, r.Findings.Findings)
				}
				b.ReportMetric(float64(r.Outputs[0].Pages), "pages")
			}
		})
	}
}

func BenchmarkSample(b *testing.B) {
	files := sampleProject()
	b.ReportAllocs()
	for b.Loop() {
		if r, err := report.Build(options(files)); err != nil || len(r.Outputs) == 0 {
			b.Fatal(err)
		}
	}
}

// BenchmarkTags compares a build with one without tags, claims and their check.
func BenchmarkTags(b *testing.B) {
	files := generated(300)
	for _, on := range []bool{true, false} {
		b.Run(fmt.Sprintf("tags=%t", on), func(b *testing.B) {
			if !on {
				defer report.WithoutTags()()
			}
			for b.Loop() {
				r, err := report.Build(options(files))
				if err != nil || len(r.Outputs) != 1 {
					b.Fatal(err, r.Findings.Findings)
				}
				b.ReportMetric(float64(len(r.Outputs[0].Data)), "bytes")
			}
		})
	}
}

// TestTagsAreSmall holds the sample's papers to 1.3 times the size that they have without tags. (Tables of few words are
// dearer: 300 generated sheets 1.7 times.)
func TestTagsAreSmall(t *testing.T) {
	o := options(sampleProject())
	o.Targets, o.Edition = []string{"concept", "council-report"}, "screen"
	with := made(t, o).Outputs
	defer report.WithoutTags()()
	for i, plain := range made(t, o).Outputs {
		if a, b := len(with[i].Data), len(plain.Data); a*10 > b*13 || a <= b {
			t.Errorf("%s: %d bytes with tags, %d without", plain.File, a, b)
		}
	}
}
