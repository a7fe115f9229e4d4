package finish

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
)

// checkArchive holds for files that claim PDF/A (ISO 19005-2 and 19005-3; clauses of part 2).
func (in *inspection) checkArchive() {
	if len(in.r.array(in.r.trailer.get("ID"))) != 2 { // 6.1.3
		in.find("no-identity", 0)
	}
	if rest := in.r.b[bytes.LastIndex(in.r.b, []byte("%%EOF"))+len("%%EOF"):]; len(bytes.TrimLeft(rest, "\r\n")) > 0 || len(rest) > 2 { // 6.1.3
		in.find("data-after-end", 0)
	}
	if !binaryMark(in.r.b) { // 6.1.2
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
func (in *inspection) checkLengths() {
	for n := range in.r.entries {
		if in.r.entries[n].kind != 1 {
			continue // streams stand by themselves
		}
		s, ok := in.r.object(n).(*stream)
		if !ok {
			continue
		}
		if s.long {
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
func (in *inspection) checkColours() {
	var intent colourUse
	for _, i := range in.r.array(in.catalog.get("OutputIntents")) {
		profile, _ := in.r.resolve(in.r.dict(i).get("DestOutputProfile")).(*stream)
		if profile == nil {
			continue
		}
		switch integer(in.r.resolve(profile.dict.get("N"))) {
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
		for _, x := range in.r.dict(has.dict.get("XObject")) {
			if s, ok := in.r.resolve(x.value).(*stream); ok && in.space(s.dict.get("ColorSpace"), 0)&ofDevice&^intent != 0 {
				in.find("colour-without-intent", 0)
				return
			}
		}
	}
}

// forbidden are keys that archives must not have, by the kind of dictionary (6.1.7.1, 6.2.5, 6.2.8, 6.2.9, 6.4, 6.10).
var forbidden = map[string][]pdfName{
	"Catalog":   {"AA", "NeedsRendering", "Requirements"},
	"Page":      {"AA", "PresSteps"},
	"XObject":   {"Alternates", "F", "FFilter", "OPI", "PS", "Ref", "Subtype2"},
	"ExtGState": {"HTP", "TR"},
	"Names":     {"AlternatePresentations", "JavaScript"},
	"AcroForm":  {"NeedAppearances", "XFA"},
}

func (in *inspection) checkForbidden() {
	look := func(kind string, d dict, page int) {
		for _, key := range forbidden[kind] {
			if in.r.resolve(d.get(key)) != nil {
				in.find("forbidden-key", page, string(key), kind)
			}
		}
	}
	look("Catalog", in.catalog, 0)
	look("Names", in.r.dict(in.catalog.get("Names")), 0)
	look("AcroForm", in.r.dict(in.catalog.get("AcroForm")), 0)
	for i, p := range in.pages {
		look("Page", p, i+1)
	}
	for _, has := range in.named {
		for _, kind := range []string{"XObject", "ExtGState"} {
			for _, e := range in.r.dict(has.dict.get(pdfName(kind))) {
				d := in.r.dict(e.value)
				look(kind, d, 0)
				if to := in.r.name(d.get("TR2")); to != "" && to != "Default" {
					in.find("forbidden-key", 0, "TR2", kind)
				}
				if on, _ := in.r.resolve(d.get("Interpolate")).(bool); on {
					in.find("forbidden-key", 0, "Interpolate", kind)
				}
			}
		}
	}
}

func (in *inspection) filters(s *stream) string {
	names := in.r.name(s.dict.get("Filter"))
	for _, f := range in.r.array(s.dict.get("Filter")) {
		names += " " + in.r.name(f)
	}
	return names
}

// Flags of annotations (ISO 32000-1, 12.5.3).
const (
	flagPrint  = 4
	flagsUnset = 1 | 2 | 32 | 256 // Invisible, Hidden, NoView, ToggleNoView
)

// checkAnnotations: what is on the page is printed as it is seen, and does nothing but lead somewhere (6.3, 6.5).
func (in *inspection) checkAnnotations() {
	in.checkAction(in.catalog.get("OpenAction"), 0)
	for i, p := range in.pages {
		for _, a := range in.r.array(p.get("Annots")) {
			d := in.r.dict(a)
			if flags := integer(in.r.resolve(d.get("F"))); flags&flagPrint == 0 || flags&flagsUnset != 0 {
				in.find("annotation-flags", i+1)
			}
			kind := in.r.name(d.get("Subtype"))
			if kind != "Link" && in.r.dict(d.get("AP")) == nil {
				in.find("forbidden-key", i+1, kind, "Annot")
			}
			in.checkAction(d.get("A"), i+1)
			if in.r.resolve(d.get("AA")) != nil {
				in.find("forbidden-key", i+1, "AA", "Annot")
			}
		}
	}
}

func (in *inspection) checkAction(v any, page int) {
	action := in.r.dict(v)
	if s := in.r.name(action.get("S")); action != nil && s != "URI" && s != "GoTo" && s != "GoToR" && s != "Named" {
		in.find("forbidden-action", page, s)
	}
}

// checkAttachments: PDF/A-2 takes none that is no PDF/A itself, PDF/A-3 asks what each has to do with the document (6.8).
func (in *inspection) checkAttachments() {
	var specs array
	in.branches = map[pointer]bool{}
	in.values(in.r.dict(in.catalog.get("Names")).get("EmbeddedFiles"), &specs, 0)
	if len(specs) == 0 {
		return
	}
	if !slices.Contains(in.out.Claims, "PDF/A-3a") {
		in.find("attachment-forbidden", 0)
		return
	}
	linked := in.r.array(in.catalog.get("AF"))
	for _, v := range specs {
		d := in.r.dict(v)
		file, _ := in.r.resolve(in.r.dict(d.get("EF")).get("F")).(*stream)
		name := in.r.text(d.get("UF"))
		if file == nil || name == "" || in.r.text(d.get("F")) == "" || in.r.name(d.get("AFRelationship")) == "" ||
			in.r.name(file.dict.get("Subtype")) == "" || !slices.Contains(linked, v) {
			in.find("attachment-unexplained", 0, brief(name))
		}
	}
}

// values collects the values of a name tree.
func (in *inspection) values(v any, to *array, depth int) {
	d := in.r.dict(v)
	if d == nil || depth > nesting || len(*to) > 1000 {
		return
	}
	list := in.r.array(d.get("Names"))
	for i := 1; i < len(list); i += 2 {
		*to = append(*to, list[i])
	}
	for _, k := range in.r.array(d.get("Kids")) {
		if p, ok := k.(pointer); ok && !in.branches[p] {
			in.branches[p] = true
			in.values(p, to, depth+1)
		}
	}
}
