package layout

import (
	"slices"
	"strconv"
	"strings"

	"konzept/report/barriers"
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/introspection"
	"konzept/report/page"
	"konzept/report/typeset"
)

// posterPage is one poster while it is laid out.
type posterPage struct {
	setting *setting
	poster  *doc.Poster
	page    *page.Page
	sect    *typeset.Section
	made    *assembler
	out     *diag.List
	sizes   []geom.Length        // largest text of each area
	count   introspection.Counts // of what the areas before have numbered
	layers  []barriers.Layer

	onGround bool // the area at hand is filled
}

// posters lays out each poster as a page of its own.
func (s *setting) posters(out *diag.List) *page.Document {
	d := s.common.doc
	pages := &page.Document{Title: d.Title, Subject: d.Subject, Author: d.Author, Lang: d.Lang, Palette: d.Palette, Root: s.common.root}
	a := &assembler{setting: s, made: pages, dests: map[string]bool{}}
	var count introspection.Counts
	for i := range d.Posters {
		p := &d.Posters[i]
		sh := &posterPage{setting: s, poster: p, page: &page.Page{Size: p.Size, Bleed: p.Bleed}, made: a, out: out, count: count}
		sh.sect = &typeset.Section{Base: s.common.root}
		sh.grounds()
		for k := range p.Areas {
			sh.area(&p.Areas[k])
		}
		sh.ranks()
		barriers.Covered(p.Name, sh.layers, out)
		sh.lead()
		pages.Pages = append(pages.Pages, sh.page)
		count = sh.count
	}
	slices.SortFunc(pages.Dests, func(x, y page.Dest) int { return strings.Compare(x.Name, y.Name) })
	a.boxes()
	pages.Tag()
	s.draft(pages, true)
	barriers.Contrast(pages, d, s.common.fonts, out)
	s.common.fonts.Report(out)
	return pages
}

// grounds draws the poster's own ground into the bleed.
func (s *posterPage) grounds() {
	if s.poster.HasGround {
		b := s.poster.Bleed
		s.paint(geom.Box{X: -b, Y: -b, W: s.poster.Size.W + 2*b, H: s.poster.Size.H + 2*b}, s.poster.Ground)
	}
}

func (s *posterPage) paint(box geom.Box, ink geom.Ink) {
	s.page.Items = append(s.page.Items, &page.Rect{Box: box, Ink: ink})
}

// area sets one area's ground and then its blocks at the largest size at which they fit.
func (s *posterPage) area(a *doc.Area) {
	first := len(s.page.Items)
	outer := a.Box.Inset(-a.Bleeds.Top, -a.Bleeds.Right, -a.Bleeds.Bottom, -a.Bleeds.Left)
	if a.Filled {
		s.paint(outer, a.Fill)
	}
	box := a.Box.Inset(a.Pad.Top, a.Pad.Right, a.Pad.Bottom, a.Pad.Left)
	blocks := a.Blocks
	filling := covering(blocks)
	if filling != nil {
		box = outer
		c := *filling
		c.Width, c.Height = box.W, box.H
		c.Caption, c.Credit = nil, nil // there is no room below a picture that fills its area; a template says them elsewhere
		blocks = []doc.Block{&c}
	}
	percent := 100
	s.onGround = a.Filled
	if filling == nil {
		percent = s.fit(a, blocks, box)
	}
	t := s.try(blocks, percent, box, s.sect)
	s.count = t.unit.builder.Set.Count
	s.out.Findings = append(s.out.Findings, t.unit.out.Findings...)
	s.place(a, t, box)
	spilled := s.overset(a, t, box, percent)
	if filling == nil {
		s.safe(a, t)
	}
	s.sizes = append(s.sizes, largest(t.set.Items))
	s.layers = append(s.layers, barriers.Layer{Area: a, Items: s.page.Items[first:len(s.page.Items):len(s.page.Items)], Back: filling != nil, Spilled: spilled})
}

// covering returns the one picture that fills an area and its bleed, or nil.
func covering(blocks []doc.Block) *doc.Picture {
	if len(blocks) != 1 {
		return nil
	}
	if p, ok := blocks[0].(*doc.Picture); ok && p.Cover && p.Width == 0 && p.Height == 0 {
		return p
	}
	return nil
}

// trial is an area's blocks at one size.
type trial struct {
	unit   *unit
	galley *galley.Galley
	set    galley.Box // placed
}

// try collects blocks at a percentage of their sizes. Elements made in vain hang on nothing: only placed items are tagged.
func (s *posterPage) try(blocks []doc.Block, percent int, box geom.Box, sect *typeset.Section) *trial {
	u := &unit{setting: s.setting, style: &doc.PageStyle{Size: geom.Size{W: max(box.W, geom.Pt), H: max(box.H, geom.Pt)}}}
	u.builder = u.newBuilder()
	u.builder.Restart(s.count, nil)
	u.builder.Set.Ground = s.onGround
	t := &trial{unit: u, galley: &galley.Galley{}}
	u.builder.Blocks(t.galley, typeset.Frame{Width: u.column(), Sect: sect}, doc.NewScale(percent).Blocks(blocks))
	t.galley.FlushPending()
	t.galley.NotesBelow(u.column())
	return t
}

// fit is the largest percentage between the area's bounds at which its blocks fit, or the smallest one if none does.
func (s *posterPage) fit(a *doc.Area, blocks []doc.Block, box geom.Box) int {
	low, high := a.Smallest, a.Largest
	if high <= 0 {
		high = 100
	}
	if low <= 0 || low > high {
		low = min(high, 100)
	}
	for low < high {
		middle := (low + high + 1) / 2
		if s.try(blocks, middle, box, &typeset.Section{Base: s.setting.common.root}).fits(box) {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return low
}

// fits tells whether a trial is no higher than its box and no line of it is wider.
func (t *trial) fits(box geom.Box) bool {
	return t.galley.Height() <= box.H && !slices.ContainsFunc(t.unit.out.Findings, func(f diag.Finding) bool { return f.Code == "overfull-line" || f.Code == "word-torn" })
}

// place puts the blocks into their box at the top, the middle or the bottom.
func (s *posterPage) place(a *doc.Area, t *trial, box geom.Box) {
	y := box.Y
	rest := max(box.H-t.galley.Height(), 0)
	switch {
	case a.Middle:
		y += rest / 2
	case a.Bottom:
		y += rest
	}
	t.galley.Place(&t.set, 0, len(t.galley.Boxes), box.X, y, box.H)
	s.page.Items = append(s.page.Items, t.set.Items...)
	s.page.Links = append(s.page.Links, t.set.Links...)
	if t.set.Extras != nil {
		for _, m := range t.set.Extras.Targets {
			s.made.dest(m.Anchor, len(s.made.made.Pages), max(m.Y, 0), m.Elem)
		}
	}
}

// overset adds a finding that says how many words stand below the area's end, and tells whether there was one.
func (s *posterPage) overset(a *doc.Area, t *trial, box geom.Box, percent int) bool {
	over := t.galley.Height() - box.H
	if over <= geom.Pt/10 {
		return false
	}
	words := 0
	for _, it := range t.set.Items {
		if r, ok := it.(*page.Text); ok && r.Y+r.Run.Size/5 > box.Bottom()+geom.Pt {
			words += len(strings.Fields(r.Run.Text))
		}
	}
	if words == 0 {
		s.out.Add("poster-overfull", a.At, s.poster.Name, a.Name, typeset.Millimetres(over))
		return true
	}
	at, _ := doc.Cause(a.Blocks, typeset.Templates)
	if !at.Known() {
		at = a.At
	}
	s.out.Add("poster-overset", at, s.poster.Name, a.Name, strconv.Itoa(words), strconv.Itoa(percent))
	return true
}

// safe adds a finding if something that is read stands closer to the trim than the sheet allows.
func (s *posterPage) safe(a *doc.Area, t *trial) {
	d := s.poster.Safe
	safe := geom.Box{W: s.poster.Size.W, H: s.poster.Size.H}.Inset(d, d, d, d)
	worst := geom.Length(0)
	for _, it := range t.set.Items {
		if it.Element() == nil {
			continue // grounds and rules
		}
		b := galley.Inked(it)
		worst = max(worst, safe.X-b.X, safe.Y-b.Y, b.Right()-safe.Right(), b.Bottom()-safe.Bottom())
	}
	if worst > geom.Pt/10 {
		s.out.Add("poster-unsafe", a.At, s.poster.Name, a.Name, typeset.Millimetres(worst), typeset.Millimetres(d))
	}
}

// largest is the size of the largest text among items.
func largest(items []page.Item) (size geom.Length) {
	for _, it := range items {
		if t, ok := it.(*page.Text); ok && strings.TrimSpace(t.Run.Text) != "" {
			size = max(size, t.Run.Size)
		}
	}
	return size
}

// ranks adds a finding for every area whose text is as large as that of an area that must stand out.
func (s *posterPage) ranks() {
	if len(s.poster.Largest) == 0 {
		return
	}
	least, name := geom.Length(0), ""
	for i := range s.poster.Areas {
		a := &s.poster.Areas[i]
		if slices.Contains(s.poster.Largest, a.Name) && s.sizes[i] > 0 && (name == "" || s.sizes[i] < least) {
			least, name = s.sizes[i], a.Name
		}
	}
	for i := range s.poster.Areas {
		a := &s.poster.Areas[i]
		if !slices.Contains(s.poster.Largest, a.Name) && s.sizes[i] >= least && s.sizes[i] > 0 {
			s.out.Add("poster-rank", a.At, s.poster.Name, a.Name, typeset.Points(s.sizes[i]), name, typeset.Points(least))
		}
	}
}

// lead lets the pictures that are painted before the title be read behind its area: they lie below the words that stand
// upon them, but who listens wants to know first what this is.
func (s *posterPage) lead() {
	first := slices.IndexFunc(s.page.Items, func(it page.Item) bool { return enclosing(it.Element(), "Figure") != nil })
	title := slices.IndexFunc(s.page.Items, func(it page.Item) bool { return enclosing(it.Element(), "H1") != nil })
	if first < 0 || title < first {
		return
	}
	heading := enclosing(s.page.Items[title].Element(), "H1")
	for _, it := range s.page.Items[first:title] {
		if e := enclosing(it.Element(), "Figure"); e != nil && e.Parent == s.sect.Base {
			e.Parent = heading.Parent
		}
	}
	var ahead []page.Item
	for i := range s.layers {
		if l := s.layers[i].Items; slices.Contains(l, s.page.Items[title]) {
			for _, it := range l {
				if e := it.Element(); e != nil {
					ahead = append(ahead, &page.Anchor{Elem: e})
				}
			}
		}
	}
	s.page.Items = slices.Insert(s.page.Items, first, ahead...)
}

// enclosing is the element of a kind that e is, or lies in, or nil.
func enclosing(e *page.Elem, kind string) *page.Elem {
	for e != nil && e.Type != kind {
		e = e.Parent
	}
	return e
}
