package layout

import (
	"slices"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/flow"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
	"konzept/report/typeset"
)

// fields are what running heads and feet may say about their page.
type fields struct{ page, pages, section, chapter string }

// field is the value of a field on the page at hand.
func (u *unit) field(name string) string {
	switch name {
	case "page":
		return u.fields.page
	case "pages":
		return u.fields.pages
	case "section":
		return u.fields.section
	case "chapter":
		return u.fields.chapter
	}
	return ""
}

// runningLine is the head or the foot of a page.
type runningLine struct {
	*doc.Running
	y    geom.Length // of its baseline
	kind page.Artifact
	rule bool // between it and the text
}

// running sets one line at a page's head or foot as an artifact, but for what is to be heard on every page.
func (a *assembler) running(u *unit, r runningLine, pg *page.Page, left bool) []page.Item {
	y, kind := r.y, r.kind
	p := u.style
	b := u.builder
	b.Set.Quiet = true
	s := b.Set.Styles.Labelled(b.Set.Styles.Styled(r.Style))
	parts, inner := [3][]doc.Inline{r.Inner, r.Centre, r.Outer}, 0
	x, width := p.Inner, max(p.Size.W-p.Inner-p.Outer, geom.Pt)
	if left {
		parts[0], parts[2], inner = parts[2], parts[0], 2
		x = p.Outer
	}
	var of, heard []page.Item
	if r.rule {
		at := y + s.Size/2
		if kind == page.FooterArtifact {
			at = y - s.Size*5/4
		}
		of = append(of, &page.Rect{Box: geom.Box{X: x, Y: at, W: width, H: geom.Pt / 2}, Ink: s.Ink})
	}
	var wide [3]geom.Length
	for i := range parts {
		wide[i] = a.set(b, parts[i], s, 1<<40).width()
	}
	share := shares(wide, width, s.Size)
	for i := range parts {
		l := a.set(b, parts[i], s, max(share[i], s.Size))
		at := x
		switch i {
		case 1:
			at += (width - l.width()) / 2
		case 2:
			at += width - l.width()
		}
		if i == inner && r.Heard != "" {
			heard = announced(l.draw(nil, at, y), r.Heard, a.container(pg))
		} else {
			of = l.draw(of, at, y)
		}
	}
	if len(of) > 0 {
		heard = append(heard, &page.Running{Kind: kind, Of: of})
	}
	return heard
}

// announced makes a part of a running line a paragraph that says its words once, whatever else the line shows.
func announced(items []page.Item, words string, parent *page.Elem) []page.Item {
	e := &page.Elem{Type: "P", Parent: parent}
	e.Detail().Actual = words
	for _, it := range items {
		it.(*page.Text).Elem = e
	}
	return items
}

// container is the section in which a page's content ends: what a foot says is heard behind that content.
func (a *assembler) container(p *page.Page) *page.Elem {
	for i := len(p.Items) - 1; i >= 0; i-- {
		for e := p.Items[i].Element(); e != nil; e = e.Parent {
			if slices.Contains([]string{"Document", "Part", "Sect"}, e.Type) {
				return e
			}
		}
	}
	return a.common.root
}

// shares are what the inner, centre and outer part of a running line may take, so that none runs into another. A part that
// needs less than its share leaves the rest to the one across.
func shares(wide [3]geom.Length, width, gap geom.Length) [3]geom.Length {
	if wide[1] > 0 {
		centre := width
		if wide[0]+wide[2] > 0 {
			centre = min(wide[1], width/3)
		}
		side := (width-centre)/2 - gap
		return [3]geom.Length{side, centre, side}
	}
	half := (width - gap) / 2
	inner := min(wide[0], max(half, width-gap-wide[2]))
	return [3]geom.Length{inner, 0, width - gap - min(inner, wide[0])}
}

// runLine is one line of a running head: its pieces and their inks.
type runLine struct {
	line text.Line
	inks []geom.Ink
	tail []text.Run // ellipsis of what has no room
}

func (l *runLine) width() geom.Length {
	w := l.line.Width
	for i := range l.tail {
		w += l.tail[i].Width()
	}
	return w
}

func (l *runLine) draw(of []page.Item, x, y geom.Length) []page.Item {
	for i := range l.line.Pieces {
		p := &l.line.Pieces[i]
		if len(p.Run.Glyphs) > 0 {
			of = append(of, &page.Text{X: x + p.X, Y: y, Run: p.Run, Ink: l.inks[p.Span]})
		}
	}
	at := x + l.line.Width
	for i := range l.tail {
		of = append(of, &page.Text{X: at, Y: y, Run: l.tail[i], Ink: l.inks[0]})
		at += l.tail[i].Width()
	}
	return of
}

// lineKey finds a line set before: hundreds of pages say the same.
type lineKey struct {
	style *doc.Style
	first doc.Inline
	text  string
	width geom.Length
}

// set breaks a part of a running line at a width and takes its first line; what has no room gives way to an ellipsis.
func (a *assembler) set(b *flow.Builder, list []doc.Inline, s *doc.Style, width geom.Length) *runLine {
	if len(list) == 0 {
		return &runLine{}
	}
	in := b.Set.Borrow()
	defer b.Set.GiveBack(in)
	b.Set.Spans(in, list, s, nil, nil)
	said := ""
	for i := range in.Spans {
		said += in.Spans[i].Text
	}
	key := lineKey{s, list[0], said, width}
	if l := a.lines[key]; l != nil {
		return l
	}
	typeset.Unprinted(a.out, text.MissingGlyphs(in.Spans), func(*text.Missing) diag.Span { return typeset.PlaceOf(list) })
	l := &runLine{}
	if lines := text.Break(in.Spans, b.Set.Styles.Breaking(s, width)); len(lines) > 0 {
		l.line = lines[0]
		for i := range in.Meta {
			l.inks = append(l.inks, in.Meta[i].Ink)
		}
		if len(lines) > 1 {
			l.tail = text.Shape("\u00a0…", b.Set.Styles.Font(s, &doc.CharStyle{}, ""))
		}
	}
	a.lines[key] = l
	return l
}
