package press

import (
	"slices"
	"strconv"
	"strings"

	"konzept/report/colour"
	"konzept/report/diag"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/svg"
)

// Job is one print file.
type Job struct {
	Name    string                      // without extension, as findings call it
	At      diag.Span                   // where the project orders it
	Picture func(file string) diag.Span // where the data name a picture
	Extract bool                        // only some pages of a document: their number says nothing
}

// Facts are what a print file turned out to hold.
type Facts struct {
	ppi     int         // of the coarsest picture; 0: there is none
	picture string      // its file
	ink     int         // the highest total of inks of a colour or a picture, in percent
	spots   []geom.Spot // with plates of their own
}

// preflight looks through laid-out pages for what a print shop cannot print well.
type preflight struct {
	*Shop
	job     Job
	press   *page.Press
	palette geom.Palette
	out     *diag.List
	facts   Facts
	small   [2]*smallType
	page    *page.Page
	areas   []area // of the page, from below
	number  int
	said    map[string]bool
	used    map[geom.Ink]bool
}

// Prepare says how pages are printed for the shop and what they hold, and finds what it cannot print well; each thing once,
// at the first page that shows it.
func (s *Shop) Prepare(pages *page.Document, job Job, out *diag.List) (*page.Press, Facts) {
	press := &page.Press{Standard: s.standard, Separation: s.separation(), Rich: s.rich, RichFrom: s.richFrom, Bars: s.bars}
	f := &preflight{Shop: s, job: job, press: press, palette: pages.Palette, out: out, said: map[string]bool{}, used: map[geom.Ink]bool{}}
	for i, p := range pages.Pages {
		f.page, f.number, f.areas = p, i+1, f.areas[:0]
		f.items(p.Items)
	}
	f.types()
	f.colours()
	if n := len(pages.Pages); n > 2 && n%s.pages != 0 && !job.Extract {
		f.find("press-pages", "", "", job.Name, strconv.Itoa(n), s.ID, strconv.Itoa(s.pages)).Page = 0
	}
	press.Spots = f.facts.spots // a plate that carries nothing but marks would cost as much as any
	return press, f.facts
}

// find adds a finding unless one with the same key was said; a finding that nobody gets stands in for it.
func (f *preflight) find(code diag.Code, key, file string, args ...string) *diag.Finding {
	if key = string(code) + key; f.said[key] {
		return &diag.Finding{}
	}
	f.said[key] = true
	at := f.job.At
	if file != "" {
		at = f.job.Picture(file)
	}
	x := f.out.Add(code, at, args...)
	x.Page = f.number
	return x
}

func (f *preflight) items(list []page.Item) {
	for _, it := range list {
		switch it := it.(type) {
		case *page.Text:
			f.text(it)
		case *page.Rect:
			f.used[it.Ink] = true
			f.line(min(it.Box.W, it.Box.H), it.Ink)
			f.bleed(it.Box, it.Ink)
			f.over(it.Box, it.Ink)
			f.lay(it.Box, it.Box, it.Ink)
		case *page.Shape:
			f.shape(it)
		case *page.Picture:
			f.picture(it)
		case *page.Running:
			f.items(it.Of)
		}
	}
}

// lightest total of inks, in percent, that is type or a line reversed out of what lies around it.
const reversedInk = 20

// reversed is 1 for an ink that leaves the paper free, else 0: the index of a shop's limits.
func (f *preflight) reversed(i geom.Ink) int {
	c := f.colour(i)
	if total(c.CMYK) <= reversedInk && c.Spot == "" {
		return 1
	}
	return 0
}

func (f *preflight) colour(i geom.Ink) *geom.Colour {
	if int(i) < len(f.palette) {
		return &f.palette[i]
	}
	return &geom.Colour{CMYK: [4]uint8{0, 0, 0, 100}}
}

func total(cmyk [4]uint8) int { return int(cmyk[0]) + int(cmyk[1]) + int(cmyk[2]) + int(cmyk[3]) }

func (f *preflight) text(t *page.Text) {
	f.used[t.Ink] = true
	f.over(extent(t), t.Ink)
	kind := f.reversed(t.Ink)
	if t.Run.Size >= f.smallest[kind] || strings.TrimSpace(t.Run.Text) == "" || t.Elem.NoteNumber() { // the text beside it is judged
		return
	}
	if s := f.small[kind]; s == nil || t.Run.Size < s.size {
		f.small[kind] = &smallType{t.Run.Size, strings.TrimSpace(t.Run.Text), f.number}
	}
}

// smallType is the smallest type of a file, or of what is reversed out in it.
type smallType struct {
	size geom.Length
	text string
	page int
}

func (f *preflight) types() {
	for kind, s := range f.small {
		if s != nil {
			f.number = s.page
			f.find("press-type", strconv.Itoa(kind), "", f.job.Name, s.text, points(s.size), f.ID, points(f.smallest[kind]))
		}
	}
}

func (f *preflight) shape(s *page.Shape) {
	if s.Filled {
		f.used[s.Fill] = true
		f.bleed(s.Path.Bounds(), s.Fill)
		f.over(s.Path.Bounds(), s.Fill)
		f.lay(s.Path.Bounds(), s.Path.Solid(), s.Fill)
	}
	if s.Weight > 0 {
		f.used[s.Line] = true
		f.line(s.Weight, s.Line)
		if !s.Filled {
			f.over(s.Path.Bounds(), s.Line)
		}
	}
}

// line judges a line's weight, or an area so thin that it is one.
func (f *preflight) line(weight geom.Length, ink geom.Ink) {
	least := f.thinnest[f.reversed(ink)]
	if weight > 0 && weight < least-geom.Pt/200 {
		f.find("press-hairline", strconv.Itoa(f.reversed(ink)), "", f.job.Name, points(weight), f.ID, points(least))
	}
}

// Areas that come as near to the trim as this are meant to reach it.
const atTrim = geom.MM / 5

// bleed finds areas that end at the trim.
func (f *preflight) bleed(b geom.Box, ink geom.Ink) {
	if f.Bleed <= 0 || total(f.colour(ink).CMYK) == 0 || b.W <= 0 || b.H <= 0 {
		return
	}
	near := func(inside geom.Length) bool { return inside <= atTrim && inside > -f.Bleed+atTrim }
	if near(b.X) || near(b.Y) || near(f.page.Size.W-b.Right()) || near(f.page.Size.H-b.Bottom()) {
		f.find("press-bleed", "", "", f.job.Name, decimal(f.Bleed)+" mm")
	}
}

func (f *preflight) picture(it *page.Picture) {
	p := it.Picture
	if p == nil || it.Box.W <= 0 || it.Box.H <= 0 {
		return
	}
	if v := p.Vector; v != nil {
		f.vector(it, v)
		return
	}
	f.resolution(it)
	f.bleed(it.Box, 0)
	if p.Alpha != nil && !f.standard.Transparent() {
		f.find("press-transparency", p.Name, p.Name, f.job.Name, p.Name, f.standard.Version())
		p = p.OnPaper()
	}
	if p.Gray || f.inks == nil {
		f.facts.ink = max(f.facts.ink, 100)
		f.areas = append(f.areas, area{it.Box, 0})
		return
	}
	if inks := p.Inks(f.inks); inks != nil {
		f.facts.ink = max(f.facts.ink, inks.Most)
		f.areas = append(f.areas, area{it.Box, min(inks.Most, colour.Coloured(f.ink))})
	} else {
		f.find("press-rgb", p.Name, p.Name, f.job.Name, p.Name)
	}
}

// resolution is a picture's at its size, the worse of its sides.
func (f *preflight) resolution(it *page.Picture) {
	w, h := int64(it.Picture.Width), int64(it.Picture.Height)
	if c := it.Crop; c[0] < c[2] && c[1] < c[3] {
		w, h = w*int64(c[2]-c[0])/10000, h*int64(c[3]-c[1])/10000
	}
	ppi := int(min(w*int64(geom.In)/int64(it.Box.W), h*int64(geom.In)/int64(it.Box.H)))
	if f.facts.picture == "" || ppi < f.facts.ppi {
		f.facts.ppi, f.facts.picture = ppi, it.Picture.Name
	}
	if least := f.least(f.page.Size); ppi < least {
		f.find("press-ppi", it.Picture.Name, it.Picture.Name, f.job.Name, it.Picture.Name, strconv.Itoa(ppi), f.ID, strconv.Itoa(least))
	}
}

// least is the resolution that the shop wants of pictures on a sheet, in ppi.
func (s *Shop) least(sheet geom.Size) int {
	if max(sheet.W, sheet.H) > s.large {
		return s.largePPI
	}
	return s.ppi
}

// vector judges the lines of a drawing at its size, and what lets through what lies below it.
func (f *preflight) vector(it *page.Picture, v *svg.Drawing) {
	for i := range v.Paths {
		s := &v.Paths[i]
		if (s.Clear > 0 || s.ClearLine > 0) && !f.standard.Transparent() {
			f.find("press-transparency", it.Picture.Name, it.Picture.Name, f.job.Name, it.Picture.Name, f.standard.Version())
		}
		if s.Weight <= 0 || v.Size.W <= 0 {
			continue
		}
		weight := s.Weight.Mul(int64(it.Box.W), int64(v.Size.W))
		if least := f.thinnest[0]; weight < least {
			f.find("press-hairline", it.Picture.Name, it.Picture.Name, f.job.Name, points(weight), f.ID, points(least))
		}
	}
}

// colours judges the inks that the pages use, against the ink limit.
func (f *preflight) colours() {
	f.number = 0
	spots := f.palette.Spots()
	for i := range f.palette {
		if !f.used[geom.Ink(i)] {
			continue
		}
		c := &f.palette[i]
		name, _ := c.SpotTint()
		if name != "" && f.keepSpots {
			n := slices.IndexFunc(spots, func(s geom.Spot) bool { return s.Name == name })
			if !slices.Contains(f.facts.spots, spots[n]) {
				f.facts.spots = append(f.facts.spots, spots[n])
			}
			continue
		}
		have := total(c.CMYK)
		if have > f.ink {
			f.find("press-ink", c.Name, "", f.job.Name, c.Name, strconv.Itoa(have), f.ID, strconv.Itoa(f.ink))
		}
		f.facts.ink = max(f.facts.ink, min(have, f.ink))
	}
}

// points is a size of type or a line's weight.
func points(l geom.Length) string {
	return strings.Replace(strconv.FormatFloat(float64(l.Milli())/1000, 'f', -1, 64), ".", ",", 1) + " pt"
}
