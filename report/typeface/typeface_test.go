package typeface

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"konzept/report/diag"
	"konzept/report/text"
)

func face(t *testing.T, file string) *text.Face {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "fonts", file))
	if err != nil {
		t.Fatal(err)
	}
	f, err := text.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestTheNearestFaceSetsAStyle: slant before weight, the bolder of two as near.
func TestTheNearestFaceSetsAStyle(t *testing.T) {
	one := face(t, "SourceSans3-Regular.ttf")
	opened := ""
	open := func(name string) func() (*text.Face, error) {
		return func() (*text.Face, error) { opened = name; return one, nil }
	}
	for _, c := range []struct {
		weight int
		italic bool
		want   string
	}{{400, false, "regular"}, {500, false, "bold"}, {900, false, "bold"}, {700, true, "italic"}} {
		f := New([]Face{{Family: "Sans", Weight: 400, Open: open("regular")}, {Family: "Sans", Weight: 600, Open: open("bold")},
			{Family: "Sans", Weight: 400, Italic: true, Open: open("italic")}, {Family: "Serif", Weight: 400, Open: open("serif")}})
		if opened = ""; len(f.Resolve([]string{"sans"}, c.weight, c.italic)) != 1 || opened != c.want {
			t.Errorf("weight %d, italic %t opens %q, want %q", c.weight, c.italic, opened, c.want)
		}
	}
}

// TestWhatIsMissingIsSaid: an unknown family falls back to the first with Latin letters and is a finding, once; so is a face
// that does not open.
func TestWhatIsMissingIsSaid(t *testing.T) {
	one := face(t, "SourceSans3-Regular.ttf")
	f := New([]Face{{Family: "Noto Sans Arabic", Weight: 400}, {Family: "Sans", Weight: 400, Face: one},
		{Family: "Broken", Weight: 400, Open: func() (*text.Face, error) { return nil, errors.New("torn") }}})
	for range 2 {
		if got := f.Resolve([]string{"Sanz"}, 400, false); len(got) != 1 || got[0] != one {
			t.Errorf("fallback %v", got)
		}
	}
	if got := f.Resolve([]string{"Broken", "Sans"}, 400, false); len(got) != 1 || got[0] != one {
		t.Errorf("the next family in the list is not taken: %v", got)
	}
	var out diag.List
	f.Report(&out)
	var codes []diag.Code
	for _, x := range out.Findings {
		codes = append(codes, x.Code)
	}
	if !slices.Equal(codes, []diag.Code{"unknown-font", "unreadable-font"}) {
		t.Errorf("findings %v", out.Findings)
	}
	if f.Empty() || !New(nil).Empty() || New(nil).Resolve([]string{"x"}, 400, false) != nil {
		t.Error("Empty does not tell whether there are faces")
	}
	if f.Weight(one) != 400 || f.Weight(&text.Face{}) != 0 {
		t.Error("weight of a face")
	}
}

func TestOthersHaveTheSign(t *testing.T) {
	one := face(t, "SourceSans3-Regular.ttf")
	f := New([]Face{{Family: "Sans", Weight: 400, Face: one}})
	if got := f.Others(400)('Я'); len(got) != 1 || got[0] != one {
		t.Errorf("nobody has Я: %v", got)
	}
	if got := f.Others(400)('\u0628'); got != nil {
		t.Errorf("a Latin face sets Arabic: %v", got)
	}
}
