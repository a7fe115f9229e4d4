package report

import (
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/model"
	"konzept/report/page"
	"konzept/report/schema"
)

// find puts the ids of the records in place of what --only calls them: an id or a printed number. A record that does
// not exist is a finding.
func (b *build) find() bool {
	chosen := make([]Selection, 0, len(b.Only))
	for _, s := range b.Only {
		if r, hint := b.record(s); r != nil {
			chosen = append(chosen, Selection{s.Kind, r.ID})
		} else {
			b.res.Findings.Add("nothing-selected", diag.Span{}, s.Kind+"="+s.ID, hint)
		}
	}
	whole := len(chosen) == len(b.Only)
	b.Only = chosen
	return whole
}

// record is the one that a selection names, or nil and what could be meant.
func (b *build) record(s Selection) (r *model.Record, hint string) {
	var kinds, ids []string
	for _, k := range schema.Kinds() {
		if k.Single {
			continue
		}
		kinds = append(kinds, k.One)
		if !slices.ContainsFunc([]string{k.Key, k.One, k.DE, k.DEs}, func(name string) bool { return strings.EqualFold(name, s.Kind) }) {
			continue
		}
		for _, r := range b.res.Report.Records(k.Key) {
			if r.ID == s.ID || word(r, "code") == s.ID {
				return r, ""
			}
			ids = append(ids, r.ID)
		}
		return nil, diag.Suggest(s.ID, ids)
	}
	return nil, diag.Suggest(s.Kind, kinds)
}

// wanted tells whether --only chooses a poster.
func (b *build) wanted(d *doc.Document) bool {
	return len(b.Only) == 0 || len(d.Posters) > 0 && b.selects(d.Posters[0].Of)
}

func (b *build) selects(id string) bool {
	return slices.ContainsFunc(b.Only, func(s Selection) bool { return s.ID == id })
}

// chosen are the pages on which the records of --only stand, with their own folios; nil if there are none.
func (b *build) chosen(pages *page.Document) *page.Document {
	var names []string
	for _, s := range b.Only {
		names = append(names, s.ID)
	}
	list := pages.Holding(names)
	if len(list) == 0 {
		return nil
	}
	return pages.Extract(list)
}
