package towndata

import (
	"slices"
	"strings"
)

// speech is a language's words. Sentences are put together from whole clauses, titles from whole phrases, so that words
// are as long, as common and as mixed as in a town's own papers.
type speech struct {
	who, does, why       []string
	short, phrase, joint []string
	places, people       []string
}

var german = speech{
	who: []string{"Die Stadtverwaltung", "Der Fachbereich Soziales", "Das Jugendamt", "Die Volkshochschule", "Ein Netzwerk von Ehrenamtlichen",
		"Die Wirtschaftsförderung", "Der Eigenbetrieb Stadtentwässerung", "Die Gleichstellungsbeauftragte", "Das Quartiersmanagement", "Der Stadtsportbund"},
	does: []string{"richtet eine Anlaufstelle für Familien ein", "prüft die Barrierefreiheit der Haltestellen", "stimmt die Schritte mit den Beteiligten ab",
		"erarbeitet einen Kriterienkatalog für die Förderung", "baut die Verkehrsberuhigung rund um die Grundschulen aus", "führt Gespräche mit Vermieterinnen und Vermietern",
		"lässt die Trinkwasserbrunnen auf den Plätzen erneuern", "bietet Sprechstunden in mehreren Sprachen an", "wertet die Rückmeldungen aus den Veranstaltungen aus",
		"stellt Räume für Vereine und Initiativen bereit", "schult die Beschäftigten in leichter Sprache", "begleitet die Betriebe bei der Berufsausbildungsvorbereitung"},
	why: []string{"und berichtet darüber einmal im Jahr im zuständigen Ausschuss", "damit die Wege kurz bleiben", "sobald die Mittel bewilligt sind",
		"und greift dabei auf die Erfahrungen anderer Kommunen zurück", "ohne dass zusätzliche Stellen nötig werden", "wobei die Datenschutzgrundverordnung eingehalten wird", "", ""},
	short: []string{"Rad", "Bus", "Hof", "See", "Bau", "Rat", "Tor", "Weg"},
	phrase: []string{"Quartierszentren stärken", "Starkregenvorsorge", "Hitzeschutz an Kindertagesstätten", "Wege in den Beruf", "Begegnung im Alltag", "Kinder- und Jugendbeteiligung",
		"Fachkräftesicherung", "Straßenbegleitgrün", "Nachbarschaftshilfe ausbauen", "Energieberatung vor Ort", "Kulturelle Bildung", "Gesundheitsförderung im Stadtteil",
		"Wohnraum für Familien", "Barrierefreie Haltestellen", "Lotsendienste für Neuzugewanderte", "Digitale Verwaltungsdienstleistungen", "Grünflächenpflegekonzept", "Sprachbildung von Anfang an"},
	joint:  []string{" und ", ", ", " für ", " durch ", " sowie "},
	places: []string{"Rathaus", "Bürgerhaus am Marktplatz", "Aula der Friedrich-Ebert-Schule", "Stadtbücherei", "Mehrgenerationenhaus", "Gemeindezentrum Sankt Elisabeth"},
	people: []string{"Familien", "Jugendliche", "Ältere", "Vereine", "Betriebe", "Neuzugewanderte", "Alleinerziehende", "Fachkräfte"},
}

var english = speech{
	who: []string{"The town", "The department of social affairs", "The youth office", "The adult education centre", "A network of volunteers",
		"The office for business", "The municipal drainage works", "The equal opportunities officer", "The neighbourhood office", "The sports association"},
	does: []string{"sets up a contact point for families", "checks whether stops can be reached without steps", "agrees the steps with those who take part",
		"draws up criteria for the grants", "calms the traffic around the primary schools", "speaks with landlords and housing associations",
		"renews the drinking fountains in the squares", "offers consultation in several languages", "evaluates what was said at the meetings",
		"provides rooms for clubs and initiatives", "trains its staff in plain language", "supports companies in preparing apprenticeships"},
	why: []string{"and reports on it once a year to the committee in charge", "so that distances stay short", "as soon as the funds are granted",
		"drawing on the experience of other municipalities", "without further posts", "while personal data are protected", "", ""},
	short: []string{"Bus", "Art", "Sea", "Ice", "Map", "Car"},
	phrase: []string{"Stronger neighbourhoods", "Precautions against torrential rain", "Shade at day-care centres", "Ways into work", "Meeting every day", "Participation of children",
		"Skilled workers", "Roadside greenery", "Help among neighbours", "Advice on energy", "Cultural education", "Health in the district",
		"Homes for families", "Accessible stops", "Guides for newcomers", "Digital services of the administration", "Care of green spaces", "Language from the start"},
	joint:  []string{" and ", ", ", " for ", " through ", " as well as "},
	places: []string{"Town Hall", "Community House at the Market Square", "Hall of the Comprehensive School", "Public Library", "Intergenerational Centre", "Parish Centre of Saint Elizabeth"},
	people: []string{"families", "young people", "elderly people", "clubs", "companies", "newcomers", "single parents", "skilled workers"},
}

// text is about n words in paragraphs of up to ninety.
func (g *maker) text(n int) string {
	if n <= 0 {
		return ""
	}
	var b strings.Builder
	for words, paragraph := 0, 0; words < n; {
		s := g.sentence()
		k := len(strings.Fields(s))
		words, paragraph = words+k, paragraph+k
		switch {
		case b.Len() == 0:
		case paragraph > 90:
			paragraph = k
			b.WriteString("\n\n")
		default:
			b.WriteByte(' ')
		}
		b.WriteString(s)
	}
	return b.String()
}

func (g *maker) sentence() string {
	s := g.one(g.speech.who...) + " " + g.one(g.speech.does...)
	if why := g.one(g.speech.why...); why != "" {
		s += ", " + why
		if strings.HasPrefix(why, "und ") || strings.HasPrefix(why, "and ") {
			s = strings.Replace(s, ", "+why, " "+why, 1)
		}
	}
	return s + "."
}

// title is a title of at most n letters, and not many fewer.
func (g *maker) title(n int) string {
	var fit []string
	for _, p := range slices.Concat(g.speech.phrase, g.speech.short) {
		if k := len([]rune(p)); k <= n && k*3 >= n || len(fit) == 0 && k <= n {
			fit = append(fit, p)
		}
	}
	s := g.one(fit...)
	for range 40 {
		more := s + g.one(g.speech.joint...) + g.one(g.speech.phrase...)
		if len([]rune(more)) <= n {
			s = more
		}
	}
	return s
}
