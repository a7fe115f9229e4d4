// Package schema is the table of the data: the only list of kinds and fields, of what a value must be, and of what fields
// must be to each other. The check, lint, the types of expressions, the export and the workbook's keys read it.
//
// It declares and reads no data. Keys are English, values and labels German first.
package schema

// Type is what a field's value must be.
type Type uint8

const (
	Word       Type = iota // one line without markup: names, codes, phone numbers
	ID                     // stable text id, unique within its kind
	Text                   // text with inline markup, per language; may be {file: x.md}
	Texts                  // list of Text
	Int                    // whole number
	Decimal                // number with decimals, exactly as written
	Euro                   // an amount in the project's currency (12500 or 1250.50 in YAML), whole cents inside
	Bool                   // ja/nein/true/false written as true or false
	Day                    // quoted or plain ISO day, 2024-05-07
	When                   // year, month, day, or Anfang/Mitte/Ende of a year or month
	Time                   // "14:00"
	Year                   // 2024
	Choice                 // one of Values
	Ref                    // id of a record of kind Of
	Refs                   // list of ids of kind Of
	File                   // path of a file in the project
	URL                    // https address, or mailto:, tel:
	Nested                 // map with Fields
	NestedList             // list of maps with Fields
	Labels                 // map of free keys to Text
)

// Field is one row of the schema table.
type Field struct {
	Key        string
	Type       Type
	DE, EN     string   // label
	Required   bool     // missing is an error
	Wanted     bool     // missing is a warning
	Values     []Term   // Choice
	Scale      string   // Choice: the key under which project.scales gives it other terms; "" if it may not
	Of         string   // Ref, Refs: kind referred to
	Part       bool     // Ref to a record of the same kind, which this one is a part of: it goes with it and stands in the same place
	Further    string   // Ref: the field of further references, where the data name several
	Via        string   // Ref: where it is missing, the one of the first record of this field counts
	Inverse    string   // Ref, Refs: name of the list on the other side, such as goal.measures
	Fields     []Field  // Nested, NestedList
	Visibility Level    // default visibility; Public unless set
	Colour     bool     // Word: a colour of the design or #rrggbb; where it is missing the design gives one
	Signed     bool     // Euro: may be below 0, as repayments are
	Min, Max   int64    // Int: the least and the greatest; without a Max any that is not below Min
	Email      bool     // Word: an e-mail address
	Verbatim   bool     // Text: someone's wording, whose numbers and dates stay as they are
	Own        *Own     // nil: the field is built in
	Tells      []string // paths of fields from which readers could work this one out: hidden with it
	Relations
}

// Kind is one top-level key of the data: a list of records with ids, or a single record.
type Kind struct {
	Key    string // measures
	One    string // measure: name of a record in expressions and in --only
	Single bool   // project, prelims
	DE, EN string // singular label
	DEs    string // plural label
	ENs    string
	Fields []Field
}

// Level is who may see a record or field.
type Level uint8

const (
	Public  Level = iota // öffentlich
	Council              // Rat
	Office               // Verwaltung
)

// String returns the word of the data.
func (l Level) String() string { return [...]string{"public", "council", "office"}[l] }

func req(f Field) Field  { f.Required = true; return f }
func want(f Field) Field { f.Wanted = true; return f }
func signed(f Field) Field {
	f.Signed = true
	return f
}
func verb(f Field) Field { f.Verbatim = true; return f }
func hue(f Field) Field  { f.Colour = true; return f }
func vis(l Level, f Field) Field {
	f.Visibility = l
	return f
}
func part(f Field) Field { f.Part = true; return f }
func further(key string, f Field) Field {
	f.Further = key
	return f
}
func via(key string, f Field) Field {
	f.Via = key
	return f
}
func told(by Field, keys ...string) Field {
	by.Tells = keys
	return by
}
func f(key string, t Type, de, en string) Field { return Field{Key: key, Type: t, DE: de, EN: en} }

// New is a field that needs no more than a type and its labels.
func New(key string, t Type, de, en string) Field { return f(key, t, de, en) }

func choice(key, de, en string, terms ...string) Field {
	return among(key, de, en, termsOf(terms))
}
func among(key, de, en string, terms []Term) Field {
	return Field{Key: key, Type: Choice, DE: de, EN: en, Values: terms}
}
func scale(name string, f Field) Field {
	f.Scale = name
	return f
}
func ref(key, de, en, of, inverse string) Field {
	return Field{Key: key, Type: Ref, DE: de, EN: en, Of: of, Inverse: inverse}
}
func refs(key, de, en, of, inverse string) Field {
	return Field{Key: key, Type: Refs, DE: de, EN: en, Of: of, Inverse: inverse}
}
func rec(key, de, en string, fields ...Field) Field {
	return Field{Key: key, Type: Nested, DE: de, EN: en, Fields: fields}
}
func recs(key, de, en string, fields ...Field) Field {
	return Field{Key: key, Type: NestedList, DE: de, EN: en, Fields: fields}
}

var (
	id    = req(f("id", ID, "Kennung", "id"))
	title = req(f("title", Text, "Titel", "title"))
	short = f("short", Text, "Kurztitel", "short title")
	body  = f("text", Text, "Text", "text")
	seen  = among("visibility", "Sichtbarkeit", "visibility", levels)
	hide  = f("hide", Labels, "Verborgene Felder", "hidden fields") // path of a field, such as costs or costs.spent: council | office
)

// Address is a place with what people need to get there.
func Address(key, de, en string) Field {
	return rec(key, de, en, f("name", Text, "Name", "name"), f("street", Word, "Straße", "street"),
		f("postcode", Word, "Postleitzahl", "postcode"), f("city", Word, "Ort", "city"), f("access", Text, "Anfahrt", "access"))
}

func contact(key, de, en string) Field {
	return rec(key, de, en, f("function", Text, "Funktion", "function"), f("phone", Word, "Telefon", "phone"),
		email, f("web", URL, "Internet", "web"))
}

var kinds = []Kind{
	{Key: "project", One: "project", Single: true, DE: "Projekt", DEs: "Projekt", EN: "project", ENs: "project", Fields: []Field{
		req(rec("municipality", "Kommune", "municipality", req(f("name", Text, "amtlicher Name", "official name")), f("short", Text, "Kurzname", "short name"),
			f("office", Text, "Dienststelle", "office"), f("street", Word, "Straße", "street"), f("postcode", Word, "Postleitzahl", "postcode"), f("city", Word, "Ort", "city"),
			f("phone", Word, "Telefon", "phone"), email, f("web", URL, "Internet", "web"),
			f("inhabitants", Int, "Einwohnerzahl", "inhabitants"))),
		title, f("subtitle", Text, "Untertitel", "subtitle"), f("claim", Text, "Leitspruch", "claim"),
		f("period", Word, "Zeitraum", "period"), f("edition", Text, "Auflage", "edition"),
		choice("state", "Fassung", "state", "Entwurf|draft", "Beschlussfassung|version for resolution", "Druckfassung|print version"),
		f("report_date", Day, "Stichtag", "report date"), past(f("last_report", Day, "Stichtag des letzten Berichts", "date of the last report")),
		f("languages", Texts, "Sprachen", "languages"), // BCP 47 tags; the first is the data's language
		f("currency", Word, "Währung", "currency"),     // ISO 4217; without one EUR
		rec("terms", "Bezeichnungen", "terms", recs("levels", "Zielebenen", "goal levels", req(f("one", Text, "Einzahl", "singular")), req(f("many", Text, "Mehrzahl", "plural"))),
			f("words", Labels, "Wörter", "words")), // words: overrides of labels, key by key
		choice("codes", "Nummern", "numbers", "durchgehend|throughout", "je Handlungsfeld|per field"), scales, ownFields,
		rec("style", "Schreibweisen", "style", choice("thousands", "Zahlentrenner", "thousands separator", "punkt|point", "schmal|narrow", "ohne|none"),
			choice("spelling", "Schreibweise", "spelling", "neutral", "paar|pair", "stern|asterisk", "doppelpunkt|colon", "frei|free"),
			choice("percent", "Prozentabstand", "percent space", "schmal|narrow", "normal"),
			choice("quotes", "Anführungszeichen", "quotation marks", "„“", "»«", "«»"),
			choice("dates", "Datumsform", "form of dates", "zahl|number", "wort|word", "frei|free"),
			choice("phone", "Rufnummernform", "form of telephone numbers", "din", "schrägstrich|slash", "klammer|brackets", "frei|free"),
			choice("microtypography", "Feinsatz", "micro-typography", "ein|on", "aus|off"),
			f("papers", Word, "Muster der Drucksachen", "pattern of paper numbers")),
		f("sample_label", Text, "Beispielhinweis", "sample-data label"),
		f("disclaimer", Text, "Hinweis im Impressum", "disclaimer"),
		recs("publisher", "Herausgeber", "publisher", f("role", Text, "Rolle", "role"), req(f("name", Text, "Name", "name")), f("address", Text, "Anschrift", "address")),
		f("credits", Texts, "Bildnachweise und Mitwirkung", "credits"),
		contact("contact", "Kontakt", "contact"),
		ref("logo", "Logo", "logo", "pictures", ""), ref("cover", "Titelbild", "cover picture", "pictures", ""),
		f("design", Word, "Gestaltung", "design"), // name of a file in templates/design
		recs("outputs", "Ausgaben", "outputs", req(f("target", Word, "Ziel", "target")), f("template", Word, "Vorlage", "template"),
			f("file", Word, "Dateiname", "file name"), f("editions", Texts, "Ausgabearten", "editions"), f("formats", Texts, "Formate", "formats"),
			choice("attach", "Anhang", "attachment", "data"), // the public data, as JSON within the PDF
			among("audience", "Leserkreis", "audience", levels),
			f("shop", Word, "Druckerei", "print shop"), choice("paper", "Papier", "paper", "gestrichen|coated", "ungestrichen|uncoated")),
	}},
	{Key: "prelims", One: "prelims", Single: true, DE: "Vorspann", DEs: "Vorspann", EN: "prelims", ENs: "prelims", Fields: []Field{
		recs("forewords", "Vorworte", "forewords", f("title", Text, "Titel", "title"), req(body), f("name", Text, "Name", "name"), f("office", Text, "Amt", "office"), ref("picture", "Bild", "picture", "pictures", "")),
		f("mandate", Text, "Auftrag", "mandate"), f("introduction", Text, "Einleitung", "introduction"), f("background", Text, "Hintergrund", "background"),
		f("vision_intro", Text, "Hinführung zum Leitbild", "lead-in to the vision"), f("vision", Texts, "Leitbild", "vision"), // one entry a guiding sentence
		f("process", Text, "Entstehungsprozess", "process"), f("steering", Text, "Steuerung und Fortschreibung", "steering"),
		f("decision", Texts, "Was der Rat entscheidet", "what the council decides"),
		f("report_text", Text, "Zusammenfassung des Berichts", "summary of the report"), f("report_request", Texts, "Worum der Bericht den Rat bittet", "what the report asks the council for"), refs("successes", "Erfolge", "successes", "measures", ""), refs("problems", "Sorgen", "concerns", "measures", ""), f("outlook", Text, "Ausblick", "outlook"),
		f("workshops_intro", Text, "Einführung in die Beteiligung", "introduction to the workshops"),
		f("progress_intro", Text, "Einführung in den Umsetzungsstand", "introduction to the progress chapter"),
		f("finance_intro", Text, "Einführung in Kosten und Finanzierung", "introduction to costs and funding"), hide,
	}},
	{Key: "milestones", One: "milestone", DE: "Etappe", DEs: "Etappen", EN: "milestone", ENs: "milestones", Fields: []Field{
		id, req(f("when", When, "Zeitpunkt", "when")), req(f("text", Text, "Ereignis", "event")), f("source", Text, "Quelle", "source"), ref("resolution", "Beschluss", "resolution", "resolutions", ""), seen, hide}},
	{Key: "resolutions", One: "resolution", DE: "Beschluss", DEs: "Beschlüsse", EN: "resolution", ENs: "resolutions", Fields: []Field{
		id, req(f("when", When, "Zeitpunkt", "when")), req(f("body", Text, "Gremium", "body")), req(f("text", Text, "Gegenstand", "subject")), f("paper", Word, "Drucksache", "paper number"),
		told(tally(scale("vote", among("vote", "Abstimmung", "vote", votes)), "yes", "no"), "yes", "no", "abstained"),
		f("yes", Int, "Ja", "yes"), f("no", Int, "Nein", "no"), f("abstained", Int, "Enthaltung", "abstained"), f("source", Text, "Quelle", "source"), seen, hide}},
	{Key: "quotations", One: "quotation", DE: "Zitat", DEs: "Zitate", EN: "quotation", ENs: "quotations", Fields: []Field{
		id, req(verb(f("text", Text, "Wortlaut", "wording"))), req(f("speaker", Text, "Wer", "speaker")), req(f("office", Text, "Amt", "office")), want(f("source", Text, "Quelle", "source")), seen, hide}},
	{Key: "facts", One: "fact", DE: "Kennzahl", DEs: "Zahlen und Fakten", EN: "figure", ENs: "figures", Fields: []Field{
		id, title, req(places("decimals", f("value", Decimal, "Wert", "value"))), f("unit", Word, "Einheit", "unit"), between(0, 6, f("decimals", Int, "Nachkommastellen", "decimals")),
		want(f("source", Text, "Quelle", "source")), want(f("as_of", When, "Stand", "as of")), f("group", Text, "Gruppe", "group"), f("note", Text, "Anmerkung", "note"), seen, hide}},
	{Key: "institutions", One: "institution", DE: "Institution", DEs: "Institutionen", EN: "institution", ENs: "institutions", Fields: []Field{
		id, req(f("name", Text, "Name", "name")), f("role", Text, "Rolle", "role"), f("period", Word, "Zeitraum", "period"), f("group", Text, "Gruppe", "group"), f("source", Text, "Quelle", "source"), ref("logo", "Logo", "logo", "pictures", ""), seen, hide}},
	{Key: "offices", One: "office", DE: "Organisationseinheit", DEs: "Organisationseinheiten", EN: "office", ENs: "offices", Fields: []Field{
		id, req(f("name", Text, "Name", "name")), short, contact("contact", "Kontakt", "contact"), seen, hide}},
	{Key: "glossary", One: "term", DE: "Begriff", DEs: "Glossar", EN: "term", ENs: "glossary", Fields: []Field{
		id, req(f("term", Text, "Begriff", "term")), req(body), f("source", Text, "Quelle", "source"),
		f("except", Texts, "Wendungen mit anderem Sinn", "phrases of another sense"), // in which the word is not the term: no first use
		seen, hide}},
	{Key: "abbreviations", One: "abbreviation", DE: "Abkürzung", DEs: "Abkürzungen", EN: "abbreviation", ENs: "abbreviations", Fields: []Field{
		id, req(f("short", Text, "Abkürzung", "abbreviation")), req(f("long", Text, "Bedeutung", "meaning")), seen, hide}},
	{Key: "pictures", One: "picture", DE: "Bild", DEs: "Bilder", EN: "picture", ENs: "pictures", Fields: []Field{
		id, req(f("file", File, "Datei", "file")), f("alt", Text, "Alternativtext", "alternative text"), f("decorative", Bool, "Schmuckbild", "decorative"), f("caption", Text, "Bildunterschrift", "caption"),
		want(f("credit", Text, "Bildnachweis", "credit")), want(f("licence", Text, "Lizenz", "licence")), between(0, 100, f("focus_x", Int, "Bildschwerpunkt waagrecht (%)", "focus x (%)")), between(0, 100, f("focus_y", Int, "Bildschwerpunkt senkrecht (%)", "focus y (%)")),
		f("placeholder", Bool, "Platzhalter", "placeholder"), seen, hide}},
	{Key: "fields", One: "field", DE: "Handlungsfeld", DEs: "Handlungsfelder", EN: "field of action", ENs: "fields of action", Fields: []Field{
		id, unique(req(f("code", Word, "Nummer", "number"))), title, short, f("summary", Text, "Kurzfassung", "summary"), f("text", Text, "Ausgangslage", "starting position"),
		f("strengths", Texts, "Stärken", "strengths"), f("challenges", Texts, "Herausforderungen", "challenges"), hue(f("colour", Word, "Farbe", "colour")), f("symbol", Word, "Zeichen", "symbol"), f("plain", Text, "Text in einfacher Sprache", "text in simple language"), seen, hide}},
	{Key: "goals", One: "goal", DE: "Ziel", DEs: "Ziele", EN: "goal", ENs: "goals", Fields: []Field{
		id, unique(req(f("code", Word, "Nummer", "number"))), title, f("summary", Text, "Zusammenfassung", "summary"), body, via("parent", ref("field", "Handlungsfeld", "field of action", "fields", "goals")), ref("parent", "übergeordnetes Ziel", "parent goal", "goals", "children"),
		between(1, 99, f("level", Int, "Ebene", "level")), f("sdgs", Texts, "SDG", "SDG"), seen, hide}},
	{Key: "measures", One: "measure", DE: "Maßnahme", DEs: "Maßnahmen", EN: "measure", ENs: "measures", Fields: []Field{
		id, unique(req(f("code", Word, "Nummer", "number"))), title, short,
		via("goals", ref("field", "Handlungsfeld", "field of action", "fields", "measures")), refs("goals", "Ziele", "goals", "goals", "measures"),
		part(ref("parent", "Teil von", "part of", "measures", "modules")), f("flagship", Bool, "Leuchtturmprojekt", "flagship project"),
		scale("kind", choice("kind", "Maßnahmentyp", "type", "organisatorisch|organisational", "Information und Beratung|information and advice", "Förderung|funding", "Infrastruktur|infrastructure", "Vernetzung|networking", "Satzung|by-law")),
		scale("novelty", choice("novelty", "Art", "novelty", "neu|new", "laufend|under way", "fortgeführt|continued", "Daueraufgabe|permanent task")),
		scale("priority", choice("priority", "Priorität", "priority", "hoch|high", "mittel|medium", "gering|low")),
		f("background", Text, "Ausgangslage", "starting position"), f("description", Text, "Beschreibung", "description"), f("plain", Text, "Text in einfacher Sprache", "text in simple language"),
		f("audience", Texts, "Zielgruppen", "target groups"),
		told(recs("steps", "Handlungsschritte", "steps", req(f("text", Text, "Schritt", "step")), f("due", When, "Termin", "due"), f("done", Bool, "erledigt", "done"), f("milestone", Bool, "Meilenstein", "milestone")), "progress"),
		want(further("co_leads", told(ref("lead", "Federführung", "lead", "offices", "measures"), "co_leads"))), refs("co_leads", "weitere Federführende", "further leads", "offices", "co_measures"),
		contact("contact", "Ansprechstelle", "contact"), f("partners", Texts, "Beteiligte", "partners"),
		told(f("start", When, "Beginn", "start"), "horizon"), told(latest("log", after("start", f("end", When, "Ende", "end"))), "previous_end", "horizon", "log.end"), f("previous_end", When, "bisheriges Ende", "previous end"),
		scale("horizon", choice("horizon", "Zeithorizont", "horizon", "kurzfristig|short-term", "mittelfristig|medium-term", "langfristig|long-term")),
		told(once(recs("costs", "Kosten", "costs", f("year", Year, "Haushaltsjahr", "budget year"), scale("cost_kind", choice("kind", "Kostenart", "kind of cost", "einmalig|one-off", "laufend|running", "Personal|staff")), req(f("planned", Euro, "geplant", "planned")), signed(f("spent", Euro, "verausgabt", "spent"))), "year", "kind"), "funding"),
		f("cost_text", Text, "Kosten in Worten", "cost in words"), f("staff", Decimal, "Personal (Vollzeitstellen)", "staff (full-time posts)"), f("budget_line", Word, "Produkt", "budget line"),
		recs("funding", "Finanzierung", "funding", req(scale("funding_source", choice("source", "Herkunft der Mittel", "source", "Eigenmittel|own funds", "Land|state|de-CH=Kanton", "Bund|federal government", "EU", "Stiftung|foundation", "Sonstige|other"))), f("programme", Text, "Programm", "programme"),
			f("year", Year, "Haushaltsjahr", "budget year"), req(signed(f("amount", Euro, "Betrag", "amount"))), scale("funding_state", choice("state", "Stand", "state", "geplant|planned", "beantragt|applied for", "bewilligt|granted"))),
		f("reserve", Bool, "Finanzierungsvorbehalt", "subject to funding"),
		refs("indicators", "Indikatoren", "indicators", "indicators", "measures"), f("effect", Text, "Wirkung", "effect"),
		refs("related", "Querbezüge", "related measures", "measures", "related_from"),
		recs("links", "Abhängigkeiten", "dependencies", req(choice("kind", "Art", "kind", "braucht|needs", "unterstützt|supports", "widerspricht|conflicts with")), req(ref("to", "Maßnahme", "measure", "measures", ""))), f("sdgs", Texts, "SDG", "SDG"), f("places", Texts, "Orte", "places"),
		vis(Council, f("risks", Text, "Hemmnisse und Risiken", "risks")),
		told(latest("log", needs(scale("phase", among("phase", "Umsetzungsstand", "phase", phases)),
			Need{Means: []Meaning{Stopped, Dropped}, Key: "comment", Code: "missing-comment"})), "progress", "log.phase"), told(latest("log", scale("signal", among("signal", "Ampel", "signal", signals))), "log.signal"), f("comment", Text, "Erläuterung", "comment"),
		between(0, 100, f("progress", Int, "Fortschritt (%)", "progress (%)")), past(f("as_of", Day, "Stand", "as of")), f("next", Text, "nächster Schritt", "next step"),
		past(f("added", Day, "aufgenommen am", "added on")), // later than the last report: the measure is new in this one
		rec("decision", "Beschluss", "decision", f("when", When, "Zeitpunkt", "when"), f("body", Text, "Gremium", "body"), f("paper", Word, "Drucksache", "paper"), scale("decision", choice("result", "Ergebnis", "result", "beschlossen|adopted", "geändert|amended", "abgelehnt|rejected", "zurückgestellt|put off"))),
		recs("log", "Verlauf", "log", req(past(order("log-order", f("date", When, "Datum", "date")))), req(f("text", Text, "Eintrag", "entry")), scale("phase", among("phase", "Umsetzungsstand", "phase", phases)), scale("signal", among("signal", "Ampel", "signal", signals)), f("end", When, "Ende", "end")),
		vis(Office, f("internal_note", Text, "Interner Vermerk", "internal note")), seen, hide}},
	{Key: "indicators", One: "indicator", DE: "Indikator", DEs: "Indikatoren", EN: "indicator", ENs: "indicators", Fields: []Field{
		id, unique(req(f("code", Word, "Nummer", "number"))), title, f("unit", Word, "Einheit", "unit"), via("goal", ref("field", "Handlungsfeld", "field of action", "fields", "indicators")), ref("goal", "Ziel", "goal", "goals", "indicators"),
		choice("direction", "Richtung", "direction", "steigend|rising", "fallend|falling", "gleichbleibend|steady"), between(0, 6, f("decimals", Int, "Nachkommastellen", "decimals")),
		once(recs("values", "Werte", "values", req(f("year", Year, "Jahr", "year")), req(places("decimals", f("value", Decimal, "Wert", "value")))), "year"),
		places("decimals", f("target", Decimal, "Zielwert", "target")), f("target_year", Year, "Zieljahr", "target year"), f("source", Text, "Quelle", "source"), seen, hide}},
	{Key: "series", One: "series", DE: "Workshop-Reihe", DEs: "Workshop-Reihen", EN: "workshop series", ENs: "workshop series", Fields: []Field{
		id, title, f("subtitle", Text, "Untertitel", "subtitle"), body, f("audience", Text, "Zielgruppe", "audience"), f("cost", Text, "Kosten", "cost"), f("accessibility", Text, "Barrierefreiheit", "accessibility"),
		rec("registration", "Anmeldung", "registration", f("web", URL, "Internet", "web"), email, f("phone", Word, "Telefon", "phone"), f("text", Text, "Hinweis", "note")),
		contact("contact", "Kontakt", "contact"),
		recs("partners", "Partner", "partners", req(f("name", Text, "Name", "name")), f("role", Text, "Rolle", "role"), ref("logo", "Logo", "logo", "pictures", "")),
		ref("picture", "Bild", "picture", "pictures", ""), f("poster_date", Day, "Datum des Plakats", "date of the poster"), f("imprint", Text, "Impressum", "imprint"), seen, hide}},
	{Key: "workshops", One: "workshop", DE: "Workshop", DEs: "Workshops", EN: "workshop", ENs: "workshops", Fields: []Field{
		id, title, short, ref("series", "Workshop-Reihe", "series", "series", "workshops"), ref("field", "Handlungsfeld", "field of action", "fields", "workshops"),
		f("audience", Text, "Zielgruppe", "audience"), f("summary", Text, "Zusammenfassung", "summary"), f("facilitator", Text, "Moderation", "facilitation"),
		f("perspectives", Texts, "Perspektiven", "perspectives"), f("results", Texts, "Ergebnisse", "results"), ref("picture", "Bild", "picture", "pictures", ""), f("poster_date", Day, "Datum des Plakats", "date of the poster"),
		rec("invitation", "Einladung", "invitation", f("date", Day, "Datum", "date"), f("salutation", Text, "Anrede", "salutation"), f("text", Text, "Brieftext", "letter text"), f("signatory", Text, "Unterschrift", "signatory")), seen, hide}},
	{Key: "parts", One: "part", DE: "Workshop-Teil", DEs: "Workshop-Teile", EN: "workshop part", ENs: "workshop parts", Fields: []Field{
		id, req(ref("workshop", "Workshop", "workshop", "workshops", "parts")), req(between(1, 99, f("number", Int, "Teil", "part"))), f("title", Text, "Titel", "title"),
		req(f("date", Day, "Datum", "date")), choice("weekday", "Wochentag", "weekday", "Montag|Monday", "Dienstag|Tuesday", "Mittwoch|Wednesday", "Donnerstag|Thursday", "Freitag|Friday", "Samstag|Saturday", "Sonntag|Sunday"),
		f("start", Time, "Beginn", "start"), after("start", f("end", Time, "Ende", "end")), Address("place", "Ort", "place"), f("deadline", Day, "Anmeldung bis", "register by"), told(f("participants", Int, "Teilnehmende", "participants"), "voters", "balance"),
		recs("programme", "Ablauf", "programme", order("programme-order", f("time", Time, "Uhrzeit", "time")), req(f("text", Text, "Programmpunkt", "item")), f("speaker", Text, "Mit", "with")),
		told(f("voters", Int, "abstimmende Personen", "voters"), "balance"), told(f("points", Int, "Punkte je Person", "points a person"), "balance"), f("summary", Text, "Zusammenfassung", "summary"),
		f("agreements", Texts, "Vereinbarungen", "agreements"), f("questions", Texts, "Leitfragen", "guiding questions"), f("parked", Texts, "Themenspeicher", "parked subjects"),
		f("institutions", Texts, "vertretene Einrichtungen", "institutions present"), refs("pictures", "Fotos", "photographs", "pictures", ""),
		rec("balance", "Bilanz", "balance", total("ideas", f("ideas", Int, "Beiträge", "contributions")), total("ideas.votes", f("votes", Int, "Punkte", "points"))), seen, hide}},
	{Key: "ideas", One: "idea", DE: "Idee", DEs: "Ideen", EN: "idea", ENs: "ideas", Fields: []Field{
		id, req(ref("part", "Workshop-Teil", "workshop part", "parts", "ideas")), f("perspective", Text, "Perspektive", "perspective"),
		req(needs(choice("kind", "Art", "kind", "vorhandenes Angebot|existing offer", "Hindernis|obstacle", "Lösungsansatz|approach", "Frage|question"),
			Need{Words: []string{"Lösungsansatz"}, Key: "outcome", Code: "idea-without-outcome"})),
		verb(f("card", Text, "Kartentext", "card text")), told(req(f("text", Text, "Idee", "idea")), "card"), f("cluster", Text, "Themengruppe", "cluster"), f("votes", Int, "Punkte", "points"),
		told(needs(choice("outcome", "Ergebnis", "outcome", "aufgenommen|adopted", "teilweise aufgenommen|partly adopted", "zusammengeführt|merged", "bereits vorhanden|exists already", "wird geprüft|being examined", "nicht in städtischer Zuständigkeit|not within the city’s powers", "zurückgestellt|put off", "nicht aufgenommen|not adopted"), outcomes...),
			"measures", "merged_into", "reason", "answered", "until"),
		refs("measures", "Maßnahmen", "measures", "measures", "ideas"), ref("merged_into", "zusammengeführt mit", "merged into", "ideas", "merged"),
		f("reason", Text, "Begründung", "reason"), past(f("answered", Day, "beantwortet am", "answered on")), f("until", When, "Prüfung bis", "examined until"), seen, hide}},
	papers, plain, former,
}

// between bounds a whole number.
func between(least, most int64, f Field) Field {
	f.Min, f.Max = least, most
	return f
}

var email = Field{Key: "email", Type: Word, DE: "E-Mail", EN: "email", Email: true}
