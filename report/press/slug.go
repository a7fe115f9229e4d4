package press

import (
	"fmt"
	"strings"

	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/text"
)

// Slug is what stands beside each sheet, outside the bleed.
type Slug struct {
	Job, Date, State string
	Words            map[string]string // the labels of the language
	Lang             string
	Faces            []*text.Face
}

// slugSize is the type of a slug, where there is room for it.
const slugSize = 6*geom.Pt + geom.Pt/2

// Write gives each sheet its slug: job, trim, state, page, and the names of its plates.
func (s *Slug) Write(pages *page.Document, press *page.Press) {
	for i, p := range pages.Pages {
		words := strings.Join(nonEmpty([]string{s.Job, millimetres(p.Size), s.Words["stand"] + " " + s.Date, s.State,
			fmt.Sprintf("%s %d/%d", s.Words["page"], i+1, len(pages.Pages))}), " · ")
		font := s.font()
		if w, available := text.Width(words, font), page.MaxSlugWidth(p.Size.W); w > available {
			font.Size = slugSize.Mul(int64(available), int64(w))
		}
		press.Slug = append(press.Slug, text.Shape(words, font))
	}
	plates := []string{"Cyan", "Magenta", "Yellow", "Black"}
	for _, spot := range press.Spots {
		plates = append(plates, spot.Name)
	}
	for _, name := range plates {
		press.Plates = append(press.Plates, text.Shape(name, s.font()))
	}
}

func (s *Slug) font() *text.Font { return &text.Font{Faces: s.Faces, Size: slugSize, Lang: s.Lang} }

func nonEmpty(list []string) (some []string) {
	for _, s := range list {
		if s != "" {
			some = append(some, s)
		}
	}
	return some
}
