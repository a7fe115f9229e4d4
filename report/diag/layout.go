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
		Code: "script-unset", Severity: Error,
		DE: Wording{"„{0}“ kann nicht gesetzt werden: die Schrift läuft von rechts nach links oder verbindet ihre Zeichen",
			"setzen Sie den Text als Bild (SVG mit Pfaden) mit einem Alternativtext ein"},
		EN: Wording{"“{0}” cannot be set: its script runs from right to left or joins its signs",
			"put the text in as a picture (SVG with outlines) with an alternative text"},
		Example: "measures:\n  - {id: M1, title: \"Willkommen – مرحبا\"}\n",
	},
	{
		Code: "overfull-line", Severity: Warning,
		DE:      Wording{"Zeile „{0}“ ist um {1} zu breit", "geben Sie mit einem weichen Trennstrich (U+00AD) vor, wo getrennt werden darf, oder verbreitern Sie die Spalte"},
		EN:      Wording{"line “{0}” is {1} too wide", "show with a soft hyphen (U+00AD) where it may break, or widen the column"},
		Example: "::: grid columns=\"10mm 1fr\"\n::: cell\n12345678901234567890\n:::\n::: cell\nText\n:::\n:::\n",
	},
	{
		Code: "word-torn", Severity: Warning,
		DE:      Wording{"ein Wort passt in keine Zeile und wird nach „{0}“ geteilt", "geben Sie mit einem weichen Trennstrich (U+00AD) vor, wo getrennt werden darf, oder verbreitern Sie die Spalte"},
		EN:      Wording{"a word fits no line and is parted after “{0}”", "show with a soft hyphen (U+00AD) where it may break, or widen the column"},
		Example: "::: grid columns=\"10mm 1fr\"\n::: cell\nABCDEFGHIJKLMNOPQRSTUVWXYZ\n:::\n::: cell\nText\n:::\n:::\n",
	},
	{
		Code: "group-too-tall", Severity: Warning,
		DE:      Wording{"„{0}“ passt nicht auf eine Seite: {1} Zeilen zu viel", "kürzen Sie den Text oder lassen Sie `keep` weg"},
		EN:      Wording{"“{0}” does not fit on a page: {1} lines too many", "shorten the text or leave out `keep`"},
		Example: "::: group keep name=\"Blatt\"\nAnfang\n\n::space 400mm strong\n:::\n",
	},
	{
		Code: "row-too-tall", Severity: Warning,
		DE:      Wording{"die Tabellenzeile „{0}“ passt nicht auf eine Seite und ist geteilt: {1} Zeilen zu viel", "kürzen Sie den Text, oder erlauben Sie mit `split=tall` die Teilung"},
		EN:      Wording{"the table row “{0}” does not fit on a page and is split: {1} lines too many", "shorten the text, or allow the split with `split=tall`"},
		Example: "::: table split=never\n::col \"Text\"\n::: row\n::: cell\nZeile\n\n::space 400mm strong\n:::\n:::\n:::\n",
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
		Code: "low-contrast", Severity: Warning,
		DE: Wording{"„{0}“ ist schlecht zu lesen: Farbe {1} auf {2} hat den Kontrast {3}, nötig sind {4}",
			"nehmen Sie in `colours` der Gestaltung eine dunklere oder hellere Farbe, oder setzen Sie den Text größer"},
		EN: Wording{"“{0}” is hard to read: colour {1} on {2} has a contrast of {3}, {4} is needed",
			"take a darker or lighter colour in the design's `colours`, or set the text larger"},
	},
	{
		Code: "copy-small-type", Severity: Warning,
		DE: Wording{"„{0}“ ist für Graukopien zu klein: {1}, nötig sind {2}", "setzen Sie den Stil in der Gestaltung größer oder lassen Sie die Ausgabe „copy“ weg"},
		EN: Wording{"“{0}” is too small for grey copies: {1}, {2} is needed", "make the style larger in the design, or leave out the edition `copy`"},
	},
	{
		Code: "copy-small-body", Severity: Warning,
		DE: Wording{"der Lauftext ist für Graukopien zu klein: {0}, nötig sind {1}", "setzen Sie den Stil `body` in der Gestaltung größer"},
		EN: Wording{"the running text is too small for grey copies: {0}, {1} is needed", "make the style `body` larger in the design"},
	},
	{
		Code: "table-without-header", Severity: Warning,
		DE: Wording{"die Tabelle hat weder Kopfzeile noch Kopfspalte",
			"nennen Sie Spalten mit Titel (`::col \"Titel\"`) oder geben Sie der ersten Spalte `header`; für bloße Anordnung nehmen Sie `grid`"},
		EN: Wording{"the table has neither a header row nor a header column",
			"give columns a title (`::col \"title\"`) or the first column `header`; for mere arrangement take `grid`"},
		Example: "::: table\n::col \"\"\n::: row\n::cell A\n:::\n:::\n",
	},
	{
		Code: "colour-alone", Severity: Warning,
		DE: Wording{"eine gefärbte Zelle sagt ohne Zeichen und Wort nichts: Wer Farben nicht unterscheidet, liest sie nicht",
			"setzen Sie in dieselbe Zelle ein Zeichen (`symbol(…)`) oder ein Wort"},
		EN: Wording{"a coloured cell without a sign or a word says nothing to those who cannot tell colours apart",
			"put a sign (`symbol(…)`) or a word into the same cell"},
		Example: "::: table\n::col \"Ampel\"\n::: row\n::cell{fill=warm}\n:::\n:::\n",
	},
	{
		Code: "vague-link", Severity: Warning,
		DE:      Wording{"der Verweis „{0}“ sagt nicht, wohin er führt", "nennen Sie das Ziel, etwa „Förderrichtlinie des Landes“"},
		EN:      Wording{"the link “{0}” does not say where it leads", "name its target, such as “the state's funding guidelines”"},
		Example: "[hier](https://example.org)\n",
	},
	{
		Code: "foreign-script", Severity: Warning,
		DE: Wording{"„{0}“ ist in anderer Schrift geschrieben, ohne dass die Sprache genannt ist", "nennen Sie sie: in Daten als Zuordnung wie {ar: …}, in Vorlagen mit `::: group lang=ar`"},
		EN: Wording{"“{0}” is written in another script without its language being named", "name it: in data as a map such as {ar: …}, in templates with `::: group lang=ar`"},
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
