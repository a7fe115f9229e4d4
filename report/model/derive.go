package model

import (
	"slices"

	"konzept/report/calendar"
	"konzept/report/schema"
)

// Derived is a value that the data imply. Each is defined here once; documents, workbooks and checks read it like a field.
type Derived struct {
	schema.Field
	of    string // kind, or field of nested records
	value func(r *Report, rec *Record) any
}

// derived are the definitions, in the order of the manual.
var derived = []Derived{
	{schema.New("due", schema.When, "zugesagtes Ende", "promised end"), "measures", func(_ *Report, m *Record) any { return known(due(m)) }},
	{schema.New("overdue", schema.Bool, "überfällig", "overdue"), "measures", func(r *Report, m *Record) any { return r.isOverdue(m) }},
	{schema.Field{Key: "leads", Type: schema.Refs, DE: "Federführende", EN: "leads", Of: "offices"}, "measures", func(_ *Report, m *Record) any { return leads(m) }},
	{schema.Field{Key: "led", Type: schema.Refs, DE: "federführend", EN: "led", Of: "measures"}, "offices", func(r *Report, o *Record) any { return r.led(o) }},
	{schema.New("latest_news", schema.Day, "letzte Rückmeldung", "latest news"), "measures", func(_ *Report, m *Record) any { return known(latestNews(m)) }},
	{schema.New("stale", schema.Bool, "ohne neue Rückmeldung", "without news"), "measures", func(r *Report, m *Record) any { return r.stale(m) }},
	{schema.New("finished", schema.Bool, "abgeschlossen", "finished"), "measures", func(_ *Report, m *Record) any { return Means(m, "phase") == schema.Done }},
	{schema.New("running", schema.Bool, "laufend", "running"), "measures", func(_ *Report, m *Record) any { return Means(m, "phase").IsRunning() }},
	{schema.New("stopped", schema.Bool, "zurückgestellt oder entfallen", "put off or dropped"), "measures", func(_ *Report, m *Record) any { return Means(m, "phase").IsStopped() }},
	{schema.New("at_risk", schema.Bool, "gefährdet oder kritisch", "at risk or critical"), "measures", func(_ *Report, m *Record) any { return Means(m, "signal") == schema.Bad }},
	{schema.New("fresh", schema.Bool, "neu seit dem letzten Bericht", "new since the last report"), "measures", func(r *Report, m *Record) any { return r.fresh(m) }},
	{schema.New("phase_then", schema.Word, "Umsetzungsstand im letzten Bericht", "phase in the last report"), "measures", func(r *Report, m *Record) any { return then[*schema.Term](r, m, "phase") }},
	{schema.New("signal_then", schema.Word, "Ampel im letzten Bericht", "signal in the last report"), "measures", func(r *Report, m *Record) any { return then[*schema.Term](r, m, "signal") }},
	{schema.New("running_then", schema.Bool, "damals laufend", "running then"), "measures", func(r *Report, m *Record) any { return judged(r, m, "phase", schema.Meaning.IsRunning) }},
	{schema.New("finished_then", schema.Bool, "damals abgeschlossen", "finished then"), "measures", func(r *Report, m *Record) any { return judged(r, m, "phase", isDone) }},
	{schema.New("at_risk_then", schema.Bool, "damals gefährdet oder kritisch", "at risk then"), "measures", func(r *Report, m *Record) any { return judged(r, m, "signal", isBad) }},
	{schema.New("end_then", schema.When, "Ende im letzten Bericht", "end in the last report"), "measures", func(r *Report, m *Record) any { return r.endThen(m) }},
	{schema.New("change", schema.Word, "Veränderung seit dem letzten Bericht", "change since the last report"), "measures", func(r *Report, m *Record) any { return r.change(m) }},
	{schema.New("uncovered", schema.Euro, "ohne Mittel", "without funds"), "measures", func(_ *Report, m *Record) any { return known(uncovered(m)) }},
	{schema.New("news_since", schema.Day, "Rückmeldungen gelten als neu seit", "news counts since"), "project", func(r *Report, _ *Record) any { return known(r.newsSince()) }},
	{schema.New("standing", schema.Word, "Stand der Mittel", "standing of the funds"), "funding", func(r *Report, a *Record) any { return r.standing(a) }},
	{schema.Field{Key: "base", Type: schema.Nested, DE: "Basiswert", EN: "base value", Fields: yearly}, "indicators", func(_ *Report, k *Record) any { return known(edge(k, -1)) }},
	{schema.Field{Key: "latest", Type: schema.Nested, DE: "letzter Wert", EN: "latest value", Fields: yearly}, "indicators", func(_ *Report, k *Record) any { return known(edge(k, 1)) }},
	{schema.New("trend", schema.Word, "Entwicklung", "trend"), "indicators", func(_ *Report, k *Record) any { return trend(k) }},
	{schema.New("wished", schema.Bool, "wie gewünscht", "as wished"), "indicators", func(_ *Report, k *Record) any { return wished(k) }},
	{schema.Address("place", "Ort", "place"), "workshops", func(r *Report, w *Record) any { return known(common(r.Inverse(w, "parts"))) }},
	{schema.New("deadline", schema.Day, "Anmeldung bis", "register by"), "workshops", func(r *Report, w *Record) any { return known(commonDeadline(r.Inverse(w, "parts"))) }},
	{schema.New("letter_date", schema.Day, "Datum des Briefs", "date of the letter"), "workshops", func(_ *Report, w *Record) any { return letterDate(w) }},
	{schema.Address("place", "Ort", "place"), "series", func(r *Report, s *Record) any { return known(common(r.partsOf(s))) }},
	{schema.New("deadline", schema.Day, "Anmeldung bis", "register by"), "series", func(r *Report, s *Record) any { return known(commonDeadline(r.partsOf(s))) }},
}

var yearly = []schema.Field{schema.New("year", schema.Year, "Jahr", "year"), schema.New("value", schema.Decimal, "Wert", "value")}

// DerivedOf returns the definitions for a kind, or for the nested records of a field.
func DerivedOf(name string) []Derived {
	var out []Derived
	for _, d := range derived {
		if d.of == name {
			out = append(out, d)
		}
	}
	return out
}

// Derive computes the value for a record; nil is unknown.
func (r *Report) Derive(d Derived, rec *Record) any {
	if rec == nil {
		return nil
	}
	return d.value(r, rec)
}

// leads are the offices that lead a measure, each once, the first of them before the further ones.
func leads(m *Record) []*Record {
	var list []*Record
	if lead, ok := As[*Record](m, "lead"); ok {
		list = append(list, lead)
	}
	more, _ := As[[]*Record](m, "co_leads")
	for _, o := range more {
		if !slices.Contains(list, o) {
			list = append(list, o)
		}
	}
	return list
}

// led are the measures that an office leads, alone or with others, in the order of the data.
func (r *Report) led(o *Record) []*Record {
	var list []*Record
	for _, m := range r.Records("measures") {
		if slices.Contains(leads(m), o) {
			list = append(list, m)
		}
	}
	return list
}

// known is a value if it is known.
func known[T any](v T, ok bool) any {
	if !ok {
		return nil
	}
	return v
}

func isDone(m schema.Meaning) bool { return m == schema.Done }

func isBad(m schema.Meaning) bool { return m == schema.Bad }

// rated tells whether a signal says how a measure goes.
func rated(signal *schema.Term) bool { return signal != nil && signal.Means != schema.Unknown }

// place is where a term stands in its scale, from good to bad.
func place(scale []schema.Term, t *schema.Term) int {
	return slices.IndexFunc(scale, func(o schema.Term) bool { return o.Key == t.Key })
}

// due is the end that was promised: a later one does not undo it.
func due(m *Record) (Moment, bool) {
	if end, ok := As[Moment](m, "previous_end"); ok {
		return end, true
	}
	return As[Moment](m, "end")
}

// Overdue tells whether the promised end is over in any of its meanings, and the measure is known to be open.
func (r *Report) Overdue(m *Record) bool {
	end, ok := due(m)
	return ok && !r.Date.IsZero() && end.To().Before(r.Date) && Means(m, "phase").IsOpen()
}

// isOverdue is nil where that cannot be said: the promised end is over and the phase is not known, or the end is withheld from
// readers who may take the measure for open.
func (r *Report) isOverdue(m *Record) any {
	phase := Means(m, "phase")
	end, ok := due(m)
	passed := ok && !r.Date.IsZero() && end.To().Before(r.Date)
	withheld := !passed && (m.withholds("end") || m.withholds("previous_end"))
	if passed && !phase.IsKnown() || withheld && (phase.IsOpen() || !phase.IsKnown()) {
		return nil
	}
	return r.Overdue(m)
}

// latestNews is the newest day of which the data say how a measure stood: that of its state, or of an entry in its log.
func latestNews(m *Record) (Date, bool) {
	newest, ok := As[Date](m, "as_of")
	entries, _ := As[[]*Record](m, "log")
	for _, e := range entries {
		if at, has := logged(e); has && (!ok || newest.Before(at)) {
			newest, ok = at, true
		}
	}
	return newest, ok && !m.withholds("as_of") && !m.withholds("log")
}

// logged is the day by which an entry of the log was so: the last one that its date can mean.
func logged(e *Record) (Date, bool) {
	at, ok := As[Moment](e, "date")
	return at.To(), ok
}

// newsSince is the day after which news is new: that of the last report, or else the same day a year before this one.
func (r *Report) newsSince() (Date, bool) {
	if last, ok := r.lastReport(); ok {
		return last, true
	}
	year := r.Date.Year - 1
	return Date{Year: year, Month: r.Date.Month, Day: min(r.Date.Day, calendar.LastDay(year, r.Date.Month))}, !r.Date.IsZero()
}

// stale: a measure that is open or goes on, and of which nothing was heard after the last report; news of that very day went into
// it. Nil where the phase or the day of the newest news is not known: then none of either is claimed.
func (r *Report) stale(m *Record) any {
	phase := Means(m, "phase")
	news, heard := latestNews(m)
	since, ok := r.newsSince()
	switch {
	case phase == schema.Done || phase.IsStopped() || r.fresh(m):
		return false
	case !phase.IsKnown() || !heard || !ok:
		return nil
	}
	return !since.Before(news)
}

// lastReport is the date of the last report, if there was one.
func (r *Report) lastReport() (Date, bool) { return As[Date](r.Single("project"), "last_report") }

// fresh: taken in after the last report.
func (r *Report) fresh(m *Record) bool {
	last, ok := r.lastReport()
	added, has := As[Date](m, "added")
	return ok && has && last.Before(added)
}

// then is what a measure's log says a field was at the last report; nil if it does not say.
func then[T any](r *Report, m *Record, key string) any {
	last, ok := r.lastReport()
	if !ok {
		return nil
	}
	var found any
	entries, _ := As[[]*Record](m, "log")
	for _, e := range entries {
		at, _ := logged(e)
		if v, has := As[T](e, key); has && !last.Before(at) {
			found = v
		}
	}
	return found
}

// judged is a judgement of what a field was at the last report, where that is known.
func judged(r *Report, m *Record, key string, judge func(schema.Meaning) bool) any {
	if was, ok := then[*schema.Term](r, m, key).(*schema.Term); ok {
		return judge(was.Means)
	}
	return nil
}

// endThen: an end that was moved keeps its former one beside it.
func (r *Report) endThen(m *Record) any {
	if v := then[Moment](r, m, "end"); v != nil {
		return v
	}
	if _, ok := r.lastReport(); !ok {
		return nil
	}
	return known(As[Moment](m, "previous_end"))
}

// The words for what became of a measure since the last report.
const (
	changedNew     = "neu"
	changedDone    = "abgeschlossen"
	changedStopped = "zurückgestellt oder entfallen"
	changedWorse   = "verschlechtert"
	changedBetter  = "verbessert"
	changedMoved   = "verändert"
	changedNot     = "unverändert"
)

// change is what became of a measure since the last report, nil if the log does not tell.
func (r *Report) change(m *Record) any {
	if _, ok := r.lastReport(); !ok {
		return nil
	}
	phase, _ := As[*schema.Term](m, "phase")
	signal, _ := As[*schema.Term](m, "signal")
	phaseThen, _ := then[*schema.Term](r, m, "phase").(*schema.Term)
	signalThen, _ := then[*schema.Term](r, m, "signal").(*schema.Term)
	means := Means(m, "phase")
	switch {
	case r.fresh(m):
		return changedNew
	case r.turned(m, phase, phaseThen) && means == schema.Done:
		return changedDone
	case r.turned(m, phase, phaseThen) && means.IsStopped():
		return changedStopped
	case signal != signalThen && rated(signal) && rated(signalThen):
		scale := r.Schema.Terms("signal")
		if place(scale, signal) > place(scale, signalThen) {
			return changedWorse
		}
		return changedBetter
	case phaseThen != nil && phase != phaseThen || r.moved(m):
		return changedMoved
	case phaseThen == nil || rated(signal) && !rated(signalThen):
		return nil
	}
	return changedNot
}

// turned: the measure came to its phase after the last report, as its log says.
func (r *Report) turned(m *Record, phase, before *schema.Term) bool {
	if before != nil {
		return phase != before
	}
	last, _ := r.lastReport()
	entries, _ := As[[]*Record](m, "log")
	return slices.ContainsFunc(entries, func(e *Record) bool {
		at, _ := logged(e)
		term, _ := As[*schema.Term](e, "phase")
		return term == phase && last.Before(at)
	})
}

func (r *Report) moved(m *Record) bool {
	before, ok := r.endThen(m).(Moment)
	end, has := As[Moment](m, "end")
	return ok && has && end != before
}

// standing is how sure funds are, unless that is withheld. Only granted funds cover costs; funds without a
// state count as planned.
func (r *Report) standing(a *Record) any {
	if t, ok := As[*schema.Term](a, "state"); ok {
		return t
	}
	if a.withholds("state") {
		return nil
	}
	terms := r.Schema.Terms("funding_state")
	i := slices.IndexFunc(terms, func(t schema.Term) bool { return t.Means == schema.Open })
	if i < 0 {
		return nil
	}
	return &terms[i]
}

// uncovered are the planned costs for which no funds are stated. It is known only of measures that state both: whoever names no
// funds, or withholds them, says nothing on what is open.
func uncovered(m *Record) (Money, bool) {
	costs, priced := As[[]*Record](m, "costs")
	funding, funded := As[[]*Record](m, "funding")
	var open Money
	for _, c := range costs {
		planned, _ := As[Money](c, "planned")
		open += planned
	}
	for _, a := range funding {
		amount, _ := As[Money](a, "amount")
		open -= amount
	}
	return open, priced && funded
}

// letterDate is the day that an invitation bears: its own, or that of its poster, or of its series'; never the report's,
// which may be long after the event.
func letterDate(w *Record) any {
	if inv, ok := As[*Record](w, "invitation"); ok {
		if d, ok := As[Date](inv, "date"); ok {
			return d
		}
	}
	if d, ok := As[Date](w, "poster_date"); ok {
		return d
	}
	series, _ := As[*Record](w, "series")
	return known(As[Date](series, "poster_date"))
}

// partsOf are the parts of all workshops of a series.
func (r *Report) partsOf(series *Record) (parts []*Record) {
	for _, w := range r.Inverse(series, "workshops") {
		parts = append(parts, r.Inverse(w, "parts")...)
	}
	return parts
}

// common is the place at which all parts are, if it is one and known for all.
func common(parts []*Record) (*Record, bool) {
	var first *Record
	for _, p := range parts {
		place, ok := As[*Record](p, "place")
		if !ok || first != nil && !samePlace(first, place) {
			return nil, false
		}
		first = place
	}
	return first, first != nil
}

// commonDeadline is the day until which people register for all parts, if it is one and known for all.
func commonDeadline(parts []*Record) (Date, bool) {
	var first Date
	for i, p := range parts {
		day, ok := As[Date](p, "deadline")
		if !ok || i > 0 && day != first {
			return Date{}, false
		}
		first = day
	}
	return first, len(parts) > 0
}

func samePlace(a, b *Record) bool {
	for _, key := range []string{"name", "street", "postcode", "city"} {
		if WordOf(a, key) != WordOf(b, key) || BestOf(a, key) != BestOf(b, key) {
			return false
		}
	}
	return true
}
