package report

import (
	"fmt"
	"strconv"
	"strings"

	"konzept/report/finish"
	"konzept/report/geom"
	"konzept/report/layout"
	"konzept/report/model"
	"konzept/report/page"
	"konzept/report/paint"
	"konzept/report/picture"
)

// pressSheet is the template of the page that says what a print file is.
const pressSheet = "shops/sheet.md"

// sheetName begins the file names of print data sheets, so that they do not pass for print files.
const sheetName = "Druckdatenblatt_"

// sheet makes the page that goes to the print shop beside a print file: what the file promises, and its hash.
func (b *build) sheet(t *task, file Output, pages *page.Document, facts pressFacts, date model.Date) error {
	cj := t.compJob
	cj.Template, cj.Record, cj.Args = pressSheet, 0, b.sheetArgs(t, file, pages, facts)
	d := b.set.Document(cj, &t.out)
	if d == nil {
		return nil
	}
	made := layout.Pages(d, b.fonts, b.setting(), &t.out)
	if made == nil || t.out.Errors(b.Strict) {
		return nil
	}
	e := editions["screen"]
	drawn, err := paint.PDF(made, e)
	if err != nil {
		return err
	}
	data, faults, err := finish.PDF(made, drawn, e, finish.Meta{Creator: "konzept", Producer: "konzept " + b.Version, Created: midnight(date)})
	if err != nil {
		return err
	}
	name := sheetName + strings.TrimSuffix(file.File, suffixes["print"]+".pdf") + ".pdf"
	if len(faults) > 0 {
		withdrawn(&t.out, name, faults)
	}
	t.outputs = append(t.outputs, Output{Target: t.job.target, Edition: "sheet", Lang: t.lang, File: name, Pages: len(made.Pages), Data: data})
	return nil
}

// sheetArgs are the values of the sheet's template.
func (b *build) sheetArgs(t *task, file Output, pages *page.Document, f pressFacts) map[string]string {
	s, l := t.shop, b.set.Words(t.lang, b.res.Report)
	var names []string
	for _, p := range f.spots {
		names = append(names, p.Name)
	}
	args := map[string]string{
		"job": pages.Title, "file": file.File, "sha256": file.SHA256()[:32] + " " + file.SHA256()[32:], "shop": s.title(t.lang) + " (" + s.id + ")", "standard": s.standard.Version(),
		"trim": trims(pages), "bleed": decimal(s.bleed) + " mm", "pages": strconv.Itoa(len(pages.Pages)), "spots": strings.Join(names, ", "),
		"condition": s.condition + " · " + s.profile.Name, "paper": l["paper-"+s.paper], "ink": percent(f.ink), "inklimit": percent(s.ink),
		"picture": f.picture, "fonts": strings.Join(f.faces, ", "),
	}
	if s.marks {
		args["marks"] = "yes"
	}
	if picture.Overprints(s.ink) {
		args["overprints"] = "yes"
	}
	if s.rich != [4]uint8{} {
		args["rich"] = fmt.Sprintf("C %d M %d Y %d K %d", s.rich[0], s.rich[1], s.rich[2], s.rich[3])
	}
	if f.picture != "" {
		args["ppi"], args["ppilimit"] = strconv.Itoa(f.ppi)+" ppi", strconv.Itoa(s.resolution(pages.Pages[0].Size))+" ppi"
	}
	return args
}

// percent with the narrow space of German and good English composition alike.
func percent(n int) string { return strconv.Itoa(n) + "\u202f%" }

// trims are the sizes of the pages with the number of each, in the order in which they come.
func trims(d *page.Document) string {
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
		part := formatName(s) + " · " + millimetres(s)
		if len(sizes) > 1 {
			part = strconv.Itoa(count[s]) + " × " + part
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "; ")
}
