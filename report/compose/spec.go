package compose

import (
	"slices"
	"strings"
)

// form is what an attribute's value must be.
type form uint8

const (
	asText   form = iota // inline text
	asPlain              // characters only
	asWord               // one of a list
	asFlag               // bare
	asLength             // 5mm
	asEdges              // 1 to 4 lengths
	asSides              // left right top bottom
	asInt
	asInk   // name of a colour
	asStyle // name of a style
	asLook  // name of a table look
	asPage  // name of a page style
	asValue // any value
)

// spec is one row of the table of directives.
type spec struct {
	name   string
	leaf   bool // may be written with two colons
	body   bool // may be written with three and hold content
	words  int  // positional values, at most
	rest   bool // the remaining line is inline text
	within []string
	attrs  []attrSpec
	block  func(x *expander, c *context, d *directive) // nil: only known to the directives within which it may stand
}

type attrSpec struct {
	key   string
	form  form
	words []string
}

func (s *spec) attr(key string) *attrSpec {
	i := slices.IndexFunc(s.attrs, func(a attrSpec) bool { return a.key == key })
	if i < 0 {
		return nil
	}
	return &s.attrs[i]
}

func (s *spec) keys() []string {
	var keys []string
	for _, a := range s.attrs {
		keys = append(keys, a.key)
	}
	return keys
}

// attrs reads "length gap rowgap; text columns": forms with the keys that take them, and for words "word(a|b) key".
func attrs(table string) []attrSpec {
	forms := map[string]form{"text": asText, "plain": asPlain, "flag": asFlag, "length": asLength, "edges": asEdges, "sides": asSides,
		"int": asInt, "ink": asInk, "style": asStyle, "look": asLook, "page": asPage, "value": asValue}
	var out []attrSpec
	for _, row := range strings.Split(table, ";") {
		fields := strings.Fields(row)
		var words []string
		f, ok := forms[fields[0]]
		if !ok {
			f, words = asWord, strings.Split(fields[0], "|")
		}
		for _, key := range fields[1:] {
			out = append(out, attrSpec{key, f, words})
		}
	}
	return out
}

// control are the directives that have nodes of their own.
var control = []string{"for", "if", "else", "part", "let"}

// asFigure are the attributes of every figure.
const asFigure = "text title source; plain unit alt anchor values; flag number table; length width height"

// specs makes the table of directives. It is built once a template set, not at start.
func specs() []spec {
	const sides = "left|right|any|same start"
	const aligns = "left|right|centre|justify|decimal align"
	return []spec{
		{name: "chapter", body: true, attrs: attrs("page page; " + sides + "; roman|arabic numbering; plain tab; ink tab_ink accent"), block: chapter},
		{name: "group", body: true, attrs: attrs("Sect|Part|Art|Div|BlockQuote|Note role; plain anchor name lang; flag keep together"), block: group},
		{name: "box", body: true, attrs: attrs("ink fill ink; length frame bar before after height; edges pad; sides bleed; flag keep centred; Div|Sect|Note|BlockQuote|NonStruct role"), block: box},
		{name: "grid", body: true, attrs: attrs("plain columns; length gap rowgap before after; flag list"), block: grid},
		{name: "columns", body: true, attrs: attrs("int count; length gap"), block: columns},
		{name: "margin", body: true, attrs: attrs("style style"), block: margin},
		{name: "style", body: true, words: 1, block: style},
		{name: "pairs", body: true, attrs: attrs("look look; length label; ink fill; flag list"), block: pairs},
		{name: "pair", leaf: true, body: true, words: 1, rest: true, within: []string{"pairs"}},
		{name: "table", body: true, attrs: attrs("look look; text caption source; plain alt anchor; flag number; never|tall|any split"), block: table},
		{name: "col", leaf: true, words: 1, within: []string{"table"}, attrs: attrs("plain width; int share; " + aligns + "; flag header auto")},
		{name: "row", body: true, within: []string{"table"}, attrs: attrs("ink fill; flag keepnext; plain anchor")},
		{name: "labelrow", body: true, within: []string{"table"}, attrs: attrs("ink fill; plain anchor")},
		{name: "head", body: true, within: []string{"table"}, attrs: attrs("ink fill")},
		{name: "foot", body: true, within: []string{"table"}, attrs: attrs("ink fill")},
		{name: "cell", leaf: true, body: true, rest: true, within: []string{"row", "labelrow", "head", "foot", "grid"}, attrs: attrs("int cols rows; flag header; ink fill; " + aligns)},
		{name: "list", body: true, attrs: attrs("flag ordered plain; style style"), block: list},
		{name: "item", leaf: true, body: true, rest: true, within: []string{"list"}, attrs: attrs("plain label")},
		{name: "bars", body: true, attrs: attrs(asFigure + "; int decimals; flag horizontal stacked"), block: bars},
		{name: "bar", leaf: true, words: 1, within: []string{"bars"}, attrs: attrs("value value target; plain series; ink ink")},
		{name: "lines", body: true, attrs: attrs(asFigure + "; int decimals; value target"), block: lines},
		{name: "point", leaf: true, words: 1, within: []string{"lines"}, attrs: attrs("value value; plain series; ink ink")},
		{name: "donut", body: true, attrs: attrs(asFigure + "; int decimals"), block: donut},
		{name: "slice", leaf: true, words: 1, within: []string{"donut"}, attrs: attrs("value value; ink ink")},
		{name: "progress", body: true, attrs: attrs(asFigure), block: progress},
		{name: "steps", leaf: true, words: 1, within: []string{"progress"}, attrs: attrs("value done of; ink ink")},
		{name: "gantt", body: true, attrs: attrs(asFigure + "; value today first last"), block: gantt},
		{name: "lane", body: true, words: 1, within: []string{"gantt"}, attrs: attrs("ink ink")},
		{name: "task", leaf: true, body: true, words: 1, within: []string{"gantt", "lane"},
			attrs: attrs("value begin end; plain code state symbol; full|hatched|open|dashed|dark|thin bar")},
		{name: "mark", leaf: true, words: 1, within: []string{"task"}, attrs: attrs("value at done")},
		{name: "tree", body: true, attrs: attrs(asFigure), block: tree},
		{name: "rank", leaf: true, words: 1, within: []string{"tree"}},
		{name: "node", leaf: true, body: true, words: 1, within: []string{"tree", "node"}, attrs: attrs("plain code note id under; ink ink")},
		{name: "flow", body: true, attrs: attrs(asFigure), block: flow},
		{name: "stage", body: true, words: 1, within: []string{"flow"}},
		{name: "stop", leaf: true, words: 1, within: []string{"stage"}, attrs: attrs("plain note; ink ink")},
		{name: "ribbon", leaf: true, words: 2, within: []string{"flow"}, attrs: attrs("value value; int stage")},
		{name: "places", body: true, attrs: attrs(asFigure), block: placesOf},
		{name: "place", body: true, words: 1, within: []string{"places"}, attrs: attrs("plain note")},
		{name: "tag", leaf: true, words: 1, within: []string{"place"}, attrs: attrs("ink ink")},
		{name: "timeline", body: true, block: timeline},
		{name: "event", leaf: true, body: true, rest: true, within: []string{"timeline"}, attrs: attrs("text when; flag strong")},
		{name: "contents", leaf: true, attrs: attrs("figures|tables of; int depth"), block: contents},
		{name: "register", leaf: true, body: true, attrs: attrs("int columns; style style"), block: register},
		{name: "entry", leaf: true, words: 1, rest: true, within: []string{"register"}, attrs: attrs("value anchor")},
		{name: "picture", leaf: true, words: 1, attrs: attrs("length width height; sides bleed; flag cover fill bare; text caption; " + aligns), block: picturePlaced},
		{name: "strip", body: true, attrs: attrs("length height gap width before after"), block: strip},
		{name: "logo", leaf: true, words: 1, within: []string{"strip"}},
		{name: "space", leaf: true, words: 1, attrs: attrs("flag strong"), block: spaced},
		{name: "fill", leaf: true, block: filled},
		{name: "rule", leaf: true, attrs: attrs("length weight before after width; ink ink"), block: rule},
		{name: "pagebreak", leaf: true, attrs: attrs(sides), block: pagebreak},
		{name: "qr", leaf: true, words: 1, attrs: attrs("length size; plain alt; M|Q level"), block: qr},
		{name: "meter", leaf: true, attrs: attrs("value percent; length width height; ink ink ground; plain alt"), block: meter},
		{name: "sign", leaf: true, words: 1, attrs: attrs("length size; plain alt; ink ink; flag decorative"), block: signLarge},
		{name: "text", leaf: true, words: 1, attrs: attrs("style style"), block: dataText},
	}
}
