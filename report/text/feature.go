package text

// Features are the figure styles of a font, by features of its typeface.
type Features uint8

// The figure styles. Without any, the face's own default figures are set (in Source Sans 3 tabular and lining).
const (
	TabularFigures      Features = 1 << iota // tnum: all of one width, for columns of numbers
	ProportionalFigures                      // pnum: each as wide as it needs, for running text
	LiningFigures                            // lnum: as high as capitals
	OldstyleFigures                          // onum: with ascenders and descenders
	Superiors                                // sups: raised, for note marks
)

// featureTags are their names in OpenType, in the same order.
var featureTags = [...]string{"tnum", "pnum", "lnum", "onum", "sups"}
