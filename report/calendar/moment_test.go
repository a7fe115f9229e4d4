package calendar

import (
	"slices"
	"strings"
	"testing"
)

func TestMomentsReadAndSort(t *testing.T) {
	in := []string{"2005", "Ende 2008", "2012-06-27", "2013", "Mitte 2013", "Anfang April 2014", "April 2014", "2014-05-07", "Mitte 2014-05", "Ende Februar 2024"}
	var moments []Moment
	for _, s := range in {
		m, ok := ParseMoment(s)
		if !ok {
			t.Fatalf("%s is refused", s)
		}
		moments = append(moments, m)
	}
	slices.SortFunc(moments, Moment.Compare)
	var out []string
	for _, m := range moments {
		out = append(out, m.String()+" "+m.From().String()+" "+m.To().String())
	}
	want := `2005 2005-01-01 2005-12-31
Ende 2008 2008-09-01 2008-12-31
2012-06-27 2012-06-27 2012-06-27
2013 2013-01-01 2013-12-31
Mitte 2013 2013-05-01 2013-08-31
Anfang 2014-04 2014-04-01 2014-04-10
2014-04 2014-04-01 2014-04-30
2014-05-07 2014-05-07 2014-05-07
Mitte 2014-05 2014-05-11 2014-05-20
Ende 2024-02 2024-02-21 2024-02-29`
	if got := strings.Join(out, "\n"); got != want {
		t.Errorf("got\n%s", got)
	}
	for _, s := range []string{"", "Anfang", "Anfang 2014-05-07", "14", "2014-5", "Frühjahr", "Frühjahr April 2014", "5. Quartal 2014", "3. Halbjahr 2014", "2014/2013", "2014/2014", "2014-2014-02", "ab", "ab laufend", "Winter 2014/2016", "Sommer 2014/2015", "2014-04-1", "Mai", "2014-", "02014"} {
		if m, ok := ParseMoment(s); ok {
			t.Errorf("%q is read as %v", s, m)
		}
	}
}

// TestPlansSayTimesInManyWays: each form of a time, in German and English, with the days that it can mean.
func TestPlansSayTimesInManyWays(t *testing.T) {
	for want, forms := range map[string][]string{
		"2026-Q2 2026-04-01 2026-06-30":          {"2. Quartal 2026", "2.Quartal 2026", "Q2 2026", "Q2/2026", "2026-Q2", "2026 Q2"},
		"2026-H2 2026-07-01 2026-12-31":          {"2. Halbjahr 2026", "H2 2026", "2026-H2"},
		"Frühjahr 2026 2026-03-01 2026-05-31":    {"Frühjahr 2026", "Frühling 2026", "spring 2026"},
		"Winter 2026 2026-12-01 2027-02-28":      {"Winter 2026", "Winter 2026/27", "winter 2026/2027"},
		"2026/2027 2026-01-01 2027-12-31":        {"2026/2027", "2026/27", "2026-2027", "2026–2027", "2026 bis 2027", "2026 to 2027"},
		"ab 2026 2026-01-01 2026-12-31":          {"ab 2026", "from 2026"},
		"ab 2026-04 2026-04-01 2026-04-30":       {"ab April 2026", "ab 2026-04", "from April 2026"},
		"ab 2026-05-07 2026-05-07 2026-05-07":    {"ab 2026-05-07"},
		"laufend 9999-12-31 9999-12-31":          {"laufend", "fortlaufend", "ongoing"},
		"bis auf Weiteres 9999-12-31 9999-12-31": {"bis auf Weiteres", "until further notice"},
		"dauerhaft 9999-12-31 9999-12-31":        {"dauerhaft", "unbefristet", "permanent"},
		"2026-01 2026-01-01 2026-01-31":          {"Jänner 2026", "January 2026", "2026-01"},
		"Ende 2026-01 2026-01-21 2026-01-31":     {"Ende Jänner 2026", "late January 2026"},
		"Mitte 2026 2026-05-01 2026-08-31":       {"mid-2026", "Mitte 2026"},
	} {
		for _, s := range forms {
			m, ok := ParseMoment(s)
			if got := m.String() + " " + m.From().String() + " " + m.To().String(); !ok || got != want {
				t.Errorf("%s: %s, want %s", s, got, want)
			}
			if again, ok := ParseMoment(m.String()); !ok || again != m {
				t.Errorf("%s: written %s, read %s", s, m, again)
			}
		}
	}
}

// FuzzMoment: what is read is written so that it is read again as the same, and its last day is not before its first.
func FuzzMoment(f *testing.F) {
	for _, s := range []string{"2026", "Ende April 2014", "Q2 2026", "Winter 2026/27", "2026–2028", "ab 2026-05-07", "bis auf Weiteres", "mid-2026"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, ok := ParseMoment(s)
		if !ok || m.Precision == ByMonth && (m.Month < 1 || m.Month > 12) || m.Precision == ByDay && !m.Valid() {
			return
		}
		if again, ok := ParseMoment(m.String()); !ok || again != m {
			t.Errorf("%q: written %q, read %+v", s, m, again)
		}
		if m.To().Before(m.From()) {
			t.Errorf("%q ends before it begins: %v, %v", s, m.From(), m.To())
		}
	})
}
