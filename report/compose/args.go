package compose

import (
	"fmt"
	"reflect"

	"konzept/report/calendar"
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/eval"
	"konzept/report/geom"
	"konzept/report/model"
	"konzept/report/number"
	"konzept/report/template"
)

// argsOf computes a directive's attributes and positional values. What is not given, or does not fit, keeps what it is in
// defaults; what does not fit is a finding.
func argsOf[A any](x *expander, c *context, d *template.Directive, defaults A) A {
	if t := reflect.TypeFor[A](); reflect.TypeOf(d.Spec.Args) != t {
		panic(fmt.Sprintf("compose: %s is read as %s, but declares %T", d.Spec.Name, t, d.Spec.Args))
	}
	a := defaults
	v, r := reflect.ValueOf(&a).Elem(), argReader{x, c.frame}
	for i := range d.Attrs {
		at := &d.Attrs[i]
		if sp := d.Spec.Attr(at.Key); sp.Form == template.AsFlag {
			v.FieldByIndex(sp.Field).SetBool(true)
		} else {
			r.give(sp, &at.Value, v.FieldByIndex(sp.Field))
		}
	}
	for i := range d.Words {
		sp := &d.Spec.Words[i]
		r.give(sp, &d.Words[i], v.FieldByIndex(sp.Field))
	}
	return a
}

// argReader computes the values that a template gives to a directive.
type argReader struct {
	*expander
	frame *eval.Frame
}

// give computes one value and puts it into its field, if it fits.
func (r argReader) give(sp *template.Attr, from *template.Value, to reflect.Value) {
	switch {
	case sp.Sited:
		to = template.Site(to, from.At)
	case sp.Optional:
		given := reflect.New(to.Type().Elem())
		if r.take(sp, from, given.Elem()) {
			to.Set(given)
		}
		return
	}
	r.take(sp, from, to)
}

// take computes one value, puts it where it belongs, and tells whether it fits.
func (r argReader) take(sp *template.Attr, from *template.Value, to reflect.Value) bool {
	switch sp.Form {
	case template.AsText:
		to.Set(reflect.ValueOf(r.inlines(r.frame, &from.Phrase)))
	case template.AsPlain:
		to.SetString(r.plain(r.frame, &from.Phrase))
	case template.AsPhrase:
		to.Set(reflect.ValueOf(from.Phrase))
	case template.AsAnchor:
		to.SetString(r.newAnchor(r.plain(r.frame, &from.Phrase), from.At))
	case template.AsValue:
		if v := r.value(r.frame, from); v != nil {
			to.Set(reflect.ValueOf(v))
		}
	case template.AsNumber:
		n, ok := r.number(sp.Key, from)
		if ok {
			to.Set(reflect.ValueOf(n))
		}
		return ok
	case template.AsMoment:
		m, ok := r.moment(sp.Key, from)
		if ok {
			to.Set(reflect.ValueOf(m))
		}
		return ok
	default:
		s := r.plain(r.frame, &from.Phrase)
		return s != "" && r.named(sp, s, from.At, to)
	}
	return true
}

// named puts what characters mean into a field, if they fit.
func (r argReader) named(sp *template.Attr, s string, at diag.Span, to reflect.Value) bool {
	if problem := template.Misfit(sp, s); problem != "" {
		r.Fail("bad-value", at, diag.Span{}, sp.Key, s, problem)
		return false
	}
	switch sp.Form {
	case template.AsInk:
		ink, ok := r.ink(s, at)
		if ok {
			to.Set(reflect.ValueOf(&ink))
		}
		return ok
	case template.AsStyle:
		to.Set(reflect.ValueOf(r.style(s, at)))
	case template.AsTableStyle:
		to.Set(reflect.ValueOf(r.tableStyle(s, at)))
	default:
		sp.Put(s, to)
	}
	return true
}

// ink is a colour of the design; an unknown one is a finding.
func (x argReader) ink(name string, at diag.Span) (geom.Ink, bool) {
	ink, ok := x.design.Ink(name)
	if !ok {
		x.Fail("unknown-ink", at, diag.Span{}, name, diag.Suggest(name, x.design.Palette.Names()))
	}
	return ink, ok
}

// inkOr is a colour if one is given.
func inkOr(ink *geom.Ink, otherwise geom.Ink) geom.Ink {
	if ink != nil {
		return *ink
	}
	return otherwise
}

// tableStyle is a table style of the design, which templates name by `look`; an unknown one is a finding.
func (x argReader) tableStyle(name string, at diag.Span) *doc.TableStyle {
	if l := x.design.TableStyles[name]; l != nil {
		return l
	}
	x.Fail("unknown-look", at, diag.Span{}, name, x.design.Nearest("look", name))
	return x.design.PlainTable(x.text)
}

// tableStyleOr is a table style if one is given, else the plain one.
func (x *expander) tableStyleOr(l *doc.TableStyle) *doc.TableStyle {
	if l != nil {
		return l
	}
	return x.design.PlainTable(x.text)
}

// number is a value's number; ok is false if it is none.
func (r argReader) number(key string, from *template.Value) (number.Decimal, bool) {
	v := r.value(r.frame, from)
	if s, ok := v.(string); ok && s != "" {
		n, ok := number.Parse(s)
		if !ok {
			r.Fail("bad-value", from.At, diag.Span{}, key, s, diag.Both("eine Zahl", "a number"))
		}
		return n, ok
	}
	n := eval.Decimal(v)
	return n, n.Known()
}

// moment is a value's day, month or year.
func (r argReader) moment(key string, from *template.Value) (model.Moment, bool) {
	wrong := func(found, expected string) { r.Fail("bad-value", from.At, diag.Span{}, key, found, expected) }
	switch v := r.value(r.frame, from).(type) {
	case nil:
	case model.Moment:
		return v, !v.IsZero() && !v.Timeless() // what has no time has no end on an axis
	case model.Date:
		return model.Moment{Date: v, Precision: calendar.ByDay}, !v.IsZero()
	case int64:
		if v > 0 && v < 10000 {
			return model.Moment{Date: model.Date{Year: int(v)}}, true
		}
		wrong(count(int(v)), diag.Both("ein Jahr", "a year"))
	default:
		wrong(r.plain(r.frame, &from.Phrase), diag.Both("ein Datum", "a date"))
	}
	return model.Moment{}, false
}
