package report_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"konzept/report"
)

// A snippet is a piece of prose as people paste it, with @ for words that occur nowhere else. What it prints is what must
// be found in the PDF; named tells that a finding must say that it is not what it looks like.
type snippet struct {
	source string
	prints []string
	named  bool
}

// pasted are snippets by where they come from.
var pasted = []snippet{
	// typed
	{source: "Die Stadt @ fördert Vereine und berichtet @ darüber.", prints: []string{"Die Stadt @ fördert Vereine und berichtet @ darüber."}},
	{source: "Bürger*innen @ und 2*3*4 @, a_b_c @", prints: []string{"Bürger*innen @ und 2*3*4 @, a_b_c @"}},
	{source: "**fett @** und _kursiv @_, C:\\Temp\\neu @", prints: []string{"fett @ und kursiv @, C:\\Temp\\neu @"}},
	{source: "Raum #3 @ und #klima @", prints: []string{"Raum #3 @ und #klima @"}},
	{source: "am 1. Mai @,\n3. Oktober @", prints: []string{"am 1. Mai @, 3. Oktober @"}},
	{source: "5 < 6 @ und 7 > 3 @ & mehr @", prints: []string{"5 < 6 @ und 7 > 3 @ & mehr @"}},
	{source: "\\*so @\\* und \\_x @\\_", prints: []string{"*so @* und _x @_"}},
	// Word
	{source: "Der Treff @ bekommt:\n•\tKüche @\n•\tGarten @", prints: []string{"Der Treff @ bekommt:", "Küche @", "Garten @"}},
	{source: "Es folgen @:\n\uf0b7\tKüche @\n\uf0a7\tHerd @", prints: []string{"Es folgen @:", "Küche @", "Herd @"}},
	{source: "o\tKüche @\no\tGarten @", prints: []string{"Küche @", "Garten @"}},
	{source: "1.\tSuche @\n2.\tUmbau @\n3.\tFest @", prints: []string{"1. Suche @", "2. Umbau @", "3. Fest @"}},
	{source: "a) erstens @\nb) zweitens @", prints: []string{"a) erstens @", "b) zweitens @"}},
	{source: "(1) erstens @\n(2) zweitens @", prints: []string{"(1) erstens @", "(2) zweitens @"}},
	{source: "– Strich @\n– noch einer @", prints: []string{"Strich @", "noch einer @"}},
	{source: "Jahr @\tEuro @\n2025\t8000 @", prints: []string{"Jahr @ Euro @ 2025 8000 @"}, named: true},
	// the web
	{source: "Zeile @<br>nächste @<br/>dritte @", prints: []string{"Zeile @", "nächste @", "dritte @"}},
	{source: "CO<sub>2</sub> @, m<sup>2</sup> @", prints: []string{"CO2 @, m2 @"}},
	{source: "hart&nbsp;am @ Rand, A &amp; B @, &ouml;ffnen @, &#8211; @", prints: []string{"hart am @ Rand, A & B @, öffnen @, – @"}},
	{source: "<p>Absatz @</p>", prints: []string{"<p>Absatz @</p>"}, named: true},
	{source: "<b>fett @</b> und <em>betont @</em>", prints: []string{"fett @ und betont @"}},
	{source: "Zeichen &nichts; @", prints: []string{"Zeichen &nichts; @"}, named: true},
	// Markdown
	{source: "# Titel @", prints: []string{"# Titel @"}, named: true},
	{source: "> Zitat @", prints: []string{"> Zitat @"}, named: true},
	{source: "| A @ | B @ |\n|---|---|\n| c @ | d @ |", prints: []string{"| A @ | B @ |", "| c @ | d @ |"}, named: true},
	{source: "*kursiv @* und ~~weg @~~", prints: []string{"*kursiv @* und ~~weg @~~"}, named: true},
	{source: "`Code @` hier", prints: []string{"`Code @` hier"}, named: true},
	{source: "Note @[^1]", prints: []string{"Note @[^1]"}, named: true},
	{source: "* Stern @\n* noch @", prints: []string{"Stern @", "noch @"}},
	{source: "+ Plus @\n+ noch @", prints: []string{"Plus @", "noch @"}},
	{source: "- Punkt @\n  - tiefer @\n- Ende @", prints: []string{"Punkt @", "tiefer @", "Ende @"}},
	{source: "**offen @ und", prints: []string{"**offen @ und"}, named: true},
	{source: "[Text @](www.example.org/x y)", prints: []string{"[Text @](www.example.org/x y)"}, named: true},
	{source: "[Text @] (https://example.org)", prints: []string{"[Text @] (https://example.org)"}, named: true},
	{source: "[Stadt @](https://example.org/a_b_(c))", prints: []string{"Stadt @"}},
	{source: "Wort^[Anmerkung @ dazu] @", prints: []string{"Wort", "Anmerkung @ dazu"}},
	{source: "{{ project.title }} @", prints: []string{"{{ project.title }} @"}, named: true},
	{source: "::: box @", prints: []string{"::: box @"}, named: true},
	// mail
	{source: "Schreiben @ Sie an <amt@example.org>, siehe <https://www.example.org/x> @", prints: []string{"Schreiben @ Sie an", "amt@example.org", "siehe", "https://www.example.org/x", "@"}},
	{source: "> > alter @ Text", prints: []string{"> > alter @ Text"}, named: true},
	{source: "Gruß @\n-- \nAmt @", prints: []string{"Gruß @", "Amt @"}, named: true},
	// PDF
	{source: "Die Maß-\nnahme @ gilt.", prints: []string{"Die Maß- nahme @ gilt."}, named: true},
	{source: "Vor-\nund Nachteile @ der Lö- sung @", prints: []string{"Vor- und Nachteile @ der Lö- sung @"}, named: true},
	{source: "Der Ver\u00ad\nein @ lädt ein.", prints: []string{"Der Verein @ lädt ein."}},
	{source: "Ein Satz @, der\nin Zeilen\ngebrochen ist @.", prints: []string{"Ein Satz @, der in Zeilen gebrochen ist @."}},
}

// dice is a generator of numbers that gives the same ones each time (MINSTD, Park and Miller 1988).
type dice uint64

func (d *dice) roll(n int) int {
	*d = *d * 48271 % 2147483647
	return int(*d) % n
}

// hostileProse is a project of measures whose descriptions are snippets in any order, with the snippets as they stand in
// its file and where they begin.
func hostileProse(seed dice, measures int) (yaml []byte, made []snippet, lines [][2]int) {
	var b bytes.Buffer
	token, line := 0, 1
	write := func(s string) {
		b.WriteString(s)
		line += strings.Count(s, "\n")
	}
	write("measures:\n")
	for m := range measures {
		write(fmt.Sprintf("  - id: x-%d\n    code: \"X.%d\"\n    title: Maßnahme %d\n    goals: [z-1]\n    lead: fb-kultur\n    description: |-\n", m, m, m))
		for range 3 + seed.roll(4) {
			s := pasted[seed.roll(len(pasted))]
			own := snippet{named: s.named}
			first := token
			for _, r := range s.source {
				if r == '@' && !strings.Contains(s.source, "amt@") || r == '@' && own.source != "" && strings.HasSuffix(own.source, " ") {
					token++
					own.source += fmt.Sprintf("K%05d", token)
					continue
				}
				own.source += string(r)
			}
			n := first
			for _, p := range s.prints {
				p = strings.ReplaceAll(p, "amt@", "amt\x00")
				for strings.Contains(p, "@") {
					n++
					p = strings.Replace(p, "@", fmt.Sprintf("K%05d", n), 1)
				}
				own.prints = append(own.prints, strings.ReplaceAll(p, "\x00", "@"))
			}
			from := line
			write("      " + strings.ReplaceAll(own.source, "\n", "\n      ") + "\n\n")
			made, lines = append(made, own), append(lines, [2]int{from, line - 1})
		}
	}
	return b.Bytes(), made, lines
}

// bare makes what is set comparable with what was written: characters that only guide the setting go.
func bare(s string) string {
	s = strings.NewReplacer("\u00ad", "", "\u2060", "", "\u200b", "", "\u00a0", " ", "\u202f", " ").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

// TestEveryCharacterIsPrintedOrNamed: of prose as people paste it, each visible character of the data is found in the PDF,
// and what looks like a mark and is printed raw is named.
func TestEveryCharacterIsPrintedOrNamed(t *testing.T) {
	for seed := range 4 {
		yaml, made, lines := hostileProse(dice(seed+7), 24)
		project := "project:\n  style: {microtypography: aus}\n"
		r, err := report.Build(options(overlay(t, scaffold, map[string][]byte{"data/x.yaml": yaml, "data/stil.yaml": []byte(project)})))
		if err != nil {
			t.Fatal(err)
		}
		var all strings.Builder
		for _, o := range r.Outputs {
			if o.Target == "concept" {
				for _, n := range inspect(t, o).Structure {
					all.WriteString(n.Text + " ")
				}
			}
		}
		printed := bare(all.String())
		if printed == "" {
			t.Fatalf("seed %d: no concept: %v", seed, r.Findings.Findings)
		}
		named := map[int]string{}
		for _, f := range r.Findings.Findings {
			if f.At.File == "data/x.yaml" {
				named[1+bytes.Count(yaml[:f.At.From], []byte{'\n'})] = string(f.Code)
			}
		}
		for i, s := range made {
			for _, p := range s.prints {
				if !strings.Contains(printed, bare(p)) {
					t.Errorf("seed %d, line %d: %q prints no %q", seed, lines[i][0], s.source, p)
				}
			}
			if code := namedIn(named, lines[i]); s.named != (code != "") && s.named {
				t.Errorf("seed %d, line %d: %q is not named", seed, lines[i][0], s.source)
			} else if !s.named && strings.HasPrefix(code, "raw-") {
				t.Errorf("seed %d, line %d: %q is named %s", seed, lines[i][0], s.source, code)
			}
		}
	}
}

// namedIn is the code of a finding in a range of lines, or "".
func namedIn(named map[int]string, lines [2]int) string {
	for n := lines[0]; n <= lines[1]; n++ {
		if named[n] != "" {
			return named[n]
		}
	}
	return ""
}
