package sheet

import (
	"cmp"
	"strings"

	"github.com/xuri/excelize/v2"

	"konzept/report/book"
)

// Sizes in points. Normal stays at 11 because column widths are counted in its digits; cells are set smaller.
const (
	sizeNormal = 11
	sizeCell   = 10
	sizeTitle  = 18
	sizeRegion = 12
	sizeSmall  = 9
	smallest   = 8 // on paper
)

// cellFormat is what a cell looks like; cells of equal formats share one style of the file.
type cellFormat struct {
	size                   float64
	bold, italic           bool
	ink, fill, line        string // RRGGBB
	thick                  bool   // line above, not below
	number                 string // format code, US notation as files have it
	align                  string
	wrap, middle, unlocked bool
	sides                  bool // white lines left and right, so that filled columns stay apart
	quote                  bool // shows as text even if it begins like a formula
	under                  bool // link
}

// styles makes each format once.
type styles struct {
	file   *excelize.File
	font   string
	lang   string
	money  book.Currency
	colour map[string]string
	made   map[cellFormat]int
	rules  map[ruleFormat]int
}

type ruleFormat struct {
	ink, fill, number string
	bold              bool
}

func newStyles(f *excelize.File, b *book.Book) (*styles, error) {
	s := &styles{file: f, font: cmp.Or(b.Font, "Calibri"), lang: b.Lang, money: b.Currency, made: map[cellFormat]int{}, rules: map[ruleFormat]int{}}
	s.colour = map[string]string{"text": "1A1A1A", "soft": "595959", "accent": "1F4E79", "tint": "EAF0F6", "line": "BFC7CF", "input": "FFF9E3", "white": "FFFFFF"}
	for _, c := range b.Palette {
		s.colour[c.Name] = strings.TrimPrefix(c.RGB, "#")
	}
	return s, f.SetDefaultFont(s.font)
}

// rgb is a named colour's value, or the value itself if it is one.
func (s *styles) rgb(name string) string {
	if v, ok := s.colour[name]; ok {
		return v
	}
	if v := strings.TrimPrefix(name, "#"); len(v) == 6 && strings.Trim(v, "0123456789abcdefABCDEF") == "" {
		return strings.ToUpper(v)
	}
	return ""
}

func (s *styles) id(l cellFormat) (int, error) {
	if id, ok := s.made[l]; ok {
		return id, nil
	}
	id, err := s.file.NewStyle(s.style(l))
	if err != nil {
		return 0, err
	}
	if l.quote {
		yes := true
		s.file.Styles.CellXfs.Xf[id].QuotePrefix = &yes
	}
	s.made[l] = id
	return id, nil
}

func (s *styles) style(l cellFormat) *excelize.Style {
	st := &excelize.Style{
		Font:       &excelize.Font{Family: s.font, Size: l.size, Bold: l.bold, Italic: l.italic, Color: cmp.Or(l.ink, s.colour["text"])},
		Alignment:  &excelize.Alignment{Horizontal: l.align, Vertical: "top", WrapText: l.wrap},
		Protection: &excelize.Protection{Locked: !l.unlocked},
	}
	if l.align == "right" {
		st.Alignment.Indent = 1 // keeps numbers off the text in the next column
	}
	if l.under {
		st.Font.Underline = "single"
	}
	if l.middle {
		st.Alignment.Vertical = "center"
	}
	if l.fill != "" {
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.line != "" && l.thick {
		st.Border = []excelize.Border{{Type: "top", Color: l.line, Style: 2}}
	} else if l.line != "" {
		st.Border = []excelize.Border{{Type: "bottom", Color: l.line, Style: 1}}
	}
	if l.sides {
		st.Border = append(st.Border, excelize.Border{Type: "left", Color: s.colour["white"], Style: 2}, excelize.Border{Type: "right", Color: s.colour["white"], Style: 2})
	}
	if l.number != "" {
		st.CustomNumFmt = &l.number
	}
	return st
}

// rule makes the style of a conditional format. The symbol stands in a number format: the cell keeps the plain word.
func (s *styles) rule(r book.Rule, f book.Format, places int) (int, error) {
	l := ruleFormat{ink: s.rgb(r.Ink), fill: s.rgb(r.Fill), bold: r.Bold}
	if r.Symbol != "" {
		// A locale comes first in a format code, the symbol after it.
		locale, code, ok := strings.Cut(s.number(f, places), "]")
		if !ok {
			locale, code = "", locale
		} else {
			locale += "]"
		}
		l.number = locale + `"` + strings.ReplaceAll(r.Symbol, `"`, "") + `"\ ` + code
	}
	if id, ok := s.rules[l]; ok {
		return id, nil
	}
	st := &excelize.Style{}
	if l.ink != "" || l.bold {
		st.Font = &excelize.Font{Bold: l.bold, Color: l.ink}
	}
	if l.fill != "" {
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.number != "" {
		st.CustomNumFmt = &l.number
	}
	id, err := s.file.NewConditionalStyle(st)
	s.rules[l] = id
	return id, err
}

// separate numbers the formats of conditional styles away from those of cells: some programs keep both in one table.
func (s *styles) separate() {
	if s.file.Styles.Dxfs == nil {
		return
	}
	for i, d := range s.file.Styles.Dxfs.Dxfs {
		if d.NumFmt != nil {
			d.NumFmt.NumFmtID = 400 + i
		}
	}
}

// number is the format code of a format for numbers of so many decimals. The locale in brackets makes
// separators the document's and not the reader's where the program allows it.
func (s *styles) number(f book.Format, places int) string {
	locale, date, percent := localeOf(s.lang), "dd.mm.yyyy", `0\ %`
	if strings.HasPrefix(s.lang, "en") {
		date, percent = locale+`d\ mmm\ yyyy`, "0%" // figures alone are read two ways
	}
	if s.lang == "en-US" {
		date = locale + `mmm\ d\,\ yyyy`
	}
	switch f {
	case book.FmtInt:
		return locale + "#,##0"
	case book.FmtYear:
		return "0"
	case book.FmtNumber:
		return locale + decimals(places)
	case book.FmtMoney:
		return locale + s.amount(decimals(min(places, 1)*2))
	case book.FmtDate:
		return date
	case book.FmtMonth:
		return locale + "mmm yyyy"
	case book.FmtDateYear:
		return "yyyy"
	case book.FmtPercent:
		return percent
	case book.FmtBool:
		return ""
	}
	if n, ok := f.Decimals(); ok {
		return locale + decimals(n)
	}
	return "@"
}

// localeOf is how format codes name a language and its country (MS-LCID), so that figures are grouped as they are there.
func localeOf(lang string) string {
	locales := map[string]string{"de-AT": "c07", "de-CH": "807", "de-LI": "1407", "de-LU": "1007", "en-US": "409", "en-IE": "1809"}
	switch id := locales[lang]; {
	case id != "":
		return "[$-" + id + "]"
	case strings.HasPrefix(lang, "en"):
		return "[$-809]"
	}
	return "[$-407]"
}

// amount is the format code of figures with the sign of their currency. A minus stands before both.
func (s *styles) amount(figures string) string {
	sign := `"` + strings.ReplaceAll(cmp.Or(s.money.Sign, "€"), `"`, "") + `"`
	switch {
	case !s.money.First:
		return figures + `\ ` + sign
	case s.money.Gap == "":
		return sign + figures
	}
	return sign + `\ ` + figures
}

// decimals is the format code of grouped numbers with so many decimals.
func decimals(n int) string {
	if n == 0 {
		return "#,##0"
	}
	return "#,##0." + strings.Repeat("0", n)
}

// align is where values of a format stand.
func align(f book.Format) string {
	if _, ok := f.Decimals(); ok {
		return "right"
	}
	switch f {
	case book.FmtInt, book.FmtNumber, book.FmtMoney, book.FmtPercent:
		return "right"
	case book.FmtDate, book.FmtMonth, book.FmtDateYear, book.FmtYear, book.FmtBool:
		return "center"
	}
	return "left"
}
