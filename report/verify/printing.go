package verify

import (
	"strings"

	"konzept/report/pdf"
)

// What the standards for print ask of a whole file, by the name that it gives itself (ISO 15930-4:2003, -6:2003, -7:2010).
var pressVersions = map[string]string{"PDF/X-1a:2003": "1.4", "PDF/X-3:2003": "1.4", "PDF/X-4": "1.6"}

// printRules hold for files that claim to be for print. Beyond the standards they ask what every print shop asks: inks alone,
// and no white that overprints.
type printRules struct{ *inspection }

func (in printRules) check() {
	claim := in.out.Claims[len(in.out.Claims)-1]
	flat := pressVersions[claim] == "1.4"
	in.checkPressVersion(claim)
	in.checkPressMetadata(flat)
	if len(in.r.Array(in.r.Trailer.Get("ID"))) != 2 {
		in.find("no-identity", 0)
	}
	if in.r.Trailer.Get("Encrypt") != nil {
		in.find("encrypted", 0)
	}
	in.checkPrintingCondition()
	for i := range in.pages {
		in.checkBoxes(i)
	}
	in.checkNothingHappens()
	in.checkStates(flat)
	in.checkStreams(flat)
	in.checkInks(claim == "PDF/X-1a:2003")
}

func (in printRules) checkPressVersion(claim string) {
	newest, known := pressVersions[claim]
	if !known {
		in.find("print-standard", 0, claim)
		return
	}
	packed := newest == "1.4" && in.r.Packed()
	if in.out.Version > newest || packed || in.r.Name(in.catalog.Get("Version")) > newest {
		in.find("print-version", 0, in.out.Version, claim, newest)
	}
}

// checkPressMetadata: what a print shop must be able to read without opening the pages. PDF/X-4 says it in XMP, the older
// standards in the information dictionary.
func (in printRules) checkPressMetadata(flat bool) {
	info := in.r.Dict(in.r.Trailer.Get("Info"))
	const xmp, media = "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/xap/1.0/mm/"
	said := map[string]string{
		"Title": in.xmp["http://purl.org/dc/elements/1.1/title"], "CreateDate": in.xmp[xmp+"CreateDate"], "ModifyDate": in.xmp[xmp+"ModifyDate"],
		"MetadataDate": in.xmp[xmp+"MetadataDate"], "DocumentID": in.xmp[media+"DocumentID"], "RenditionClass": in.xmp[media+"RenditionClass"],
		"VersionID": in.xmp[media+"VersionID"], "Trapped": in.xmp["http://ns.adobe.com/pdf/1.3/Trapped"],
	}
	keys := []string{"Title", "CreateDate", "ModifyDate", "MetadataDate", "DocumentID", "RenditionClass", "VersionID", "Trapped"}
	if flat {
		keys = []string{"Title", "CreationDate", "ModDate", "Trapped", "GTS_PDFXVersion"}
		for _, k := range keys {
			said[k] = in.r.Text(info.Get(pdf.Name(k)))
		}
		said["Trapped"] = in.r.Name(info.Get("Trapped"))
	}
	for _, k := range keys {
		if v := strings.TrimSpace(said[k]); v == "" || k == "Trapped" && v != "True" && v != "False" {
			in.find("print-metadata", 0, k)
		}
	}
}

// checkPrintingCondition: one output intent says which inks on which paper, by name and by a profile of a press.
func (in printRules) checkPrintingCondition() {
	var intents []pdf.Dict
	for _, v := range in.r.Array(in.catalog.Get("OutputIntents")) {
		if d := in.r.Dict(v); in.r.Name(d.Get("S")) == "GTS_PDFX" {
			intents = append(intents, d)
		}
	}
	switch {
	case len(intents) == 0 || strings.TrimSpace(in.r.Text(intents[0].Get("OutputConditionIdentifier"))) == "":
		in.find("no-output-intent", 0)
		return
	case len(intents) > 1:
		in.find("bad-output-intent", 0, "GTS_PDFX × 2")
	}
	profile, _ := in.r.Resolve(intents[0].Get("DestOutputProfile")).(*pdf.Stream)
	if profile == nil {
		if in.r.Text(intents[0].Get("RegistryName")) == "" {
			in.find("bad-output-intent", 0, "DestOutputProfile")
		}
		return
	}
	data, err := in.r.Content(profile)
	switch {
	case err != nil || len(data) < 128 || string(data[36:40]) != "acsp":
		in.find("bad-output-intent", 0, "ICC")
	case string(data[12:16]) != "prtr" || string(data[16:20]) != "CMYK" || pdf.Integer(in.r.Resolve(profile.Dict.Get("N"))) != 4:
		in.find("bad-output-intent", 0, strings.ToValidUTF8(string(data[12:20]), "?"))
	}
}

// checkBoxes looks at a page's boxes and at what would stand on it or change it.
func (in printRules) checkBoxes(i int) {
	p, d := in.out.Pages[i], in.pages[i]
	trim := p.Trim
	switch art := in.box(d.Get("ArtBox")); {
	case trim != nil && art != nil:
		in.find("print-forbidden", i+1, "ArtBox", "Page")
	case trim == nil:
		trim = art
	}
	if trim == nil {
		in.find("no-trim-box", i+1)
		trim = &p.Media
	}
	bleed := p.Bleed
	if bleed == nil || trim == &p.Media {
		bleed = trim
	}
	if !within(*trim, *bleed) || !within(*bleed, p.Media) || trim[0] >= trim[2] || trim[1] >= trim[3] {
		in.find("boxes-not-nested", i+1)
	}
	for _, v := range in.r.Array(d.Get("Annots")) {
		a := in.r.Dict(v)
		if at := in.box(a.Get("Rect")); a != nil && (at == nil || overlap(*at, *bleed)) {
			in.find("links-in-print", i+1)
			break
		}
	}
	for _, key := range []pdf.Name{"AA", "PresSteps", "UserUnit"} {
		if in.r.Resolve(d.Get(key)) != nil {
			in.find("print-forbidden", i+1, string(key), "Page")
		}
	}
}

func within(a, b [4]float64) bool {
	return a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3]
}

func overlap(a, b [4]float64) bool {
	return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

// checkNothingHappens: a print file does nothing, asks nothing, carries nothing and looks the same to all.
func (in printRules) checkNothingHappens() {
	refuse := func(kind string, d pdf.Dict, keys ...pdf.Name) {
		for _, key := range keys {
			if in.r.Resolve(d.Get(key)) != nil {
				in.find("print-forbidden", 0, string(key), kind)
			}
		}
	}
	refuse("Catalog", in.catalog, "AA", "OpenAction", "OCProperties", "AcroForm", "NeedsRendering", "Requirements")
	refuse("Names", in.r.Dict(in.catalog.Get("Names")), "JavaScript", "EmbeddedFiles", "AlternatePresentations")
}

// blendModes of ISO 32000-1, 11.3.5. Without transparency nothing blends.
var blendModes = map[string]bool{"": true, "Normal": true, "Compatible": true, "Multiply": false, "Screen": false, "Overlay": false, "Darken": false, "Lighten": false,
	"ColorDodge": false, "ColorBurn": false, "HardLight": false, "SoftLight": false, "Difference": false, "Exclusion": false, "Hue": false, "Saturation": false,
	"Color": false, "Luminosity": false}

// checkStates looks at graphics states: transfer functions and halftones are the press's affair; flat: nothing shines through.
func (in printRules) checkStates(flat bool) {
	for _, has := range in.named {
		for _, e := range in.r.Dict(has.dict.Get("ExtGState")) {
			d := in.r.Dict(e.Value)
			in.checkHalftone(d)
			opaque, known := blendModes[in.r.Name(d.Get("BM"))]
			if !known {
				in.find("print-forbidden", 0, "BM "+in.r.Name(d.Get("BM")), "ExtGState")
			}
			mask := in.r.Resolve(d.Get("SMask"))
			if flat && (!opaque || mask != nil && mask != pdf.Name("None") || partly(in.r, d.Get("CA")) || partly(in.r, d.Get("ca"))) {
				in.find("print-transparency", 0, "ExtGState /"+string(e.Key))
			}
		}
	}
}

func (in printRules) checkHalftone(d pdf.Dict) {
	for _, key := range []pdf.Name{"TR", "HTP"} {
		if in.r.Resolve(d.Get(key)) != nil {
			in.find("print-forbidden", 0, string(key), "ExtGState")
		}
	}
	if v := in.r.Resolve(d.Get("TR2")); v != nil && v != pdf.Name("Default") {
		in.find("print-forbidden", 0, "TR2", "ExtGState")
	}
	half := in.r.Dict(d.Get("HT"))
	if kind := pdf.Integer(in.r.Resolve(half.Get("HalftoneType"))); half != nil && (kind != 1 && kind != 5 || in.r.Resolve(half.Get("HalftoneName")) != nil) {
		in.find("print-forbidden", 0, "HT", "ExtGState")
	}
}

// partly tells whether an opacity lets something through.
func partly(r *pdf.Reader, v any) bool {
	f, ok := r.Resolve(v).(float64)
	return ok && f < 1
}

// checkStreams looks at all streams, whether a page names them or not.
func (in printRules) checkStreams(flat bool) {
	for _, s := range in.r.Streams() {
		filters := in.filters(s)
		for _, f := range strings.Fields(filters) {
			if f == "LZWDecode" || f == "Crypt" || flat && (f == "JPXDecode" || f == "JBIG2Decode") {
				in.find("print-forbidden", 0, f, "Filter")
			}
		}
		if in.r.Resolve(s.Dict.Get("F")) != nil {
			in.find("print-forbidden", 0, "F", "Stream")
		}
		switch kind := in.r.Name(s.Dict.Get("Subtype")); kind {
		case "PS":
			in.find("print-forbidden", 0, "PS", "XObject")
		case "Image", "Form":
			in.checkPainted(s.Dict, flat)
		}
	}
	for i, p := range in.pages {
		in.checkGroup(p, i+1, flat)
	}
}

// checkPainted looks at an image or a form.
func (in printRules) checkPainted(d pdf.Dict, flat bool) {
	for _, key := range []pdf.Name{"OPI", "Ref", "Alternates", "OC"} {
		if in.r.Resolve(d.Get(key)) != nil {
			in.find("print-forbidden", 0, string(key), "XObject")
		}
	}
	if in.r.Name(d.Get("Subtype2")) == "PS" {
		in.find("print-forbidden", 0, "PS", "XObject")
	}
	if _, soft := in.r.Resolve(d.Get("SMask")).(*pdf.Stream); flat && (soft || pdf.Integer(in.r.Resolve(d.Get("SMaskInData"))) != 0) {
		in.find("print-transparency", 0, "SMask")
	}
	in.checkGroup(d, 0, flat)
}

// checkGroup: layers blend in inks, and not at all where nothing shines through.
func (in printRules) checkGroup(d pdf.Dict, page int, flat bool) {
	group := in.r.Dict(d.Get("Group"))
	if in.r.Name(group.Get("S")) != "Transparency" {
		return
	}
	if flat {
		in.find("print-transparency", page, "Group")
	}
	if in.space(group.Get("CS"), 0)&notInk != 0 {
		in.find("colour-not-ink", page, "Group")
	}
}

// checkInks looks at every colour; pure: device colours alone (PDF/X-1a).
func (in printRules) checkInks(pure bool) {
	bad := notInk
	if pure {
		bad |= usesICC
	}
	see := func(use colourUse, page int, what string) {
		if use&bad != 0 {
			in.find("colour-not-ink", page, what)
		}
	}
	for i := range in.marks {
		see(in.marks[i].colours, i+1, "Contents")
		if in.marks[i].bleached {
			in.find("white-overprints", i+1)
		}
	}
	for i := range in.formMarks {
		see(in.formMarks[i].colours, 0, "Form")
		if in.formMarks[i].bleached {
			in.find("white-overprints", 0)
		}
	}
	for _, s := range in.r.Streams() {
		if in.r.Name(s.Dict.Get("Subtype")) == "Image" {
			see(in.space(s.Dict.Get("ColorSpace"), 0), 0, "Image")
		}
	}
	for _, has := range in.named {
		for _, e := range in.r.Dict(has.dict.Get("Shading")) {
			see(in.space(in.r.Dict(e.Value).Get("ColorSpace"), 0), 0, "Shading")
		}
		for _, e := range in.r.Dict(has.dict.Get("Pattern")) {
			see(in.space(in.r.Dict(in.r.Dict(e.Value).Get("Shading")).Get("ColorSpace"), 0), 0, "Pattern")
		}
	}
}
