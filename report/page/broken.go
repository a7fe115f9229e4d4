package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// softHyphen is the text of a hyphen that a line break made.
const softHyphen = "\u00ad"

// joinBroken marks words that are broken at the ends of lines: their halves and hyphens become items of their own that
// stand for the whole word (ISO 32000-1, 14.9.4). So readers find the word and read it once.
func (p *Page) joinBroken() {
	if !slices.ContainsFunc(p.Items, func(it Item) bool { return hyphen(it) || backward(it) }) {
		return
	}
	items := make([]Item, 0, len(p.Items)+16)
	for rest := slices.Clone(p.Items); len(rest) > 0; {
		n, parts, behind := broken(rest)
		if n == 0 {
			items, rest = append(items, rest[0]), rest[1:]
			continue
		}
		items = append(items, parts...)
		if behind != nil { // in which the next word may be broken
			n--
			rest[n] = behind
		}
		rest = rest[n:]
	}
	p.Items = items
}

// hyphen tells whether an item is a hyphen that a line break made.
func hyphen(it Item) bool {
	t, ok := it.(*Text)
	return ok && t.Elem != nil && t.Run.Text == softHyphen
}

// broken looks for a run that ends in the first half of a word, its hyphen, and the run in which the word ends, all of one
// element. It returns how many items these are, what takes their place, and what of the last run is behind the word.
func broken(list []Item) (n int, parts []Item, rest Item) {
	halves := halves(list)
	if halves == nil {
		n, parts = wordAlone(list[0])
		return n, parts, nil
	}
	last := len(halves) - 1
	before, head, ok1 := parted(halves[0], wordStart(halves[0].Run.Text))
	tail, behind, ok2 := parted(halves[last], wordEnd(halves[last].Run.Text))
	if !ok1 || !ok2 || len(head.Run.Glyphs) == 0 || len(tail.Run.Glyphs) == 0 {
		return 0, nil, nil
	}
	word := head.Run.Text
	for _, t := range halves[1:last] {
		word += strings.TrimPrefix(t.Run.Text, softHyphen)
	}
	word += tail.Run.Text
	within := append([]*Text{head}, halves[1:last]...)
	if len(before.Run.Glyphs) > 0 {
		parts = append(parts, before)
	}
	for _, t := range append(within, tail) {
		c := *t
		c.Word = &word
		parts = append(parts, &c)
	}
	if len(behind.Run.Glyphs) > 0 {
		rest = behind
	}
	return len(halves), parts, rest
}

// backward tells whether an item is a word that runs from right to left.
func backward(it Item) bool {
	t, ok := it.(*Text)
	return ok && t.Elem != nil && t.Run.Backward
}

// wordAlone finds an item that stands for a word all by itself: a hyphen whose word goes on on another page, which is a soft one;
// a word from right to left, whose letters stand on the page in the order of the eye and in the word in that of the voice.
func wordAlone(it Item) (n int, parts []Item) {
	if backward(it) {
		c := *it.(*Text)
		whole := c.Run.Text
		c.Word = &whole
		return 1, []Item{&c}
	}
	if !hyphen(it) {
		return 0, nil
	}
	c, soft := *it.(*Text), softHyphen
	c.Word = &soft
	return 1, []Item{&c}
}

// halves are the runs and hyphens of a word that is broken once or more at the beginning of a list, or nil.
func halves(list []Item) []*Text {
	var all []*Text
	for i := 0; i+2 < len(list); i += 2 {
		if !hyphen(list[i+1]) {
			break
		}
		between := list[i+1].(*Text)
		first, ok1 := list[i].(*Text)
		next, ok2 := list[i+2].(*Text)
		if !ok1 || !ok2 || first.Elem != between.Elem || first.Elem != next.Elem || !level(first) || !level(between) || !level(next) {
			break
		}
		if i == 0 {
			all = append(all, first)
		}
		all = append(all, between, next)
		if strings.ContainsFunc(next.Run.Text, unicode.IsSpace) {
			break
		}
	}
	return all
}

// level tells whether a run is painted, and along the line.
func level(t *Text) bool {
	return t.Turn == 0 && t.Run.Face != nil && len(t.Run.Glyphs) > 0 && t.Run.Size > 0
}

func wordStart(s string) int {
	i := strings.LastIndexFunc(s, unicode.IsSpace)
	if i < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return i + size
}

func wordEnd(s string) int {
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return i
	}
	return len(s)
}

// parted cuts a run before a byte of its text; false if a ligature lies across.
func parted(t *Text, at int) (left, right *Text, ok bool) {
	l, r := *t, *t
	l.Run.Text, r.Run.Text = t.Run.Text[:at], t.Run.Text[at:]
	off, i := 0, 0
	for i < len(t.Run.Glyphs) && off < at {
		off += int(t.Run.Glyphs[i].Len)
		i++
	}
	l.Run.Glyphs, r.Run.Glyphs = t.Run.Glyphs[:i:i], t.Run.Glyphs[i:]
	if i > 0 {
		r.X += l.Run.Width()
	}
	return &l, &r, off == at
}

// word is what an item stands for together with its neighbours, or nil.
func word(it Item) *string {
	if t, ok := it.(*Text); ok {
		return t.Word
	}
	return nil
}
