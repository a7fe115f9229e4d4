package diag

import (
	"encoding/json"
	"strings"
	"testing"
)

const sample = "measures:\n  - id: M1\n\ttitel: „Größe“ 漢字 x\n    ende: a\x1b[31mb\u202ec\n" +
	"    lang: 0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789\r\n"

func at(part string) Span {
	i := strings.Index(sample, part)
	return Span{File: "data/a.yaml", From: int32(i), To: int32(i + len(part))}
}

func text(string) []byte { return []byte(sample) }

func printed(l *List, o PrintOptions) string {
	var b strings.Builder
	if err := Print(&b, l, o); err != nil {
		return err.Error()
	}
	return b.String()
}

func TestHumanFormShowsLineCaretHelpAndNotes(t *testing.T) {
	var l List
	f := l.Add("unknown-key", at("titel"), "titel", Suggest("titel", []string{"code", "title"}))
	f.Path = "measures[M1].titel"
	f.Notes = []Note{{Code: "first-here", At: at("M1")}}
	want := "Fehler: unbekannter Schlüssel `titel`\n" +
		" --> data/a.yaml:3:2\n" +
		"  |\n" +
		"3 |     titel: „Größe“ 漢字 x\n" +
		"  |     ^^^^^\n" +
		"  = Hilfe: meinten Sie „title“?\n" +
		"  = Feld: measures[M1].titel\n" +
		"  = Code: unknown-key\n" +
		"Hinweis: zuerst hier\n" +
		" --> data/a.yaml:2:9\n" +
		"  |\n" +
		"2 |   - id: M1\n" +
		"  |         ^^\n" +
		"\n"
	if got := printed(&l, PrintOptions{Source: text}); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := printed(&l, PrintOptions{Source: text, Lang: "en"}); !strings.HasPrefix(got, "error: unknown key `titel`\n") || !strings.Contains(got, "= hint: did you mean “title”?\n") {
		t.Errorf("English: %s", got)
	}
}

// caret returns the excerpt's line and the caret line below it, without the gutter.
func caret(s string) (line, marks string) {
	lines := strings.Split(s, "\n")
	return lines[3][4:], lines[4][4:]
}

func TestCaretStandsUnderTheWord(t *testing.T) {
	for _, c := range []struct{ name, part, before, marks string }{
		{"after wide letters", "x", "    titel: „Größe“ 漢字 ", "^"},
		{"on wide letters", "漢字", "    titel: „Größe“ ", "^^^^"},
		{"after a control character", "b\u202ec", `    ende: a\x1b[31m`, `^^^^^^^^`},
	} {
		var l List
		l.Add("double-space", at(c.part))
		line, marks := caret(printed(&l, PrintOptions{Source: text}))
		if !strings.HasPrefix(line, c.before) {
			t.Errorf("%s: line %q", c.name, line)
		}
		if want := strings.Repeat(" ", width(c.before)) + c.marks; marks != want {
			t.Errorf("%s: caret %q, want %q", c.name, marks, want)
		}
	}
}

func TestLongLinesAreCutAroundTheFinding(t *testing.T) {
	var l List
	l.Add("double-space", Span{File: "data/a.yaml", From: at("lang").From + 90, To: at("lang").From + 93})
	line, marks := caret(printed(&l, PrintOptions{Source: text}))
	if width(line) > excerptWidth+2 || !strings.HasPrefix(line, "…") || strings.Count(marks, "^") != 3 || line[len(line)-1] == '\r' {
		t.Errorf("%q\n%q", line, marks)
	}
}

func TestNothingReachesTheTerminalThatItWouldObey(t *testing.T) {
	var l List
	l.Add("unknown-key", Span{File: "data/\x1b[2J.yaml", From: 1, To: 2}, "\x1b]0;x\a", "\u202e")
	l.Add("unknown-key", at("a\x1b[31mb\u202ec"), "a\x9bb\xff", "")
	for _, form := range []Form{Human, Short, GitHub} {
		if got := printed(&l, PrintOptions{Form: form, Source: text}); strings.ContainsAny(got, "\x1b\u202e\a") || strings.Contains(got, "\x9b") || strings.Contains(got, "\xff") {
			t.Errorf("form %d: %q", form, got)
		}
	}
}

func TestSortedAndOnce(t *testing.T) {
	var l List
	l.Add("double-space", at("x"))
	l.Add("open-markup", at("M1"), "**")
	l.Add("double-space", at("x"))
	l.Add("double-space", Span{File: "data/A.yaml", From: 9, To: 10})
	want := "data/A.yaml:1:10: Warnung double-space: mehrere Leerzeichen nacheinander – löschen Sie die überzähligen\n" +
		"data/a.yaml:2:9: Warnung open-markup: `**` wird im Absatz nicht geschlossen – schließen Sie es, oder setzen Sie \\ davor\n" +
		"data/a.yaml:3:20: Warnung double-space: mehrere Leerzeichen nacheinander – löschen Sie die überzähligen\n"
	if got := printed(&l, PrintOptions{Form: Short, Source: text}); got != want {
		t.Errorf("got\n%s", got)
	}
	if e, w := Count(&l); e != 0 || w != 3 {
		t.Errorf("counted %d errors, %d warnings", e, w)
	}
	if got := printed(&l, PrintOptions{Max: 1, Source: text}); !strings.HasSuffix(got, "… und 1 weitere\n") {
		t.Errorf("got %s", got)
	}
}

func TestWhatStopsABuildIsNeverCutOff(t *testing.T) {
	var l List
	for i, word := range []string{"measures", "id", "M1", "titel"} {
		l.Add([]Code{"open-markup", "raw-html", "raw-note", "raw-code"}[i], at(word), word)
	}
	l.Add("unknown-key", at("ende"), "ende", "")
	got := printed(&l, PrintOptions{Max: 2, Source: text})
	if !strings.Contains(got, "data/a.yaml:1:1") || !strings.Contains(got, "unbekannter Schlüssel `ende`") || !strings.HasSuffix(got, "… und 3 weitere\n") {
		t.Errorf("got %s", got)
	}
	if got := strings.Count(printed(&l, PrintOptions{Form: Short, Max: 2, Source: text}), "\n"); got != 5 {
		t.Errorf("%d lines for machines", got)
	}
}

func TestGitHubFormEscapes(t *testing.T) {
	var l List
	l.Add("unknown-key", at("titel"), "a%b\nc", "x")
	want := "::error file=data/a.yaml,line=3,col=2,endLine=3,endColumn=7,title=unknown-key::unbekannter Schlüssel `a%25b\\x0ac`%0Ax\n"
	if got := printed(&l, PrintOptions{Form: GitHub, Source: text}); got != want {
		t.Errorf("got  %swant %s", got, want)
	}
}

func TestJSONHasPlacesInCharacters(t *testing.T) {
	var l List
	f := l.Add("double-space", at("漢字 x"))
	f.Path, f.Page = "measures[M1].titel", 7
	f.Notes = []Note{{Code: "first-here", At: at("M1")}}
	got, _ := json.Marshal(JSON(&l, "en", text))
	want := `[{"code":"double-space","severity":"warning","message":"several spaces in a row","hint":"delete all but one","file":"data/a.yaml","line":3,"column":17,"endLine":3,"endColumn":21,"yamlPath":"measures[M1].titel","page":7,"notes":[{"message":"first here","file":"data/a.yaml","line":2,"column":9,"endLine":2,"endColumn":11}]}]`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got, _ := json.Marshal(JSON(&List{}, "de", nil)); string(got) != "[]" {
		t.Errorf("an empty list is %s", got)
	}
}

func TestArgumentsCannotRewriteTheWording(t *testing.T) {
	if got := fill("{0} und {1} und {2}", []string{"{1}", "b"}, "de"); got != "{1} und b und {2}" {
		t.Errorf("got %q", got)
	}
	if got := fill("{0}", []string{strings.Repeat("ä", 1000)}, "de"); len(got) > maxArg+3 || !strings.HasSuffix(got, "ä…") {
		t.Errorf("got %d bytes", len(got))
	}
}

func TestNearest(t *testing.T) {
	known := []string{"title", "text", "lead", "goals", "Umsetzungsstand", "in Umsetzung", "Z1"}
	for word, want := range map[string]string{
		"titel": "title", "leed": "lead", "gaols": "goals", "goal": "goals", "in Umsetzng": "in Umsetzung", "IN_UMSETZUNG": "in Umsetzung",
		"Z9": "", "xyz": "", "": "", "z1": "Z1", strings.Repeat("x", 1<<20): "",
	} {
		if got := Nearest(word, known); got != want {
			t.Errorf("%.20s: got %q, want %q", word, got, want)
		}
	}
}

func TestWhatSaysTheSameIsToldOnceWithItsPlaces(t *testing.T) {
	var l List
	for _, word := range []string{"measures", "id", "M1", "titel", "x", "lang", "ende"} {
		l.Add("double-space", at(word))
	}
	l.Add("open-markup", at("M1"), "**")
	got := printed(&l, PrintOptions{Source: text})
	if n := strings.Count(got, "Warnung: "); n != 2 {
		t.Errorf("%d findings:\n%s", n, got)
	}
	if !strings.Contains(got, "= Auch in: data/a.yaml:2:5, data/a.yaml:2:9, data/a.yaml:3:2\n") || !strings.Contains(got, "= Anzahl: 7 solche in dieser Datei\n") {
		t.Errorf("places:\n%s", got)
	}
	if n := strings.Count(printed(&l, PrintOptions{Source: text, Form: Short}), "\n"); n != 2 {
		t.Errorf("%d lines for machines", n)
	}
}

// TestWarningsOfOneKindAreOne: of one code, one field and one file, with their number and the first places; errors each.
func TestWarningsOfOneKindAreOne(t *testing.T) {
	var l List
	for i, word := range []string{"measures", "id", "M1", "titel", "x", "lang"} {
		l.Add("open-markup", at(word), word).Path = "measures[M" + word + "].lead"
		l.Add("unknown-key", at(word), word, "").Path = "measures[M" + word + "].lead"
		if i < 2 {
			l.Add("open-markup", at(word), "**"+word).Path = "measures[M" + word + "].text"
		}
	}
	l.Add("open-markup", Span{File: "data/b.yaml", From: 1, To: 2}, "b").Path = "measures[b].lead"
	got := map[string]JSONFinding{}
	for _, f := range JSON(&l, "de", text) {
		got[string(f.Code)+" "+f.YAMLPath+" "+f.File] = f
	}
	all := got["open-markup measures[Mmeasures].lead data/a.yaml"]
	if all.Count != 6 || len(all.Notes) != 3 || all.Line != 1 || !strings.Contains(all.Notes[0].Message, "id") {
		t.Errorf("%+v", all)
	}
	if two := got["open-markup measures[Mmeasures].text data/a.yaml"]; two.Count != 2 || len(two.Notes) != 1 {
		t.Errorf("%+v", two)
	}
	if one := got["open-markup measures[b].lead data/b.yaml"]; one.Count != 0 || len(got) != 9 {
		t.Errorf("%+v of %d", one, len(got))
	}
	if errors, warnings := Count(&l); errors != 6 || warnings != 3 {
		t.Errorf("%d errors, %d warnings", errors, warnings)
	}
}

func TestHintsAreNeverErrors(t *testing.T) {
	var l List
	l.Add("wanted-nowhere", at("id"), "Federführung", "lead", "9")
	if l.Errors(true) || l.Stops(true) || len(l.OnlyErrors(true).Findings) > 0 {
		t.Error("a hint is an error")
	}
	if e, w := Count(&l); e != 0 || w != 0 || JSON(&l, "de", text)[0].Severity != "hint" {
		t.Errorf("%d errors, %d warnings", e, w)
	}
}
