package sheet

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"konzept/report/book"
	"konzept/report/number"
)

// grid is the cells of a sheet as the file has them, row by row.
type grid struct {
	name   string
	rows   []gridRow
	merged []string // ranges, such as B4:B9
}

type gridRow struct {
	number int
	cells  []gridCell
}

type gridCell struct {
	col int
	book.Cell
	fault bool // an error value such as #N/A
}

// cell returns the cell of a column, empty if there is none.
func (r *gridRow) cell(col int) gridCell {
	for i := range r.cells {
		if r.cells[i].col == col {
			return r.cells[i]
		}
	}
	return gridCell{}
}

func (r *gridRow) at(col int) book.Cell { return r.cell(col).Cell }

// xmlCell is CT_Cell (ECMA-376 18.3.1.4), as far as values go.
type xmlCell struct {
	Ref     string   `xml:"r,attr"`
	Type    string   `xml:"t,attr"`
	Formula *string  `xml:"f"`
	Value   string   `xml:"v"`
	Inline  *xmlText `xml:"is"`
}

// xmlText is CT_Rst: plain text or runs; phonetic runs do not belong to it.
type xmlText struct {
	Plain string `xml:"t"`
	Runs  []struct {
		Text string `xml:"t"`
	} `xml:"r"`
}

func (t *xmlText) text() string {
	s := t.Plain
	for _, r := range t.Runs {
		s += r.Text
	}
	return decoded(s)
}

// decoded resolves _xHHHH_, the format's escape for characters that XML cannot hold (ECMA-376 22.9.2.19).
func decoded(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if i+7 <= len(s) && s[i] == '_' && s[i+1] == 'x' && s[i+6] == '_' {
			if n, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil && utf8.ValidRune(rune(n)) {
				b.WriteRune(rune(n))
				i += 7
				continue
			}
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// each walks the elements of that name in a part, which must be whole and well formed; document types are refused.
func each(part string, data []byte, element string, visit func(d *xml.Decoder, start xml.StartElement) error) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	if !utf8.Valid(data) {
		return bad("workbook-damaged", part)
	}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return bad("workbook-damaged", part)
		}
		switch t := token.(type) {
		case xml.Directive:
			return bad("workbook-damaged", part)
		case xml.StartElement:
			if t.Name.Local == element {
				if err := visit(d, t); err != nil {
					return err
				}
			}
		}
	}
}

func attribute(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// readGrid reads a sheet's rows. Numbers are raw: what they look like is not asked.
func readGrid(name, part string, data []byte, shared []string) (*grid, error) {
	g := &grid{name: name}
	err := each(part, data, "row", func(d *xml.Decoder, start xml.StartElement) error {
		var row struct {
			Cells []xmlCell `xml:"c"`
		}
		if err := d.DecodeElement(&row, &start); err != nil {
			return bad("workbook-damaged", part)
		}
		r := gridRow{number: len(g.rows) + 1}
		if n, err := strconv.Atoi(attribute(start, "r")); err == nil {
			r.number = n
		}
		if last := len(g.rows) - 1; last >= 0 && r.number <= g.rows[last].number {
			return bad("workbook-damaged", part)
		}
		for i := range row.Cells {
			c, err := readCell(&row.Cells[i], part, shared)
			if err != nil {
				return err
			}
			if c.Kind != book.Empty || c.Formula != "" || c.fault {
				r.cells = append(r.cells, c)
			}
		}
		g.rows = append(g.rows, r)
		return nil
	})
	if err == nil {
		err = each(part, data, "mergeCell", func(_ *xml.Decoder, e xml.StartElement) error {
			g.merged = append(g.merged, attribute(e, "ref"))
			return nil
		})
	}
	return g, err
}

// mergedAt is the range of merged cells that takes in a row, or "".
func (g *grid) mergedAt(row int) string {
	for _, ref := range g.merged {
		from, to, _ := strings.Cut(ref, ":")
		_, top, err1 := excelize.CellNameToCoordinates(from)
		_, bottom, err2 := excelize.CellNameToCoordinates(to)
		if err1 == nil && err2 == nil && top <= row && row <= bottom {
			return ref
		}
	}
	return ""
}

func readCell(x *xmlCell, part string, shared []string) (gridCell, error) {
	col, _, err := excelize.CellNameToCoordinates(x.Ref)
	if err != nil {
		return gridCell{}, bad("workbook-damaged", part)
	}
	c := gridCell{col: col}
	if x.Formula != nil {
		c.Formula = *x.Formula
	}
	switch x.Type {
	case "s":
		i, err := strconv.Atoi(x.Value)
		if err != nil || i < 0 || i >= len(shared) {
			return c, bad("workbook-damaged", part)
		}
		c.text(shared[i])
	case "inlineStr":
		if x.Inline != nil {
			c.text(x.Inline.text())
		}
	case "str":
		c.text(decoded(x.Value))
	case "e":
		c.fault = true
		c.text(x.Value)
	case "b":
		c.Kind = book.Boolean
		if x.Value == "1" || x.Value == "true" {
			c.Number = number.Int(1)
		}
	case "", "n":
		if x.Value == "" {
			break
		}
		n, ok := number.ParseCell(x.Value)
		if !ok {
			return c, bad("workbook-damaged", part)
		}
		c.Kind, c.Number = book.Number, n
	default:
		return c, bad("workbook-damaged", part)
	}
	return c, nil
}

func (c *gridCell) text(s string) {
	if s != "" {
		c.Kind, c.Text = book.String, s
	}
}
