// Package format writes numbers, money, shares, dates and times as German and English readers expect them (DIN 5008, Duden).
package format

import (
	"cmp"
	"strconv"
	"strings"

	"konzept/report/calendar"
	"konzept/report/model"
	"konzept/report/number"
)

// Spaces that keep a number with what it counts (DIN 5008:2020, 9.1 and 10).
const (
	NoBreak = "\u00a0"
	narrow  = "\u202f"
)

// Minus is the sign of numbers set in type; a hyphen is too short beside figures (DIN 5008).
const Minus = "\u2212"

// Format is how numbers, money and dates are written. The zero value writes German with stops.
type Format struct {
	Lang      string // of the document
	Thousands string // between groups of three figures
	Percent   string // before the percent sign
	Currency  string // ISO 4217; "": EUR
	Quotes    string // opening and closing mark; "": those of Germany

	genders map[string]string // of the project's own words
}

// New reads the project's way of writing in a language; in none, in the data's first.
func New(lang string, r *model.Report) Format {
	if lang == "" && len(r.Langs) > 0 {
		lang = r.Langs[0]
	}
	f := Format{Lang: lang, Thousands: ".", Percent: NoBreak}
	switch {
	case f.English():
		f.Thousands, f.Percent = ",", ""
		f.Quotes = "“”"
	case Swiss(lang):
		f.Thousands, f.Quotes = "’", "«»"
	}
	f.genders = gendersOf(r)
	f.Currency = model.WordOf(r.Single("project"), "currency")
	style, _ := r.Single("project").Value("style")
	rec, _ := style.V.(*model.Record)
	switch model.WordOf(rec, "thousands") {
	case "schmal":
		f.Thousands = narrow
	case "ohne":
		f.Thousands = ""
	}
	if marks := model.WordOf(rec, "quotes"); marks != "" && !f.English() {
		f.Quotes = marks
	}
	if model.WordOf(rec, "percent") == "schmal" && !f.English() {
		f.Percent = narrow
	}
	return f
}

func (f Format) English() bool { return English(f.Lang) }

// Sign is the project's currency as the language writes it.
func (f Format) Sign() string { return Sign(cmp.Or(f.Currency, Euro), f.Lang) }

func (f Format) comma() string {
	if f.English() {
		return "."
	}
	return ","
}

// Number writes a number grouped in threes, rounded half away from zero; decimals below 0 writes as many as it has.
func (f Format) Number(v number.Decimal, decimals int) string {
	if !v.Known() {
		return ""
	}
	if decimals < 0 {
		v = v.Shown()
		decimals = v.Places()
	}
	return f.decimal(v.String(), 0, decimals)
}

// When writes a day or moment as tables do.
func (f Format) When(m model.Moment) string {
	if m.Precision == calendar.ByDay && m.Open == calendar.Closed {
		return f.Day(m.Date)
	}
	return f.Moment(m)
}

func (f Format) Integer(v int64) string { return f.decimal(strconv.FormatInt(v, 10), 0, 0) }

// decimal writes a plain decimal number whose point is moved to the right by shift. Rounding works on the figures, so that
// 0.285 gives 28.5 % and 12.5 gives 13.
func (f Format) decimal(s string, shift, decimals int) string {
	neg := strings.HasPrefix(s, "-")
	whole, frac, _ := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	for ; shift > 0; shift-- {
		if frac == "" {
			frac = "0"
		}
		whole, frac = whole+frac[:1], frac[1:]
	}
	whole, frac = cut(whole, frac, decimals)
	out := f.grouped(whole)
	if frac != "" {
		out += f.comma() + frac
	}
	if neg && strings.Trim(whole+frac, "0") != "" {
		out = Minus + out
	}
	return out
}

// cut rounds the figures behind the comma to n, half up.
func cut(whole, frac string, n int) (string, string) {
	if n < 0 {
		return whole, strings.TrimRight(frac, "0")
	}
	n = min(n, 12)
	if len(frac) <= n {
		return whole, frac + strings.Repeat("0", n-len(frac))
	}
	figures := []byte("0" + whole + frac[:n])
	if frac[n] >= '5' {
		i := len(figures) - 1
		for ; figures[i] == '9'; i-- {
			figures[i] = '0'
		}
		figures[i]++
	}
	cut := len(figures) - n
	return string(figures[:cut]), string(figures[cut:])
}

// grouped sets the sign of thousands, in numbers of four figures too, so that columns agree.
func (f Format) grouped(whole string) string {
	whole = strings.TrimLeft(whole, "0")
	if whole == "" {
		return "0"
	}
	var b strings.Builder
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(f.Thousands)
		}
		b.WriteByte(whole[i])
	}
	return b.String()
}

// Money writes an amount without its sign: cents only if there are any, or always. Swiss francs and rappen are parted by a
// point where other numbers have a comma (Bundeskanzlei, Schreibweisungen).
func (f Format) Money(m model.Money, always bool) string {
	s := strconv.FormatInt(int64(m), 10)
	neg := strings.HasPrefix(s, "-")
	s = strings.TrimPrefix(s, "-")
	for len(s) < 3 {
		s = "0" + s
	}
	whole, cent := s[:len(s)-2], s[len(s)-2:]
	if neg {
		whole = "-" + whole
	}
	if cent == "00" && (!always || !hundredths(cmp.Or(f.Currency, Euro))) {
		return f.decimal(whole, 0, 0)
	}
	s = f.decimal(whole+"."+cent, 0, 2)
	if Swiss(f.Lang) {
		s = strings.Replace(s, f.comma(), ".", 1)
	}
	return s
}

// Euro writes an amount with the sign of the project's currency: 12.500 € in German, CHF 12’500 in Switzerland, €12,500 in English.
func (f Format) Euro(m model.Money, cents bool) string {
	s, sign := f.Money(m, cents), f.Sign()
	gap := Gap(sign, f.Lang)
	if !SignFirst(f.Lang) {
		return s + gap + sign
	}
	if rest, ok := strings.CutPrefix(s, Minus); ok {
		return Minus + sign + gap + rest
	}
	return sign + gap + s
}

// Percentage writes a share of 1. Without a number of decimals it takes one, and none for a whole percentage.
func (f Format) Percentage(v number.Decimal, decimals int) string {
	if !v.Known() {
		return ""
	}
	figures := v.String()
	s := f.decimal(figures, 2, max(decimals, 0))
	if hundredth := number.Scaled(5, 4); decimals < 0 && v.Sign() != 0 && v.Cmp(hundredth) < 0 && v.Cmp(hundredth.Neg()) > 0 {
		s = f.Number(v.Mul(number.Int(100)), -1) // less than a tenth of a percent is not nothing
	} else if decimals < 0 {
		if one := f.decimal(figures, 2, 1); !strings.HasSuffix(one, f.comma()+"0") {
			s = one
		}
	}
	return s + f.Percent + "%"
}

// Share writes a part of a whole with its percentage; things, if given, names what is counted: 12 von 48 Maßnahmen (25 %).
func (f Format) Share(n, of number.Decimal, things string) string {
	if !n.Known() || !of.Known() {
		return ""
	}
	word := " von "
	if f.English() {
		word, things = " of ", f.Noun(things)
	} else if of.Cmp(number.Int(1)) != 0 {
		things = dative(things)
	}
	s := f.Number(n, -1) + word + f.Number(of, -1)
	if things != "" {
		s += " " + things
	}
	if of.Sign() == 0 {
		return s
	}
	return s + " (" + f.Rounded(n.Quo(of)) + ")"
}

// Rounded is a share in whole percent; little is not nothing, and not quite all is not all.
func (f Format) Rounded(part number.Decimal) string {
	under, over := "unter ", "über "
	if f.English() {
		under, over = "under ", "over "
	}
	percent := part.Mul(number.Int(100)).Round(0)
	switch one := number.Int(1); {
	case percent.Sign() == 0 && part.Sign() > 0:
		return under + f.Percentage(number.Scaled(1, 2), 0)
	case percent.Cmp(number.Int(100)) == 0 && part.Cmp(one) < 0:
		return over + f.Percentage(number.Scaled(99, 2), 0)
	}
	return f.Percentage(part, 0)
}

func (f Format) Boolean(b bool) string {
	no, yes := "nein", "ja"
	if f.English() {
		no, yes = "no", "yes"
	}
	if b {
		return yes
	}
	return no
}

var (
	wordsDE = [...]string{"keine", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"}
	wordsEN = [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	endings = map[string]string{"m": "", "n": "", "f": "e", "en": "en", "er": "er", "em": "em", "es": "es", "s": "s"}
)

// Words writes a number up to twelve as a word (Duden R 1). form bends the German one: "f" gives eine, "er" einer, a noun what
// agrees with it. With a noun of unknown gender one is a figure, which is right with any.
func (f Format) Words(n int64, form string) string {
	switch {
	case n < 0 || n > 12:
		return f.Integer(n)
	case f.English():
		return wordsEN[n]
	case n == 1:
		if ending, ok := endings[form]; ok || form == "" {
			return wordsDE[1] + ending
		}
		ending, ok := endings[f.Gender(form)]
		if !ok {
			return f.Integer(n)
		}
		return wordsDE[1] + ending
	}
	return wordsDE[n]
}
