package design

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/model"
	"konzept/report/number"
	"konzept/report/schema"
	"konzept/report/source"
)

// Records that carry a colour (in the schema table) share out the design's series among themselves: one of a name or
// "#rrggbb" of their own has that, the others take what is left, in the order of the data. Templates see the result as
// the record's colour, so it is the same in every band, table, chart, card and workbook.

// Limits: tones that a series of colours yields, and colours that a document may have. An ink is a byte.
const (
	maxTones = 99
	maxInks  = 250
)

var white = [3]uint8{255, 255, 255}

// hues gives records their colours.
type hues struct {
	palette geom.Palette
	series  []geom.Colour
	names   map[*model.Record]string
}

// huesOf are the colours of a report's records in a design.
func huesOf(d *Design, r *model.Report, out *diag.List) *hues {
	h := &hues{palette: slices.Clone(d.Palette), names: map[*model.Record]string{}}
	for _, ink := range d.Series {
		h.series = append(h.series, d.Palette.At(ink))
	}
	for _, k := range schema.Kinds() {
		for _, f := range k.Fields {
			if f.Colour {
				h.share(r.Records(k.Key), f.Key, out)
			}
		}
	}
	return h
}

// share gives each record of a list a colour.
func (h *hues) share(list []*model.Record, key string, out *diag.List) {
	taken := map[string]bool{}
	for _, rec := range list {
		v, _ := rec.Value(key)
		if word, _ := v.V.(string); word != "" {
			h.names[rec] = h.own(word, v.At, out)
			taken[h.names[rec]] = true
		}
	}
	next := 0
	for _, rec := range list {
		if h.names[rec] != "" {
			continue
		}
		for next < maxTones && taken[h.tone(next).Name] {
			next++
		}
		h.names[rec] = h.enter(h.tone(next))
		next++
	}
}

// own is the colour that a record names; what is no colour is an error, what reads badly is set darker and said.
func (h *hues) own(word string, at diag.Span, out *diag.List) string {
	c, ok := h.named(word)
	if !ok {
		out.Add("unknown-colour", at, word, h.remedy(word))
		return h.enter(h.tone(0))
	}
	dark := readable(c)
	if dark.RGB == c.RGB {
		return h.enter(c)
	}
	dark.Name = hex(dark.RGB)
	out.Add("pale-colour", at, word, tenths(contrastOnPaper(c)), tenths(leastContrast), hex(dark.RGB))
	return h.enter(dark)
}

// remedy says how the colour that was meant is written; where that cannot be told, which ones there are.
func (h *hues) remedy(word string) string {
	if rgb, ok := meantColour(word); ok {
		return diag.Both("schreiben Sie \""+hex(rgb)+"\", mit den Anführungszeichen", "write \""+hex(rgb)+"\", with the quotation marks")
	}
	return diag.Both("nehmen Sie eine Farbe der Gestaltung ("+h.known()+") oder einen Farbwert in Anführungszeichen wie \"#b3261e\"; ohne `colour` gibt die Gestaltung eine",
		"take a colour of the design ("+h.known()+") or a value in quotation marks such as \"#b3261e\"; without `colour` the design gives one")
}

// named finds a colour of the palette, a tone of the series by its number, or #rrggbb.
func (h *hues) named(word string) (geom.Colour, bool) {
	if ink, ok := h.palette.Find(word); ok {
		return h.palette.At(ink), true
	}
	if rgb, ok := parseHex(word); ok {
		c := geom.Colour{Name: hex(rgb), RGB: rgb}
		c.CMYK, c.Gray = derived(rgb)
		return c, true
	}
	stem := strings.TrimRight(word, "0123456789")
	n, ok := number.ParseCount(word[len(stem):])
	if ok && n >= 1 && n <= maxTones && stem == h.stem() {
		return h.tone(n - 1), true
	}
	return geom.Colour{}, false
}

// stem is what the names of the series have in common: "feld" of feld1, feld2.
func (h *hues) stem() string { return strings.TrimRight(h.series[0].Name, "0123456789") }

// known are the names that may be said.
func (h *hues) known() string {
	var names []string
	for _, c := range h.series {
		names = append(names, c.Name)
	}
	return strings.Join(names, ", ")
}

// enter puts a colour into the palette, unless it is there, and returns its name. Where there is no room left the series
// begins anew.
func (h *hues) enter(c geom.Colour) string {
	if _, ok := h.palette.Find(c.Name); ok {
		return c.Name
	}
	if len(h.palette) >= maxInks {
		return h.series[len(h.names)%len(h.series)].Name
	}
	h.palette = append(h.palette, c)
	return c.Name
}

// tone is the i-th colour of the series, which goes on with dark tones of its colours, then with others that change their
// red, green and blue about, and the dark tones of these.
func (h *hues) tone(i int) geom.Colour {
	c := h.series[i%len(h.series)]
	round := i / len(h.series)
	if round == 0 {
		return c
	}
	rgb := c.RGB
	for range round / 2 % 3 {
		rgb = [3]uint8{rgb[1], rgb[2], rgb[0]}
	}
	t := geom.Colour{Name: h.stem() + strconv.Itoa(i+1), RGB: mix(rgb, [3]uint8{}, min(42*(round%2)+12*(round/6), 80))}
	t.CMYK, t.Gray = derived(t.RGB)
	return readable(t)
}

// leastContrast of a colour on white paper in tenths: words stand on it in white and in it on white (WCAG 2.1, 1.4.3).
const leastContrast = 45

// contrastOnPaper is the lower contrast of a colour and of its grey on white.
func contrastOnPaper(c geom.Colour) int {
	g := uint8(255 - int(c.Gray)*255/100)
	return min(geom.Contrast(c.RGB, white), geom.Contrast([3]uint8{g, g, g}, white))
}

// readable is the colour itself, or the lightest darker tone of it that can be read on white and under it.
func readable(c geom.Colour) geom.Colour {
	for from, parts := c.RGB, 2; contrastOnPaper(c) < leastContrast; parts += 2 {
		c.RGB, c.Spot = mix(from, [3]uint8{}, parts), ""
		c.CMYK, c.Gray = derived(c.RGB)
	}
	return c
}

// mix is a colour with parts of 100 of another.
func mix(c, with [3]uint8, parts int) (to [3]uint8) {
	for i := range c {
		to[i] = uint8((int(c[i])*(100-parts) + int(with[i])*parts) / 100)
	}
	return to
}

func hex(rgb [3]uint8) string { return fmt.Sprintf("#%02x%02x%02x", rgb[0], rgb[1], rgb[2]) }

// parseHex reads #rrggbb or #rgb.
func parseHex(s string) (rgb [3]uint8, ok bool) {
	digits, ok := strings.CutPrefix(s, "#")
	if ok && len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	v, err := strconv.ParseUint(digits, 16, 32)
	return [3]uint8{uint8(v >> 16), uint8(v >> 8), uint8(v)}, ok && err == nil && len(digits) == 6
}

// tenths prints a ratio.
func tenths(n int) string { return fmt.Sprintf("%d,%d:1", n/10, n%10) }

// seriesInks reads the colours of records in order; without a list they are those of charts.
func (r *reader) seriesInks(n *source.Node) {
	if n != nil {
		for _, i := range n.Items {
			if ink, ok := r.ink(i); ok {
				r.Series = append(r.Series, ink)
			}
		}
	}
	if len(r.Series) == 0 {
		r.Series = r.Charts
	}
}

// Accented is a design in which what has the leading colour has another: for a chapter of a record with its own.
func (d *Design) Accented(to geom.Ink) *Design {
	from, ok := d.Palette.Find("accent")
	if !ok || from == to {
		return d
	}
	own := *d
	turn := func(ink *geom.Ink) {
		if *ink == from {
			*ink = to
		}
	}
	own.turn = turn
	styles := map[*doc.Style]*doc.Style{}
	own.Styles = map[string]*doc.Style{}
	for _, name := range slices.Sorted(maps.Keys(d.Styles)) {
		s := *d.Styles[name]
		turn(&s.Ink)
		turn(&s.Fill)
		if s.Ink == d.Styles[name].Ink && s.Fill == d.Styles[name].Fill {
			own.Styles[name] = d.Styles[name]
			continue
		}
		s.Name += "@" + d.Palette.At(to).Name // no two styles of a document have one name
		own.Styles[name] = &s
		styles[d.Styles[name]] = &s
	}
	own.TableStyles = map[string]*doc.TableStyle{}
	for name, style := range d.TableStyles {
		l := *style
		turn(&l.HeadFill)
		turn(&l.RuleInk)
		for _, s := range []**doc.Style{&l.Style, &l.HeadStyle, &l.FootStyle} {
			if t := styles[*s]; t != nil {
				*s = t
			}
		}
		own.TableStyles[name] = &l
	}
	own.Charts = slices.Clone(d.Charts)
	for i := range own.Charts {
		turn(&own.Charts[i])
	}
	return &own
}
