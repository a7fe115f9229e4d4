package sheet

import (
	"testing"

	"konzept/report/diag"
)

func TestFormulasAreInTheLanguageOfFiles(t *testing.T) {
	for formula, want := range map[string]diag.Code{
		`SUM({@a},1)`: "", `SUM({@a};1)`: "formula-semicolon", `WENN({@a}>1;1;0)`: "unknown-formula", `{@a}*0,5`: "formula-comma", `{@a}*0.5`: "", `ROUND({@a},2)`: "",
		`ROUND(0,5,1)`: "formula-comma", `IF({@a}>0,5,1,0)`: "formula-comma", `IF({@a}>0.5,1,0)`: "", `IF({@a}="a;b,c",1,0)`: "", `MAXIFS({.a},{.a},">1")`: "", `IFS({@a}>1,1,TRUE,0)`: "",
		`SUM({1;2;3})`: "", `anzahl2({.a})`: "unknown-formula", `FILTER({.a},{.a}>1)`: "unknown-formula", `_xlfn.MAXIFS({.a},{.a},1)`: "", `LET(x,1,x)`: "unknown-formula", `XLOOKUP(1,{.a},{.a})`: "",
		`SUMPRODUCT(--({.a}=1),{.b})`: "", `LOG10({@a})`: "", `INDEX({.a},MATCH("m-1",{r.id},0))&""`: "",
	} {
		if got, args := language(formula); got != want {
			t.Errorf("%s: %q %v, expected %q", formula, got, args, want)
		}
	}
	if got, want := prefixed(`MAXIFS({.a},{.a},"IFS(")+ifs(1,2)+_xlfn.CONCAT("a")+SUM(1)`), `_xlfn.MAXIFS({.a},{.a},"IFS(")+_xlfn.IFS(1,2)+_xlfn.CONCAT("a")+SUM(1)`; got != want {
		t.Errorf("%s, expected %s", got, want)
	}
}
