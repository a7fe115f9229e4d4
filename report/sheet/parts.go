package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// parts collects the parts of the package as excelize hands them over and packs them canonically: content types first, the
// rest sorted, no times. excelize's own order depends on its maps.
type parts struct {
	lang string
	list []*part
}

type part struct {
	name string
	bytes.Buffer
}

func (p *parts) open(io.Writer) excelize.ZipWriter { return p }

// Create begins a part.
func (p *parts) Create(name string) (io.Writer, error) {
	it := &part{name: name}
	p.list = append(p.list, it)
	return it, nil
}

// AddFS is not needed for parts that stand in memory.
func (p *parts) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close has nothing to do: pack writes the file.
func (p *parts) Close() error { return nil }

const contentTypes = "[Content_Types].xml"

func (p *parts) pack() ([]byte, error) {
	slices.SortFunc(p.list, func(a, b *part) int {
		if (a.name == contentTypes) != (b.name == contentTypes) {
			if a.name == contentTypes {
				return -1
			}
			return 1
		}
		return strings.Compare(a.name, b.name)
	})
	var buf bytes.Buffer
	zw := zip.NewWriter(&buf)
	for _, it := range p.list {
		w, err := zw.CreateHeader(&zip.FileHeader{Name: it.name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		data, err := p.mend(it)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(data); err != nil {
			return nil, err
		}
	}
	if err := zw.Close(); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// mend puts right what excelize has no setting for.
func (p *parts) mend(it *part) ([]byte, error) {
	data := it.Bytes()
	switch {
	case it.name == contentTypes:
		return sortTypes(data)
	case strings.HasPrefix(it.name, "xl/charts/"):
		lang := `="` + p.lang + `"`
		return bytes.ReplaceAll(data, []byte(`="en-US"`), []byte(lang)), nil
	case strings.HasPrefix(it.name, "xl/drawings/drawing"):
		return anchored(data), nil
	case strings.HasPrefix(it.name, "xl/worksheets/sheet"):
		// Without lengths a bar of 0 % is drawn a tenth of the cell long (ECMA-376 18.3.1.28).
		data = bytes.ReplaceAll(data, []byte("<dataBar "), []byte(`<dataBar minLength="0" maxLength="100" `))
		// A height that is not custom is used until the row's text changes, and then grows with it.
		return bytes.ReplaceAll(data, []byte(`.5" customHeight="1"`), []byte(`.5"`)), nil
	}
	return data, nil
}

var oneCell = regexp.MustCompile(`<xdr:twoCellAnchor editAs="oneCell">(<xdr:from>.*?</xdr:from>)<xdr:to>.*?<xdr:colOff>(\d+)</xdr:colOff>.*?<xdr:rowOff>(\d+)</xdr:rowOff></xdr:to>(.*?)</xdr:twoCellAnchor>`)

// anchored gives charts their size: excelize ends them in the cell in which they begin, and Excel cuts what reaches beyond it
// (ECMA-376 20.5.2.24 has an anchor of one cell with a size).
func anchored(data []byte) []byte {
	return oneCell.ReplaceAll(data, []byte(`<xdr:oneCellAnchor>$1<xdr:ext cx="$2" cy="$3"/>$4</xdr:oneCellAnchor>`))
}

// types is [Content_Types].xml (ECMA-376 part 2, 7.2.3).
type types struct {
	XMLName  xml.Name `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
	Default  []typed  `xml:"Default"`
	Override []typed  `xml:"Override"`
}

type typed struct {
	Extension   string `xml:",attr,omitempty"`
	PartName    string `xml:",attr,omitempty"`
	ContentType string `xml:",attr"`
}

func sortTypes(data []byte) ([]byte, error) {
	var t types
	if err := xml.Unmarshal(data, &t); err != nil {
		return nil, err
	}
	order := func(a, b typed) int {
		return strings.Compare(a.Extension+a.PartName, b.Extension+b.PartName)
	}
	slices.SortFunc(t.Default, order)
	slices.SortFunc(t.Override, order)
	body, err := xml.Marshal(t)
	return append([]byte(xml.Header), body...), err
}
