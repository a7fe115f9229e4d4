package paint

import (
	"strings"
	"testing"

	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/svg"
)

// drawing is a square with a gradient within a clip, and a dashed line that lets half of what lies below through.
func drawing() *svg.Drawing {
	var square, line geom.Path
	square.Rect(geom.Box{W: 10 * geom.Pt, H: 10 * geom.Pt})
	line.Move(0, 0)
	line.Line(10*geom.Pt, 0)
	return &svg.Drawing{Size: geom.Size{W: 10 * geom.Pt, H: 10 * geom.Pt}, Paths: []svg.Path{
		{Path: square, Filled: true, Clips: []svg.Clip{{Path: square, EvenOdd: true}}, Gradient: &svg.Gradient{Matrix: [6]float64{0, 10, -10, 0, 0, 0},
			Stops: []svg.Stop{{At: 2500, RGB: [3]uint8{255, 0, 0}}, {At: 5000, RGB: [3]uint8{0, 0, 255}}}}},
		{Path: line, Stroke: [3]uint8{0, 0, 0}, Weight: geom.Pt, Dashes: []geom.Length{6 * geom.Pt, 4 * geom.Pt}, Phase: geom.Pt, ClearLine: 500, Miter: 1000},
		{Path: square, Filled: true},
	}}
}

func formed(e page.Edition) page.DrawnForm {
	p := &painter{edition: e}
	return p.form("V0", drawing())
}

func TestGradientsClipsAndClearness(t *testing.T) {
	f := formed(page.Edition{Colour: page.RGB})
	const content = "4 M\n" +
		"q\n0 10 m\n10 10 l\n10 0 l\n0 0 l\nh\nW* n\n" +
		"q\n0 10 m\n10 10 l\n10 0 l\n0 0 l\nh\nW n\n0 -10 -10 0 0 10 cm\n/G0 sh\nQ\nQ\n" +
		"/A1000x500 gs\n0 0 0 RG\n1 w\n10 M\n[6 4 ] 1 d\n0 10 m\n10 10 l\nS\n" +
		"/A1000x1000 gs\n0 0 0 rg\n0 10 m\n10 10 l\n10 0 l\n0 0 l\nh\nf\n"
	if string(f.Content) != content {
		t.Errorf("content\n%s\nwant\n%s", f.Content, content)
	}
	const step = "<</FunctionType 2 /Domain [0 1] /N 1 /C0 [%] /C1 [&]>>"
	steps := strings.NewReplacer("%", "1 0 0", "&", "1 0 0").Replace(step) + strings.NewReplacer("%", "1 0 0", "&", "0 0 1").Replace(step) + strings.NewReplacer("%", "0 0 1", "&", "0 0 1").Replace(step)
	resources := "/ExtGState <</A1000x500 <</Type /ExtGState /ca 1 /CA 0.5>>/A1000x1000 <</Type /ExtGState /ca 1 /CA 1>>>>" +
		"/Shading <</G0 <</ShadingType 2 /Coords [0 0 1 0] /Extend [true true] /ColorSpace /DeviceRGB /Function <</FunctionType 3 /Domain [0 1] /Functions [" +
		steps + "] /Bounds [0.25 0.5 ] /Encode [0 1 0 1 0 1]>>>> >>"
	if string(f.Resources) != resources || !f.Alpha {
		t.Errorf("resources\n%s\nwant\n%s", f.Resources, resources)
	}
}

// TestClearnessIsMixedWithPaperWhereItIsForbidden: PDF/X-1a and X-3 know no transparency.
func TestClearnessIsMixedWithPaperWhereItIsForbidden(t *testing.T) {
	f := formed(page.Edition{Colour: page.CMYK, Press: &page.Press{Standard: page.X4 + 1}})
	if strings.Contains(string(f.Content), " gs") || f.Alpha || strings.Contains(string(f.Resources), "ExtGState") {
		t.Errorf("content %s, resources %s", f.Content, f.Resources)
	}
	if !strings.Contains(string(f.Content), "0 0 0 0.5 K") || !strings.Contains(string(f.Resources), "/DeviceCMYK") {
		t.Errorf("half black is not half of it: %s", f.Content)
	}
}
