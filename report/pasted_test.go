package report_test

import (
	"fmt"
	"strings"
)

// A snippet is a piece of prose as people paste it, with @ for words that occur nowhere else. What it prints is what must
// be found in the PDF; named tells that a finding must say that it is not what it looks like.
type snippet struct {
	source string
	prints []string
	named  bool
	long   []string // what a long text of the data prints, where its marks mean something that they do not in titles and names
	marked []string // what a template prints, where its marks mean something there that they do not in data
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
	{source: "Er sagt: “Ja @” … und geht – vielleicht @ – 5 % mehr", prints: []string{"Er sagt: “Ja @” … und geht – vielleicht @ – 5 % mehr"}},
	{source: "1) zuerst @\n2) danach @", prints: []string{"1) zuerst @", "2) danach @"}, marked: []string{"1. zuerst @", "2. danach @"}},
	{source: "1.1 Ziel @\n1.2 Weg @", prints: []string{"1.1 Ziel @", "1.2 Weg @"}},
	{source: "Fuß¹ @ und H₂O @, ½ Stelle, 3 × 4 @", prints: []string{"Fuß¹ @ und H₂O @, ½ Stelle, 3 × 4 @"}},
	// the web
	{source: "Wort\u200bgrenze @ und \ufeffMarke @, links\u200e @", prints: []string{"Wortgrenze @ und Marke @, links @"}},
	{source: "A @ → B @, x ≥ 3 @, „so“ ‚und so‘ @", prints: []string{"A @ → B @, x ≥ 3 @, „so“ ‚und so‘ @"}},
	{source: "Link https://www.example.org/a?b=1&c=2#d @ Ende", prints: []string{"Link", "https://www.example.org/a?b=1&c=2#d", "@ Ende"}},
	{source: "Text @ <!-- Vermerk @ --> Ende", prints: []string{"Text @ <!-- Vermerk @ --> Ende"}, named: true},
	{source: "Zeile @<br>nächste @<br/>dritte @", prints: []string{"Zeile @", "nächste @", "dritte @"}},
	{source: "CO<sub>2</sub> @, m<sup>2</sup> @", prints: []string{"CO2 @, m2 @"}},
	{source: "hart&nbsp;am @ Rand, A &amp; B @, &ouml;ffnen @, &#8211; @", prints: []string{"hart am @ Rand, A & B @, öffnen @, – @"}},
	{source: "<p>Absatz @</p>", prints: []string{"<p>Absatz @</p>"}, named: true},
	{source: "<b>fett @</b> und <em>betont @</em>", prints: []string{"fett @ und betont @"}},
	{source: "Zeichen &nichts; @", prints: []string{"Zeichen &nichts; @"}, named: true},
	// Markdown
	{source: "# Titel @", prints: []string{"# Titel @"}, named: true, long: []string{"Titel @"}, marked: []string{"Titel @"}},
	{source: "> Zitat @", prints: []string{"> Zitat @"}, named: true, long: []string{"Zitat @"}},
	{source: "| A @ | B @ |\n|---|---|\n| c @ | d @ |", prints: []string{"| A @ | B @ |", "| c @ | d @ |"}, named: true, long: []string{"A @", "B @", "c @", "d @"}},
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
	{source: "{{ project.title }} @", prints: []string{"{{ project.title }} @"}, named: true, marked: []string{"Strategisches Konzept der Stadt Musterstadt @"}},
	{source: "::: box @", prints: []string{"::: box @"}, named: true},
	// mail
	{source: "Schreiben @ Sie an <amt@example.org>, siehe <https://www.example.org/x> @", prints: []string{"Schreiben @ Sie an", "amt@example.org", "siehe", "https://www.example.org/x", "@"}},
	{source: "> > alter @ Text", prints: []string{"> > alter @ Text"}, named: true},
	{source: "Gruß @\n-- \nAmt @", prints: []string{"Gruß @", "Amt @"}, named: true},
	{source: "[31.01.25, 14:05] Ada @: kommt alle @", prints: []string{"[31.01.25, 14:05] Ada @: kommt alle @"}},
	{source: "Am 3.4.2025 schrieb Ada @ <ada@example.org>:", prints: []string{"Am 3.4.2025 schrieb Ada @", "ada@example.org"}},
	{source: "Ca. 20=25 @ und a=3D @ bleiben", prints: []string{"Ca. 20=25 @ und a=3D @ bleiben"}},
	// PDF
	{source: "Die \ufb01nanzielle @ Lage und der Sto\ufb00 @", prints: []string{"Die finanzielle @ Lage und der Stoff @"}},
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

// A pasting is a snippet as it stands in a file, its words made its own.
type pasting struct {
	snippet
	words [2]int // its own, from and to; no other text has them
	where string // the field that it is in
	typed string // as it stands in its file
}

// A paster makes pastings, each of words that occur nowhere else.
type paster struct {
	dice
	words int
	made  []pasting
}

// own is the next word that occurs nowhere else; no hyphenation breaks it.
func (p *paster) own() string {
	p.words++
	return word5(p.words)
}

func word5(n int) string { return fmt.Sprintf("K%05d", n) }

// paste is a snippet that fits, with words of its own.
func (p *paster) paste(fits func(*snippet) bool) pasting {
	s := &pasted[p.roll(len(pasted))]
	for !fits(s) {
		s = &pasted[p.roll(len(pasted))]
	}
	n := p.words
	made := pasting{snippet: snippet{named: s.named, source: worded(s.source, p.own)}}
	made.words = [2]int{n + 1, p.words + 1}
	again := &paster{words: n}
	for _, text := range s.prints {
		made.prints = append(made.prints, worded(text, again.own))
	}
	again.words = n
	for _, text := range s.long {
		made.long = append(made.long, worded(text, again.own))
	}
	again.words = n
	for _, text := range s.marked {
		made.marked = append(made.marked, worded(text, again.own))
	}
	return made
}

// worded puts words in place of the single @, not of those in addresses.
func worded(s string, own func() string) string {
	var b strings.Builder
	for i, r := range s {
		if r == '@' && !strings.HasPrefix(s[i:], "@example") {
			b.WriteString(own())
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
