package schema

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Term is one of the values that a choice may have.
type Term struct {
	Key    string            // the word of YAML, which expressions compare with
	DE, EN string            // what is printed
	Labels map[string]string // what a region says, or a project prints in its languages instead, by BCP 47 tag
	Means  Meaning
	Symbol string // drawn symbol; "": by its meaning
}

// Meaning is what the program makes of a term whatever it is called: sums, what is overdue, colours.
type Meaning uint8

// The meanings of terms. Nothing is counted by one that has no meaning.
const (
	Nothing  Meaning = iota
	Open             // nothing is done yet
	Prepared         // work is being prepared
	Running          // work is done
	Ongoing          // work is done and never ends
	Done
	Stopped // put off
	Dropped
	Good    // goes to plan
	Bad     // does not
	Unknown // not rated, uncertain: like no value at all, but said
)

// String is the word for a meaning that expressions compare with: open, done.
func (m Meaning) String() string { return meant[m].EN }

// IsOpen tells whether something is still to be finished: what goes on for ever, rests or is dropped is not.
func (m Meaning) IsOpen() bool { return m == Open || m == Prepared || m == Running }

// IsRunning tells whether work is done.
func (m Meaning) IsRunning() bool { return m == Running || m == Ongoing }

// IsStopped tells whether nothing is done any more.
func (m Meaning) IsStopped() bool { return m == Stopped || m == Dropped }

// IsKnown tells whether a term says how far something is or how it goes.
func (m Meaning) IsKnown() bool { return m != Nothing && m != Unknown }

// Label is the term in a language: the project's word for it, else the German or English one.
func (t *Term) Label(lang string) string {
	if t == nil {
		return ""
	}
	if s := t.Labels[lang]; s != "" {
		return s
	}
	base, _, _ := strings.Cut(lang, "-")
	if s := t.Labels[base]; s != "" {
		return s
	}
	if base == "de" || t.EN == "" {
		return t.DE
	}
	return t.EN
}

// Names are all words under which YAML may name the term.
func (t *Term) Names() []string {
	names := []string{t.Key, t.DE, t.EN}
	for _, lang := range slices.Sorted(maps.Keys(t.Labels)) {
		names = append(names, t.Labels[lang])
	}
	return names
}

// termsOf reads terms written as "deutsch|English", with "|de-CH=Kanton" behind them where a region says it otherwise, or as
// "key=deutsch" where YAML has a word of its own.
func termsOf(written []string) []Term {
	terms := make([]Term, len(written))
	for i, w := range written {
		words := strings.Split(w, "|")
		de, en := words[0], words[min(1, len(words)-1)]
		if key, label, ok := strings.Cut(de, "="); ok {
			terms[i] = Term{Key: key, DE: label, EN: key}
			continue
		}
		terms[i] = Term{Key: de, DE: de, EN: en, Means: meanings[de]}
		for _, regional := range words[min(2, len(words)):] {
			lang, label, _ := strings.Cut(regional, "=")
			terms[i].Labels = map[string]string{lang: label}
		}
	}
	return terms
}

// drawn gives each term its drawn symbol.
func drawn(name string, terms []Term) []Term {
	for i := range terms {
		terms[i].Symbol = name + "-" + strconv.Itoa(i)
	}
	return terms
}

// symbols are those of terms that a project writes without any, by what they mean.
var symbols = map[Meaning]string{Open: "phase-0", Prepared: "phase-1", Running: "phase-2", Done: "phase-3", Ongoing: "phase-4", Stopped: "phase-5",
	Dropped: "phase-6", Good: "signal-0", Bad: "signal-1"}

// Sign is the drawn symbol of a term; "" if it has none.
func (t *Term) Sign() string {
	if t.Symbol != "" {
		return t.Symbol
	}
	return symbols[t.Means]
}

var (
	levels = termsOf([]string{"public=öffentlich", "council=Rat", "office=Verwaltung"})
	votes  = termsOf([]string{"einstimmig|unanimous", "mit Mehrheit|by majority", "abgelehnt|rejected", "zur Kenntnis genommen|noted", "vertagt|adjourned"})

	// How far a measure is, and whether it keeps to its plan, are two different things.
	phases = drawn("phase", termsOf([]string{"nicht begonnen|not begun", "in Planung|being planned", "in Umsetzung|under way", "abgeschlossen|completed",
		"Daueraufgabe|permanent task", "zurückgestellt|put off", "entfallen|dropped"}))
	signals = drawn("signal", termsOf([]string{"im Plan|on track", "gefährdet|at risk", "kritisch|critical"}))
)

// meanings are those of the built-in phases and signals.
var meanings = map[string]Meaning{"nicht begonnen": Open, "in Planung": Prepared, "in Umsetzung": Running, "abgeschlossen": Done,
	"Daueraufgabe": Ongoing, "zurückgestellt": Stopped, "entfallen": Dropped, "im Plan": Good, "gefährdet": Bad, "kritisch": Bad,
	"bewilligt": Done, "beantragt": Running, "geplant": Open}
