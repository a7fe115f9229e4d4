package verify

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"time"

	"konzept/report/pdf"
)

func (in *inspection) metadata() {
	r, out := in.r, in.out
	info := r.Dict(r.Trailer.Get("Info"))
	for _, f := range []struct {
		key pdf.Name
		to  *string
	}{{"Title", &out.Title}, {"Author", &out.Author}, {"Subject", &out.Subject}, {"Keywords", &out.Keywords},
		{"Producer", &out.Producer}, {"Creator", &out.Creator}, {"CreationDate", &out.Created}} {
		*f.to = r.Text(info.Get(f.key))
	}
	out.Lang = r.Text(in.catalog.Get("Lang"))
	marked, _ := r.Resolve(r.Dict(in.catalog.Get("MarkInfo")).Get("Marked")).(bool)
	out.Tagged = marked && r.Dict(in.catalog.Get("StructTreeRoot")) != nil
	for _, i := range r.Array(in.catalog.Get("OutputIntents")) {
		out.Intent = r.Text(r.Dict(i).Get("OutputConditionIdentifier"))
	}
	if s, ok := r.Resolve(in.catalog.Get("Metadata")).(*pdf.Stream); ok {
		if data, err := r.Content(s); err == nil {
			p, err := readPacket(data)
			in.xmp, in.damaged, in.schemas = p.values, err != nil, p.undescribed()
		}
	}
	out.Claims = claimsOf(in.xmp, r.Text(info.Get("GTS_PDFXVersion")))
}

// xmpSaid is what an XMP packet says.
type xmpSaid struct {
	values  map[string]string // by name space and name
	used    map[string]bool   // name spaces of properties
	schemas map[string]bool   // name spaces that an extension schema describes
}

const (
	nsRDF    = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsSchema = "http://www.aiim.org/pdfa/ns/schema#"
)

// readPacket reads each element's first text by its name, of lists the first entry.
func readPacket(data []byte) (xmpSaid, error) {
	p := xmpSaid{map[string]string{}, map[string]bool{}, map[string]bool{}}
	d := xml.NewDecoder(bytes.NewReader(data))
	var open []string
	for {
		t, err := d.Token()
		if err == io.EOF {
			return p, nil
		}
		if err != nil {
			return p, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if n := len(open); n > 0 && n <= 3 && open[n-1] == nsRDF+"Description" {
				p.used[t.Name.Space] = true
			}
			for _, a := range t.Attr {
				if t.Name.Space+t.Name.Local == nsRDF+"Description" && len(open) <= 2 && a.Name.Space != "xmlns" {
					p.used[a.Name.Space] = true
				}
			}
			open = append(open, t.Name.Space+t.Name.Local)
		case xml.CharData:
			p.say(open, string(t))
		case xml.EndElement:
			open = open[:max(0, len(open)-1)]
		}
	}
}

func (p *xmpSaid) say(open []string, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	for _, name := range open[max(0, len(open)-4):] {
		if p.values[name] == "" {
			p.values[name] = text
		}
	}
	if n := len(open); n > 0 && open[n-1] == nsSchema+"namespaceURI" {
		p.schemas[text] = true
	}
}

// predefined are the name spaces whose properties archives know (ISO 19005-2, 6.6.2.3; XMP 2005, chapter 4).
var predefined = []string{"", nsRDF, "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/xap/1.0/rights/",
	"http://ns.adobe.com/xap/1.0/mm/", "http://ns.adobe.com/xap/1.0/bj/", "http://ns.adobe.com/xap/1.0/t/pg/", "http://ns.adobe.com/pdf/1.3/",
	"http://ns.adobe.com/photoshop/1.0/", "http://ns.adobe.com/tiff/1.0/", "http://ns.adobe.com/exif/1.0/", "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
	"http://www.aiim.org/pdfa/ns/id/", "http://www.aiim.org/pdfa/ns/extension/", "http://www.w3.org/XML/1998/namespace"}

// undescribed are the name spaces of properties that neither the standard nor the packet describes, sorted.
func (p *xmpSaid) undescribed() []string {
	var list []string
	for ns := range p.used {
		if !slices.Contains(predefined, ns) && !p.schemas[ns] {
			list = append(list, ns)
		}
	}
	slices.Sort(list)
	return list
}

// claimsOf reads the identification schemas of an XMP packet; files for print before PDF/X-4 say it in the information
// dictionary.
func claimsOf(values map[string]string, info string) []string {
	var claims []string
	if v := values["http://www.aiim.org/pdfua/ns/id/part"]; v != "" {
		claims = append(claims, "PDF/UA-"+v)
	}
	if v := values["http://www.aiim.org/pdfa/ns/id/part"]; v != "" {
		claims = append(claims, "PDF/A-"+v+strings.ToLower(values["http://www.aiim.org/pdfa/ns/id/conformance"]))
	}
	v := values["http://www.npes.org/pdfx/ns/id/GTS_PDFXVersion"]
	if v == "" {
		v = info
	}
	if v != "" {
		claims = append(claims, v)
	}
	return claims
}

// checkSchemas: an archive must know every property of the packet (6.6.2.3.1).
func (in archiveRules) checkSchemas() {
	for _, ns := range in.schemas {
		in.find("metadata-undescribed", 0, ns)
	}
}

// checkMetadata compares the XMP packet with the information dictionary: readers show the one or the other.
func (in *inspection) checkMetadata() {
	if in.xmp == nil {
		in.find("no-metadata", 0)
		return
	}
	if in.damaged {
		in.find("metadata-damaged", 0)
	}
	const dc, pdf, xmp = "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/pdf/1.3/", "http://ns.adobe.com/xap/1.0/"
	for _, p := range []struct{ name, info, xmp string }{
		{"title", in.out.Title, in.xmp[dc+"title"]}, {"author", in.out.Author, in.xmp[dc+"creator"]},
		{"subject", in.out.Subject, in.xmp[dc+"description"]}, {"keywords", in.out.Keywords, in.xmp[pdf+"Keywords"]},
		{"producer", in.out.Producer, in.xmp[pdf+"Producer"]}, {"creator", in.out.Creator, in.xmp[xmp+"CreatorTool"]},
	} {
		if p.info != p.xmp {
			in.find("metadata-differ", 0, p.name, brief(p.info), brief(p.xmp))
		}
	}
}

// checkDates compares the dates of the information dictionary with those of the XMP packet (6.1.5 and 6.6.2.1).
func (in archiveRules) checkDates() {
	const xmp = "http://ns.adobe.com/xap/1.0/"
	info := in.r.Dict(in.r.Trailer.Get("Info"))
	for _, d := range []struct {
		key pdf.Name
		xmp string
	}{{"CreationDate", in.xmp[xmp+"CreateDate"]}, {"ModDate", in.xmp[xmp+"ModifyDate"]}} {
		said := in.r.Text(info.Get(d.key))
		if said == "" && d.xmp == "" {
			continue
		}
		one, err := time.Parse("D:20060102150405Z0700", strings.ReplaceAll(said, "'", ""))
		other, err2 := time.Parse(time.RFC3339, d.xmp)
		if err != nil || err2 != nil || !one.Equal(other) {
			in.find("metadata-differ", 0, string(d.key), brief(said), brief(d.xmp))
		}
	}
}
