// Package text turns strings and typefaces into glyph runs and measured lines: kerning, figures, hyphens, breaks.
//
// It never chooses a typeface, places a line on a page, opens a file or rounds through floating point.
package text

import (
	"sync"

	"konzept/report/font"
)

// Face is a typeface with what setting text in it keeps for the next time. It may be used by several goroutines.
type Face struct {
	*font.Face
	words   wordCache
	shapers sync.Pool // *shaper
	scratch sync.Pool // *paragraph, so that breaking lines does not allocate its tables anew
}

// Parse reads the first face of a font file; see Open.
func Parse(data []byte) (*Face, error) { return Open(font.NewFile(data), font.Place{}) }

// Open reads a face to set text in; see font.File.Face.
func Open(file *font.File, at font.Place) (*Face, error) {
	f, err := file.Face(at)
	if err != nil {
		return nil, err
	}
	return &Face{Face: f}, nil
}
