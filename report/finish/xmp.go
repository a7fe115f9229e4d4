package finish

import (
	"encoding/hex"
	"encoding/xml"
	"strings"

	"konzept/report/page"
	"konzept/report/pdf"
)

// info is the information dictionary. It says the same as the XMP packet, with the same instants.
func (b *build) info() []byte {
	s := []byte("<<")
	for _, kv := range [6]struct{ key, value string }{
		{"/Title ", b.d.Title}, {" /Author ", b.d.Author}, {" /Subject ", b.d.Subject}, {" /Keywords ", b.meta.Keywords},
		{" /Creator ", b.meta.Creator}, {" /Producer ", b.meta.Producer},
	} {
		if kv.value != "" {
			s = pdf.AppendText(append(s, kv.key...), kv.value)
		}
	}
	date := b.meta.Created.UTC().Format("20060102150405")
	s = append(s, " /CreationDate (D:"+date+"+00'00') /ModDate (D:"+date+"+00'00')"...)
	if b.edition.X {
		s = append(s, " /Trapped /False"...)
		if v := b.edition.Standard(); v != page.X4 && !b.silent { // ISO 15930-4 and -6, 6.3; PDF/X-4 says it in XMP alone
			s = pdf.AppendText(append(s, " /GTS_PDFXVersion "...), v.Version())
		}
	}
	return append(s, ">>"...)
}

// xmp is the metadata packet (ISO 16684-1), uncompressed as PDF/A asks.
func (b *build) xmp(id [16]byte) []byte {
	x := &packet{}
	x.line("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>")
	x.line(`<x:xmpmeta xmlns:x="adobe:ns:meta/">`)
	x.line(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`)
	x.line(`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">`)
	x.line(`<dc:format>application/pdf</dc:format>`)
	x.value("dc:title", `<rdf:Alt><rdf:li xml:lang="x-default">`, b.d.Title, `</rdf:li></rdf:Alt>`)
	x.value("dc:creator", `<rdf:Seq><rdf:li>`, b.d.Author, `</rdf:li></rdf:Seq>`)
	x.value("dc:description", `<rdf:Alt><rdf:li xml:lang="x-default">`, b.d.Subject, `</rdf:li></rdf:Alt>`)
	x.value("dc:language", `<rdf:Bag><rdf:li>`, b.lang(), `</rdf:li></rdf:Bag>`)
	x.value("pdf:Keywords", "", b.meta.Keywords, "")
	x.value("pdf:Producer", "", b.meta.Producer, "")
	if b.edition.X {
		x.value("pdf:Trapped", "", "False", "")
	}
	date := b.meta.Created.UTC().Format("2006-01-02T15:04:05+00:00")
	x.value("xmp:CreatorTool", "", b.meta.Creator, "")
	for _, n := range [3]string{"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"} {
		x.value(n, "", date, "")
	}
	x.value("xmpMM:DocumentID", "uuid:", uuid(id), "")
	x.value("xmpMM:InstanceID", "uuid:", uuid(id), "")
	x.line(`<xmpMM:RenditionClass>default</xmpMM:RenditionClass><xmpMM:VersionID>1</xmpMM:VersionID>`)
	x.line(`</rdf:Description>`)
	b.claim(x)
	x.line(`</rdf:RDF>`)
	x.line(`</x:xmpmeta>`)
	x.line(`<?xpacket end="r"?>`)
	return []byte(x.String())
}

// claim names the standards and, for PDF/A, explains the properties that it does not know (ISO 19005-2, 6.6.2.3).
func (b *build) claim(x *packet) {
	e := &b.edition
	if b.silent {
		return
	}
	if e.A {
		part := "2"
		if b.attached() {
			part = "3"
		}
		x.line(`<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>` + part + `</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>`)
	}
	if e.UA {
		x.line(`<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`)
	}
	if e.X {
		x.line(`<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"><pdfxid:GTS_PDFXVersion>` + e.Standard().Version() + `</pdfxid:GTS_PDFXVersion></rdf:Description>`)
	}
	if !e.A || !e.UA && !e.X {
		return
	}
	x.line(`<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>`)
	if e.UA {
		x.schema("PDF/UA identification schema", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", "part", "Integer", "Part of ISO 14289 that the file conforms to")
	}
	if e.X {
		x.schema("Adobe PDF schema", "http://ns.adobe.com/pdf/1.3/", "pdf", "Trapped", "Text", "Whether the document has been trapped")
		x.schema("PDF/X identification schema", "http://www.npes.org/pdfx/ns/id/", "pdfxid", "GTS_PDFXVersion", "Text", "Version of PDF/X")
	}
	x.line(`</rdf:Bag></pdfaExtension:schemas></rdf:Description>`)
}

type packet struct{ strings.Builder }

func (x *packet) line(s string) {
	x.WriteString(s)
	x.WriteByte('\n')
}

// value writes a property unless it is empty; before and behind stand around the escaped text.
func (x *packet) value(name, before, text, behind string) {
	if text == "" {
		return
	}
	x.WriteString("<" + name + ">" + before)
	xml.EscapeText(x, []byte(text))
	x.WriteString(behind + "</" + name + ">\n")
}

func (x *packet) schema(title, uri, prefix, property, typ, description string) {
	x.line(`<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>` + title + `</pdfaSchema:schema><pdfaSchema:namespaceURI>` + uri +
		`</pdfaSchema:namespaceURI><pdfaSchema:prefix>` + prefix + `</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>` +
		property + `</pdfaProperty:name><pdfaProperty:valueType>` + typ + `</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>` +
		description + `</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`)
}

func uuid(id [16]byte) string {
	h := hex.EncodeToString(id[:])
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}
