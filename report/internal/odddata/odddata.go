// Package odddata makes odd projects: small and huge, empty and crammed, with everything a city's data may hold that the
// sample does not. The same number makes the same project, byte for byte.
//
// Texts carry tokens (K0417) at their beginning and end, so that a check can tell whether a document holds all of them,
// once and in order.
package odddata

import (
	"fmt"
	"math/rand/v2"

	"gopkg.in/yaml.v3"
)

// Project is a project folder in memory, with what a check may expect of it.
type Project struct {
	Name  string
	Files map[string][]byte // slash paths below the project's root
	Once  [][2]string       // tokens before and after a text that the concept holds exactly once
	Code  string            // finding that must stop the build; empty: it builds
}

// Make returns the project of a number. Numbers beyond the table of shapes repeat its rows with other texts.
func Make(seed int) Project {
	s := shapes[seed%len(shapes)]
	g := &maker{shape: s, rand: rand.New(rand.NewPCG(uint64(seed), 4)), files: map[string][]byte{}}
	g.projectFile()
	g.prelimsFile()
	g.frameFile()
	g.measuresFile()
	g.workshopsFile()
	g.listsFile()
	g.papersFile()
	g.picturesFile()
	return Project{Name: fmt.Sprintf("%02d-%s", seed, s.name), Files: g.files, Once: g.once, Code: s.code}
}

// record is a YAML map; its keys are written in alphabetical order.
type record = map[string]any

type maker struct {
	shape
	rand  *rand.Rand
	files map[string][]byte
	once  [][2]string
	token int

	fieldIDs, goalIDs, measureIDs []string
}

// write adds a data file. Marshalling plain maps and strings cannot fail.
func (g *maker) write(name string, r record) {
	data, err := yaml.Marshal(r)
	if err != nil {
		panic(err)
	}
	g.files["data/"+name+".yaml"] = data
}

func (g *maker) one(list ...string) string { return list[g.rand.IntN(len(list))] }

// some fills a list with n results.
func some(n int, make func(i int) any) []any {
	var list []any
	for i := range n {
		list = append(list, make(i))
	}
	return list
}
