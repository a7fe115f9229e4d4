package layout

import (
	"strings"
	"testing"

	"konzept/report/doc"
	"konzept/report/page"
)

func TestDraftsCarryAWatermarkAndLineNumbers(t *testing.T) {
	d := document(small(), []doc.Block{p(strings.Repeat("Viele Wörter füllen die Seite mit Zeilen. ", 40))})
	d.Words.Draft = "Entwurf"
	pages := lay(t, d)
	for n, pg := range pages.Pages {
		var mark string
		numbers := 0
		for _, it := range pg.Draft {
			w, ok := it.(*page.Text)
			switch {
			case !ok || w.Elem != nil:
				t.Errorf("page %d: a draft's item is no plain artifact", n+1)
			case w.Turn == 45:
				mark += w.Run.Text
				if w.X < 0 || w.X > pg.Size.W || w.Y < 0 || w.Y > pg.Size.H {
					t.Errorf("page %d: the watermark begins at %s, %s", n+1, w.X, w.Y)
				}
			default:
				numbers++
			}
		}
		if mark != "Entwurf" {
			t.Errorf("page %d: watermark %q", n+1, mark)
		}
		if n == 0 && numbers == 0 {
			t.Error("no line is numbered")
		}
	}
}
