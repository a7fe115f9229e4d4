package finish_test

import (
	"bytes"
	"slices"
	"testing"

	"konzept/report/finish"
	"konzept/report/page"
	"konzept/report/paint"
	"konzept/report/verify"
)

func finished(t *testing.T, s *sample, e page.Edition) (*verify.Report, []string) {
	t.Helper()
	drawn, err := paint.PDF(s.d, e)
	if err != nil {
		t.Fatal(err)
	}
	out, faults, err := finish.PDF(s.d, drawn, e, meta)
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, f := range faults {
		codes = append(codes, string(f.Code))
	}
	return inspect(t, out), codes
}

// TestNoClaimWithoutItsRules: a file that breaks a rule is written, with everything but the claim.
func TestNoClaimWithoutItsRules(t *testing.T) {
	for _, c := range []struct {
		fault string
		do    func(*sample)
	}{
		{"", func(s *sample) { s.put(s.add("H1", nil), "Titel") }},
		{"heading-skips", func(s *sample) { s.put(s.add("H2", nil), "Titel") }},
		{"figure-without-alt", func(s *sample) {
			e := s.add("Figure", nil)
			e.Detail().HasBBox, e.Detail().BBox = true, box(1, 1, 9, 9)
			s.put(e, "x")
		}},
		{"no-title", func(s *sample) { s.d.Title = ""; s.put(s.add("P", nil), "x") }},
	} {
		s := newSample(t)
		c.do(s)
		r, faults := finished(t, s, screen)
		want, claims := []string(nil), []string{"PDF/UA-1", "PDF/A-2a"}
		if c.fault != "" {
			want, claims = []string{c.fault}, nil
		}
		if !slices.Equal(faults, want) || !slices.Equal(r.Claims, claims) {
			t.Errorf("%q: faults %q, claims %q", c.fault, faults, r.Claims)
		}
		if !r.Tagged || r.Intent != "sRGB" || len(r.Pages) != 1 {
			t.Errorf("%q: more is missing than the claim:\n%s", c.fault, r)
		}
		if _, faults := finished(t, s, grey); len(faults) > 0 {
			t.Errorf("%q: the copy edition claims nothing and was checked: %q", c.fault, faults)
		}
	}
}

// TestReadingTwiceIsReadingOnce: contents are scanned on all processors; what is found must not depend on them.
func TestReadingTwiceIsReadingOnce(t *testing.T) {
	pdf := pages(t, 40).finished(screen)
	first := inspect(t, pdf).String()
	for range 3 {
		if again := inspect(t, bytes.Clone(pdf)).String(); again != first {
			t.Fatal("two inspections of one file differ")
		}
	}
}

// TestAttachedDataMakeItPartThree: with its data a file for archives is PDF/A-3a; other editions carry none.
func TestAttachedDataMakeItPartThree(t *testing.T) {
	s := newSample(t)
	s.put(s.add("P", nil), "x")
	with := meta
	with.Attach = &finish.Attachment{Name: "data.json", Type: "application/json", Description: "Daten", Data: []byte(`{"version":1}`)}
	for _, e := range []page.Edition{screen, grey, print4} {
		drawn, err := paint.PDF(s.d, e)
		if err != nil {
			t.Fatal(err)
		}
		out, faults, err := finish.PDF(s.d, drawn, e, with)
		if err != nil || len(faults) > 0 {
			t.Fatalf("%s: %v %v", e.Name, faults, err)
		}
		r := inspect(t, out)
		if got := slices.Contains(r.Claims, "PDF/A-3a"); got != e.A || bytes.Contains(out, []byte("/EmbeddedFile")) != e.A {
			t.Errorf("%s claims %q", e.Name, r.Claims)
		}
	}
}
