package layout

import (
	"strings"
	"testing"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/typeset"
)

// chaptered is a document of chapters of so many lines, each with a heading; all but the first may run on.
func chaptered(style *doc.PageStyle, counts ...int) *doc.Document {
	d := document(style)
	d.Chapters = nil
	for i, n := range counts {
		c := doc.Chapter{Page: style, Blocks: []doc.Block{&doc.Heading{Level: 1, Inlines: t("Kapitel"), Style: headStyle}, lines(n)}}
		if i > 0 {
			c.Start = doc.RunOn
		}
		d.Chapters = append(d.Chapters, c)
	}
	return d
}

// chaptersOn counts the chapters that begin on each page.
func chaptersOn(d *page.Document) (list []int) {
	for _, p := range d.Pages {
		list = append(list, strings.Count(spoken(p), "Kapitel"))
	}
	return list
}

func TestShortChaptersRunOn(t_ *testing.T) {
	style := small()
	most := int((style.Size.H - style.Top - style.Bottom) / bodyStyle.Leading)
	for _, c := range []struct {
		name   string
		counts []int
		want   int // pages
	}{
		{"two short ones", []int{1, 1}, 1},
		{"a full page before", []int{most - 3, 2}, 2},
		{"a long one below a short one", []int{1, 2 * most}, 3},
		{"a long one below a page that is more than half full", []int{most * 6 / 10, most}, 3},
	} {
		d := lay(t_, chaptered(style, c.counts...))
		if len(d.Pages) != c.want {
			t_.Errorf("%s: %d pages open %v chapters, want %d", c.name, len(d.Pages), chaptersOn(d), c.want)
		}
		total := 0
		for _, n := range chaptersOn(d) {
			total += n
		}
		if total != len(c.counts) {
			t_.Errorf("%s: %d of %d chapters", c.name, total, len(c.counts))
		}
	}
}

// Whatever the lengths, nothing stands below another's foot or above it, and every page holds something.
func TestChaptersThatRunOnDoNotMeet(t_ *testing.T) {
	style := small()
	for a := 1; a < 14; a++ {
		for b := 1; b < 14; b += 3 {
			d := lay(t_, chaptered(style, a, b, 2))
			for n, p := range d.Pages {
				last := geom.Length(0)
				for _, it := range p.Items {
					r, ok := it.(*page.Text)
					if !ok || r.Elem == nil {
						continue
					}
					if r.Y < last {
						t_.Errorf("%d, %d: page %d: %q stands above what comes before it", a, b, n+1, r.Run.Text)
					}
					if last = r.Y; r.Y > style.Size.H-style.Bottom+geom.Pt {
						t_.Errorf("%d, %d: page %d: %q stands below the text", a, b, n+1, r.Run.Text)
					}
				}
				if last == 0 {
					t_.Errorf("%d, %d: page %d is blank", a, b, n+1)
				}
			}
		}
	}
}

// TestLeadInsStay: a paragraph that ends with a colon and the beginning of what follows share a page.
func TestLeadInsStay(t_ *testing.T) {
	item := func(s string) doc.Item { return doc.Item{Blocks: []doc.Block{p(s)}} }
	for above := 1; above < 14; above++ {
		for name, next := range map[string]doc.Block{"list": &doc.List{Style: bodyStyle, Items: []doc.Item{item("erster Punkt"), item("zweiter"), item("dritter")}}, "table": plainTable(5)} {
			d := lay(t_, document(small(), []doc.Block{lines(above), p("Die Ziele sind:"), next}))
			for n, pg := range d.Pages[:len(d.Pages)-1] {
				if strings.HasSuffix(strings.TrimSpace(spoken(pg)), "sind:") {
					t_.Errorf("%d lines above: page %d ends with the lead-in of a %s", above, n+1, name)
				}
			}
		}
	}
}

// TestChainsDoNotTearGroups: kept groups whose last paragraph keeps with the next are parted between each other.
func TestChainsDoNotTearGroups(t_ *testing.T) {
	caption := *bodyStyle
	caption.Name, caption.KeepNext = "caption", true
	for _, inColumns := range []bool{false, true} {
		var list []doc.Block
		for range 40 {
			list = append(list, &doc.Group{Keep: true, Blocks: []doc.Block{p("Anfang"), p("Mitte"), &doc.Paragraph{Style: &caption, Inlines: t("Ende")}}})
		}
		if inColumns {
			list = []doc.Block{&doc.Columns{Count: 3, Gap: 6 * geom.Pt, Blocks: list}}
		}
		d := lay(t_, document(small(), append([]doc.Block{&doc.Heading{Level: 1, Inlines: t("Kette"), Style: headStyle}}, list...)))
		for n, pg := range d.Pages {
			said := spoken(pg)
			if a, e := strings.Count(said, "Anfang"), strings.Count(said, "Ende"); a != e || a == 0 {
				t_.Errorf("columns %v: page %d begins %d groups and ends %d", inColumns, n+1, a, e)
			}
		}
	}
}

// TestTitlesBreakBySense: no line of a title ends with a word that leans on the next, and lines are of one length.
func TestTitlesBreakBySense(t_ *testing.T) {
	style := *headStyle
	style.Size, style.Leading, style.Weight, style.Hyphenate = 20*geom.Pt, 24*geom.Pt, 700, false
	for _, title := range []string{"Klimaanpassungskonzept der Stadt Buchholz an der Lohe", "Hitze, Starkregen, Trockenheit – was wir bis 2032 tun",
		"Handlungsfeld A: Arbeit und Ausbildung", "Wege in den Beruf für alle im Quartier", "Report on the state of the town in numbers"} {
		for _, wide := range []geom.Length{260, 300, 340, 380} {
			ps := *small()
			ps.Size = geom.Size{W: wide*geom.Pt + ps.Inner + ps.Outer, H: 600 * geom.Pt}
			d := lay(t_, document(&ps, []doc.Block{&doc.Heading{Level: 1, Inlines: t(title), Style: &style}, p("Text")}))
			var said []string
			var at geom.Length
			for _, it := range d.Pages[0].Items {
				r, ok := it.(*page.Text)
				if !ok || r.Elem == nil || r.Elem.Type != "H1" {
					continue
				}
				if r.Y > at || len(said) == 0 {
					said, at = append(said, ""), r.Y
				}
				said[len(said)-1] += r.Run.Text
			}
			for i, line := range said {
				words := strings.Fields(line)
				if i < len(said)-1 && typeset.Leans(words[len(words)-1]) || len(said) > 1 && i == len(said)-1 && len(words) == 1 && len(words[0]) < 5 {
					t_.Errorf("%d pt: %q", wide, said)
				}
			}
		}
	}
}
