package sheet

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"konzept/report/book"
	"konzept/report/diag"
)

// Limits of the format (ECMA-376 and Excel's specifications).
const (
	maxText   = 32767 // UTF-16 units of a cell
	maxPrompt = 255
	maxRows   = 1048576
	maxCols   = 16384
	maxSheets = 255 // Excel names none; more are no longer found, and each costs the others time
)

// check finds what would be cut, refused or lost silently.
func (p *plan) check(out *diag.List) {
	if len(p.tabs) == 0 {
		out.Add("book-empty", diag.Span{}, p.book.Title)
	}
	if n := len(p.tabs); n > maxSheets {
		out.Add("too-many-sheets", p.tabs[maxSheets].At, strconv.Itoa(n), strconv.Itoa(maxSheets))
	}
	for _, t := range p.tabs {
		if t.lastRow > maxRows || t.lastCol > maxCols {
			out.Add("sheet-too-large", t.At, t.Name, strconv.Itoa(t.lastRow), strconv.Itoa(t.lastCol))
			continue
		}
		if s := t.scale() * sizeCell; s < smallest-0.05 {
			out.Add("sheet-too-wide", t.At, t.Name, diag.Both(strings.Replace(fmt.Sprintf("%.1f", s), ".", ",", 1), fmt.Sprintf("%.1f", s)))
		}
		for _, sp := range t.spots {
			p.checkRegion(sp, out)
		}
		for i := range t.Charts {
			p.checkChart(t, &t.Charts[i], out)
		}
	}
}

// or is a place, or the sheet's where that is not known.
func (t *tab) or(at diag.Span) diag.Span {
	if at.Known() {
		return at
	}
	return t.At
}

func (p *plan) checkRegion(sp *spot, out *diag.List) {
	for i := range sp.Columns {
		c := &sp.Columns[i]
		at := sp.tab.or(c.At)
		if sp.Column(c.Key) != i {
			out.Add("column-twice", at, c.Key, sp.tab.Name)
		}
		if c.List != "" && !p.hasList(c.List) {
			out.Add("unknown-list", at, c.List, sp.tab.Name)
		}
		for _, text := range []string{c.Prompt, c.Error} {
			if length(text) > maxPrompt {
				out.Add("prompt-too-long", at, c.Title, strconv.Itoa(length(text)))
			}
		}
	}
	for _, r := range sp.Rules {
		at := sp.tab.or(r.At)
		if sp.Column(r.Column) < 0 {
			out.Add("unknown-cells", at, r.Column, sp.tab.Name)
		} else if _, err := p.formula(r.Formula, sp, sp.first, 1); err != nil {
			unknown(sp.tab, at, err, out)
		}
		harmless(sp.tab, at, r.Formula, out)
		if code, args := language(r.Formula); code != "" {
			out.Add(code, at, append(args, sp.tab.Name)...)
		}
	}
	for i, row := range sp.Rows {
		p.checkRow(sp, sp.first+i, row, out)
	}
	p.checkRow(sp, sp.total, sp.Total, out)
}

// toldOf is a fault of a column's formulas.
type toldOf struct {
	sp   *spot
	col  int
	code diag.Code
}

func (p *plan) checkRow(sp *spot, row int, cells []book.Cell, out *diag.List) {
	for j := range cells {
		c := &cells[j]
		at := sp.tab.or(c.At)
		// A rune is at most two units and a unit at most three bytes: most texts need no counting.
		if len(c.Text) > maxText && length(c.Text) > maxText {
			out.Add("cell-too-long", at, sp.tab.Name, cellName(j+1, row), strconv.Itoa(length(c.Text)))
		}
		if c.Formula != "" {
			p.checkFormula(sp, row, j, c, out)
		}
		if c.Link != "" && !p.safe(c.Link) {
			out.Add("unsafe-link", at, c.Link, sp.tab.Name)
		}
	}
}

func (p *plan) checkFormula(sp *spot, row, col int, c *book.Cell, out *diag.List) {
	at := sp.tab.or(c.Formed)
	if _, err := p.formula(c.Formula, sp, row, col+1); err != nil {
		unknown(sp.tab, at, err, out)
	}
	harmless(sp.tab, at, c.Formula, out)
	if !closed(c.Formula) {
		out.Add("bad-formula", at, c.Formula, sp.tab.Name)
	} else if code, args := language(c.Formula); code != "" && !p.told[toldOf{sp, col, code}] {
		p.told[toldOf{sp, col, code}] = true // once for a column
		out.Add(code, at, append(args, sp.tab.Name)...)
	}
}

func (p *plan) checkChart(t *tab, c *book.Chart, out *diag.List) {
	if _, ok := chartKind(c.Kind); !ok {
		out.Add("unknown-chart", t.or(c.At), c.Kind, t.Name)
	}
	if _, err := p.data(c.Categories); err != nil {
		unknown(t, t.or(c.At), err, out)
	}
	for _, s := range c.Series {
		if _, err := p.titleCell(s.Values); err != nil {
			unknown(t, t.or(s.At), err, out)
		}
	}
}

// closed tells that a formula's brackets and quotation marks are closed and that it does not end in an operator: Excel
// takes a file with any other for damaged.
func closed(formula string) bool {
	parts := strings.Split(formula, `"`)
	depth := 0
	for i := 0; i < len(parts); i += 2 { // the others are texts
		for _, r := range parts[i] {
			switch r {
			case '(':
				depth++
			case ')':
				depth--
			}
			if depth < 0 {
				return false
			}
		}
	}
	end := strings.TrimSpace(formula)
	return depth == 0 && len(parts)%2 == 1 && strings.TrimRight(end, "+-*/^&=<>,;(") == end
}

func unknown(t *tab, at diag.Span, err error, out *diag.List) {
	var name errReference
	if errors.As(err, &name) {
		out.Add("unknown-cells", at, string(name), t.Name)
	}
}

// reaching are the functions that fetch, start or open something outside the workbook.
var reaching = []string{"WEBSERVICE", "FILTERXML", "HYPERLINK", "IMAGE", "RTD", "DDE", "CALL", "EXEC", "REGISTER", "REGISTER.ID", "SQL.REQUEST"}

// harmless adds a finding for a formula that reaches outside the workbook: by a function, another file ([…]) or DDE (|).
func harmless(t *tab, at diag.Span, formula string, out *diag.List) {
	for i, part := range strings.Split(formula, `"`) {
		if i%2 == 1 {
			continue // text in quotation marks
		}
		found := ""
		if k := strings.IndexAny(part, "[|"); k >= 0 {
			found = part[k : k+1]
		}
		for _, call := range callName.FindAllStringSubmatch(strings.ToUpper(part), -1) {
			if slices.Contains(reaching, call[1]) {
				found = call[1]
			}
		}
		if found != "" {
			out.Add("unsafe-formula", at, found, t.Name)
			return
		}
	}
}

var callName = regexp.MustCompile(`([A-Z][A-Z.]*)\s*\(`)

func (p *plan) hasList(name string) bool {
	for _, l := range p.book.Lists {
		if l.Name == name {
			return true
		}
	}
	return false
}

// safe tells whether a link stays in the book or names a scheme that only shows or writes to someone.
func (p *plan) safe(link string) bool {
	if inside, ok := strings.CutPrefix(link, "#"); ok {
		for _, t := range p.tabs {
			if cmp.Or(t.Key, t.Name) == inside {
				return true
			}
		}
		return false
	}
	for _, scheme := range []string{"https://", "http://", "mailto:", "tel:"} {
		if strings.HasPrefix(strings.ToLower(link), scheme) {
			return length(link) <= 2079
		}
	}
	return false
}
