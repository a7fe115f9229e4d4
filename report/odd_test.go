package report_test

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"konzept/report"
	"konzept/report/diag"
	"konzept/report/internal/odddata"
)

var oddToken = regexp.MustCompile(`K\d{5}`)

// oddTried are the odd projects that a test builds: all of a list if KONZEPT_ODD says so, as .ci/run does, else every third,
// and one where tests are to be short.
func oddTried(list []int) (tried []int) {
	switch {
	case os.Getenv("KONZEPT_ODD") == "all":
		return list
	case testing.Short():
		return list[:1]
	}
	for i := 0; i < len(list); i += 3 {
		tried = append(tried, list[i])
	}
	return tried
}

// TestOddProjectsKeepTheRules builds projects of every kind of oddity that is quick to build: what stops a build says so,
// everything else is written, keeps our rules, claims so, and loses or repeats no text of the data.
func TestOddProjectsKeepTheRules(t *testing.T) {
	for _, number := range oddTried([]int{0, 4, 5, 6, 8, 10, 12, 13, 14, 22, 23, 24}) {
		p := odddata.Make(number)
		t.Run(p.Name, func(t *testing.T) {
			files := fstest.MapFS{}
			for name, data := range p.Files {
				files[name] = &fstest.MapFile{Data: data}
			}
			o := options(files)
			o.First = true
			r, err := report.Build(o)
			if err != nil {
				t.Fatal(err)
			}
			stopped := false
			for _, f := range r.Findings.Findings {
				stopped = stopped || string(f.Code) == p.Code
				if diag.SeverityOf(f.Code) == diag.Error && string(f.Code) != p.Code || f.Code == "claim-withdrawn" {
					t.Errorf("%s in %s: %q", f.Code, f.At.File, f.Args)
				}
			}
			if p.Code != "" {
				if e, _ := diag.Lookup(diag.Code(p.Code)); !stopped || !e.OneFile && len(r.Outputs) > 0 || e.OneFile && len(r.Withheld) == 0 {
					t.Errorf("stopped by %s: %v, %d outputs, withheld %q", p.Code, stopped, len(r.Outputs), r.Withheld)
				}
				return
			}
			sound(t, r, p)
		})
	}
}

// sound asserts what every build keeps, as we and as a strict stranger see it.
func sound(t *testing.T, r *report.Result, p odddata.Project) {
	api.DisableConfigDir()
	strict := model.NewDefaultConfiguration()
	strict.ValidationMode = model.ValidationStrict
	for _, o := range r.Outputs {
		if !strings.HasSuffix(o.File, ".pdf") {
			continue
		}
		if err := api.Validate(bytes.NewReader(o.Data), strict); err != nil {
			t.Errorf("%s: %v", o.File, err)
		}
		tree := inspect(t, o)
		if o.Edition == "screen" && strings.Join(tree.Claims, ", ") != "PDF/UA-1, PDF/A-2a" {
			t.Errorf("%s claims %q", o.File, tree.Claims)
		}
		strictly(t, o.File, tree.Structure)
		if o.Target == "concept" {
			account(t, text(tree), p.Once)
		}
	}
}

// account asserts that each text stands in the document once, its end behind its beginning.
func account(t *testing.T, all string, once [][2]string) {
	at, times := map[string]int{}, map[string]int{}
	for i, found := range oddToken.FindAllString(all, -1) {
		at[found] = i
		times[found]++
	}
	for _, x := range once {
		if times[x[0]] != 1 || times[x[1]] != 1 || at[x[0]] > at[x[1]] {
			t.Errorf("a text begins %d times (%s), ends %d times (%s)", times[x[0]], x[0], times[x[1]], x[1])
		}
	}
}

func TestSameNumberMakesTheSameOddProject(t *testing.T) {
	first, again := odddata.Make(16), odddata.Make(16)
	for name, data := range first.Files {
		if string(again.Files[name]) != string(data) {
			t.Errorf("%s differs", name)
		}
	}
}

// thorough skips a test that builds much where tests are to be short.
func thorough(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("builds much: not with -short")
	}
}
