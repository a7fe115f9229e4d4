package figure

import "konzept/report/wording"

// Heard is the alternative text. Data that are too many to be heard stand elsewhere in words: where tells so, and if it is
// empty the text is not the whole.
func (r *Result) Heard(where string) (alt string, whole bool) {
	switch {
	case r.Values == "":
		return r.Alt, true
	case wording.Letters(r.Alt)+1+wording.Letters(r.Values) <= wording.MostHeard:
		return r.Alt + " " + r.Values, true
	case where != "":
		return r.Alt + " " + where, true
	}
	return r.Alt, false
}

// Narrow tells whether the data as a table find room on a page.
func (r *Result) Narrow() bool { return wording.Narrow(r.Rows) }
