package diag

// posterCodes are the findings of posters and of drawings.
var posterCodes = []Entry{
	{
		Code: "poster-overset", Severity: Error, OneFile: true,
		DE: Wording{"Plakat „{0}“, Bereich „{1}“: Der Text passt auch bei {3} % seiner Größe nicht; überzählige Wörter: {2}",
			"kürzen Sie den Text, vergrößern Sie den Bereich (`at`) oder senken Sie `smallest`"},
		EN: Wording{"poster “{0}”, area “{1}”: the text does not fit even at {3} % of its size; words too many: {2}",
			"shorten the text, enlarge the area (`at`) or lower `smallest`"},
		Example: "grid: {columns: 1, rows: 50}\nareas:\n  - {name: title, at: \"1 / 1\", content: \"Wort Wort\\n\\nWort Wort\"}\n",
	},
	{
		Code: "poster-overfull", Severity: Error, OneFile: true,
		DE: Wording{"Plakat „{0}“, Bereich „{1}“: Der Inhalt ist um {2} zu hoch",
			"verkleinern Sie Bild oder Zeichnung oder vergrößern Sie den Bereich (`at`)"},
		EN: Wording{"poster “{0}”, area “{1}”: the content is {2} too tall",
			"make the picture or drawing smaller or enlarge the area (`at`)"},
		Example: "grid: {columns: 1, rows: 20}\nareas:\n  - {name: code, at: \"1 / 1\", content: \"::qr https://a.example size=60mm\\n\\n::qr https://b.example size=60mm\"}\n",
	},
	{
		Code: "poster-covered", Severity: Error, OneFile: true,
		DE: Wording{"Plakat „{0}“: Der Bereich „{2}“ verdeckt {3} % dessen, was in „{1}“ zu lesen ist",
			"rücken Sie die Bereiche auseinander (`at`), oder nennen Sie den verdeckten Bereich in `areas` später"},
		EN: Wording{"poster “{0}”: area “{2}” covers {3} % of what is read in “{1}”",
			"move the areas apart (`at`), or list the covered area later in `areas`"},
		Example: "grid: {columns: 1, rows: 2}\nareas:\n  - {name: title, at: \"1 / 1\", content: Titel}\n  - {name: ground, at: \"1 / 1-2\", fill: accent}\n",
	},
	{
		Code: "poster-unsafe", Severity: Warning,
		DE: Wording{"Plakat „{0}“, Bereich „{1}“: Der Inhalt steht um {2} näher am Rand als der Sicherheitsabstand von {3}",
			"vergrößern Sie `pad` oder rücken Sie den Bereich nach innen"},
		EN: Wording{"poster “{0}”, area “{1}”: the content stands {2} closer to the edge than the safety margin of {3}",
			"enlarge `pad` or move the area inwards"},
		Example: "safe: 30mm\ngrid: {columns: 1, rows: 1, margin: 5mm}\nareas:\n  - {name: title, at: \"1 / 1\", content: Titel}\n",
	},
	{
		Code: "poster-rank", Severity: Warning,
		DE: Wording{"Plakat „{0}“: Der Text im Bereich „{1}“ ist mit {2} nicht kleiner als „{3}“ mit {4}",
			"verkleinern Sie den Text oder nehmen Sie den Bereich in `rules: largest` auf"},
		EN: Wording{"poster “{0}”: the text of area “{1}” at {2} is not smaller than “{3}” at {4}",
			"make the text smaller or add the area to `rules: largest`"},
		Example: "rules: {largest: [title]}\ngrid: {columns: 1, rows: 2}\nareas:\n  - {name: title, at: \"1 / 1\", content: Titel}\n  - {name: note, at: \"1 / 2\", content: \"# Hinweis\"}\n",
	},
	{
		Code: "code-too-long", Severity: Error, OneFile: true,
		DE: Wording{"QR-Code: erwartet 1 bis {1} Bytes Text, gefunden {0}", "nehmen Sie eine kurze Adresse"},
		EN: Wording{"QR code: expected 1 to {1} bytes of text, found {0}", "use a short address"},
	},
	{
		Code: "poster-format", Severity: Error,
		DE: Wording{"Plakatvorlage: erwartet eines der Formate {1}, gefunden „{0}“", "ergänzen Sie das Format unter `formats` oder nehmen Sie ein anderes"},
		EN: Wording{"poster template: expected one of the formats {1}, found “{0}”", "add the format to `formats` or use another"},
	},
	{
		Code: "poster-area", Severity: Error,
		DE:      Wording{"Plakatbereich (`at`): erwartet Spalten / Zeilen wie „1-12 / 1-4“ im Raster {1}, gefunden „{0}“", "nennen Sie Spalten und Zeilen des Rasters (`grid`)"},
		EN:      Wording{"poster area (`at`): expected columns / rows such as “1-12 / 1-4” within the grid {1}, found “{0}”", "name columns and rows of the `grid`"},
		Example: "grid: {columns: 2, rows: 2}\nareas:\n  - {name: title, at: \"1-3 / 1\", content: Titel}\n",
	},
	{
		Code: "poster-value", Severity: Error,
		DE:      Wording{"Plakatvorlage: `{0}`: erwartet {1}, gefunden „{2}“", "die Felder einer Plakatvorlage stehen in templates/README.md"},
		EN:      Wording{"poster template: `{0}`: expected {1}, found “{2}”", "the fields of a poster template are listed in templates/README.md"},
		Example: "bleed: breit\ngrid: {columns: 1, rows: 1}\nareas:\n  - {name: title, at: \"1 / 1\", content: Titel}\n",
	},
	{
		Code: "poster-key", Severity: Error,
		DE:      Wording{"Plakatvorlage: unbekannter Schlüssel `{0}`", "{1}"},
		EN:      Wording{"poster template: unknown key `{0}`", "{1}"},
		Example: "farbe: rot\ngrid: {columns: 1, rows: 1}\nareas:\n  - {name: title, at: \"1 / 1\", content: Titel}\n",
	},
	{
		Code: "poster-empty", Severity: Error,
		DE:      Wording{"Plakatvorlage ohne Bereiche (`areas`)", "nennen Sie mindestens einen Bereich mit `name`, `at` und `content`"},
		EN:      Wording{"poster template without `areas`", "name at least one area with `name`, `at` and `content`"},
		Example: "title: Plakat\n",
	},
}

// PosterEntries returns the entries of the codes about posters and drawings, whose examples are poster templates.
func PosterEntries() []Entry { return posterCodes }
