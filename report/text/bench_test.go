package text

import (
	"testing"

	"konzept/report/geom"
	"konzept/report/hyphen"
)

func BenchmarkShape(b *testing.B) {
	spans := []Span{{Text: sample, Font: testFont(b)}}
	var s shaped
	h := &hyphen.Hyphenator{}
	h.Set(nil, 0, 0)
	b.ReportAllocs()
	for b.Loop() {
		s.shape(spans, h)
	}
	b.ReportMetric(float64(len(s.glyphs))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mglyphs/s")
}

func BenchmarkBreak(b *testing.B) {
	spans := []Span{{Text: sample, Font: testFont(b)}}
	for _, c := range []struct {
		name string
		o    Options
	}{
		{"wide", Options{Width: 450 * geom.Pt, Align: Justify, Hyphenate: true}},
		{"column", Options{Width: 240 * geom.Pt, Align: Justify, Hyphenate: true}},
		{"narrow", Options{Width: 120 * geom.Pt, Align: Justify, Hyphenate: true}},
		{"ragged", Options{Width: 150 * geom.Pt, Hyphenate: true}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Break(spans, c.o)
			}
			b.ReportMetric(float64(len([]rune(sample)))*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mglyphs/s")
		})
	}
}
