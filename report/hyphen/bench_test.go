package hyphen

import "testing"

func BenchmarkHyphenLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		loadPatterns(patternsDE)
	}
}

func BenchmarkHyphenate(b *testing.B) {
	german()
	b.ReportAllocs()
	for b.Loop() {
		breaksOf("Unterstützungsstrukturen")
	}
}
