package markup

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"konzept/report/internal/golden"
)

func TestMain(m *testing.M) { os.Exit(golden.Main(m, "*.txt")) }

// texts are what people write and paste, one feature each.
var texts = []string{
	"**fett** und _schräg_", "**fett _schräg_ fett** mager", "**a**b", "** a**", "**a **", "**a***", "***a***", "**a", "****", "** **", "**\\*a**", "**a\\**", "_a_", "_ab_", "_a", "_ a_", "_a _", "__a__", "a_b_c", "_a_b", "_a_, _b_", "(_a_)", "_a\\_b_", "_a__", "\\_a_", "_a b_.",
	"[a](https://example.org)", "[a](#b)", "[a](mailto:x@y.de)", "[a](tel:+49)", "[a](x)", "[a]()", "[](https://example.org)", "[a](www.example.org)", "[**a**](https://example.org/x_(y))", "[a [b] c](https://example.org)", "[a]", "[a](https://example.org", "[_a_ und [x@y.de](mailto:z@y.de)](#b)", "**[https://a.de](https://b.de)**", "^[[https://a.de](https://b.de)]",
	"Wort^[Note]", "Wort^[Note mit [Link](https://example.org)]", "^[a^[b]]", "^[", "^[]", "a ^ [b]", "<br>", "a<br/>b", "a<BR >b", "<b>a</b>", "<strong>a</strong>", "<i>a</i>", "<em>a</em>", "H<sub>2</sub>O", "m<sup>2</sup>", "<b>a", "<b>a</i>", "<b></b>", "<x>a</x>", "<https://example.org>", "<x@y.de>", "<a b>", "a < b > c",
	"&amp;", "&nbsp;", "&shy;", "&auml;&ouml;", "&#228;", "&#xe4;", "&#0;", "&#xFFFE;", "&foo;", "&amp", "&;", "&#;", "&ampx;", "AT&T", "&zwj;", "&#57344;", "&ä;", "\\&amp;", "a\\", "\\\\", "a\\\nb",
	"a\nb", "a\n\nb", "a\n \nb", "a  \nb", "\na\n", "- a\n- b", "- a\n\n- b", "- a\n  - b\n    - c", "- a\n\tb\n- c", "-\ta", "-a", "– a\n– b", "– a", "—  a\n— b", "* a\n* b", "+ a\n+ b", "o a\no b", "• a\n  ○ b\n  ▪ c\n• d", "· a", "✓ a\n✓ b", "\uf0b7 a",
	"1. a\n2. b", "9. a\n10. b\n11. c", "99. a\n100. b", "1. a\n3. b", "1. a\n1. b", "2. a\n3. b", "0. a\n1. b", "a) x\nb) y", "a. x\nb. y", "k. x\nl. y", "z) x\nb) y", "i) x\nii) y", "h) x\ni) y\nj) z", "iv) x\nv) y", "ix) x\nx) y", "(1) x\n(2) y", "(1. x\n(2. y", "1) x\n2. y", "Dazu:\n1. x", "Dazu:\na) x", "1.\u00a0x\n2.\u00a0y", "1.", "1. ", "1234. x\n1235. y", "12a) x", "Text\n1. x\n2. y\nText", "1. x\n   weiter\n2. y", "1. x\n\nAbsatz\n\n2. y",
	"{{ a }} und {{ b", "}} a {{", "{{ \"}}\" }}", "{{ 'a\\'}}' }}", "{{ `}}` }}", "{{{ a }}}", "{{}}", "**{{ \"**\" }}**", "_{{ a_b }}_", "[{{ a }}]({{ b }})", "{.stil} Text", "::: box", "## Titel", "![a](b)", "a- b und Maß- nahme", "10^6 und x_{1}", "`a`", "__a__ ~~b~~", "a | b | c\nd | e | f", "**a ** b", "_a",
	"# a\nb\n### c ##", "> a\n> b\n\nc", "> 5 %", "|a|b|\n|-|-:|\n|1|2|", "|a|b|\n|-|-|\n|1|", "a[^1]\n\n[^1]: b", "H~2~O", "m^2^", "CO~2", "a~ b~",
}

// TestMarksAreTheGolden: the blocks of a text with what its marks mean, the same as a template's, what would be printed raw
// and what it may have meant.
func TestMarksAreTheGolden(t *testing.T) {
	var all strings.Builder
	for _, s := range texts {
		fmt.Fprintf(&all, "%q\n  %s\n", s, shown(s, Line))
		if long := shown(s, Long); long != shown(s, Line) {
			fmt.Fprintf(&all, "  in a long text %s\n", long)
		}
		if made := dump(s, Inline(s, true)); strings.Contains(s, "{{") {
			fmt.Fprintf(&all, "  in a template %s\n", made)
		}
		for i, place := range [...]Place{Line, Long, Template} {
			for _, o := range Odd(s, place) {
				fmt.Fprintf(&all, "  odd %s %q %q in a %s\n", o.Kind, s[o.From:o.To], o.Means, [...]string{"line", "long text", "template"}[i])
			}
		}
		for _, o := range Unclosed(s) {
			fmt.Fprintf(&all, "  unclosed %d to %d\n", o.From, o.To)
		}
		if Plain(s) {
			all.WriteString("  plain\n")
		}
	}
	for _, s := range []string{"https://a.de", "http://a.de", "HTTPS://a.de", "www.a.de", "mailto:a@b.de", "tel:1", "#a", "#", "", "a.de", "ftp://a.de", "javascript:x", "https:/a"} {
		fmt.Fprintf(&all, "%q is an address: %t\n", s, Address(s))
	}
	golden.Compare(t, "marks.txt", all.String())
}
