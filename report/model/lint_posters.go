package model

import (
	"slices"
	"strings"
)

// posters must invite to what is still to come: on the day of the poster, or on the Stichtag if a print edition is wanted
// and the poster has no day of its own.
func (c *checker) posters() {
	printed := c.printsPosters()
	for _, w := range c.report.Records("workshops") {
		last, ok := c.lastDay(w)
		if !ok {
			continue
		}
		series, _ := value[*Record](w, "series")
		at, on := w, Date{}
		for _, r := range []*Record{w, series} {
			if d, ok := value[Date](r, "poster_date"); ok && on.IsZero() {
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
			c.add(at, key, "poster-past", at.at(key), best(w, "title"), last.String(), on.String())
		}
	}
}

// lastDay is the day of a workshop's last part.
func (c *checker) lastDay(w *Record) (last Date, ok bool) {
	for _, p := range c.report.Records("parts") {
		if of, _ := value[*Record](p, "workshop"); of != w {
			continue
		}
		if d, given := value[Date](p, "date"); given && (!ok || last.Before(d)) {
			last, ok = d, true
		}
	}
	return last, ok
}

// printsPosters tells whether the project makes posters for a print shop.
func (c *checker) printsPosters() bool {
	outputs, _ := value[[]*Record](c.report.Single("project"), "outputs")
	return slices.ContainsFunc(outputs, func(o *Record) bool {
		poster := word(o, "target") == "posters" || strings.HasPrefix(word(o, "template"), "posters/")
		return poster && slices.ContainsFunc(textsOf(o, "editions"), func(s string) bool { return s == "print" })
	})
}

func textsOf(r *Record, key string) []string {
	list, _ := value[[]TextValue](r, key)
	out := make([]string, 0, len(list))
	for _, t := range list {
		s, _, _ := t.Best("")
		out = append(out, s)
	}
	return out
}
