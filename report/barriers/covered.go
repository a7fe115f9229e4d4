package barriers

import (
	"strconv"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/galley"
	"konzept/report/geom"
	"konzept/report/page"
)

// Layer is one area of a poster with what was put on the sheet for it; later areas lie over earlier ones.
type Layer struct {
	Area    *doc.Area
	Items   []page.Item
	Back    bool // a picture that fills its area: others may lie on it
	Spilled bool // it does not fit: what stands outside has a finding of its own
}

// shareCovered, in percent of a line, a code or a logo, is what may lie under something else: italics and accents of
// neighbouring lines touch by less.
const shareCovered = 10

// Covered adds a finding for every pair of areas of which the later one hides some of what is read in the earlier one.
func Covered(poster string, layers []Layer, out *diag.List) {
	for i := range layers {
		low := &layers[i]
		for k := i + 1; k < len(layers); k++ {
			high := &layers[k]
			if low.Back || low.Spilled || high.Spilled {
				continue
			}
			if share := low.under(high); share > 0 {
				out.Add("poster-covered", high.Area.At, poster, low.Area.Name, high.Area.Name, strconv.Itoa(share))
			}
		}
	}
}

// under is the share, in percent, of what is read in an area that lies under another; 0 if every single thing is legible.
func (l *Layer) under(high *Layer) int {
	var covers []geom.Box
	for _, it := range high.Items {
		if _, empty := it.(*page.Anchor); !empty {
			covers = append(covers, galley.Inked(it))
		}
	}
	var all, gone float64
	hidden := false
	for _, it := range l.Items {
		if it.Element() == nil {
			continue // grounds and rules
		}
		box := galley.Inked(it)
		whole := float64(box.W) * float64(box.H)
		free := uncovered(box, covers)
		all, gone = all+whole, gone+whole-free
		hidden = hidden || (whole-free)*100 > whole*shareCovered
	}
	if !hidden {
		return 0
	}
	return max(int(gone*100/all), 1)
}

// uncovered is how much of a box no cover lies over: what each cover leaves is cut into at most four boxes.
func uncovered(box geom.Box, covers []geom.Box) float64 {
	if box.W <= 0 || box.H <= 0 {
		return 0
	}
	for i, c := range covers {
		left, right := max(box.X, c.X), min(box.Right(), c.Right())
		top, bottom := max(box.Y, c.Y), min(box.Bottom(), c.Bottom())
		if left >= right || top >= bottom {
			continue
		}
		rest := covers[i+1:]
		return uncovered(geom.Box{X: box.X, Y: box.Y, W: box.W, H: top - box.Y}, rest) +
			uncovered(geom.Box{X: box.X, Y: bottom, W: box.W, H: box.Bottom() - bottom}, rest) +
			uncovered(geom.Box{X: box.X, Y: top, W: left - box.X, H: bottom - top}, rest) +
			uncovered(geom.Box{X: right, Y: top, W: box.Right() - right, H: bottom - top}, rest)
	}
	return float64(box.W) * float64(box.H)
}
