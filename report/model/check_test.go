package model

import (
	"testing"

	"konzept/report/diag"
	"konzept/report/internal/tinydata"
)

// check reads an example over the tiny project.
func check(t testing.TB, example string, opt CheckOptions) (*Report, *diag.List) {
	t.Helper()
	var l diag.List
	return Check(tinydata.Over(example, &l), tinydata.Files(), opt, &l), &l
}
