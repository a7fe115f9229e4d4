package lint

import (
	"slices"
	"strings"

	"konzept/report/model"
)

// posters must invite to what is still to come: on the day of the poster, or on the Stichtag if a print edition is wanted
// and the poster has no day of its own.
func (c *linter) posters() {
	printed := c.printsPosters()
	for _, w := range c.report.Records("workshops") {
		last, ok := c.lastDay(w)
		if !ok {
			continue
		}
		series, _ := model.As[*model.Record](w, "series")
		at, on := w, model.Date{}
		for _, r := range []*model.Record{w, series} {
			if d, ok := model.As[model.Date](r, "poster_date"); ok && on.IsZero() {
				at, on = r, d
			}
		}
		key := "poster_date"
		if on.IsZero() {
			if !printed {
				continue
			}
			on, key = c.report.Date, "title"
		}
		if last.Before(on) {
			c.add(at, key, "poster-past", atOf(at, key), model.BestOf(w, "title"), last.String(), on.String())
		}
	}
}

// lastDay is the day of a workshop's last part.
func (c *linter) lastDay(w *model.Record) (last model.Date, ok bool) {
	for _, p := range c.report.Records("parts") {
		if of, _ := model.As[*model.Record](p, "workshop"); of != w {
			continue
		}
		if d, given := model.As[model.Date](p, "date"); given && (!ok || last.Before(d)) {
			last, ok = d, true
		}
	}
	return last, ok
}

// printsPosters tells whether the project makes posters for a print shop.
func (c *linter) printsPosters() bool {
	outputs, _ := model.As[[]*model.Record](c.report.Single("project"), "outputs")
	return slices.ContainsFunc(outputs, func(o *model.Record) bool {
		poster := model.WordOf(o, "target") == "posters" || strings.HasPrefix(model.WordOf(o, "template"), "posters/")
		return poster && slices.ContainsFunc(textsOf(o, "editions"), func(s string) bool { return s == "print" })
	})
}

func textsOf(r *model.Record, key string) []string {
	list, _ := model.As[[]model.TextValue](r, key)
	out := make([]string, 0, len(list))
	for _, t := range list {
		s, _, _ := t.Best("")
		out = append(out, s)
	}
	return out
}
