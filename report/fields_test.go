package report_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"konzept/report/schema"
	"konzept/templates"
)

// unread are the fields that neither a built-in template nor the program reads, with what they are for.
var unread = map[string]string{
	"project.municipality.inhabitants": "templates of a town's own",
	"pictures.placeholder":             "people who look for what is still to be photographed",
	"measures.internal_note":           "staff",
	"ideas.cluster":                    "templates of a town's own",
}

// TestEveryFieldIsRead: what people may enter is printed, computed with or checked somewhere. Whether prose is printed
// character by character is TestEveryCharacterIsPrintedOrNamed's; this one also sees dates, numbers and choices.
func TestEveryFieldIsRead(t *testing.T) {
	read := readKeys(t)
	var look func(where string, fields []schema.Field)
	look = func(where string, fields []schema.Field) {
		for _, f := range fields {
			at := where + "." + f.Key
			if at == "project.scales" {
				continue // the program reads all that the table has
			}
			checked := !reflect.ValueOf(f.Relations).IsZero()
			used := read[f.Key] || read[f.Inverse] || checked
			if _, known := unread[at]; known == used {
				t.Errorf("%s is read by a template or the program: %t", at, used)
			}
			look(at, f.Fields)
		}
	}
	for _, k := range schema.Kinds() {
		look(k.Key, k.Fields)
	}
}

// readKeys are the keys that follow a point in templates or stand as a string in the program beside the tables of the schema; what another field needs counts, since it is checked.
func readKeys(t *testing.T) map[string]bool {
	t.Helper()
	read := map[string]bool{}
	gather := func(files fs.FS, dir string, key *regexp.Regexp, wanted func(path string) bool) {
		err := fs.WalkDir(files, dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !wanted(path) {
				return err
			}
			data, err := fs.ReadFile(files, path)
			for _, m := range key.FindAllSubmatch(data, -1) {
				read[string(m[1])] = true
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	gather(templates.FS, ".", regexp.MustCompile(`\.([a-z][a-z_]*)`), func(path string) bool { return filepath.Base(path) != "README.md" })
	gather(os.DirFS("."), ".", regexp.MustCompile(`"([a-z][a-z_]*)"`), func(path string) bool {
		return strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") && (!strings.HasPrefix(path, "schema/") || path == "schema/relations.go") && !strings.HasPrefix(path, "internal/") && !strings.HasPrefix(path, "diag/")
	})
	return read
}
