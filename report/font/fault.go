package font

import "fmt"

// Fault is why a typeface cannot be used.
type Fault string

const (
	Damaged      Fault = "damaged font"
	NoFont       Fault = "expected a font (.ttf, .otf, .ttc or .otc), found another kind of file"
	WebFont      Fault = "expected a font (.ttf, .otf, .ttc or .otc), found a web font (WOFF)"
	TooLarge     Fault = "expected a font of at most 32 MiB"
	NoEmbedding  Fault = "the font's licence forbids embedding"
	NoCharacters Fault = "expected a font with a Unicode character map and a space, found none"
)

func (f Fault) Error() string { return string(f) }

// damaged is a fault with what is damaged.
func damaged(what string, args ...any) error {
	return fmt.Errorf("%w: "+what, append([]any{Damaged}, args...)...)
}
