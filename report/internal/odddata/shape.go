package odddata

// shape is what is odd about a project.
type shape struct {
	name      string
	fields    int
	goals     int // per field
	levels    int // of goals, one below the other
	measures  int
	ideas     int // per workshop part; no workshops without
	facts     int
	rows      int  // of costs, steps and log entries in a measure
	bare      bool // only what is required
	words     int  // of a text; 12 unless told
	title     int  // length of titles in characters
	flavour   flavour
	speaks    []string // languages
	pictures  bool
	sheetless bool   // no posters: its words are too many or too long for one sheet
	code      string // finding that stops the build
}

// flavour decides what texts are made of.
type flavour int

const (
	simple  flavour = iota
	long            // words that fill a line
	markup          // bold, italic, links, lists, paragraphs
	notes           // footnotes
	foreign         // English, Turkish, French
	signs           // quotation marks, narrow spaces, soft hyphens, combining marks
	digits          // numbers, units, sections of laws
	emoji
	arabic
)

var shapes = []shape{
	{name: "bare", fields: 1, goals: 1, levels: 1, measures: 5, bare: true},
	{name: "one-field", fields: 1, goals: 2, levels: 1, measures: 5, rows: 1},
	{name: "four-levels", fields: 3, goals: 4, levels: 4, measures: 40, rows: 3, ideas: 6, facts: 4},
	{name: "long-titles", sheetless: true, fields: 2, goals: 2, levels: 2, measures: 12, title: 300, ideas: 3, rows: 2, facts: 3},
	{name: "long-words", sheetless: true, fields: 2, goals: 2, levels: 2, measures: 10, flavour: long, ideas: 4, rows: 2, facts: 3},
	{name: "markup", fields: 2, goals: 2, levels: 3, measures: 12, flavour: markup, words: 60, ideas: 5, rows: 3, facts: 3},
	{name: "notes", fields: 2, goals: 2, levels: 2, measures: 12, flavour: notes, words: 30, ideas: 5, rows: 3, facts: 6},
	{name: "foreign", fields: 2, goals: 2, levels: 2, measures: 10, flavour: foreign, words: 40, ideas: 4, rows: 2, speaks: []string{"de", "en"}, facts: 3},
	{name: "signs", fields: 2, goals: 2, levels: 2, measures: 10, flavour: signs, words: 30, ideas: 4, rows: 2, facts: 3},
	{name: "digits", fields: 2, goals: 2, levels: 2, measures: 10, flavour: digits, words: 30, ideas: 4, rows: 4, facts: 3},
	{name: "pictures", fields: 1, goals: 1, levels: 1, measures: 6, ideas: 2, pictures: true},
	{name: "long-tables", fields: 1, goals: 1, levels: 1, measures: 30, ideas: 300, facts: 400, rows: 12},
	{name: "one-row", fields: 1, goals: 1, levels: 1, measures: 1, ideas: 1, facts: 1, rows: 1},
	{name: "no-measures", fields: 2, goals: 3, levels: 2, ideas: 2, facts: 2},
	{name: "nothing"},
	{name: "many", fields: 5, goals: 10, levels: 3, measures: 500, bare: true},
	{name: "crammed", fields: 3, goals: 3, levels: 3, measures: 60, rows: 8, words: 120, ideas: 20, facts: 12, flavour: markup, pictures: true},
	{name: "twelve-fields", fields: 12, goals: 1, levels: 1, measures: 24, rows: 1, ideas: 1},
	{name: "endless-texts", fields: 1, goals: 1, levels: 1, measures: 5, words: 1500, rows: 1, ideas: 2},
	{name: "long-notes", fields: 1, goals: 2, levels: 2, measures: 8, words: 400, flavour: notes, rows: 2, ideas: 3},
	{name: "english", fields: 2, goals: 2, levels: 2, measures: 8, rows: 2, ideas: 3, speaks: []string{"en"}, flavour: foreign},
	{name: "titles-of-long-words", sheetless: true, fields: 2, goals: 1, levels: 1, measures: 6, title: 200, flavour: long, ideas: 2, rows: 1},
	{name: "overset", fields: 1, goals: 1, levels: 1, measures: 1, title: 2000, ideas: 1, code: "poster-overset"},
	{name: "emoji", fields: 1, goals: 1, levels: 1, measures: 5, flavour: emoji, code: "missing-glyph"},
	{name: "arabic", fields: 1, goals: 1, levels: 1, measures: 5, flavour: arabic},
	{name: "deep-tables", fields: 2, goals: 2, levels: 2, measures: 20, rows: 40, facts: 2},
}
