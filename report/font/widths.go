package font

// Widths reads a CFF program that a document embeds: how wide the glyph with a CID is, in thousandths of an em; false: there
// is none. nil: the program is damaged, or is not one that Embed has written.
func Widths(program []byte) func(cid int) (float64, bool) {
	c, err := readCFF(program)
	if err != nil || c.names == nil {
		return nil
	}
	scale := 1.0
	if c.matrix != nil {
		visitDict(append(c.matrix[:len(c.matrix):len(c.matrix)], 0), func(_ int, e dictEntry) { scale = 1000 * e.operands[0] })
	}
	widths := map[int]float64{}
	for g := 1; g < c.charstrings.n; g++ {
		w, n := readInteger(c.charstrings.at(g))
		if n == 0 {
			return nil
		}
		if cid := c.names.u16(2*g - 1); cid > 0 { // charset of format 0
			widths[cid] = float64(w) * scale
		}
	}
	return func(cid int) (float64, bool) {
		w, ok := widths[cid]
		return w, ok
	}
}
