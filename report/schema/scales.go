package schema

// scales are the terms that a project has in place of the built-in ones, by the names of their scales: all of a scale's, in order.
var scales = rec("scales", "Skalen", "scales",
	terms("phase", "Umsetzungsstand", "phase"), terms("signal", "Ampel", "signal"), terms("priority", "Priorität", "priority"),
	terms("kind", "Maßnahmentyp", "type of measure"), terms("novelty", "Art", "novelty"), terms("horizon", "Zeithorizont", "horizon"),
	terms("cost_kind", "Kostenart", "kind of cost"), terms("funding_source", "Herkunft der Mittel", "source of funds"),
	terms("funding_state", "Stand der Mittel", "state of funds"), terms("vote", "Abstimmung", "vote"), terms("decision", "Beschluss", "decision"))

func terms(scale, de, en string) Field {
	return recs(scale, de, en, req(f("label", Text, "Bezeichnung", "label")), f("key", Word, "Schlüssel", "key"),
		among("means", "Bedeutung", "meaning", meant), among("symbol", "Zeichen", "symbol", signs))
}

// signs are the drawn symbols that a term may have; the typeset documents know them by these names.
var signs = termsOf([]string{"arrow-down", "arrow-right", "arrow-up", "book", "box", "briefcase", "calendar", "check", "clock", "globe", "heart", "house", "leaf", "mail",
	"people", "phase-0", "phase-1", "phase-2", "phase-3", "phase-4", "phase-5", "phase-6", "phone", "place", "signal-0", "signal-1", "signal-2", "speech", "wheelchair"})

// meant are the words for meanings, in their order; the first has none.
var meant = termsOf([]string{"nichts|nothing", "offen|open", "in Vorbereitung|prepared", "laufend|running", "dauernd|ongoing", "abgeschlossen|done", "zurückgestellt|stopped",
	"entfallen|dropped", "gut|good", "schlecht|bad", "unbekannt|unknown"})

// MeaningOf is what one of these words means.
func MeaningOf(key string) Meaning {
	for i, t := range meant {
		if t.Key == key {
			return Meaning(i)
		}
	}
	return Nothing
}
