package symbol

import (
	"strings"
	"testing"

	"github.com/boombuler/barcode/qr"

	"konzept/report/geom"
)

// modules fills a drawn code's outline again and reads its modules.
func modules(p geom.Path, n int, module, off geom.Length) []bool {
	edges := flatten(p)
	grid := make([]bool, n*n)
	for y := range n {
		for x := range n {
			at := geom.Point{X: off + module*geom.Length(x) + module/2, Y: off + module*geom.Length(y) + module/2}
			grid[y*n+x] = winding(edges, at) != 0
		}
	}
	return grid
}

// checkCode compares the outline with the encoder's modules, one by one.
func checkCode(t *testing.T, s string) {
	path, fault := Code(s, "M", 30*geom.MM)
	code, err := qr.Encode(s, qr.M, qr.Auto)
	if s == "" || err != nil {
		if fault == nil {
			t.Fatalf("%q: expected a fault", s)
		}
		return
	}
	if fault != nil {
		t.Fatalf("%q: %v", s, fault)
	}
	n := code.Bounds().Dx()
	module := 30 * geom.MM / geom.Length(n+8)
	off := (30*geom.MM - module*geom.Length(n)) / 2
	if off < 4*module {
		t.Errorf("quiet zone %v is less than four modules of %v", off, module)
	}
	got := modules(path, n, module, off)
	for i := range got {
		black, _, _, _ := code.At(i%n, i/n).RGBA()
		if got[i] != (black == 0) {
			t.Fatalf("%q: module %d,%d is wrong", s, i%n, i/n)
		}
	}
}

func TestCodeOutlineHoldsEveryModule(t *testing.T) {
	for _, s := range []string{"https://www.frankenthal.de/migrationintegration", "7", "ABC 123", "Grüße aus Frankenthal"} {
		checkCode(t, s)
	}
}

func TestCodeTooLongIsAFault(t *testing.T) {
	if _, err := Code(strings.Repeat("ü", 3000), "", 30*geom.MM); err == nil {
		t.Error("6000 bytes made a code")
	}
}

func FuzzCode(f *testing.F) {
	for _, s := range []string{"", "https://example.org/?a=b&c=ü", "0123456789", "\x00\xff\n", "A-Z $%*+./:"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 300 {
			s = s[:300]
		}
		checkCode(t, s)
	})
}

func BenchmarkCode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Code("https://www.frankenthal.de/migrationintegration", "M", 30*geom.MM)
	}
}
