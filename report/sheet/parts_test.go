package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"konzept/report/internal/golden"
)

func TestMain(m *testing.M) { os.Exit(golden.Main(m, "*.txt")) }

// dump writes the parts of a package as text, one element a line. The theme is excelize's and of no interest.
func dump(t *testing.T, data []byte) string {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range zr.File {
		fmt.Fprintf(&b, "-- %s --\n", f.Name)
		if strings.HasPrefix(f.Name, "xl/theme/") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if err := dumpPart(&b, xml.NewDecoder(r)); err != nil {
			t.Fatal(f.Name, err)
		}
	}
	return b.String()
}

func dumpPart(b *strings.Builder, d *xml.Decoder) error {
	depth := 0
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch e := token.(type) {
		case xml.StartElement:
			b.WriteString(strings.Repeat(" ", depth) + e.Name.Local)
			for _, a := range e.Attr {
				if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
					fmt.Fprintf(b, " %s=%q", a.Name.Local, a.Value)
				}
			}
			b.WriteByte('\n')
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			if s := strings.TrimSpace(string(e)); s != "" {
				fmt.Fprintf(b, "%s%q\n", strings.Repeat(" ", depth), s)
			}
		}
	}
}

func TestThePartsAreTheseAndNoOthers(t *testing.T) {
	golden.Compare(t, "sample.txt", dump(t, write(t, sample(3))))
}

func TestPartsAreSortedAndWithoutTimes(t *testing.T) {
	data := write(t, sample(3))
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range zr.File {
		names = append(names, f.Name)
		if f.ModifiedTime != 0 || f.ModifiedDate != 0 || len(f.Extra) > 0 {
			t.Errorf("%s carries a time", f.Name)
		}
	}
	if names[0] != contentTypes || !slices.IsSorted(names[1:]) {
		t.Errorf("parts out of order: %q", names)
	}
}
