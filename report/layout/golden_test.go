package layout

import (
	"os"
	"strings"
	"testing"

	"konzept/report/internal/golden"
	"konzept/report/page"
)

func TestMain(m *testing.M) { os.Exit(golden.Main(m, "*.txt")) }

func TestPagesOfEveryConstructAreTheGolden(t_ *testing.T) {
	r := lay(t_, everything())
	golden.Compare(t_, "everything.pages.txt", dump(t_, r))
	var s strings.Builder
	if err := page.DumpTree(&s, r); err != nil {
		t_.Fatal(err)
	}
	golden.Compare(t_, "everything.tree.txt", s.String())
}
