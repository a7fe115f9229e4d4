package verify

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"konzept/report/pdf"
)

// archiveRules hold for files that claim PDF/A (ISO 19005-2 and 19005-3; clauses of part 2).
type archiveRules struct{ *inspection }

func (in archiveRules) check() {
	if len(in.r.Array(in.r.Trailer.Get("ID"))) != 2 { // 6.1.3
		in.find("no-identity", 0)
	}
	if rest := in.r.Bytes()[bytes.LastIndex(in.r.Bytes(), []byte("%%EOF"))+len("%%EOF"):]; len(bytes.TrimLeft(rest, "\r\n")) > 0 || len(rest) > 2 { // 6.1.3
		in.find("data-after-end", 0)
	}
	if !binaryMark(in.r.Bytes()) { // 6.1.2
		in.find("no-binary-mark", 0)
	}
	in.checkDates()
	in.checkSchemas()
	in.checkColours()
	in.checkForbidden()
	in.checkLengths()
	in.checkAnnotations()
	in.checkAttachments()
	for i, p := range in.out.Pages { // 6.1.13
		w, h := p.Media[2]-p.Media[0], p.Media[3]-p.Media[1]
		if min(w, h) < 3 || max(w, h) > 14400 {
			in.find("page-size", i+1)
		}
		if in.marks[i].deep {
			in.find("states-too-deep", i+1)
		}
	}
}

// checkLengths: streams are as long as they say (6.1.7.1), and not packed by LZW or encrypted (6.1.7.2).
func (in archiveRules) checkLengths() {
	for n, s := range in.r.Streams() {
		if s.Long {
			in.find("stream-length", 0, strconv.Itoa(n))
		}
		for filter := range strings.FieldsSeq(in.filters(s)) {
			if filter == "LZWDecode" || filter == "Crypt" {
				in.find("forbidden-key", 0, filter, "Filter")
			}
		}
	}
}

// binaryMark tells whether a comment of four bytes above 127 follows the header.
func binaryMark(b []byte) bool {
	_, rest, ok := bytes.Cut(b[:min(len(b), 64)], []byte("\n"))
	if !ok || len(rest) < 5 || rest[0] != '%' {
		return false
	}
	return !slices.ContainsFunc(rest[1:5], func(c byte) bool { return c < 0x80 })
}

// checkColours: what is painted in a device's colours needs an output intent that says which device (6.2.4.3).
func (in archiveRules) checkColours() {
	var intent colourUse
	for _, i := range in.r.Array(in.catalog.Get("OutputIntents")) {
		profile, _ := in.r.Resolve(in.r.Dict(i).Get("DestOutputProfile")).(*pdf.Stream)
		if profile == nil {
			continue
		}
		switch pdf.Integer(in.r.Resolve(profile.Dict.Get("N"))) {
		case 1:
			intent |= usesGray
		case 3:
			intent |= usesGray | usesRGB
		case 4:
			intent |= usesGray | usesCMYK
		}
	}
	for i := range in.marks {
		if in.marks[i].colours&ofDevice&^intent != 0 {
			in.find("colour-without-intent", i+1)
			return
		}
	}
	for _, has := range in.named {
		for _, x := range in.r.Dict(has.dict.Get("XObject")) {
			if s, ok := in.r.Resolve(x.Value).(*pdf.Stream); ok && in.space(s.Dict.Get("ColorSpace"), 0)&ofDevice&^intent != 0 {
				in.find("colour-without-intent", 0)
				return
			}
		}
	}
}

// forbidden are keys that archives must not have, by the kind of dictionary (6.1.7.1, 6.2.5, 6.2.8, 6.2.9, 6.4, 6.10).
var forbidden = map[string][]pdf.Name{
	"Catalog":   {"AA", "NeedsRendering", "Requirements"},
	"Page":      {"AA", "PresSteps"},
	"XObject":   {"Alternates", "F", "FFilter", "OPI", "PS", "Ref", "Subtype2"},
	"ExtGState": {"HTP", "TR"},
	"Names":     {"AlternatePresentations", "JavaScript"},
	"AcroForm":  {"NeedAppearances", "XFA"},
}

func (in archiveRules) checkForbidden() {
	refuse := func(kind string, d pdf.Dict, page int) {
		for _, key := range forbidden[kind] {
			if in.r.Resolve(d.Get(key)) != nil {
				in.find("forbidden-key", page, string(key), kind)
			}
		}
	}
	refuse("Catalog", in.catalog, 0)
	refuse("Names", in.r.Dict(in.catalog.Get("Names")), 0)
	refuse("AcroForm", in.r.Dict(in.catalog.Get("AcroForm")), 0)
	for i, p := range in.pages {
		refuse("Page", p, i+1)
	}
	for _, has := range in.named {
		for _, kind := range []string{"XObject", "ExtGState"} {
			for _, e := range in.r.Dict(has.dict.Get(pdf.Name(kind))) {
				d := in.r.Dict(e.Value)
				refuse(kind, d, 0)
				if to := in.r.Name(d.Get("TR2")); to != "" && to != "Default" {
					in.find("forbidden-key", 0, "TR2", kind)
				}
				if on, _ := in.r.Resolve(d.Get("Interpolate")).(bool); on {
					in.find("forbidden-key", 0, "Interpolate", kind)
				}
			}
		}
	}
}

// Flags of annotations (ISO 32000-1, 12.5.3).
const (
	flagPrint  = 4
	flagsUnset = 1 | 2 | 32 | 256 // Invisible, Hidden, NoView, ToggleNoView
)

// checkAnnotations: what is on the page is printed as it is seen, and does nothing but lead somewhere (6.3, 6.5).
func (in archiveRules) checkAnnotations() {
	in.checkAction(in.catalog.Get("OpenAction"), 0)
	for i, p := range in.pages {
		for _, a := range in.r.Array(p.Get("Annots")) {
			d := in.r.Dict(a)
			if flags := pdf.Integer(in.r.Resolve(d.Get("F"))); flags&flagPrint == 0 || flags&flagsUnset != 0 {
				in.find("annotation-flags", i+1)
			}
			kind := in.r.Name(d.Get("Subtype"))
			if kind != "Link" && in.r.Dict(d.Get("AP")) == nil {
				in.find("forbidden-key", i+1, kind, "Annot")
			}
			in.checkAction(d.Get("A"), i+1)
			if in.r.Resolve(d.Get("AA")) != nil {
				in.find("forbidden-key", i+1, "AA", "Annot")
			}
		}
	}
}

func (in archiveRules) checkAction(v any, page int) {
	action := in.r.Dict(v)
	if s := in.r.Name(action.Get("S")); action != nil && s != "URI" && s != "GoTo" && s != "GoToR" && s != "Named" {
		in.find("forbidden-action", page, s)
	}
}

// checkAttachments: PDF/A-2 takes none that is no PDF/A itself, PDF/A-3 asks what each has to do with the document (6.8).
func (in archiveRules) checkAttachments() {
	var specs pdf.Array
	in.branches = map[pdf.Ref]bool{}
	in.values(in.r.Dict(in.catalog.Get("Names")).Get("EmbeddedFiles"), &specs, 0)
	if len(specs) == 0 {
		return
	}
	if !slices.Contains(in.out.Claims, "PDF/A-3a") {
		in.find("attachment-forbidden", 0)
		return
	}
	linked := in.r.Array(in.catalog.Get("AF"))
	for _, v := range specs {
		d := in.r.Dict(v)
		file, _ := in.r.Resolve(in.r.Dict(d.Get("EF")).Get("F")).(*pdf.Stream)
		name := in.r.Text(d.Get("UF"))
		if file == nil || name == "" || in.r.Text(d.Get("F")) == "" || in.r.Name(d.Get("AFRelationship")) == "" ||
			in.r.Name(file.Dict.Get("Subtype")) == "" || !slices.Contains(linked, v) {
			in.find("attachment-unexplained", 0, brief(name))
		}
	}
}
