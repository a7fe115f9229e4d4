package pdf

// Standard tells whether a structure type is one of ISO 32000-1, 14.8.4, which needs no role.
func Standard(typ string) bool { return standard[typ] }

var standard = map[string]bool{
	"Document": true, "Part": true, "Art": true, "Sect": true, "Div": true, "BlockQuote": true, "Caption": true, "TOC": true,
	"TOCI": true, "Index": true, "NonStruct": true, "Private": true, "P": true, "H": true, "H1": true, "H2": true, "H3": true,
	"H4": true, "H5": true, "H6": true, "L": true, "LI": true, "Lbl": true, "LBody": true, "Table": true, "TR": true, "TH": true,
	"TD": true, "THead": true, "TBody": true, "TFoot": true, "Span": true, "Quote": true, "Note": true, "Reference": true,
	"BibEntry": true, "Code": true, "Link": true, "Annot": true, "Figure": true, "Formula": true, "Form": true,
	"Ruby": true, "RB": true, "RT": true, "RP": true, "Warichu": true, "WT": true, "WP": true,
}
