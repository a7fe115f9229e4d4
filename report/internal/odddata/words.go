package odddata

import (
	"fmt"
	"strings"
)

var vocabulary = strings.Fields(`die Stadt fördert gemeinsam Angebote für Menschen jeden Alters und schafft Räume Begegnung
	Sprache Bildung Arbeit Wohnen Nachbarschaft im Quartier mit Vereinen Schulen Betrieben Ehrenamtlichen durch Beratung
	Begleitung Information vor Ort damit alle teilhaben können Übergänge gelingen Größe Maß äußert öffnet stärkt vernetzt`)

var longWords = []string{"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
	"Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung",
	"Kinder-und-Jugendhilfe-Weiterentwicklungs-Ausführungs-Verordnung", "Straßenverkehrszulassungsordnung/Fahrzeugzulassungsverordnung",
	"x123456789012345678901234567890123456789012345678901234567890", "Bürger*innen:beteiligungs_verfahren"}

var foreignWords = []string{"Welcome Center", "Empowerment", "hoş geldiniz", "çalışma ışığı", "égalité des chances", "cœur naïf", "Łódź",
	"žluťoučký kůň", "Ðorđe", "señor", "Århus", "İstanbul"}

var oddSigns = []string{"„außen ‚innen‘ außen“", "z.\u202fB.", "10\u202f000\u00a0€", "Ge\u00adrech\u00adtig\u00adkeit", "u\u0308ber", "½ · ¾", "→ weiter",
	"§\u00a05 Abs.\u00a01", "20\u00a0%", "100–200", "A & B < C > D", "C:\\\\Pfad", "#1 @home", "1\u2009/\u20092", "ﬁnal", "…", "°C", "µm", "é", "Ω"}

var numbers = []string{"1.234.567,89 €", "§ 44a SGB IX", "Art. 3 Abs. 2 GG", "01.02.2024", "14:00–17:30 Uhr", "3 %", "−5 °C", "06233 89-0", "2024/2025", "1.", "XVIII/0354"}

// text is a text of about n words, with tokens around it. Texts that the concept holds once are remembered.
func (g *maker) text(n int, once bool) string {
	if n == 0 {
		n = 12
	}
	from := g.mark()
	var words []string
	for i := range n {
		words = append(words, g.word(i))
	}
	body := strings.Join(words, " ")
	if g.flavour == markup && n > 20 {
		body += "\n\n- " + g.one(vocabulary...) + "\n- **" + g.one(vocabulary...) + "** und _" + g.one(vocabulary...) + "_\n  - " + g.one(vocabulary...) + "\n    - " + g.one(vocabulary...) + "\n  - " + g.one(vocabulary...) + "\n- " +
			g.one(vocabulary...) + "\n\n" + g.one(vocabulary...)
	}
	to := g.mark()
	if once {
		g.once = append(g.once, [2]string{from, to})
	}
	return from + " " + body + " " + to
}

// line is a short text without tokens: names, cells.
func (g *maker) line(n int) string {
	var words []string
	for i := range n {
		words = append(words, g.word(i))
	}
	return strings.Join(words, " ")
}

// heading is a title of the shape's length.
func (g *maker) heading(what string) string {
	s := what + " " + g.line(2)
	for len([]rune(s)) < g.title {
		s += " " + g.word(0)
	}
	return s
}

func (g *maker) mark() string {
	g.token++
	return fmt.Sprintf("K%05d", g.token)
}

// word is one word, every so often an odd one.
func (g *maker) word(i int) string {
	w := g.one(vocabulary...)
	if g.rand.IntN(6) > 0 {
		return w
	}
	switch g.flavour {
	case long:
		return g.one(longWords...)
	case markup:
		return g.one("**"+w+"**", "_"+w+"_", "**_"+w+"_**", "["+w+"](https://www.example.org/"+fmt.Sprint(i)+")", "**"+w+" _"+w+"_ "+w+"**", `\*\_`+w, "**"+w+"**"+w)
	case notes:
		return w + "^[" + g.one(vocabulary...) + " " + g.one(vocabulary...) + ".]"
	case foreign:
		return g.one(foreignWords...)
	case signs:
		return g.one(oddSigns...)
	case digits:
		return g.one(numbers...)
	case emoji:
		return "🎉"
	case arabic:
		return "مرحبا"
	}
	return w
}

// spoken is a text in all languages of the project.
func (g *maker) spoken(s string) any {
	if len(g.speaks) < 2 {
		return s
	}
	r := record{}
	for _, l := range g.speaks {
		r[l] = s
	}
	return r
}
