package template

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

// Component is a directive as it may be written. It is declared once, beside the function that expands it: check, reading,
// suggestions and the test of the manual all follow the declaration.
type Component struct {
	Name   string
	Leaf   bool // may be written with two colons
	Body   bool // may be written with three and hold content
	Rest   bool // the remaining line is inline text
	Within []string
	Args   any // a struct: its fields are the attributes and positional values, see attributesOf; nil: there are none

	Attrs []Attr // of args
	Words []Attr // positional values
}

// control are the directives that have nodes of their own.
var control = []string{"for", "if", "else", "part", "let"}

// declare derives the attributes from the struct.
func (s *Component) declare() {
	if s.Args == nil {
		return
	}
	for _, a := range attributesOf(reflect.TypeOf(s.Args), nil) {
		if a.word {
			s.Words = append(s.Words, a)
		} else {
			s.Attrs = append(s.Attrs, a)
		}
	}
}

func (s *Component) Attr(key string) *Attr {
	i := slices.IndexFunc(s.Attrs, func(a Attr) bool { return a.Key == key })
	if i < 0 {
		return nil
	}
	return &s.Attrs[i]
}

func (s *Component) keys() []string {
	var keys []string
	for _, a := range s.Attrs {
		keys = append(keys, a.Key)
	}
	return keys
}

// Attr is one field of a component's struct.
type Attr struct {
	Key      string
	Form     Form
	Words    []string // of asWord
	Field    []int    // its way within the struct
	word     bool     // a positional value
	Optional bool     // a pointer: nil where it is not given
	Sited    bool
}

// Form is what an attribute's value must be.
type Form uint8

const (
	AsText   Form = iota // inline text
	AsPlain              // characters only
	AsWord               // one of a list
	AsFlag               // bare
	AsLength             // 5mm
	AsEdges              // 1 to 4 lengths
	AsSides              // left right top bottom
	AsInt
	AsWidths     // 40mm 2fr auto
	AsInk        // name of a colour
	AsStyle      // name of a style
	AsTableStyle // name of a table style, written `look`
	AsAnchor
	AsMoment // a day, a month, a year
	AsNumber
	AsValue  // any value
	AsPhrase // text that the component sets itself
)

// Worded is a kind whose values templates call by words, by number; an empty word is the value that nobody names.
type Worded interface{ Words() []string }

// Sited is a value with the place where the template writes it, for findings of the component's own.
type Sited[T any] struct {
	V  T
	At diag.Span
}

func (s *Sited[T]) site(at diag.Span) reflect.Value {
	s.At = at
	return reflect.ValueOf(&s.V).Elem()
}

type withSite interface {
	site(at diag.Span) reflect.Value
}

// Site notes the place of a sited field and returns the field of its value.
func Site(to reflect.Value, at diag.Span) reflect.Value {
	return to.Addr().Interface().(withSite).site(at)
}

// AnchorName is the name of an anchor that the component sets.
type AnchorName string

// formsByType is how a field's type is written. Pointers tell "not given" from zero.
var formsByType = map[reflect.Type]Form{
	reflect.TypeFor[[]doc.Inline]():    AsText,
	reflect.TypeFor[string]():          AsPlain,
	reflect.TypeFor[bool]():            AsFlag,
	reflect.TypeFor[geom.Length]():     AsLength,
	reflect.TypeFor[geom.Edges]():      AsEdges,
	reflect.TypeFor[geom.Sides]():      AsSides,
	reflect.TypeFor[int]():             AsInt,
	reflect.TypeFor[[]doc.Column]():    AsWidths,
	reflect.TypeFor[*geom.Ink]():       AsInk,
	reflect.TypeFor[*doc.Style]():      AsStyle,
	reflect.TypeFor[*doc.TableStyle](): AsTableStyle,
	reflect.TypeFor[AnchorName]():      AsAnchor,
	reflect.TypeFor[model.Moment]():    AsMoment,
	reflect.TypeFor[number.Decimal]():  AsNumber,
	reflect.TypeFor[any]():             AsValue,
	reflect.TypeFor[Phrase]():          AsPhrase,
}

// attributesOf reads a struct: a field's name in small letters is the attribute's key, unless its tag `key` says another; the
// tag `word` makes it a positional value. Embedded structs are shared by several components.
func attributesOf(t reflect.Type, above []int) (list []Attr) {
	for f := range t.Fields() {
		way := append(slices.Clone(above), f.Index...)
		if f.Anonymous {
			list = append(list, attributesOf(f.Type, way)...)
			continue
		}
		a := Attr{Key: strings.ToLower(f.Name), Field: way}
		if key := f.Tag.Get("key"); key != "" {
			a.Key = key
		}
		_, a.word = f.Tag.Lookup("word")
		a.declare(f.Type)
		list = append(list, a)
	}
	return list
}

// declare finds out how a field of a type is written.
func (a *Attr) declare(t reflect.Type) {
	if form, ok := formsByType[t]; ok {
		a.Form = form
	} else if a.Sited = reflect.PointerTo(t).Implements(reflect.TypeFor[withSite]()); a.Sited {
		a.declare(t.Field(0).Type)
		a.Sited = true
	} else if a.Optional = t.Kind() == reflect.Pointer; a.Optional {
		a.declare(t.Elem())
		a.Optional = true
	} else if n, ok := reflect.Zero(t).Interface().(Worded); ok {
		a.Form, a.Words = AsWord, slices.DeleteFunc(slices.Clone(n.Words()), func(w string) bool { return w == "" })
	} else {
		panic(fmt.Sprintf("template: no template can write a %s", t))
	}
}
