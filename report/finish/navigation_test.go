package finish

import (
	"testing"

	"konzept/report/page"
)

func TestPageLabelsAreRangesOfFolios(t *testing.T) {
	for _, c := range []struct {
		what   string
		labels []string
		want   string
	}{
		{"plain numbers need none", []string{"1", "2", "3"}, ""},
		{"roman before arabic", []string{"i", "ii", "1", "2"}, "0 <</S /r>> 2 <</S /D>> "},
		{"a start that is not 1", []string{"5", "6"}, "0 <</S /D /St 5>> "},
		{"a leap", []string{"1", "3"}, "0 <</S /D>> 1 <</S /D /St 3>> "},
		{"pages that do not count", []string{"", "", "1"}, "0 <<>> 2 <</S /D>> "},
		{"an annex", []string{"A-1", "A-2", "B-1"}, "0 <</S /D /P (A-)>> 2 <</S /D /P (B-)>> "},
		{"capitals", []string{"IV"}, "0 <</S /R /St 4>> "},
		{"words", []string{"Titel"}, "0 << /P (Titel)>> "},
		{"no roman number", []string{"iiii", "mix"}, "0 << /P (iiii)>> 1 <</S /r /St 1009>> "},
	} {
		var pages []*page.Page
		for _, l := range c.labels {
			pages = append(pages, &page.Page{Label: l})
		}
		if got := string(pageLabels(pages)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, got, c.want)
		}
	}
}

func TestOutlineKnowsRelativesEvenWhenLevelsSkip(t *testing.T) {
	tree, first, last := branches([]page.Bookmark{{Level: 1}, {Level: 3}, {Level: 2}, {Level: 1}, {Level: 2}})
	if first != 0 || last != 3 {
		t.Errorf("first %d, last %d", first, last)
	}
	want := []branch{
		{-1, -1, 3, 1, 2, 2}, {0, -1, 2, -1, -1, 0}, {0, 1, -1, -1, -1, 0}, {-1, 0, -1, 4, 4, 1}, {3, -1, -1, -1, -1, 0},
	}
	for i := range want {
		if tree[i] != want[i] {
			t.Errorf("entry %d: got %v, want %v", i, tree[i], want[i])
		}
	}
}

func TestAddressesAreASCII(t *testing.T) {
	if got := escapedURL("https://x.de/größe (1)"); got != "https://x.de/gr%C3%B6%C3%9Fe%20(1)" {
		t.Errorf("address: %s", got)
	}
}

func TestPredictedRowsComeBack(t *testing.T) {
	data := []byte{1, 2, 3, 4, 5, 6, 1, 2, 3, 9, 9, 9, 200, 100, 50, 0, 0, 0}
	out := predict(3, 2)(data)
	var back, above []byte = nil, make([]byte, 6)
	for ; len(out) > 0; out = out[7:] {
		row := make([]byte, 6)
		for i, v := range out[1:7] {
			switch {
			case out[0] == 2:
				v += above[i]
			case out[0] == 1 && i >= 3:
				v += row[i-3]
			}
			row[i] = v
		}
		back, above = append(back, row...), row
	}
	if string(back) != string(data) {
		t.Errorf("got %v, want %v", back, data)
	}
}
