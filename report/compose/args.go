package compose

import (
	"fmt"
	"reflect"
	"slices"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/eval"
	"konzept/report/geom"
	"konzept/report/model"
	"konzept/report/number"
)

// argsOf computes a directive's attributes and positional values. What is not given, or does not fit, keeps what it is in
// defaults; what does not fit is a finding.
func argsOf[A any](x *expander, c *context, d *directive, defaults A) A {
	if t := reflect.TypeFor[A](); reflect.TypeOf(d.spec.args) != t {
		panic(fmt.Sprintf("compose: %s is read as %s, but declares %T", d.spec.name, t, d.spec.args))
	}
	a := defaults
	v := reflect.ValueOf(&a).Elem()
	for i := range d.attrs {
		at := &d.attrs[i]
		if sp := d.spec.attr(at.key); sp.form == asFlag {
			v.FieldByIndex(sp.field).SetBool(true)
		} else {
			x.give(c.frame, sp, &at.value, v.FieldByIndex(sp.field))
		}
	}
	for i := range d.words {
		sp := &d.spec.words[i]
		x.give(c.frame, sp, &d.words[i], v.FieldByIndex(sp.field))
	}
	return a
}

// give computes one value and puts it into its field, if it fits.
func (x *expander) give(f *eval.Frame, sp *attrSpec, from *value, to reflect.Value) {
	switch {
	case sp.sited:
		to = to.Addr().Interface().(withSite).site(from.at)
	case sp.optional:
		given := reflect.New(to.Type().Elem())
		if x.take(f, sp, from, given.Elem()) {
			to.Set(given)
		}
		return
	}
	x.take(f, sp, from, to)
}

// take computes one value, puts it where it belongs, and tells whether it fits.
func (x *expander) take(f *eval.Frame, sp *attrSpec, from *value, to reflect.Value) bool {
	switch sp.form {
	case asText:
		to.Set(reflect.ValueOf(x.inlines(f, &from.phrase)))
	case asPlain:
		to.SetString(x.plain(f, &from.phrase))
	case asPhrase:
		to.Set(reflect.ValueOf(from.phrase))
	case asAnchor:
		to.SetString(x.mark(x.plain(f, &from.phrase), from.at))
	case asValue:
		if v := x.value(f, from); v != nil {
			to.Set(reflect.ValueOf(v))
		}
	case asNumber:
		n, ok := x.number(f, sp.key, from)
		if ok {
			to.Set(reflect.ValueOf(n))
		}
		return ok
	case asMoment:
		m, ok := x.moment(f, sp.key, from)
		if ok {
			to.Set(reflect.ValueOf(m))
		}
		return ok
	default:
		s := x.plain(f, &from.phrase)
		return s != "" && x.named(sp, s, from.at, to)
	}
	return true
}

// named puts what characters mean into a field, if they fit.
func (x *expander) named(sp *attrSpec, s string, at diag.Span, to reflect.Value) bool {
	if problem := misfit(sp, s); problem != "" {
		x.Fail("bad-value", at, diag.Span{}, sp.key, s, problem)
		return false
	}
	switch sp.form {
	case asLength:
		l, _ := geom.Parse(s)
		to.SetInt(int64(l))
	case asEdges:
		e, _ := parseEdges(s)
		to.Set(reflect.ValueOf(e))
	case asSides:
		sides, _ := geom.ParseSides(s)
		to.Set(reflect.ValueOf(sides))
	case asInt:
		n, _ := parseInt(s)
		to.SetInt(int64(n))
	case asWidths:
		cols, _ := parseColumns(s)
		to.Set(reflect.ValueOf(cols))
	case asWord:
		if to.Kind() == reflect.String {
			to.SetString(s)
		} else {
			to.SetUint(uint64(slices.Index(to.Interface().(worded).Words(), s)))
		}
	case asInk:
		ink, ok := x.ink(s, at)
		if ok {
			to.Set(reflect.ValueOf(&ink))
		}
		return ok
	case asStyle:
		to.Set(reflect.ValueOf(x.style(s, at)))
	case asLook:
		to.Set(reflect.ValueOf(x.look(s, at)))
	}
	return true
}

// ink is a colour of the design.
func (x *expander) ink(name string, at diag.Span) (geom.Ink, bool) {
	ink, ok := x.design.Palette.Find(name)
	if !ok {
		x.Fail("unknown-ink", at, diag.Span{}, name, diag.Suggest(name, inkNames(x.design.Palette)))
	}
	if x.design.turn != nil {
		x.design.turn(&ink)
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

// look is a table look of the design.
func (x *expander) look(name string, at diag.Span) *doc.TableLook {
	if l := x.design.Looks[name]; l != nil {
		return l
	}
	x.Fail("unknown-look", at, diag.Span{}, name, diag.Suggest(name, x.design.names["look"]))
	return x.plainLook()
}

// lookOr is a look if one is given, else the plain one.
func (x *expander) lookOr(l *doc.TableLook) *doc.TableLook {
	if l != nil {
		return l
	}
	return x.plainLook()
}

// plainLook is the look of tables that name none.
func (x *expander) plainLook() *doc.TableLook {
	if l := x.design.Looks["plain"]; l != nil {
		return l
	}
	cell := x.design.Styles["cell"]
	if cell == nil {
		cell = x.text
	}
	return &doc.TableLook{Style: cell, HeadStyle: cell, FootStyle: cell}
}

// number is a value's number; ok is false if it is none.
func (x *expander) number(f *eval.Frame, key string, from *value) (number.Decimal, bool) {
	v := x.value(f, from)
	if s, ok := v.(string); ok && s != "" {
		n, ok := number.Parse(s)
		if !ok {
			x.Fail("bad-value", from.at, diag.Span{}, key, s, diag.Both("eine Zahl", "a number"))
		}
		return n, ok
	}
	n := eval.Decimal(v)
	return n, n.Known()
}

// moment is a value's day, month or year.
func (x *expander) moment(f *eval.Frame, key string, from *value) (model.Moment, bool) {
	wrong := func(found, expected string) { x.Fail("bad-value", from.at, diag.Span{}, key, found, expected) }
	switch v := x.value(f, from).(type) {
	case nil:
	case model.Moment:
		return v, !v.IsZero()
	case model.Date:
		return model.Moment{Date: v, Precision: model.ByDay}, !v.IsZero()
	case int64:
		if v > 0 && v < 10000 {
			return model.Moment{Date: model.Date{Year: int(v)}}, true
		}
		wrong(count(int(v)), diag.Both("ein Jahr", "a year"))
	default:
		wrong(x.plain(f, &from.phrase), diag.Both("ein Datum", "a date"))
	}
	return model.Moment{}, false
}
