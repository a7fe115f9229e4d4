package finish

import "strings"

// What the standards for print ask of a whole file, by the name that it gives itself (ISO 15930-4:2003, -6:2003, -7:2010).
var pressVersions = map[string]string{"PDF/X-1a:2003": "1.4", "PDF/X-3:2003": "1.4", "PDF/X-4": "1.6"}

// checkPrint looks at a file that claims to be for print. Beyond the standards it asks what every print shop asks: inks
// alone, and no white that overprints.
func (in *inspection) checkPrint() {
	claim := in.out.Claims[len(in.out.Claims)-1]
	flat := pressVersions[claim] == "1.4"
	in.checkPressVersion(claim)
	in.checkPressMetadata(flat)
	if len(in.r.array(in.r.trailer.get("ID"))) != 2 {
		in.find("no-identity", 0)
	}
	if in.r.trailer.get("Encrypt") != nil {
		in.find("encrypted", 0)
	}
	in.checkPrintingCondition()
	for i := range in.pages {
		in.checkSheet(i)
	}
	in.checkNothingHappens()
	in.checkStates(flat)
	in.checkStreams(flat)
	in.checkInks(claim == "PDF/X-1a:2003")
}

func (in *inspection) checkPressVersion(claim string) {
	newest, known := pressVersions[claim]
	if !known {
		in.find("print-standard", 0, claim)
		return
	}
	packed := newest == "1.4" && len(in.r.packed) > 0
	if in.out.Version > newest || packed || in.r.name(in.catalog.get("Version")) > newest {
		in.find("print-version", 0, in.out.Version, claim, newest)
	}
}

// checkPressMetadata: what a print shop must be able to read without opening the pages. PDF/X-4 says it in XMP, the older
// standards in the information dictionary.
func (in *inspection) checkPressMetadata(flat bool) {
	info := in.r.dict(in.r.trailer.get("Info"))
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
			said[k] = in.r.text(info.get(pdfName(k)))
		}
		said["Trapped"] = in.r.name(info.get("Trapped"))
	}
	for _, k := range keys {
		if v := strings.TrimSpace(said[k]); v == "" || k == "Trapped" && v != "True" && v != "False" {
			in.find("print-metadata", 0, k)
		}
	}
}

// checkPrintingCondition: one output intent says which inks on which paper, by name and by a profile of a press.
func (in *inspection) checkPrintingCondition() {
	var intents []dict
	for _, v := range in.r.array(in.catalog.get("OutputIntents")) {
		if d := in.r.dict(v); in.r.name(d.get("S")) == "GTS_PDFX" {
			intents = append(intents, d)
		}
	}
	switch {
	case len(intents) == 0 || strings.TrimSpace(in.r.text(intents[0].get("OutputConditionIdentifier"))) == "":
		in.find("no-output-intent", 0)
		return
	case len(intents) > 1:
		in.find("bad-output-intent", 0, "GTS_PDFX × 2")
	}
	profile, _ := in.r.resolve(intents[0].get("DestOutputProfile")).(*stream)
	if profile == nil {
		if in.r.text(intents[0].get("RegistryName")) == "" {
			in.find("bad-output-intent", 0, "DestOutputProfile")
		}
		return
	}
	data, err := in.r.content(profile)
	switch {
	case err != nil || len(data) < 128 || string(data[36:40]) != "acsp":
		in.find("bad-output-intent", 0, "ICC")
	case string(data[12:16]) != "prtr" || string(data[16:20]) != "CMYK" || integer(in.r.resolve(profile.dict.get("N"))) != 4:
		in.find("bad-output-intent", 0, strings.ToValidUTF8(string(data[12:20]), "?"))
	}
}

// checkSheet looks at a page's boxes and at what would stand on it or change it.
func (in *inspection) checkSheet(i int) {
	p, d := in.out.Pages[i], in.pages[i]
	trim := p.Trim
	switch art := in.box(d.get("ArtBox")); {
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
	for _, v := range in.r.array(d.get("Annots")) {
		a := in.r.dict(v)
		if at := in.box(a.get("Rect")); a != nil && (at == nil || overlap(*at, *bleed)) {
			in.find("links-in-print", i+1)
			break
		}
	}
	for _, key := range []pdfName{"AA", "PresSteps", "UserUnit"} {
		if in.r.resolve(d.get(key)) != nil {
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
func (in *inspection) checkNothingHappens() {
	look := func(kind string, d dict, keys ...pdfName) {
		for _, key := range keys {
			if in.r.resolve(d.get(key)) != nil {
				in.find("print-forbidden", 0, string(key), kind)
			}
		}
	}
	look("Catalog", in.catalog, "AA", "OpenAction", "OCProperties", "AcroForm", "NeedsRendering", "Requirements")
	look("Names", in.r.dict(in.catalog.get("Names")), "JavaScript", "EmbeddedFiles", "AlternatePresentations")
}

// blendModes of ISO 32000-1, 11.3.5. Without transparency nothing blends.
var blendModes = map[string]bool{"": true, "Normal": true, "Compatible": true, "Multiply": false, "Screen": false, "Overlay": false, "Darken": false, "Lighten": false,
	"ColorDodge": false, "ColorBurn": false, "HardLight": false, "SoftLight": false, "Difference": false, "Exclusion": false, "Hue": false, "Saturation": false,
	"Color": false, "Luminosity": false}

// checkStates looks at graphics states: transfer functions and halftones are the press's affair; flat: nothing shines through.
func (in *inspection) checkStates(flat bool) {
	for _, has := range in.named {
		for _, e := range in.r.dict(has.dict.get("ExtGState")) {
			d := in.r.dict(e.value)
			in.checkHalftone(d)
			opaque, known := blendModes[in.r.name(d.get("BM"))]
			if !known {
				in.find("print-forbidden", 0, "BM "+in.r.name(d.get("BM")), "ExtGState")
			}
			mask := in.r.resolve(d.get("SMask"))
			if flat && (!opaque || mask != nil && mask != pdfName("None") || partly(in.r, d.get("CA")) || partly(in.r, d.get("ca"))) {
				in.find("print-transparency", 0, "ExtGState /"+string(e.key))
			}
		}
	}
}

func (in *inspection) checkHalftone(d dict) {
	for _, key := range []pdfName{"TR", "HTP"} {
		if in.r.resolve(d.get(key)) != nil {
			in.find("print-forbidden", 0, string(key), "ExtGState")
		}
	}
	if v := in.r.resolve(d.get("TR2")); v != nil && v != pdfName("Default") {
		in.find("print-forbidden", 0, "TR2", "ExtGState")
	}
	half := in.r.dict(d.get("HT"))
	if kind := integer(in.r.resolve(half.get("HalftoneType"))); half != nil && (kind != 1 && kind != 5 || in.r.resolve(half.get("HalftoneName")) != nil) {
		in.find("print-forbidden", 0, "HT", "ExtGState")
	}
}

// partly tells whether an opacity lets something through.
func partly(r *reader, v any) bool {
	f, ok := r.resolve(v).(float64)
	return ok && f < 1
}

// checkStreams looks at all streams, whether a page names them or not.
func (in *inspection) checkStreams(flat bool) {
	for n := range in.r.entries {
		s, ok := in.r.object(n).(*stream)
		if !ok {
			continue
		}
		filters := in.filters(s)
		for _, f := range strings.Fields(filters) {
			if f == "LZWDecode" || f == "Crypt" || flat && (f == "JPXDecode" || f == "JBIG2Decode") {
				in.find("print-forbidden", 0, f, "Filter")
			}
		}
		if in.r.resolve(s.dict.get("F")) != nil {
			in.find("print-forbidden", 0, "F", "Stream")
		}
		switch kind := in.r.name(s.dict.get("Subtype")); kind {
		case "PS":
			in.find("print-forbidden", 0, "PS", "XObject")
		case "Image", "Form":
			in.checkPainted(s.dict, flat)
		}
	}
	for i, p := range in.pages {
		in.checkGroup(p, i+1, flat)
	}
}

// checkPainted looks at an image or a form.
func (in *inspection) checkPainted(d dict, flat bool) {
	for _, key := range []pdfName{"OPI", "Ref", "Alternates", "OC"} {
		if in.r.resolve(d.get(key)) != nil {
			in.find("print-forbidden", 0, string(key), "XObject")
		}
	}
	if in.r.name(d.get("Subtype2")) == "PS" {
		in.find("print-forbidden", 0, "PS", "XObject")
	}
	if _, soft := in.r.resolve(d.get("SMask")).(*stream); flat && (soft || integer(in.r.resolve(d.get("SMaskInData"))) != 0) {
		in.find("print-transparency", 0, "SMask")
	}
	in.checkGroup(d, 0, flat)
}

// checkGroup: layers blend in inks, and not at all where nothing shines through.
func (in *inspection) checkGroup(d dict, page int, flat bool) {
	group := in.r.dict(d.get("Group"))
	if in.r.name(group.get("S")) != "Transparency" {
		return
	}
	if flat {
		in.find("print-transparency", page, "Group")
	}
	if in.space(group.get("CS"), 0)&notInk != 0 {
		in.find("colour-not-ink", page, "Group")
	}
}

// checkInks looks at every colour; pure: device colours alone (PDF/X-1a).
func (in *inspection) checkInks(pure bool) {
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
	for n := range in.r.entries {
		if s, ok := in.r.object(n).(*stream); ok && in.r.name(s.dict.get("Subtype")) == "Image" {
			see(in.space(s.dict.get("ColorSpace"), 0), 0, "Image")
		}
	}
	for _, has := range in.named {
		for _, e := range in.r.dict(has.dict.get("Shading")) {
			see(in.space(in.r.dict(e.value).get("ColorSpace"), 0), 0, "Shading")
		}
		for _, e := range in.r.dict(has.dict.get("Pattern")) {
			see(in.space(in.r.dict(in.r.dict(e.value).get("Shading")).get("ColorSpace"), 0), 0, "Pattern")
		}
	}
}
