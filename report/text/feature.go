package text

import "konzept/report/font"

// Features are the figure styles of a font: single substitutions of GSUB.
type Features uint8

// The figure styles. Without any, the face's own default figures are set (in Source Sans 3 tabular and lining).
const (
	TabularFigures      Features = 1 << iota // tnum: all of one width, for columns of numbers
	ProportionalFigures                      // pnum: each as wide as it needs, for running text
	LiningFigures                            // lnum: as high as capitals
	OldstyleFigures                          // onum: with ascenders and descenders
	Superiors                                // sups: raised, for note marks

	featureBits = iota
)

var featureTags = [featureBits]string{"tnum", "pnum", "lnum", "onum", "sups"}

// table returns the face's glyphs under a set of features, made on first use.
func (f *Face) table(set Features) *font.Glyphs {
	slot := &f.glyphs[set&(1<<featureBits-1)]
	if t := slot.Load(); t != nil {
		return t
	}
	t := f.Glyphs(set.has)
	slot.Store(t)
	return t
}

func (s Features) has(tag string) bool {
	for i, t := range featureTags {
		if t == tag {
			return s&(1<<i) != 0
		}
	}
	return false
}
