package picture

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"image"
	"image/jpeg"
	"io"
	"strconv"
	"strings"
	"sync"

	"konzept/report/diag"
)

// Limits before any work.
const (
	MaxBytes  = 32 << 20   // of a file
	MaxPixels = 80_000_000 // of a picture: an A0 sheet at 240 dpi
)

func fault(code diag.Code, args ...string) *diag.Fault { return &diag.Fault{Code: code, Args: args} }

// Decode checks and converts a picture file. Its error is always a *diag.Fault. The focus is the middle.
func Decode(name string, data []byte) (*Picture, error) {
	if len(data) > MaxBytes {
		return nil, fault("picture-too-large", name, strconv.Itoa(len(data)>>20), strconv.Itoa(MaxBytes>>20))
	}
	p := &Picture{Name: name, FocusX: 50, FocusY: 50}
	sum := sha256.Sum256(data)
	p.Hash = [16]byte(sum[:16])
	var f *diag.Fault
	switch kind := sniff(data); kind {
	case "JPEG":
		f = p.jpeg(data)
	case "PNG":
		f = p.png(data)
	case "WebP":
		f = p.webp(data)
	case "SVG":
		f = p.svg(data)
	default:
		f = fault("picture-format", name, kind)
	}
	if f != nil {
		return nil, f
	}
	p.grey = sync.OnceValue(p.brightness)
	return p, nil
}

// sniff tells a file's format by its first bytes, never by its name.
func sniff(b []byte) string {
	for _, m := range []struct{ magic, kind string }{
		{"\xff\xd8\xff", "JPEG"}, {"\x89PNG\r\n\x1a\n", "PNG"}, {"GIF8", "GIF"}, {"BM", "BMP"}, {"II*\x00", "TIFF"}, {"MM\x00*", "TIFF"},
		{"%PDF", "PDF"}, {"%!PS", "EPS"}, {"PK\x03\x04", "ZIP"}, {"8BPS", "PSD"},
	} {
		if bytes.HasPrefix(b, []byte(m.magic)) {
			return m.kind
		}
	}
	if len(b) >= 12 && string(b[:4]) == "RIFF" && string(b[8:12]) == "WEBP" {
		return "WebP"
	}
	if len(b) >= 12 && string(b[4:8]) == "ftyp" {
		if string(b[8:12]) == "avif" {
			return "AVIF"
		}
		return "HEIC"
	}
	if text := bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")), " \t\r\n"); len(text) > 0 && text[0] == '<' &&
		bytes.Contains(text[:min(len(text), 64<<10)], []byte("<svg")) {
		return "SVG"
	}
	return "?"
}

// sized takes over width and height if they are within the limits. depth is how many bytes a decoder needs for a pixel: more
// than the usual four leave room for fewer pixels.
func (p *Picture) sized(w, h, depth int) *diag.Fault {
	most := MaxPixels * 4 / max(depth, 4)
	if w <= 0 || h <= 0 {
		return fault("picture-damaged", p.Name, strconv.Itoa(w)+" × "+strconv.Itoa(h))
	}
	if w > most || h > most || w*h > most {
		return fault("picture-too-many-pixels", p.Name, strconv.Itoa(w), strconv.Itoa(h), strconv.Itoa(most/1_000_000))
	}
	p.Width, p.Height = w, h
	return nil
}

// broken words a decoder's error: a file that ends too early is the most frequent one.
func (p *Picture) broken(err error) *diag.Fault {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) || ends(err) {
		return fault("picture-truncated", p.Name)
	}
	var unknown jpeg.UnsupportedError // sound perhaps, but nothing we could turn into grey or inks
	if errors.As(err, &unknown) {
		return fault("picture-unsupported", p.Name, "JPEG ("+string(unknown)+")")
	}
	return fault("picture-damaged", p.Name, err.Error())
}

// decoded runs one of the standard decoders; a panic in it is the file's fault.
func (p *Picture) decoded(data []byte, decode func(io.Reader) (image.Image, error)) (m image.Image, f *diag.Fault) {
	defer func() {
		if r := recover(); r != nil {
			m, f = nil, fault("picture-damaged", p.Name, "decoder")
		}
	}()
	m, err := decode(bytes.NewReader(data))
	if err != nil {
		return nil, p.broken(err)
	}
	if b := m.Bounds(); b.Dx() != p.Width || b.Dy() != p.Height {
		return nil, fault("picture-damaged", p.Name, b.String())
	}
	return m, nil
}

// ends tells whether JPEG's decoder met the end marker before the last row.
func ends(err error) bool {
	return strings.Contains(err.Error(), "short Huffman data") || strings.Contains(err.Error(), "missing 0xff00 sequence")
}
