package report_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"io"
	"testing"

	"konzept/report"
)

// unpacked returns an output's bytes with all that it compresses: streams of a PDF, parts of a workbook.
func unpacked(t testing.TB, o report.Output) [][]byte {
	t.Helper()
	parts := [][]byte{o.Data}
	if z, err := zip.NewReader(bytes.NewReader(o.Data), int64(len(o.Data))); err == nil {
		for _, f := range z.File {
			rc, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			data, err := io.ReadAll(rc)
			if err != nil {
				t.Fatal(err)
			}
			parts = append(parts, data)
		}
		return parts
	}
	for rest := o.Data; ; {
		i := bytes.Index(rest, []byte("stream\n"))
		if i < 0 {
			return parts
		}
		rest = rest[i+7:]
		zr, err := zlib.NewReader(bytes.NewReader(rest))
		if err != nil {
			continue
		}
		if data, err := io.ReadAll(zr); err == nil {
			parts = append(parts, data, ascii(data))
		}
	}
}

// ascii drops the zero bytes of UTF-16, so that a word is found in it too.
func ascii(b []byte) []byte { return bytes.ReplaceAll(b, []byte{0}, nil) }
