package source

import (
	"testing"

	"konzept/report/diag"
)

// TestInvisibleSignsAreTold: all but the mark of byte order at the very beginning, which editors on Windows put there.
func TestInvisibleSignsAreTold(t *testing.T) {
	for text, want := range map[string]int{"\ufeffa: b": 0, "a: \ufeffb": 1, "\u200ba: b": 1, "\u2060a: b": 1, "a: b": 0, "a\u200bb: c\u200bd": 2} {
		var l diag.List
		Check("a.yaml", []byte(text), &l)
		n := 0
		for _, f := range l.Findings {
			if f.Code == "invisible-character" {
				n++
			}
		}
		if n != want {
			t.Errorf("%q: %d findings of %v, want %d", text, n, l.Findings, want)
		}
	}
}
