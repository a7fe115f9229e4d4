// Package typeface finds the faces for a style among those that a project has, and others for what they lack.
package typeface

import (
	"slices"
	"strings"
	"sync"

	"konzept/report/diag"
	"konzept/report/text"
)

// Face is one typeface that styles can name. Open is called once, when a text first needs the face, if Face is nil.
type Face struct {
	Family string
	Weight int // 100 to 900
	Italic bool
	Face   *text.Face
	Open   func() (*text.Face, error)
}

// Fonts resolves styles to faces. It is safe for concurrent use and may serve many documents.
type Fonts struct {
	faces   []*font
	mu      sync.Mutex
	unknown []string // families asked for in vain
}

// font is a face that opens itself once.
type font struct {
	Face
	once sync.Once
	err  error
}

// New takes faces in order of preference: the first that has Latin letters is the last
// resort of styles whose families are unknown.
func New(faces []Face) *Fonts {
	f := &Fonts{}
	for _, face := range faces {
		f.faces = append(f.faces, &font{Face: face})
	}
	return f
}

// Empty tells that there is no face at all.
func (f *Fonts) Empty() bool { return len(f.faces) == 0 }

// Resolve returns the fallback list for a style with the given weight and slant: of each family the nearest face.
func (f *Fonts) Resolve(families []string, weight int, italic bool) []*text.Face {
	var list []*text.Face
	var missing []string
	for _, family := range families {
		n := f.nearest(family, weight, italic)
		if n == nil {
			missing = append(missing, family)
			continue
		}
		if face := n.open(); face != nil {
			list = append(list, face)
		}
	}
	if len(list) > 0 {
		return list // of a fallback list, one family that is there is enough
	}
	for _, family := range missing {
		f.miss(family)
	}
	if len(f.faces) == 0 {
		return nil
	}
	if face := f.nearest(f.lastResort(), weight, italic).open(); face != nil {
		list = append(list, face)
	}
	return list
}

// lastResort is the first family that does not set a script of its own: those have no Latin letters.
func (f *Fonts) lastResort() string {
	for _, c := range f.faces {
		if !slices.ContainsFunc(scripts, func(s script) bool { return SameFamily(s.family, c.Family) }) {
			return c.Family
		}
	}
	return f.faces[0].Family
}

type script struct {
	from, to rune
	family   string
}

// scripts are the families that set scripts which text faces lack, whatever a design names, by their blocks in Unicode:
// letters with the points and figures that go with them.
var scripts = []script{
	{0x0590, 0x05FF, "Noto Sans Hebrew"}, {0xFB1D, 0xFB4F, "Noto Sans Hebrew"},
	{0x0600, 0x06FF, "Noto Sans Arabic"}, {0x0750, 0x077F, "Noto Sans Arabic"}, {0x08A0, 0x08FF, "Noto Sans Arabic"},
	{0xFB50, 0xFDFF, "Noto Sans Arabic"}, {0xFE70, 0xFEFC, "Noto Sans Arabic"},
}

// Others returns the faces for a rune that the faces of a style lack, in the nearest weight: of its script, else of the first
// family that has it, so that a sign is printed wherever any typeface has it.
func (f *Fonts) Others(weight int) func(r rune) []*text.Face {
	return func(r rune) []*text.Face {
		for _, s := range scripts {
			if r >= s.from && r <= s.to {
				return f.having(r, weight, s.family)
			}
		}
		return f.having(r, weight, "")
	}
}

// having is the face of the family, or of the first one, that has a rune.
func (f *Fonts) having(r rune, weight int, family string) []*text.Face {
	for _, c := range f.faces {
		if family != "" && !SameFamily(c.Family, family) {
			continue
		}
		if face := f.nearest(c.Family, weight, false).open(); face != nil {
			if _, ok := face.Glyph(r); ok {
				return []*text.Face{face}
			}
		}
	}
	return nil
}

// nearest prefers the right slant, then the smallest distance in weight, then the bolder of two as near.
func (f *Fonts) nearest(family string, weight int, italic bool) *font {
	var best *font
	least := 0
	for _, c := range f.faces {
		if !SameFamily(c.Family, family) {
			continue
		}
		d := 2 * (c.Weight - weight)
		if d < 0 {
			d = -d + 1
		}
		if c.Italic != italic {
			d += 10000
		}
		if best == nil || d < least {
			best, least = c, d
		}
	}
	return best
}

func (n *font) open() *text.Face {
	n.once.Do(func() {
		if n.Face.Face == nil && n.Open != nil {
			n.Face.Face, n.err = n.Open()
		}
	})
	return n.Face.Face
}

// families are the names of all typefaces, each once.
func (f *Fonts) families() []string {
	var names []string
	for _, n := range f.faces {
		names = append(names, n.Family)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// miss remembers a family that no face has.
func (f *Fonts) miss(family string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, u := range f.unknown {
		if u == family {
			return
		}
	}
	f.unknown = append(f.unknown, family)
}

// Report adds a finding for every family that is missing and every face that did not open.
func (f *Fonts) Report(out *diag.List) {
	f.mu.Lock()
	defer f.mu.Unlock()
	slices.Sort(f.unknown) // workers ask in any order
	for _, family := range f.unknown {
		out.Add("unknown-font", diag.Span{}, family, diag.Suggest(family, f.families()))
	}
	for _, n := range f.faces {
		if n.err != nil {
			out.Add("unreadable-font", diag.Span{}, n.Family, n.err.Error())
		}
	}
}

// SameFamily compares names as people write them: DejaVu Sans is dejavusans.
func SameFamily(a, b string) bool {
	return strings.EqualFold(strings.ReplaceAll(a, " ", ""), strings.ReplaceAll(b, " ", ""))
}

// Weight of a face that a document uses.
func (f *Fonts) Weight(face *text.Face) int {
	for _, n := range f.faces {
		if n.Face.Face == face {
			return n.Weight
		}
	}
	return 0
}
