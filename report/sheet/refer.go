package sheet

import (
	"errors"
	"strings"

	"github.com/xuri/excelize/v2"
)

// errReference carries the name that points nowhere.
type errReference string

func (e errReference) Error() string { return "unknown reference " + string(e) }

// cellName is A1 for 1, 1.
func cellName(col, row int) string {
	name, _ := excelize.CoordinatesToCellName(col, row)
	return name
}

func absolute(col, row int) string {
	name, _ := excelize.CoordinatesToCellName(col, row, true)
	return name
}

// idColumn names the hidden column of a region's record ids in formulas, unless a column of its own has that key.
const idColumn = "id"

func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" }

// column is the absolute range of a column's data cells, without the sheet.
func (sp *spot) column(key string) (string, error) {
	i := sp.Column(key)
	if i < 0 && key == idColumn && sp.IDs != nil {
		i = len(sp.Columns)
	}
	if i < 0 {
		return "", errReference(key)
	}
	return absolute(i+1, sp.first) + ":" + absolute(i+1, sp.last), nil
}

// data is the range "region.column" with its sheet.
func (p *plan) data(name string) (string, error) {
	region, key, _ := strings.Cut(name, ".")
	sp := p.named[region]
	if sp == nil {
		return "", errReference(name)
	}
	cells, err := sp.column(key)
	if err != nil {
		return "", errReference(name)
	}
	return quoted(sp.tab.name) + cells, nil
}

// titleCell is the header cell of "region.column": a chart's series are called what their columns are.
func (p *plan) titleCell(name string) (string, error) {
	region, key, _ := strings.Cut(name, ".")
	sp := p.named[region]
	if sp == nil || sp.Column(key) < 0 || sp.head == 0 {
		return "", errReference(name)
	}
	return quoted(sp.tab.name) + absolute(sp.Column(key)+1, sp.head), nil
}

// formula puts cells for the names in braces. Text in quotation marks and array constants with digits stay as they are.
func (p *plan) formula(src string, sp *spot, row, col int) (string, error) {
	src = prefixed(src)
	var b strings.Builder
	inText := false
	for i := 0; i < len(src); i++ {
		c := src[i]
		if c == '"' {
			inText = !inText
		}
		end := -1
		if c == '{' && !inText {
			end = strings.IndexByte(src[i:], '}')
		}
		if end < 0 {
			b.WriteByte(c)
			continue
		}
		cells, err := p.reference(src[i+1:i+end], sp, row, col)
		if err != nil {
			return "", err
		}
		b.WriteString(cells)
		i += end
	}
	return b.String(), nil
}

func (p *plan) reference(name string, sp *spot, row, col int) (string, error) {
	switch {
	case name == "":
		return cellName(col, sp.first) + ":" + cellName(col, sp.last), nil
	case name[0] == '@':
		i := sp.Column(name[1:])
		if i < 0 {
			return "", errReference(name)
		}
		return "$" + cellName(i+1, row), nil
	case name[0] == '.':
		return sp.column(name[1:])
	}
	cells, err := p.data(name)
	var unknown errReference
	if errors.As(err, &unknown) && strings.Trim(name, "0123456789;, -") == "" {
		return "{" + name + "}", nil
	}
	return cells, err
}
