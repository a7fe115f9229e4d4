package lint

import (
	"slices"
	"strconv"
	"strings"

	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/number"
	"konzept/report/schema"
)

// relations are the rules that the schema declares: what fields must be to each other.
type relations struct{ *linter }

// check holds one value of a record against its field's relations. top is the record of a kind in which r stands, or r itself.
func (c relations) check(top, r *model.Record, v *model.Value) {
	f := v.Field
	if f.Past {
		c.late(r, f.Key)
	}
	if f.After != "" {
		c.after(r, f)
	}
	if f.Latest != "" {
		c.latest(r, f)
	}
	if f.Total != "" {
		c.total(top, r, v)
	}
	if f.Places != "" {
		c.grouped(top, r, f)
	}
	if f.Tally != nil {
		c.votes(r, f)
	}
	for i := range f.Needs {
		c.need(r, v, &f.Needs[i])
	}
	if list, ok := v.V.([]*model.Record); ok && f.Type == schema.NestedList {
		c.once(list, f)
		for i := range f.Fields {
			if f.Fields[i].Order != "" {
				c.order(list, &f.Fields[i])
			}
		}
	}
}

// unique reports a value that two records of a kind share: readers quote records by it.
func (c relations) unique(k *schema.Kind, f *schema.Field) {
	seen := map[string]*model.Record{}
	for _, r := range c.report.Records(k.Key) {
		word := model.WordOf(r, f.Key)
		if word == "" {
			continue
		}
		if first := seen[word]; first != nil {
			model.FirstHere(c.add(r, f.Key, "duplicate-code", atOf(r, f.Key), diag.Both(k.DE, k.EN), word), atOf(first, f.Key))
			continue
		}
		seen[word] = r
	}
}

// cycles reports references that lead back to where they start, each circle once.
func (c relations) cycles(k *schema.Kind, f *schema.Field) {
	done := map[*model.Record]bool{}
	for _, start := range c.report.Records(k.Key) {
		var path []string
		onPath := map[*model.Record]bool{}
		for r := start; r != nil && !done[r]; {
			if onPath[r] {
				path = append(path, r.ID)
				c.add(r, f.Key, "reference-cycle", atOf(r, f.Key), model.Wording(f), f.Key, strings.Join(path, " → "))
				break
			}
			onPath[r] = true
			path = append(path, r.ID)
			r, _ = model.As[*model.Record](r, f.Key)
		}
		for r := range onPath {
			done[r] = true
		}
	}
}

// selfReferences reports records that name themselves in a list of others of their kind.
func (c relations) selfReferences(k *schema.Kind, f *schema.Field) {
	for _, r := range c.report.Records(k.Key) {
		if list, _ := model.As[[]*model.Record](r, f.Key); slices.Contains(list, r) {
			c.add(r, f.Key, "reference-cycle", atOf(r, f.Key), model.Wording(f), f.Key, r.ID+" → "+r.ID)
		}
	}
}

// late reports a day that lies after the report's date.
func (c relations) late(r *model.Record, key string) {
	d, ok := model.As[model.Date](r, key)
	if m, at := model.As[model.Moment](r, key); at {
		d, ok = m.From(), !m.Timeless()
	}
	if ok && !c.report.Date.IsZero() && c.report.Date.Before(d) {
		c.add(r, key, "after-report-date", atOf(r, key), labelOf(r, key), key, d.String(), c.report.Date.String())
	}
}

// after compares an end with its start. Moments may be of the same month or year; times, which all have the form 14:00 and
// compare as text, must differ.
func (c relations) after(r *model.Record, f *schema.Field) {
	start, end := written(r, f.After), written(r, f.Key)
	wrong := start != "" && end <= start
	if f.Type == schema.When {
		from, ok1 := model.As[model.Moment](r, f.After)
		to, ok2 := model.As[model.Moment](r, f.Key)
		wrong = ok1 && ok2 && !from.Timeless() && to.To().Before(from.From())
	}
	if wrong {
		c.near(c.add(r, f.Key, "end-before-start", atOf(r, f.Key), end, start), r, f.After)
	}
}

// order compares a day or time of each entry with that of the one before it.
func (c relations) order(list []*model.Record, f *schema.Field) {
	if f.Type == schema.When {
		c.moments(list, f)
		return
	}
	before := ""
	for _, r := range list {
		at := written(r, f.Key)
		if at == "" {
			continue
		}
		if at < before { // 14:00 and 2024-05-07 sort as text
			c.add(r, f.Key, f.Order, atOf(r, f.Key), at, before)
		}
		before = at
	}
}

// moments compares the last day that each entry can mean with that of the one before it.
func (c relations) moments(list []*model.Record, f *schema.Field) {
	var before model.Moment
	for _, r := range list {
		at, ok := model.As[model.Moment](r, f.Key)
		if !ok {
			continue
		}
		if !before.IsZero() && at.To().Before(before.From()) {
			c.add(r, f.Key, f.Order, atOf(r, f.Key), at.String(), before.String())
		}
		before = at
	}
}

// once reports a second entry with the same values of the fields that tell entries apart.
func (c relations) once(list []*model.Record, f *schema.Field) {
	if f.Once == nil {
		return
	}
	key := f.Once[0]
	seen := map[string]*model.Record{}
	for _, r := range list {
		values := make([]string, 2)
		for i, k := range f.Once {
			values[i] = written(r, k)
		}
		if values[0] == "" {
			continue
		}
		all := strings.Join(values, "\x00")
		if first := seen[all]; first != nil {
			model.FirstHere(c.add(r, key, "year-twice", atOf(r, key), values[0], values[1]), atOf(first, key))
		}
		seen[all] = r
	}
}

// latest compares a value with what the last entry of a list that has it says.
func (c relations) latest(r *model.Record, f *schema.Field) {
	entries, _ := model.As[[]*model.Record](r, f.Latest)
	for i := len(entries) - 1; i >= 0; i-- {
		if last := written(entries[i], f.Key); last != "" {
			if now := written(r, f.Key); now != "" && now != last {
				c.near(c.add(r, f.Key, "log-contradiction", atOf(r, f.Key), now, last), entries[i], f.Key)
			}
			return
		}
	}
}

// total compares a count with the records that it counts.
func (c relations) total(top, r *model.Record, v *model.Value) {
	list, key, summed := strings.Cut(v.Field.Total, ".")
	records := c.report.Inverse(top, list)
	sum := int64(len(records))
	if summed {
		sum = 0
		for _, one := range records {
			n, _ := model.As[int64](one, key)
			sum += n
		}
	}
	if n, _ := v.V.(int64); n != sum {
		c.add(r, v.Field.Key, "balance-sum", v.At, model.Wording(v.Field), v.Field.Key, strconv.FormatInt(n, 10), strconv.FormatInt(sum, 10))
	}
}

// votes compares a result in words with the votes counted.
func (c relations) votes(r *model.Record, f *schema.Field) {
	yes, counted := model.As[int64](r, f.Tally[0])
	no, _ := model.As[int64](r, f.Tally[1])
	vote := model.WordOf(r, f.Key)
	if vote == "einstimmig" && no > 0 || counted && (vote == "mit Mehrheit" && yes <= no || vote == "abgelehnt" && yes > no) {
		c.add(r, f.Key, "vote-contradiction", atOf(r, f.Key), vote, strconv.FormatInt(yes, 10), strconv.FormatInt(no, 10))
	}
}

// need looks for the field that must stand beside a word of a choice, or must not.
func (c relations) need(r *model.Record, v *model.Value, n *schema.Need) {
	term, _ := v.V.(*schema.Term)
	if term == nil || !slices.Contains(n.Words, term.Key) && !slices.Contains(n.Means, term.Means) || c.has(r, n.Key) != n.Excluded {
		return
	}
	word := term.Key
	if n.Excluded {
		c.near(c.add(r, v.Field.Key, n.Code, v.At, word, labelOf(r, n.Key), n.Key, nameOf(r)), r, n.Key)
		return
	}
	c.add(r, n.Key, n.Code, v.At, word, labelOf(r, n.Key), n.Key, nameOf(r))
}

// grouped warns of figures that stand as people group thousands on paper, 49.560: they are printed as a number with three
// decimals. Who means that says so in the field for decimals.
func (c relations) grouped(top, r *model.Record, f *schema.Field) {
	n, ok := model.As[number.Decimal](r, f.Key)
	if _, said := top.Value(f.Places); said || !ok {
		return
	}
	s := n.String()
	head, tail, _ := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if head != "0" && len(head) <= 3 && len(tail) == 3 {
		c.add(r, f.Key, "thousands-point", atOf(r, f.Key), model.Wording(f), f.Key, s, strings.Replace(s, ".", ",", 1), strings.Replace(s, ".", "", 1))
	}
}

// written is a word, year, day or moment as people write it, or "".
func written(r *model.Record, key string) string {
	v, _ := r.Value(key)
	switch x := v.V.(type) {
	case string:
		return x
	case *schema.Term:
		return x.Key
	case int64:
		return strconv.FormatInt(x, 10)
	case model.Date:
		return x.String()
	case model.Moment:
		return x.String()
	}
	return ""
}
