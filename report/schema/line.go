package schema

import "slices"

// lines are the texts that stand in one line of a page or in a list: names, titles, addresses.
var lines = []string{"title", "subtitle", "short", "name", "claim", "edition", "term", "long", "function", "office", "role", "group", "source",
	"speaker", "one", "many", "street", "access", "programme", "perspective", "cluster", "salutation", "signatory", "facilitator", "audience",
	"cost", "credit", "alt", "sample_label", "address", "body"}

// OneLine tells whether a text is one line or an entry of a list, in which neither subheadings nor tables can stand.
func (f *Field) OneLine() bool {
	return f.Type == Texts || f.Type == Labels || slices.Contains(lines, f.Key)
}
