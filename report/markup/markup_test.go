package markup

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// shown writes a text's blocks, one a line: labels, depth and what its marks make of it.
func shown(s string, p Place) string {
	var lines []string
	for _, b := range Blocks(s, p) {
		head := strings.Repeat("“", b.Quote)
		switch b.Kind {
		case Item:
			if b.Label != "" {
				head += b.Label + " "
			} else {
				head += strings.Repeat(">", b.Depth/2) + "• "
			}
		case Title:
			head += strings.Repeat("#", b.Depth) + " "
		case NoteText:
			head += "(note)"
		case Table:
			head += fmt.Sprint("table", b.Aligns)
			for _, r := range b.Rows {
				head += " /"
				for _, c := range r.Cells {
					head += " " + dump(s, c.Nodes) + " |"
				}
			}
		}
		lines = append(lines, head+dump(s, b.Nodes))
	}
	return strings.Join(lines, " | ")
}

func dump(s string, nodes []Node) string {
	var b strings.Builder
	for _, n := range nodes {
		kids := dump(s, n.Kids)
		switch n.Kind {
		case Text:
			if b.WriteString(n.Instead); n.Instead == "" {
				b.WriteString(s[n.From:n.To])
			}
		case Break:
			b.WriteString("⏎")
		case Link:
			fmt.Fprintf(&b, "‹%s→%s%s›", kids, n.Scheme, s[n.Target[0]:n.Target[1]])
		default:
			fmt.Fprintf(&b, "‹%s:%s›", [...]string{"", "expr", "b", "i", "sub", "sup", "", "note"}[n.Kind], kids)
		}
	}
	return b.String()
}

func TestPastedListsBecomeLists(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Der Treff bekommt:\n•\tKüche\n•\tWerkstatt\n• Garten", "Der Treff bekommt: | • Küche | • Werkstatt | • Garten"},
		{"\uf0b7\tKüche\n\uf0a7\tHerd\n\uf0b7\tGarten", "• Küche | >>• Herd | • Garten"},
		{"•\tKüche\no\tHerd\no\tSpüle\n•\tGarten", "• Küche | >• Herd | >• Spüle | • Garten"},
		{"Drei Schritte:\n1. Raum suchen\n2. Umbau\n3. Eröffnung\n– Strich\n* Stern", "Drei Schritte: | 1. Raum suchen | 2. Umbau | 3. Eröffnung | • Strich | • Stern"},
		{"1. mehr Radwege\n\n2. mehr Busse", "1. mehr Radwege | 2. mehr Busse"},
		{"1) erstens\n2) zweitens", "1) erstens | 2) zweitens"},
		{"a) erstens\nb) zweitens", "a) erstens | b) zweitens"},
		{"(1) erstens\n(2) zweitens", "(1) erstens | (2) zweitens"},
		{"i) eins\nii) zwei\niii) drei", "i) eins | ii) zwei | iii) drei"},
		{"– eins\n– zwei", "• eins | • zwei"},
		{"* eins\n* zwei", "• eins | • zwei"},
		{"+ eins\n+ zwei", "• eins | • zwei"},
		{"- eins\n  weiter\n- zwei", "• eins weiter | • zwei"},
		{"Folgendes:\n1. nur eines", "Folgendes: | 1. nur eines"},
		{"Der Beschluss gilt ab dem\n1. Mai und endet am\n2. Juni 2025.", "Der Beschluss gilt ab dem 1. Mai und endet am 2. Juni 2025."},
		{"1. Januar 2025", "1. Januar 2025"},
		{"2025. Das Jahr", "2025. Das Jahr"},
		{"z. B. am Abend\nd. h. später", "z. B. am Abend d. h. später"},
		{"Die Stadt fördert\n– auch mit Geld – die Vereine.", "Die Stadt fördert – auch mit Geld – die Vereine."},
		{"- Die Stadt fördert\n  – auch mit Geld – die Vereine", "• Die Stadt fördert – auch mit Geld – die Vereine"},
		{"* nur mit Anmeldung", "* nur mit Anmeldung"},
		{"Bürgerinnen und\n-bürger", "Bürgerinnen und -bürger"},
		{"•", "•"},
	} {
		got := shown(c.text, Line)
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestWhatTheWebBringsAlongMeansWhatItMeans(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Zeile eins<br>Zeile zwei<BR/>drei<br />vier", "Zeile eins⏎Zeile zwei⏎drei⏎vier"},
		{"CO<sub>2</sub>, m<sup>2</sup>, <b>fett</b>, <em>betont</em>", "CO‹sub:2›, m‹sup:2›, ‹b:fett›, ‹i:betont›"},
		{"A &amp; B, 5 &lt; 6, &quot;so&quot;, &ouml;, &#8211;, &#x2013;", "A & B, 5 < 6, \"so\", ö, –, –"},
		{"hart&nbsp;am Rand", "hart\u00a0am Rand"},
		{"R&D; &foo; &#7; & B", "R&D; &foo; &#7; & B"},
		{"<https://www.example.org/a_b_c> und <info@example.org>", "‹https://www.example.org/a_b_c→https://www.example.org/a_b_c› und ‹info@example.org→mailto:info@example.org›"},
		{"5 < 6 und <sub>offen", "5 < 6 und <sub>offen"},
		{"Maß\u00ad\nnahme", "Maß\u00ad\u2060nahme"},
		{"eins  \n  zwei\\\ndrei", "eins zwei⏎drei"},
		{"^[] und ^[Note]", "^[] und ‹note:Note›"},
	} {
		if got := shown(c.text, Line); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestWhatLooksLikeAMarkIsNamed(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"## Überschrift", "heading ## Überschrift"},
		{"#hashtag und #klima2030", ""},
		{"> Zitat", "quotation > Zitat"},
		{">5 Jahre", ""},
		{"| a | b |\n|---|---|\n| 1 | 2 |", "table | a | b |; table |---|---|; table | 1 | 2 |"},
		{"Jahr\tEuro\n2025\t8000", "table Jahr\tEuro; table 2025\t8000"},
		{"Essen | Trinken", ""},
		{"Text\n\n---\n\nText", "rule ---"},
		{"Überschrift\n=====", "rule ====="},
		{"```\nZaun\n```", "code ```; code ```"},
		{"mit `Code` darin", "code `Code`"},
		{"::: box\n\n:::", "directive ::: box; directive :::"},
		{"{.kicker}\nWort", "directive {.kicker}"},
		{"Text ::: box und {.kicker} Wort", "directive  ::: box; directive {.kicker}"},
		{"Ziele von {{ project.title }}", "expression {{ project.title }}"},
		{"offen {{ project.title }", "expression {{"},
		{"*kursiv* und ***beides*** und 2*3*4 und Bürger*innen und Leiter*innen", "emphasis *kursiv*; emphasis *beides*"},
		{"__doppelt__, ~~weg~~, ~durch~, ==markiert==, //schräg//", "emphasis __doppelt__; emphasis ~~weg~~; emphasis ~durch~; emphasis ==markiert==; emphasis //schräg//"},
		{"etwa ~5 bis ~10 Personen, https://example.org//x", ""},
		{"H~2~O, m^2^, 10^6, x_{1}, CO~2", "script 0^6; script x_{1}; script O~2"},
		{"Fußnote[^1] und ^ [mit Abstand]", "note [^1]; note ^ ["},
		{"[^1]: Der Text", "note [^1]:"},
		{"[Ratsvorlage](https://www.example.org/Ratsvorlage 2025.pdf)", "link [Ratsvorlage](https://www.example.org/Ratsvorlage 2025.pdf)"},
		{"[Telefon](tel:+49 6233 89-0) [Text] (https://www.example.org/a)", "link [Telefon](tel:+49 6233 89-0); link [Text] (https://www.example.org/a)"},
		{"und [Text](https://www.example.org/b", "link [Text](https://www.example.org/b"},
		{"[Text] (siehe oben) und [sic]", ""},
		{"[a][1] und [[Seite]]", "link [a][1]; link [[Seite]]"},
		{"![Bild](x.png)", "picture ![Bild](x.png)"},
		{"<p>Absatz</p> &foo;", "html <p>; html </p>; html &foo;"},
		{"**fett ** und **offen", "open **; open **; open **"},
		{"^[offen und [Klammer] darin", "open ^["},
		{"_offen und a_b und snake_case", "open _"},
		{"\\*so\\* und \\*\\*fett\\*\\* und \\_x", ""},
		{"[https://www.bank.de](https://evil.example)", "elsewhere [https://www.bank.de](https://evil.example)"},
		{"[www.bank.de/login](https://bank.de.evil.example/x) [bank.de](https://bank.de@evil.example)", "elsewhere [www.bank.de/login](https://bank.de.evil.example/x); elsewhere [bank.de](https://bank.de@evil.example)"},
		{"[a@b.de](mailto:c@d.de)", "elsewhere [a@b.de](mailto:c@d.de)"},
		{"[www.stadt.de/rat](https://stadt.de/rat/2025?x=1) [a@b.de](mailto:A@b.de?subject=x) [Stadt](https://x.de) [z. B.](https://x.de) [06233 89-0](tel:+49623389)", ""},
		{"-ohne Abstand\n-noch einer", "items -ohne Abstand; items -noch einer"},
		{"1.ohne\n2.Abstand", "items 1.ohne; items 2.Abstand"},
		{"Maß-\nnahmen und Vor-\nund Nachteile", "hyphen Maß-\nnahmen"},
		{"Maß- nahmen, Vor- und Nachteile, Ein- bis Zweibett", "hyphen Maß- nahmen"},
		{"**gut**, _gut_, [gut](https://example.org/a_b_(c)), ^[gut], <b>gut</b>, &amp;, - gut", ""},
	} {
		var got []string
		for _, o := range Odd(c.text, Line) {
			got = append(got, o.Kind+" "+c.text[o.From:o.To])
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q: got %q, want %q", c.text, s, c.want)
		}
	}
}

func TestMarksTakeLinearTime(t *testing.T) {
	for _, s := range []string{"{{", "[", "[a](", "**a ", "_a ", "<sub>", "<", "^[", "&", "1. a\n", "* a\n+ b\n", "a\n\n", "-a\n", "a- b ", "`", "~a", "*a", "(_a", "|", "&#1", "a~1", "> a\n", "# a\n", "|a\n|-\n", "|-|\n", "a|b\n", "[^a]", "[^a]: b\n", "[^a] [^a]: b\n\n"} {
		text := strings.Repeat(s, 60_000/len(s))
		for _, place := range []Place{Line, Long, Template} {
			begin := time.Now()
			Inline(text, place == Template)
			Blocks(text, place)
			Odd(text, place)
			if took := time.Since(begin); took > 5*time.Second {
				t.Errorf("%q: %v", s, took)
			} else if testing.Verbose() {
				t.Logf("%q: %v", s, took)
			}
		}
	}
}

// TestLongTextsHaveBlocks: subheadings, quotations, tables and footnotes of long texts, and what is left of broken ones.
func TestLongTextsHaveBlocks(t *testing.T) {
	for _, c := range []struct{ text, want, odd string }{
		{"## Ziel\nText\n#### Weg ##\n### Mittel\n# Ende", "# Ziel | Text | ## Weg | ## Mittel | # Ende", ""},
		{"#hashtag\n####### sieben", "#hashtag ####### sieben", ""},
		{"Text\n## Titel\nText", "Text | # Titel | Text", ""},
		{"# C#", "# C#", ""},
		{"> Wir wollen\n> das _so_.\n>\n> - eins\n> - zwei\n\nText", "“Wir wollen das ‹i:so›. | “• eins | “• zwei | Text", ""},
		{"> eins\n\n> zwei\nText", "“eins | ““zwei | Text", ""},
		{"> 50 % der Flächen", "> 50 % der Flächen", "quotation > 50 % der Flächen"},
		{"Er sagt:\n> eins\\\n> 2 und a > b", "Er sagt: | “eins⏎2 und a > b", ""},
		{"> > doppelt", "> > doppelt", "quotation > > doppelt"},
		{"Text\n> mitten", "Text > mitten", "quotation > mitten"},
		{"| Jahr | CO~2~ |\n|:---|---:|\n| 2025 | **120** t |\n2026 | 90\n\nText", "table[0 2] / Jahr | CO‹sub:2› | / 2025 | ‹b:120› t | / 2026 | 90 | | Text", ""},
		{"Vorher:\n|a|b|\n|-|:-:|\n|x\\|y||\nNachher", "Vorher: | table[0 1] / a | b | / x|y |  | | Nachher", ""},
		{"| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |", "table[0 0 0] / a | b |  | / 1 |  |  | / 1 | 2 | 3 |", "row | 1 |; row | 1 | 2 | 3 |"},
		{"| a | b |\n| 1 | 2 |", "| a | b | | 1 | 2 |", "table | a | b |; table | 1 | 2 |"},
		{"| a | b |\n|---|\n| 1 | 2 |", "| a | b | |---| | 1 | 2 |", "table | a | b |; table |---|; table | 1 | 2 |"},
		{"> | a | b |\n> |---|---|\n> | 1 | 2 |", "“table[0 0] / a | b | / 1 | 2 |", ""},
		{"| a **b | c |\n|---|---|\n| 1** | 2 |", "table[0 0] / a **b | c | / 1** | 2 |", "open **; open **"},
		{"Text[^1] und[^b] und[^1].\n\n[^1]: Die _Note_\ngeht weiter.\n[^b]: Zwei", "Text‹note:Die ‹i:Note› geht weiter.› und‹note:Zwei› und[^1]. | (note) | (note)", "note [^1]"},
		{"Text[^2]\n\n[^1]: Die Note", "Text[^2] | [^1]: Die Note", "note [^2]; note [^1]:"},
		{"[^1]: eins\n[^1]: zwei\nText[^1]", "(note) | [^1]: zwei Text‹note:eins›", "note [^1]:"},
		{"[^1]: eins[^1]", "[^1]: eins[^1]", "note [^1]:; note [^1]"},
		{"[^1]: **offen\n\nText[^1]", "(note) | Text‹note:**offen›", "open **"},
		{"**Bürger**innen und Stadt<i>grün</i>s", "‹b:Bürger›innen und Stadt‹i:grün›s", ""},
		{"CO~2~, m^2^, 10^-3^, x~1,2~, (a)^n^, _a_~1~", "CO‹sub:2›, m‹sup:2›, 10‹sup:-3›, x‹sub:1,2›, (a)‹sup:n›, ‹i:a›~1~", "emphasis ~1~"},
		{"1. eins\n   - zwei\n\n   weiter\n2. drei", "1. eins | >• zwei | weiter | 2. drei", ""},
		{"- eins\n  - zwei\n\n    weiter\n- drei", "• eins | >• zwei | weiter | • drei", ""},
	} {
		var odd []string
		for _, o := range Odd(c.text, Long) {
			odd = append(odd, o.Kind+" "+c.text[o.From:o.To])
		}
		if got := shown(c.text, Long); got != c.want || strings.Join(odd, "; ") != c.odd {
			t.Errorf("%q:\n got %q\nwant %q\n odd %q", c.text, got, c.want, odd)
		}
	}
}

func FuzzMarkup(f *testing.F) {
	for _, s := range []string{"a **b** c", "_x_ [y](https://z) ^[n]", "\\*a\\_", "Bürger*innen", "**a _b** c_", "[a](b", "^[", "a\nb", "a\\\nb", "1. a\n2. b", "•\ta\no\tb", "&amp;<br>x<sub>2</sub>", "<a@b.de>",
		"# a\n## b #", "> a\n> b\\\n> c", "a|b\n-|-:\n1|2|3\nx", "a[^1]\n\n> [^1]: b **c**", "H~2~O m^2^", "> |a|\n> |-|\n> - b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4000 {
			return
		}
		for _, p := range []Place{Line, Long} {
			accounted(t, s, p)
			for _, o := range Odd(s, p) {
				if o.From < 0 || o.To > len(s) || o.From >= o.To {
					t.Fatalf("%q: oddity %v", s, o)
				}
			}
		}
	})
}

// accounted tells whether every byte of a text is printed, once and in reading order, or belongs to a mark that was understood.
func accounted(t *testing.T, s string, p Place) {
	seen := make([]bool, len(s))
	see := func(from, to int) {
		for i := from; i < to; i++ {
			if seen[i] {
				t.Fatalf("%q prints %q twice", s, s[from:to])
			}
			seen[i] = true
		}
	}
	var walk func(nodes []Node, from, to int)
	walk = func(nodes []Node, from, to int) {
		for _, n := range nodes {
			if n.From < from || n.To > to || n.From > n.To {
				t.Fatalf("%q: node %v", s, n)
			}
			from = n.To
			switch {
			case n.Kind == Text || n.Kind == Break:
				see(n.From, n.To)
			case n.Kind == Link && s[n.From] == '<':
				see(n.Target[0], n.Target[1])
				continue
			case n.Kind == Link:
				see(n.Target[0], n.Target[1])
			case n.Kind == Note && strings.HasPrefix(s[n.From:], "[^"):
				see(n.From, n.To)
				walk(n.Kids, 0, len(s))
				continue
			}
			walk(n.Kids, n.From, n.To)
		}
	}
	at := 0
	blocks := Blocks(s, p)
	for _, b := range blocks { // what is between blocks is white, or a mark
		head := strings.Trim(strings.ReplaceAll(s[at:b.From], "\n", " "), " \t\r")
		if p == Long {
			head = strings.Trim(head, "># \t\r")
		}
		if b.From < at || head != "" && (b.Kind != Item || len([]rune(head)) > 6 || b.Label != "" && b.Label != head) {
			t.Fatalf("%q: %q before %q", s, head, s[b.From:b.To])
		}
		walk(b.Nodes, b.From, b.To)
		for _, r := range b.Rows {
			from := b.From
			for _, c := range r.Cells {
				if c.From < from || c.To > b.To {
					t.Fatalf("%q: cell %v", s, c)
				}
				walk(c.Nodes, c.From, c.To)
				from = c.To
			}
		}
		at = b.To
	}
	if strings.Trim(s[at:], "># \t\r\n") != "" {
		t.Fatalf("%q lost %q", s, s[at:])
	}
	for _, b := range blocks {
		marks := "*_[]()^\\<>~"
		if b.Kind == Table {
			marks += "|-: \t\r\n"
		}
		from := b.From
		if b.Kind == NoteText {
			from += strings.IndexByte(s[b.From:], ':') + 1
			marks += " \t"
		}
		for i := from; i < b.To; i++ {
			tag := strings.LastIndexByte(s[:i+1], '<') > strings.LastIndexByte(s[:i], '>')
			if !seen[i] && !tag && !strings.ContainsRune(marks, rune(s[i])) {
				t.Fatalf("%q lost %q", s, s[i:])
			}
		}
	}
}
