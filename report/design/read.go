package design

import (
	"slices"
	"strconv"
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/source"
	"konzept/report/template"
)

// Limits: an ink is a byte, and a style's type must be possible to set.
const (
	maxColours = 200
	maxSize    = 2000 * geom.Pt
)

// Off is what a project, a template's front matter and a style say where texts are to stay as they are written.
const Off = "aus"

// reader turns a design's YAML into styles and colours.
type reader struct {
	*Design
	styles  *source.Node
	reading []string // styles that are being read, for cycles
}

// readDesign reads a design; nil gives one with nothing but a plain body style.
func readDesign(name string, n *source.Node) *Design {
	r := &reader{Design: &Design{Name: name, Fonts: map[string][]string{}, Styles: map[string]*doc.Style{},
		TableStyles: map[string]*doc.TableStyle{}, Options: map[string]string{}, pages: map[string]*source.Node{}, names: map[string][]string{}}}
	r.keys(n, "design", "extends", "colours", "fonts", "styles", "pages", "looks", "charts", "series", "options", "binding")
	r.colours(n.Get("colours"))
	for _, e := range n.Get("fonts").Pairs() {
		r.Fonts[e.Key] = e.Value.Words()
		r.names["font"] = append(r.names["font"], e.Key)
	}
	r.styles = n.Get("styles")
	for _, e := range r.styles.Pairs() {
		r.names["style"] = append(r.names["style"], e.Key)
	}
	for _, e := range r.styles.Pairs() {
		r.style(e.Key)
	}
	if r.Styles["body"] == nil {
		r.Styles["body"] = &doc.Style{Name: "body", Families: r.Fonts["body"], Weight: 400, Size: 10 * geom.Pt, Leading: 14 * geom.Pt}
	}
	for _, e := range n.Get("looks").Pairs() {
		r.names["look"] = append(r.names["look"], e.Key)
		r.TableStyles[e.Key] = r.tableStyle(e.Value)
	}
	for _, e := range n.Get("pages").Pairs() {
		r.names["page"] = append(r.names["page"], e.Key)
		r.pages[e.Key] = e.Value
		r.keys(e.Value, "pages."+e.Key, pageKeys...)
	}
	r.charts(n.Get("charts"))
	r.seriesInks(n.Get("series"))
	r.binding(n.Get("binding"))
	for _, e := range n.Get("options").Pairs() {
		if e.Value.Kind != source.Scalar {
			r.wrong(e.Value, e.Key, "ein Wort", "a word")
		}
		r.Options[e.Key] = e.Value.Value
	}
	return r.Design
}

// misshapen finds sections of another kind than designs have: without them, all that names their parts would be a finding.
func misshapen(n *source.Node, out *diag.List) {
	for _, e := range n.Entries {
		switch e.Key {
		case "colours":
			if e.Value.Kind != source.Sequence {
				out.Add("wrong-shape", e.KeySpan, e.Key, diag.Both("eine Liste", "a list"), diag.Both("etwas anderes", "something else"))
			}
		case "fonts", "styles", "looks", "pages", "options":
			if e.Value.Kind != source.Mapping && !e.Value.Empty() {
				out.Add("wrong-shape", e.KeySpan, e.Key, diag.Both("eine Gruppe", "a map"), diag.Both("etwas anderes", "something else"))
			}
		}
	}
}

// keys finds what is no key of a mapping.
func (r *reader) keys(n *source.Node, where string, known ...string) {
	for _, e := range n.Pairs() {
		if !slices.Contains(known, e.Key) {
			r.found.Add("unknown-design-key", e.KeySpan, e.Key, where, diag.Suggest(e.Key, known))
		}
	}
}

func (r *reader) wrong(n *source.Node, key, de, en string) {
	if n == nil {
		n = &source.Node{}
	}
	r.found.Add("bad-value", n.Span, key, n.Value, diag.Both(de, en))
}

func (r *reader) colours(n *source.Node) {
	if n == nil || len(n.Items) == 0 {
		r.Palette = geom.Palette{{Name: "text", CMYK: [4]uint8{0, 0, 0, 100}, Gray: 100}}
		return
	}
	if len(n.Items) > maxColours {
		r.wrong(n, "colours", "höchstens 200 Farben", "at most 200 colours")
		n = &source.Node{Items: n.Items[:maxColours]}
	}
	for _, item := range n.Items {
		r.keys(item, "colours", "name", "rgb", "cmyk", "gray", "spot")
		name := item.Get("name")
		if name == nil {
			r.found.Add("colour-without-name", item.Span)
			name = &source.Node{}
		}
		c := geom.Colour{Name: name.Value}
		rgb := item.Get("rgb")
		if rgb != nil {
			v, err := strconv.ParseUint(strings.TrimPrefix(rgb.Value, "#"), 16, 32)
			if err != nil || len(strings.TrimPrefix(rgb.Value, "#")) != 6 {
				r.wrong(rgb, "rgb", "eine Farbe wie „#14506b“ in Anführungszeichen", "a colour such as \"#14506b\" in quotation marks")
			}
			c.RGB = [3]uint8{uint8(v >> 16), uint8(v >> 8), uint8(v)}
		}
		c.CMYK, c.Gray = derived(c.RGB)
		r.inks(&c, item)
		if n := item.Get("spot"); n != nil {
			c.Spot = n.Value
			if plate, _ := c.SpotTint(); slices.Contains(plates, plate) {
				r.wrong(n, "spot", "ein Name wie „HKS 41 K“; All, None und die Namen der vier Druckfarben haben eine eigene Bedeutung",
					"a name such as \"HKS 41 K\"; All, None and the names of the four process inks have a meaning of their own")
				c.Spot = ""
			}
		}
		r.Palette = append(r.Palette, c)
	}
}

// plates are names that no spot colour can have (ISO 32000-1, 8.6.6.4).
var plates = []string{"All", "None", "Cyan", "Magenta", "Yellow", "Black"}

// inks reads a colour's values for print.
func (r *reader) inks(c *geom.Colour, item *source.Node) {
	if n := item.Get("cmyk"); n != nil {
		for i, w := range n.Words() {
			if v, ok := number.ParseCount(w); ok && v <= 100 && i < 4 {
				c.CMYK[i] = uint8(v)
			} else {
				r.wrong(n, "cmyk", "vier Zahlen von 0 bis 100", "four numbers from 0 to 100")
			}
		}
	}
	if n := item.Get("gray"); n != nil {
		v, ok := number.ParseCount(n.Value)
		if !ok || v > 100 {
			r.wrong(n, "gray", "eine Zahl von 0 bis 100", "a number from 0 to 100")
		}
		c.Gray = uint8(min(v, 100))
	}
}

// derived makes print values of a screen colour for a design that names none: a simple separation with full black
// replacement, and grey by the luminance weights of ITU-R BT.601.
func derived(rgb [3]uint8) (cmyk [4]uint8, gray uint8) {
	most := max(rgb[0], rgb[1], rgb[2])
	cmyk[3] = uint8((255 - int(most)) * 100 / 255)
	for i := range rgb {
		if most > 0 {
			cmyk[i] = uint8((int(most) - int(rgb[i])) * 100 / int(most))
		}
	}
	light := (299*int(rgb[0]) + 587*int(rgb[1]) + 114*int(rgb[2])) / 1000
	return cmyk, uint8((255 - light) * 100 / 255)
}

func (r *reader) ink(n *source.Node) (geom.Ink, bool) {
	if n == nil {
		return 0, false
	}
	ink, ok := r.Palette.Find(n.Value)
	if !ok {
		r.found.Add("unknown-ink", n.Span, n.Value, diag.Suggest(n.Value, r.Palette.Names()))
	}
	return ink, ok
}

func (r *reader) length(n *source.Node, key string, to *geom.Length) {
	if n == nil {
		return
	}
	v, err := geom.Parse(n.Value)
	if err != nil {
		r.wrong(n, key, "eine Länge wie 10.5pt oder 25mm", "a length such as 10.5pt or 25mm")
		return
	}
	*to = v
}

func (r *reader) flag(n *source.Node, key string, to *bool) {
	switch {
	case n == nil:
	case n.Value == "true":
		*to = true
	case n.Value == "false":
		*to = false
	default:
		r.wrong(n, key, "true oder false", "true or false")
	}
}

// style reads a style once, after the one that it extends.
func (r *reader) style(name string) *doc.Style {
	if s := r.Styles[name]; s != nil {
		return s
	}
	n := r.styles.Get(name)
	if n == nil {
		return nil
	}
	s := doc.Style{Weight: 400, Families: r.Fonts["body"], Size: 10 * geom.Pt}
	if base := n.Get("extends"); base != nil {
		r.reading = append(r.reading, name)
		if slices.Contains(r.reading, base.Value) {
			r.found.Add("extends-cycle", base.Span, base.Value)
		} else if under := r.style(base.Value); under != nil {
			s = *under
		} else {
			r.found.Add("unknown-style", base.Span, base.Value, diag.Suggest(base.Value, r.names["style"]))
		}
		r.reading = r.reading[:len(r.reading)-1]
	}
	s.Name = name
	r.fill(&s, n)
	r.Styles[name] = &s
	return &s
}

var styleKeys = []string{"extends", "font", "size", "leading", "weight", "italic", "ink", "align", "hyphenate", "tabular", "before", "after", "first", "indent", "keep_next", "upper", "fill", "pad", "microtypography"}

func (r *reader) fill(s *doc.Style, n *source.Node) {
	r.keys(n, "styles."+s.Name, styleKeys...)
	r.fillType(s, n)
	if ink, ok := r.ink(n.Get("ink")); ok {
		s.Ink = ink
	}
	if ink, ok := r.ink(n.Get("fill")); ok {
		s.Fill, s.Filled = ink, true
	}
	if p := n.Get("pad"); p != nil {
		e, ok := geom.ParseEdges(p.Value)
		if !ok {
			r.wrong(p, "pad", "ein, zwei oder vier Längen wie „1mm 2mm“", "one, two or four lengths such as `1mm 2mm`")
		}
		s.Pad = e
	}
	if a := n.Get("align"); a != nil {
		choose(r, a, "align", &s.Align)
	}
	r.flag(n.Get("italic"), "italic", &s.Italic)
	r.flag(n.Get("hyphenate"), "hyphenate", &s.Hyphenate)
	r.flag(n.Get("tabular"), "tabular", &s.Tabular)
	r.flag(n.Get("keep_next"), "keep_next", &s.KeepNext)
	r.flag(n.Get("upper"), "upper", &s.Upper)
	if m := n.Get("microtypography"); m != nil {
		s.AsWritten = m.Value == Off
	}
	r.length(n.Get("before"), "before", &s.Before)
	r.length(n.Get("after"), "after", &s.After)
	r.length(n.Get("first"), "first", &s.First)
	r.length(n.Get("indent"), "indent", &s.Indent)
}

// fillType reads a style's typefaces, size, leading and weight.
func (r *reader) fillType(s *doc.Style, n *source.Node) {
	if f := n.Get("font"); f != nil {
		if s.Families = r.Fonts[f.Value]; s.Families == nil {
			r.found.Add("unknown-font-group", f.Span, f.Value, diag.Suggest(f.Value, r.names["font"]))
			s.Families = r.Fonts["body"]
		}
	}
	size := s.Size
	r.length(n.Get("size"), "size", &s.Size)
	r.length(n.Get("leading"), "leading", &s.Leading)
	if s.Size < geom.Pt || s.Size > maxSize || s.Leading != 0 && (s.Leading < geom.Pt || s.Leading > maxSize) {
		r.wrong(n.Get("size"), "size", "ein Grad von 1pt bis 2000pt", "a size from 1pt to 2000pt")
		s.Size, s.Leading = 10*geom.Pt, 0
	}
	if s.Leading == 0 || s.Size != size && n.Get("leading") == nil {
		s.Leading = s.Size.Mul(14, 10)
	}
	if w := n.Get("weight"); w != nil {
		v, ok := number.ParseCount(w.Value)
		if !ok || v < 100 || v > 900 {
			r.wrong(w, "weight", "eine Stärke von 100 bis 900", "a weight from 100 to 900")
		}
		s.Weight = v
	}
}

// choose reads one of the words of a kind of values.
func choose[T interface {
	~uint8
	template.Worded
}](r *reader, n *source.Node, key string, to *T) {
	words := (*to).Words()
	i := slices.Index(words, n.Value)
	if i < 0 {
		most, last := strings.Join(words[:len(words)-1], ", "), words[len(words)-1]
		r.wrong(n, key, most+" oder "+last, most+" or "+last)
		return
	}
	*to = T(i)
}

// tableStyle reads a table style, one of the design's `looks`. A paragraph style that it does not name is the one of the same use:
// cell, cellhead, cellfoot.
func (r *reader) tableStyle(n *source.Node) *doc.TableStyle {
	r.keys(n, "looks", "style", "head", "foot", "head_fill", "stripe", "rule", "rule_ink", "frame", "pad", "split", "before", "after")
	l := &doc.TableStyle{Style: r.styleOf(n.Get("style"), "cell"), HeadStyle: r.styleOf(n.Get("head"), "cellhead"), FootStyle: r.styleOf(n.Get("foot"), "cellfoot")}
	l.HeadFill, l.HasHeadFill = r.ink(n.Get("head_fill"))
	l.Stripe, l.HasStripe = r.ink(n.Get("stripe"))
	l.RuleInk, _ = r.ink(n.Get("rule_ink"))
	r.length(n.Get("rule"), "rule", &l.Rule)
	r.length(n.Get("frame"), "frame", &l.Frame)
	r.length(n.Get("before"), "before", &l.Before)
	r.length(n.Get("after"), "after", &l.After)
	if p := n.Get("pad"); p != nil {
		e, ok := geom.ParseEdges(p.Value)
		if !ok {
			r.wrong(p, "pad", "ein oder zwei Längen wie „1mm 2mm“", "one or two lengths such as `1mm 2mm`")
		}
		l.PadY, l.PadX = e.Top, e.Right
	}
	if s := n.Get("split"); s != nil {
		choose(r, s, "split", &l.Split)
	}
	return l
}

func (r *reader) styleOf(n *source.Node, otherwise string) *doc.Style {
	if n != nil {
		if s := r.Styles[n.Value]; s != nil {
			return s
		}
		r.found.Add("unknown-style", n.Span, n.Value, diag.Suggest(n.Value, r.names["style"]))
	}
	if s := r.Styles[otherwise]; s != nil {
		return s
	}
	return r.Styles["body"]
}

// charts reads the inks of charts; without any they are the dark colours of the palette, except the text's.
func (r *reader) charts(n *source.Node) {
	if n != nil {
		for _, i := range n.Items {
			if ink, ok := r.ink(i); ok {
				r.Charts = append(r.Charts, ink)
			}
		}
	}
	for i := 1; i < len(r.Palette) && n == nil; i++ {
		if r.Palette[i].Gray >= 60 {
			r.Charts = append(r.Charts, geom.Ink(i))
		}
	}
	if len(r.Charts) == 0 {
		r.Charts = []geom.Ink{0}
	}
}
