package hyphen

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// breaksOf are the bytes of a word before which a hyphen may stand.
func breaksOf(word string) (at []int) {
	var h Hyphenator
	h.Set(nil, 0, 0)
	runes := []rune(word)
	for _, b := range h.Word(runes, "de", true) {
		at = append(at, len(string(runes[:b.At])))
	}
	return at
}

// TestFrequentWords compares the words that council papers use most with their hyphenation by hand.
func TestFrequentWords(t *testing.T) {
	count := 0
	for _, want := range dataLines(t, "trennungen.txt") {
		count++
		word := strings.ReplaceAll(want, "-", "")
		got := word
		for _, at := range slices.Backward(breaksOf(word)) {
			got = got[:at] + "-" + got[at:]
		}
		if got != want {
			t.Errorf("expected %s, found %s", want, got)
		}
	}
	if count < 1000 {
		t.Errorf("only %d words", count)
	}
}

// TestCompounds joins every first part to every later part. The joint must be a break in nearly all, and hardly any break
// may stand beside it without a vowel between, as in Konzep-tentwicklung.
func TestCompounds(t *testing.T) {
	lines := dataLines(t, "fugen.txt")
	breaks, joints, wrong := 0, 0, 0
	first, later := strings.Fields(lines[0]), strings.Fields(lines[1])
	for _, a := range first {
		for _, b := range later {
			found := breaksOf(a + b)
			breaks += len(found)
			for _, at := range found {
				between := (a + b)[min(at, len(a)):max(at, len(a))]
				switch {
				case at == len(a):
					joints++
				case !strings.ContainsAny(between, "aeiouyäöü"):
					wrong++
				}
			}
		}
	}
	short := 0 // later parts of two letters never stand alone
	for _, b := range later {
		if len([]rune(b)) < least {
			short += len(first)
		}
	}
	if all := len(first)*len(later) - short; joints*1000 < all*997 || wrong*1000 > breaks {
		t.Errorf("%d of %d joints found; %d of %d breaks are wrong", joints, all, wrong, breaks)
	}
}

// dataLines are the lines of a file in testdata that are not comments.
func dataLines(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(strings.Split(strings.TrimSpace(string(data)), "\n"), func(l string) bool {
		return strings.HasPrefix(l, "%")
	})
}

// TestPatternFiles guards what the loader relies on.
func TestPatternFiles(t *testing.T) {
	for _, file := range []string{patternsDE, patternsEN, jointsDE} {
		var before []uint8
		count := 0
		eachPattern(file, func(letters []uint8, _, at int) {
			if slices.Compare(before, letters) >= 0 {
				t.Fatalf("not in order: %.20q", file[at:])
			}
			if slices.Contains(letters, noLetter) || len(letters) >= maxPattern {
				t.Fatalf("not in the alphabet: %.20q", file[at:])
			}
			before = slices.Clone(letters)
			count++
		})
		if lines := strings.Count(file, "\n") - strings.Count(file, "%"); count != lines {
			t.Errorf("%d patterns in %d lines", count, lines)
		}
	}
}

// TestEveryPatternIsFound looks each pattern up again in a trie built the slow way.
func TestEveryPatternIsFound(t *testing.T) {
	for _, word := range strings.Fields(strings.ToLower(strings.Join(dataLines(t, "fugen.txt"), " "))) {
		word = strings.ToLower("." + word + ".")
		codes := []uint8{}
		for _, r := range word {
			codes = append(codes, letterCode(r))
		}
		want := make([]uint8, len(codes))
		eachPattern(patternsDE, func(letters []uint8, _, at int) {
			for i := 0; i+len(letters) <= len(codes); i++ {
				if slices.Equal(codes[i:i+len(letters)], letters) {
					german().raise(want[i:], at)
				}
			}
		})
		got := make([]uint8, len(codes))
		german().match(codes, got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: expected %d, found %d", word, want, got)
		}
	}
}
