package layout

import (
	"strings"
	"testing"

	"konzept/report/doc"
	"konzept/report/page"
)

// TestASharedPageHasItsFoot: where a chapter runs on below another, the foot still counts the page.
func TestASharedPageHasItsFoot(t_ *testing.T) {
	d := document(small(), []doc.Block{h(1, "1", "Eins"), p("Text")}, []doc.Block{h(1, "2", "Zwei"), p("Text")}, []doc.Block{h(1, "3", "Drei"), lines(30)})
	d.Chapters[1].Start, d.Chapters[2].Start = doc.RunOn, doc.RunOn
	pages := lay(t_, d).Pages
	for i, pg := range pages {
		foot := ""
		for _, it := range pg.Items {
			if r, ok := it.(*page.Running); ok && r.Kind == page.FooterArtifact {
				for _, of := range r.Of {
					if x, ok := of.(*page.Text); ok {
						foot += x.Run.Text
					}
				}
			}
		}
		if want := "Seite " + string(rune('1'+i)) + " von " + string(rune('0'+len(pages))); strings.TrimSpace(foot) != want {
			t_.Errorf("page %d: foot %q, want %q", i+1, foot, want)
		}
	}
}
