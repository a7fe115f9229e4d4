package sheet

import (
	"encoding/xml"
	"errors"
	"path"
	"strings"

	"konzept/report/book"
	"konzept/report/diag"
)

// Read takes back a workbook that Write made and people filled in: its properties, manifest, and the regions with record
// ids, found by their keys wherever they stand. Formats, lists, charts and rules are not read. Anything damaged, foreign or
// ambiguous is a finding and the result nil: what is missing from a cut file must never look deleted.
func Read(name string, data []byte, out *diag.List) *book.Book {
	b, err := read(name, data)
	var f *fault
	switch {
	case errors.As(err, &f):
		out.Add(f.code, diag.Span{File: name}, f.args...)
	case err != nil:
		out.Add("workbook-damaged", diag.Span{File: name}, err.Error())
	}
	if err != nil {
		return nil
	}
	return b
}

func read(name string, data []byte) (*book.Book, error) {
	a, err := unpack(name, data)
	if err != nil {
		return nil, err
	}
	grids, err := a.grids()
	if err != nil {
		return nil, err
	}
	b := &book.Book{}
	if err := a.properties(b); err != nil {
		return nil, err
	}
	if err := readManifest(b, grids); err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for _, g := range grids {
		if g.name == manifestSheet {
			continue
		}
		if err := readSheet(b, g, seen); err != nil {
			return nil, err
		}
	}
	return b, whole(b)
}

// grids reads the sheets in the workbook's order.
func (a *archive) grids() ([]*grid, error) {
	const part = "xl/workbook.xml"
	data, err := a.part(part)
	if err != nil {
		return nil, err
	}
	targets, err := a.targets()
	if err != nil {
		return nil, err
	}
	shared, err := a.shared()
	if err != nil {
		return nil, err
	}
	var grids []*grid
	err = each(part, data, "sheet", func(_ *xml.Decoder, e xml.StartElement) error {
		target, name := targets[attribute(e, "id")], attribute(e, "name")
		sheet, err := a.part(target)
		if err != nil {
			return err
		}
		g, err := readGrid(name, target, sheet, shared)
		grids = append(grids, g)
		return err
	})
	if err == nil {
		err = each(part, data, "workbookPr", func(_ *xml.Decoder, e xml.StartElement) error {
			if v := attribute(e, "date1904"); v == "1" || v == "true" {
				return bad("workbook-1904")
			}
			return nil
		})
	}
	return grids, err
}

// targets maps the workbook's relation ids to parts.
func (a *archive) targets() (map[string]string, error) {
	const part = "xl/_rels/workbook.xml.rels"
	data, err := a.part(part)
	if err != nil {
		return nil, err
	}
	targets := map[string]string{}
	err = each(part, data, "Relationship", func(_ *xml.Decoder, e xml.StartElement) error {
		target := attribute(e, "Target")
		if absolute, ok := strings.CutPrefix(target, "/"); ok {
			target = absolute
		} else {
			target = path.Join("xl", target)
		}
		targets[attribute(e, "Id")] = target
		return nil
	})
	return targets, err
}

// shared reads the texts that cells share; a book may have none.
func (a *archive) shared() ([]string, error) {
	const part = "xl/sharedStrings.xml"
	if a.files[strings.ToLower(part)] == nil {
		return nil, nil
	}
	data, err := a.part(part)
	if err != nil {
		return nil, err
	}
	var texts []string
	err = each(part, data, "si", func(d *xml.Decoder, e xml.StartElement) error {
		var t xmlText
		if err := d.DecodeElement(&t, &e); err != nil {
			return bad("workbook-damaged", part)
		}
		texts = append(texts, t.text())
		return nil
	})
	return texts, err
}

func (a *archive) properties(b *book.Book) error {
	const part = "docProps/core.xml"
	if a.files[strings.ToLower(part)] == nil {
		return nil
	}
	data, err := a.part(part)
	if err != nil {
		return err
	}
	var core struct {
		Title   string `xml:"title"`
		Subject string `xml:"subject"`
		Creator string `xml:"creator"`
	}
	err = each(part, data, "coreProperties", func(d *xml.Decoder, e xml.StartElement) error {
		if d.DecodeElement(&core, &e) != nil {
			return bad("workbook-damaged", part)
		}
		return nil
	})
	b.Title, b.Subject, b.Author = core.Title, core.Subject, core.Creator
	return err
}
