package font

import gotext "github.com/go-text/typesetting/font"

// Shaping returns the face for the shaping library, nil if that cannot read it. Each call returns a face of its own over the
// same parsed font: it is cheap, keeps caches, and must not be used by two goroutines at once.
func (f *Face) Shaping() *gotext.Face {
	library := f.member.library()
	if library == nil {
		return nil
	}
	face := gotext.NewFace(library)
	face.SetCoords(f.coords)
	return face
}

// outline draws a glyph; false if the library cannot, whatever it does not expect.
func outline(face *gotext.Face, g GlyphID) (segments []gotext.Segment, ok bool) {
	defer func() {
		if recover() != nil {
			segments, ok = nil, false
		}
	}()
	shape, ok := face.GlyphDataOutline(uint16(g))
	return shape.Segments, ok
}
