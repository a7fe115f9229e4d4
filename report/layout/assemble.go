package layout

import (
	"slices"
	"strings"

	"konzept/report/barriers"
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/typeset"
)

// assembler places the units' frames on pages, in order, and gathers what leads to them.
type assembler struct {
	*setting
	out     *diag.List
	made    *page.Document
	lines   map[lineKey]*runLine
	dests   map[string]bool
	legends map[*doc.PageStyle]bool
	tabs    []string
	chapter string
	section string
	onPage  fields

	unfinished []sharer // of the page at hand, which further units share
}

// sharer is a unit whose page n others share.
type sharer struct {
	unit *unit
	n    int
}

// assemble makes the pages. Each unit's galley is dropped as soon as it is placed.
func (s *setting) assemble(us []*unit, out *diag.List) *page.Document {
	a := &assembler{setting: s, out: out, lines: map[lineKey]*runLine{}, dests: map[string]bool{}, legends: map[*doc.PageStyle]bool{}}
	a.made = &page.Document{Title: s.common.doc.Title, Subject: s.common.doc.Subject, Author: s.common.doc.Author, Lang: s.common.doc.Lang,
		Palette: s.common.doc.Palette, Root: s.common.root}
	for _, u := range us {
		if u.style.Tab != "" && !slices.Contains(a.tabs, u.style.Tab) {
			a.tabs = append(a.tabs, u.style.Tab)
		}
	}
	for i, u := range us {
		for range blanks(len(a.made.Pages), u.start) {
			a.blank(u)
		}
		a.unit(u, i+1 < len(us) && us[i+1].offset > 0)
		for i == len(us)-1 && s.common.doc.Multiple > 1 && len(a.made.Pages)%s.common.doc.Multiple > 0 {
			a.blank(u)
		}
		*u = unit{}
	}
	slices.SortFunc(a.made.Dests, func(x, y page.Dest) int { return strings.Compare(x.Name, y.Name) })
	a.boxes()
	a.made.Tag()
	s.draft(a.made, false)
	barriers.Contrast(a.made, s.common.doc, s.common.fonts, out)
	return a.made
}

// blank adds a page that holds nothing at all.
func (a *assembler) blank(u *unit) *page.Page {
	p := &page.Page{Size: u.style.Size, Bleed: u.style.Bleed}
	if n := len(a.made.Pages); n < len(a.common.labels.Pages) {
		p.Label = a.common.labels.Pages[n]
	}
	a.made.Pages = append(a.made.Pages, p)
	return p
}

// unit places all frames of a unit. Where the next one begins on its last page, that page is finished by it.
func (a *assembler) unit(u *unit, shared bool) {
	per := columns(u.style)
	u.builder.Set.Quiet = true
	var q galley.NoteQueue
	for n := range u.pageCount() {
		frames := u.pages[min(n*per, len(u.pages)):min((n+1)*per, len(u.pages))]
		p := a.pageFor(u, n)
		if !slices.ContainsFunc(frames, func(s galley.Span) bool { return !s.Blank }) && len(u.pages) > 0 {
			continue
		}
		last := n == u.pageCount()-1
		a.page(u, p, n, frames, &q, last)
		if last && shared {
			whole := *u // u is emptied before the page is finished
			whole.builder.Set.Field = whole.field
			a.unfinished = append(a.unfinished, sharer{&whole, n})
		} else {
			a.finish(u, p, n)
		}
	}
}

// pageFor returns page n of a unit: a new one, or that on which the unit before it ends.
func (a *assembler) pageFor(u *unit, n int) *page.Page {
	if n == 0 && u.offset > 0 {
		return a.made.Pages[len(a.made.Pages)-1]
	}
	return a.blank(u)
}

// finish sets what stands at the foot and the edge of a page, below all that units have set on it.
func (a *assembler) finish(u *unit, p *page.Page, n int) {
	left := (len(a.made.Pages)-1)%2 == 1 && u.style.Facing
	x := u.style.Inner
	if left {
		x = u.style.Outer
	}
	first := sharer{u, n}
	if len(a.unfinished) > 0 {
		first = a.unfinished[0]
	}
	for _, s := range a.unfinished {
		a.tab(s.unit, p, left)
	}
	a.unfinished = nil
	a.legend(u, p, n, x)
	a.foot(first.unit, p, first.n, left)
	a.tab(u, p, left)
}

// page fills one page: head, content, footnotes, legend, foot.
func (a *assembler) page(u *unit, p *page.Page, n int, frames []galley.Span, q *galley.NoteQueue, last bool) {
	st := u.style
	number := len(a.made.Pages) - 1
	left := number%2 == 1 && st.Facing
	x := st.Inner
	if left {
		x = st.Outer
	}
	available, top := u.contentHeightAt(n), st.Top
	if n == 0 {
		top += u.offset
	}
	content := galley.Box{Items: make([]page.Item, 0, a.countItems(u, frames))}
	for i, sp := range frames {
		at := x + geom.Length(i)*(u.column()+st.Gap)
		h := u.galley.Place(&content, sp.From, sp.To, at, top, available-u.galley.FootArea(sp, q))
		if h > available && sp.From < sp.To {
			a.overflow(u, number, h-available)
		}
		notes := galley.Box{Extras: &galley.Extras{}}
		notes.Extras.Notes, content.Extend().Notes = content.Extras.Notes, nil
		q.Push(&notes)
		left := available - h
		if last && i == len(frames)-1 {
			left = max(left, q.Height()+galley.NoteGap)
		}
		q.Place(&content, at, u.column(), top+available, left)
	}
	if content.Extras != nil {
		galley.RunOver(content.Extras.Bleeds, st, top+available)
	}
	a.asides(u, &content, number, left)
	a.navigate(content.Extras, number)
	if top == st.Top {
		a.head(u, p, n, number, left)
	}
	p.Items = append(p.Items, content.Items...)
	p.Links = append(p.Links, content.Links...)
}

func (a *assembler) countItems(u *unit, frames []galley.Span) int {
	n := 8
	for _, sp := range frames {
		n += u.galley.Count(sp.From, sp.To)
	}
	return n + n/8
}

// overflow is a finding about a box that no page can hold.
func (a *assembler) overflow(u *unit, number int, over geom.Length) {
	if over < geom.Pt {
		return
	}
	f := a.out.Add("page-overfull", diag.Span{}, a.common.labels.Pages[number], typeset.Millimetres(over), a.common.doc.Title)
	f.Page = number + 1
}

// navigate enters a page's marks: destinations, bookmarks, and what running heads say from here on.
func (a *assembler) navigate(m *galley.Extras, number int) {
	if m == nil {
		return
	}
	for _, k := range m.Targets {
		y := max(k.Y, 0)
		if h := k.Heading; h != nil && h.Index < len(a.common.index.Headings) {
			dest := a.common.index.Headings[h.Index].Dest
			a.dest(dest, number, y, k.Elem)
			if !h.Block.Unlisted {
				a.made.Outline = append(a.made.Outline, page.Bookmark{Title: h.Title, Level: h.Level, Page: number, Y: y, Elem: h.Elem})
			}
		}
		a.dest(k.Anchor, number, y, k.Elem)
	}
	a.enter(m.Targets)
}

func (a *assembler) dest(name string, number int, y geom.Length, e *page.Elem) {
	if name == "" || a.dests[name] {
		return
	}
	a.dests[name] = true
	a.made.Dests = append(a.made.Dests, page.Dest{Name: name, Page: number, Y: y, Elem: e})
}

// enter keeps the running texts of a page: the first heading of a level on it, else the last before it.
func (a *assembler) enter(targets []galley.Target) {
	var chapter, section bool
	a.onPage = fields{chapter: a.chapter, section: a.section}
	for _, m := range targets {
		h := m.Heading
		switch {
		case h == nil:
		case h.Level == 1:
			a.chapter, a.section = h.Running, ""
			if !chapter {
				a.onPage.chapter, chapter = h.Running, true
				if !section {
					a.onPage.section = ""
				}
			}
		case h.Level == 2:
			a.section = h.Running
			if !section {
				a.onPage.section, section = h.Running, true
			}
		}
	}
}

// head and foot set the running lines of a page.
func (a *assembler) head(u *unit, p *page.Page, n, number int, left bool) {
	u.fields = a.onPage
	u.fields.page, u.fields.pages = a.common.labels.Pages[number], a.common.labels.Last[number]
	if u.fields.section == "" {
		u.fields.section = u.fields.chapter
	}
	st := u.style
	if n > 0 || st.Head.FirstPage {
		y := st.HeadAt
		if y <= 0 {
			y = st.Top / 2
		}
		p.Items = append(p.Items, a.running(u, runningLine{&st.Head, y, page.HeaderArtifact, st.HeadRule}, p, left)...)
	}
}

func (a *assembler) foot(u *unit, p *page.Page, n int, left bool) {
	st := u.style
	if n > 0 || st.Foot.FirstPage {
		y := st.FootAt
		if y <= 0 {
			y = st.Bottom / 2
		}
		p.Items = append(p.Items, a.running(u, runningLine{&st.Foot, st.Size.H - y, page.FooterArtifact, st.FootRule}, p, left)...)
	}
}

// legend sets the legend above the foot. The first of a document is content, the others repeat it.
func (a *assembler) legend(u *unit, p *page.Page, n int, x geom.Length) {
	if !u.legendOn(n) {
		return
	}
	y := u.style.Size.H - u.style.Bottom - u.legend.Height
	if u.legendCopy == nil {
		for _, it := range u.legend.Items {
			if c := galley.Bare(it); c != nil {
				u.legendCopy = append(u.legendCopy, c)
			}
		}
	}
	if a.legends[u.style] {
		p.Items = galley.Artifact(p.Items, page.PaginationArtifact, u.legendCopy, x, y)
		return
	}
	a.legends[u.style] = true
	dst := galley.Box{}
	u.legend.Move(&dst, x, y)
	p.Items = append(p.Items, dst.Items...)
	p.Links = append(p.Links, dst.Links...)
}

// boxes writes the bounding boxes of figures, which ISO 14289-1 asks for, now that they have their places.
func (a *assembler) boxes() {
	for n, p := range a.made.Pages {
		for _, it := range p.Items {
			e := it.Element()
			if e == nil || e.Type != "Figure" {
				continue
			}
			box, m := galley.Bounds(it), e.Detail()
			if !m.HasBBox {
				m.BBox, m.HasBBox, m.BBoxPage = box, true, n
			} else if m.BBoxPage == n {
				m.BBox = galley.Union(m.BBox, box)
			}
		}
	}
}
