package source

import (
	"errors"

	"konzept/report/diag"
)

var errPanic = errors.New("the YAML library gave up")

// syntax reports why the library refused the file, and where.
func (f *file) syntax(err error, out *diag.List) {
	out.Add("syntax", diag.Span{File: f.name}, err.Error())
}

// secondDocument finds a document mark after content. The library would read only the first document.
func (f *file) secondDocument() (diag.Span, bool) { return diag.Span{}, false }
