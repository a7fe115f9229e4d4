package diag

// pictureCodes are findings about picture files. {0} is the file's name.
var pictureCodes = []Entry{
	{Code: "picture-format", Severity: Error,
		DE: Wording{"Bild {0}: erwartet JPEG, PNG, WebP oder SVG, gefunden {1}", "speichern Sie das Bild in einem dieser Formate; die Endung des Dateinamens genügt nicht"},
		EN: Wording{"picture {0}: expected JPEG, PNG, WebP or SVG, found {1}", "save the picture in one of these formats; changing the name is not enough"}},
	{Code: "picture-too-large", Severity: Error,
		DE: Wording{"Bild {0}: die Datei hat {1} MiB, erlaubt sind {2} MiB", "speichern Sie es kleiner oder als JPEG"},
		EN: Wording{"picture {0}: the file has {1} MiB, at most {2} MiB are allowed", "save it smaller, or as JPEG"}},
	{Code: "picture-too-many-pixels", Severity: Error,
		DE: Wording{"Bild {0}: {1} × {2} Bildpunkte, erlaubt sind zusammen {3} Millionen", "verkleinern Sie das Bild; für eine A4-Seite genügen 2480 × 3508"},
		EN: Wording{"picture {0}: {1} × {2} pixels, at most {3} million in all are allowed", "scale it down; 2480 × 3508 is enough for an A4 page"}},
	{Code: "picture-truncated", Severity: Error,
		DE: Wording{"Bild {0}: die Datei ist nicht vollständig", "kopieren oder speichern Sie das Bild noch einmal"},
		EN: Wording{"picture {0}: the file ends too early", "copy or save the picture again"}},
	{Code: "picture-damaged", Severity: Error,
		DE: Wording{"Bild {0}: die Datei ist beschädigt ({1})", "öffnen und speichern Sie das Bild mit einem Bildprogramm noch einmal"},
		EN: Wording{"picture {0}: the file is damaged ({1})", "open the picture in an image program and save it again"}},
	{Code: "picture-unsupported", Severity: Error,
		DE: Wording{"Bild {0}: {1} wird nicht unterstützt", "speichern Sie das Bild als einfaches JPEG oder PNG mit 8 Bit"},
		EN: Wording{"picture {0}: {1} is not supported", "save the picture as a plain JPEG or PNG with 8 bits"}},
	{Code: "picture-svg-forbidden", Severity: Error,
		DE: Wording{"SVG {0}: „{1}“ ist aus Sicherheitsgründen nicht erlaubt", "exportieren Sie die Zeichnung ohne Skripte und ohne Verweise auf andere Dateien („Einfaches SVG“)"},
		EN: Wording{"svg {0}: `{1}` is not allowed for safety", "export the drawing without scripts and without references to other files (“plain SVG”)"}},
	{Code: "picture-svg-unsupported", Severity: Error,
		DE: Wording{"SVG {0}: „{1}“ lässt sich nicht getreu zeichnen", "wandeln Sie beim Export Schrift (text) in Pfade um; Filter, Masken, Muster und eingebettete Bilder (image) in einfache Flächen, oder nehmen Sie die Zeichnung als PNG"},
		EN: Wording{"svg {0}: `{1}` cannot be drawn faithfully", "turn text into paths on export; turn filters, masks, patterns and embedded pictures (image) into plain areas, or take the drawing as PNG"}},
}
