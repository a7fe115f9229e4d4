package microtype

import "strings"

// Words that rules know. A word that is missing here is left alone.

type tables struct {
	labels   map[string]bool // what numbers the thing behind it
	amounts  map[string]bool // what stands before a number that counts
	titles   map[string]bool // what belongs to a name
	months   map[string]bool
	units    map[string]bool // what belongs to the number before it
	counted  map[string]bool // what is counted in thousands: only before these a bare number is surely a count
	phones   map[string]bool // what announces a telephone number
	weekdays map[string]bool
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

const symbols = " € $ £ % ‰ °C °F km m cm mm µm km² m² cm² mm² m³ ha kg g mg t l ml kW kWh MW MWh GWh Hz kHz MHz dB kB KB MB GB TB px pt h min km/h ppi dpi EUR CHF USD GBP "

var german = tables{
	labels: set(`Nr. Nrn. Nummer Nummern Seite Seiten S. Abs. Absatz Absätze Art. Artikel Kap. Kapitel Abb. Abbildung Abbildungen Tab. Tabelle
		Tabellen Ziff. Ziffer Ziffern Anl. Anlage Anlagen Anhang Bd. Band Teil Teile Stufe Phase Klasse Klassen Raum Zimmer Satz
		Drs. Drucksache Drucksachen Rn. Jg. Heft Halle TOP Los Blatt KW Hausnr. Spalte Zeile Punkt Fn. Az. Buchst. Aufl. Haus Saal Etage`),
	amounts:  set(`ca. rd. € EUR CHF Fr.`),
	titles:   set(`Dr. Prof. Dres. Hr. Hrn. Fr. St. Dipl.-Ing. Dipl.-Päd. Dipl.-Soz. Ing. Mag. PD`),
	months:   set(`Januar Februar März April Mai Juni Juli August September Oktober November Dezember Jan. Feb. Febr. Apr. Jun. Jul. Aug. Sep. Sept. Okt. Nov. Dez. Jänner`),
	units:    set(symbols + `Euro Cent Ct Uhr Std. Min. Sek. Mio. Mrd. Tsd. Mio Mrd Millionen Milliarden Million Milliarde Tausend T€ TEUR Prozent Grad VZÄ Kilometer Quadratmeter`),
	counted:  set(`€ Euro EUR Cent Einwohner Einwohnerinnen Einwohnern Personen Menschen Stimmen Haushalte Haushalten Besucher Besucherinnen Besuchern Besuche Exemplare Exemplaren Stück km m² km² ha Kilometer Kilometern Quadratmeter Quadratmetern Stunden Bürgerinnen Bürger Bürgern Teilnehmende Teilnehmenden Beschäftigte Beschäftigten Wohnungen Kinder Kindern Schülerinnen Schüler Schülern Jugendliche Jugendlichen Frauen Männer Familien Zugewanderte Zugewanderten Geflüchtete Geflüchteten Migrantinnen Migranten Fachkräfte Fachkräften Mitglieder Mitgliedern Unterschriften Beratungen Plätze Plätzen Arbeitsplätze Arbeitsplätzen Tonnen VZÄ kWh MWh`),
	phones:   set(`Tel. Tel.: Tel Tel: Telefon Telefon: Fon Fon: Fax Fax: Telefax Telefax: Mobil Mobil: Handy Handy: Ruf Rufnummer Durchwahl unter`),
	weekdays: set(`Mo Di Mi Do Fr Sa So Mo. Di. Mi. Do. Fr. Sa. So. Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag`),
}

var english = tables{
	labels:   set(`No. Nos. no. nos. Page Pages page pages p. pp. Section Sections section sections Sec. Art. Article Chapter chapter Fig. Figure figure Table table Annex Appendix Part Vol. Phase Level Room Item Step Class`),
	amounts:  set(`c. ca. approx. € EUR £ CHF`),
	titles:   set(`Mr. Mrs. Ms. Dr. Prof. Mr Mrs Ms Dr Prof St. St`),
	months:   set(`January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec`),
	units:    set(symbols + `euros euro cents million billion thousand percent am pm a.m. p.m. kilometres FTE degrees`),
	counted:  set(`€ euros euro EUR inhabitants residents people persons votes households visitors copies km m² km² ha kilometres hours citizens participants employees children FTE kWh MWh`),
	phones:   set(`Tel. Tel.: Tel Tel: Telephone Telephone: Phone Phone: Fax Fax: Mobile Mobile: call`),
	weekdays: set(`Mon Tue Wed Thu Fri Sat Sun Monday Tuesday Wednesday Thursday Friday Saturday Sunday`),
}

func (p *passage) tables() *tables {
	if p.style.English {
		return &english
	}
	return &german
}

// abbreviations of several words take a narrow space between them (DIN 5008:2020, 9.2), written here without.
var abbreviations = set(`z.B. d.h. u.a. u.a.m. i.d.R. u.U. o.Ä. u.Ä. o.ä. u.ä. s.o. s.u. z.T. i.A. i.V. m.E. n.Chr. v.Chr. e.V. a.D. z.Hd. i.S.d. i.S.v. v.a.
	u.v.m. u.v.a. i.H.v. a.a.O. o.g. u.g. s.a. p.a. i.e.S. i.w.S. z.Zt. z.Z. i.d.F. v.H. d.J. d.M. o.a. m.W. i.R.d. i.V.m. a.M. a.d. o.J. o.O. h.c. i.R.
	i.Z.m. u.dgl. d.i. M.A. B.A. M.Sc. B.Sc. i.B. i.Br. g.g.A. o.Nr. a.G. z.K. z.d.A. b.a.w. o.V. i.L. k.A. v.l.n.r. n.n. N.N. u.s.f. o.B.`)

// elisions are short words that begin with an apostrophe: 's, 'n, 'nem, 'rein.
var elisions = set(`s n ne nem nen ner nes rein raus rum runter rüber rauf ran re m tis twas em til cause bout`)

// streets are how the names of streets end.
var streets = []string{"straße", "Straße", "str.", "Str.", "platz", "Platz", "weg", "Weg", "allee", "Allee", "gasse", "Gasse", "ring", "Ring", "ufer", "damm", "markt", "Markt", "graben"}

// before a negative number stand these.
var differences = set(`um von auf bei bis unter über mit zwischen und by from to of at than below above between and`)

// works have numbers that count nothing.
var works = set(`DIN ISO EN VDE RAL Version Vorlage Beschluss Antrag Konto Kto. Kto.-Nr. ID`)
