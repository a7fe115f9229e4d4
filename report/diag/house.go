package diag

// houseCodes: what must be alike in the whole project, as a print officer would check it (DOMAIN.md 7.1).
var houseCodes = []Entry{
	{Code: "name-spelled-otherwise", Severity: Warning,
		DE:      Wording{"„{0}“ heißt amtlich „{1}“", "schreiben Sie den Namen überall gleich"},
		EN:      Wording{"the official name of “{0}” is “{1}”", "spell the name alike everywhere"},
		Example: "project:\n  municipality: {name: Stadt Frankenthal (Pfalz), city: Frankenthal (Pfalz)}\n  subtitle: Konzept für Frankenthal/Pfalz\n"},
	{Code: "gender-sign", Severity: Warning,
		DE:      Wording{"„{0}“ folgt nicht der Schreibweise „{1}“ (`project.style.spelling`)", "{2}"},
		EN:      Wording{"“{0}” does not follow the spelling “{1}” (`project.style.spelling`)", "{2}"},
		Example: "project:\n  style: {spelling: neutral}\n  subtitle: Für alle Bürger*innen\n"},
	{Code: "gender-mixed", Severity: Warning,
		DE:      Wording{"hier steht „{0}“, anderswo „{1}“", "bleiben Sie im ganzen Projekt bei einer Schreibweise; `project.style.spelling` hält sie fest"},
		EN:      Wording{"“{0}” here, “{1}” elsewhere", "keep to one spelling throughout the project; `project.style.spelling` records it"},
		Example: "project:\n  subtitle: Für alle Bürger*innen\n  claim: Von allen Einwohner:innen\n"},
	{Code: "count-differs", Severity: Warning,
		DE:      Wording{"der Text zählt „{0}“, die Daten haben {1}", "berichtigen Sie die Zahl, oder setzen Sie sie in der Vorlage mit `{{ … }}` ein"},
		EN:      Wording{"the text counts “{0}”, the data have {1}", "correct the number, or let a template fill it in with `{{ … }}`"},
		Example: "prelims:\n  outlook: Wir gehen alle drei Maßnahmen gemeinsam an.\n"},
	{Code: "imprint-incomplete", Severity: Warning,
		DE:      Wording{"dem Impressum der Druckfassung fehlt: {0}", "ergänzen Sie `project.publisher`; Druckwerke nennen, wer herausgibt und wer druckt, mit Anschrift (LMG § 9)"},
		EN:      Wording{"the imprint of the final print lacks: {0}", "add to `project.publisher`; printed works name publisher and printer with their addresses"},
		Example: "project:\n  state: Druckfassung\n"},
	{Code: "resolution-date", Severity: Warning,
		DE:      Wording{"die Etappe nennt „{0}“, ihr Beschluss „{1}“", "geben Sie beiden denselben Zeitpunkt"},
		EN:      Wording{"the milestone says “{0}”, its resolution “{1}”", "give both the same time"},
		Example: "milestones:\n  - {id: e1, when: 2014-05-07, text: Der Rat beschließt das Konzept., resolution: b1}\nresolutions:\n  - {id: b1, when: 2014-04-02, body: Stadtrat, text: Konzept}\n"},
}
