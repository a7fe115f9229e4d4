package doc

// Language is the language of an inline text that is not the document's: that of its first run; empty: the document's.
func Language(list []Inline) string {
	for _, i := range list {
		if t, ok := i.(*Text); ok {
			return t.Lang
		}
	}
	return ""
}
