package diag

import "regexp"

// shownPlaces is how many further places a finding shows that stands for others of its kind.
const shownPlaces = 3

// kindOf is what findings share that are told as one.
type kindOf struct {
	code        Code
	file, field string
}

var recordName = regexp.MustCompile(`\[[^\]]*\]`)

// Gathered returns the findings by file and place. Warnings and hints of one code about one field in one file are one finding,
// the first, with their number and the next places as notes: what stands at a hundred places is read once. Errors stay one by
// one, since each has to be found.
func Gathered(l *List) []Finding {
	var out []Finding
	first := map[kindOf]int{}
	for _, f := range Sorted(l) {
		if SeverityOf(f.Code) == Error || !f.At.Known() {
			out = append(out, f)
			continue
		}
		k := kindOf{f.Code, f.At.File, recordName.ReplaceAllString(f.Path, "")}
		i, ok := first[k]
		if !ok {
			first[k] = len(out)
			f.Notes = f.Notes[:len(f.Notes):len(f.Notes)]
			out = append(out, f)
			continue
		}
		all := &out[i]
		if all.Count = max(all.Count, 1) + 1; all.Count <= shownPlaces+1 {
			all.Notes = append(all.Notes, Note{Code: f.Code, At: f.At, Args: f.Args})
		}
	}
	return out
}
