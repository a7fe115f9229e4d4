package finish_test

import (
	"strings"
	"testing"
)

// TestPageLabelsCountOn: a range's second page has the next folio, and a new range begins anew (ISO 32000-1, 12.4.2).
func TestPageLabelsCountOn(t *testing.T) {
	s := newSample(t)
	want := []string{"i", "ii", "iii", "1", "2", "U4"}
	for i, label := range want {
		if i > 0 {
			s.page()
		}
		s.p.Label = label
		s.put(s.add("P", nil), "Seite")
	}
	var got []string
	for _, p := range inspect(t, s.finished(screen)).Pages {
		got = append(got, p.Label)
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("found %q, want %q", got, want)
	}
}
