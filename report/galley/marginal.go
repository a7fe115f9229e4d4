package galley

import (
	"konzept/report/diag"
	"konzept/report/geom"
)

// Marginal is a marginal note that waits for the page of the block that it stands beside.
type Marginal struct {
	Content Box
	Y       geom.Length // where it wishes to begin: its first line stands on the block's
	At      diag.Span
}

// called takes the footnotes out of marginal notes: they stand at the foot of the page as all others.
func called(list []Marginal) (notes []*Note) {
	for i := range list {
		if m := list[i].Content.Extras; m != nil {
			notes, m.Notes = append(notes, m.Notes...), nil
		}
	}
	return notes
}
