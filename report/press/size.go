package press

import (
	"strconv"
	"strings"

	"konzept/report/geom"
	"konzept/report/page"
)

// millimetres is a size as printers write it.
func millimetres(s geom.Size) string {
	return decimal(s.W) + " × " + decimal(s.H) + " mm"
}

// decimal is a length in millimetres with at most one decimal.
func decimal(l geom.Length) string {
	tenths := int64((l*10 + geom.MM/2) / geom.MM)
	if tenths%10 == 0 {
		return strconv.FormatInt(tenths/10, 10)
	}
	return strconv.FormatInt(tenths/10, 10) + "," + strconv.FormatInt(tenths%10, 10)
}

// formats are sizes with names (ISO 216), upright.
var formats = []struct {
	name string
	size geom.Size
}{
	{"A0", geom.Size{W: 841 * geom.MM, H: 1189 * geom.MM}}, {"A1", geom.Size{W: 594 * geom.MM, H: 841 * geom.MM}},
	{"A2", geom.Size{W: 420 * geom.MM, H: 594 * geom.MM}}, {"A3", geom.Size{W: 297 * geom.MM, H: 420 * geom.MM}},
	{"A4", geom.Size{W: 210 * geom.MM, H: 297 * geom.MM}}, {"A5", geom.Size{W: 148 * geom.MM, H: 210 * geom.MM}},
	{"A6", geom.Size{W: 105 * geom.MM, H: 148 * geom.MM}}, {"DL", geom.Size{W: 99 * geom.MM, H: 210 * geom.MM}},
}

// formatName names a size: A4, A4-quer (A4-landscape in English), 120x120mm.
func formatName(s geom.Size, lang string) string {
	for _, f := range formats {
		if s == f.size {
			return f.name
		}
		if s.W == f.size.H && s.H == f.size.W {
			if lang == "en" || strings.HasPrefix(lang, "en-") {
				return f.name + "-landscape"
			}
			return f.name + "-quer"
		}
	}
	return decimal(s.W) + "x" + decimal(s.H) + "mm"
}

// Order is what a print file's name may hold.
type Order struct{ Job, Format, Date, State, Lang string }

// FileName is the print file's name as the shop wants it, without edition and extension: order, format, state.
func (s *Shop) FileName(o Order, pages *page.Document) string {
	if o.Format == "" {
		o.Format = formatName(pages.Pages[0].Size, o.Lang)
	}
	pattern := s.file
	if pattern == "" {
		pattern = "{job}"
	}
	return strings.NewReplacer("{job}", o.Job, "{format}", o.Format, "{date}", o.Date, "{state}", o.State, "{shop}", s.ID).Replace(pattern)
}
