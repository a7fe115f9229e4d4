package towndata

import (
	"fmt"
	"strings"
)

var designs = []string{"base", "frankenthal", "sober", "lively"}

// outputs are what towns make: the book, all for the council, all for workshops, everything.
var outputs = [][]string{
	{"concept", "short"},
	{"concept", "council-report", "council-paper", "measure-cards"},
	{"concept", "posters", "workshop-record", "invitation"},
	{"concept", "short", "council-report", "council-paper", "measure-cards", "posters", "workshop-record", "invitation", "plain", "progress"},
}

func (g *maker) projectFile() {
	p := record{
		"municipality": record{"name": "Stadt Buchholz an der Lohe", "short": "Buchholz", "office": "Stadtverwaltung", "street": "Marktplatz 1", "postcode": "12345", "city": "Buchholz"},
		"title":        g.title(max(g.is["title"], 20)), "report_date": "2025-06-30", "state": "Entwurf", "design": designs[g.is["design"]],
		"publisher": []any{record{"role": "Herausgeberin", "name": "Stadt Buchholz an der Lohe", "address": "Marktplatz 1, 12345 Buchholz"}},
		"contact":   record{"function": "Stabsstelle Strategie", "email": "konzept@example.org"},
		"outputs": some(len(outputs[g.is["outputs"]]), func(i int) any {
			o := record{"target": outputs[g.is["outputs"]][i]}
			if o["target"] == "posters" {
				o["formats"] = []any{"A3"}
			}
			return o
		}),
	}
	if g.is["lang"] == 1 {
		p["languages"] = []any{"en"}
	}
	if n := g.is["levels"]; n > 1 {
		names := [][2]string{{"Leitziel", "Leitziele"}, {"strategisches Ziel", "strategische Ziele"}, {"operatives Ziel", "operative Ziele"}, {"Teilziel", "Teilziele"}}
		if g.is["lang"] == 1 {
			names = [][2]string{{"guiding goal", "guiding goals"}, {"strategic goal", "strategic goals"}, {"operative goal", "operative goals"}, {"partial goal", "partial goals"}}
		}
		p["terms"] = record{"levels": some(n, func(i int) any { return record{"one": names[i][0], "many": names[i][1]} })}
	}
	if g.is["words"] > 0 {
		p["subtitle"], p["claim"] = g.title(g.is["title"]), g.title(30)
	}
	if g.is["pictures"] > 0 {
		p["cover"], p["logo"] = "cover", "wappen"
	}
	g.write("konzept", record{"project": p})
	prelims := record{}
	put(prelims, "introduction", g.text(g.long()))
	put(prelims, "background", g.text(g.brief()))
	put(prelims, "steering", g.text(g.brief()))
	put(prelims, "vision", some(g.is["words"]/12%7, func(int) any { return g.sentence() }))
	if g.is["words"] > 200 {
		prelims["forewords"] = []any{record{"text": g.text(g.long() / 2), "name": "Doris Beispiel", "office": "Bürgermeisterin"}}
	}
	if len(prelims) > 0 {
		g.write("vorspann", record{"prelims": prelims})
	}
}

// framework makes fields and goals: each goal of a further level stands under the one before it.
func (g *maker) framework() {
	fields := some(g.is["fields"], func(i int) any {
		g.fields = append(g.fields, fmt.Sprintf("feld-%d", i+1))
		f := record{"id": g.fields[i], "code": fmt.Sprint(i + 1), "title": g.title(g.is["title"])}
		if i%5 == 3 {
			f["colour"] = "#7a1f5c"
		}
		put(f, "summary", g.text(min(g.is["words"], 30)))
		put(f, "text", g.text([]int{g.long(), g.brief()}[min(i, 1)]))
		put(f, "strengths", some(g.is["details"]*i%4, func(int) any { return g.sentence() }))
		put(f, "challenges", some(g.is["details"]*(i+1)%4, func(int) any { return g.sentence() }))
		return f
	})
	above := ""
	goals := some(g.is["goals"], func(i int) any {
		id := fmt.Sprintf("ziel-%d", i+1)
		g.goals = append(g.goals, id)
		r := record{"id": id, "code": fmt.Sprintf("Z %d", i+1), "title": g.title(g.is["title"])}
		put(r, "text", g.text(g.brief()))
		if level := i % g.is["levels"]; level > 0 {
			r["parent"] = above
		} else if len(g.fields) > 0 {
			r["field"] = g.fields[i/g.is["levels"]%len(g.fields)]
		}
		above = id
		return r
	})
	g.write("felder", record{"fields": fields, "goals": goals})
}

var phases = []string{"nicht begonnen", "in Planung", "in Umsetzung", "abgeschlossen", "Daueraufgabe", "zurückgestellt", "entfallen"}

func (g *maker) measuresFile() {
	n := len(g.goals) * g.is["measures"]
	if g.exactly > 0 {
		n = g.exactly
	}
	list := some(n, func(i int) any {
		id := fmt.Sprintf("m-%d", i+1)
		g.measures = append(g.measures, id)
		m := record{"id": id, "code": fmt.Sprintf("M %d", i+1), "title": g.title(g.is["title"]), "goals": []any{g.goals[i%len(g.goals)]}, "lead": g.one("soziales", "bauen")}
		put(m, "description", g.text([]int{g.long(), g.brief()}[min(i, 1)]))
		if g.is["details"] > 0 {
			g.usual(m, i)
		}
		if g.is["details"] > 1 {
			g.all(m, i)
		}
		return m
	})
	offices := []any{record{"id": "soziales", "name": "Fachbereich Soziales, Jugend und Familie", "short": "Soziales"}, record{"id": "bauen", "name": "Fachbereich Stadtplanung und Bauordnung", "short": "Bauen"}}
	if n == 0 {
		offices = nil
	}
	g.write("massnahmen", record{"measures": list, "offices": offices})
}

// usual gives a measure what most have.
func (g *maker) usual(m record, i int) {
	phase := phases[i%5]
	m["phase"], m["start"], m["end"], m["priority"] = phase, "2024-02", fmt.Sprintf("%d-12", 2025+i%4), g.one("hoch", "mittel", "gering")
	if phase != "abgeschlossen" && phase != "Daueraufgabe" {
		m["signal"] = "im Plan"
	}
	m["partners"] = some(1+i%3, func(int) any { return g.one(g.speech.who[3:]...) })
	m["costs"] = some(1+i%3, func(k int) any {
		return record{"year": 2024 + k, "kind": "laufend", "planned": 1500 * (i%9 + 1)}
	})
}

// all gives a measure what the fullest have.
func (g *maker) all(m record, i int) {
	put(m, "background", g.text(g.brief()))
	put(m, "effect", g.text(g.brief()))
	put(m, "next", g.text(min(g.brief(), 12)))
	m["audience"] = some(1+i%4, func(k int) any { return g.speech.people[(i+k)%len(g.speech.people)] })
	m["places"] = []any{g.one(g.speech.places...)}
	m["steps"] = some(1+i%6, func(k int) any {
		return record{"text": strings.TrimSuffix(g.sentence(), "."), "due": fmt.Sprintf("%d", 2025+k%3), "done": k == 0 && i%2 == 0}
	})
	m["funding"] = some(i%3, func(k int) any {
		return record{"source": g.one("Eigenmittel", "Land", "Bund"), "year": 2024 + k, "amount": 1000 * (k + 1), "state": g.one("geplant", "beantragt", "bewilligt")}
	})
	m["log"] = some(i%4, func(k int) any { return record{"date": fmt.Sprintf("2025-0%d-10", k+1), "text": g.sentence()} })
}

func (g *maker) indicatorsFile() {
	n := g.is["indicators"]
	if len(g.fields) == 0 {
		n = 0
	}
	g.write("indikatoren", record{"indicators": some(n, func(i int) any {
		r := record{"id": fmt.Sprintf("k-%d", i+1), "code": fmt.Sprintf("K %d", i+1), "title": g.title(min(g.is["title"], 80)), "unit": g.one("%", "Personen", "km"),
			"field": g.fields[i%len(g.fields)], "direction": g.one("steigend", "fallend")}
		put(r, "values", some(g.is["years"], func(k int) any { return record{"year": 2024 - g.is["years"] + k, "value": 20 + (i*7+k*k)%50} }))
		if i%2 == 0 {
			r["target"], r["target_year"] = 75, 2030
		}
		return r
	})})
}

func (g *maker) workshopsFile() {
	n := g.is["workshops"]
	if n == 0 {
		return
	}
	series := record{"id": "reihe", "title": g.title(max(g.is["title"], 12)), "subtitle": g.title(30), "audience": g.one(g.speech.people...),
		"registration": record{"web": "https://www.example.org/konzept", "email": "konzept@example.org", "phone": "01234 56-78"},
		"contact":      record{"function": "Stabsstelle Strategie"}, "poster_date": "2024-09-02"}
	put(series, "text", g.text(min(g.is["words"], 40)))
	put(series, "accessibility", g.text(min(g.is["words"], 20)))
	put(series, "partners", some(g.is["logos"], func(i int) any { return record{"name": g.speech.who[i], "logo": g.logos[i]} }))
	if g.is["pictures"] > 1 {
		series["picture"] = "cover"
	}
	var parts, ideas []any
	shops := some(n, func(i int) any {
		id := fmt.Sprintf("w-%d", i+1)
		w := record{"id": id, "series": "reihe", "title": g.title(g.is["title"])}
		if len(g.fields) > 0 {
			w["field"] = g.fields[i%len(g.fields)]
		}
		put(w, "summary", g.text(g.brief()))
		put(w, "results", some(g.is["details"]*2, func(int) any { return g.sentence() }))
		for k := range g.is["parts"] {
			parts = append(parts, g.part(id, i, k))
		}
		return w
	})
	for i := range g.is["ideas"] {
		ideas = append(ideas, g.idea(i, parts[i%len(parts)].(record)["id"].(string)))
	}
	g.write("workshops", record{"series": []any{series}, "workshops": shops, "parts": parts, "ideas": ideas})
}

func (g *maker) part(workshop string, i, k int) record {
	p := record{"id": fmt.Sprintf("%s-t%d", workshop, k+1), "workshop": workshop, "number": k + 1, "date": fmt.Sprintf("2024-%02d-%02d", 10+i%3, 1+k*4+i), "start": "18:00", "end": "20:30",
		"place": record{"name": g.speech.places[(i+k/2)%len(g.speech.places)], "street": "Marktplatz 1", "postcode": "12345", "city": "Buchholz"}}
	if k == 0 && i%3 != 2 {
		p["deadline"] = "2024-09-27"
	}
	if g.is["details"] > 0 {
		p["participants"] = 12 + k
		put(p, "summary", g.text(g.brief()))
	}
	if g.is["details"] > 1 {
		p["programme"] = some(5, func(j int) any {
			return record{"time": fmt.Sprintf("18:%02d", j*10), "text": strings.TrimSuffix(g.sentence(), ".")}
		})
		p["agreements"] = some(k%3, func(int) any { return g.sentence() })
	}
	return p
}

func (g *maker) idea(i int, part string) record {
	r := record{"id": fmt.Sprintf("I-%03d", i+1), "part": part, "kind": g.one("Frage", "Hindernis", "Lösungsansatz", "vorhandenes Angebot"), "text": strings.TrimSuffix(g.sentence(), "."), "votes": i % 9}
	switch {
	case i%3 == 0 && len(g.measures) > 0:
		r["outcome"], r["measures"] = "aufgenommen", []any{g.measures[i%len(g.measures)]}
	case i%3 == 1:
		r["outcome"], r["until"] = "wird geprüft", "2026"
	default:
		r["outcome"], r["reason"] = "nicht aufgenommen", g.sentence()
	}
	return r
}

func (g *maker) papersFile() {
	if g.is["details"] == 0 {
		return
	}
	paper := record{"id": "v-1", "number": "XIX/0001", "kind": "Beschlussvorlage", "title": g.title(g.is["title"]), "date": "2025-05-05",
		"deliberation": []any{record{"body": "Stadtrat", "role": "Entscheidung", "motion": []any{g.sentence()}}}}
	put(paper, "situation", g.text(g.long()))
	g.write("vorlagen", record{"papers": []any{paper}})
}
