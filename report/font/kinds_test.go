package font

import (
	"bytes"
	"math"
	"slices"
	"testing"

	gotext "github.com/go-text/typesetting/font"
	gocff "github.com/go-text/typesetting/font/cff"

	"konzept/fonts"
	"konzept/report/internal/testfont"
)

func fontBytes(tb testing.TB, name string) []byte {
	tb.Helper()
	data, err := fonts.FS().ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// opened is a face of a file that must be sound.
func opened(tb testing.TB, data []byte, at Place) *Face {
	tb.Helper()
	f, err := NewFile(data).Face(at)
	if err != nil {
		tb.Fatal(err)
	}
	return f
}

// allShown shows so many glyphs of a face, under codes with gaps.
func allShown(f *Face, most int) (shown []Shown) {
	for g := range min(f.NumGlyphs(), most) {
		shown = append(shown, Shown{uint16(0x4000 + 2*g), GlyphID(g)})
	}
	return shown
}

// checkProgram compares a written CFF program with what it was written from: every code leads to a glyph with the face's
// outline, to so many units, and with its width.
func checkProgram(tb testing.TB, f *Face, shown []Shown, p *Program, near float64) {
	tb.Helper()
	written, err := readCFF(p.Data)
	if err != nil {
		tb.Fatal(err)
	}
	drawn, err := gocff.Parse(p.Data)
	if err != nil {
		tb.Fatal(err)
	}
	if written.charstrings.n != len(shown)+1 || written.global.n != 0 {
		tb.Fatalf("%d glyphs for %d codes, %d subroutines", written.charstrings.n, len(shown), written.global.n)
	}
	face := drawing(tb, f)
	for i, s := range shown {
		if g := written.named(int(s.Code)); g != i+1 {
			tb.Fatalf("code %x leads to glyph %d, want %d", s.Code, g, i+1)
		}
		if w, _ := readInteger(written.charstrings.at(i + 1)); w != f.Advance(s.Glyph) {
			tb.Errorf("glyph %d is %d wide, want %d", s.Glyph, w, f.Advance(s.Glyph))
		}
		got, _, err := drawn.LoadGlyph(uint16(i + 1))
		want, _ := outline(face, s.Glyph)
		if err != nil || !sameSegments(got, want, near) {
			tb.Errorf("glyph %d looks differently: %v", s.Glyph, err)
		}
	}
}

// drawing is the face as the library draws it, with its table CFF2.
func drawing(tb testing.TB, f *Face) *gotext.Face {
	if f.tables["CFF2"] == nil {
		return f.Shaping()
	}
	face, err := gotext.ParseTTF(bytes.NewReader(f.Data()))
	if err != nil {
		tb.Fatal(err)
	}
	face.SetCoords(f.coords)
	return face
}

// sameSegments compares outlines point by point; curves of the second degree with the ones of the third that they become, by
// their ends.
func sameSegments(a, b []gotext.Segment, near float64) bool {
	return slices.EqualFunc(a, b, func(s, t gotext.Segment) bool {
		p, q := s.ArgsSlice(), t.ArgsSlice()
		if len(p) != len(q) {
			p, q = p[len(p)-1:], q[len(q)-1:]
		}
		return slices.EqualFunc(p, q, func(p, q gotext.SegmentPoint) bool {
			return math.Abs(float64(p.X-q.X)) <= near && math.Abs(float64(p.Y-q.Y)) <= near
		})
	})
}

// TestCFFIsWrittenAsItIs: a font with subroutines, hints and masks keeps its outlines, hints and widths without the
// subroutines; letters that were composed of two are drawn.
func TestCFFIsWrittenAsItIs(t *testing.T) {
	ttf := fontBytes(t, "SourceSerif4-It.ttf")
	f, source := opened(t, testfont.CFF(ttf), Place{}), opened(t, ttf, Place{})
	if f.Name() != source.Name() || f.UnitsPerEm() != source.UnitsPerEm() || f.CapHeight() != source.CapHeight() || f.NumGlyphs() != source.NumGlyphs() {
		t.Errorf("%s, %d units, H %d high", f.Name(), f.UnitsPerEm(), f.CapHeight())
	}
	composed, _ := f.Glyph('Á')
	shown := slices.DeleteFunc(allShown(f, 2000), func(s Shown) bool { return s.Glyph == composed })
	p, err := f.Embed(shown)
	if err != nil || !p.CFF || p.Glyphs != nil {
		t.Fatalf("%v", err)
	}
	checkProgram(t, f, shown, p, 0)
	a, _ := f.Glyph('A')
	hints := []byte{139, 149, 18, 144, 159, 19, 0xC0} // hstemhm, a mask
	c, _ := readCFF(p.Data)
	if cs := c.charstrings.at(slices.IndexFunc(shown, func(s Shown) bool { return s.Glyph == a }) + 1); !bytes.Contains(cs, hints) || cs[len(cs)-1] != opEndChar {
		t.Errorf("A has lost its hints: % x", cs)
	}
	if !bytes.Contains(p.Data, []byte{127, 151, 6}) {
		t.Error("the private dictionary has lost its blue zones")
	}
}

// TestComposedLettersAreDrawn: endchar with four operands puts an accent over a letter (Technical Note 5177, appendix C).
func TestComposedLettersAreDrawn(t *testing.T) {
	f := opened(t, testfont.CFF(fontBytes(t, "SourceSans3-Regular.ttf")), Place{})
	glyph := func(r rune) GlyphID { g, _ := f.Glyph(r); return g }
	p, err := f.Embed([]Shown{{0x4000, glyph('Á')}})
	if err != nil {
		t.Fatal(err)
	}
	drawn, err := gocff.Parse(p.Data)
	if err != nil {
		t.Fatal(err)
	}
	got, _, err := drawn.LoadGlyph(1)
	letter, _ := outline(f.Shaping(), glyph('A'))
	accent, _ := outline(f.Shaping(), glyph('´'))
	want := slices.Clone(letter)
	for _, s := range accent {
		for i := range s.Args {
			s.Args[i].X, s.Args[i].Y = s.Args[i].X+40, s.Args[i].Y+150
		}
		want = append(want, s)
	}
	if err != nil || len(accent) == 0 || !sameSegments(got, want, 0) {
		t.Errorf("Á is %v, want %v", got, want)
	}
	for code, sid := range map[int]int{32: 1, 65: 34, 126: 95, 161: 96, 175: 110, 177: 111, 182: 115, 189: 122, 191: 123, 193: 124, 194: 125, 200: 131,
		202: 132, 203: 133, 205: 134, 208: 137, 225: 138, 251: 149, 31: 0, 176: 0, 201: 0, 255: 0} {
		if got := standardString(code); got != sid {
			t.Errorf("code %d of the standard encoding is string %d, want %d", code, got, sid)
		}
	}
}

// TestCollectionsHoldFaces: each font of a collection is a face with its own names.
func TestCollectionsHoldFaces(t *testing.T) {
	a := testfont.Named(fontBytes(t, "SourceSans3-Regular.ttf"), map[int]string{1: "Haus Light", 2: "Regular", 16: "Haus", 17: "Light", 6: "Haus-Light"})
	b := testfont.Named(testfont.CFF(fontBytes(t, "SourceSans3-BoldIt.ttf")), map[int]string{1: "Haus", 2: "Bold Italic", 6: "Haus-BoldItalic"})
	data := testfont.Collection(a, b)
	names := List(bytes.NewReader(data), int64(len(data)))
	want := []Name{{Place{0, 0}, "Haus", 400, false}, {Place{1, 0}, "Haus", 700, true}} // by OS/2, which knows no Light here
	if !slices.Equal(names, want) {
		t.Errorf("faces %v, want %v", names, want)
	}
	file := NewFile(data)
	for _, n := range names {
		f, err := file.Face(n.Place)
		if err != nil {
			t.Fatal(err)
		}
		shown := allShown(f, 20)
		if p, err := f.Embed(shown); err != nil || p.CFF != (n.Member == 1) {
			t.Errorf("%s: %v", f.Name(), err)
		}
	}
	if file.Members() != 2 {
		t.Errorf("%d fonts", file.Members())
	}
	if _, err := file.Face(Place{Member: 2}); err == nil {
		t.Error("a collection of two has a third font")
	}
}

// TestVariableFontsHaveInstances: a named instance has its own weight, widths and outlines; the one where nothing varies is
// embedded as it stands.
func TestVariableFontsHaveInstances(t *testing.T) {
	ttf := fontBytes(t, "SourceSans3-Regular.ttf")
	plain := opened(t, ttf, Place{})
	data := testfont.Variable(ttf)
	names := List(bytes.NewReader(data), int64(len(data)))
	if want := []Name{{Place{0, 1}, "Wandel", 400, false}, {Place{0, 2}, "Wandel", 900, true}}; !slices.Equal(names, want) {
		t.Fatalf("instances %v, want %v", names, want)
	}
	file := NewFile(data)
	regular, err := file.Face(Place{0, 1})
	if err != nil {
		t.Fatal(err)
	}
	if p, err := regular.Embed(allShown(regular, 9)); err != nil || p.CFF {
		t.Errorf("Regular: %v", err)
	}
	black, err := file.Face(Place{0, 2})
	if err != nil {
		t.Fatal(err)
	}
	if regular.Name() != "Wandel-Regular" || black.Name() != "Wandel-BlackItalic" || black.Descriptor().Flags&forceBold == 0 {
		t.Errorf("%s, %s", regular.Name(), black.Name())
	}
	if a, b := regular.Shaping(), black.Shaping(); a.Font != b.Font {
		t.Error("instances do not share their font")
	}
	x, _ := black.Glyph('x')
	if got, want := black.Advance(x), plain.Advance(x)+testfont.Wider; got != want || regular.Advance(x) != plain.Advance(x) {
		t.Errorf("x is %d wide, want %d", got, want)
	}
	if got := int(black.Shaping().HorizontalAdvance(gotext.GID(x))); got != black.Advance(x) {
		t.Errorf("x is shaped %d wide", got)
	}
	before, _ := outline(plain.Shaping(), x)
	after, _ := outline(black.Shaping(), x)
	if got := after[0].Args[0].X - before[0].Args[0].X; got != testfont.Moved {
		t.Errorf("x moved by %v", got)
	}
	shown := allShown(black, 300)
	p, err := black.Embed(shown)
	if err != nil || !p.CFF {
		t.Fatal(err)
	}
	checkProgram(t, black, shown, p, 0.51)
	if _, err := file.Face(Place{0, 3}); err == nil {
		t.Error("a font of two instances has a third")
	}
}

// TestCFF2IsWrittenAsCFF: PDF does not know table CFF2; its outlines are written as CFF, at every instance.
func TestCFF2IsWrittenAsCFF(t *testing.T) {
	ttf := fontBytes(t, "SourceSans3-Regular.ttf")
	file, called := NewFile(testfont.CFF2(ttf)), NewFile(testfont.CFF2WithSubroutines(ttf))
	first := map[int]float32{}
	for _, instance := range []int{0, 1, 2} {
		f, err := file.Face(Place{0, instance})
		if err != nil {
			t.Fatal(err)
		}
		shown := allShown(f, 200)
		p, err := f.Embed(shown)
		if err != nil || !p.CFF {
			t.Fatalf("%v", err)
		}
		checkProgram(t, f, shown, p, 0.01)
		g, err := called.Face(Place{0, instance})
		if err != nil {
			t.Fatal(err)
		}
		if q, err := g.Embed(shown); err != nil || !bytes.Equal(p.Data, q.Data) {
			t.Errorf("with subroutines: %v", err)
		}
		x, _ := f.Glyph('x')
		segments, _ := outline(drawing(t, f), x)
		first[instance] = segments[1].Args[0].X
	}
	if first[0] != first[1] || first[2] != first[0]+testfont.Moved {
		t.Errorf("x begins at %v", first)
	}
}

// TestScaledUnits: a font of other units than a thousandth says so in its matrix.
func TestScaledUnits(t *testing.T) {
	tables := testfont.Tables(testfont.Variable(fontBytes(t, "SourceSans3-Regular.ttf")))
	head := slices.Clone(tables["head"])
	head[18], head[19] = 8, 0 // 2048
	tables["head"] = head
	f := opened(t, testfont.Write("\x00\x01\x00\x00", tables), Place{0, 2})
	p, err := f.Embed(allShown(f, 5))
	if err != nil {
		t.Fatal(err)
	}
	c, err := readCFF(p.Data)
	if err != nil {
		t.Fatal(err)
	}
	tops, _ := readIndex(p.Data, 4+len(appendIndex(nil, []byte(f.Name()))))
	top, _ := readDict(tops.at(0))
	if m := top[opMatrix].operands; len(m) != 6 || math.Abs(m[0]*2048-1) > 1e-6 || m[0] != m[3] || m[1] != 0 || c.matrix == nil {
		t.Errorf("matrix %v", m)
	}
}

// counted tells how many bytes are read of a file.
type counted struct {
	*bytes.Reader
	n int
}

func (c *counted) ReadAt(b []byte, at int64) (int, error) {
	c.n += len(b)
	return c.Reader.ReadAt(b, at)
}

// TestNamesNeedLittleOfAFile: a folder of large house fonts must not be read merely to be listed.
func TestNamesNeedLittleOfAFile(t *testing.T) {
	data := fontBytes(t, "SourceSans3-SemiboldIt.ttf")
	c := &counted{Reader: bytes.NewReader(data)}
	if names := List(c, int64(len(data))); len(names) != 1 || names[0] != (Name{Place{}, "Source Sans 3", 600, true}) {
		t.Errorf("faces %v", names)
	}
	if c.n > len(data)/20 {
		t.Errorf("%d of %d bytes are read", c.n, len(data))
	}
}

// TestFamiliesAreNamedAsPeopleKnowThem: weight and slant are not part of a family's name, width and size are.
func TestFamiliesAreNamedAsPeopleKnowThem(t *testing.T) {
	for _, c := range [][3]string{
		{"Open Sans", "Condensed Bold", "Open Sans Condensed"}, {"Haus", "Semibold Italic", "Haus"}, {"Haus", "Extra Light", "Haus"},
		{"Haus", "SemiBold", "Haus"}, {"Haus", "Extra Condensed Medium", "Haus Extra Condensed"}, {"Haus", "BoldItalic", "Haus"},
		{"Arial Narrow", "Narrow Bold", "Arial Narrow"}, {"Source Serif 4", "Display Black", "Source Serif 4 Display"}, {"Haus", "", "Haus"},
	} {
		if got := withWidth(c[0], c[1]); got != c[2] {
			t.Errorf("%s %s belongs to %q, want %q", c[0], c[1], got, c[2])
		}
	}
	for class, want := range map[int]int{0: 400, 4: 400, 7: 700, 250: 250, 400: 400, 950: 900, -3: 400, 20: 100} {
		if got := weightOf(class); got != want {
			t.Errorf("weight class %d is %d, want %d", class, got, want)
		}
	}
}

// TestTent compares with the algorithm in the OpenType specification, "Calculation of scalars".
func TestTent(t *testing.T) {
	for _, c := range []struct {
		at, start, peak, end int
		want                 float64
	}{{0, 0, 100, 100, 0}, {50, 0, 100, 100, .5}, {100, 0, 100, 100, 1}, {150, 100, 200, 300, .5}, {250, 100, 200, 300, .5}, {300, 100, 200, 300, 0},
		{-50, -100, -100, 0, .5}, {70, 0, 0, 0, 1}, {70, -10, 20, 30, 1}, {70, 30, 20, 100, 1}} {
		if got := tent(c.at, c.start, c.peak, c.end); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

// FuzzFile: whatever stands in a file, it is refused or its faces are embedded with the outlines and widths that they have.
func FuzzFile(f *testing.F) {
	small := testfont.Small(fontBytes(f, "SourceSans3-Regular.ttf"))
	for _, seed := range [][]byte{small, testfont.CFF(small), testfont.Variable(small), testfont.CFF2(small), testfont.Collection(small, testfont.CFF(small))} {
		if names := List(bytes.NewReader(seed), int64(len(seed))); len(names) == 0 || opened(f, seed, names[len(names)-1].Place).NumGlyphs() != 12 {
			f.Fatal("a seed is not sound")
		}
		f.Add(seed)
	}
	f.Fuzz(fuzzFile)
}

func fuzzFile(t *testing.T, data []byte) {
	file := NewFile(data)
	names := List(bytes.NewReader(data), int64(len(data)))
	for _, n := range append(names[:min(len(names), 4)], Name{}) {
		face, err := file.Face(n.Place)
		if err != nil {
			continue
		}
		shown := allShown(face, 64)
		p, err := face.Embed(shown)
		if err != nil {
			t.Fatalf("a sound face is not embedded: %v", err)
		}
		if p.CFF {
			checkSound(t, face, shown, p)
			continue
		}
		tables := written(t, p.Data)
		for _, s := range shown {
			g := table(p.Glyphs).u16(2 * int(s.Code))
			if tables["hmtx"].u16(4*g) != face.Advance(s.Glyph) || !sameShape(outlinesOf(face.tables), int(s.Glyph), outlinesOf(tables), g) {
				t.Fatalf("glyph %d came out differently", s.Glyph)
			}
		}
	}
}

// checkSound is checkProgram for damaged fonts: what the library draws of them is what it draws of the program; what it cannot
// draw stays as it is.
func checkSound(t *testing.T, f *Face, shown []Shown, p *Program) {
	written, err := readCFF(p.Data)
	if err != nil {
		t.Fatal(err)
	}
	drawn, err := gocff.Parse(p.Data)
	if err != nil {
		t.Fatal(err)
	}
	var flat flattener
	for i, s := range shown {
		if w, _ := readInteger(written.charstrings.at(i + 1)); w != min(f.Advance(s.Glyph), math.MaxInt16) {
			t.Fatalf("glyph %d is %d wide, want %d", s.Glyph, w, f.Advance(s.Glyph))
		}
		if c := f.member.cff; c != nil {
			if before, _ := flat.flatten(c, s.Glyph, nil); before.seac != nil {
				continue
			}
		}
		face := f.Shaping()
		if face == nil || f.tables["glyf"] != nil { // which the library takes instead of a CFF that it cannot read
			continue
		}
		want, ok := outline(face, s.Glyph)
		got, _, err := drawn.LoadGlyph(uint16(i + 1))
		if len(got) == len(want)+1 { // the library does not close what does not end
			got = got[:len(want)]
		}
		if ok && (err != nil || !f.isDrawn() && !sameSegments(got, want, 0.01)) {
			t.Fatalf("glyph %d looks differently: %v", s.Glyph, err)
		}
	}
}
