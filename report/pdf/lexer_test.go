package pdf

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// read writes the objects of a text, each in brackets that tell its type.
func read(s string) string {
	l := Lexer{b: []byte(s)}
	var all []string
	for !l.Done() {
		all = append(all, shown(l.Object()))
	}
	return strings.Join(all, " ")
}

func shown(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case Name:
		return "/" + string(v)
	case string:
		return fmt.Sprintf("%q", v)
	case Operator:
		return "<" + string(v) + ">"
	case Array:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = shown(v[i])
		}
		return "[" + strings.Join(parts, " ") + "]"
	case Dict:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = string(v[i].Key) + "=" + shown(v[i].Value)
		}
		return "{" + strings.Join(parts, " ") + "}"
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return fmt.Sprintf("%T(%v)", v, v)
}

// TestObjectsAreReadAsTheStandardSays (ISO 32000-1, 7.3), and what is malformed ends nothing but itself.
func TestObjectsAreReadAsTheStandardSays(t *testing.T) {
	for _, c := range [][2]string{
		{"true false null", "bool(true) bool(false) null"}, {"12 -7 +3 0", "12 -7 3 0"}, {"1.5 -.5 4. +0.25", "1.5 -0.5 4 0.25"}, {"999999999999999 1234567890123456", "999999999999999 <1234567890123456>"},
		{"1.2.3 - . 1e5 --1", "<1.2.3> <-> <.> <1e5> <--1>"}, {"12 0 R", "pdf.Ref(12)"}, {"12 0 R 13 0 R", "pdf.Ref(12) pdf.Ref(13)"}, {"12 1 R", "12 1 <R>"}, {"12 0 RG", "12 0 <RG>"}, {"12 0", "12 0"}, {"12 00 R", "12 0 <R>"}, {"1.0 0 R", "1 0 <R>"},
		{"/A/B#20C /", "/A /B C /"}, {"/A#4", "/A#4"}, {"/A#zz", "/A#zz"},
		{"(a) (a(b)c) (", `"a" "a(b)c" ""`}, {`(\n\r\t\b\f\(\)\\\x)`, `"\n\r\t\b\f()\\x"`}, {"(a\\\nb)", `"ab"`}, {`(\101\7\53x\1234\400)`, `"A\a+xS4\x00"`}, {`(\8)`, `"8"`}, {`(\18)`, `"\x018"`}, {`(\`, `""`}, {`(a\`, `"a"`}, {`(\12`, `"\n"`},
		{"<48 69> <4> <>", `"Hi" "@" ""`}, {"<48", `"H"`}, {"<zz41>", `"A"`},
		{"[1 [2] (a)] [", "[1 [2] \"a\"] []"}, {"[1 2", "[1 2]"},
		{"<</A 1 /B[2]/A 3>>", "{A=1 B=[2] A=3}"}, {"<</A 1", "{A=1}"}, {"<<1 /A 2>>", "{A=2}"}, {"<</A>>", "{A=<>>}"}, {"<</A<</B 1>>>>", "{A={B=1}}"},
		{"% note\n1%x\r2", "1 2"}, {"BT Tj' ] }", "<BT> <Tj'> <]> <}>"}, {"1[2]3", "1 [2] 3"}, {"\x00\f 1", "1"},
	} {
		if got := read(c[0]); got != c[1] {
			t.Errorf("%q: %s, want %s", c[0], got, c[1])
		}
	}
	deep := strings.Repeat("[", MaxDepth+5) + "1" + strings.Repeat("]", MaxDepth+5)
	if got := read(deep); strings.Contains(got, "1") {
		t.Errorf("no end of depth: %s", got)
	}
	if got := read(strings.Repeat("[", MaxDepth) + "1" + strings.Repeat("]", MaxDepth)); !strings.Contains(got, "1") {
		t.Errorf("not as deep as may be: %s", got)
	}
	if d := (Dict{{"A", 1}, {"B", 2}, {"A", 3}}); d.Get("A") != 3 || d.Get("B") != 2 || d.Get("C") != nil {
		t.Error("of two equal keys the last counts")
	}
}

func TestNumbersAndNamesAreWrittenShort(t *testing.T) {
	for v, want := range map[int64]string{0: "0", 1000: "1", 1500: "1.5", -250: "-0.25", 1: "0.001", 10: "0.01", 1050: "1.05", -1: "-0.001", 123456: "123.456"} {
		if got := string(AppendMilli(nil, v)); got != want {
			t.Errorf("%d thousandths are %s, want %s", v, got, want)
		}
	}
	if got := string(AppendBox(nil, [4]int64{0, 500, -1000, 1})); got != "[0 0.5 -1 0.001]" {
		t.Error(got)
	}
	for s, want := range map[string]string{"a b": "(a b)", "~": "(~)", "\x7f": "<FEFF007F>", "\n": "<FEFF000A>", " ": "( )", "\x1f": "<FEFF001F>"} {
		if got := string(AppendText(nil, s)); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
	if got := string(AppendLiteral(nil, "a\r\n")); got != "(a\\r\n)" {
		t.Errorf("%q", got)
	}
	if got := string(AppendName(nil, "!~\x7f(){}[]<>% ")); got != "/!~#7F#28#29#7B#7D#5B#5D#3C#3E#25#20" {
		t.Error(got)
	}
	for s, want := range map[string]string{"\xfe\xff\x00A\xd8\x3d\xde\x00": "A\U0001F600", "\xfe\xff": "", "\xfe\xff\x00": "", "\xe4": "ä", "": "", "\xfe": "þ"} {
		if got := Text(s); got != want {
			t.Errorf("%q says %q, want %q", s, got, want)
		}
	}
}

func TestRomanNumbersAreReadStrictly(t *testing.T) {
	for s, want := range map[string]int{"": 0, "i": 1, "iv": 4, "iiii": 0, "vv": 0, "ic": 0, "ix": 9, "mcmxcix": 1999, "x1": 0, "xi ": 0, "I": 0, "mmmdccclxxxviii": 0, "mmmcccxxxiii": 3333} {
		if got := ParseRoman(s); got != want {
			t.Errorf("%q is %d, want %d", s, got, want)
		}
	}
}

// TestInlineImagesEndWithTheirOperator between white space: bytes of data may look like it.
func TestInlineImagesEndWithTheirOperator(t *testing.T) {
	for _, c := range [][2]string{
		{"BI ID xEIx EI Q", "EI|Q"}, {"ID EI Q", "EI|Q"}, {"ID a EIb EI", "EI"}, {"ID aEI EI Q", "EI|Q"}, {"ID abc", ""}, {"IDEI Q", "EI|Q"}, {"ID a\nEI\nQ", "EI|Q"},
	} {
		s := Scanner{lexer: Lexer{b: []byte(c[0]), at: strings.Index(c[0], "ID") + 2}}
		s.SkipImage()
		rest := strings.Join(strings.Fields(string(s.lexer.b[s.lexer.at:])), "|")
		if rest != c[1] {
			t.Errorf("%q goes on with %q, want %q", c[0], rest, c[1])
		}
	}
}

// TestFilesOfAnySizeAreReadBack: no object is packed, one, as many as go into one stream, and more; and as many streams.
func TestFilesOfAnySizeAreReadBack(t *testing.T) {
	for _, version := range []string{"1.4", "1.7"} {
		for _, n := range []int{0, 1, 2, packed - 1, packed, packed + 1, 2*packed + 3} {
			w := NewWriter(version, n)
			root := w.Reserve(1)
			objects, streams := w.Reserve(n), w.Reserve(n)
			for i := range n {
				w.Object(objects+i, append(AppendInt([]byte("<</N "), i), ">>"...))
				w.Plain(streams+i, "/Kind /Plain", AppendInt(nil, i))
			}
			w.Object(root, []byte("<</Type /Catalog>>"))
			file := w.Finish(root, root, [16]byte{})
			w.Close()
			for i := range n {
				if !bytes.Contains(file, append(AppendInt([]byte("\n"), streams+i), " 0 obj"...)) {
					t.Fatalf("%s, %d streams: none has the number %d", version, n, streams+i)
				}
			}
			r, err := NewReader(file)
			if err != nil {
				t.Fatalf("%s, %d objects: %v", version, n, err)
			}
			for i := range n {
				if got := Integer(r.Dict(r.Object(objects + i)).Get("N")); got != i {
					t.Fatalf("%s, %d objects: the %d. is %d", version, n, i, got)
				}
				s, ok := r.Object(streams + i).(*Stream)
				if data, _ := r.Content(s); !ok || string(data) != string(AppendInt(nil, i)) || r.Name(s.Dict.Get("Kind")) != "Plain" {
					t.Fatalf("%s, %d streams: the %d. is %q", version, n, i, data)
				}
			}
			kinds := 0
			for _, s := range r.Streams() {
				if r.Name(s.Dict.Get("Type")) == "ObjStm" {
					kinds++
				}
			}
			if want := (n + 1 + packed - 1) / packed; version == "1.7" && kinds != want {
				t.Errorf("%d objects in %d streams, want %d", n+1, kinds, want)
			}
		}
	}
}
