package finish_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"konzept/report/finish"
	"konzept/report/geom"
	"konzept/report/internal/golden"
	"konzept/report/page"
	"konzept/report/paint"
	"konzept/report/verify"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

func TestMain(m *testing.M) { os.Exit(golden.Main(m, "*.txt")) }

func inspect(t testing.TB, pdf []byte) *verify.Report {
	t.Helper()
	r, err := verify.Inspect(pdf)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestScreenEditionSaysWhatItIs(t *testing.T) {
	golden.Compare(t, "screen.txt", inspect(t, everything(t).finished(screen)).String())
}

func TestPrintEditionHasItsBoxesAndNoTags(t *testing.T) {
	golden.Compare(t, "print.txt", inspect(t, everything(t).finished(print4)).String())
}

func TestCopyEditionClaimsNothing(t *testing.T) {
	golden.Compare(t, "copy.txt", inspect(t, everything(t).finished(grey)).String())
}

func TestEveryEditionIsStrictlyValid(t *testing.T) {
	api.DisableConfigDir()
	for _, e := range []page.Edition{screen, print4, grey} {
		conf := model.NewDefaultConfiguration()
		conf.ValidationMode = model.ValidationStrict
		if err := api.Validate(bytes.NewReader(everything(t).finished(e)), conf); err != nil {
			t.Errorf("%s: %v", e.Name, err)
		}
	}
}

func TestSameInputSameBytes(t *testing.T) {
	for _, e := range []page.Edition{screen, print4, grey} {
		first := everything(t).finished(e)
		for range 5 {
			if !bytes.Equal(first, everything(t).finished(e)) {
				t.Errorf("%s: two runs differ", e.Name)
				break
			}
		}
	}
}

func TestEditionsOfOneDocumentDoNotDisturbEachOther(t *testing.T) {
	s := everything(t)
	first := s.finished(screen)
	s.finished(print4)
	if !bytes.Equal(first, s.finished(screen)) {
		t.Error("the screen edition differs after the print edition")
	}
}

func TestExtractedWordsAreTheSourceText(t *testing.T) {
	s := newSample(t)
	p := s.add("P", nil)
	for _, line := range []string{"Bürger\u00adinnen und Bür", "ger: „fünf“ – 3\u00a0€, "} {
		s.put(p, line)
	}
	s.put(p, "offen.")
	got := inspect(t, s.finished(screen)).Structure[1].Text
	if want := "Bürger"; !strings.HasPrefix(strings.ReplaceAll(got, "\u00ad", ""), want) {
		t.Errorf("got %q", got)
	}
	for _, want := range []string{" und Bürger: „fünf“ – 3\u00a0€, offen."} {
		if !strings.Contains(got, want) {
			t.Errorf("got %q, want it to contain %q", got, want)
		}
	}
}

func TestIdentityFollowsTheContent(t *testing.T) {
	id := func(s *sample) string {
		pdf := s.finished(screen)
		i := bytes.LastIndex(pdf, []byte("/ID ["))
		return string(pdf[i : i+40])
	}
	a, b, c := newSample(t), newSample(t), newSample(t)
	a.put(a.add("P", nil), "eins")
	b.put(b.add("P", nil), "zwei")
	c.put(c.add("P", nil), "eins")
	if x, y, z := id(a), id(b), id(c); x == y || x != z {
		t.Errorf("identities %s, %s, %s", x, y, z)
	}
}

func TestInternalMistakesAreErrors(t *testing.T) {
	for _, c := range []struct {
		what string
		do   func(*sample)
		want string
	}{
		{"a link into nowhere", func(s *sample) {
			s.p.Links = append(s.p.Links, &page.Link{Dest: "fehlt", Elem: s.add("Link", nil)})
		}, "unknown destination"},
		{"a type without role", func(s *sample) { s.put(s.add("Absatz", nil), "x") }, "no role"},
		{"an identifier twice", func(s *sample) {
			for range 2 {
				e := s.add("Note", nil)
				e.Detail().ID = "n"
				s.put(e, "x")
			}
		}, "identifier"},
	} {
		s := newSample(t)
		c.do(s)
		drawn, err := paint.PDF(s.d, screen)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err = finish.PDF(s.d, drawn, screen, meta); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v", c.what, err)
		}
	}
	if _, _, err := finish.PDF(&page.Document{}, &page.Drawn{Bytes: []byte("%PDF-1.3\nstartxref\n3\n")}, screen, meta); err == nil {
		t.Error("bytes of another program were taken")
	}
}

// pages is a document of n pages with 55 lines each, a paragraph every five lines.
func pages(b testing.TB, n int) *sample {
	s := newSample(b)
	const line = "Die Stadt fördert die Teilhabe aller Menschen, die in Musterstadt leben, arbeiten und lernen, "
	for i := range n {
		if i > 0 {
			s.page()
		}
		var e *page.Elem
		for l := range 55 {
			if l%5 == 0 {
				e = s.add("P", nil)
			}
			s.y = geom.Length(50+13*l) * geom.Pt
			s.put(e, line)
		}
	}
	return s
}

func BenchmarkFinish(b *testing.B) {
	s := pages(b, 200)
	drawn, err := paint.PDF(s.d, screen)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		out, _, err := finish.PDF(s.d, drawn, screen, meta)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(out))/200, "bytes/page")
	}
}

func BenchmarkPaint(b *testing.B) {
	s := pages(b, 200)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := paint.PDF(s.d, screen); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkInspect(b *testing.B) {
	pdf := pages(b, 200).finished(screen)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := verify.Inspect(pdf); err != nil {
			b.Fatal(err)
		}
	}
}
