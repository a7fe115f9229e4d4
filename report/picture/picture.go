// Package picture turns bytes into checked, oriented and converted pictures or vectors.
//
// It never trusts a header: size is checked before anything is decoded, metadata (EXIF, GPS) never survives, and what
// cannot be drawn faithfully is an error, never dropped.
package picture

import "konzept/report/geom"

// Picture is a decoded picture, ready to be painted. Pictures of one file are shared by pointer.
type Picture struct {
	Name           string   // file it came from
	Hash           [16]byte // of its content, names the PDF object
	Width, Height  int      // pixels, after EXIF orientation; of a vector: its viewBox in points
	Gray           bool     // one channel
	JPEG           []byte   // baseline JPEG without metadata, or nil
	Pixels         []byte   // 8 bit RGB or grey, row by row, when JPEG is nil
	Alpha          []byte   // 8 bit, row by row, or nil
	Vector         *Vector  // of an SVG, else nil
	FocusX, FocusY int      // percent, 50 unless set

	grey func() []byte // computes Grey once; nil for pictures that no file holds
}

// Vector is an SVG's filled and stroked paths in painting order; its unit is the viewBox's.
type Vector struct {
	Size  geom.Size
	Paths []VectorPath
}

// VectorPath is one painted outline.
type VectorPath struct {
	Path     geom.Path
	Clips    []Clip // it shows within all of them
	Fill     [3]uint8
	Filled   bool
	Gradient *Gradient // in place of Fill
	EvenOdd  bool
	Clear    int // of the fill, in thousandths: 0 hides what lies below

	Stroke    [3]uint8
	Weight    geom.Length // 0: no stroke
	Cap       uint8       // butt, round, square
	Join      uint8       // miter, round, bevel
	Miter     int         // limit in hundredths; 0: 400
	Dashes    []geom.Length
	Phase     geom.Length // where in the dashes the line begins
	ClearLine int
}

// Clip is an area outside of which nothing shows.
type Clip struct {
	Path    geom.Path
	EvenOdd bool
}

// Gradient runs from 0 to 1 along the x axis, or from the focus to the unit circle; Matrix brings it into the drawing.
type Gradient struct {
	Radial         bool
	FocusX, FocusY float64 // within the unit circle
	Matrix         [6]float64
	Stops          []Stop
}

// Stop is a colour of a gradient at a place in 1/10000.
type Stop struct {
	At  int
	RGB [3]uint8
}
