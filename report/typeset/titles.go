package typeset

import (
	"slices"
	"strings"

	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/text"
)

// Titles are broken by sense and in balance: no line of theirs ends with a word that belongs to the next one, such as an
// article, a preposition or a conjunction, and none is much shorter than the others, if the words allow it. The number of
// lines stays, unless one more spares such an end.

// leaning are words that lean on the next one, in German and in English.
var leaning = wordSet(`der die das den dem des ein eine einer einem einen eines kein keine am an auf aus außer bei beim bis durch für gegen
	hinter im in ins mit nach neben oder ob ohne per seit sowie statt trotz über um und unter vom von vor während wegen wie zu zum zur
	zwischen als je pro a an the and or of at by for from into on over to with within without between through under as`)

// Leans tells whether a word belongs to the next one.
func Leans(word string) bool { return leaning[strings.ToLower(word)] }

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// Limits of what is a title: type from this size on, and so many lines.
const (
	boldTitle  = 12 * geom.Pt
	lightTitle = 16 * geom.Pt
	titleLines = 8
)

// titular tells whether a style sets titles: ragged, without hyphens, large or bold.
func titular(s *doc.Style) bool {
	return !s.Hyphenate && (s.Align == doc.Left || s.Align == doc.Centre) && s.First == 0 &&
		(s.Size >= lightTitle || s.Size >= boldTitle && WeightOf(s) >= 600)
}

// linesOf breaks spans into lines of a style.
func (st *Setter) linesOf(in *Inlines, s *doc.Style, width geom.Length) []text.Line {
	how := st.Styles.Breaking(s, width)
	lines := text.Break(in.Spans, how)
	if titular(s) && len(st.Doc.Posters) == 0 && torn(lines) { // rather a hyphen than a word that ends anywhere
		how.Hyphenate = true
		lines = text.Break(in.Spans, how)
	}
	if len(lines) < 2 || len(lines) > titleLines || !titular(s) {
		return lines
	}
	best, cost := lines, unbalance(lines, width)
	for _, spans := range [...][]text.Span{in.Spans, glued(in.Spans)} {
		for percent := geom.Length(100); percent >= 52; percent -= 3 {
			how.Width = max(width*percent/100, geom.Pt)
			narrow := text.Break(spans, how)
			if len(narrow) > len(lines)+1 || faulty(narrow) && !faulty(lines) {
				break
			}
			c := unbalance(narrow, width)
			if len(narrow) > len(lines) {
				c += anotherLine
			}
			if c < cost {
				best, cost = narrow, c
				if s.Align == doc.Centre {
					best = moved(narrow, (width-how.Width)/2)
				}
			}
		}
	}
	return best
}

// glued is spans in which the space after a word that leans on the next one does not break.
func glued(spans []text.Span) []text.Span {
	list := slices.Clone(spans)
	for i := range list {
		words := strings.Split(list[i].Text, " ")
		for k := range words[:len(words)-1] {
			if Leans(words[k]) {
				words[k] += "\u00a0"
			} else {
				words[k] += " "
			}
		}
		list[i].Text = strings.Join(words, "")
	}
	return list
}

// Costs of a way to break a title: of a line that ends with a leaning word, and of a line more.
const (
	leaningEnd  = 2000
	anotherLine = 1200
)

// unbalance is what a way to break a title costs: leaning ends, and in thousandths of the measure how far lines differ.
func unbalance(lines []text.Line, width geom.Length) (cost int) {
	short, long := width, geom.Length(0)
	for i := range lines {
		short, long = min(short, lines[i].Width), max(long, lines[i].Width)
		if i < len(lines)-1 && Leans(lastWord(&lines[i])) {
			cost += leaningEnd
		}
	}
	return cost + int((long-short)*1000/max(width, 1))
}

// lastWord is the word that ends a line.
func lastWord(l *text.Line) string {
	var s strings.Builder
	for i := range l.Pieces {
		s.WriteString(l.Pieces[i].Run.Text)
	}
	words := strings.FieldsFunc(s.String(), func(r rune) bool { return r == ' ' || r == '\u00a0' || r == '\u202f' })
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// faulty tells whether a line is too wide or ends within a word.
func faulty(lines []text.Line) bool {
	for i := range lines {
		if lines[i].Torn || lines[i].Hyphen || lines[i].Overfull > 0 {
			return true
		}
	}
	return false
}

// torn tells whether a word is wider than the measure.
func torn(lines []text.Line) bool {
	return slices.ContainsFunc(lines, func(l text.Line) bool { return l.Torn || l.Overfull > 0 })
}

// moved shifts lines that were centred in a narrower measure.
func moved(lines []text.Line, by geom.Length) []text.Line {
	for i := range lines {
		for k := range lines[i].Pieces {
			lines[i].Pieces[k].X += by
		}
	}
	return lines
}
