package report

import (
	"fmt"
	"strconv"
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/finish"
	"konzept/report/geom"
	"konzept/report/model"
	"konzept/report/page"
	"konzept/report/text"
)

// shopOf is the print shop of a job, and whether its paper is the one that the shop's profile is for.
func (b *build) shopOf(j *job) *shop {
	name := j.shop
	if name == "" {
		name = defaultShop
	}
	at := j.place("paper", "shop", "target")
	s := b.shop(name, at)
	if s != nil && j.paper != "" && j.paper != s.paper {
		b.res.Findings.Add("paper-mismatch", at, j.target, j.paper, s.id, s.paper)
	}
	return s
}

// widen gives a document the shop's bleed before it is laid out: what runs into the bleed then runs far enough. The
// trimmed page stays as it is.
func (s *shop) widen(d *doc.Document) {
	for i := range d.Chapters {
		if p := d.Chapters[i].Page; p != nil {
			p.Bleed = s.bleed
		}
	}
	for i := range d.Posters {
		p := &d.Posters[i]
		more := s.bleed - p.Bleed
		for k := range p.Areas {
			e := &p.Areas[k].Bleeds
			for _, side := range [4]*geom.Length{&e.Top, &e.Right, &e.Bottom, &e.Left} {
				if *side > 0 {
					*side += more
				}
			}
		}
		p.Bleed = s.bleed
	}
}

// press gives the print edition what the shop wants, and looks through the pages for what it cannot print.
func (b *build) press(t *task, pages *page.Document, e *page.Edition, date model.Date) pressFacts {
	s := t.shop
	e.Marks = s.marks || s.slug || s.bars
	e.Press = &page.Press{Standard: s.standard, Separation: s.separation(), Rich: s.rich, RichFrom: s.richFrom, Bars: s.bars}
	facts := b.look(t, pages, e.Press)
	e.Press.Spots = facts.spots // a plate that carries nothing but marks would cost as much as any
	if s.slug {
		e.Press.Slug, e.Press.Plates = b.slugs(t, pages, date), b.plates(t, facts.spots)
	}
	return facts
}

// printing is the condition that a file for the shop is separated for.
func (s *shop) printing() *finish.Intent {
	return &finish.Intent{Condition: s.condition, Info: s.profile.Name, Profile: s.profile.Data}
}

// slugSize is the type of what stands outside the bleed, where there is room for it.
const slugSize = 6*geom.Pt + geom.Pt/2

// slugs say what each sheet is: job, trim, state, page.
func (b *build) slugs(t *task, pages *page.Document, date model.Date) (all [][]text.Run) {
	faces, l := b.slugFaces(t), b.set.Words(t.lang, b.res.Report)
	for i, p := range pages.Pages {
		words := strings.Join(nonEmpty([]string{t.stem, millimetres(p.Size), l["stand"] + " " + date.String(), b.state(),
			fmt.Sprintf("%s %d/%d", l["page"], i+1, len(pages.Pages))}), " · ")
		font := &text.Font{Faces: faces, Size: slugSize, Lang: t.lang}
		if w, room := text.Width(words, font), page.SlugRoom(p.Size.W); w > room {
			font.Size = slugSize.Mul(int64(room), int64(w))
		}
		all = append(all, text.Shape(words, font))
	}
	return all
}

// slugFaces are those of the design's running text.
func (b *build) slugFaces(t *task) []*text.Face {
	var none diag.List // documents report what is wrong with a design
	return b.fonts.Resolve(b.set.Design(t.compJob, &none).Fonts["body"], 400, false)
}

// plates are the names of the printing plates.
func (b *build) plates(t *task, spots []geom.Spot) (all [][]text.Run) {
	names := []string{"Cyan", "Magenta", "Yellow", "Black"}
	for _, s := range spots {
		names = append(names, s.Name)
	}
	font := &text.Font{Faces: b.slugFaces(t), Size: slugSize, Lang: t.lang}
	for _, n := range names {
		all = append(all, text.Shape(n, font))
	}
	return all
}

func nonEmpty(list []string) (some []string) {
	for _, s := range list {
		if s != "" {
			some = append(some, s)
		}
	}
	return some
}

// millimetres is a size as printers write it.
func millimetres(s geom.Size) string {
	return decimal(s.W) + " × " + decimal(s.H) + " mm"
}

// decimal is a length in millimetres with at most one decimal.
func decimal(l geom.Length) string {
	tenths := int64((l*10 + geom.MM/2) / geom.MM)
	if tenths%10 == 0 {
		return strconv.FormatInt(tenths/10, 10)
	}
	return strconv.FormatInt(tenths/10, 10) + "," + strconv.FormatInt(tenths%10, 10)
}

// formats are sizes with names (ISO 216), upright.
var formats = []struct {
	name string
	size geom.Size
}{
	{"A0", geom.Size{W: 841 * geom.MM, H: 1189 * geom.MM}}, {"A1", geom.Size{W: 594 * geom.MM, H: 841 * geom.MM}},
	{"A2", geom.Size{W: 420 * geom.MM, H: 594 * geom.MM}}, {"A3", geom.Size{W: 297 * geom.MM, H: 420 * geom.MM}},
	{"A4", geom.Size{W: 210 * geom.MM, H: 297 * geom.MM}}, {"A5", geom.Size{W: 148 * geom.MM, H: 210 * geom.MM}},
	{"A6", geom.Size{W: 105 * geom.MM, H: 148 * geom.MM}}, {"DL", geom.Size{W: 99 * geom.MM, H: 210 * geom.MM}},
}

// formatName names a size: A4, A4-quer, 120x120mm.
func formatName(s geom.Size) string {
	for _, f := range formats {
		if s == f.size {
			return f.name
		}
		if s.W == f.size.H && s.H == f.size.W {
			return f.name + "-quer"
		}
	}
	return decimal(s.W) + "x" + decimal(s.H) + "mm"
}

// fileName is the print file's name as the shop wants it, without edition and extension: order, format, state.
func (s *shop) fileName(t *task, pages *page.Document, date model.Date, state string) string {
	format := t.format
	if format == "" {
		format = formatName(pages.Pages[0].Size)
	}
	pattern := s.file
	if pattern == "" {
		pattern = "{job}"
	}
	return fileName(strings.NewReplacer("{job}", t.stem, "{format}", format, "{date}", date.String(), "{state}", state, "{shop}", s.id).Replace(pattern))
}

// state is the project's: draft, resolution, print.
func (b *build) state() string {
	if p := b.res.Report.Single("project"); p != nil {
		return word(p, "state")
	}
	return ""
}
