package report_test

import (
	"bytes"
	"encoding/json"
	"hash/fnv"
	"html"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"

	"konzept/report"
	"konzept/report/diag"
	"konzept/report/schema"
)

// In these projects stands all that the sample has, every kind of record and every output, in the language of another country.

// retold is the sample's project with each value of its data as tell has it, and the settings of another country.
func retold(t *testing.T, settings string, tell func(f *schema.Field, n *yaml.Node)) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	project := sampleProject()
	err := fs.WalkDir(project, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(project, p)
		if err == nil && filepath.Dir(p) == "data" && filepath.Ext(p) == ".yaml" {
			data, err = retoldFile(data, settings, tell)
		}
		files[p] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	delete(files, "data/trennungen.txt") // German words
	return files
}

func retoldFile(data []byte, settings string, tell func(f *schema.Field, n *yaml.Node)) ([]byte, error) {
	var root, over yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return nil, err
	}
	if err := yaml.Unmarshal([]byte(settings), &over); err != nil {
		return nil, err
	}
	for i, entries := 0, root.Content[0].Content; i+1 < len(entries); i += 2 {
		kind := schema.Builtin().Find(entries[i].Value)
		if kind == nil {
			continue
		}
		records := []*yaml.Node{entries[i+1]}
		if !kind.Single {
			records = entries[i+1].Content
		}
		for _, r := range records {
			retellRecord(r, kind.Fields, tell)
		}
		if kind.Key == "project" {
			overlayNode(entries[i+1], over.Content[0])
		}
	}
	return yaml.Marshal(&root)
}

func retellRecord(n *yaml.Node, fields []schema.Field, tell func(f *schema.Field, n *yaml.Node)) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		at := slices.IndexFunc(fields, func(f schema.Field) bool { return f.Key == n.Content[i].Value })
		if at < 0 {
			continue
		}
		switch f, v := &fields[at], n.Content[i+1]; f.Type {
		case schema.Nested:
			retellRecord(v, f.Fields, tell)
		case schema.NestedList:
			for _, item := range v.Content {
				retellRecord(item, f.Fields, tell)
			}
		case schema.Texts:
			for _, item := range v.Content {
				tell(f, item)
			}
		default:
			tell(f, v)
		}
	}
}

// overlayNode sets keys of a mapping.
func overlayNode(n, over *yaml.Node) {
	for i := 0; i+1 < len(over.Content); i += 2 {
		for k := 0; k+1 < len(n.Content); k += 2 {
			if n.Content[k].Value == over.Content[i].Value {
				n.Content = slices.Delete(n.Content, k, k+2)
				break
			}
		}
		n.Content = append(n.Content, over.Content[i], over.Content[i+1])
	}
}

// english are the words that English texts are made of; none of them is a German one.
var english = strings.Fields(`the town opens a new centre for young people and their families every spring while schools clubs and local
	companies offer help with language housing work health transport so that newcomers feel at home in our streets`)

// inEnglish puts an English text of the same length in a German one's place, and the English word in a choice's.
func inEnglish(f *schema.Field, n *yaml.Node) {
	switch f.Type {
	case schema.Choice:
		for i := range f.Values {
			if f.Values[i].Key == n.Value {
				n.Value = f.Values[i].EN
			}
		}
	case schema.Text, schema.Texts, schema.Labels:
		if f.Key == "editions" || f.Key == "formats" || f.Key == "languages" || f.Key == "hide" {
			return
		}
		told := "The " + englishWords(n.Value)
		*n = yaml.Node{Kind: yaml.ScalarNode, Value: told}
		if f.Key == "text" || f.Key == "description" {
			n.Value += "."
		}
	case schema.Word:
		if f.Key == "unit" && n.Value != "%" && n.Value != "km²" {
			n.Value = "people"
		}
		if f.Key == "file" {
			n.Value = map[string]string{"Integrationskonzept": "Plan", "Sachstandsbericht": "Report"}[n.Value]
		}
		if n.Value = strings.NewReplacer("Rathausplatz", "High Street", "ä", "a", "ö", "o", "ü", "u", "ß", "ss").Replace(n.Value); f.Key == "city" || f.Key == "place" {
			n.Value = "Exampleton"
		}
	case schema.When:
		n.Value = strings.NewReplacer("Anfang ", "early ", "Mitte ", "mid ", "Ende ", "late ").Replace(n.Value)
	}
}

func englishWords(german string) string {
	h := fnv.New32a()
	h.Write([]byte(german))
	at := int(h.Sum32() % 1000)
	var b strings.Builder
	for i := range max(1, len(strings.Fields(german))) {
		b.WriteString(english[(at+i)%len(english)] + " ")
	}
	return strings.TrimSpace(b.String())
}

// inSwitzerland spells a German text as Switzerland does.
func inSwitzerland(f *schema.Field, n *yaml.Node) {
	if f.Type == schema.Labels && n.Kind == yaml.MappingNode || n.Kind == yaml.SequenceNode || f.Type == schema.ID || f.Type == schema.Refs || f.Type == schema.Choice {
		return
	}
	n.Value = swissSpelling(n.Value)
}

func swissSpelling(s string) string {
	s = strings.NewReplacer("ß", "ss", "„", "«", "“", "»", "Euro", "Franken", "‚", "‹", "‘", "›").Replace(s)
	return grouped.ReplaceAllString(s, "$1’$2")
}

var grouped = regexp.MustCompile(`(\d)\.(\d{3})\b`)

func asWritten(*schema.Field, *yaml.Node) {}

const englishSettings = `
languages: [en-GB]
currency: GBP
title: Integration plan
terms: {levels: [{one: guiding goal, many: guiding goals}, {one: strategic goal, many: strategic goals}, {one: operative goal, many: operative goals}]}
style: {papers: SAMPLE/0000}
`

// spokenIn is every text of a file that people can see or hear: what a PDF says of itself and of its structure, and what the
// parts of a workbook hold between tags and within quotation marks.
func spokenIn(t *testing.T, o report.Output) []string {
	t.Helper()
	if !bytes.HasPrefix(o.Data, []byte("%PDF")) {
		var list []string
		for _, part := range unpacked(t, o)[1:] {
			for _, m := range partText.FindAllSubmatch(part, -1) {
				list = append(list, html.UnescapeString(string(m[1])+string(m[2])))
			}
		}
		return list
	}
	data, err := json.Marshal(inspect(t, o))
	if err != nil {
		t.Fatal(err)
	}
	var all any
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return stringsOf(nil, all)
}

var partText = regexp.MustCompile(`>([^<>]+)<|="([^"]+)"`)

func stringsOf(list []string, v any) []string {
	switch v := v.(type) {
	case string:
		list = append(list, plain(v))
	case []any:
		for _, e := range v {
			list = stringsOf(list, e)
		}
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			list = stringsOf(list, v[k])
		}
	}
	return list
}

// spell fails for every word of the outputs that wrong finds a fault with, each once.
func spell(t *testing.T, r *report.Result, wrong func(text string) string) {
	t.Helper()
	told := map[string]bool{}
	for _, o := range r.Outputs {
		for _, s := range spokenIn(t, o) {
			if w := wrong(s); w != "" && !told[w] {
				told[w] = true
				t.Errorf("%s: %q in %.200q", o.File, w, s)
			}
		}
	}
}

func builtFrom(t *testing.T, files fs.FS) *report.Result {
	t.Helper()
	r, err := report.Build(options(files))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings.Findings {
		if diag.SeverityOf(f.Code) == diag.Error {
			t.Errorf("%s at %s: %q", f.Code, f.At.File, f.Args)
		}
	}
	if dir := os.Getenv("NATIVE_OUT"); dir != "" {
		for _, o := range r.Outputs {
			_ = os.MkdirAll(filepath.Dir(dir+"/"+o.File), 0o755)
			_ = os.WriteFile(dir+"/"+o.File, o.Data, 0o644)
		}
	}
	return r
}

func TestEnglishOutputsHoldNoGerman(t *testing.T) {
	r := builtFrom(t, retold(t, englishSettings, inEnglish))
	german := regexp.MustCompile(`(?i)[äöüß„‚]|\b(und|oder|der|die|das|den|dem|des|ein|eine|einer|einem|von|zum|zur|mit|ohne|für|bei|nach|nicht|kein|keine|ist|sind|wird|werden|auf|aus|im|Uhr|Seite|Anlage|Euro|davon|je|bis)\b|€`)
	labels := labelsAlone(t, "de", "en")
	spell(t, r, func(s string) string {
		if labels[s] {
			return s
		}
		return german.FindString(s)
	})
}

func TestSwissOutputsHoldNoSharpS(t *testing.T) {
	files := retold(t, "languages: [de-CH]\ncurrency: CHF\nstyle: {papers: MUSTER/0000}\n", inSwitzerland)
	for name, f := range files {
		if filepath.Ext(name) == ".md" {
			f.Data = []byte(swissSpelling(string(f.Data)))
		}
	}
	r := builtFrom(t, files)
	spell(t, r, regexp.MustCompile(`ß|ẞ|„|€|Euro\b|[^ ]“|\d\.\d{3}\b`).FindString)
}

func TestAustrianOutputsSayJaenner(t *testing.T) {
	r := builtFrom(t, retold(t, "languages: [de-AT]\n", asWritten))
	var b strings.Builder
	spell(t, r, func(s string) string { b.WriteString(s + "\n"); return "" })
	all := b.String()
	for _, want := range []string{"Jänner 2024", "€ 102.000", "de-AT"} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q", want)
		}
	}
}

// labelsAlone are the labels of a language that are no labels of another.
func labelsAlone(t *testing.T, lang, other string) map[string]bool {
	t.Helper()
	read := func(lang string) map[string]string {
		data, err := os.ReadFile("../templates/labels/" + lang + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		words := map[string]string{}
		if err := yaml.Unmarshal(data, &words); err != nil {
			t.Fatal(err)
		}
		return words
	}
	alone := map[string]bool{}
	for _, w := range read(lang) {
		alone[w] = true
	}
	for _, w := range read(other) {
		delete(alone, w)
	}
	if len(alone) < 200 {
		t.Fatalf("%d labels", len(alone))
	}
	return alone
}
