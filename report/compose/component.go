package compose

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/model"
	"konzept/report/number"
)

// component is one directive. It is declared once, beside the function that expands it: check, reading, suggestions and the
// test of the manual all follow the declaration.
type component struct {
	name   string
	leaf   bool // may be written with two colons
	body   bool // may be written with three and hold content
	rest   bool // the remaining line is inline text
	within []string
	args   any // a struct: its fields are the attributes and positional values, see attributesOf; nil: there are none
	block  func(x *expander, c *context, d *directive)

	attrs []attrSpec // of args
	words []attrSpec // positional values
}

// control are the directives that have nodes of their own.
var control = []string{"for", "if", "else", "part", "let"}

// components lists all directives. It is built once a template set, not at start.
func components() []component {
	list := []component{
		chapterComponent, groupComponent, boxComponent, gridComponent, columnsComponent, marginComponent, styleComponent,
		pairsComponent, pairComponent, tableComponent, colComponent, rowComponent, labelRowComponent, headComponent, footComponent, cellComponent,
		listComponent, itemComponent, barsComponent, barComponent, linesComponent, pointComponent, donutComponent, sliceComponent,
		progressComponent, stepsComponent, ganttComponent, laneComponent, taskComponent, markComponent,
		treeComponent, rankComponent, nodeComponent, flowComponent, stageComponent, stopComponent, ribbonComponent,
		placesComponent, placeComponent, tagComponent, timelineComponent, eventComponent, contentsComponent, registerComponent, entryComponent,
		pictureComponent, stripComponent, logoComponent, spaceComponent, fillComponent, ruleComponent, pagebreakComponent,
		qrComponent, meterComponent, signComponent, textComponent,
	}
	for i := range list {
		list[i].declare()
	}
	return list
}

// declare derives the attributes from the struct.
func (s *component) declare() {
	if s.args == nil {
		return
	}
	for _, a := range attributesOf(reflect.TypeOf(s.args), nil) {
		if a.word {
			s.words = append(s.words, a)
		} else {
			s.attrs = append(s.attrs, a)
		}
	}
}

func (s *component) attr(key string) *attrSpec {
	i := slices.IndexFunc(s.attrs, func(a attrSpec) bool { return a.key == key })
	if i < 0 {
		return nil
	}
	return &s.attrs[i]
}

func (s *component) keys() []string {
	var keys []string
	for _, a := range s.attrs {
		keys = append(keys, a.key)
	}
	return keys
}

// attrSpec is one field of a component's struct.
type attrSpec struct {
	key      string
	form     form
	words    []string // of asWord
	field    []int    // its way within the struct
	word     bool     // a positional value
	optional bool     // a pointer: nil where it is not given
	sited    bool
}

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
	asWidths // 40mm 2fr auto
	asInk    // name of a colour
	asStyle  // name of a style
	asLook   // name of a table look
	asAnchor
	asMoment // a day, a month, a year
	asNumber
	asValue  // any value
	asPhrase // text that the component sets itself
)

// worded is a kind whose values templates call by words, by number; an empty word is the value that nobody names.
type worded interface{ Words() []string }

// sited is a value with the place where the template writes it, for findings of the component's own.
type sited[T any] struct {
	V  T
	At diag.Span
}

func (s *sited[T]) site(at diag.Span) reflect.Value {
	s.At = at
	return reflect.ValueOf(&s.V).Elem()
}

type withSite interface {
	site(at diag.Span) reflect.Value
}

// anchorName is the name of an anchor that the component sets.
type anchorName string

// formsByType is how a field's type is written. Pointers tell "not given" from zero.
var formsByType = map[reflect.Type]form{
	reflect.TypeFor[[]doc.Inline]():   asText,
	reflect.TypeFor[string]():         asPlain,
	reflect.TypeFor[bool]():           asFlag,
	reflect.TypeFor[geom.Length]():    asLength,
	reflect.TypeFor[geom.Edges]():     asEdges,
	reflect.TypeFor[geom.Sides]():     asSides,
	reflect.TypeFor[int]():            asInt,
	reflect.TypeFor[[]doc.Column]():   asWidths,
	reflect.TypeFor[*geom.Ink]():      asInk,
	reflect.TypeFor[*doc.Style]():     asStyle,
	reflect.TypeFor[*doc.TableLook](): asLook,
	reflect.TypeFor[anchorName]():     asAnchor,
	reflect.TypeFor[model.Moment]():   asMoment,
	reflect.TypeFor[number.Decimal](): asNumber,
	reflect.TypeFor[any]():            asValue,
	reflect.TypeFor[phrase]():         asPhrase,
}

// attributesOf reads a struct: a field's name in small letters is the attribute's key, unless its tag `key` says another; the
// tag `word` makes it a positional value. Embedded structs are shared by several components.
func attributesOf(t reflect.Type, above []int) (list []attrSpec) {
	for f := range t.Fields() {
		way := append(slices.Clone(above), f.Index...)
		if f.Anonymous {
			list = append(list, attributesOf(f.Type, way)...)
			continue
		}
		a := attrSpec{key: strings.ToLower(f.Name), field: way}
		if key := f.Tag.Get("key"); key != "" {
			a.key = key
		}
		_, a.word = f.Tag.Lookup("word")
		a.declare(f.Type)
		list = append(list, a)
	}
	return list
}

// declare finds out how a field of a type is written.
func (a *attrSpec) declare(t reflect.Type) {
	if form, ok := formsByType[t]; ok {
		a.form = form
	} else if a.sited = reflect.PointerTo(t).Implements(reflect.TypeFor[withSite]()); a.sited {
		a.declare(t.Field(0).Type)
		a.sited = true
	} else if a.optional = t.Kind() == reflect.Pointer; a.optional {
		a.declare(t.Elem())
		a.optional = true
	} else if n, ok := reflect.Zero(t).Interface().(worded); ok {
		a.form, a.words = asWord, slices.DeleteFunc(slices.Clone(n.Words()), func(w string) bool { return w == "" })
	} else {
		panic(fmt.Sprintf("compose: no template can write a %s", t))
	}
}
