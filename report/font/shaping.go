package font

import (
	"bytes"
	"sync"

	gotext "github.com/go-text/typesetting/font"
)

// shaping is the face as the shaping library reads it: parsed once, when a text first needs it.
type shaping struct {
	once sync.Once
	font *gotext.Font
}

// Shaping returns the face for the shaping library, nil if that cannot read it. Each call returns a face of its own over the
// same parsed font: it is cheap, keeps caches, and must not be used by two goroutines at once.
func (f *Face) Shaping() *gotext.Face {
	f.shaping.once.Do(func() { f.shaping.font = parseForShaping(f.data) })
	if f.shaping.font == nil {
		return nil
	}
	return gotext.NewFace(f.shaping.font)
}

// parseForShaping is nil for fonts that the library refuses or, damaged in ways that it does not expect, panics on.
func parseForShaping(data []byte) (parsed *gotext.Font) {
	defer func() {
		if recover() != nil {
			parsed = nil
		}
	}()
	face, err := gotext.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	return face.Font
}
