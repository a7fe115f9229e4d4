package layout

import (
	"slices"
	"strconv"
	"strings"

	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
)

// labels says on which page everything stands. The zero value, before the first round, takes the room of two figures.
type labels struct {
	known    bool
	pages    []string       // printed folio by page
	last     []string       // highest folio of the run of numbers that each page belongs to
	anchors  map[string]int // page of each anchor
	headings []int          // page of each heading
}

// of is the printed page number of an anchor.
func (l *labels) of(anchor string) string {
	if !l.known {
		return "00"
	}
	n, ok := l.anchors[anchor]
	if !ok {
		return "?"
	}
	return l.pages[n]
}

// heading is the printed page number of a heading.
func (l *labels) heading(index int) string {
	if !l.known || index >= len(l.headings) {
		return "00"
	}
	return l.pages[l.headings[index]]
}

// listed is the printed page number of an entry of contents.
func (l *labels) listed(h *listed) string {
	if h.index < 0 {
		return l.of(h.dest)
	}
	return l.heading(h.index)
}

// differs names the first thing whose printed page is another one in next; empty: nothing moved.
func (l *labels) differs(next labels) string {
	for i := range next.headings {
		if i >= len(l.headings) || l.heading(i) != next.heading(i) {
			return headingDest(i)
		}
	}
	names := make([]string, 0, len(next.anchors))
	for name := range next.anchors {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if l.of(name) != next.of(name) {
			return name
		}
	}
	return ""
}

// number finds the page and the printed number of everything from the units' spans.
func (s *setting) number(us []*unit) labels {
	l := labels{known: true, anchors: map[string]int{}, headings: make([]int, s.census.total())}
	style, n, run := opening(us), 0, 0
	for _, u := range us {
		for range blanks(len(l.pages), u.start) {
			n++
			l.pages = append(l.pages, folio(style, n))
		}
		if u.number != "" {
			l.finish(run)
			style, n, run = u.number, 0, len(l.pages)
		}
		first, more := len(l.pages), u.sheets()
		if u.offset > 0 {
			first, more = first-1, more-1
		}
		for range more {
			n++
			l.pages = append(l.pages, folio(style, n))
		}
		l.find(u, first)
	}
	l.finish(run)
	return l
}

// finish writes the highest folio of the run that began with page from.
func (l *labels) finish(from int) {
	for len(l.last) < len(l.pages) {
		l.last = append(l.last, l.pages[len(l.pages)-1])
	}
	_ = from
}

// find enters the marks of a unit whose first page is number first.
func (l *labels) find(u *unit, first int) {
	per := columns(u.style)
	for i, sp := range u.pages {
		for k := sp.From; k < sp.To; k++ {
			s := &u.galley.Boxes[k]
			if s.Extras == nil {
				continue
			}
			l.enter(s, first+i/per)
			for _, n := range s.Extras.Notes {
				for j := range n.Lines {
					l.enter(&n.Lines[j], first+i/per)
				}
			}
		}
	}
}

func (l *labels) enter(s *galley.Box, page int) {
	if s.Extras == nil {
		return
	}
	for _, m := range s.Extras.Targets {
		if _, twice := l.anchors[m.Anchor]; m.Anchor != "" && !twice {
			l.anchors[m.Anchor] = page
		}
		if m.Heading != nil && m.Heading.Index < len(l.headings) {
			l.headings[m.Heading.Index] = page
		}
	}
}

func (c *census) total() int { return len(c.headings) }

// folio prints a page number.
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
	br := galley.Breaker{Galley: u.galley, PerPage: per, Room: func(frame int) geom.Length { return u.roomAt(frame / per) }}
	u.pages = br.Cut(func(frame int, start doc.Side) int {
		fill := (per - frame%per) % per
		n := (frame+fill)/per + u.before()
		return fill + per*blanks(n, start)
	})
	u.levelled(per)
}

// sheets is how many pages the unit has.
func (u *unit) sheets() int {
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
