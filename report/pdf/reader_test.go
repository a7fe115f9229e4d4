package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// written is a file with a packed object, a stream and a root.
func written(version string) []byte {
	w := NewWriter(version, 100)
	defer w.Close()
	root, info, data := w.Reserve(1), w.Reserve(1), w.Reserve(1)
	w.Object(root, append(AppendRef([]byte("<</Type /Catalog /Data "), data), ">>"...))
	w.Object(info, append(AppendText([]byte("<</Title "), "Größe"), ">>"...))
	w.Deflated(data, "/Kind /Probe", []byte("q 1 0 0 rg (a) Tj Q"))
	return w.Finish(root, info, [16]byte{1})
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	for _, version := range []string{"1.4", "1.7"} {
		r, err := NewReader(written(version))
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Text(r.Dict(r.Trailer.Get("Info")).Get("Title")); got != "Größe" {
			t.Errorf("%s: title %q", version, got)
		}
		if r.Packed() != (version == "1.7") {
			t.Errorf("%s: object streams %v", version, r.Packed())
		}
		found := 0
		for n, s := range r.Streams() {
			if r.Name(s.Dict.Get("Kind")) != "Probe" {
				continue
			}
			data, err := r.Content(s)
			if err != nil || string(data) != "q 1 0 0 rg (a) Tj Q" || s.Long || r.Object(n) != any(s) {
				t.Errorf("%s: stream %d is %q, %v", version, n, data, err)
			}
			found++
		}
		if found != 1 {
			t.Errorf("%s: %d streams", version, found)
		}
	}
}

// scanned is a content's operators with their operands, and the strings in them.
func scanned(content string) string {
	r := &Reader{}
	r.budget.Store(maxInflate)
	s := r.Scan(&Worker{names: map[string]any{}}, []*Stream{{raw: []byte(content)}})
	var b strings.Builder
	for op, operands, ok := s.Next(); ok; op, operands, ok = s.Next() {
		fmt.Fprintf(&b, "%s[%s]", op, strings.TrimSpace(string(operands)))
		if op := string(op); op == "Tj" || op == "TJ" || op == "'" {
			s.Strings(operands, func(codes []byte) { fmt.Fprintf(&b, "(%s)", codes) })
		}
		if string(op) == "ID" {
			s.SkipImage()
		}
	}
	return b.String()
}

func TestScannerTellsOperatorsFromOperands(t *testing.T) {
	for _, c := range [][2]string{
		{"q 1 0 0 rg Q", "q[]rg[1 0 0]Q[]"},
		{"/F1 9 Tf [(A) -20 <42>] TJ", "Tf[/F1 9]TJ[[(A) -20 <42>]](A)(B)"},
		{"/P <</MCID (a>)>> BDC true sc EMC", "BDC[/P <</MCID (a>)>>]sc[true]EMC[]"},
		{"BI /W 1 ID q Q x EI Q", "BI[]ID[/W 1]EI[]Q[]"},
		{"(un(bal)anced) ' f*", "'[(un(bal)anced)](un(bal)anced)f*[]"},
		{"% (note) Tj\nn", "n[% (note) Tj]"},
		{"(open", ""},
	} {
		if got := scanned(c[0]); got != c[1] {
			t.Errorf("%q: got %s, want %s", c[0], got, c[1])
		}
	}
}

// FuzzReader: whatever a file says of itself, reading ends, and what was read can be asked for.
func FuzzReader(f *testing.F) {
	f.Add(written("1.4"))
	f.Add(written("1.7"))
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := NewReader(b)
		if err != nil {
			return
		}
		for n := range r.Len() {
			r.Dict(r.Object(n))
		}
		for n, s := range r.Streams() {
			if r.Object(n) != any(s) {
				t.Errorf("stream %d changed", n)
			}
			r.Content(s)
		}
	})
}
