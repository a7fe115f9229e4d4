package model

import "konzept/report/diag"

// prose looks at a text's characters. place tells where a part of it stands.
func (c *checker) prose(r *Record, f *Field, lang, text string, place func(from, to int) diag.Span) {}
