package introspection

import "slices"

// Labels says on which page everything stands. The zero value, before the first round, takes the width of two figures.
type Labels struct {
	Known    bool
	Pages    []string       // printed folio by page
	Last     []string       // highest folio of the run of numbers that each page belongs to
	Anchors  map[string]int // page of each anchor
	Headings []int          // page of each heading
}

// Of is the printed page number of an anchor.
func (l *Labels) Of(anchor string) string {
	if !l.Known {
		return "00"
	}
	n, ok := l.Anchors[anchor]
	if !ok {
		return "?"
	}
	return l.Pages[n]
}

// heading is the printed page number of a heading.
func (l *Labels) heading(index int) string {
	if !l.Known || index >= len(l.Headings) {
		return "00"
	}
	return l.Pages[l.Headings[index]]
}

// Listed is the printed page number of an entry of contents.
func (l *Labels) Listed(h *Entry) string {
	if h.index < 0 {
		return l.Of(h.Dest)
	}
	return l.heading(h.index)
}

// Differs names the first thing whose printed page is another one in next; empty: nothing moved.
func (l *Labels) Differs(next Labels) string {
	for i := range next.Headings {
		if i >= len(l.Headings) || l.heading(i) != next.heading(i) {
			return headingDest(i)
		}
	}
	names := make([]string, 0, len(next.Anchors))
	for name := range next.Anchors {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if l.Of(name) != next.Of(name) {
			return name
		}
	}
	return ""
}

// Finish writes the highest folio of the run of numbers that ends with the last page.
func (l *Labels) Finish() {
	for len(l.Last) < len(l.Pages) {
		l.Last = append(l.Last, l.Pages[len(l.Pages)-1])
	}
}
