// Command write writes ordinary towns into folders:
//
//	go run ./report/internal/towndata/write DIR [FROM TO]
//
// Beside the numbered ones stands "small".
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"konzept/report/internal/towndata"
)

func main() {
	if len(os.Args) != 2 && len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: write DIR [FROM TO]")
		os.Exit(2)
	}
	from, to := 0, towndata.Towns
	if len(os.Args) == 4 {
		from, _ = strconv.Atoi(os.Args[2])
		to, _ = strconv.Atoi(os.Args[3])
	}
	list := []towndata.Town{towndata.Small()}
	for i := from; i < to; i++ {
		list = append(list, towndata.Make(i)...)
	}
	for _, t := range list {
		if err := write(os.Args[1], t); err != nil {
			fmt.Fprintln(os.Stderr, "write:", err)
			os.Exit(1)
		}
	}
}

func write(dir string, t towndata.Town) error {
	for name, data := range t.Files {
		file := filepath.Join(dir, t.Name, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
