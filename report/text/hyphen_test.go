package text

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// hyphens shows a word with its breaks.
func hyphens(e *Exceptions, lang, word string) string {
	var b strings.Builder
	last := 0
	for _, i := range e.Hyphenate(lang, word) {
		b.WriteString(word[last:i] + "-")
		last = i
	}
	return b.String() + word[last:]
}

func TestHyphenate(t *testing.T) {
	own := NewExceptions([]string{"Fran-ken-thal", "Eyüp", "Ludwigs-hafen"})
	for _, c := range []struct{ name, lang, word, want string }{
		{"compounds", "de", "Integrationskonzept", "In-te-gra-ti-ons-kon-zept"},
		{"ck stays together", "de", "Brücken", "Brü-cken"},
		{"st may be parted", "de", "Fenster", "Fens-ter"},
		{"sharp s", "de", "Straßensozialarbeit", "Stra-ßen-so-zi-al-ar-beit"},
		{"umlauts", "de", "Übergänge", "Über-gänge"},
		{"no single or double letters", "de", "Abend Oper Ehe Unter", "Abend Oper Ehe Unter"},
		{"two letters if they are a prefix", "de", "Beratung Ungleich abholen", "Be-ra-tung Un-gleich ab-ho-len"},
		{"certain joints", "de", "Konzeptentwicklung Produkteigenschaft", "Kon-zept-ent-wick-lung Pro-dukt-ei-gen-schaft"},
		{"what only looks like a joint", "de", "Krankenhausbau Verordnung", "Kran-ken-haus-bau Ver-ord-nung"},
		{"a syllable of one vowel stays", "de", "Nationen Steuerung Qualität", "Natio-nen Steue-rung Qua-li-tät"},
		{"no syllable without a vowel", "de", "Metallblasinstrument Formeleditor", "Metallblas-in-stru-ment For-meledi-tor"},
		{"only a prefix has two letters", "de", "Bereich Becher Annahme Annette", "Be-reich Becher An-nahme Annette"},
		{"no break after all", "de", "Awareness", "Aware-ness"},
		{"English has no prefixes of two letters", "en", "unequal", "unequal"},
		{"country in the tag", "de-DE", "Verwaltung", "Ver-wal-tung"},
		{"capitals are abbreviations", "de", "UNESCO PDFs", "UNESCO PDFs"},
		{"digits beside the word", "de", "Verwaltung2030", "Verwaltung2030"},
		{"web address", "de", "www.frankenthal.de/verwaltung", "www.frankenthal.de/verwaltung"},
		{"address with scheme", "de", "https://verwaltung/information", "https://verwaltung/information"},
		{"mail address", "de", "information@frankenthal.de", "information@frankenthal.de"},
		{"not at the gender star", "de", "Bürger*innen", "Bür-ger*innen"},
		{"nor at the colon", "de", "Mitarbeiter:innen", "Mit-ar-bei-ter:innen"},
		{"nor at an inner capital", "de", "BürgerInnen", "Bür-gerInnen"},
		{"parts of a hyphened word", "de", "Workshop-Teilnahme", "Work-shop-Teil-nahme"},
		{"soft hyphens replace the patterns", "de", "Ur\u00ADinstinkt", "Ur-\u00ADinstinkt"},
		{"exceptions", "de", "Frankenthal Eyüp Ludwigshafen", "Fran-ken-thal Eyüp Ludwigs-hafen"},
		{"exceptions in capitals", "de", "FRANKENTHAL", "FRAN-KEN-THAL"},
		{"English", "en", "university information", "uni-ver-sity inform-a-tion"},
		{"other languages", "fr", "université", "université"},
		{"quotes and brackets", "de", "„Verwaltung“ (Verwaltung)", "„Ver-wal-tung“ (Ver-wal-tung)"},
	} {
		if got := hyphens(own, c.lang, c.word); got != c.want {
			t.Errorf("%s: expected %s, found %s", c.name, c.want, got)
		}
	}
}

// TestFrequentWords compares the words that council papers use most with their hyphenation by hand.
func TestFrequentWords(t *testing.T) {
	count := 0
	for _, want := range dataLines(t, "trennungen.txt") {
		count++
		if got := hyphens(nil, "de", strings.ReplaceAll(want, "-", "")); got != want {
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
			found := Hyphenate("de", a+b)
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
		if len([]rune(b)) < minHyphen {
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
	for _, word := range strings.Fields(strings.NewReplacer(",", "", ".", "", "„", "", "“", "").Replace(sample)) {
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
