package font

import gotext "github.com/go-text/typesetting/font"

// readCFF2 takes a CFF2 table apart and checks that every glyph can be written (OpenType specification, CFF2). It has neither names
// nor widths; what its hints are read by varies and is left out.
func readCFF2(t table) (*cff, error) {
	start, size := t.u8(2), t.u16(3)
	top, ok := readDict(t.cut(start, size))
	if !ok || t.u8(0) != 2 {
		return nil, damaged("CFF2 top dictionary")
	}
	long := func(at int) index {
		x, _ := readIndexOf(t, t.u32(at), at+4)
		return x
	}
	c := &cff{varies: true, global: long(start + size), charstrings: long(top[opCharStrings].int(0))}
	if at := top[opStore].int(0); at > 0 {
		c.store = variationStore(t.from(at + 2))
	}
	list := long(top[opFDArray].int(0))
	if list.n == 0 || list.n > maxDicts {
		return nil, damaged("CFF2: %d font dictionaries", list.n)
	}
	for i := range list.n {
		d, _ := readDict(list.at(i))
		at := d[opPrivate].int(1)
		private, _ := readDict(t.cut(at, d[opPrivate].int(0)))
		f := fontDict{set: private[opDictSet].int(0)}
		if subrs := private[opSubrs].int(0); subrs > 0 {
			f.local = long(at + subrs)
		}
		c.dicts = append(c.dicts, f)
	}
	if at := top[opFDSelect].int(0); at > 0 {
		c.choice = readChoice(t.from(at), c.charstrings.n)
	}
	if err := c.checkChoice(); err != nil {
		return nil, err
	}
	return c, c.check()
}

// variationStore says how much the deltas of a variable font count at a place (OpenType specification, "Item Variation Store").
type variationStore table

// scalars are what the deltas of a set count, each between 0 and 1.
func (v variationStore) scalars(set int, at []gotext.VarCoord) (all []float64) {
	t := table(v)
	if set < 0 || set >= t.u16(6) {
		return nil
	}
	regions, data := t.from(t.u32(2)), t.from(t.u32(8+4*set))
	axes := regions.u16(0)
	for i := range min(data.u16(4), maxOperands) {
		region := regions.from(4 + 6*axes*data.u16(6+2*i))
		scalar := 1.0
		for a := range axes {
			place := 0
			if a < len(at) {
				place = int(at[a])
			}
			scalar *= tent(place, region.i16(6*a), region.i16(6*a+2), region.i16(6*a+4))
		}
		all = append(all, scalar)
	}
	return all
}

// tent rises from 0 at its start to 1 at its peak and falls to 0 at its end; an axis without a peak does not count, nor does one
// that is not as it should be (OpenType specification, "Calculation of scalars").
func tent(at, start, peak, end int) float64 {
	switch {
	case start > peak || peak > end || start < 0 && end > 0 || peak == 0 || at == peak:
		return 1
	case at <= start || at >= end:
		return 0
	case at < peak:
		return float64(at-start) / float64(peak-start)
	}
	return float64(end-at) / float64(end-peak)
}
