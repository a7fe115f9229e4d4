package eval

import (
	"slices"
	"strconv"

	"konzept/report/format"
	"konzept/report/model"
	"konzept/report/number"
	"konzept/report/schema"
)

// own lists the fields that a project declared for a kind and wants shown at a place, as the records of project.own_fields; those
// that no record has a value of are left out, as readers may not see them or nobody filled them in.
func own(c call) any {
	kind, place := c.str(0), c.str(1)
	list, _ := model.As[[]*model.Record](c.Report.Single("project"), "own_fields")
	out := []*model.Record{}
	for _, r := range list {
		f := c.ownField(r)
		if f == nil || model.OwnerOf(r) != kind || !slices.Contains(f.Own.Shown, place) {
			continue
		}
		filled := func(rec *model.Record) bool { _, ok := rec.Value(f.Key); return ok }
		if c.Step(1) || slices.ContainsFunc(c.Report.Records(kind), filled) {
			out = append(out, r)
		}
	}
	return out
}

// ownField is the field that a record of project.own_fields declares; nil if it is none.
func (e *Env) ownField(declared *model.Record) *schema.Field {
	if declared == nil {
		return nil
	}
	for i := range e.schema.kinds {
		k := &e.schema.kinds[i]
		if k.Key != model.OwnerOf(declared) {
			continue
		}
		for j := range k.Fields {
			if f := &k.Fields[j]; f.Own != nil && f.Key == model.WordOf(declared, "key") {
				return f
			}
		}
	}
	return nil
}

// ownArgs are a record, or a list, and the own field that is asked for.
func (c call) ownArgs() *schema.Field {
	r, _ := c.arg(1).(*model.Record)
	return c.ownField(r)
}

// ownValue is a record's value of an own field.
func ownValue(c call) any {
	r, _ := c.arg(0).(*model.Record)
	if f := c.ownArgs(); f != nil {
		v, _ := r.Value(f.Key)
		return v.V
	}
	return nil
}

// ownText is a value of an own field as it is printed: numbers with their decimals and unit.
func ownText(c call) any {
	f, v := c.ownArgs(), c.arg(0)
	if r, ok := v.(*model.Record); ok && f != nil {
		val, _ := r.Value(f.Key)
		v = val.V
	}
	if v == nil || f == nil {
		return nil
	}
	switch v := v.(type) {
	case int64, number.Decimal:
		s := c.Format.Number(Decimal(v), f.Own.Decimals)
		if f.Own.Unit != "" {
			s += format.NoBreak + f.Own.Unit
		}
		return s
	}
	return nilIfEmpty(c.Rich(v, c.at))
}

// ownSum is what an own field comes to over a list of records, in the way that the field is counted; nil if no record has a value.
func ownSum(c call) any {
	f := c.ownArgs()
	if f == nil {
		return nil
	}
	var sum any
	n := int64(0)
	for _, v := range c.list(0).all() {
		r, _ := v.(*model.Record)
		val, ok := r.Value(f.Key)
		if !ok || c.Step(1) {
			continue
		}
		if n++; isNumber(val.V) {
			if sum == nil {
				sum = val.V
			} else {
				sum = arithmetic("+", sum, val.V)
			}
		}
	}
	switch {
	case n == 0 || f.Own.Sum == "" || f.Own.Sum == "none":
		return nil
	case f.Own.Sum == "count":
		return n
	case f.Own.Sum == "average" && sum != nil:
		return arithmetic("/", sum, n)
	}
	return sum
}

// ownFormat is the word for the format of an own field's cells in a workbook.
func ownFormat(c call) any {
	declared, _ := c.arg(0).(*model.Record)
	f := c.ownField(declared)
	if f == nil {
		return nil
	}
	if f.Type == schema.Decimal && f.Own.Decimals >= 0 {
		return "decimal" + strconv.Itoa(f.Own.Decimals)
	}
	return map[schema.Type]string{schema.Decimal: "number", schema.Int: "int", schema.Euro: "money", schema.Bool: "bool", schema.Day: "date", schema.When: "date"}[f.Type]
}
