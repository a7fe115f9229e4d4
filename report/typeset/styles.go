package typeset

import (
	"strings"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/hyphen"
	"konzept/report/text"
	"konzept/report/typeface"
)

// Styles makes of the styles of a document what text needs: fonts, leadings, and styles derived from others, each the same
// one whenever it is asked for.
type Styles struct {
	faces   *typeface.Fonts
	lang    string // primary subtag of the document's
	micro   Microtypography
	fonts   map[fontKey]*text.Font
	derived map[styleKey]*doc.Style
}

// Microtypography is how lines are broken beyond the words.
type Microtypography struct {
	Exceptions *hyphen.Exceptions // the project's own hyphenations, or nil
	Protrude   bool               // punctuation of justified text hangs into the margin a little
	Expand     int                // thousandths by which glyphs of justified text may be made wider or narrower
}

// NewStyles is for one unit of a document: it is not safe for concurrent use.
func NewStyles(faces *typeface.Fonts, lang string, micro Microtypography) *Styles {
	return &Styles{faces: faces, lang: lang, micro: micro, fonts: map[fontKey]*text.Font{}, derived: map[styleKey]*doc.Style{}}
}

type styleKey struct {
	style *doc.Style
	name  string
}

// Derive returns a style made from s by change, the same one each time.
func (st *Styles) Derive(s *doc.Style, name string, change func(*doc.Style)) *doc.Style {
	key := styleKey{s, name}
	if d := st.derived[key]; d != nil {
		return d
	}
	d := *s
	change(&d)
	st.derived[key] = &d
	return &d
}

// plain is the style of blocks that name none.
var plain = doc.Style{Name: "plain", Size: 10 * geom.Pt, Leading: 14 * geom.Pt}

// Styled returns a style that can be set: with a size and a leading.
func (st *Styles) Styled(s *doc.Style) *doc.Style {
	switch {
	case s == nil:
		return &plain
	case s.Size > 0 && s.Leading > 0:
		return s
	}
	return st.Derive(s, "whole", func(d *doc.Style) {
		if d.Size <= 0 {
			d.Size = plain.Size
		}
		if d.Leading <= 0 {
			d.Leading = d.Size.Mul(14, 10)
		}
	})
}

// Language is the primary subtag of a BCP 47 tag.
func Language(tag string) string {
	tag, _, _ = strings.Cut(tag, "-")
	return tag
}

// fontKey is what decides a font.
type fontKey struct {
	style        *doc.Style
	bold, italic bool
	scale        int
	lang         string
}

// Font returns the font of a paragraph style with a character style.
func (st *Styles) Font(s *doc.Style, style *doc.CharStyle, lang string) *text.Font {
	if lang == "" {
		lang = st.lang
	} else {
		lang = Language(lang)
	}
	key := fontKey{s, style.Bold, style.Italic, style.Scale, lang}
	if f := st.fonts[key]; f != nil {
		return f
	}
	weight := WeightOf(s)
	if style.Bold {
		weight = Bolder(weight)
	}
	f := &text.Font{Faces: st.faces.Resolve(s.Families, weight, s.Italic != style.Italic), Size: s.Size, Lang: lang, Others: st.faces.Others(weight)}
	if style.Scale > 0 {
		f.Size = s.Size.Mul(int64(style.Scale), 100)
	}
	if s.Tabular {
		f.Features |= text.TabularFigures
	}
	st.fonts[key] = f
	return f
}

// Bolder is the weight of bold text within text of weight w.
func Bolder(w int) int {
	if w < 600 {
		return 700
	}
	return 900
}

// Labelled is the style of labels: without indents, at the left.
func (st *Styles) Labelled(s *doc.Style) *doc.Style {
	return st.Derive(s, "item", func(d *doc.Style) {
		d.First, d.Indent, d.Align, d.Hyphenate = 0, 0, doc.Left, false
	})
}

// aligned is a style as it stands in a cell with an alignment of its own.
func (st *Styles) aligned(s *doc.Style, a doc.Align) *doc.Style {
	if a == s.Align {
		return s
	}
	names := [...]string{"left", "justify", "right", "centre", "decimal"}
	return st.Derive(s, names[a], func(d *doc.Style) { d.Align = a })
}

// MinCopySize is the smallest size of tables, notes and all but running text that is legible on grey copies, which blur.
const MinCopySize = 17 * geom.Pt / 2

// Small is a style at 90 percent, for sources and credits, but still legible on a copy.
func (st *Styles) Small(s *doc.Style) *doc.Style {
	return st.Derive(s, "small", func(d *doc.Style) {
		d.Size = max(s.Size.Mul(9, 10), min(s.Size, MinCopySize))
		d.Leading, d.Before = s.Leading.Mul(int64(d.Size), max(int64(s.Size), 1)), 0
	})
}

// CaptionStyle is how a table's caption stands: its text, bold.
func (st *Styles) CaptionStyle(style *doc.TableStyle) *doc.Style {
	return st.Derive(st.Styled(style.Style), "caption", func(d *doc.Style) {
		d.Weight, d.Align, d.Before, d.After = Bolder(WeightOf(d)), doc.Left, 0, 3*geom.Pt
	})
}

// SourceStyle is how a figure's source stands: smaller than its title, and never bold.
func (st *Styles) SourceStyle(caption *doc.Style) *doc.Style {
	return st.Derive(st.Small(caption), "source", func(d *doc.Style) { d.Weight, d.KeepNext = min(d.Weight, 400), false })
}

// EntryStyle is how a heading's words stand in contents: ragged, so that the leader begins where they end.
func (st *Styles) EntryStyle(s *doc.Style) *doc.Style {
	return st.Derive(s, "entry", func(d *doc.Style) { d.Align, d.First, d.Indent = doc.Left, 0, 0 })
}

// Breaking is how paragraphs of a style are broken; protrusion and expansion are for justified text alone.
func (st *Styles) Breaking(s *doc.Style, width geom.Length) text.Options {
	o := text.Options{Width: max(width, geom.Pt), First: s.First, Align: aligns(s.Align), Hyphenate: s.Hyphenate, Exceptions: st.micro.Exceptions}
	if s.Align == doc.Justify {
		o.Protrude, o.Expand = st.micro.Protrude, st.micro.Expand
	}
	return o
}

func aligns(a doc.Align) text.Align {
	switch a {
	case doc.Justify:
		return text.Justify
	case doc.Right:
		return text.Right
	case doc.Centre:
		return text.Centre
	}
	return text.Left
}

// nominal is ascent and descent of a style's first face at its size.
func (st *Styles) nominal(s *doc.Style) (up, down geom.Length) {
	f := st.Font(s, &doc.CharStyle{}, "")
	if len(f.Faces) == 0 {
		return s.Size.Mul(8, 10), s.Size.Mul(2, 10)
	}
	face := f.Faces[0]
	em := int64(max(face.UnitsPerEm(), 1))
	return s.Size.Mul(int64(face.Ascent()), em), s.Size.Mul(int64(face.Descent()), em)
}

// lineBox is where a line's baseline stands below its top, and how high it is: the leading, and more for what is
// higher than the style's own face.
func (st *Styles) lineBox(s *doc.Style, l *text.Line) (base, height geom.Length) {
	up, down := st.nominal(s)
	base = (s.Leading-up-down)/2 + up
	over := max(l.Ascent-max(base, up), 0)
	under := max(l.Descent-max(s.Leading-base, down), 0)
	return base + over, s.Leading + over + under
}

// noteScale is the size of a footnote's mark, in percent of the text's.
const noteScale = 65

// noteNumber is the width that a note's number is given before it is known: that of two digits.
func (st *Styles) noteNumber(s *doc.Style) geom.Length {
	return text.Width("00", st.Font(s, &doc.CharStyle{Scale: noteScale}, ""))
}

// WeightOf is a style's weight; a style without one is regular.
func WeightOf(s *doc.Style) int {
	if s.Weight == 0 {
		return 400
	}
	return s.Weight
}
