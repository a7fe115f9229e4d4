package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"konzept/report/diag"
)

// Limits of a returned workbook, looked at before anything is unpacked. They are far above what a city needs.
const (
	maxParts    = 500
	maxPartSize = 16 << 20
	maxUnpacked = 64 << 20
	maxRatio    = 200
	maxKeys     = 256     // columns of a region
	freeRatio   = 1 << 20 // a part below this size may be packed as tightly as it likes
)

// archive is an opened workbook within the limits.
type archive struct {
	name  string
	files map[string]*zip.File
}

// fault stops the reading; the finding says why.
type fault struct {
	code diag.Code
	args []string
}

func (f *fault) Error() string { return string(f.code) + " " + strings.Join(f.args, " ") }

func bad(code diag.Code, args ...string) error { return &fault{code, args} }

// unpack opens the archive if it is one and keeps to the limits.
func unpack(name string, data []byte) (*archive, error) {
	if bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")) {
		return nil, bad("workbook-format")
	}
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, bad("workbook-format")
	}
	if len(zr.File) > maxParts {
		return nil, bad("workbook-limit", "parts", strconv.Itoa(len(zr.File)), strconv.Itoa(maxParts))
	}
	a := &archive{name: name, files: make(map[string]*zip.File, len(zr.File))}
	var total uint64
	for _, f := range zr.File {
		if err := a.admit(f); err != nil {
			return nil, err
		}
		if total += f.UncompressedSize64; total > maxUnpacked {
			return nil, bad("workbook-limit", "bytes", strconv.FormatUint(total, 10), strconv.Itoa(maxUnpacked))
		}
	}
	return a, nil
}

// admit refuses parts that are too large, packed too tightly, doubled or named to reach outside.
func (a *archive) admit(f *zip.File) error {
	size, packed := f.UncompressedSize64, max(f.CompressedSize64, 1)
	switch {
	case size > maxPartSize:
		return bad("workbook-limit", f.Name, strconv.FormatUint(size, 10), strconv.Itoa(maxPartSize))
	case size > freeRatio && size/packed > maxRatio:
		return bad("workbook-limit", f.Name, strconv.FormatUint(size/packed, 10)+":1", strconv.Itoa(maxRatio)+":1")
	case f.Flags&1 != 0:
		return bad("workbook-format")
	case strings.Contains(f.Name, `\`) || strings.HasPrefix(f.Name, "/") || path.Clean(f.Name) != strings.TrimSuffix(f.Name, "/") || strings.HasPrefix(f.Name, ".."):
		return bad("workbook-damaged", f.Name)
	}
	// Part names are equal without regard to case (ECMA-376 part 2, 6.2.2.3).
	key := strings.ToLower(f.Name)
	if a.files[key] != nil {
		return bad("workbook-damaged", f.Name)
	}
	for _, code := range []string{"vbaproject.bin", "externallinks/", "connections.xml"} {
		if strings.Contains(key, code) {
			return bad("workbook-active", f.Name)
		}
	}
	a.files[key] = f
	return nil
}

// part reads a part whole; the header's size is a promise that is kept to.
func (a *archive) part(name string) ([]byte, error) {
	f := a.files[strings.ToLower(name)]
	if f == nil {
		return nil, bad("workbook-damaged", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, bad("workbook-damaged", name)
	}
	data, err := io.ReadAll(io.LimitReader(r, int64(f.UncompressedSize64)+1))
	if err = errors.Join(err, r.Close()); err != nil || uint64(len(data)) != f.UncompressedSize64 {
		return nil, bad("workbook-damaged", name)
	}
	return data, nil
}
