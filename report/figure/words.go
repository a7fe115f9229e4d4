package figure

import (
	"strings"
	"unicode/utf8"

	"konzept/report/number"
)

// phrases are the words and sentences that drawings say, in one language. %s and %d are filled in their order.
type phrases struct {
	comma                    bool
	entry, target, in        string
	bars, several, largest   string
	smallest, allEqual, none string
	reached, lines, from     string
	rises, falls, same, once string
	aim, share, code         string
	of, values               string
}

var german = phrases{
	comma: true, entry: "Eintrag", target: "Ziel", in: "in %s",
	bars: "Balkendiagramm mit %s", several: "Balkendiagramm mit %d Reihen%s zu %s",
	largest: "am größten %s", smallest: ", am kleinsten %s", allEqual: "alle gleich (%s)",
	none: "ohne Werte", reached: "; bei %d von %d ist der Zielwert erreicht oder überschritten",
	lines: "Liniendiagramm", from: " von %s bis %s", rises: "%s steigt von %s auf %s", falls: "%s fällt von %s auf %s",
	same: "%s bleibt bei %s", once: "%s: %s", aim: ", Zielwert %s", share: "Anteil: %s %%", code: "QR-Code: %s",
	of: "Wert", values: "Werte",
}

var english = phrases{
	entry: "Entry", target: "Target", in: "in %s",
	bars: "Bar chart with %s", several: "Bar chart with %d series%s for %s",
	largest: "largest %s", smallest: ", smallest %s", allEqual: "all equal (%s)",
	none: "no values", reached: "; %d of %d reach or exceed their target",
	lines: "Line chart", from: " from %s to %s", rises: "%s rises from %s to %s", falls: "%s falls from %s to %s",
	same: "%s stays at %s", once: "%s: %s", aim: ", target %s", share: "Share: %s%%", code: "QR code: %s",
	of: "Value", values: "Values",
}

func phrasesOf(lang string) *phrases {
	if strings.HasPrefix(strings.ToLower(lang), "en") {
		return &english
	}
	return &german
}

// tell fills a sentence in the drawing's language; drawings with words of their own keep both languages beside them.
func (c *canvas) tell(de, en string, args ...any) string {
	if c.say == &english {
		return phrase(en, args...)
	}
	return phrase(de, args...)
}

// verb is the form of a verb for a number.
func (c *canvas) verb(n int, one, many, oneEN, manyEN string) string {
	if c.say == &english {
		one, many = oneEN, manyEN
	}
	if n == 1 {
		return one
	}
	return many
}

// things are what is counted: the drawing's unit, else a general word.
func (c *canvas) things(unit string) string {
	unit = clean(unit)
	switch {
	case unit == "":
		return c.tell("Einträge", "entries")
	case c.say == &english && strings.ToUpper(unit) != unit:
		_, n := utf8.DecodeRuneInString(unit)
		return strings.ToLower(unit[:n]) + unit[n:] // a label begins with a capital, a word within a sentence does not
	}
	return unit
}

// counting is a number of things: drawings know the word for several of them, and of one say that it is an entry.
func (c *canvas) counting(n int, unit string) string {
	if n == 1 {
		return c.tell("1 Eintrag", "1 entry")
	}
	return phrase("%d %s", n, c.things(unit))
}

// measured is an amount of things; see counting.
func (c *canvas) measured(n number.Decimal, written, unit string) string {
	if n.Equal(number.Int(1)) {
		return c.tell("1 Eintrag", "1 entry")
	}
	return written + " " + c.things(unit)
}

// named heads a column of values.
func (c *canvas) named(unit string) string {
	if unit = clean(unit); unit != "" {
		return unit
	}
	return c.say.of
}

// also joins parts of a list as people say them.
func (c *canvas) also(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	last := len(parts) - 1
	return strings.Join(parts[:last], ", ") + c.tell(" und ", " and ") + parts[last]
}

// quote sets a label in the language's quotation marks; of a long one it says the beginning.
func (c *canvas) quote(s string) string {
	s = beginning(clean(s), heard/5)
	if c.say.comma {
		return "„" + s + "“"
	}
	return "“" + s + "”"
}
