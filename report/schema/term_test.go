package schema_test

import (
	"slices"
	"testing"

	"konzept/report/schema"
	"konzept/report/symbol"
)

// TestEveryTermHasALabelInBothLanguages: no output says a German word in English because somebody forgot one.
func TestEveryTermHasALabelInBothLanguages(t *testing.T) {
	same := []string{"neutral", "din", "normal", "data", "EU"}
	seen := map[string]string{}
	var look func(where string, fields []schema.Field)
	look = func(where string, fields []schema.Field) {
		for _, f := range fields {
			for i := range f.Values {
				term := &f.Values[i]
				if term.Label("de") == "" || term.Label("en") == "" || f.Key != "symbol" && f.Key != "quotes" && term.Label("de") == term.Label("en") && !slices.Contains(same, term.Key) {
					t.Errorf("%s.%s: %+v", where, f.Key, term)
				}
				for _, name := range term.Names() {
					key := where + "." + f.Key + "=" + name
					if other := seen[key]; other != "" && other != term.Key {
						t.Errorf("%s names %s and %s", key, other, term.Key)
					}
					seen[key] = term.Key
				}
			}
			look(where+"."+f.Key, f.Fields)
		}
	}
	for _, k := range schema.Kinds() {
		look(k.Key, k.Fields)
	}
	if len(seen) < 100 {
		t.Errorf("only %d terms", len(seen))
	}
}

// TestTermsNameSymbolsThatAreDrawn compares the schema's list with the set that documents draw.
func TestTermsNameSymbolsThatAreDrawn(t *testing.T) {
	project := schema.Builtin().Find("project")
	scales := project.Fields[slices.IndexFunc(project.Fields, func(f schema.Field) bool { return f.Key == "scales" })]
	if len(scales.Fields) != len(schema.Scales()) {
		t.Errorf("%d scales of %d can be replaced", len(scales.Fields), len(schema.Scales()))
	}
	for _, scale := range scales.Fields {
		if !slices.Contains(schema.Scales(), scale.Key) {
			t.Errorf("no field has the scale %s", scale.Key)
		}
		for _, f := range scale.Fields {
			if f.Key != "symbol" {
				continue
			}
			var names []string
			for _, v := range f.Values {
				names = append(names, v.Key)
			}
			if !slices.Equal(names, symbol.Names()) {
				t.Errorf("%v\nwant %v", names, symbol.Names())
			}
		}
	}
}
