// Command write writes odd projects into folders:
//
//	go run ./report/internal/odddata/write DIR [FROM TO]
//
// Beside each stands NAME.once, the pairs of tokens that the concept must hold exactly once, and NAME.code, the finding
// that must stop the build, if one must.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"konzept/report/internal/odddata"
)

func main() {
	if len(os.Args) != 2 && len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: write DIR [FROM TO]")
		os.Exit(2)
	}
	from, to := 0, 50
	if len(os.Args) == 4 {
		from, _ = strconv.Atoi(os.Args[2])
		to, _ = strconv.Atoi(os.Args[3])
	}
	for i := from; i < to; i++ {
		if err := write(os.Args[1], odddata.Make(i)); err != nil {
			fmt.Fprintln(os.Stderr, "write:", err)
			os.Exit(1)
		}
	}
}

func write(dir string, p odddata.Project) error {
	files := map[string][]byte{}
	for name, data := range p.Files {
		files[filepath.Join(p.Name, filepath.FromSlash(name))] = data
	}
	var once strings.Builder
	for _, t := range p.Once {
		fmt.Fprintln(&once, t[0], t[1])
	}
	files[p.Name+".once"] = []byte(once.String())
	if p.Code != "" {
		files[p.Name+".code"] = []byte(p.Code + "\n")
	}
	for name, data := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
