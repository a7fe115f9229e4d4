package report_test

import (
	"strconv"
	"strings"

	"konzept/report/model"
	"konzept/report/number"
)

// ledger is every amount that documents may print, added up from the data by integers, far from the program's own sums; and
// every other number of the data as it was typed.
type ledger struct {
	cents map[int64]bool
	facts map[string]bool // figures in euro, as printed
	year  int64           // of the report
}

func newLedger(r *model.Report) *ledger {
	l := &ledger{cents: map[int64]bool{}, facts: map[string]bool{}, year: int64(r.Date.Year)}
	for _, f := range r.Records("facts") {
		v, _ := f.Value("value")
		decimals := -1
		if d, ok := f.Value("decimals"); ok {
			decimals = int(d.V.(int64))
		}
		l.facts[asTyped(v.V.(number.Decimal), decimals)+" "+word(f, "unit")] = true
	}
	measures := r.Records("measures")
	l.all(measures)
	for _, m := range measures {
		l.all([]*model.Record{m})
	}
	for _, key := range []string{"field", "phase", "signal"} {
		groups := map[any][]*model.Record{}
		for _, m := range measures {
			v, _ := m.Value(key)
			groups[v.V] = append(groups[v.V], m)
		}
		for _, group := range groups {
			l.all(group)
		}
	}
	return l
}

// all adds what some measures cost and get: in all, in each year, and until the report's.
func (l *ledger) all(measures []*model.Record) {
	years := map[int64]bool{0: true}
	for _, m := range measures {
		for _, n := range append(nested(m, "costs"), nested(m, "funding")...) {
			y, _ := n.Value("year")
			years[y.V.(int64)] = true
		}
	}
	for y := range years {
		l.some(measures, func(at int64) bool { return y == 0 || at == y })
	}
	l.some(measures, func(at int64) bool { return at <= l.year })
}

func (l *ledger) some(measures []*model.Record, wanted func(year int64) bool) {
	sums, known := map[string]int64{}, map[string]bool{}
	add := func(n *model.Record, name, key string) {
		y, _ := n.Value("year")
		if v, ok := n.Value(key); ok && wanted(y.V.(int64)) {
			sums[name] += int64(v.V.(model.Money))
			known[name] = true
			l.cents[int64(v.V.(model.Money))] = true
		}
	}
	for _, m := range measures {
		for _, c := range nested(m, "costs") {
			add(c, "planned", "planned")
			add(c, "spent", "spent")
		}
		for _, f := range nested(m, "funding") {
			state := word(f, "state")
			if state == "" {
				state = "geplant"
			}
			add(f, "state "+state, "amount")
			add(f, "source "+word(f, "source"), "amount")
			add(f, "funded", "amount")
		}
	}
	for name := range known {
		l.cents[sums[name]] = true
	}
	if known["planned"] {
		l.cents[sums["planned"]-sums["funded"]] = true // open
	}
}

// holds tells whether an amount as printed is in the ledger.
func (l *ledger) holds(printed string) bool {
	digits := strings.NewReplacer("€", "", ".", "", "\u2212", "-", " ", "").Replace(printed)
	euro, frac, _ := strings.Cut(digits, ",")
	n, err := strconv.ParseInt(euro+(frac + "00")[:2], 10, 64)
	return err == nil && l.cents[n] || l.facts[printed]
}

// asTyped is a number of the data in German, with its typed decimals or with as many as are asked for.
func asTyped(d number.Decimal, decimals int) string {
	if decimals < 0 {
		decimals = d.Places()
	}
	s := d.Round(decimals).String()
	digits, frac, comma := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	grouped := ""
	for len(digits) > 3 {
		grouped, digits = "."+digits[len(digits)-3:]+grouped, digits[:len(digits)-3]
	}
	out := digits + grouped
	if comma {
		out += "," + frac
	}
	if strings.HasPrefix(s, "-") && strings.Trim(s, "-0.") != "" {
		out = "\u2212" + out
	}
	return out
}
