package markup

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// shown writes a text's blocks, one a line: labels, depth and what its marks make of it.
func shown(s string) string {
	var lines []string
	for _, b := range Blocks(s) {
		head := ""
		if b.Item {
			head = strings.Repeat(">", b.Depth/2) + "•"
			if b.Label != "" {
				head = b.Label
			}
			head += " "
		}
		lines = append(lines, head+dump(s[b.From:b.To], Inline(s[b.From:b.To], false)))
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
		got := shown(c.text)
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
		if got := shown(c.text); got != c.want {
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
		{"H~2~O, m^2^, 10^6, x_{1}", "script H~2~; script m^2^; script 0^6; script x_{1}"},
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
		for _, o := range Odd(c.text, false) {
			got = append(got, o.Kind+" "+c.text[o.From:o.To])
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q: got %q, want %q", c.text, s, c.want)
		}
	}
}

func TestMarksTakeLinearTime(t *testing.T) {
	for _, s := range []string{"{{", "[", "[a](", "**a ", "_a ", "<sub>", "<", "^[", "&", "1. a\n", "* a\n+ b\n", "a\n\n", "-a\n", "a- b ", "`", "~a", "*a", "(_a", "|", "&#1"} {
		text := strings.Repeat(s, 60_000/len(s))
		for _, template := range []bool{false, true} {
			begin := time.Now()
			Inline(text, template)
			Blocks(text)
			Odd(text, template)
			if took := time.Since(begin); took > 5*time.Second {
				t.Errorf("%q: %v", s, took)
			} else if testing.Verbose() {
				t.Logf("%q: %v", s, took)
			}
		}
	}
}

func FuzzMarkup(f *testing.F) {
	for _, s := range []string{"a **b** c", "_x_ [y](https://z) ^[n]", "\\*a\\_", "Bürger*innen", "**a _b** c_", "[a](b", "^[", "a\nb", "a\\\nb", "1. a\n2. b", "•\ta\no\tb", "&amp;<br>x<sub>2</sub>", "<a@b.de>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4000 {
			return
		}
		at := 0
		for _, b := range Blocks(s) { // what is between blocks is white, or the mark of an item
			head := strings.TrimSpace(s[at:b.From])
			if b.From < at || head != "" && (!b.Item || len([]rune(head)) > 6 || b.Label != "" && b.Label != head) {
				t.Fatalf("%q: %q before %q", s, head, s[b.From:b.To])
			}
			accounted(t, s[b.From:b.To])
			at = b.To
		}
		if strings.TrimSpace(s[at:]) != "" {
			t.Fatalf("%q lost %q", s, s[at:])
		}
		for _, o := range Odd(s, false) {
			if o.From < 0 || o.To > len(s) || o.From >= o.To {
				t.Fatalf("%q: oddity %v", s, o)
			}
		}
	})
}

// accounted tells whether every byte of a text is printed, or belongs to a mark that was understood.
func accounted(t *testing.T, s string) {
	nodes := Inline(s, false)
	seen := make([]bool, len(s))
	var walk func(nodes []Node, from, to int)
	walk = func(nodes []Node, from, to int) {
		for _, n := range nodes {
			if n.From < from || n.To > to || n.From > n.To {
				t.Fatalf("%q: node %v", s, n)
			}
			from = n.From
			switch n.Kind {
			case Text, Break:
				for i := n.From; i < n.To; i++ {
					seen[i] = true
				}
			case Link:
				for i := n.Target[0]; i < n.Target[1]; i++ {
					seen[i] = true
				}
			}
			walk(n.Kids, n.From, n.To)
		}
	}
	walk(nodes, 0, len(s))
	for i := range s {
		tag := i > 0 && strings.LastIndexByte(s[:i+1], '<') > strings.LastIndexByte(s[:i], '>')
		if !seen[i] && !tag && !strings.ContainsRune("*_[]()^\\<>", rune(s[i])) {
			t.Fatalf("%q lost %q", s, s[i:])
		}
	}
}
