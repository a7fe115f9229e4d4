package text

import (
	"slices"

	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"

	"konzept/report/font"
)

// shaper turns letters into glyphs of one face by HarfBuzz, in the port of go-text. It is used by one goroutine at a time.
type shaper struct {
	face   *Face
	font   *harfbuzz.Font // nil: the library cannot read the face, and each letter gets its own glyph
	buffer *harfbuzz.Buffer
	runes  []rune
	glyphs []shapedGlyph // from left to right
}

// shapedGlyph is a glyph with its place and the first of the runes that it stands for, with the glyphs of the same rune.
type shapedGlyph struct {
	Glyph
	offset Offset
	rune   int
}

// Offset moves a glyph from its place on the line, in font units: marks on letters.
type Offset struct{ X, Y int16 }

// nonJoiner stands where letters must not form a ligature; kerning passes over it.
const nonJoiner = '\u200C'

// borrowShaper takes a shaper, which goes back to f.shapers.
func (f *Face) borrowShaper() *shaper {
	if s, ok := f.shapers.Get().(*shaper); ok {
		return s
	}
	s := &shaper{face: f, buffer: harfbuzz.NewBuffer()}
	if face := f.Shaping(); face != nil {
		s.font = harfbuzz.NewFont(face)
	}
	return s
}

// shape fills runes and glyphs. In text from left to right, non-joiners are none of the runes.
func (s *shaper) shape(text string, style *wordStyle, backward bool) {
	b := s.buffer
	b.Clear()
	s.runes, s.glyphs = s.runes[:0], s.glyphs[:0]
	b.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Script: scriptOf(text), Language: language.NewLanguage(style.lang)}
	b.Flags = harfbuzz.RemoveDefaultIgnorables
	if backward {
		b.Props.Direction, b.Flags = harfbuzz.RightToLeft, 0
	}
	for _, r := range text {
		b.AddRune(r, len(s.runes))
		if r != nonJoiner || backward {
			s.runes = append(s.runes, r)
		}
	}
	if !s.run(style) || !s.covers(backward) {
		s.nominal(backward)
		return
	}
	for i, info := range b.Info {
		id, pos := font.GlyphID(info.Glyph), &b.Pos[i]
		s.glyphs = append(s.glyphs, shapedGlyph{Glyph: Glyph{ID: id, Kern: int16(int(pos.XAdvance) - s.face.Advance(id))},
			offset: Offset{int16(pos.XOffset), int16(pos.YOffset)}, rune: info.Cluster})
	}
}

// run shapes the buffer. It is false where the library has no such face, or gives up on tables that are damaged in ways which
// it does not expect.
func (s *shaper) run(style *wordStyle) (ok bool) {
	if s.font == nil {
		return false
	}
	defer func() {
		if recover() != nil {
			ok, s.buffer = false, harfbuzz.NewBuffer()
		}
	}()
	s.buffer.Shape(s.font, featuresOf(style))
	return true
}

// covers tells that the glyphs stand for all of the text. The library drops signs that print nothing, fillers for instance, and
// with them the first letter if there is no other to take its place.
func (s *shaper) covers(backward bool) bool {
	first := 0
	if backward {
		first = len(s.buffer.Info) - 1
	}
	return len(s.buffer.Info) > 0 && s.buffer.Info[first].Cluster == 0
}

// nominal gives every rune the glyph that the face has for it.
func (s *shaper) nominal(backward bool) {
	for i, r := range s.runes {
		g, _ := s.face.Glyph(r)
		s.glyphs = append(s.glyphs, shapedGlyph{Glyph: Glyph{ID: g}, rune: i})
	}
	if backward {
		slices.Reverse(s.glyphs)
	}
}

// scriptOf is the script of the first letter, Latin if there is none.
func scriptOf(text string) language.Script {
	for _, r := range text {
		switch script := language.LookupScript(r); script {
		case language.Common, language.Inherited, language.Unknown:
		default:
			return script
		}
	}
	return language.Latin
}

// featuresOf are those that a style asks for beside the usual ones: kerning, marks, and the ligatures and forms that the
// letters of a language need.
func featuresOf(style *wordStyle) (list []harfbuzz.Feature) {
	set := func(tag string, value uint32) {
		list = append(list, harfbuzz.Feature{Tag: opentype.MustNewTag(tag), Value: value, End: harfbuzz.FeatureGlobalEnd})
	}
	for i, tag := range featureTags {
		if style.features&(1<<i) != 0 {
			set(tag, 1)
		}
	}
	if style.plain {
		set("kern", 0)
		set("liga", 0)
		set("clig", 0)
	}
	return list
}
