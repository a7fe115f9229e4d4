package svg

import (
	"errors"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/geom"
)

const open = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="10 20 100 50">`

// dump writes a vector as text: one line a path.
func dump(v *Drawing) string {
	var b strings.Builder
	b.WriteString(v.Size.W.String() + " x " + v.Size.H.String() + "\n")
	for _, p := range v.Paths {
		pts := p.Path.Points
		for _, verb := range p.Path.Verbs {
			n := map[geom.Verb]int{geom.MoveTo: 1, geom.LineTo: 1, geom.CubicTo: 3}[verb]
			b.WriteString(string("MLCZ"[verb]))
			for _, q := range pts[:n] {
				b.WriteString(" " + q.X.String() + "," + q.Y.String())
			}
			pts = pts[n:]
			b.WriteString(" ")
		}
		if p.Filled {
			b.WriteString("fill " + hex(p.Fill))
			if p.EvenOdd {
				b.WriteString(" evenodd")
			}
		}
		if p.Weight > 0 {
			b.WriteString(" stroke " + hex(p.Stroke) + " " + p.Weight.String())
		}
		b.WriteString("\n")
	}
	return b.String()
}

func hex(c [3]uint8) string {
	const d = "0123456789abcdef"
	s := "#"
	for _, v := range c {
		s += string([]byte{d[v>>4], d[v&15]})
	}
	return s
}

func TestSVGIsDrawnAsItMeans(t *testing.T) {
	for _, c := range []struct{ what, body, want string }{
		{"viewBox moves the origin", `<path d="M10 20h10v10z"/>`, "M 0,0 L 10,0 L 10,10 Z fill #000000"},
		{"relative lines and repeated pairs", `<path d="m10 20 5 0 0 5"/>`, "M 0,0 L 5,0 L 5,5 fill #000000"},
		{"numbers run together", `<path d="M10 20l.5.5-1-1"/>`, "M 0,0 L 0.5,0.5 L -0.5,-0.5 fill #000000"},
		{"smooth curve mirrors its handle", `<path d="M10 20c0 1 1 2 2 2s2 1 2 2"/>`, "M 0,0 C 0,1 1,2 2,2 C 3,2 4,3 4,4 fill #000000"},
		{"quadratic becomes cubic", `<path d="M10 20q3 0 3 3"/>`, "M 0,0 C 2,0 3,1 3,3 fill #000000"},
		{"groups hand down their style", `<g fill="red" transform="translate(5,5)"><g style="fill-rule:evenodd"><path d="M10 20h1v1"/></g></g>`, "M 5,5 L 6,5 L 6,6 fill #ff0000 evenodd"},
		{"a style sheet: ids before classes before kinds, attributes last", `<defs><style type="text/css"><![CDATA[ /* x */ #a{fill:#00f} .k-1, .k-2 { fill : red; } path{fill:lime}]]></style></defs><path fill="black" d="M10 20h1v1"/><path class="x k-2" d="M10 20h1v1"/><path id="a" class="k-1" d="M10 20h1v1"/>`, "M 0,0 L 1,0 L 1,1 fill #00ff00\nM 0,0 L 1,0 L 1,1 fill #ff0000\nM 0,0 L 1,0 L 1,1 fill #0000ff"},
		{"style goes before attribute", `<path fill="red" style="fill: #0f0" d="M10 20h1v1"/>`, "M 0,0 L 1,0 L 1,1 fill #00ff00"},
		{"stroke grows with its scale", `<path fill="none" stroke="rgb(0,0,255)" stroke-width="2" transform="translate(10 20) scale(3)" d="M0 0h1"/>`, "M 0,0 L 3,0  stroke #0000ff 6"},
		{"colours of today's programs", `<path fill="hsl(20, 80%, 40%)" d="M10 20h1v1"/><path fill="hsl(-240deg 100% 25%)" d="M10 20h1v1"/><path fill="RebeccaPurple" d="M10 20h1v1"/>`, "M 0,0 L 1,0 L 1,1 fill #b84b14\nM 0,0 L 1,0 L 1,1 fill #008000\nM 0,0 L 1,0 L 1,1 fill #663399"},
		{"the usual order of painting", `<path style="paint-order:markers fill stroke" d="M10 20h1v1"/><path paint-order="normal" d="M10 20h1v1"/>`, "M 0,0 L 1,0 L 1,1 fill #000000\nM 0,0 L 1,0 L 1,1 fill #000000"},
		{"rectangle", `<rect x="10" y="20" width="4" height="2"/>`, "M 0,0 L 4,0 L 4,2 L 0,2 Z fill #000000"},
		{"rounded rectangle", `<rect x="10" y="20" width="40" height="20" rx="10"/>`, "M 10,0 L 30,0 C 35.52,0 40,4.48 40,10 L 40,10 C 40,15.52 35.52,20 30,20 L 10,20 C 4.48,20 0,15.52 0,10 L 0,10 C 0,4.48 4.48,0 10,0 Z fill #000000"},
		{"polygon", `<polygon points="10,20 12,20 12,22"/>`, "M 0,0 L 2,0 L 2,2 Z fill #000000"},
		{"hidden parts are not drawn", `<g display="none"><path d="M10 20h1v1"/></g><defs><path d="M10 20h1v1"/></defs>`, ""},
		{"current colour", `<g color="#123"><path fill="currentColor" d="M10 20h1v1"/></g>`, "M 0,0 L 1,0 L 1,1 fill #112233"},
		{"arc flags without gaps", `<path d="M10 20a2 2 0 012 2"/>`, "M 0,0 C 1.1,0 2,0.9 2,2 fill #000000"},
	} {
		p, err := Read([]byte(open + c.body + "</svg>"))
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		want := "100 x 50\n" + c.want
		if c.want != "" {
			want += "\n"
		}
		if got := dump(p); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.what, got, want)
		}
	}
}

func TestSVGCircleMeetsItsFourPoints(t *testing.T) {
	p, err := Read([]byte(open + `<circle cx="20" cy="30" r="10"/></svg>`))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"M 20,10", "10,20", "0,10", "10,0", "20,10 Z"} {
		if got := dump(p); !strings.Contains(got, want) {
			t.Errorf("got %s, want it to pass %s", got, want)
		}
	}
}

func TestSVGRefusesWhatItCannotDrawOrShouldNotRead(t *testing.T) {
	for _, c := range []struct{ body, code string }{
		{`<script>x()</script>`, "picture-svg-forbidden"},
		{`<defs><script/></defs>`, "picture-svg-forbidden"},
		{`<path onclick="x()" d="M0 0"/>`, "picture-svg-forbidden"},
		{`<foreignObject/>`, "picture-svg-forbidden"},
		{`<g xlink:href="http://example.org/x"/>`, "picture-svg-forbidden"},
		{`<?php x ?>`, "picture-svg-forbidden"},
		{`<text>Stadt</text>`, "picture-svg-unsupported"},
		{`<image href="#a"/>`, "picture-svg-unsupported"},
		{`<use href="#a"/>`, "picture-svg-unsupported"},
		{`<style>g path{fill:red}</style>`, "picture-svg-unsupported"},
		{`<style>@import url(x.css);</style>`, "picture-svg-unsupported"},
		{`<path fill="url(#a)" d="M0 0h1v1"/>`, "picture-svg-unsupported"},
		{`<g clip-path="url(#a)"/>`, "picture-svg-unsupported"},
		{`<g opacity="0.5"><path d="M0 0h2v2z"/><path d="M1 1h2v2z"/></g>`, "picture-svg-unsupported"},
		{`<path paint-order="stroke fill" stroke="red" d="M0 0h1v1"/>`, "picture-svg-unsupported"},
		{`<path fill="hsl(20, 80, 40)" d="M0 0h1v1"/>`, "picture-svg-unsupported"},
		{`<path mask="url(#a)" d="M0 0h1v1"/>`, "picture-svg-unsupported"},
		{`<path filter="url(#a)" d="M0 0h1v1"/>`, "picture-svg-unsupported"},
		{`<linearGradient id="g"><stop stop-opacity=".5"/></linearGradient><path fill="url(#g)" d="M0 0h1v1"/>`, "picture-svg-unsupported"},
		{`<linearGradient id="g" spreadMethod="reflect"><stop/></linearGradient><path fill="url(#g)" d="M0 0h1v1"/>`, "picture-svg-unsupported"},
		{`<path stroke-dasharray="a" d="M0 0h1v1"/>`, "picture-svg-unsupported"},
		{`<use id="u" href="#u"/>`, "picture-damaged"},
		{`<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>`, "picture-damaged"},
		{`<path stroke="red" transform="scale(1 5)" d="M0 0h1v1"/>`, "picture-svg-unsupported"},
		{`<path d="M0 0 L"/>`, "picture-damaged"},
		{`<path d="L1 1"/>`, "picture-damaged"},
		{`<path d="M0 0 L1e99 0"/>`, "picture-damaged"},
		{`&bomb;`, "picture-damaged"},
		{strings.Repeat("<g>", 100), "picture-damaged"},
	} {
		_, err := Read([]byte(open + c.body + "</svg>"))
		var f *diag.Fault
		if !errors.As(err, &f) || string(f.Code) != c.code {
			t.Errorf("%.40s: got %v, want %s", c.body, err, c.code)
		}
	}
	if _, err := Read([]byte(open + `<path d="M0 0`)); err == nil || err.Error() != "picture-truncated" {
		t.Errorf("cut file: got %v", err)
	}
	_, err := Read([]byte(`<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>` + open + "</svg>"))
	if err == nil || !strings.Contains(err.Error(), "ENTITY") {
		t.Errorf("entity of another file: got %v", err)
	}
	_, err = Read([]byte(`<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>` + open + "</svg>"))
	if err == nil || !strings.Contains(err.Error(), "ENTITY") {
		t.Errorf("entities within entities: got %v", err)
	}
}

// TestSVGTellsAllAtOnce: one finding names everything that cannot be drawn.
func TestSVGTellsAllAtOnce(t *testing.T) {
	_, err := Read([]byte(open + `<text>a</text><image href="data:x"/><text>b</text><path filter="url(#f)" d="M0 0h1v1"/></svg>`))
	if err == nil || err.Error() != "picture-svg-unsupported text, image, filter" {
		t.Errorf("got %v", err)
	}
}

// TestSVGOfDrawingProgramsIsDrawn: what Illustrator, Inkscape and Figma write around and into their shapes.
func TestSVGOfDrawingProgramsIsDrawn(t *testing.T) {
	const head = `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">]>` +
		`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:i="&ns_ai;" viewBox="0 0 100 50">`
	one := func(body string) Path {
		t.Helper()
		p, err := Read([]byte(head + body + "</svg>"))
		if err != nil {
			t.Fatalf("%s: %v", body, err)
		}
		if len(p.Paths) != 1 {
			t.Fatalf("%s: %d paths", body, len(p.Paths))
		}
		return p.Paths[0]
	}
	square := func(x, y, side int64) geom.Box {
		return geom.Box{X: geom.Pt * geom.Length(x), Y: geom.Pt * geom.Length(y), W: geom.Pt * geom.Length(side), H: geom.Pt * geom.Length(side)}
	}
	const unit = `<defs><path id="p" d="M0 0h10v10H0z"/></defs>`
	if v := one(unit + `<use xlink:href="#p" x="5" y="6" fill="red"/>`); v.Path.Bounds() != square(5, 6, 10) || v.Fill != [3]uint8{255, 0, 0} {
		t.Errorf("use: %v %v", v.Path.Bounds(), v.Fill)
	}
	if v := one(`<symbol id="s" viewBox="0 0 5 5"><path d="M0 0h5v5H0z"/></symbol><use href="#s" x="10" width="20" height="20"/>`); v.Path.Bounds() != square(10, 0, 20) {
		t.Errorf("symbol: %v", v.Path.Bounds())
	}
	if v := one(unit + `<clipPath id="c"><use href="#p"/></clipPath><g clip-path="url(#c)"><rect x="4" width="10" height="10"/></g>`); len(v.Clips) != 1 || v.Clips[0].Path.Bounds() != square(0, 0, 10) {
		t.Errorf("clip: %+v", v.Clips)
	}
	if v := one(`<g opacity=".5"><path fill-opacity="40%" d="M0 0h1v1"/></g>`); v.Clear != 800 {
		t.Errorf("opacity: clear by %d", v.Clear)
	}
	if v := one(`<path fill="none" stroke="red" stroke-dasharray="6,4" stroke-dashoffset="2" stroke-miterlimit="10" transform="scale(2)" d="M0 0h9"/>`); len(v.Dashes) != 2 || v.Dashes[0] != 12*geom.Pt || v.Phase != 4*geom.Pt || v.Miter != 1000 {
		t.Errorf("dashes: %v from %v, miter %d", v.Dashes, v.Phase, v.Miter)
	}
	if v := one(`<path class="a" d="M0 0h1v1"/><style>.a{fill:#0f0}</style>`); v.Fill != [3]uint8{0, 255, 0} {
		t.Errorf("a sheet behind its shapes: %v", v.Fill)
	}
	if v := one(`<switch><foreignObject requiredExtensions="&ns_ai;"><i:aipgf/></foreignObject><g><path d="M0 0h1v1"/></g></switch>`); !v.Filled {
		t.Error("switch")
	}
	v := one(`<linearGradient id="a"><stop offset="0" stop-color="#fff"/><stop offset="100%" style="stop-color:#00f"/></linearGradient>` +
		`<linearGradient id="b" href="#a" x1="0" x2="0" y2="1"/><rect x="10" y="20" width="30" height="20" fill="url(#b)"/>`)
	if g := v.Gradient; g == nil || g.Radial || len(g.Stops) != 2 || g.Stops[1] != (Stop{10000, [3]uint8{0, 0, 255}}) || g.Matrix != [6]float64{0, 20, -30, 0, 10, 20} {
		t.Errorf("gradient along the box: %+v", g)
	}
	v = one(`<radialGradient id="a" gradientUnits="userSpaceOnUse" cx="20" cy="10" r="5" fx="22"><stop/><stop offset="1" stop-color="red"/></radialGradient><circle cx="20" cy="10" r="5" fill="url(#a)"/>`)
	if g := v.Gradient; g == nil || !g.Radial || g.FocusX != 0.4 || g.Matrix != [6]float64{5, 0, 0, 5, 20, 10} {
		t.Errorf("radial gradient: %+v", g)
	}
	if v := one(`<linearGradient id="a"><stop offset="1" stop-color="red"/></linearGradient><path fill="url(#a)" d="M0 0h1v1"/>`); v.Gradient != nil || v.Fill != [3]uint8{255, 0, 0} {
		t.Error("a gradient of one colour")
	}
	if v := one(`<i:note id="p"/>` + unit + `<use href="#p" fill="blue"/>`); v.Fill != [3]uint8{0, 0, 255} {
		t.Error("an editor's own note takes an id")
	}
	if v := one(`<path fill="url(#none) blue" d="M0 0h1v1"/>`); v.Fill != [3]uint8{0, 0, 255} {
		t.Error("the colour for when there is no gradient")
	}
}

// FuzzRead: whatever a drawing holds, reading ends, and its paths lie within its limits.
func FuzzRead(f *testing.F) {
	f.Add(open + `<path d="M10 20c0 1 1 2 2 2a2 2 0 012 2z"/></svg>`)
	f.Add(open + `<linearGradient id="g"><stop/><stop offset="1" stop-color="red"/></linearGradient><g id="a" transform="rotate(30)"><circle r="5" fill="url(#g)"/></g><use href="#a" x="3"/></svg>`)
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Read([]byte(s))
		if err != nil {
			return
		}
		for _, p := range d.Paths {
			for _, q := range p.Path.Points {
				if max(q.X, -q.X, q.Y, -q.Y) > maxNumber*geom.Pt {
					t.Fatalf("a point at %s, %s", q.X, q.Y)
				}
			}
		}
	})
}
