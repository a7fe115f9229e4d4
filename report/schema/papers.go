package schema

// Kinds beside the concept itself: council papers, the text in simple language, measures of an earlier edition.

var (
	session = choice("session", "Sitzung", "session", "öffentlich|public", "nichtöffentlich|closed")
	result  = tally(scale("vote", among("result", "Abstimmung", "vote", votes)), "yes", "no")
)

// papers are Beschluss- and Informationsvorlagen: the heads and headings that councils' information systems know
// (DOMAIN.md sections 2.2 and 2.3).
var papers = Kind{Key: "papers", One: "paper", DE: "Vorlage", DEs: "Vorlagen", EN: "council paper", ENs: "council papers", Fields: []Field{
	id, unique(req(f("number", Word, "Drucksache", "paper number"))), req(choice("kind", "Art der Vorlage", "kind of paper", "Beschlussvorlage|motion", "Informationsvorlage|information")),
	title, req(f("date", Day, "Datum", "date")), session, f("file_number", Word, "Aktenzeichen", "file number"),
	want(ref("lead", "Federführung", "lead", "offices", "papers")), refs("involved", "Beteiligt", "involved", "offices", ""),
	recs("deliberation", "Beratungsfolge", "order of deliberation", req(f("body", Text, "Gremium", "body")), f("date", Day, "Sitzung am", "session on"),
		req(choice("role", "Beratung", "deliberation", "Anhörung|hearing", "Vorberatung|preliminary deliberation", "Empfehlung|recommendation", "Entscheidung|decision", "Kenntnisnahme|for information")), session,
		f("motion", Texts, "Beschlussvorschlag", "motion"), result, f("yes", Int, "Ja", "yes"), f("no", Int, "Nein", "no"), f("abstained", Int, "Enthaltung", "abstained"),
		f("deviation", Text, "abweichender Beschluss", "deviating resolution")),
	recs("earlier", "Frühere Behandlung", "earlier treatment", f("when", When, "Zeitpunkt", "when"), req(f("body", Text, "Gremium", "body")), f("paper", Word, "Drucksache", "paper number"), f("text", Text, "Gegenstand", "subject")),
	f("situation", Text, "Sachverhalt", "facts of the case"), f("law", Text, "Rechtslage", "legal position"), f("assessment", Text, "Bewertung", "assessment"),
	f("alternatives", Text, "Alternativen", "alternatives"), f("participation", Text, "Beteiligung", "participation"),
	rec("finance", "Finanzielle Auswirkungen", "financial effects", req(choice("effect", "Auswirkung", "effect", "ja|yes", "nein|no")), f("cover", Text, "Deckung", "cover"), f("budget_line", Word, "Produkt", "budget line"),
		f("followup", Text, "Folgekosten", "follow-up costs"), f("staff", Text, "Stellenplan", "staff"), f("text", Text, "Erläuterung", "explanation")),
	rec("climate", "Klimaauswirkung", "effect on the climate", req(choice("effect", "Auswirkung", "effect", "ja, positiv|yes, for the better", "ja, negativ|yes, for the worse", "nein|no")), f("text", Text, "Erläuterung", "explanation")),
	recs("impacts", "Weitere Auswirkungen", "further effects", req(title), req(body)),
	recs("annexes", "Anlagen", "annexes", f("number", Word, "Nummer", "number"), req(title), seen),
	recs("signatures", "Mitzeichnung", "co-signatures", req(f("office", Text, "Stelle", "office")), f("date", Day, "Datum", "date"), f("final", Bool, "Unterschrift", "signature")),
	refs("measures", "Maßnahmen", "measures", "measures", "papers"), seen, hide}}

// plain is the text in simple language. It may be called Leichte Sprache only if readers have tested it (DIN SPEC 33429).
var plain = Kind{Key: "plain", One: "plain", Single: true, DE: "Einfache Sprache", DEs: "Einfache Sprache", EN: "simple language", ENs: "simple language", Fields: []Field{
	f("title", Text, "Titel", "title"), f("intro", Text, "Einleitung", "introduction"),
	f("checked_by", Text, "geprüft von", "checked by"), f("checked_on", Day, "geprüft am", "checked on"),
	recs("sections", "Abschnitte", "sections", req(title), req(body), ref("picture", "Bild", "picture", "pictures", "")), hide}}

// former are the measures of an earlier edition, with what became of each.
var former = Kind{Key: "former", One: "predecessor", DE: "frühere Maßnahme", DEs: "frühere Maßnahmen", EN: "former measure", ENs: "former measures", Fields: []Field{
	id, unique(req(f("code", Word, "Nummer", "number"))), title, f("edition", Word, "Ausgabe", "edition"),
	req(needs(choice("fate", "Verbleib", "what became of it", "fortgeführt|continued", "aufgegangen|merged", "abgeschlossen|completed", "entfallen|dropped"),
		Need{Words: []string{"fortgeführt", "aufgegangen"}, Key: "measures", Code: "former-without-heir"}, Need{Words: []string{"entfallen"}, Key: "reason", Code: "former-without-reason"})),
	refs("measures", "Maßnahmen", "measures", "measures", "predecessors"), f("reason", Text, "Begründung", "reason"), seen, hide}}
