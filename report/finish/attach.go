package finish

import (
	"strconv"

	"konzept/report/pdf"
)

// Attachment is a file within the file, which then is PDF/A-3: data that the document shows (ISO 19005-3, 6.8).
type Attachment struct {
	Name        string // "daten.json"
	Type        string // media type
	Description string
	Data        []byte
}

// attached tells whether the edition carries the attachment: only archives may, and copies and prints have no use for it.
func (b *build) attached() bool { return b.meta.Attach != nil && b.edition.A && !b.edition.X }

// attach writes the attachment with its specification and appends it to the catalogue; it returns the file
// specification.
func (b *build) attach(catalog []byte) ([]byte, int) {
	a := b.meta.Attach
	file, spec := b.w.Reserve(1), b.w.Reserve(1)
	date := b.meta.Created.UTC().Format("20060102150405")
	b.w.Deflated(file, string(pdf.AppendName([]byte("/Type /EmbeddedFile /Subtype "), a.Type))+" /Params <</Size "+strconv.Itoa(len(a.Data))+" /ModDate (D:"+date+"+00'00')>>", a.Data)
	s := pdf.AppendText([]byte("<</Type /Filespec /AFRelationship /Data /F "), a.Name)
	s = pdf.AppendText(append(s, " /UF "...), a.Name)
	s = pdf.AppendText(append(s, " /Desc "...), a.Description)
	s = pdf.AppendRef(append(s, " /EF <</F "...), file)
	s = pdf.AppendRef(append(s, " /UF "...), file)
	b.w.Object(spec, append(s, ">>>>"...))
	return append(pdf.AppendRef(append(catalog, " /AF ["...), spec), ']'), spec
}
