package verify

import (
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/pdf"
)

// check judges the file. Rules about tags hold unless the file claims to be for print alone; rules about archives hold
// for what claims to be one.
func (in *inspection) check() {
	fontRules{in}.check()
	in.checkContents()
	if in.claims("PDF/X") {
		printRules{in}.check()
		if len(in.out.Claims) == 1 {
			if in.xmp != nil { // the older standards for print need none
				in.checkMetadata()
			}
			return
		}
	}
	in.checkDocument()
	if in.claims("PDF/A") {
		archiveRules{in}.check()
	}
	if !in.out.Tagged {
		in.find("not-tagged", 0)
		return
	}
	tagRules{in}.check()
}

// claims tells whether the file says that it conforms to a standard of the family.
func (in *inspection) claims(family string) bool {
	return slices.ContainsFunc(in.out.Claims, func(c string) bool { return strings.HasPrefix(c, family) })
}

func (in *inspection) find(code diag.Code, page int, args ...string) {
	in.out.Findings = append(in.out.Findings, diag.Finding{Code: code, Page: page, Args: args})
}

// checkContents looks at what content streams do beside painting (ISO 32000-1, 7.8.2; ISO 19005-2, 6.2.2).
func (in *inspection) checkContents() {
	for i := range in.marks {
		m := &in.marks[i]
		if m.unknown != "" {
			in.find("unknown-operator", i+1, m.unknown)
		}
		if m.missing != "" {
			in.find("missing-resource", i+1, m.missing)
		}
		if m.unbalanced {
			in.find("marks-unbalanced", i+1)
		}
		if m.mute != "" {
			in.find("text-without-unicode", i+1, m.mute)
		}
	}
}

// checkDocument looks at what the catalogue says about the whole (ISO 14289-1, 7.1 and 7.2).
func (in *inspection) checkDocument() {
	show, _ := in.r.Resolve(in.r.Dict(in.catalog.Get("ViewerPreferences")).Get("DisplayDocTitle")).(bool)
	if strings.TrimSpace(in.out.Title) == "" || !show {
		in.find("no-title", 0)
	}
	switch lang := in.out.Lang; {
	case lang == "":
		in.find("no-language", 0)
	case !languageTag(lang):
		in.find("bad-language", 0, lang)
	}
	if suspect, _ := in.r.Resolve(in.r.Dict(in.catalog.Get("MarkInfo")).Get("Suspects")).(bool); suspect {
		in.find("suspects", 0)
	}
	in.checkMetadata()
	in.checkOutline()
	in.checkLayers()
}

// checkLayers: configurations of optional content have names, and nothing shows them by itself (ISO 14289-1, 7.10).
func (in *inspection) checkLayers() {
	layers := in.r.Dict(in.catalog.Get("OCProperties"))
	for _, c := range append(pdf.Array{layers.Get("D")}, in.r.Array(layers.Get("Configs"))...) {
		if d := in.r.Dict(c); d != nil && (in.r.Text(d.Get("Name")) == "" || d.Get("AS") != nil) {
			in.find("layers-unnamed", 0)
			return
		}
	}
}

// checkOutline follows the bookmarks.
func (in *inspection) checkOutline() {
	for _, o := range in.out.Outline {
		if o.Page == 0 || strings.TrimSpace(o.Title) == "" {
			in.find("dead-bookmark", 0, brief(o.Title))
		}
	}
}

// languageTag tells whether s has the form of BCP 47: a language of 2 to 8 letters, then subtags of up to 8 signs.
func languageTag(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if len(part) == 0 || len(part) > 8 || i == 0 && len(part) == 1 && part != "x" && part != "i" {
			return false
		}
		for _, c := range []byte(part) {
			letter := c|0x20 >= 'a' && c|0x20 <= 'z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}
