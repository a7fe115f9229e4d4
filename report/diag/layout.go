package diag

// layoutCodes are the findings of this stage.
var layoutCodes = []Entry{
	{
		Code: "missing-glyph", Severity: Error,
		DE: Wording{"kein Zeichen für {1} in „{0}“: Schrift {2} hat es nicht",
			"ersetzen Sie das Zeichen oder nennen Sie eine weitere Schrift in `fonts`"},
		EN: Wording{"no glyph for {1} in “{0}”: typeface {2} lacks it",
			"replace the character or name a further typeface in `fonts`"},
		Example: "measures:\n  - {id: M1, title: \"Brücken 🌉\"}\n",
	},
	{
		Code: "overfull-line", Severity: Warning,
		DE:      Wording{"Zeile „{0}“ ist um {1} zu breit", "geben Sie mit einem weichen Trennstrich (U+00AD) vor, wo getrennt werden darf, oder verbreitern Sie die Spalte"},
		EN:      Wording{"line “{0}” is {1} too wide", "show with a soft hyphen (U+00AD) where it may break, or widen the column"},
		Example: "::: table\n::col \"Nr.\" width=10mm\n::: row\n::cell ABCDEFGHIJKLMNOPQRSTUVWXYZ\n:::\n:::\n",
	},
	{
		Code: "group-too-tall", Severity: Warning,
		DE:      Wording{"„{0}“ passt nicht auf eine Seite: {1} Zeilen zu viel", "kürzen Sie den Text oder lassen Sie `keep` weg"},
		EN:      Wording{"“{0}” does not fit on a page: {1} lines too many", "shorten the text or leave out `keep`"},
		Example: "::: group keep name=\"Blatt\"\n::space 400mm\n:::\n",
	},
	{
		Code: "page-overfull", Severity: Warning,
		DE:      Wording{"Seite {0}: Inhalt ragt um {1} über den Satzspiegel", "verkleinern Sie, was dort steht, oder erlauben Sie einen Umbruch"},
		EN:      Wording{"page {0}: content runs {1} beyond the text area", "make what stands there smaller or let it break"},
		Example: "::picture {{ pictures[0] }} height=400mm\n",
	},
	{
		Code: "margin-overfull", Severity: Warning,
		DE:      Wording{"Seite {0}: Die Randbemerkungen sind um {1} zu hoch für den Rand", "kürzen Sie sie, oder setzen Sie einige in den Text"},
		EN:      Wording{"page {0}: the marginal notes are {1} too high for the margin", "shorten them, or set some of them in the text"},
		Example: "::: margin\n{{ project.title }}\n:::\n",
	},
	{
		Code: "pages-unsettled", Severity: Warning,
		DE: Wording{"Seitenzahlen kommen nicht zur Ruhe: „{0}“ wandert noch nach fünf Durchgängen", "setzen Sie vor dem Verweis einen festen Seitenumbruch"},
		EN: Wording{"page numbers do not settle: “{0}” still moves after five rounds", "put a fixed page break before the reference"},
	},
	{
		Code: "unknown-anchor", Severity: Error,
		DE:      Wording{"Verweisziel „{0}“ fehlt im Dokument", "setzen Sie `anchor` an das Ziel oder berichtigen Sie den Verweis"},
		EN:      Wording{"the target “{0}” of a reference is not in the document", "put `anchor` on the target or correct the reference"},
		Example: "[siehe dort](#nirgends)\n",
	},
	{
		Code: "unknown-font", Severity: Error,
		DE:      Wording{"Schrift „{0}“ fehlt", "legen Sie ihre Dateien in den Ordner fonts/ oder nennen Sie eine andere in `fonts`"},
		EN:      Wording{"typeface “{0}” is missing", "put its files into the folder fonts/ or name another one in `fonts`"},
		Example: "fonts: {body: [Gibtsnicht]}\n",
	},
	{
		Code: "unreadable-font", Severity: Error,
		DE: Wording{"Schrift „{0}“ ist nicht lesbar: {1}", "ersetzen Sie die Datei durch eine unversehrte TrueType-Datei"},
		EN: Wording{"typeface “{0}” cannot be read: {1}", "replace the file by a sound TrueType file"},
	},
	{
		Code: "no-fonts", Severity: Error,
		DE: Wording{"keine Schrift vorhanden", "legen Sie eine TrueType-Datei in den Ordner fonts/"},
		EN: Wording{"there is no typeface", "put a TrueType file into the folder fonts/"},
	},
	{
		Code: "coarse-picture", Severity: Warning,
		DE:      Wording{"Bild „{0}“ hat in seiner Größe nur {1} ppi, mindestens {2} sind nötig", "nehmen Sie ein Bild mit mehr Bildpunkten oder setzen Sie es kleiner"},
		EN:      Wording{"picture “{0}” has only {1} ppi at its size, {2} at least are needed", "use a picture with more pixels or set it smaller"},
		Example: "::picture {{ pictures[0] }} width=160mm\n",
	},
}
