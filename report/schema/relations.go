package schema

import "konzept/report/diag"

// Relations are what a field must be to others. Package lint reports what is otherwise. A reference to a record of the same kind
// needs no declaration: it must not lead back to where it starts.
type Relations struct {
	Unique bool      // Word: no two records of the kind have the same
	Past   bool      // Day: not after the report's date
	After  string    // When, Time: field that it must not be before; a time must be later
	Order  diag.Code // Day, Time of a NestedList: the finding where an entry is earlier than the one before it; empty: any order
	Once   []string  // NestedList: a year and perhaps another field, whose values come together in one entry only
	Latest string    // NestedList whose last entry that has this field, too, must say the same
	Tally  []string  // Choice on a vote: fields with the votes for and against
	Total  string    // Int of a nested record: what it counts of the outer record: an inverse list, or a field of its records
	Places string    // Decimal: field of the outermost record that says how many decimals it has
	Needs  []Need    // Choice: what goes with some of its words
}

// Need is a field that a record must have, or must not have, beside some words of a choice.
type Need struct {
	Words    []string
	Means    []Meaning // beside words that mean one of these, whatever they are
	Key      string
	Excluded bool
	Code     diag.Code // of the finding; its arguments are the word, the field's label and key, and the record's name
}

func unique(f Field) Field { f.Unique = true; return f }
func past(f Field) Field   { f.Past = true; return f }
func after(start string, f Field) Field {
	f.After = start
	return f
}
func order(otherwise diag.Code, f Field) Field {
	f.Order = otherwise
	return f
}
func once(list Field, keys ...string) Field {
	list.Once = keys
	return list
}
func latest(list string, f Field) Field {
	f.Latest = list
	return f
}
func tally(f Field, yes, no string) Field {
	f.Tally = []string{yes, no}
	return f
}
func total(of string, f Field) Field {
	f.Total = of
	return f
}
func places(key string, f Field) Field {
	f.Places = key
	return f
}
func needs(f Field, list ...Need) Field {
	f.Needs = list
	return f
}

// outcomes are what an idea must have beside what became of it: those who had it look it up.
var outcomes = []Need{
	{Words: []string{"aufgenommen", "teilweise aufgenommen"}, Key: "measures", Code: "outcome-without-measure"},
	{Words: []string{"zusammengeführt"}, Key: "merged_into", Code: "outcome-without-target"},
	{Words: []string{"wird geprüft", "bereits vorhanden"}, Key: "reason", Code: "outcome-unexplained"},
	{Words: []string{"wird geprüft"}, Key: "until", Code: "outcome-unexplained"},
	{Words: []string{"nicht in städtischer Zuständigkeit", "zurückgestellt", "nicht aufgenommen"}, Key: "reason", Code: "outcome-without-reason"},
	{Words: []string{"nicht in städtischer Zuständigkeit", "zurückgestellt", "nicht aufgenommen"}, Key: "measures", Excluded: true, Code: "outcome-contradiction"},
	{Words: []string{"aufgenommen", "teilweise aufgenommen", "wird geprüft", "bereits vorhanden", "nicht in städtischer Zuständigkeit", "zurückgestellt",
		"nicht aufgenommen"}, Key: "merged_into", Excluded: true, Code: "outcome-contradiction"},
}
