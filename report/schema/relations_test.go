package schema_test

import (
	"slices"
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/schema"
)

// TestRelationsNameWhatThereIs: the fields, words and findings that a relation names exist, and are of the type it is made for.
func TestRelationsNameWhatThereIs(t *testing.T) {
	for _, k := range schema.Kinds() {
		relations(t, k.Key, k.Fields, k.Fields)
	}
}

func find(fields []schema.Field, key string) *schema.Field {
	if i := slices.IndexFunc(fields, func(f schema.Field) bool { return f.Key == key }); i >= 0 {
		return &fields[i]
	}
	return nil
}

func relations(t *testing.T, where string, top, fields []schema.Field) {
	t.Helper()
	want := func(f *schema.Field, ok bool, what string) {
		t.Helper()
		if !ok {
			t.Errorf("%s.%s: %s", where, f.Key, what)
		}
	}
	code := func(c diag.Code) bool { _, ok := diag.Lookup(c); return ok }
	is := func(f *schema.Field, types ...schema.Type) bool { return f != nil && slices.Contains(types, f.Type) }
	for i := range fields {
		f := &fields[i]
		want(f, !f.Unique || f.Type == schema.Word && len(top) > 0 && &top[0] == &fields[0], "unique must be words of a kind")
		want(f, !f.Past || is(f, schema.Day, schema.When), "only days are past")
		want(f, f.After == "" || is(f, schema.When, schema.Time) && is(find(fields, f.After), f.Type), "an end needs a start of its type")
		want(f, f.Order == "" || is(f, schema.Day, schema.When, schema.Time) && code(f.Order), "an order needs days or times, and a finding")
		want(f, len(f.Once) <= 2, "entries are told apart by two fields at most")
		for _, key := range f.Once {
			want(f, find(f.Fields, key) != nil, "no field "+key)
		}
		if list := find(fields, f.Latest); f.Latest != "" {
			want(f, is(list, schema.NestedList) && is(find(list.Fields, f.Key), f.Type), "no such list")
		}
		for _, key := range f.Tally {
			want(f, is(find(fields, key), schema.Int), "no votes "+key)
		}
		want(f, f.Places == "" || f.Type == schema.Decimal && is(find(top, f.Places), schema.Int), "no field that says how many decimals")
		want(f, f.Total == "" || totalled(where, f), "nothing to count")
		for _, n := range f.Needs {
			want(f, find(fields, n.Key) != nil && code(n.Code), "needs what there is not: "+n.Key)
			for _, word := range n.Words {
				want(f, slices.ContainsFunc(f.Values, func(t schema.Term) bool { return t.Key == word }), "no word "+word)
			}
		}
		relations(t, where+"."+f.Key, top, f.Fields)
	}
}

// totalled tells whether some kind refers to the outermost one under the name of the list that a total counts.
func totalled(where string, f *schema.Field) bool {
	kind, _, _ := strings.Cut(where, ".")
	list, key, summed := strings.Cut(f.Total, ".")
	return slices.ContainsFunc(schema.Kinds(), func(k schema.Kind) bool {
		refers := slices.ContainsFunc(k.Fields, func(g schema.Field) bool { return g.Of == kind && g.Inverse == list })
		number := find(k.Fields, key)
		return refers && (!summed || number != nil && number.Type == schema.Int)
	})
}
