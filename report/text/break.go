package text

import (
	"slices"
	"unicode/utf8"

	"konzept/report/geom"
)

// Break breaks a paragraph into lines, all of them at once.
func Break(spans []Span, o Options) []Line {
	p, done := borrow(spans, o)
	defer done()
	if len(p.glyphs) == 0 {
		return nil
	}
	p.choose()
	return p.lines()
}

// Extent returns the narrowest measure in which no line is too wide and the widest that the paragraph can fill.
func Extent(spans []Span, o Options) (narrow, wide geom.Length) {
	p, done := borrow(spans, o)
	defer done()
	if len(p.glyphs) == 0 {
		return 0, 0
	}
	p.stopFinder.patterns = o.Hyphenate
	p.findStops()
	var piece, line geom.Length // where each begins
	indent, after := o.First, o.First
	for i := range p.stops {
		st := &p.stops[i]
		narrow = max(narrow, after+st.end+st.hyphen-piece)
		piece, after = st.next, o.Hang
		if st.kind == forced {
			wide = max(wide, indent+st.end-line)
			line, indent = st.next, o.Hang
		}
	}
	return min(narrow, wide), wide // a hyphen may be wider than what it breaks off
}

// borrow takes a paragraph's tables from the first face, where they lie between two calls, and shapes the spans.
func borrow(spans []Span, o Options) (p *paragraph, done func()) {
	var home *Face
	for i := range spans {
		if f := spans[i].Font; f != nil && len(f.Faces) > 0 {
			home = f.Faces[0]
			break
		}
	}
	if home != nil {
		p, _ = home.scratch.Get().(*paragraph)
	}
	if p == nil {
		p = &paragraph{}
		p.hyphenator.Remember()
	}
	p.set(spans, o)
	return p, func() {
		p.spans, p.glyphs, p.made = nil, nil, nil
		if home != nil {
			home.scratch.Put(p)
		}
	}
}

func (p *paragraph) set(spans []Span, o Options) {
	p.stopFinder.shaped, p.spans, p.seg, p.protrude = &p.shaped, spans, 0, o.Protrude
	p.hyphenator.Set(o.Exceptions, o.MinLeft, o.MinRight)
	p.shape(spans, &p.hyphenator)
	p.options, p.first, p.rest, p.em, p.startHang = o, o.Width-o.First, o.Width-o.Hang, 0, 0
	for i := range spans {
		if spans[i].Font != nil {
			p.em = max(p.em, spans[i].Font.Size)
		}
	}
	p.filler = min(4*p.em, o.Width/2)
	if o.Protrude && len(p.runes) > 0 {
		p.startHang = p.hangLeft(0)
	}
}

// lines turns the chosen stops into lines.
func (p *paragraph) lines() []Line {
	lines := make([]Line, len(p.chosen))
	pieces := make([]Piece, 0, len(p.segments)+2*len(lines))
	p.made = make([]Glyph, 0, p.countHyphens())
	start := stop{hangNext: p.startHang} // the beginning, seen as a break
	from, seg := &start, 0
	for i, k := range p.chosen {
		l := setter{paragraph: p, line: &lines[i], from: from, to: &p.stops[k], pieces: pieces[len(pieces):]}
		l.measure = p.rest
		if i == 0 {
			l.measure = p.first
		}
		lines[i].Last = i == len(p.chosen)-1
		if p.within(int(l.to.glyph)) {
			p.takeApart(l.to)
		}
		l.set(&seg)
		pieces = pieces[:len(pieces)+len(l.pieces)]
		from = l.to
	}
	return lines
}

func (p *paragraph) countHyphens() int {
	n := 0
	for _, k := range p.chosen {
		if p.stops[k].kind == inWord {
			n++
		}
	}
	return n
}

// setter sets one line.
type setter struct {
	*paragraph
	line      *Line
	from, to  *stop
	measure   geom.Length
	pieces    []Piece
	left      geom.Length // where the line begins
	space     geom.Length // added to each U+0020
	expansion int64       // of the glyphs, in thousandths
}

func (l *setter) set(seg *int) {
	width := l.to.end - l.from.next + l.to.hyphen
	inner := width - l.to.hang - l.from.hangNext // what has to fill the measure
	l.line.Hyphen, l.line.Torn = l.to.kind == inWord, l.to.torn
	shortfall := l.measure - inner
	if shortfall < 0 && shortfall >= -slack {
		shortfall = 0
	}
	l.line.Width, l.line.Overfull = l.measure-shortfall, max(0, -shortfall)
	l.left = l.options.Width - l.measure // the indent
	switch l.options.Align {
	case Right:
		l.left += max(0, shortfall)
	case Centre:
		l.left += max(0, shortfall/2)
	case Justify:
		if l.to.kind != forced || shortfall < 0 {
			l.justify(shortfall, inner)
		}
	}
	l.left -= l.from.hangNext
	l.addPieces(seg)
	l.line.Pieces = l.pieces[:len(l.pieces):len(l.pieces)]
}

// justify spreads the shortfall (TeX: The Program, section 851) over the line: first by expansion of the glyphs, then over its spaces.
func (l *setter) justify(shortfall, inner geom.Length) {
	gaps := l.to.gaps - l.from.gapsNext
	glyphs := l.to.end - l.from.next + l.to.hyphen - gaps
	if most := int64(l.options.Expand); most > 0 && glyphs > 0 {
		l.expansion = min(max(floorDiv(int64(shortfall)*1000, int64(glyphs)), -most), most)
		shortfall -= l.grown(l.to.end-l.from.next+l.to.hyphen) - (l.to.end - l.from.next + l.to.hyphen)
	}
	spaces := 0
	for _, r := range l.runes[l.from.glyph:max(l.to.last, l.from.glyph)] {
		if r == ' ' {
			spaces++
		}
	}
	if spaces > 0 {
		l.space = max(floorDiv(shortfall, geom.Length(spaces)), -gaps/shrink/geom.Length(spaces))
		shortfall -= l.space * geom.Length(spaces)
	}
	if shortfall > -slack && shortfall < slack {
		shortfall = 0
	}
	l.line.Width, l.line.Overfull = l.measure-shortfall, max(0, -shortfall)
}

// floorDiv rounds down, so that what is spread never adds up to more than there is.
func floorDiv[T ~int64](n, d T) T {
	q := n / d
	if n%d < 0 {
		q--
	}
	return q
}

// grown is a width after expansion.
func (l *setter) grown(w geom.Length) geom.Length { return w + w*geom.Length(l.expansion)/1000 }

// addPieces cuts the segments between the two stops into pieces. seg is the segment where the line before ended.
func (l *setter) addPieces(seg *int) {
	spaces := 0
	hyphenX := l.left + l.grown(l.to.end-l.from.next)
	if l.to.kind == inWord {
		hyphenX += l.grown(l.kernHyphen(int(l.to.last) - 1))
	}
	for at := l.from.glyph; at < l.to.glyph; {
		for *seg+1 < len(l.segments) && l.segments[*seg+1].glyph <= at {
			*seg++
		}
		s, end := &l.segments[*seg], l.to.glyph
		if *seg+1 < len(l.segments) {
			end = min(end, l.segments[*seg+1].glyph)
		}
		x := l.left + l.grown(l.offset(at)) + geom.Length(spaces)*l.space
		for _, r := range l.runes[at:end] {
			if r == ' ' {
				spaces++
			}
		}
		l.enlarge(int(s.span), s)
		if !s.hidden {
			l.pieces = append(l.pieces, l.piece(s, at, end, x))
		}
		at = end
	}
	reorder(l.pieces)
	if l.to.kind == inWord {
		l.addHyphen(l.segmentOf(int(l.to.last)-1), hyphenX+geom.Length(spaces)*l.space)
	}
}

// offset is the pen before glyph i, from the line's beginning.
func (l *setter) offset(i int32) geom.Length { return l.shaped.x[i] - l.from.next }

func (l *setter) piece(s *segment, at, end int32, x geom.Length) Piece {
	p := Piece{X: x, Span: int(s.span), Object: s.object}
	if s.object {
		return p
	}
	begin := 0
	for _, g := range l.glyphs[s.glyph:at] {
		begin += int(g.Len)
	}
	size := 0
	for _, g := range l.glyphs[at:end] {
		size += int(g.Len)
	}
	p.Run = Run{Face: s.face, Size: s.size, Text: s.text[begin : begin+size], WordSpace: l.space, Expansion: int16(l.expansion),
		Backward: s.backward}
	p.Run.Glyphs, p.Run.Offsets = whole(l.glyphs[at:end], l.offsetsOf(at, end))
	return p
}

// kernHyphen kerns the letter of entry k towards the line's hyphen instead of the letter that follows it in the word.
func (l *setter) kernHyphen(k int) geom.Length {
	seg, base := l.segmentOf(k), l.base(k)
	if seg.hidden {
		return 0
	}
	kern := seg.face.kern(l.runes[base:k+1], '-', l.spans[seg.span].Font.wordStyle())
	l.glyphs[base].Kern = int16(kern)
	return scale(kern, seg.size, seg.face)
}

// addHyphen ends the line with a hyphen in the type of the segment before it.
func (l *setter) addHyphen(s *segment, x geom.Length) {
	g, ok := s.face.Glyph('-')
	if !ok {
		return
	}
	l.made = append(l.made, Glyph{ID: g, Len: uint8(utf8.RuneLen(softHyphen))})
	n := len(l.made)
	l.pieces = append(l.pieces, Piece{X: x, Span: int(s.span), Run: Run{Face: s.face, Size: s.size, Text: string(softHyphen),
		Glyphs: l.made[n-1 : n : n], Expansion: int16(l.expansion)}})
}

// enlarge raises the line's height to a segment's.
func (l *setter) enlarge(span int, s *segment) {
	sp := &l.spans[span]
	up, down := sp.Object.H, geom.Length(0)
	if !s.object {
		face := s.face
		if !slices.Contains(sp.Font.Faces, face) { // high accents of other scripts must not drive the lines of a paragraph apart
			face = sp.Font.Faces[0]
		}
		up, down = scale(face.Ascent(), s.size, face), scale(face.Descent(), s.size, face)
	}
	l.line.Ascent = max(l.line.Ascent, up+sp.Rise)
	l.line.Descent = max(l.line.Descent, down-sp.Rise)
}
