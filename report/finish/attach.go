package finish

import "strconv"

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
	file, spec := b.w.reserve(1), b.w.reserve(1)
	date := b.meta.Created.UTC().Format("20060102150405")
	b.w.deflated(file, string(name([]byte("/Type /EmbeddedFile /Subtype "), a.Type))+" /Params <</Size "+strconv.Itoa(len(a.Data))+" /ModDate (D:"+date+"+00'00')>>", a.Data)
	s := textString([]byte("<</Type /Filespec /AFRelationship /Data /F "), a.Name)
	s = textString(append(s, " /UF "...), a.Name)
	s = textString(append(s, " /Desc "...), a.Description)
	s = ref(append(s, " /EF <</F "...), file)
	s = ref(append(s, " /UF "...), file)
	b.w.object(spec, append(s, ">>>>"...))
	return append(ref(append(catalog, " /AF ["...), spec), ']'), spec
}
