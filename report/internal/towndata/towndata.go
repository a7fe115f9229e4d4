// Package towndata makes ordinary towns: their numbers of everything lie within what towns have, their words are German or
// English, and no two towns are alike. The same number makes the same town, byte for byte.
//
// Unlike odddata, nothing in a town is odd: whatever it is, the built-in templates must print it well.
package towndata

import (
	"fmt"
	"math/rand/v2"

	"gopkg.in/yaml.v3"
)

// Town is a project folder in memory.
type Town struct {
	Name  string
	Files map[string][]byte // slash paths below the project's root
}

// Towns is how many towns there are; their numbers begin with 0.
const Towns = towns

// Make returns the towns of the given numbers.
func Make(numbers ...int) []Town {
	all := plans()
	var list []Town
	for _, n := range numbers {
		list = append(list, town(n, all[n]))
	}
	return list
}

// Small is the town that most newcomers have: four fields, ten goals, fifteen measures, two workshops.
func Small() Town {
	g := newMaker(1000, map[string]int{"fields": 4, "goals": 10, "levels": 1, "workshops": 2, "parts": 1, "ideas": 12, "logos": 2, "indicators": 6, "years": 4,
		"title": 40, "words": 30, "details": 1, "outputs": 3})
	g.exactly = 15
	return g.town("small")
}

type record = map[string]any

// maker makes one town.
type maker struct {
	is      map[string]int // values of the factors
	rand    *rand.Rand
	speech  *speech
	files   map[string][]byte
	exactly int // measures in all; 0: so many a goal

	fields, goals, measures, logos []string
}

// Names are the names of all towns: number and values.
func Names() (list []string) {
	for n, plan := range plans() {
		list = append(list, name(n, plan))
	}
	return list
}

func name(n int, plan []int) string {
	s := fmt.Sprintf("%03d", n)
	for i, f := range factors {
		s += "-" + fmt.Sprint(f.values[plan[i]])
	}
	return s
}

func town(n int, plan []int) Town {
	is := map[string]int{}
	for i, f := range factors {
		is[f.name] = f.values[plan[i]]
	}
	return newMaker(n, is).town(name(n, plan))
}

func newMaker(n int, is map[string]int) *maker {
	g := &maker{is: is, rand: rand.New(rand.NewPCG(uint64(n), 9)), speech: &german, files: map[string][]byte{}}
	if is["lang"] == 1 {
		g.speech = &english
	}
	return g
}

func (g *maker) town(name string) Town {
	g.picturesFile()
	g.projectFile()
	g.framework()
	g.measuresFile()
	g.indicatorsFile()
	g.workshopsFile()
	g.papersFile()
	return Town{Name: name, Files: g.files}
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

// write adds a data file, unless it would be empty. Marshalling plain maps and strings cannot fail.
func (g *maker) write(name string, r record) {
	for k, v := range r {
		if list, ok := v.([]any); ok && len(list) == 0 {
			delete(r, k)
		}
	}
	if len(r) == 0 {
		return
	}
	data, err := yaml.Marshal(r)
	if err != nil {
		panic(err)
	}
	g.files["data/"+name+".yaml"] = data
}

// put sets a value unless it is empty.
func put(r record, key string, v any) {
	switch v := v.(type) {
	case string:
		if v == "" {
			return
		}
	case []any:
		if len(v) == 0 {
			return
		}
	}
	r[key] = v
}

// long is the length of a town's long texts, brief that of the many.
func (g *maker) long() int  { return g.is["words"] }
func (g *maker) brief() int { return min(g.is["words"], 12+g.is["words"]/12) }
