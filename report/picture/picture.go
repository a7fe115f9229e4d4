// Package picture turns bytes into checked, oriented and converted pictures or vectors.
//
// It never trusts a header: size is checked before anything is decoded, metadata (EXIF, GPS) never survives, and what
// cannot be drawn faithfully is an error, never dropped.
package picture

import "konzept/report/svg"

// Picture is a decoded picture, ready to be painted. Pictures of one file are shared by pointer.
type Picture struct {
	Name           string       // file it came from
	Hash           [16]byte     // of its content, names the PDF object
	Width, Height  int          // pixels, after EXIF orientation; of a vector: its viewBox in points
	Gray           bool         // one channel
	JPEG           []byte       // baseline JPEG without metadata, or nil
	Pixels         []byte       // 8 bit RGB or grey, row by row, when JPEG is nil
	Alpha          []byte       // 8 bit, row by row, or nil
	Vector         *svg.Drawing // of an SVG, else nil
	FocusX, FocusY int          // percent, 50 unless set

	grey func() []byte // computes Grey once; nil for pictures that no file holds
}
