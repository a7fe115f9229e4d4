package svg

import (
	"konzept/report/diag"
	"konzept/report/geom"
)

// Drawing is filled and stroked paths in painting order; its unit is the viewBox's.
type Drawing struct {
	Size  geom.Size
	Paths []Path
}

// Path is one painted outline.
type Path struct {
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

func fault(code diag.Code, args ...string) *diag.Fault { return &diag.Fault{Code: code, Args: args} }
