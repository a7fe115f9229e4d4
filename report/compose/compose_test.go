package compose

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"konzept/report/design"
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/format"
	"konzept/report/internal/smalltown"
	"konzept/report/model"
	"konzept/report/source"
	"konzept/report/template"
)

const square = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0H10V10H0Z"/></svg>`

// templates are the files of a test's template set.
func templates(template string, more map[string]string) fstest.MapFS {
	files := fstest.MapFS{"documents/test.md": {Data: []byte(template)}, "design/base.yaml": {Data: []byte(smalltown.Design)}, "labels/de.yaml": {Data: []byte(smalltown.Labels)}}
	for name, s := range more {
		files[name] = &fstest.MapFile{Data: []byte(s)}
	}
	return files
}

func testJob(r *model.Report) Job {
	return Job{Job: design.Job{Target: "test", Template: "test", Report: r, Lang: "de", Date: model.Date{Year: 2024, Month: 6, Day: 30}, Edition: "screen"},
		Files: fstest.MapFS{"bild.svg": {Data: []byte(square)}}}
}

// expand composes a template; it returns the document's dump without its first lines, and the findings.
func expand(t testing.TB, template string, more map[string]string) (dump, findings string) {
	t.Helper()
	return expandOver(t, smalltown.Data, template, more)
}

// expandFor is expand with another town's data.
func expandFor(t testing.TB, yaml, template string) (dump, findings string) {
	t.Helper()
	return expandOver(t, yaml, template, nil)
}

func expandOver(t testing.TB, yaml, template string, more map[string]string) (dump, findings string) {
	t.Helper()
	var out diag.List
	s := loadSet(templates(template, more), nil, &out)
	d := s.Document(testJob(smalltown.Report(t, yaml)), &out)
	var b strings.Builder
	if d != nil {
		if err := doc.Dump(&b, d); err != nil {
			t.Fatal(err)
		}
	}
	dump = b.String()
	if _, rest, ok := strings.Cut(dump, "\nchapter page=body\n"); ok && !strings.Contains(rest, "\nchapter") {
		dump = strings.ReplaceAll("\n"+rest, "\n  ", "\n")
	}
	return strings.Trim(dump, "\n"), places(s.templates, &out)
}

// loadSet prepares a test's templates.
func loadSet(builtin, project fs.FS, out *diag.List) *Set {
	templates := template.New(builtin, project, Directives(), out)
	return New(templates, design.New(templates))
}

// places writes findings as line:column code arguments.
func places(s *template.Set, out *diag.List) string {
	var lines []string
	for _, f := range out.Findings {
		src := string(s.Source(f.At.File))
		from := min(int(f.At.From), len(src))
		line := 1 + strings.Count(src[:from], "\n")
		lines = append(lines, fmt.Sprintf("%d:%d %s %s", line, from-strings.LastIndexByte(src[:from], '\n'), f.Code, strings.Join(f.Args, "|")))
	}
	return strings.Join(lines, "\n")
}

func TestTemplatesExpand(t *testing.T) {
	for _, c := range []struct{ name, template, want string }{
		{"a paragraph", "Ein Text.", `p .body "Ein Text."`},
		{"letters and their marks are one", "S\u030Ckoda **Z\u030Ciz\u030Cek**", `p .body "Škoda «bold:Žižek»"`},
		{"two lines are one paragraph", "Eins\nzwei", `p .body "Eins zwei"`},
		{"a hard break", "Eins\\\nzwei", `p .body "Eins«br»zwei"`},
		{"an expression within text", "Titel: {{ project.title }}!", `p .body "Titel: Konzept!"`},
		{"an empty expression takes the paragraph along", "A\n\n{{ project.claim }}", `p .body "A"`},
		{"an empty expression leaves no double space", "A {{ project.claim }} B", `p .body "A B"`},
		{"lists of the data nest", "{{ last(fields).summary }}", `list .body
  item
    p .body "a"
    list .body
      item
        p .body "b"
      item
        p .body "c fährt fort"
  item
    p .body "d"
    list .body
      item
        p .body "e"`},
		{"data text with blocks", "{{ first(fields).text }}", `p .body "Erster «bold:Absatz»."
p .body "Zweiter mit Umbruch."
list .body
  item
    p .body "eins"
  item
    p .body "zwei «italic:drei»"`},
		{"data text within text keeps its inline marks", "M: {{ first(measures).title }}", `p .body "M: Sprachlotsen «bold:stark»"`},
		{"a style in braces", "{.small}\nText", `p .small "Text"`},
		{"a style container", "::: style small\nA\n\n- b\n:::\nC", "p .small \"A\"\nlist .small\n  item\n    p .small \"b\"\np .body \"C\""},
		{"a heading with attributes", "# A {{ project.title }} {#x .unlisted number=\"1.{{ 1 + 1 }}\" style=small running=\"kurz\"}", `heading 1 .small anchor=x number="1.2" running="kurz" unlisted "A Konzept"`},
		{"a loop", "::: for f, i in fields\n{{ i }} {{ f.title }}\n:::", "p .body \"1 Sprache\"\np .body \"2 Arbeit & Beruf\""},
		{"lists of one loop merge", "::: for f in fields\n- {{ f.title }}\n:::\n\n- x", "list .body\n  item\n    p .body \"Sprache\"\n  item\n    p .body \"Arbeit & Beruf\"\nlist .body\n  item\n    p .body \"x\""},
		{"if, else if and else", "::: for n in range(1, 3)\n::: if n == 1\neins\n::: else if n == 2\nzwei\n::: else\nviele\n:::\n:::", "p .body \"eins\"\np .body \"zwei\"\np .body \"viele\""},
		{"let", "::let n={{ len(measures) }}\n{{ n + 1 }}", `p .body "3"`},
		{"any indent", "::: for f in fields\n    ::: if f.code == \"1\"\n        # {{ f.title }}\n        Text\n\n        - a\n          - b\n        ::: box\n            innen\n        :::\n    :::\n:::", `heading 1 .h1 "Sprache"
p .body "Text"
list .body
  item
    p .body "a"
    list .body
      item
        p .body "b"
box role=Div
  p .body "innen"`},
		{"a container within a list item", "- a\n\n  ::: box\n  innen\n:::\n- b", "list .body\n  item\n    p .body \"a\"\n    box role=Div\n      p .body \"innen\"\n  item\n    p .body \"b\""},
		{"fenced code hides directives", "::: box\n```\n:::\n{{ x }}\n```\n:::", "box role=Div\n  p .body \":::\"\n  p .body \"{{ x }}\""},
		{"an ordered list", "1) eins\n2) zwei", "list .body ordered\n  item\n    p .body \"eins\"\n  item\n    p .body \"zwei\""},
		{"a box", "::: box fill=tint frame=0.5pt ink=accent pad=\"1mm 2mm\" keep\nA\n:::", "box fill=tint frame=0.5 ink=accent pad=2.84/5.67/2.84/5.67 role=Div keep\n  p .body \"A\""},
		{"a grid", "::: grid columns=\"2fr 10mm auto\" gap=1mm\n::cell A\n::: cell\nB\n:::\n::cell {{ project.claim }}\n:::", "grid columns=2fr,28.35,auto gap=2.84\n  cell\n    p .body \"A\"\n  cell\n    p .body \"B\"\n  cell"},
		{"pairs", "::: pairs label=30mm\n::pair \"Amt\" {{ first(measures).lead.name }}\n::pair \"Leer\" {{ first(measures).effect }}\n::: pair \"Partner\"\n::: for p in first(measures).partners\n- {{ p }}\n:::\n:::\n:::", `pairs label=85.04
  pair "Amt"
    p .cell "Sozialamt"
  pair "Partner"
    list .cell
      item
        p .cell "Volkshochschule"
      item
        p .cell "Caritas"`},
		{"a table", "::: table caption=\"T {{ project.title }}\" number\n::col \"Nr.\" width=14mm\n::col \"Titel\" share=1 header\n::col \"\" align=right auto\n::: labelrow\n::cell Feld\n:::\n::: for m in measures\n::: row\n::cell {{ m.code }}\n::cell{fill=tint} {{ link(m.title, m.id) }}\n::cell {{ m.progress }}\n:::\n:::\n::: foot\n::cell{cols=2} Summe\n::cell\n:::\n:::\n::: group anchor=M1\nA\n:::\n::: group anchor=M2\nB\n:::", `table columns=39.69,1fr:header,auto:right number caption="T Konzept"
  head
    cell header
      p .cellhead "Nr."
    cell header
      p .cellhead "Titel"
    cell header
  row keepnext label
    cell cols=3 header
      p .body "Feld"
  row
    cell
      p .cell "1.1.1"
    cell fill=tint
      p .cell "«link #M1:Sprachlotsen «bold:stark»»"
    cell
      p .cell "40"
  row
    cell
      p .cell "1.1.2"
    cell fill=tint
      p .cell "«link #M2:Zweite»"
    cell
      p .cell "–"
  foot
    cell cols=2
      p .body "Summe"
    cell
group anchor=M1
  p .body "A"
group anchor=M2
  p .body "B"`},
		{"bars", "::: bars title=\"Stand\" unit=\"Zahl\" horizontal\n::bar \"A\" value={{ 2 }} series=\"x\"\n::bar \"A\" value=3 series=\"y\"\n::bar \"B\" value={{ nil }} series=\"x\"\n:::", `figure bars horizontal unit="Zahl" labels=["A" "B"] title="Stand"
  series name="x" ink=accent values=2,-
  series name="y" ink=accent values=3,-`},
		{"a timeline", "::: timeline\n::: event when=\"{{ 2005 }}\" strong\nA\n:::\n::event when=\"2008\" B\n:::", "timeline\n  event \"2005\" strong\n    p .body \"A\"\n  event \"2008\"\n    p .body \"B\""},
		{"leaves", "::space 6mm\n::fill\n::rule weight=1pt ink=accent\n::pagebreak start=right\n::meter percent={{ 40 }} width=40mm\n::qr {{ \"https://x.de\" }} size=20mm\n::sign phase-2 decorative", `space height=17.01
space fill
rule weight=1 ink=accent
pagebreak start=right
figure meter percent=40 ink=accent ground=tint width=113.39 height=8.5
figure qr level=M text="https://x.de" width=56.69 height=56.69
figure sign name=phase-2 ink=text width=22.68 height=22.68 decorative`},
		{"a symbol with its word", "{{ phase(first(measures).phase) }}", "p .body \"«symbol phase-2»\\u00a0in Umsetzung\""},
		{"links, pages and notes", "# A {#a}\n[Seite](#a) {{ page(\"a\") }}^[Note **x**] [W](https://x.de/a_b_c)", `heading 1 .h1 anchor=a "A"
p .body "«link #a:Seite»\u00a0«page #a»«note:Note «bold:x»» «link https://x.de/a_b_c:W»"`},
		{"a project's word goes before the label", "{{ label(\"own\") }}", `p .body "Eigenes"`},
		{"lists of what is numbered", "::contents of=figures\n::contents of=tables", "contents of=figures depth=2\ncontents of=tables depth=2"},
		{"contents and register", "::contents depth=2\n# A {#a}\n::: register columns=2\n::entry \"Wort\" anchor=\"a\"\n:::", "contents depth=2\nheading 1 .h1 anchor=a \"A\"\nregister .body columns=2\n  entry \"Wort\" anchors=a"},
		{"typographic quotation marks in attributes", "::: group name=„A b“\nX\n:::", "group name=\"A b\"\n  p .body \"X\""},
		{"windows line ends", "::: box\r\nA\r\nB\r\n:::\r\n", "box role=Div\n  p .body \"A B\""},
	} {
		got, found := expand(t, c.template, nil)
		if got != c.want || found != "" {
			t.Errorf("%s:\n%s\nexpected:\n%s\nfound:\n%s\n%s", c.name, c.template, c.want, got, found)
		}
	}
}

func TestMarkdownLeavesGermanAlone(t *testing.T) {
	for _, s := range []string{
		"Bürger*innen und Helfer*innen", "27. Juni 2012 beschlossen", "§ 5 Abs. 2", "1. Bürgermeister", "* Stern am Anfang", "+ plus",
		"    eingerückt wie Code", "A_B und a_b_c und snake_case_name", "5 * 3 * 2", "„Zitat“ – Gedankenstrich", "A & Co. &amp",
		"***", "http://x.de und a@b.de", "[x] und [y]: z", "{ allein } und } } und { {", "_ allein _", "#hashtag", "§§ 1–3 #1", "ein ^ Dach", ":: Doppelpunkte",
		"1.) Punkt", "-ohne Abstand", "\tTab am Anfang", "A \\ B", "Preis: 5 € * 2", "Nr. 3)",
	} {
		if got, found := printed(t, s); got != plainly(s) || found != "" && s != "***" {
			t.Errorf("%q came through as %s %s", s, got, found)
		}
	}
}

// printed is the text of a template of one paragraph, without the dump's signs.
func printed(t *testing.T, s string) (text, found string) {
	got, found := expand(t, "---\nmicrotypography: aus\n---\n"+s, nil)
	text = strings.TrimSuffix(strings.TrimPrefix(got, `p .body "`), `"`)
	return plainly(strings.ReplaceAll(strings.ReplaceAll(text, `\\`, `\`), `\t`, " ")), found
}

func plainly(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestWhatLooksLikeAMarkInATemplateIsPrintedAndNamed(t *testing.T) {
	for s, want := range map[string]string{
		"> kein Zitat": "4:1 raw-quotation", "Titel\n---": "5:1 raw-rule", "Titel\n===": "5:1 raw-rule", "---": "4:1 raw-rule", "`kein Code`": "4:1 raw-code",
		"~~nicht~~": "4:1 raw-emphasis", "| a | b |": "4:1 raw-table", "** allein **": "4:1 open-markup", "**offen": "4:1 open-markup", "<p>kein HTML</p>": "4:1 raw-html", "1. eins\n2. zwei": "4:1 raw-items",
		"* eins\n* zwei": "4:1 raw-items", "*fett*": "4:1 raw-emphasis", "{.body}\n> Zitat": "5:1 raw-quotation", "Text[^1]": "4:5 raw-note",
	} {
		got, found := printed(t, s)
		if got != plainly(strings.TrimPrefix(s, "{.body}")) || !strings.HasPrefix(found, want+" ") {
			t.Errorf("%q came through as %q with %q, expected %s", s, got, found, want)
		}
	}
}

func TestAByteOrderMarkIsNoText(t *testing.T) {
	plain, _ := expand(t, "---\ntitle: Probe\n---\n# Überschrift\n\nText.\n", nil)
	if got, found := expand(t, "\ufeff---\ntitle: Probe\n---\n# Überschrift\n\nText.\n", nil); got != plain || found != "" {
		t.Errorf("front matter: %s %s", got, found)
	}
	if got, found := expand(t, "::part parts/x.md\n", map[string]string{"parts/x.md": "\ufeff# Teil\n"}); got != "heading 1 .h1 \"Teil\"" || found != "" {
		t.Errorf("part: %s %s", got, found)
	}
}

func TestInlineMarksStandBesideLetters(t *testing.T) {
	for in, want := range map[string]string{
		"**„Brücken“**bauen": `«bold:„Brücken“»bauen`, "mit **fett**em Teil": `mit «bold:fett»em Teil`, "_kursiv_, dann": `«italic:kursiv», dann`,
		`\*\*nicht\*\*`: `**nicht**`, "**a _b_ c**": `«bold:a »«bold italic:b»«bold: c»`, "(_x_)": "(«italic:x»)",
	} {
		if got, found := expand(t, in, nil); got != `p .body "`+want+`"` || found != "" {
			t.Errorf("%q: expected %s, found %s %s", in, want, got, found)
		}
	}
}

func TestMistakesHaveTheirPlaces(t *testing.T) {
	for _, c := range []struct{ template, want string }{
		{"::: box\nA", "1:5 unclosed-container box"},
		{"A\n\n:::", "3:1 stray-closer "},
		{"Text {{ project.titel }}", "1:17 unknown-field titel|project|"},
		{"{{ projekt.title }}", "1:4 unknown-name projekt|"},
		{"::: for m in measures\n{{ m.titel }}\n:::", "2:6 unknown-field titel|measures|"},
		{"::: for m in first(goals).measures\n{{ m.lead.nam }}\n:::", "2:11 unknown-field nam|offices|"},
		{"{{ eurro(1) }}", "1:4 unknown-function eurro|"},
		{"ä {{ first(fields }}", "1:7 expression-ends "},
		{"{{ 1 - project.title }}", "1:6 bad-operands -|"},
		{"::spacer 5mm", "1:3 unknown-directive spacer|"},
		{"::rule weigth=1pt", "1:8 unknown-attribute weigth|rule|"},
		{"::rule weight=dick", "1:15 bad-value weight|dick|"},
		{"::rule ink=rot", "1:12 unknown-ink rot|"},
		{"::space ganz", "1:9 bad-value space|ganz|"},
		{"{.klein}\nText", "2:1 unknown-style klein|"},
		{"# A\n\n### B", "3:5 heading-skip 1|3"},
		{"::part parts/nein.md", "1:8 missing-part parts/nein.md|"},
		{"::: table\n::col \"A\"\n::: row\n::cell 1\n::cell 2\n:::\n:::", "3:5 cells-and-columns 2|1"},
		{"::: table\nText\n:::", "2:1 text-outside table"},
		{"::bar \"A\" value=1", "1:3 misplaced-directive bar|"},
		{"[x](#nirgends)", "1:5 missing-anchor nirgends|"},
		{"::picture {{ first(pictures) }}", "13:5 missing-alt bild.svg"},
		{"::picture {{ project.title }}", "1:11 not-a-picture "},
		{"{{ label(\"nein\") }}", "1:4 unknown-label nein|"},
		{"{{ project }}", "1:4 not-a-text "},
		{"::: for x in project.title\nA\n:::", "1:14 loop-without-list project.title"},
		{"::: chapter page=quer\nA\n:::", "1:18 unknown-page quer|"},
		{"::: box\n::: chapter\nA\n:::\n:::", "2:5 chapter-within "},
		{"::: fill\n:::", "1:5 leaf-expected fill"},
		{"::: else\n", "1:5 stray-else "},
	} {
		_, found := expand(t, c.template, nil)
		want := strings.Split(c.want, "\n")
		got := strings.Split(found, "\n")
		ok := len(got) == len(want)
		for i := range want {
			ok = ok && strings.HasPrefix(got[i], want[i])
		}
		if !ok && !strings.Contains(c.want, "missing-alt") || strings.Contains(c.want, "missing-alt") && !strings.Contains(found, "missing-alt bild.svg") {
			t.Errorf("%s\nexpected %s\nfound %q", c.template, c.want, found)
		}
	}
}

func TestPartsSeeTheirArgumentsOnly(t *testing.T) {
	parts := map[string]string{
		"parts/a.md": "---\nargs: [extra]\n---\n{{ x.code }} {{ extra }}\n",
		"parts/b.md": "{{ outer }}\n",
		"parts/r.md": "Tiefe\n\n::part parts/r.md\n",
	}
	got, found := expand(t, "::let outer=1\n::part parts/a.md x={{ first(measures) }}\n::part parts/a.md x={{ first(fields) }} extra=\"E\"", parts)
	if want := "p .body \"1.1.1\"\np .body \"1 E\""; got != want || found != "" {
		t.Errorf("expected %s, found %s %s", want, got, found)
	}
	if _, found = expand(t, "::let outer=1\n::part parts/b.md", parts); !strings.HasPrefix(found, "2:8 part-argument templates/parts/b.md|outer|") {
		t.Errorf("a part sees a name of its caller: %s", found)
	}
	if _, found = expand(t, "::part parts/a.md y={{ first(measures) }}", parts); !strings.Contains(found, "part-argument templates/parts/a.md|x|") || !strings.Contains(found, "eine Angabe `y` kennt er nicht") {
		t.Errorf("a part lacks an argument: %s", found)
	}
	got, found = expand(t, "::part parts/r.md", parts)
	if n := strings.Count(got, "Tiefe"); n != maxDepth || !strings.Contains(found, "parts-too-deep") {
		t.Errorf("%d times, %s", n, found)
	}
}

func TestARunawayTemplateEnds(t *testing.T) {
	loop := strings.Repeat("::: for a in range(1, 9999)\n", 4) + "x\n" + strings.Repeat(":::\n", 4)
	_, found := expand(t, loop, nil)
	if !strings.Contains(found, "step-budget") || strings.Count(found, "\n") > 0 {
		t.Errorf("expected one step-budget, found %q", found)
	}
}

func TestAProjectsFilesGoBeforeTheBuiltIn(t *testing.T) {
	var out diag.List
	project := fstest.MapFS{
		"documents/test.md": {Data: []byte("Eigen {.small}\n\n{.extra}\nText")},
		"design/base.yaml":  {Data: []byte("styles:\n  extra: {extends: small, ink: accent}\n  body: {size: 12pt}\ncolours:\n  - {name: accent, rgb: \"#ff0000\"}\n")},
		"labels/de.yaml":    {Data: []byte("stand: Datum\n")},
		"unsinn":            {Data: nil},
	}
	s := loadSet(templates("{{ label(\"empty\") }}", nil), project, &out)
	j := testJob(smalltown.Report(t, smalltown.Data))
	d := s.Document(j, &out)
	p := d.Chapters[0].Blocks[1].(*doc.Paragraph)
	if p.Style.Name != "extra" || p.Style.Size.String() != "8" || d.Palette[p.Style.Ink].RGB != [3]uint8{255, 0, 0} {
		t.Errorf("style %+v", p.Style)
	}
	if l := s.designs.Words("de", j.Report); l["stand"] != "Datum" || l["empty"] != "–" {
		t.Errorf("labels %v", l)
	}
	if found := places(s.templates, &out); !strings.HasPrefix(found, "1:1 unread-template unsinn|") {
		t.Errorf("findings %s", found)
	}
}

func TestADesignThatCannotBeReadIsOneFinding(t *testing.T) {
	for _, c := range []struct{ design, want string }{
		{"colours: {accent: \"#123456\"}\n", "1:1 wrong-shape colours"},
		{"styles: [a]\n", "1:1 wrong-shape styles"},
		{"styles: 5\n", "1:1 wrong-shape styles"},
		{"- a\n", "1:1 template-not-a-map"},
		{"extends: base\n", "1:10 extends-cycle base"},
	} {
		var out diag.List
		s := loadSet(templates("{{ label(\"empty\") }}", nil), fstest.MapFS{"design/base.yaml": {Data: []byte(c.design)}}, &out)
		j := testJob(smalltown.Report(t, smalltown.Data))
		j.Lang = "de"
		if s.designs.Ready(j.Report, j.Lang, &out) {
			t.Errorf("%q can be read", c.design)
		}
		if found := places(s.templates, &out); !strings.HasPrefix(found, c.want) || strings.Contains(found, "\n") {
			t.Errorf("%q: %s, want %s", c.design, found, c.want)
		}
	}
}

func TestCellsThatReachDownAreCountedWhereTheyStand(t *testing.T) {
	const table = "::: table\n::col \"A\"\n::col \"B\"\n::col \"C\"\n::: row\n::cell rows=3 a\n::cell b\n::cell c\n:::\n::: row\n::cell rows=2 d\n::cell e\n:::\n::: row\n::cell f\n:::\n"
	if _, found := expand(t, table+":::\n", nil); found != "" {
		t.Error(found)
	}
	if _, found := expand(t, table+"::: row\n::cell g\n::cell h\n:::\n:::\n", nil); !strings.HasPrefix(found, "17:5 cells-and-columns 2|3") {
		t.Error(found)
	}
}

// TestExamplesCauseTheirCode runs the smallest template of every code that documents one.
func TestExamplesCauseTheirCode(t *testing.T) {
	n := 0
	for _, e := range diag.TemplateEntries() {
		if e.Example == "" {
			continue
		}
		n++
		_, found := expand(t, e.Example, nil)
		if e.Code == "unnamed-documents" {
			var out diag.List
			set := loadSet(templates(e.Example, nil), nil, &out)
			set.Names(testJob(smalltown.Report(t, smalltown.Data)), &out)
			found = places(set.templates, &out)
		}
		for _, line := range strings.Split(found, "\n") {
			if f := strings.Fields(line); len(f) < 2 || f[1] != string(e.Code) {
				t.Errorf("%s: %q causes %q", e.Code, e.Example, found)
			}
		}
	}
	if n < 50 {
		t.Errorf("only %d codes have an example", n)
	}
}

func FuzzTemplate(f *testing.F) {
	for _, s := range []string{"A **b** {{ project.title }}", "::: box\n- a\n  - b\n:::", "::: for m in measures\n::: row\n:::\n:::", "{.x}\n# A {#b}", "```\n:::\n", "1) a\n\n   ::: box\n:::\n2) b",
		"::: table\n::col \"A\"\n::: row\n::cell{cols=2} x\n:::\n:::", "::pair \"A\" b", "---\ntitle: \"{{ project.title }}\"\n---\nText", "[a](b)^[c]\\\n_d_"} {
		f.Add(s)
	}
	r := smalltown.Report(f, strings.Replace(smalltown.Data, "project:\n", "project:\n  style: {microtypography: aus}\n", 1)) // texts come out as written
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4000 {
			return
		}
		var out diag.List
		set := loadSet(templates(s, nil), nil, &out)
		d := set.Document(testJob(r), &out)
		for _, x := range out.Findings {
			if int(x.At.From) > len(set.templates.Source(x.At.File)) && x.At.File != "data.yaml" {
				t.Errorf("finding %v beyond its file", x)
			}
		}
		if d == nil || strings.ContainsAny(s, ":{#\\`~*_^[-<>&\u00ad\x00)") || !plainLetters(s) {
			return
		}
		var b strings.Builder
		for _, c := range d.Chapters {
			for _, block := range c.Blocks {
				p := block.(*doc.Paragraph)
				b.WriteString(doc.Plain(p.Inlines) + " ")
			}
		}
		if got, want := strings.Join(strings.Fields(b.String()), " "), strings.Join(strings.Fields(format.Composed(s)), " "); got != want {
			t.Errorf("text without marks: expected %q, found %q", want, got)
		}
	})
}

// plainLetters tells whether a text is free of control characters, which are findings.
func plainLetters(s string) bool {
	for _, r := range s {
		if r < ' ' && r != '\n' || r == 0xfffd || r >= 0x7f && r < 0xa1 || r == 0xfeff || r >= 0x2000 && r <= 0x206f {
			return false
		}
	}
	return true
}

// many is a report of n measures with their sheet's fields.
func many(t testing.TB, n int) *model.Report {
	var b strings.Builder
	b.WriteString("project:\n  title: Konzept\n  municipality: {name: Stadt}\noffices:\n  - {id: amt, name: Amt}\nmeasures:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - {id: M%d, code: \"%d\", title: Titel %d, lead: amt, phase: in Umsetzung, description: Ein Text, partners: [A, B], costs: [{year: 2024, planned: 1000}]}\n", i, i, i)
	}
	return smalltown.Report(t, b.String())
}

func BenchmarkSheets2000(b *testing.B) {
	row := "::: pairs\n" + strings.Repeat("::pair \"Amt\" {{ m.lead.name }}\n::pair \"Titel\" {{ m.code }} {{ m.title }}\n::pair \"Kosten\" {{ euro(sum(m.costs, .planned)) }}\n::pair \"Partner\" {{ join(m.partners, \", \") }}\n::pair \"Leer\" {{ m.effect }}\n", 10) + ":::\n"
	r := many(b, 2000)
	files := templates("::: for m in measures\n## {{ m.code }}\n"+row+":::\n", nil)
	files["documents/test.md"].Data = []byte("# A\n\n" + string(files["documents/test.md"].Data))
	var out diag.List
	s := loadSet(files, nil, &out)
	b.ReportAllocs()
	for b.Loop() {
		if d := s.Document(testJob(r), &out); d == nil || len(out.Findings) > 0 {
			b.Fatal(out.Findings[0])
		}
	}
}

func TestYAMLScalarsKnowThePlaceOfEveryByte(t *testing.T) {
	for name, yaml := range map[string]string{
		"plain":   "a: ein Text # x\n",
		"single":  "a: 'ein Text'\n",
		"double":  "a: \"ein Text\"\n",
		"literal": "b:\n  a: |\n    ::: box\n      tief\n\n    ende\nc: 1\n",
		"windows": "a: |\r\n  eins\r\n  zwei\r\n",
	} {
		var out diag.List
		root := source.Parse("x.yaml", []byte(yaml), &out)
		n := root.Get("a")
		if n == nil {
			n = root.Get("b").Get("a")
		}
		tx := template.TextOf(n, []byte(yaml))
		if tx.Whole != nil {
			t.Errorf("%s: only the whole is known", name)
			continue
		}
		for i := range n.Value {
			if got := yaml[tx.Offset(i)]; got != n.Value[i] && n.Value[i] != '\n' {
				t.Errorf("%s: byte %d is %q in the value and %q in the file", name, i, n.Value[i], got)
			}
		}
	}
	yaml := "a: \"x \\\"y\\\" z\"\n"
	n := source.Parse("x.yaml", []byte(yaml), &diag.List{}).Get("a")
	if tx := template.TextOf(n, []byte(yaml)); tx.Span(2, 3) != n.Span {
		t.Error("an escaped text points to more than its whole")
	}
}

func TestAnotherLanguage(t *testing.T) {
	var out diag.List
	s := loadSet(templates("{{ first(fields).title }} {{ num(1234.5) }} {{ label(\"stand\") }}", map[string]string{"labels/en.yaml": "stand: As of\nown: Own\n"}), nil, &out)
	j := testJob(smalltown.Report(t, smalltown.Data))
	j.Lang = "en"
	d := s.Document(j, &out)
	var b strings.Builder
	if err := doc.Dump(&b, d); err != nil {
		t.Fatal(err)
	}
	if want := "document title=\"Konzept\" lang=en-GB\nchapter page=body\n  p .body \"«lang=de-DE:Sprache» 1,234.5 As of\"\n"; b.String() != want || len(out.Findings) > 0 {
		t.Errorf("found %s %v", b.String(), out.Findings)
	}
}

func TestTextPointsIntoTheData(t *testing.T) {
	var out diag.List
	s := loadSet(templates("A {{ first(fields).title }}", nil), nil, &out)
	d := s.Document(testJob(smalltown.Report(t, smalltown.Data)), &out)
	p := d.Chapters[0].Blocks[0].(*doc.Paragraph)
	fixed, read := p.Inlines[0].(*doc.Text), p.Inlines[1].(*doc.Text)
	if fixed.At.File != "templates/documents/test.md" || read.At.File != "data.yaml" || smalltown.Data[read.At.From:read.At.To] != "Sprache" {
		t.Errorf("places %v and %v", fixed.At, read.At)
	}
}

func TestDocumentsMayBeComposedSideBySide(t *testing.T) {
	var out diag.List
	s := loadSet(templates("::part parts/p.md m={{ first(measures) }}\n\n::picture {{ first(pictures) }}", map[string]string{"parts/p.md": "{{ m.title }}"}), nil, &out)
	r := smalltown.Report(t, smalltown.Data)
	dumps := make(chan string)
	for range 8 {
		go func() {
			var own diag.List
			var b strings.Builder
			if err := doc.Dump(&b, s.Document(testJob(r), &own)); err != nil {
				b.WriteString(err.Error())
			}
			dumps <- b.String() + places(s.templates, &own)
		}()
	}
	first := <-dumps
	for range 7 {
		if d := <-dumps; d != first {
			t.Errorf("differs:\n%s\n%s", first, d)
		}
	}
}

func FuzzDesign(f *testing.F) {
	f.Add(smalltown.Design)
	f.Add("styles: {body: {size: 0}}\ncolours: {a: b}\npages: []\nlooks: {plain: 1}")
	f.Add("extends: base\nstyles: {h1: {extends: h1, leading: -3pt}}\npages: {body: {size: 1mm 1mm, head: x, legend: parts/no.md}}\nfonts: {body: {a: b}}")
	r := smalltown.Report(f, strings.Replace(smalltown.Data, "project:\n", "project:\n  style: {microtypography: aus}\n", 1)) // texts come out as written
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4000 {
			return
		}
		var out diag.List
		set := loadSet(templates("# A\n\n{{ project.title }}", nil), fstest.MapFS{"design/base.yaml": {Data: []byte(s)}}, &out)
		d := set.Document(testJob(r), &out)
		if d == nil || len(d.Palette) == 0 || len(d.Chapters) != 1 {
			t.Fatalf("no document: %v", out.Findings)
		}
		for name, st := range set.designs.Of(r, &diag.List{}).Styles {
			if st.Size < 65536 || st.Leading < 65536 {
				t.Errorf("style %s has size %s and leading %s", name, st.Size, st.Leading)
			}
		}
	})
}
