package sheet

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf16"

	"konzept/report/book"
)

// plan knows the place of every region before anything is written, so that formulas and charts may point ahead.
type plan struct {
	book            *book.Book
	tabs            []*tab
	lists, manifest string // names of the hidden sheets
	named           map[string]*spot
	told            map[toldOf]bool
}

// tab is a sheet with its places. Rows and columns count from 1, 0 means there is none.
type tab struct {
	*book.Sheet
	name             string
	stand, note      int // rows
	spots            []*spot
	widths, least    []int     // characters of the visible columns
	heights          []float64 // points of the rows
	lastRow, lastCol int       // of the used area, hidden columns with it
	charts           []anchor
}

// spot is a region with its rows.
type spot struct {
	*book.Region
	tab                      *tab
	title, keys, head, total int
	first, last              int // data rows; an empty region keeps one blank row
}

// anchor is a chart's top left cell and its last row.
type anchor struct{ row, col, end int }

func newPlan(b *book.Book) *plan {
	p := &plan{book: b, named: map[string]*spot{}, told: map[toldOf]bool{}}
	names := newNames()
	p.manifest, p.lists = names.sheet(manifestSheet), names.sheet("_lists") // ours first: a sheet of that name gives way
	for _, s := range b.Sheets {
		p.tabs = append(p.tabs, p.placeTab(s, names.sheet(s.Name)))
	}
	return p
}

func (p *plan) placeTab(s *book.Sheet, name string) *tab {
	t := &tab{Sheet: s, name: name}
	row := 1
	if p.book.Stand != "" || p.book.Label != "" {
		row++
		t.stand = row
	}
	if s.Note != "" {
		row++
		t.note = row
	}
	row += 2
	for i := range s.Regions {
		sp := placeRegion(&s.Regions[i], t, row)
		t.spots = append(t.spots, sp)
		if sp.Name != "" {
			p.named[sp.Name] = sp
		}
		t.lastRow = max(sp.last, sp.total)
		row = t.lastRow + 2
	}
	t.lastRow = max(t.lastRow, row-2)
	t.spread()
	t.stack()
	t.placeCharts()
	return t
}

func placeRegion(r *book.Region, t *tab, row int) *spot {
	sp := &spot{Region: r, tab: t}
	next := func(there bool) int {
		if !there {
			return 0
		}
		row++
		return row - 1
	}
	sp.title = next(r.Title != "")
	sp.keys = next(r.IDs != nil)
	sp.head = next(headed(r))
	sp.first = row
	sp.last = row + max(len(r.Rows), 1) - 1
	row = sp.last + 1
	sp.total = next(r.Total != nil)
	return sp
}

// headed tells whether a region has a header row: filters and keys need one, titles make one.
func headed(r *book.Region) bool {
	for i := range r.Columns {
		if r.Columns[i].Title != "" {
			return true
		}
	}
	return r.Filter || r.IDs != nil
}

// width is the number of columns with the hidden one of ids.
func (sp *spot) width() int {
	if sp.IDs != nil {
		return len(sp.Columns) + 1
	}
	return len(sp.Columns)
}

// standard is a column's width in characters if the book gives none.
func standard(f book.Format) int {
	if _, ok := f.Decimals(); ok {
		return 10
	}
	switch f {
	case book.FmtInt, book.FmtYear, book.FmtNumber, book.FmtPercent, book.FmtBool:
		return 10
	case book.FmtDate:
		return 11
	case book.FmtMoney:
		return 13
	}
	return 20
}

// spread gives each column the widest of its regions' wishes.
func (t *tab) spread() {
	for _, sp := range t.spots {
		t.lastCol = max(t.lastCol, sp.width())
		for i := range sp.Columns {
			if i == len(t.widths) {
				t.widths, t.least = append(t.widths, 0), append(t.least, 0)
			}
			c := &sp.Columns[i]
			if c.Hidden {
				continue
			}
			t.least[i] = max(t.least[i], longestWord(sp, i))
			t.widths[i] = max(t.widths[i], cmp.Or(c.Width, standard(c.Format)), t.least[i])
		}
	}
	t.shrink()
}

// longestWord is the width that a column needs at least: for its title's words, and if it wraps for those of its texts, as far
// as they are of usual length.
func longestWord(sp *spot, i int) int {
	longest := 0
	for word := range strings.FieldsSeq(headerText(sp, i)) {
		longest = max(longest, length(word)+1)
	}
	for _, row := range sp.Rows {
		if sp.Columns[i].Wrap && i < len(row) && longest < longWord {
			for word := range strings.FieldsFuncSeq(row[i].Text, func(r rune) bool { return r == ' ' || r == '-' || r == '\n' }) {
				longest = max(longest, min(length(word), longWord))
			}
		}
	}
	return longest
}

// longWord is the length up to which words are kept whole.
const longWord = 18

// placeCharts stacks the charts at the right, each beside its region or below the one before.
func (t *tab) placeCharts() {
	row := 4
	for i := range t.Charts {
		c := &t.Charts[i]
		for _, sp := range t.spots {
			if sp.Name != "" && sp.Name == c.Beside {
				row = max(row, cmp.Or(sp.title, sp.keys, sp.head, sp.first))
			}
		}
		end := t.reach(row, float64(chartHeight(c))*pixel)
		t.charts = append(t.charts, anchor{row, len(t.widths) + 2, end})
		row = end + 2
	}
}

// names makes sheet names that every program takes, and keeps them apart.
type names struct{ taken map[string]bool }

func newNames() *names { return &names{taken: map[string]bool{"history": true}} }

// sheet cleans a name: no []:*?/\ or control characters, no apostrophe at either end, at most 31 UTF-16 units, unique without regard to case.
func (n *names) sheet(name string) string {
	clean := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) {
			return '-'
		}
		if r < ' ' || r == 0xFFFE || r == 0xFFFF || r == 0xFFFD {
			return -1
		}
		return r
	}, name)
	clean = cmp.Or(strings.Trim(clean, " '"), "-")
	unique := cut(clean, 31)
	for i := 2; n.taken[strings.ToLower(unique)]; i++ {
		tail := " " + strconv.Itoa(i)
		unique = cut(clean, 31-len(tail)) + tail
	}
	n.taken[strings.ToLower(unique)] = true
	return unique
}

// cut shortens a text to so many UTF-16 units, at a space if one is near, and never within a character.
func cut(s string, units int) string {
	if length(s) <= units {
		return s
	}
	used, end := 0, 0
	for i, r := range s {
		used += utf16.RuneLen(r)
		if used > units {
			end = i
			break
		}
	}
	if sp := strings.LastIndexByte(s[:end], ' '); sp > end*2/3 {
		end = sp
	}
	return strings.TrimRight(s[:end], " '-–,")
}

// length counts UTF-16 units, in which Excel's limits are written.
func length(s string) int {
	n := 0
	for _, r := range s {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}
