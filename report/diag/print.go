package diag

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Form is a way to print findings.
type Form uint8

const (
	Human  Form = iota // with excerpt and caret
	Short              // file:line:column: severity code: message
	GitHub             // workflow commands that mark the lines of a change
)

// PrintOptions says how to print. The zero value prints everything for people, in German, without colour.
type PrintOptions struct {
	Form   Form
	Lang   string                   // "de" or "en"; "" is German
	Colour bool                     // ANSI colours
	Max    int                      // findings to print for people, errors before warnings; 0 is all
	Source func(file string) []byte // bytes of a file, for lines and excerpts; nil prints places as file names only
}

// Print writes the findings sorted by place, warnings of one kind in one file as one.
func Print(w io.Writer, l *List, o PrintOptions) error {
	p := printer{w: bufio.NewWriter(w), o: o, files: newFiles(o.Source)}
	findings := Gathered(l)
	shown := findings
	if o.Form == Human {
		findings, p.like, p.also = bundled(findings)
		shown = findings
	}
	if o.Max > 0 && o.Form == Human {
		shown = gravest(findings, o.Max)
	}
	for i := range shown {
		switch o.Form {
		case Short:
			p.short(&shown[i])
		case GitHub:
			p.github(&shown[i])
		default:
			p.human(&shown[i])
		}
	}
	if more := len(findings) - len(shown); more > 0 {
		fmt.Fprintf(p.w, p.say("… und %d weitere\n", "… and %d more\n"), more)
	}
	return p.w.Flush()
}

// cause is what findings share that one change cures.
type cause struct {
	code Code
	at   Span
}

// bundled keeps the first finding of each cause and counts the others: a column that is too narrow is one fault, however
// many rows show it. Findings that say the same of different places are told once, with their places.
func bundled(list []Finding) (firsts []Finding, others map[cause]int, also map[cause][]Span) {
	others, also = map[cause]int{}, map[cause][]Span{}
	seen, said := map[cause]bool{}, map[string]cause{}
	for _, f := range list {
		c := cause{f.Code, f.At}
		if f.At.Known() && seen[c] {
			others[c]++
			continue
		}
		seen[c] = true
		words := string(f.Code) + "\x00" + strings.Join(f.Args, "\x00")
		if first, ok := said[words]; ok && f.At.Known() && len(f.Notes) == 0 {
			also[first] = append(also[first], f.At)
			continue
		}
		if f.At.Known() && len(f.Notes) == 0 {
			said[words] = c
		}
		firsts = append(firsts, f)
	}
	return firsts, others, also
}

// listed are places in a row, at most five.
func (p *printer) listed(places []Span) string {
	const most = 5
	var b strings.Builder
	for i, at := range places[:min(len(places), most)] {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strings.TrimSuffix(p.where(at), ": "))
	}
	if n := len(places) - most; n > 0 {
		fmt.Fprintf(&b, p.say(" und %d weitere", " and %d more"), n)
	}
	return b.String()
}

// gravest keeps at most n findings in their order, warnings only where errors leave room: what stops a build is never hidden.
func gravest(list []Finding, n int) []Finding {
	errors := 0
	for i := range list {
		if SeverityOf(list[i].Code) == Error {
			errors++
		}
	}
	warnings := max(n-errors, 0)
	errors = min(errors, n)
	var kept []Finding
	for _, f := range list {
		left := &warnings
		if SeverityOf(f.Code) == Error {
			left = &errors
		}
		if *left > 0 {
			*left--
			kept = append(kept, f)
		}
	}
	return kept
}

// Sorted returns the findings by file, place and code, without repetitions.
func Sorted(l *List) []Finding {
	list := slices.Clone(l.Findings)
	slices.SortStableFunc(list, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.At.File, b.At.File), cmp.Compare(a.At.From, b.At.From), cmp.Compare(a.Page, b.Page),
			cmp.Compare(a.At.To, b.At.To), cmp.Compare(a.Code, b.Code), slices.Compare(a.Args, b.Args))
	})
	return slices.CompactFunc(list, func(a, b Finding) bool {
		return a.Code == b.Code && a.At == b.At && a.Page == b.Page && slices.Equal(a.Args, b.Args)
	})
}

// Count returns the number of errors and warnings as they are printed.
func Count(l *List) (errors, warnings int) {
	for _, f := range Gathered(l) {
		switch SeverityOf(f.Code) {
		case Error:
			errors++
		case Warning:
			warnings++
		}
	}
	return errors, warnings
}

type printer struct {
	w     *bufio.Writer
	o     PrintOptions
	files files
	like  map[cause]int    // findings of the same cause that are not printed
	also  map[cause][]Span // further places of the same words
}

func (p *printer) say(de, en string) string {
	if p.o.Lang == "en" {
		return en
	}
	return de
}

func (p *printer) paint(ansi, s string) string {
	if !p.o.Colour {
		return s
	}
	return "\x1b[" + ansi + "m" + s + "\x1b[0m"
}

const (
	red    = "1;31"
	yellow = "1;33"
	blue   = "1;34"
	bold   = "1"
)

func (p *printer) severity(c Code) (word, ansi string) {
	switch SeverityOf(c) {
	case Error:
		return p.say("Fehler", "error"), red
	case Hint:
		return p.say("Hinweis", "hint"), blue
	}
	return p.say("Warnung", "warning"), yellow
}

// human prints a finding in the form people know from compilers.
func (p *printer) human(f *Finding) {
	word, ansi := p.severity(f.Code)
	message, hint := Words(f.Code, f.Args, p.o.Lang)
	fmt.Fprintf(p.w, "%s %s\n", p.paint(ansi, word+":"), p.paint(bold, message))
	gutter := p.place(f.At, f.Page, ansi)
	if !f.At.Known() && f.Page > 0 {
		p.extra(gutter, p.say("Seite", "page"), fmt.Sprint(f.Page))
	}
	p.extra(gutter, p.say("Hilfe", "hint"), hint)
	if f.Path != "" {
		p.extra(gutter, p.say("Feld", "field"), f.Path)
	}
	if n := p.like[cause{f.Code, f.At}]; n > 0 {
		p.extra(gutter, p.say("Auch", "also"), fmt.Sprintf(p.say("%d weitere solche an dieser Stelle", "%d more like it at this place"), n))
	}
	if places := p.also[cause{f.Code, f.At}]; len(places) > 0 {
		p.extra(gutter, p.say("Auch in", "also in"), p.listed(places))
	}
	same, others := p.further(f)
	if len(same) > 0 {
		p.extra(gutter, p.say("Auch in", "also in"), p.listed(same))
	}
	if f.Count > 1 {
		p.extra(gutter, p.say("Anzahl", "number"), fmt.Sprintf(p.say("%d solche in dieser Datei", "%d like it in this file"), f.Count))
	}
	p.extra(gutter, "Code", string(f.Code))
	for _, n := range others {
		message, _ := Words(n.Code, n.Args, p.o.Lang)
		fmt.Fprintf(p.w, "%s %s\n", p.paint(blue, p.say("Hinweis:", "note:")), message)
		p.place(n.At, 0, blue)
	}
	fmt.Fprintln(p.w)
}

// further parts the notes of a finding: places that say the same, and notes of their own.
func (p *printer) further(f *Finding) (same []Span, others []Note) {
	for _, n := range f.Notes {
		if n.Code == f.Code && slices.Equal(n.Args, f.Args) {
			same = append(same, n.At)
		} else {
			others = append(others, n)
		}
	}
	return same, others
}

func (p *printer) extra(gutter int, name, text string) {
	if text != "" {
		fmt.Fprintf(p.w, "%*s %s %s\n", gutter, "", p.paint(blue, "= "+name+":"), visible(text))
	}
}

// place prints where it is, with the line and a caret below it, and returns the width of the line numbers.
func (p *printer) place(at Span, page int, ansi string) (gutter int) {
	if !at.Known() {
		return 1
	}
	pos := p.files.position(at)
	number := fmt.Sprint(max(pos.line, 1))
	gutter = len(number)
	where := visible(at.File)
	if pos.line > 0 {
		where = fmt.Sprintf("%s:%d:%d", where, pos.line, pos.column)
	}
	if page > 0 {
		where += fmt.Sprintf(p.say(" (Seite %d)", " (page %d)"), page)
	}
	fmt.Fprintf(p.w, "%*s%s %s\n", gutter, "", p.paint(blue, "-->"), where)
	if pos.line == 0 {
		return gutter
	}
	before, marked, after := excerpt(pos)
	bar := p.paint(blue, "|")
	fmt.Fprintf(p.w, "%*s %s\n", gutter, "", bar)
	fmt.Fprintf(p.w, "%s %s %s\n", p.paint(blue, number), bar, before+marked+after)
	carets := strings.Repeat("^", max(1, width(marked)))
	fmt.Fprintf(p.w, "%*s %s %*s%s\n", gutter, "", bar, width(before), "", p.paint(ansi, carets))
	return gutter
}

// where returns file:line:column, as far as known.
func (p *printer) where(at Span) string {
	if !at.Known() {
		return ""
	}
	if pos := p.files.position(at); pos.line > 0 {
		return fmt.Sprintf("%s:%d:%d: ", visible(at.File), pos.line, pos.column)
	}
	return visible(at.File) + ": "
}

func (p *printer) short(f *Finding) {
	word, _ := p.severity(f.Code)
	message, hint := Words(f.Code, f.Args, p.o.Lang)
	if f.Count > 1 {
		message += fmt.Sprintf(p.say(" (%d in dieser Datei)", " (%d in this file)"), f.Count)
	}
	if hint != "" {
		message += " – " + hint
	}
	fmt.Fprintf(p.w, "%s%s %s: %s\n", p.where(f.At), word, f.Code, message)
}

// github prints a workflow command; its escapes are those of GitHub's toolkit (command.ts).
func (p *printer) github(f *Finding) {
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	kind := "warning"
	switch SeverityOf(f.Code) {
	case Error:
		kind = "error"
	case Hint:
		kind = "notice"
	}
	message, hint := Words(f.Code, f.Args, p.o.Lang)
	if hint != "" {
		message += "\n" + hint
	}
	where := ""
	if f.At.Known() {
		where = "file=" + property.Replace(visible(f.At.File)) + ","
		if pos := p.files.position(f.At); pos.line > 0 {
			where += fmt.Sprintf("line=%d,col=%d,endLine=%d,endColumn=%d,", pos.line, pos.column, pos.endLine, pos.endColumn)
		}
	}
	fmt.Fprintf(p.w, "::%s %stitle=%s::%s\n", kind, where, property.Replace(string(f.Code)), data.Replace(message))
}
