package eval

import (
	"testing"

	"konzept/report/diag"
	"konzept/report/schema"
)

// TestFormulasQuoteWhatPeopleCallTheirTerms: signs that a formula or a search takes for its own stand for themselves.
func TestFormulasQuoteWhatPeopleCallTheirTerms(t *testing.T) {
	s, r, out := NewSchema(schema.Kinds()), load(t), &diag.List{}
	names, _ := NewNames(s).With("list", listOf(Type{Base: String}))
	frame := NewEnv(s, r, Run{Lang: "de"}, nil, out).NewFrame(1)
	frame.Slots[0] = []any{&schema.Term{Key: "a", DE: `sehr "gut"`}, &schema.Term{Key: "b", DE: "was?*~"}}
	for src, want := range map[string]string{
		`formulas(list, "COUNTIF(x,~%)")`: `COUNTIF(x,"sehr ""gut""")+COUNTIF(x,"was~?~*~~")`,
		`formulas(list, "y=%", ",")`:      `y="sehr ""gut""",y="was?*~"`,
		`formulas([], "y=%")`:             "0",
	} {
		p := Compile(src, diag.Span{}, names, out)
		if got := frame.String(p.Run(frame)); got != want || len(out.Findings) > 0 {
			t.Errorf("%s: %s, want %s %v", src, got, want, out.Findings)
		}
	}
}
