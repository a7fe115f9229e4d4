package model

import (
	"fmt"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/source"
)

// city writes a valid project with n measures, in several files as a city would keep it.
func city(n int) map[string][]byte {
	var head, goals, measures, ideas strings.Builder
	head.WriteString("project:\n  municipality: {name: Musterstadt}\n  title: Integrationskonzept\n  report_date: 2024-06-30\noffices:\n")
	for i := range 12 {
		fmt.Fprintf(&head, "  - {id: amt%d, name: Amt %d}\n", i, i)
	}
	goals.WriteString("fields:\n")
	for i := range 10 {
		fmt.Fprintf(&goals, "  - {id: F%d, code: \"%d\", title: Handlungsfeld %d}\n", i, i+1, i)
	}
	goals.WriteString("goals:\n")
	for i := range 60 {
		fmt.Fprintf(&goals, "  - id: Z%d\n    code: \"%d.%d\"\n    title: Ziel %d\n    text: Alle Menschen nehmen teil.\n    field: F%d\n", i, i%10+1, i/10+1, i, i%10)
	}
	measures.WriteString("measures:\n")
	const prose = "Mit der Maßnahme wird im Stadtteilzentrum Südstadt eine aufsuchende Erstberatung aufgebaut, ausdrücklich für neu zugewanderte Familien. Unter dem Motto „Brücken bauen“ arbeiten hauptamtliche Fachkräfte und ehrenamtliche Sprachmittlerinnen zusammen."
	for i := range n {
		fmt.Fprintf(&measures, "  - id: M%d\n    code: \"%d\"\n    title: Sprachförderlotsinnen %d\n    goals: [Z%d, Z%d]\n    lead: amt%d\n    start: 2023-01\n    end: 2027\n    phase: in Umsetzung\n    signal: im Plan\n    description: >\n      %s\n      %s\n    background: \"%s\"\n    audience: [Familien, Jugendliche]\n    steps:\n", i, i, i, i%60, (i+1)%60, i%12, prose, prose, prose)
		for k := range 4 {
			fmt.Fprintf(&measures, "      - {text: Schritt %d, due: 2024-0%d, done: true}\n", k, k+1)
		}
		measures.WriteString("    costs:\n")
		for y := 2023; y < 2027; y++ {
			fmt.Fprintf(&measures, "      - {year: %d, kind: laufend, planned: 12500}\n", y)
		}
		measures.WriteString("    log:\n      - {date: 2023-06-01, text: Beginn, phase: in Planung}\n      - {date: 2024-06-01, text: Die ersten Lotsinnen arbeiten, phase: in Umsetzung}\n")
	}
	ideas.WriteString("workshops:\n  - {id: W, title: Arbeit}\nparts:\n  - {id: W-1, workshop: W, number: 1, date: 2023-11-20, voters: 30, points: 300}\nideas:\n")
	for i := range n {
		fmt.Fprintf(&ideas, "  - id: I%d\n    part: W-1\n    kind: Lösungsansatz\n    text: Lotsinnen im Rathaus, Idee %d\n    votes: 3\n    outcome: aufgenommen\n    measures: [M%d]\n", i, i, i)
	}
	return map[string][]byte{"data/1.yaml": []byte(head.String()), "data/2.yaml": []byte(goals.String()), "data/3.yaml": []byte(measures.String()), "data/4.yaml": []byte(ideas.String())}
}

var cityFiles = []string{"data/1.yaml", "data/2.yaml", "data/3.yaml", "data/4.yaml"}

func load(files map[string][]byte, out *diag.List) *source.Node {
	list := make([]source.File, len(cityFiles))
	for i, name := range cityFiles {
		list[i] = source.File{Name: name, Data: files[name]}
	}
	return source.Merge(source.ParseAll(list, out), out)
}

func BenchmarkParse2000(b *testing.B) {
	files := city(2000)
	b.ReportAllocs()
	for b.Loop() {
		var l diag.List
		load(files, &l)
	}
	size := 0
	for _, f := range files {
		size += len(f)
	}
	b.SetBytes(int64(size))
}

func BenchmarkCheck2000(b *testing.B) {
	var l diag.List
	root := load(city(2000), &l)
	b.ReportAllocs()
	for b.Loop() {
		Check(root, nil, CheckOptions{}, &l)
	}
	if len(l.Findings) > 0 {
		b.Fatal(l.Findings[:1])
	}
}

func BenchmarkCheck50(b *testing.B) {
	files := city(50)
	b.ReportAllocs()
	for b.Loop() {
		var l diag.List
		Check(load(files, &l), nil, CheckOptions{}, &l)
	}
}
