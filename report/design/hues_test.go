package design

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/geom"
	"konzept/report/model"
	"konzept/report/source"
	"konzept/report/template"
)

// reportOf reads a report's data.
func reportOf(t *testing.T, yaml string) *model.Report {
	t.Helper()
	var out diag.List
	root := source.Parse("data.yaml", []byte(yaml), &out)
	r := model.Check(source.Merge([]*source.Node{root}, &out), nil, model.CheckOptions{Date: model.Date{Year: 2024, Month: 6, Day: 30}, Lang: "de"}, &out)
	if r == nil {
		t.Fatal(out.Findings)
	}
	return r
}

// builtIn are the designs of this repository.
func builtIn() *Set {
	var out diag.List
	return New(template.New(os.DirFS("../../templates"), nil, nil, &out))
}

// coloured is a report whose fields have the given colours; "" is none.
func coloured(design string, colours ...string) string {
	var b strings.Builder
	b.WriteString("project:\n  title: Konzept\n  design: " + design + "\n  municipality: {name: Stadt X}\nfields:\n")
	for i, c := range colours {
		fmt.Fprintf(&b, "  - {id: F%d, code: \"%d\", title: Feld", i, i)
		if c != "" {
			fmt.Fprintf(&b, ", colour: %q", c)
		}
		b.WriteString("}\n")
	}
	return b.String()
}

func TestThirtyFieldsHaveThirtyColoursInEveryDesign(t *testing.T) {
	for _, name := range []string{"base", "frankenthal", "lively", "sober"} {
		var out diag.List
		s := builtIn()
		r := reportOf(t, coloured(name, make([]string, 30)...))
		h := huesOf(s.Of(r, &out), r, &out)
		var seen []geom.Colour
		for _, rec := range r.Records("fields") {
			ink, ok := h.palette.Find(h.names[rec])
			c := h.palette.At(ink)
			if !ok || contrastOnPaper(c) < leastContrast {
				t.Errorf("%s: %s is %v with contrast %d", name, h.names[rec], c, contrastOnPaper(c))
			}
			for _, o := range seen {
				if apart := apart(o.RGB, c.RGB); apart < 14 {
					t.Errorf("%s: %s %v and %s %v are only %d apart", name, o.Name, o.RGB, c.Name, c.RGB, apart)
				}
			}
			seen = append(seen, c)
		}
		if len(out.Findings) > 0 {
			t.Error(out.Findings)
		}
	}
}

// apart is the sum of what two colours differ in.
func apart(a, b [3]uint8) (sum int) {
	for i := range a {
		sum += max(int(a[i])-int(b[i]), int(b[i])-int(a[i]))
	}
	return sum
}

func TestRecordsShareOutTheColoursOfTheSeries(t *testing.T) {
	for _, c := range []struct {
		name, colours, want, found string
	}{
		{"in order", ",,", "feld1 feld2 feld3", ""},
		{"around those that are named", ",feld1,,feld3", "feld2 feld1 feld4 feld3", ""},
		{"beyond the design's", "feld4,feld9,", "feld4 feld9 feld1", ""},
		{"a value", "#b3261e,#B3261E,#036", "#b3261e #b3261e #003366", ""},
		{"a pale value", "#ffcc00,", "#8e7200 feld1", "pale-colour"},
		{"no colour", "rosa,#12345,b3261e", "feld1 feld1 feld1", "unknown-colour unknown-colour unknown-colour"},
	} {
		var out, found diag.List
		s := builtIn()
		r := reportOf(t, coloured("base", strings.Split(c.colours, ",")...))
		h := huesOf(s.Of(r, &out), r, &found)
		var got, codes []string
		for _, rec := range r.Records("fields") {
			got = append(got, h.names[rec])
		}
		for _, f := range found.Findings {
			codes = append(codes, string(f.Code))
			if f.At.File != "data.yaml" || !f.At.Known() {
				t.Errorf("%s: found at %v", c.name, f.At)
			}
		}
		if strings.Join(got, " ") != c.want || strings.Join(codes, " ") != c.found {
			t.Errorf("%s: %q with %q", c.name, got, codes)
		}
	}
}

// A colour as other programs write it is refused with the right form of it.
func TestAColourThatWasMeantIsTheRemedy(t *testing.T) {
	for word, want := range map[string]string{
		"rgb(179, 38, 30)": "#b3261e", "rgba(179,38,30,0.5)": "#b3261e", "179/38/30": "#b3261e", "179 38 30": "#b3261e", "RGB 179;38;30": "#b3261e",
		"b3261e": "#b3261e", "B32": "#bb3322", "0xB3261E": "#b3261e", "#b3261eff": "#b3261e", "112233": "#112233", "rot": "#b3261e", "Dunkelblau": "#1f5f99",
		"zartbitter": "", "rgb(300, 1, 2)": "", "feld": "",
	} {
		rgb, ok := meantColour(word)
		if ok != (want != "") || ok && hex(rgb) != want {
			t.Errorf("%s: expected %q, found %s", word, want, hex(rgb))
		}
	}
	for word, value := range plainHues {
		rgb, _ := parseHex(value)
		c := geom.Colour{RGB: rgb}
		c.CMYK, c.Gray = derived(rgb)
		if readable(c).RGB != rgb {
			t.Errorf("%s: %s is too pale itself", word, value)
		}
	}
}

// TestHueExamplesCauseTheirCode runs the example of every code about the colours and the design that data name.
func TestHueExamplesCauseTheirCode(t *testing.T) {
	for _, e := range diag.HueEntries() {
		var out diag.List
		set := builtIn()
		data := e.Example
		if !strings.HasPrefix(data, "project:") {
			data = "project:\n  title: Konzept\n" + data
		}
		r := reportOf(t, data)
		huesOf(set.Of(r, &out), r, &out)
		if len(out.Findings) != 1 || out.Findings[0].Code != e.Code || !out.Findings[0].At.Known() {
			t.Errorf("%s: its example causes %v", e.Code, out.Findings)
		}
	}
}
