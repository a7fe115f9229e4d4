package layout

import (
	"strconv"
	"strings"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/introspection"
)

// number finds the page and the printed number of everything from the units' spans.
func (s *setting) number(us []*unit) introspection.Labels {
	l := introspection.Labels{Known: true, Anchors: map[string]int{}, Headings: make([]int, s.common.index.Total())}
	style, n := opening(us), 0
	for _, u := range us {
		for range blanks(len(l.Pages), u.start) {
			n++
			l.Pages = append(l.Pages, folio(style, n))
		}
		if u.number != "" {
			l.Finish()
			style, n = u.number, 0
		}
		first, more := len(l.Pages), u.pageCount()
		if u.offset > 0 {
			first, more = first-1, more-1
		}
		for range more {
			n++
			l.Pages = append(l.Pages, folio(style, n))
		}
		findTargets(&l, u, first)
	}
	l.Finish()
	return l
}

// findTargets enters the marks of a unit whose first page is number first.
func findTargets(l *introspection.Labels, u *unit, first int) {
	per := columns(u.style)
	for i, sp := range u.pages {
		for k := sp.From; k < sp.To; k++ {
			s := &u.galley.Boxes[k]
			if s.Extras == nil {
				continue
			}
			enterTargets(l, s, first+i/per)
			for _, n := range s.Extras.Notes {
				for j := range n.Lines {
					enterTargets(l, &n.Lines[j], first+i/per)
				}
			}
		}
	}
}

func enterTargets(l *introspection.Labels, s *galley.Box, page int) {
	if s.Extras == nil {
		return
	}
	for _, m := range s.Extras.Targets {
		if _, twice := l.Anchors[m.Anchor]; m.Anchor != "" && !twice {
			l.Anchors[m.Anchor] = page
		}
		if m.Heading != nil && m.Heading.Index < len(l.Headings) {
			l.Headings[m.Heading.Index] = page
		}
	}
}

// opening is how pages are counted before the first chapter that says so: a cover that prints no number has none of those
// that follow, but U1, U2, as German printers call the sides of covers. So no two pages of a file have one label.
func opening(us []*unit) string {
	for i, u := range us {
		switch {
		case u.number != "" && i > 0:
			return "cover"
		case u.number != "" || !mute(&u.style.Head) || !mute(&u.style.Foot):
			return "arabic"
		}
	}
	return "arabic"
}

// mute tells that a running line says nothing.
func mute(r *doc.Running) bool { return len(r.Inner)+len(r.Centre)+len(r.Outer) == 0 }

// folio prints a page number.
func folio(style string, n int) string {
	if style == "cover" {
		return "U" + strconv.Itoa(n)
	}
	if style != "roman" || n > 3999 {
		return strconv.Itoa(n)
	}
	var s strings.Builder
	for _, r := range [...]struct {
		value int
		sign  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= r.value {
			s.WriteString(r.sign)
			n -= r.value
		}
	}
	return s.String()
}

// cut breaks the unit's galley into frames for the side it starts on.
func (u *unit) cut() {
	per := columns(u.style)
	br := galley.Breaker{Galley: u.galley, PerPage: per, Available: func(frame int) geom.Length { return u.contentHeightAt(frame / per) }}
	u.pages = br.Cut(func(frame int, start doc.Side) int {
		fill := (per - frame%per) % per
		n := (frame+fill)/per + u.before()
		return fill + per*blanks(n, start)
	})
	u.levelled(per)
}

// pageCount is how many pages the unit has.
func (u *unit) pageCount() int {
	per := columns(u.style)
	return max((len(u.pages)+per-1)/per, 1)
}

// before is the parity of the number of pages before the unit: 1 if it starts on a left page.
func (u *unit) before() int {
	if u.left {
		return 1
	}
	return 0
}
