package source

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"konzept/report/diag"
)

// run parses a text and returns its findings as "line:column code args".
func run(text string) string {
	var l diag.List
	Parse("data/a.yaml", []byte(text), &l)
	var b strings.Builder
	diag.Print(&b, &l, diag.PrintOptions{Form: diag.Short, Lang: "en", Source: func(string) []byte { return []byte(text) }})
	return b.String()
}

func TestADirectionBehindAnEscapeIsSeen(t *testing.T) {
	if got := run("b: \"x\\u202Ey\"\n"); !strings.HasPrefix(got, "data/a.yaml:1:4: warning bidi-control") {
		t.Error(got)
	}
}

func TestSyntaxErrorsHaveTheirPlace(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"tab", "a:\n\tb: 1\n", "2:1 tab-indent"},
		{"tab after spaces", "a:\n  c: 1\n  \tb: 1\n", "3:3 tab-indent"},
		{"quote open to the end", "a: 1\nb: \"x\nc: 2\n", "2:4 unclosed-quote"},
		{"quote open on the first line", "a: \"x\nc: 2\n", "1:4 unclosed-quote"},
		{"quote closed by the next value's", "a: 1\nb: \"x\nc: \"y\"\nd: 1\n", "2:4 unclosed-quote"},
		{"single quote open", "a:\n  b: 'x\n  c: 2\n", "2:6 unclosed-quote"},
		{"bracket open", "a: 1\nb: [x, y\nc: 2\n", "2:4 unclosed-bracket"},
		{"bracket open on line 1", "b: [x, y\nc: 2\n", "1:4 unclosed-bracket"},
		{"brace open", "a: 1\nx: 2\nb: {x: 1, y: 2\nc: 2\n", "3:4 unclosed-bracket"},
		{"less indent", "a:\n    b: 1\n  c: 2\n", "3:3 bad-indent"},
		{"more indent", "a:\n  b: 1\n    c: 2\n", "3:5 bad-indent"},
		{"item on the key's line", "a: - b\n", "1:4 reserved-start"},
		{"text behind a brace", "a: 1\nb: {Name} fehlt\n", "2:4 reserved-start"},
		{"text behind a bracket", "a: 1\nb: [Name] fehlt\n", "2:4 reserved-start"},
		{"dash without space", "a:\n  -id: M9\n   code: \"9\"\n", "2:3 dash-without-space"},
		{"colon without space", "a:\n  - id: M9\n    code:\"9\"\n    b: x\n", "3:9 colon-without-space"},
		{"no-break space in the indent", "a:\n  b: \"1\"\n  \u00a0c: x\n  d: y\n", "3:3 no-break-space"},
		{"no-break space in the indent of a continued text", "a:\n  b: x\n   \u00a0c: x y\n", "3:4 no-break-space"},
		{"no-break space alone in the indent", "a:\n  b: x\n\u00a0\u00a0c: x\n  d: y\n", "3:1 no-break-space"},
		{"no-break space behind the colon", "a:\n  b:\u00a0x\n  c: y\n", "2:5 no-break-space"},
		{"narrow space behind the colon", "a:\n  b:\u202fx\n  c: y\n", "2:5 no-break-space"},
		{"no-break space behind the colon of a continued text", "a:\n  b: x\n    c:\u00a0y\n", "3:7 no-break-space"},
		{"comma in a number", "a: {b: 12,5}\n", "1:8 decimal-comma"},
		{"comma in a negative number, another key after it", "a: {b: -0,25, c: 1}\n", "1:8 decimal-comma"},
		{"comma and points in a number", "a: {b: 1.234,56}\n", "1:8 decimal-comma"},
		{"hash in a list", "a: [Verein #1, Amt]\n", "1:12 hash-splits-text"},
		{"comma in a text", "a: {b: Ein Treff, in dem man kocht}\n", "1:8 comma-in-brackets"},
		{"commas in a text", "a: [{b: Lernen, Arbeiten, Wohnen, c: x}]\n", "1:9 comma-in-brackets"},
		{"hash in lines", "a: Erster Satz.\n  Zweiter #wichtig Satz.\n  Dritter.\n", "2:11 hash-splits-text"},
		{"text after quotes", "a:\n  - x: 1\n    y: \"b\" c\n    z: 2\n", "3:12 text-after-value"},
		{"text after quotes at the end", "a: \"b\" c\n", "1:8 text-after-value"},
		{"colon", "a: 1\nb: c: d\n", "2:5 colon-in-text"},
		{"colon in an item", "a:\n  - text: Workshop: Sprache\n", "2:19 colon-in-text"},
		{"no colon", "a: 1\nb\nc: 2\n", "2:1 missing-colon"},
		{"no colon at the end", "a: 1\nbcd\n", "2:1 missing-colon"},
		{"text behind a fold mark", "a: 1\nb: > Text\n  mehr\n", "2:4 text-behind-mark"},
		{"text behind a block mark", "a:\n  - b: |- Text\n", "2:8 text-behind-mark"},
		{"at sign", "a: 1\nb: @x\n", "2:4 reserved-start"},
		{"backtick", "a:\n  - `x`\n", "2:5 reserved-start"},
		{"percent", "a:\n  b: %x\n", "2:6 reserved-start"},
		{"bold", "a: 1\nb: **x** y\n", "2:4 reserved-start"},
		{"greater", "a: >5 Jahre\n", "1:4 reserved-start"},
		{"alias", "a: 1\nb: *x\n", "2:4 unknown-anchor"},
		{"escape", "a: 1\nb: \"C:\\Users\"\n", "2:7 bad-escape"},
		{"control character behind an escape", "a: 1\nb: \"x\\u0007\"\n", "2:4 control-character"},
		{"noncharacter", "b: \"x\\uFFFEy\"\n", "1:4 control-character"},
		{"umlauts before", "ä: ö\nü: Größe: ß\n", "2:9 colon-in-text"},
		{"windows line ends", "a: 1\r\nb: @x\r\n", "2:4 reserved-start"},
		{"second document", "a: 1\n---\nb: 2\n", "2:1 second-document"},
		{"second document after dots", "a: 1\n...\nb: 2\n", "2:1 second-document"},
		{"duplicate key", "a: 1\na: 2\n", "2:1 duplicate-key"},
		{"latin-1", "a: 1\nb: Gr\xf6\xdfe\n", "2:6 not-utf-8"},
		{"merge key", "a: {b: 1}\nc:\n  <<: {d: 1}\n", "3:3 merge-key"},
		{"tag", "a: !!binary aGFsbG8=\n", "1:4 tag"},
		{"custom tag", "a: 1\nb: !python/object x\n", "2:4 tag"},
		{"undefined tag handle", "a: 1\nb: !e!x y\n", "2:4 tag"},
		{"alias in an anchor", "a: &x [1, *x]\n", "1:11 alias-nested"},
		{"template braces", "a: {{ x }}\n", "1:5 complex-key"},
	} {
		got := run(c.text)
		want := strings.Replace(c.want, " ", ": error ", 1)
		if lines := strings.Count(got, "\n"); !strings.HasPrefix(got, "data/a.yaml:"+want+":") || lines != 1 {
			t.Errorf("%s: got %q, want %s", c.name, got, c.want)
		}
	}
}

func TestWhatYAMLDropsOrJoinsIsSaid(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"hash in a text", "a: Wir nutzen C# und Raum #3 im Haus\n", "1:27 hash-cuts-text"},
		{"hash before umlauts", "a: Aktion #überall\n", "1:11 hash-cuts-text"},
		{"hash behind a tab", "a: Aktion\t#1\n", "1:11 hash-cuts-text"},
		{"hash at the start", "a: #gemeinsam\nb: 1\n", "1:4 hash-cuts-text"},
		{"hash in an item", "a:\n  - Raum #3\n", "2:10 hash-cuts-text"},
		{"hash behind quotes", "a: \"Aktion\" #gemeinsam\n", "1:13 hash-cuts-text"},
		{"hash behind an address", "a: siehe https://example.org/a#b und Raum #3\n", "1:43 hash-cuts-text"},
		{"a comment", "a: Aktion # gemeinsam\n", ""},
		{"a line of comment", "a: Aktion\n#gemeinsam\nb: 1\n", ""},
		{"signs of comment", "a: Aktion ## gemeinsam\nb: 1 #-- x\n", ""},
		{"hash in quotes", "a: \"Raum #3\"\n", ""},
		{"hash in lines kept", "a: |-\n  Raum #3\n", ""},
		{"items folded", "a: >-\n  Ziele sind:\n  - eins\n  - zwei\n", "3:3 folded-lines"},
		{"bullets folded", "a: >\n  Ziele sind:\n  • eins\n", "3:3 folded-lines"},
		{"paragraphs folded", "a: >-\n  Eins.\n\n  Zwei.\n", "4:3 folded-lines"},
		{"items of a plain text", "a: Ziele\n  - eins\n", "2:3 folded-lines"},
		{"items in quotes", "a: \"Ziele\n  - eins\"\n", "2:3 folded-lines"},
		{"items kept", "a: |-\n  Ziele sind:\n  - eins\n\n  Ende\n", ""},
		{"one paragraph folded", "a: >-\n  Eins\n  zwei.\n\n\nb: 1\n", ""},
		{"commas in a list", "a: [b, c]\nd: {e: 1, f: 2,}\n", ""},
	} {
		got, want := run(c.text), ""
		if c.want != "" {
			want = "data/a.yaml:" + strings.Replace(c.want, " ", ": warning ", 1) + ":"
		}
		if lines := strings.Count(got, "\n"); !strings.HasPrefix(got, want) || want == "" && got != "" || lines > 1 {
			t.Errorf("%s: got %q, want %s", c.name, got, c.want)
		}
	}
}

func TestHostileFilesGiveOneFindingAndTakeLittleMemory(t *testing.T) {
	bomb := "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c < 'k'; c++ {
		bomb += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c, ", c-1), 9), ", "))
	}
	for name, text := range map[string]string{
		"alias bomb":           bomb,
		"alias bomb on lists":  "a: &a [x]\n" + strings.Repeat("b: &b [*a, *a]\n", 1) + "c: [*b, *b]\n",
		"flow nesting":         "a: " + strings.Repeat("[", 5000) + strings.Repeat("]", 5000),
		"unclosed nesting":     "a: " + strings.Repeat("[", 5000),
		"brace nesting":        "a: " + strings.Repeat("{a: ", 5000),
		"nesting of 1,000,000": "a: " + strings.Repeat("[", 900000),
		"block nesting":        strings.Repeat("- ", 5000) + "x",
		"key nesting":          nestedKeys(1500),
		"scalar of 100 MB":     "a: \"" + strings.Repeat("x", 100<<20) + "\"\n",
		"block of 100 MB":      "a: |\n" + strings.Repeat("  x\n", 25<<20),
		"unclosed 16 MB":       "a: \"" + strings.Repeat("x", 15<<20),
		"one million values":   "a: [" + strings.Repeat("x,", 1100000) + "]\n",
		"colons":               strings.Repeat(":", 900000),
		"question marks":       strings.Repeat("? ", 900000),
		"bars":                 "a: " + strings.Repeat("|", 1<<20),
		"latin-1":              strings.Repeat("a: x\n", 3) + "b: \xfc\n",
		"nul":                  "a: \x00\n",
		"anchors":              strings.Repeat("&a ", 500000) + "x",
		"exclamations":         "a: " + strings.Repeat("!", 500000),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		got := run(text)
		runtime.ReadMemStats(&after)
		spent := after.TotalAlloc - before.TotalAlloc
		if spent > uint64(12*len(text)+16<<20) {
			t.Errorf("%s: %d MB of memory for %d bytes", name, spent>>20, len(text))
		}
		if strings.Contains(name, "nesting") && !strings.Contains(got, "nesting") || strings.Contains(name, "alias") && !strings.Contains(got, "alias") {
			t.Errorf("%s: got %.300q", name, got)
		}
		if strings.Count(got, "\n") != 1 || len(got) > 700 {
			t.Errorf("%s: got %.300q", name, got)
		} else if testing.Verbose() {
			t.Logf("%s: %d KB %.160s", name, spent>>10, got)
		}
	}
}

func nestedKeys(n int) string {
	var b bytes.Buffer
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}
