package finish

import (
	"embed"

	"konzept/report/page"
	"konzept/report/pdf"
)

// profiles are ICC profiles with their licences in icc/LICENSE.txt.
//
//go:embed icc
var profiles embed.FS

func profile(file string) []byte {
	b, _ := profiles.ReadFile("icc/" + file) // embedded: cannot fail
	return b
}

// Profile is a built-in ICC profile by the name of its file; nil if there is none of that name.
func Profile(file string) []byte { return profile(file) }

// fogra39 is the printing condition of files that name no other.
const fogra39 = "FOGRA39L_coated.icc"

// profileRGB writes the sRGB profile once.
func (b *build) profileRGB() int {
	if b.srgb == 0 {
		b.srgb = b.w.Reserve(1)
		b.w.Deflated(b.srgb, "/N 3", profile("sRGB.icc"))
	}
	return b.srgb
}

// intents appends what the file's colours are meant for (ISO 19005-2, 6.2.3; ISO 15930-7, 6.2.2).
func (b *build) intents(catalog []byte) []byte {
	e := &b.edition
	if !b.claims() {
		return catalog
	}
	in := &Intent{Condition: "sRGB", Info: "sRGB IEC61966-2.1"}
	number := 0
	if e.X || e.Colour == page.CMYK {
		if in = b.meta.Intent; in == nil {
			in = &Intent{"FOGRA39", "Coated FOGRA39 (ISO 12647-2:2004)", profile(fogra39)}
		}
		number = b.w.Reserve(1)
		b.w.Deflated(number, "/N 4", in.Profile)
	} else {
		number = b.profileRGB()
	}
	catalog = append(catalog, " /OutputIntents ["...)
	for _, s := range [2]struct {
		kind string
		on   bool
	}{{"GTS_PDFA1", e.A || e.UA && !e.X}, {"GTS_PDFX", e.X}} {
		if !s.on {
			continue
		}
		catalog = append(append(catalog, "<</Type /OutputIntent /S /"...), s.kind...)
		catalog = pdf.AppendText(append(catalog, " /OutputConditionIdentifier "...), in.Condition)
		catalog = pdf.AppendText(append(catalog, " /Info "...), in.Info)
		catalog = pdf.AppendRef(append(catalog, " /RegistryName (http://www.color.org) /DestOutputProfile "...), number)
		catalog = append(catalog, ">>"...)
	}
	return append(catalog, ']')
}
