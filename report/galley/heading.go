package galley

import (
	"konzept/report/doc"
	"konzept/report/page"
)

// Heading is what navigation knows of a doc.Heading.
type Heading struct {
	Block   *doc.Heading
	Index   int // in the document's order
	Level   int
	Title   string // with its number
	Running string
	Elem    *page.Elem
}
