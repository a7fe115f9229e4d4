package typeset

import (
	"strconv"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/text"
)

// ItemLabel is an item's own label, its number, or the bullet of the list's depth.
func ItemLabel(v *doc.List, i, depth int) string {
	switch {
	case v.Items[i].Label != "":
		return v.Items[i].Label
	case v.Ordered:
		return strconv.Itoa(i+1) + "."
	case depth%2 == 1:
		return "•"
	}
	return "–"
}

// ListIndent is how far items hang: the widest label and a gap, at least 1.2 em.
func (st *Styles) ListIndent(v *doc.List) geom.Length {
	s := st.Styled(v.Style)
	font := st.Font(st.Labelled(s), &doc.CharStyle{}, "")
	indent := s.Size.Mul(12, 10)
	for i := range v.Items {
		if v.Ordered || v.Items[i].Label != "" {
			indent = max(indent, text.Width(ItemLabel(v, i, 0)+" ", font)+s.Size/4)
		}
	}
	return indent
}
