package table

import (
	"testing"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/typeset"
)

func TestColumnsOfATableShareTheirWidth(t *testing.T) {
	for _, c := range []struct {
		name string
		cols []doc.Column
		need []typeset.Extent
		want []geom.Length
	}{
		{"fixed and share", []doc.Column{{Width: 40}, {Share: 1}, {Share: 3}}, []typeset.Extent{{}, {}, {}}, []geom.Length{40, 40, 120}},
		{"content, then the rest", []doc.Column{{}, {Share: 1}}, []typeset.Extent{{Min: 20, Max: 50}, {Min: 10, Max: 10}}, []geom.Length{50, 150}},
		{"content fills the frame", []doc.Column{{}, {}}, []typeset.Extent{{Min: 10, Max: 50}, {Min: 10, Max: 50}}, []geom.Length{100, 100}},
		{"content between narrow and wide", []doc.Column{{}, {}}, []typeset.Extent{{Min: 50, Max: 150}, {Min: 50, Max: 250}}, []geom.Length{83, 117}},
		{"a share with much text narrows its neighbours", []doc.Column{{}, {Share: 1}}, []typeset.Extent{{Min: 40, Max: 180}, {Min: 20, Max: 900}}, []geom.Length{101, 99}},
		{"a share is no narrower than its longest word", []doc.Column{{Share: 1}, {Share: 9}}, []typeset.Extent{{Min: 60, Max: 60}, {Min: 10, Max: 10}}, []geom.Length{60, 140}},
		{"a fixed one widens for its longest word", []doc.Column{{Width: 40}, {Share: 1}}, []typeset.Extent{{Min: 60, Max: 60}, {Min: 10, Max: 10}}, []geom.Length{60, 140}},
		{"as long as all longest words just fit", []doc.Column{{Width: 40}, {Share: 1}}, []typeset.Extent{{Min: 60, Max: 60}, {Min: 140, Max: 140}}, []geom.Length{60, 140}},
		{"but not at another's cost", []doc.Column{{Width: 40}, {Share: 1}}, []typeset.Extent{{Min: 60, Max: 60}, {Min: 150, Max: 150}}, []geom.Length{40, 160}},
		{"too much shrinks", []doc.Column{{Width: 300}, {Width: 100}}, []typeset.Extent{{}, {}}, []geom.Length{150, 50}},
		{"what is wide gives way to what is narrow", []doc.Column{{}, {Share: 1}, {}}, []typeset.Extent{{Min: 30, Max: 30}, {Min: 190, Max: 190}, {Min: 20, Max: 20}}, []geom.Length{30, 150, 20}},
		{"wishes give way to words", []doc.Column{{Width: 180}, {Share: 1}}, []typeset.Extent{{Min: 20, Max: 20}, {Min: 90, Max: 90}}, []geom.Length{110, 90}},
	} {
		got := Widths(c.cols, c.need, 200)
		for i := range got {
			if d := got[i] - c.want[i]; d < -1 || d > 1 {
				t.Errorf("%s: %v, want %v", c.name, got, c.want)
				break
			}
		}
	}
}
