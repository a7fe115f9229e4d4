package towndata

import "math/rand/v2"

// Factors are what towns differ in, each with the values that are tried. Every pair of values of two factors occurs in one
// of the first towns: most faults come from two things that meet, not from one alone or from five.
var factors = []struct {
	name   string
	values []int
}{
	{"fields", []int{0, 1, 2, 4, 9, 30}},
	{"goals", []int{0, 1, 3, 10, 30}},
	{"levels", []int{1, 2, 3, 4}},
	{"measures", []int{0, 1, 2, 5, 10}}, // a goal
	{"workshops", []int{0, 1, 2, 3, 5, 8}},
	{"parts", []int{1, 2, 3, 4, 6}}, // a workshop
	{"ideas", []int{0, 1, 5, 20, 60}},
	{"logos", []int{0, 1, 2, 3, 6}},
	{"indicators", []int{0, 1, 3, 12}},
	{"years", []int{0, 1, 5, 12, 25}},
	{"pictures", []int{0, 1, 2}}, // none, of the cover, of the series and workshops too
	{"title", []int{3, 30, 80, 160}},
	{"words", []int{0, 12, 80, 450, 900}}, // of a text; 450 fill a page
	{"design", []int{0, 1, 2, 3}},
	{"lang", []int{0, 1}},
	{"outputs", []int{0, 1, 2, 3}},
	{"details", []int{0, 1, 2}}, // of measures: what is asked for, the usual, all
}

const towns = 300

// candidates are how many towns are thought of for each one that is chosen.
const candidates = 40

type pair struct{ a, b, x, y int }

// plans are the towns' values in the order of the factors. Each town is the one of several random ones that tries most
// pairs that no town before it has tried.
func plans() [][]int {
	r := rand.New(rand.NewPCG(9, 300))
	tried := map[pair]bool{}
	var list [][]int
	for range towns {
		var best []int
		most := -1
		for range candidates {
			plan := make([]int, len(factors))
			for i, f := range factors {
				plan[i] = r.IntN(len(f.values))
			}
			fresh := 0
			for _, p := range pairs(plan) {
				if !tried[p] {
					fresh++
				}
			}
			if fresh > most {
				best, most = plan, fresh
			}
		}
		for _, p := range pairs(best) {
			tried[p] = true
		}
		list = append(list, best)
	}
	return list
}

func pairs(plan []int) []pair {
	list := make([]pair, 0, len(plan)*(len(plan)-1)/2)
	for a := range plan {
		for b := a + 1; b < len(plan); b++ {
			list = append(list, pair{a, b, plan[a], plan[b]})
		}
	}
	return list
}

// Pairs is how many pairs of values there are.
func Pairs() (n int) {
	for a := range factors {
		for b := a + 1; b < len(factors); b++ {
			n += len(factors[a].values) * len(factors[b].values)
		}
	}
	return n
}
