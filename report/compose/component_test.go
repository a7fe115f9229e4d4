package compose

import (
	"cmp"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"konzept/report/diag"
	"konzept/report/internal/golden"
	"konzept/report/internal/smalltown"
	"konzept/report/template"
)

// instances are the smallest templates in which each component shows something; @ is where an attribute goes.
var instances = map[string]string{
	"chapter":   "::: chapter @\n::: box fill=accent\nText\n:::\n:::",
	"group":     "::: group @\nText\n:::",
	"box":       "::: box frame=1pt @\nText\n:::",
	"grid":      "::: grid columns=1fr @\n::cell Text\n:::",
	"columns":   "::: columns @\nText\n:::",
	"margin":    "::: margin @\nText\n:::",
	"style":     "::: style small\nText\n:::",
	"pairs":     "::: pairs @\n::pair \"Name\" Wert\n:::",
	"pair":      "::: pairs\n::pair \"Name\" Wert\n:::",
	"table":     "::: table @\n::col \"A\"\n::: row\n::cell 1\n:::\n:::",
	"col":       "::: table\n::col \"A\" @\n::: row\n::cell 1\n:::\n:::",
	"row":       "::: table\n::col \"A\"\n::: row @\n::cell 1\n:::\n:::",
	"labelrow":  "::: table\n::col \"A\"\n::: labelrow @\n::cell 1\n:::\n::: row\n::cell 1\n:::\n:::",
	"head":      "::: table\n::col \"A\"\n::: head @\n::cell 1\n:::\n::: row\n::cell 1\n:::\n:::",
	"foot":      "::: table\n::col \"A\"\n::: row\n::cell 1\n:::\n::: foot @\n::cell 1\n:::\n:::",
	"cell":      "::: table\n::col \"A\"\n::: row\n::cell @ 1\n:::\n:::",
	"list":      "::: list @\n::item Text\n:::",
	"item":      "::: list\n::item @ Text\n:::",
	"bars":      "::: bars @\n::bar \"A\" value=1\n:::",
	"bar":       "::: bars\n::bar \"A\" @\n::bar \"B\" value=2\n:::",
	"lines":     "::: lines @\n::point \"A\" value=1\n::point \"B\" value=2\n:::",
	"point":     "::: lines\n::point \"A\" @\n::point \"B\" value=2\n:::",
	"donut":     "::: donut @\n::slice \"A\" value=1\n:::",
	"slice":     "::: donut\n::slice \"A\" @\n::slice \"B\" value=1\n:::",
	"progress":  "::: progress @\n::steps \"A\" done=1 of=2\n:::",
	"steps":     "::: progress\n::steps \"A\" of=9 @\n::steps \"B\" done=1 of=2\n:::",
	"gantt":     "::: gantt @\n::task \"A\" begin=2024 end=2025\n:::",
	"lane":      "::: gantt\n::: lane \"L\" @\n::task \"A\" begin=2024 end=2025\n:::\n:::",
	"task":      "::: gantt\n::task \"A\" @\n:::",
	"mark":      "::: gantt\n::: task \"A\" begin=2024 end=2025\n::mark \"M\" at={{ 2024 }} @\n:::\n:::",
	"tree":      "::: tree @\n::node \"A\"\n:::",
	"rank":      "::: tree\n::rank \"R\"\n::node \"A\"\n:::",
	"node":      "::: tree\n::node \"0\" id=oben\n::node \"1\" @\n::node \"2\" under=neu\n:::",
	"flow":      "::: flow @\n::: stage \"S\"\n::stop \"a\"\n:::\n::: stage \"T\"\n::stop \"b\"\n:::\n::ribbon \"a\" \"b\" value=1\n:::",
	"stage":     "::: flow\n::: stage \"S\"\n::stop \"a\"\n:::\n::: stage \"T\"\n::stop \"b\"\n:::\n::ribbon \"a\" \"b\" value=1\n:::",
	"stop":      "::: flow\n::: stage \"S\"\n::stop \"a\" @\n:::\n::: stage \"T\"\n::stop \"b\"\n:::\n::ribbon \"a\" \"b\" value=1\n:::",
	"ribbon":    "::: flow\n::: stage \"S\"\n::stop \"a\"\n:::\n::: stage \"T\"\n::stop \"a\"\n::stop \"b\"\n:::\n::: stage \"U\"\n::stop \"b\"\n:::\n::ribbon \"a\" \"b\" value=1\n::ribbon \"a\" \"b\" @\n:::",
	"places":    "::: places @\n::: place \"P\"\n::tag \"T\"\n:::\n:::",
	"place":     "::: places\n::: place \"P\" @\n::tag \"T\"\n:::\n:::",
	"tag":       "::: places\n::: place \"P\"\n::tag \"T\" @\n:::\n:::",
	"timeline":  "::: timeline\n::event when=\"2024\" Text\n:::",
	"event":     "::: timeline\n::event @ Text\n:::",
	"contents":  "::contents @",
	"register":  "# A {#a}\n::: register @\n::entry \"Wort\" anchor=\"a\"\n:::",
	"entry":     "# A {#a}\n::: register\n::entry \"Wort\" @\n:::",
	"picture":   "::picture {{ first(pictures) }} @",
	"strip":     "::: strip @\n::logo {{ first(pictures) }}\n::logo {{ first(pictures) }}\n:::",
	"logo":      "::: strip\n::logo {{ first(pictures) }}\n:::",
	"space":     "::space 5mm @",
	"fill":      "::fill",
	"rule":      "::rule @",
	"pagebreak": "::pagebreak @",
	"qr":        "::qr \"https://example.org\" @",
	"meter":     "::meter percent=50 @",
	"sign":      "::sign phase-2 alt=\"Zeichen\" @",
	"text":      "::text {{ project.title }} @",
}

// values are what attributes of a form may be, two of them, so that one at least is no default.
var values = map[template.Form][2]string{
	template.AsText: {`"**Wort**"`, `"Wort"`}, template.AsPlain: {`"de"`, `"neu"`}, template.AsFlag: {"", ""}, template.AsLength: {"7mm", "9mm"}, template.AsEdges: {`"2mm 3mm"`, "1mm"}, template.AsSides: {`"left top"`, "right"},
	template.AsInt: {"3", "2"}, template.AsWidths: {`"2fr"`, "30mm"}, template.AsInk: {"accent", "tint"}, template.AsStyle: {"small", "h2"}, template.AsTableStyle: {"other", "plain"}, template.AsAnchor: {`"hier"`, `"dort"`}, template.AsMoment: {"{{ 2024 }}", "{{ 2026 }}"},
	template.AsNumber: {"5", "0.5"}, template.AsValue: {"a", "{{ true }}"},
}

// special are values for attributes that mean something to others.
var special = map[string][2]string{
	"chapter.page": {"quer", "fehlt"}, "grid.columns": {`"1fr 1fr"`, "30mm"}, "node.under": {"oben", "oben"}, "node.id": {"neu", "neu"}, "meter.percent": {"70", "20"},
	"entry.anchor": {`"a"`, `"a"`}, "ribbon.stage": {"2 value=1", "2 value=1"},
}

// instead are instances for attributes that matter beside others only.
var instead = map[string]string{
	"chapter.tab_ink": "::: chapter tab=A @\nText\n:::", "col.optional": "::: table\n::col \"A\"\n::col \"B\" @\n::: row\n::cell 1\n::cell\n:::\n:::", "col.auto": "::: table\n::col \"A\" share=3 @\n::: row\n::cell 1\n:::\n:::",
}

// known are the directives as a library knows them, with their attributes.
func known(t *testing.T) []template.Component {
	t.Helper()
	var out diag.List
	list := template.New(fstest.MapFS{}, nil, Directives(), &out).Directives()
	if len(list) != len(components()) {
		t.Fatalf("%d directives", len(list))
	}
	return list
}

// TestEveryAttributeMatters: an attribute that changes nothing is one that nobody reads.
func TestEveryAttributeMatters(t *testing.T) {
	n := 0
	for _, c := range known(t) {
		shown, ok := instances[c.Name]
		if !ok {
			t.Errorf("%s has no instance: nothing tells whether its attributes are read", c.Name)
			continue
		}
		for _, a := range c.Attrs {
			n++
			shown := cmp.Or(instead[c.Name+"."+a.Key], shown)
			plain := attributed(t, shown, "")
			shown = lacking(shown, a.Key)
			pair, ok := special[c.Name+"."+a.Key]
			if !ok {
				pair = values[a.Form]
			}
			if a.Form == template.AsWord {
				pair = [2]string{a.Words[0], a.Words[len(a.Words)-1]}
			}
			same := true
			for _, v := range pair {
				given := a.Key + "=" + v
				if a.Form == template.AsFlag {
					given = a.Key
				}
				same = same && attributed(t, shown, given) == plain
			}
			if same {
				t.Errorf("%s: neither %s=%s nor %s changes anything", c.Name, a.Key, pair[0], pair[1])
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d attributes are declared", n)
	}
}

// lacking takes an attribute out of the line on which another value of it will stand.
func lacking(template, key string) string {
	lines := strings.Split(template, "\n")
	for i, l := range lines {
		if strings.Contains(l, "@") {
			lines[i] = regexp.MustCompile(` `+key+`=(\{\{.*?\}\}|"[^"]*"|\S+)`).ReplaceAllString(l, "")
		}
	}
	return strings.Join(lines, "\n")
}

func attributed(t *testing.T, template, given string) string {
	t.Helper()
	got, _ := expand(t, strings.ReplaceAll(template, "@", given), map[string]string{
		"design/base.yaml": smalltown.Design + "  other: {style: cell, frame: 1pt}\n"})
	return got
}

// germanForms is what the manual calls the forms.
var germanForms = map[template.Form]string{template.AsText: "Text", template.AsPlain: "Zeichen", template.AsFlag: "nur das Wort", template.AsLength: "Länge", template.AsEdges: "ein, zwei oder vier Längen", template.AsSides: "Seiten", template.AsInt: "ganze Zahl",
	template.AsWidths: "Breiten", template.AsInk: "Farbe", template.AsStyle: "Stil", template.AsTableStyle: "Tabellenform", template.AsAnchor: "Anker", template.AsMoment: "Datum oder Jahr", template.AsNumber: "Zahl", template.AsValue: "Wert", template.AsPhrase: "Text der Daten"}

const (
	manual   = "../../templates/README.md"
	listFrom = "<!-- alle Anweisungen: aus den Deklarationen, go test ./report/compose -run Manual -update -->\n"
	listTo   = "<!-- Ende -->\n"
)

// TestManualListsEveryDirective holds the manual's list against the declarations.
func TestManualListsEveryDirective(t *testing.T) {
	data, err := os.ReadFile(manual)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(data), listFrom)
	list, tail, ok2 := strings.Cut(rest, listTo)
	if !ok || !ok2 {
		t.Fatalf("%s has no list of directives", manual)
	}
	want := manualList(known(t))
	if golden.Updating() {
		if err := os.WriteFile(manual, []byte(head+listFrom+want+listTo+tail), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if list != want {
		t.Errorf("the manual's list of directives is not what is declared (-update rewrites): %s", difference(list, want))
	}
}

// TestManualSaysWhatEveryDirectiveIsFor: the list of declarations tells how a directive is written, and not what it does.
func TestManualSaysWhatEveryDirectiveIsFor(t *testing.T) {
	data, err := os.ReadFile(manual)
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(string(data), listFrom)
	for _, c := range known(t) {
		if !regexp.MustCompile(":: ?" + c.Name + "\\b").MatchString(head) {
			t.Errorf("%s: nothing above the list says what %s is for", manual, c.Name)
		}
	}
}

// difference is the first line in which two texts differ.
func difference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("%q instead of %q", g[i], w[i])
		}
	}
	return "one is longer"
}

func manualList(directives []template.Component) string {
	var b strings.Builder
	b.WriteString("| Anweisung | steht in | Werte | Angaben |\n|---|---|---|---|\n")
	for _, c := range directives {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", written(&c), inCode(c.Within), positions(&c), attributesList(&c))
	}
	return b.String()
}

func written(c *template.Component) string {
	var forms []string
	if c.Leaf {
		forms = append(forms, "`::"+c.Name+"`")
	}
	if c.Body {
		forms = append(forms, "`::: "+c.Name+"`")
	}
	return strings.Join(forms, ", ")
}

func inCode(names []string) string {
	var all []string
	for _, n := range names {
		all = append(all, "`"+n+"`")
	}
	return strings.Join(all, ", ")
}

func positions(c *template.Component) string {
	var all []string
	for _, w := range c.Words {
		all = append(all, germanForms[w.Form])
	}
	if c.Rest {
		all = append(all, "Text bis zum Zeilenende")
	}
	return strings.Join(all, ", ")
}

// attributesList names attributes of one form together.
func attributesList(c *template.Component) string {
	var order, parts []string
	keys := map[string][]string{}
	for _, a := range c.Attrs {
		form := germanForms[a.Form]
		if a.Form == template.AsWord {
			form = strings.Join(a.Words, "/")
		}
		if keys[form] == nil {
			order = append(order, form)
		}
		keys[form] = append(keys[form], a.Key)
	}
	for _, form := range order {
		parts = append(parts, inCode(keys[form])+" ("+form+")")
	}
	return strings.Join(parts, "; ")
}
