package verify

import (
	"strings"

	"konzept/report/pdf"
)

// checkLinks looks at annotations (ISO 14289-1, 7.18): in reading order, with words, within their Link.
func (in tagRules) checkLinks() {
	for i, p := range in.pages {
		annots := in.r.Array(p.Get("Annots"))
		if len(annots) > 0 && in.r.Name(p.Get("Tabs")) != "S" {
			in.find("no-tab-order", i+1)
		}
		for _, a := range annots {
			d := in.r.Dict(a)
			words := strings.TrimSpace(in.r.Text(d.Get("Contents")))
			if words == "" {
				in.find("link-without-words", i+1)
			}
			key, ok := d.Get("StructParent").(float64)
			if !ok {
				in.find("link-without-element", i+1)
				continue
			}
			ref, _ := a.(pdf.Ref)
			in.checkOwner(i+1, in.r.Name(d.Get("Subtype")), ref, words)
			if owner, _ := in.parents[pdf.Integer(key)].(pdf.Ref); owner == 0 || owner != in.owners[ref] {
				in.find("parent-differs", i+1, brief(in.r.Text(d.Get("Contents"))))
			}
			if name, ok := in.r.Resolve(d.Get("Dest")).(string); ok && !in.dests[name] {
				in.find("dead-link", i+1, brief(name))
			}
		}
	}
}

// owned are the elements in which annotations stand (ISO 14289-1, 7.18.1, 7.18.4 and 7.18.5), and the only kinds of them
// that may occur at all: none that plays, and no trap network (ISO 14289-1, 7.18.2; ISO 19005-2, 6.3.1).
var owned = map[string]string{"Link": "Link", "Widget": "Form", "Text": "Annot", "FreeText": "Annot", "Line": "Annot", "Square": "Annot",
	"Circle": "Annot", "Polygon": "Annot", "PolyLine": "Annot", "Highlight": "Annot", "Underline": "Annot", "Squiggly": "Annot",
	"StrikeOut": "Annot", "Stamp": "Annot", "Caret": "Annot", "Ink": "Annot", "Popup": "Annot", "FileAttachment": "Annot",
	"PrinterMark": "", "Watermark": "Annot", "Redact": "Annot"}

func (in tagRules) checkOwner(page int, kind string, annotation pdf.Ref, words string) {
	want, known := owned[kind]
	owner := in.types[annotation]
	switch {
	case !known:
		in.find("annotation-kind", page, kind)
	case owner != "" && want != owner:
		in.find("annotation-outside", page, brief(words), owner, want)
	}
}
