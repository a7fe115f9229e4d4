package typo

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
)

// space handles one or more spaces: what stands on both sides decides whether they may break.
func (p *Polisher) space(i int) int {
	j := i + 1
	for j < len(p.s) && p.s[j] == ' ' {
		j++
	}
	if i == 0 || p.s[i-1] == '\n' || j == len(p.s) || p.s[j] == '\n' {
		return j
	}
	if next, done := p.dashed(i, j); done {
		return next
	}
	if with := p.bond(i, j); with != "" {
		return p.edit(NoBreaks, i, j, with)
	}
	return p.edit(Spaces, i, j, " ")
}

// bond is the space that keeps together what stands before i and from j on, or "".
func (p *Polisher) bond(i, j int) string {
	next := p.s[j]
	before := p.s[i-1]
	if before == '.' && !p.english {
		if s := p.abbreviation(i, j); s != "" {
			return s
		}
	}
	switch {
	case isFigure(before):
		return p.afterFigure(i, j)
	case isFigure(next):
		if slices.Contains(p.references(), string(p.word(i))) {
			return noBreak
		}
	case before == '.' && unicode.IsUpper(p.after(j)) && slices.Contains(titles, string(p.word(i))):
		return noBreak
	case next == '.' && p.has(j, "...") && !p.has(j, "...."), p.has(j, "…"):
		if letter(p.before(i)) {
			return noBreak
		}
	}
	if before == '.' && p.month(j) && p.ordinal(i) {
		return noBreak
	}
	if p.english && slices.Contains(englishTitles, string(p.word(i))) && unicode.IsUpper(p.after(j)) {
		return noBreak
	}
	return ""
}

// afterFigure keeps a number with its unit, and an English day with its month.
func (p *Polisher) afterFigure(i, j int) string {
	if p.s[j] == '%' && !p.english && p.style.Percent != "" {
		return p.style.Percent
	}
	if p.english && p.month(j) && p.figuresBefore(i) <= 2 {
		return noBreak
	}
	if p.isUnit(j) || p.s[j] == '%' {
		return noBreak
	}
	return ""
}

// units that stay with their number.
var units = []string{"€", "Euro", "EUR", "km", "km²", "m", "m²", "cm", "mm", "kg", "g", "t", "l", "ha", "kWh", "MWh", "Mio", "Mrd", "Tsd", "Uhr", "‰", "°C", "h", "min", "pm", "am", "Prozent", "Cent", "ct", "VZÄ"}

// isUnit tells whether the word at j is a unit.
func (p *Polisher) isUnit(j int) bool {
	end := j
	for end < len(p.s) && (isWord(p.s[end]) && !isFigure(p.s[end])) {
		if p.s[end] == 0xC2 && p.has(end, noBreak) || p.s[end] == 0xE2 && !p.has(end, "€") && !p.has(end, "‰") {
			break
		}
		end++
	}
	return slices.Contains(units, string(p.s[j:end]))
}

// references take a number behind them.
var (
	germanReferences  = []string{"§", "§§", "Abs.", "Absatz", "Abb.", "Anl.", "Art.", "Artikel", "Bd.", "Drs.", "Kap.", "Nr.", "Nummer", "S.", "Seite", "Tab.", "Ziff.", "Ziffer"}
	englishReferences = []string{"§", "§§", "No.", "Nos.", "no.", "p.", "pp.", "page", "Fig.", "Table", "Section", "Art.", "Vol."}
	titles            = []string{"Dr.", "Prof.", "Dipl.", "Hl.", "St.", "Mag."}
	englishTitles     = []string{"Mr", "Mrs", "Ms", "Dr", "Prof", "St"}
	germanMonths      = []string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember", "Jan.", "Feb.", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."}
	englishMonths     = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

func (p *Polisher) references() []string {
	if p.english {
		return englishReferences
	}
	return germanReferences
}

// month tells whether the name of a month stands at j.
func (p *Polisher) month(j int) bool {
	names := germanMonths
	if p.english {
		names = englishMonths
	}
	return slices.ContainsFunc(names, func(m string) bool {
		return p.has(j, m) && !unicode.IsLetter(p.after(j+len(m)))
	})
}

// ordinal tells whether a day such as 3. ends at i.
func (p *Polisher) ordinal(i int) bool {
	n := p.figuresBefore(i - 1)
	return n >= 1 && n <= 2 && !letter(p.before(i-1-n))
}

// abbreviations of several letters; between them stands a narrow space (Duden, DIN 5008).
var abbreviations = []string{"z. B.", "d. h.", "u. a.", "i. d. R.", "o. ä.", "u. ä.", "v. a.", "z. T.", "u. U.", "i. A.", "i. V.", "i. S.", "s. o.", "s. u.", "a. a. O.", "n. Chr.", "v. Chr.", "e. V.", "z. Hd.", "i. Allg.", "m. E.", "u. v. m.", "z. Zt.", "o. g.", "b. z. w."}

// abbreviation is the narrow space within an abbreviation whose letters are spaced as they are here, or "".
func (p *Polisher) abbreviation(i, j int) string {
	left := p.word(i)
	if k := bytes.LastIndexByte(left[:len(left)-1], '.'); k >= 0 {
		left = left[k+1:]
	}
	if len(left) > 8 {
		return ""
	}
	for _, a := range abbreviations {
		for rest := a; ; {
			first, others, more := strings.Cut(rest, " ")
			if !more {
				break
			}
			second, _, _ := strings.Cut(others, " ")
			if strings.EqualFold(string(left), first) && p.has(j, second) && (len(left) < 2 || isFirst(p, i, len(left))) {
				return narrow
			}
			rest = others
		}
	}
	return ""
}

// isFirst tells whether the letters before i are a word of their own or follow a narrow or plain space.
func isFirst(p *Polisher, i, n int) bool {
	r := p.before(i - n)
	return !letter(r)
}

// stop handles full stops: three make an ellipsis; „z.B.“ gets its space; „5.Mai“ is left to the writer.
func (p *Polisher) stop(i int) int {
	n := 1
	for i+n < len(p.s) && p.s[i+n] == '.' {
		n++
	}
	if n == 3 {
		return p.edit(Ellipses, i, i+3, "…")
	}
	if n > 1 || p.english || i == 0 || i+1 >= len(p.s) || !isWord(p.s[i+1]) || isFigure(p.s[i+1]) {
		return i + n
	}
	left := p.word(i + 1)
	if len(left) > 3 && bytes.Count(left, []byte(".")) < 2 {
		return i + 1
	}
	if s := p.abbreviation(i+1, i+1); s != "" {
		p.edits = append(p.edits, edit{i + 1, i + 1, s, NoBreaks})
	}
	return i + 1
}
