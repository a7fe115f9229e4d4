package doc

import "konzept/report/geom"

// Places lists where something is, without a map: a row for each place with what is there.
type Places struct {
	Rows []Place
	Unit string // what is there, in the plural; empty: entries
}

// Place is one row.
type Place struct {
	Name, Note string
	Items      []Tag
}

// Tag is a short name in a frame.
type Tag struct {
	Label string
	Ink   geom.Ink
}

func (*Places) drawing() {}
