package verify_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"konzept/report/internal/golden"
)

func TestMain(m *testing.M) { os.Exit(golden.Main(m, "*.txt")) }

// excerpt is the first of a text: programs of faces are long.
func excerpt(s string) string {
	if len(s) > 60 {
		s = s[:60] + "…"
	}
	return fmt.Sprintf("%q", s)
}

// TestFindingsSayWhereAndWhat: each fault is found on its page and with what is to blame.
func TestFindingsSayWhereAndWhat(t *testing.T) {
	var all strings.Builder
	for _, c := range []struct {
		name   string
		sound  []string
		faults []fault
	}{{"rules", sound, ruleFaults}, {"print", forPrint, printFaults}, {"flat", flat("PDF/X-1a:2003"), flatFaults}} {
		fmt.Fprintf(&all, "== %s\n", c.name)
		for _, f := range c.faults {
			broken := make([]string, len(c.sound))
			for i, o := range c.sound {
				broken[i] = strings.ReplaceAll(o, f.old, f.new)
			}
			fmt.Fprintf(&all, "%s for %s\n", excerpt(f.new), excerpt(f.old))
			for _, x := range inspect(t, assemble(broken)).Findings {
				fmt.Fprintf(&all, "  %s page %d %q\n", x.Code, x.Page, x.Args)
			}
		}
	}
	golden.Compare(t, "findings.txt", all.String())
}

// TestReportsAreTheGolden: what the files say of themselves.
func TestReportsAreTheGolden(t *testing.T) {
	golden.Compare(t, "reports.txt", inspect(t, assemble(sound)).String()+"\n"+inspect(t, assemble(forPrint)).String()+"\n"+inspect(t, assemble(flat("PDF/X-3:2003"))).String())
}
