package press

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"konzept/report/colour"
	"konzept/report/geom"
	"konzept/report/page"
)

// File is a finished print file.
type File struct {
	Name, SHA256 string
	Drawn        *page.Drawn
}

// DataSheet are the values of the page that goes to the shop beside a print file: what the file promises, and its hash. words
// are the labels of the language.
func (s *Shop) DataSheet(file File, pages *page.Document, f Facts, lang string, words map[string]string) map[string]string {
	var names []string
	for _, p := range f.spots {
		names = append(names, p.Name)
	}
	args := map[string]string{
		"job": pages.Title, "file": file.Name, "sha256": file.SHA256[:32] + " " + file.SHA256[32:], "shop": s.title(lang) + " (" + s.ID + ")", "standard": s.standard.Version(),
		"trim": trims(pages, lang), "bleed": decimal(s.Bleed) + " mm", "pages": strconv.Itoa(len(pages.Pages)), "spots": strings.Join(names, ", "),
		"condition": s.Condition + " · " + s.Profile.Name, "paper": words["paper-"+s.Paper], "ink": percent(f.ink), "inklimit": percent(s.ink),
		"picture": f.picture, "fonts": strings.Join(faces(file.Drawn), ", "),
	}
	if s.printerMarks {
		args["marks"] = "yes"
	}
	if colour.Overprints(s.ink) {
		args["overprints"] = "yes"
	}
	if s.rich != [4]uint8{} {
		args["rich"] = fmt.Sprintf("C %d M %d Y %d K %d", s.rich[0], s.rich[1], s.rich[2], s.rich[3])
	}
	if f.picture != "" {
		args["ppi"], args["ppilimit"] = strconv.Itoa(f.ppi)+" ppi", strconv.Itoa(s.least(pages.Pages[0].Size))+" ppi"
	}
	return args
}

// percent with the narrow space of German and good English composition alike.
func percent(n int) string { return strconv.Itoa(n) + "\u202f%" }

// trims are the sizes of the pages with the number of each, in the order in which they come.
func trims(d *page.Document, lang string) string {
	var sizes []geom.Size
	count := map[geom.Size]int{}
	for _, p := range d.Pages {
		if count[p.Size] == 0 {
			sizes = append(sizes, p.Size)
		}
		count[p.Size]++
	}
	var parts []string
	for _, s := range sizes {
		part := formatName(s, lang) + " · " + millimetres(s)
		if len(sizes) > 1 {
			part = strconv.Itoa(count[s]) + " × " + part
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "; ")
}

// faces are the typefaces of a file, sorted.
func faces(d *page.Drawn) (names []string) {
	for i := range d.Fonts {
		names = append(names, d.Fonts[i].PostScript)
	}
	slices.Sort(names)
	return slices.Compact(names)
}
