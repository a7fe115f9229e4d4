package svg

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/internal/golden"
)

func TestMain(m *testing.M) { os.Exit(golden.Main(m, "*.txt")) }

// drawings are bodies of drawings, one a feature.
var drawings = []string{
	`<path d="M10 20H30V40h-5v-5z m1 1 l2 2"/>`, `<path d="M10 20Q20 20 20 30T30 40t10 0"/>`, `<path d="M10 20C10 30 20 30 20 20S30 10 30 20"/>`, `<path d="M10 20S20 30 20 20T30 20"/>`, `<path d="M10 20a10 5 30 1 1 10 5A10 5 0 0 0 30 30a1 1 0 0 0 20 0a0 5 0 0 1 3 3a5 5 0 0 1 0 0"/>`,
	`<line x1="10" y1="20" x2="30" y2="40" stroke="red"/>`, `<polyline points="10 20 30,40 50 20" fill="none" stroke="#00f" stroke-width="0.5"/>`, `<polyline points="10 20 30" stroke="red"/>`, `<ellipse cx="30" cy="40" rx="20" ry="10"/>`, `<circle r="0"/>`, `<rect x="10" y="20" width="30" height="20" rx="5" ry="100"/>`, `<rect x="10" y="20" width="30" height="20" ry="4"/>`, `<rect width="0" height="9"/>`,
	`<path transform="matrix(1 2 3 4 5 6)" d="M1 1h1v1"/>`, `<path transform="translate(5)" d="M1 1h1v1"/>`, `<path transform="translate(5 6) scale(2) rotate(90)" d="M1 1h1v1"/>`, `<path transform="rotate(90 10 20)" d="M10 20h1v1"/>`, `<path transform="scale(2 3)" d="M1 1h1v1"/>`, `<path transform="skewX(45)" d="M0 1h1v1"/>`, `<path transform="skewY(45)" d="M1 0h1v1"/>`,
	`<path transform="matrix(1 2 3 4 5)" d="M1 1h1v1"/>`, `<path transform="scale(1 2 3)" d="M1 1h1v1"/>`, `<path transform="scale()" d="M1 1h1v1"/>`, `<path transform="translate(1 2 3)" d="M1 1h1v1"/>`, `<path transform="rotate(1 2)" d="M1 1h1v1"/>`, `<path transform="skewX(1 2)" d="M1 1h1v1"/>`, `<path transform="flip(1)" d="M1 1h1v1"/>`,
	`<path stroke="red" transform="rotate(30) scale(2)" d="M1 1h1v1"/>`, `<path stroke="red" transform="scale(1 1.005)" d="M1 1h1v1"/>`, `<path stroke="red" transform="scale(1 1.02)" d="M1 1h1v1"/>`, `<path stroke="red" transform="skewX(10)" d="M1 1h1v1"/>`, `<path stroke="red" transform="scale(1 -1)" d="M1 1h1v1"/>`,
	`<path stroke="red" stroke-linecap="round" stroke-linejoin="bevel" stroke-miterlimit="2" stroke-dasharray="1 2 3" d="M1 1h1v1"/>`, `<path stroke="red" stroke-dasharray="none" d="M1 1h1v1"/>`, `<path stroke="red" stroke-dasharray="0 0" d="M1 1h1v1"/>`, `<path stroke="red" stroke-dasharray="-1" d="M1 1h1v1"/>`, `<path stroke="red" stroke-width="0" d="M1 1h1v1"/>`, `<path stroke="red" stroke-opacity="0.25" fill-opacity="0.5" d="M1 1h1v1"/>`,
	`<path fill="#abc" d="M1 1h1v1"/>`, `<path fill="#abcdef" d="M1 1h1v1"/>`, `<path fill="#abcd" d="M1 1h1v1"/>`, `<path fill="#12345" d="M1 1h1v1"/>`, `<path fill="rgb(10%, 20%, 30%)" d="M1 1h1v1"/>`, `<path fill="rgb(300,-5,7)" d="M1 1h1v1"/>`, `<path fill="rgb(1,2)" d="M1 1h1v1"/>`, `<path fill="transparent" d="M1 1h1v1"/>`, `<path fill="inherit" d="M1 1h1v1"/>`, `<path fill="nocolour" d="M1 1h1v1"/>`, `<path visibility="hidden" d="M1 1h1v1"/>`,
	`<g opacity="0.5"><path d="M0 0h2v2z"/></g>`, `<g opacity="0.5"><path d="M0 0h2v2z"/><path d="M2 0h2v2z"/></g>`, `<g opacity="0.5"><path d="M0 0h2v2z"/><path d="M1 1h2v2z"/></g>`, `<g opacity="0.5"><path d="M0 0h2v2z"/><path d="M0 2h2v2z"/></g>`, `<path opacity="0.5" fill="red" stroke="blue" d="M0 0h2v2z"/>`, `<path opacity="0" d="M0 0h2v2z"/>`, `<path opacity="2" d="M0 0h2v2z"/>`,
	`<clipPath id="c"><rect x="1" y="2" width="3" height="4"/><circle cx="9" cy="9" r="2" clip-rule="evenodd"/></clipPath><g clip-path="url(#c)"><g clip-path="url(#c)"><path d="M0 0h2v2z"/></g></g>`, `<clipPath id="c" clipPathUnits="objectBoundingBox"><rect width="1" height="1"/></clipPath><path clip-path="url(#c)" d="M0 0h2v2z"/>`, `<clipPath id="c"/><path clip-path="url(#c)" d="M0 0h2v2z"/>`,
	`<linearGradient id="a" x1="10%" y1="20" x2="50%" y2="40" gradientUnits="userSpaceOnUse" gradientTransform="translate(3 4)"><stop offset="-1" stop-color="red"/><stop offset="50%"/><stop offset="0.2" stop-color="blue"/></linearGradient><path fill="url(#a)" d="M0 0h2v2z"/>`, `<linearGradient id="a"><stop/><stop offset="1" stop-color="red"/></linearGradient><path fill="url(#a)" d="M0 0h2"/>`, `<linearGradient id="a" gradientTransform="scale(0 1)"><stop/><stop offset="1" stop-color="red"/></linearGradient><path fill="url(#a)" d="M0 0h2v2z"/>`, `<linearGradient id="a"/><path fill="url(#a)" d="M0 0h2v2z"/>`, `<linearGradient id="a" href="#a"/><path fill="url(#a)" d="M0 0h2v2z"/>`,
	`<radialGradient id="a" cx="30%" cy="40%" r="20%" fx="35%" fy="45%"><stop/><stop offset="1" stop-color="red"/></radialGradient><rect x="10" y="20" width="40" height="20" fill="url(#a)"/>`, `<radialGradient id="a" r="0"><stop/><stop offset="1" stop-color="red"/></radialGradient><rect width="40" height="20" fill="url(#a)"/>`, `<radialGradient id="a" fx="200%"><stop/><stop offset="1" stop-color="red"/></radialGradient><rect width="40" height="20" fill="url(#a)"/>`,
	`<symbol id="s" viewBox="1 2 10 5"><rect x="1" y="2" width="10" height="5"/></symbol><use href="#s" x="10" y="20" width="40" height="40"/>`, `<symbol id="s" viewBox="1 2 10 5" preserveAspectRatio="none"><rect x="1" y="2" width="10" height="5"/></symbol><use href="#s" x="10" y="20" width="40" height="40"/>`, `<symbol id="s"><rect width="10" height="5"/></symbol><use href="#s" x="10"/>`, `<symbol id="s"><rect width="10" height="5"/></symbol>`, `<svg x="10" y="20" width="50" height="25" viewBox="0 0 100 50"><rect width="10" height="5"/></svg>`, `<a href="#x"><rect x="10" y="20" width="1" height="1"/></a>`, `<title>Stadt</title><desc>x</desc><metadata><any/></metadata><rect x="10" y="20" width="1" height="1"/>`,
	`<linearGradient id="a"><stop/><stop offset="1" stop-color="red"/></linearGradient><path fill="url(#a)" d="M10 20C10 60 50 60 50 20z"/>`, `<linearGradient id="a"><stop/><stop offset="1" stop-color="red"/></linearGradient><path fill="url(#a)" d="M10 20C40 0 -20 60 30 50z"/>`, `<linearGradient id="a"><stop/><stop offset="1" stop-color="red"/></linearGradient><path fill="url(#a)" d="M10 20C90 20 10 20 30 40z"/>`, `<linearGradient id="a"><stop/><stop offset="1" stop-color="red"/></linearGradient><circle cx="30" cy="40" r="10" fill="url(#a)"/>`, `<linearGradient id="a" gradientTransform="matrix(1 2 .5 1 0 0)"><stop/><stop offset="1" stop-color="red"/></linearGradient><path fill="url(#a)" d="M0 0h2v2z"/>`, `<linearGradient id="a" gradientTransform="scale(0.00001)"><stop/><stop offset="1" stop-color="red"/></linearGradient><path fill="url(#a)" d="M0 0h2v2z"/>`, `<path fill="hsl(120,100%,50%)" d="M1 1h1v1"/>`, `<path fill="hsl(240 50% 25%)" d="M1 1h1v1"/>`, `<path fill="hsl(0,0%,100%)" d="M1 1h1v1"/>`, `<path fill="hsl(20 80% 40)" d="M1 1h1v1"/>`, `<path fill="hsl(20 80 40%)" d="M1 1h1v1"/>`, `<path fill="hsl(1,2%)" d="M1 1h1v1"/>`, `<path fill="hsl(60,100%,30%)" d="M1 1h1v1"/>`, `<path d="M10 20h5v5z3 3"/>`, `<path d="M10 20h5v5zh3"/>`, `<path d="M10 20h5v5z3"/>`,
	`<path d="M10 20 30"/>`, `<path d="M10 20 L 30 x"/>`, `<path d="M10 20A1 1 0 2 0 3 3"/>`, `<path d=""/>`, `<path d="Z"/>`, `<path d="M1 1"/>`, `<style>path, .a{fill:red} * {stroke:blue}</style><path class="a b" d="M0 0h1v1"/>`, `<style>path.a{fill:red}</style><path class="a" d="M0 0h1v1"/>`, `<style>.a{fill:red;;stroke}</style><path class="a" style=" ; fill:blue ;x" d="M0 0h1v1"/>`,
}

// sizes are the root elements of drawings, whose size may be told in several ways.
var sizes = []string{
	`<svg width="20mm" height="1in">`, `<svg width="100" height="50">`, `<svg width="100%" height="50%" viewBox="0 0 30 40">`, `<svg width="20mm" viewBox="0 0 30 40">`, `<svg viewBox="0 0 30 40" height="20pt">`, `<svg viewBox="0 0 0 40">`, `<svg viewBox="0 0 40 0">`, `<svg viewBox="0 0 40 -1">`, `<svg viewBox="0 0 40">`, `<svg>`, `<svg width="10em" height="5em">`, `<svg viewBox="0,0,1e9,5">`, `<svg viewBox="0 0 5 1e9">`, `<svg width="0" height="9">`, `<html>`,
}

// TestDrawingsAreTheGolden: what each feature becomes, or why it is refused.
func TestDrawingsAreTheGolden(t *testing.T) {
	var all strings.Builder
	for _, body := range drawings {
		all.WriteString(body + "\n" + read(t, open+body+"</svg>"))
	}
	for _, root := range sizes {
		end := "</svg>"
		if root == "<html>" {
			end = "</html>"
		}
		all.WriteString(root + "\n" + read(t, root+`<rect x="1" y="2" width="3" height="4"/>`+end))
	}
	golden.Compare(t, "drawings.txt", all.String())
}

// read is a drawing as text with all that its paths have, or the fault in it.
func read(t *testing.T, file string) string {
	t.Helper()
	v, err := Read([]byte(file))
	if err != nil {
		var f *diag.Fault
		if !errors.As(err, &f) {
			t.Errorf("%s: %v is no fault of the file", file, err)
			return ""
		}
		return fmt.Sprintf("  %s %q\n", f.Code, f.Args)
	}
	lines := strings.SplitAfter(dump(v), "\n")
	var b strings.Builder
	b.WriteString("  " + lines[0])
	for i := range v.Paths {
		p := &v.Paths[i]
		b.WriteString("  " + strings.TrimRight(lines[i+1], "\n"))
		if p.Clear+p.ClearLine > 0 {
			fmt.Fprintf(&b, " clear %d %d", p.Clear, p.ClearLine)
		}
		if p.Weight > 0 {
			fmt.Fprintf(&b, " cap %d join %d miter %d dashes %v from %s", p.Cap, p.Join, p.Miter, p.Dashes, p.Phase)
		}
		for _, c := range p.Clips {
			fmt.Fprintf(&b, " clip %s %t", c.Path.Bounds(), c.EvenOdd)
		}
		if g := p.Gradient; g != nil {
			fmt.Fprintf(&b, " gradient radial %t focus %.4f %.4f matrix %.3f stops %v", g.Radial, g.FocusX, g.FocusY, g.Matrix, g.Stops)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
