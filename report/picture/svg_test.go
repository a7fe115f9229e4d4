package picture

import (
	"errors"
	"strings"
	"testing"

	"konzept/report/geom"
)

const open = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="10 20 100 50">`

// dump writes a vector as text: one line a path.
func dump(v *Vector) string {
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
		{"rectangle", `<rect x="10" y="20" width="4" height="2"/>`, "M 0,0 L 4,0 L 4,2 L 0,2 Z fill #000000"},
		{"polygon", `<polygon points="10,20 12,20 12,22"/>`, "M 0,0 L 2,0 L 2,2 Z fill #000000"},
		{"hidden parts are not drawn", `<g display="none"><path d="M10 20h1v1"/></g><defs><path d="M10 20h1v1"/></defs>`, ""},
		{"current colour", `<g color="#123"><path fill="currentColor" d="M10 20h1v1"/></g>`, "M 0,0 L 1,0 L 1,1 fill #112233"},
		{"arc flags without gaps", `<path d="M10 20a2 2 0 012 2"/>`, "M 0,0 C 1.1,0 2,0.9 2,2 fill #000000"},
	} {
		p, err := Decode("wappen.svg", []byte(open+c.body+"</svg>"))
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		want := "100 x 50\n" + c.want
		if c.want != "" {
			want += "\n"
		}
		if got := dump(p.Vector); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.what, got, want)
		}
	}
}

func TestSVGCircleMeetsItsFourPoints(t *testing.T) {
	p, err := Decode("x", []byte(open+`<circle cx="20" cy="30" r="10"/></svg>`))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"M 20,10", "10,20", "0,10", "10,0", "20,10 Z"} {
		if got := dump(p.Vector); !strings.Contains(got, want) {
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
		{`<style>svg{fill:red}</style>`, "picture-svg-unsupported"},
		{`<path d="M1 1h1v1"/><style>path{fill:red}</style>`, "picture-svg-unsupported"},
		{`<linearGradient/>`, "picture-svg-unsupported"},
		{`<path fill="url(#a)" d="M0 0h1v1"/>`, "picture-svg-unsupported"},
		{`<g opacity="0.5"/>`, "picture-svg-unsupported"},
		{`<g clip-path="url(#a)"/>`, "picture-svg-unsupported"},
		{`<path stroke="red" transform="scale(1 5)" d="M0 0h1v1"/>`, "picture-svg-unsupported"},
		{`<path d="M0 0 L"/>`, "picture-damaged"},
		{`<path d="L1 1"/>`, "picture-damaged"},
		{`<path d="M0 0 L1e99 0"/>`, "picture-damaged"},
		{`&bomb;`, "picture-damaged"},
		{strings.Repeat("<g>", 100), "picture-damaged"},
	} {
		_, err := Decode("x", []byte(open+c.body+"</svg>"))
		var f *Fault
		if !errors.As(err, &f) || string(f.Code) != c.code {
			t.Errorf("%.40s: got %v, want %s", c.body, err, c.code)
		}
	}
	if _, err := Decode("x", []byte(open+`<path d="M0 0`)); err == nil || err.Error() != "picture-truncated x" {
		t.Errorf("cut file: got %v", err)
	}
	_, err := Decode("x", []byte(`<!DOCTYPE svg [<!ENTITY a "b">]>`+open+"</svg>"))
	if err == nil || !strings.Contains(err.Error(), "DOCTYPE") {
		t.Errorf("DOCTYPE: got %v", err)
	}
}
