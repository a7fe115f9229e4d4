package finish_test

import (
	"os"
	"path/filepath"
	"testing"
)

// TestKeep writes the files for judges outside when KEEP names a folder.
func TestKeep(t *testing.T) {
	dir := os.Getenv("KEEP")
	if dir == "" {
		t.Skip("KEEP is not set")
	}
	for name, pdf := range map[string][]byte{
		"screen.pdf": everything(t).finished(screen),
		"print.pdf":  everything(t).finished(print4),
		"copy.pdf":   everything(t).finished(grey),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), pdf, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
