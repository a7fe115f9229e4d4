package text

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestKerningEqualsHarfBuzz compares all pairs of 115 signs with what hb-shape 6.0.0 says. testdata/kern-*.tsv holds,
// one line a first sign, the second signs with their kerning: the advance of the first in
//
//	hb-shape --features=-liga,-clig,-calt,-ccmp,-locl,-rlig --script=latn --font-funcs=ot FACE.ttf PAIR
//
// less its advance alone; a pair that is not listed has none.
func TestKerningEqualsHarfBuzz(t *testing.T) {
	for _, name := range faceNames(t) {
		f := loadFace(t, name)
		data, err := os.ReadFile(filepath.Join("testdata", "kern-"+strings.TrimSuffix(name, ".ttf")+".tsv"))
		if err != nil {
			t.Fatal(err)
		}
		head, body, _ := strings.Cut(string(data), "\n")
		signs := []rune(strings.TrimPrefix(head, "chars\t"))
		wrong, pairs := 0, 0
		for row := range strings.Lines(body) {
			fields := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
			want := map[rune]int{}
			for _, field := range fields[1:] {
				if r, size := utf8.DecodeRuneInString(field); size > 0 {
					want[r], _ = strconv.Atoi(field[size:])
				}
			}
			a, _ := utf8.DecodeRuneInString(fields[0])
			for _, b := range signs {
				pairs++
				if got := f.kern([]rune{a}, b, wordStyle{}); got != want[b] {
					if wrong++; wrong < 5 {
						t.Errorf("%s: %c%c: expected %d, found %d", name, a, b, want[b], got)
					}
				}
			}
		}
		if pairs < 10_000 || wrong > 0 {
			t.Errorf("%s: %d of %d pairs differ from hb-shape", name, wrong, pairs)
		}
	}
}
