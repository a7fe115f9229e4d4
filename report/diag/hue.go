package diag

// HueEntries returns the entries of the codes about the colours and the design that the data name, whose examples are data.
func HueEntries() []Entry { return hueCodes }

// hueCodes are findings about the colours and the design that the data name.
var hueCodes = []Entry{
	{Code: "unknown-colour", Severity: Error,
		DE:      Wording{"die Farbe „{0}“ gibt es nicht", "{1}"},
		EN:      Wording{"there is no colour `{0}`", "{1}"},
		Example: "fields:\n  - {id: F9, code: \"9\", title: Sport, text: T., colour: zartbitter}\n"},
	{Code: "pale-colour", Severity: Warning,
		DE:      Wording{"die Farbe „{0}“ ist zu hell: weiße Schrift hat auf ihr (oder auf ihrem Grau) den Kontrast {1}, nötig sind {2}", "gesetzt ist der dunklere Ton \"{3}\"; tragen Sie ihn ein oder wählen Sie eine andere dunkle Farbe"},
		EN:      Wording{"the colour `{0}` is too light: white type on it (or on its grey) has a contrast of {1}, {2} is needed", "the darker tone \"{3}\" is set; enter it, or choose another dark colour"},
		Example: "fields:\n  - {id: F9, code: \"9\", title: Sport, text: T., colour: \"#ffe100\"}\n"},
	{Code: "unfit-design", Severity: Error,
		DE:      Wording{"die Gestaltung „{0}“ ist keine für das ganze Projekt: ihr fehlen Seitenformen", "nehmen Sie eine von diesen: {1}; die Gestaltung eines Plakats nennt seine Vorlage"},
		EN:      Wording{"the design `{0}` is not one for a whole project: it has no page styles", "take one of these: {1}; the design of a poster is named in its template"},
		Example: "project:\n  design: poster\n"},
}
