package text

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"konzept/report/hyphen"
)

// hyphens shows a word with its breaks.
func hyphens(e *hyphen.Exceptions, lang, word string) string {
	var b strings.Builder
	last := 0
	for _, i := range Hyphenate(e, lang, word) {
		b.WriteString(word[last:i] + "-")
		last = i
	}
	return b.String() + word[last:]
}

func TestHyphenate(t *testing.T) {
	own := hyphen.NewExceptions([]string{"Fran-ken-thal", "Eyüp", "Ludwigs-hafen"})
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
