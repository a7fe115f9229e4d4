package odddata

import "fmt"

func (g *maker) projectFile() {
	p := record{
		"municipality": record{"name": "Stadt Ödeshöh"},
		"title":        g.heading("Konzept"),
		"report_date":  "2024-06-30",
		"outputs": []any{
			record{"target": "concept", "editions": []any{"screen", "print", "copy"}},
			record{"target": "council-report", "audience": "council"}, record{"target": "short"}, record{"target": "plain"},
			record{"target": "council-paper", "audience": "council"}, record{"target": "workshop-record"}, record{"target": "invitation"},
			record{"target": "measure-cards"}, record{"target": "progress"},
		},
	}
	if !g.sheetless {
		p["outputs"] = append(p["outputs"].([]any), record{"target": "posters", "formats": []any{"A3"}, "editions": []any{"screen", "print"}})
	}
	if g.speaks != nil {
		p["languages"] = g.speaks
	}
	if g.levels > 0 {
		p["terms"] = record{"levels": some(g.levels, func(i int) any {
			return record{"one": fmt.Sprintf("Ebene %d", i+1), "many": fmt.Sprintf("Ebenen %d", i+1)}
		})}
	}
	if !g.bare {
		p["subtitle"], p["claim"], p["edition"] = g.spoken(g.heading("Untertitel")), g.heading("Leitspruch"), g.line(3)
		p["disclaimer"], p["credits"] = g.text(30, true), []any{g.line(4)}
		p["contact"] = record{"function": g.line(3), "email": "amt@example.org", "web": "https://www.example.org/a?b=c&d=ä"}
	}
	if g.pictures {
		p["cover"], p["logo"] = "wide", "dot"
	}
	g.write("konzept", record{"project": p})
}

func (g *maker) prelimsFile() {
	if g.bare || g.fields == 0 {
		return
	}
	p := record{"mandate": g.text(20, false), "introduction": g.text(g.words*3, true), "background": g.text(g.words*2, true), "vision_intro": g.text(g.words, true),
		"vision": some(g.rand.IntN(12), func(int) any { return g.text(10, true) }), "steering": g.text(g.words, true), "decision": some(3, func(int) any { return g.text(8, true) })}
	if g.rand.IntN(2) == 0 {
		p["forewords"] = []any{record{"text": g.text(g.words*4, true), "name": g.line(2)}, record{"title": g.heading("Vorwort"), "text": g.text(3, true)}}
	}
	g.write("vorspann", record{"prelims": p})
}

// frame makes fields and goals; goals stand in chains as deep as the shape says.
func (g *maker) frameFile() {
	var fields, goals []any
	for i := range g.fields {
		id := fmt.Sprintf("fläche-%d", i+1)
		g.fieldIDs = append(g.fieldIDs, id)
		f := record{"id": id, "code": string(rune('A' + i)), "title": g.heading("Feld")}
		if !g.bare {
			f["summary"], f["text"] = g.text(g.words, false), g.text(g.words*2, true)
			f["strengths"] = some(g.rand.IntN(5), func(int) any { return g.text(5, true) })
			f["challenges"] = some(g.rand.IntN(5), func(int) any { return g.text(5, true) })
		}
		fields = append(fields, f)
		for k := range g.goals {
			parent := ""
			for level := range g.levels {
				id := fmt.Sprintf("ziel-ß-%d-%d-%d", i+1, k+1, level+1)
				goal := record{"id": id, "code": fmt.Sprintf("%c %d.%d", 'A'+i, k+1, level+1), "title": g.heading("Ziel"), "text": g.text(g.words, true)}
				if parent != "" {
					goal["parent"] = parent
				} else {
					goal["field"] = g.fieldIDs[i]
				}
				parent = id
				g.goalIDs = append(g.goalIDs, id)
				goals = append(goals, goal)
			}
		}
	}
	g.write("felder", record{"fields": fields, "goals": goals})
}

var phases = []string{"nicht begonnen", "in Planung", "in Umsetzung", "abgeschlossen", "Daueraufgabe", "zurückgestellt", "entfallen"}

func (g *maker) measuresFile() {
	list := some(g.measures, func(i int) any {
		id := fmt.Sprintf("maßnahme-%03d", i+1)
		g.measureIDs = append(g.measureIDs, id)
		m := record{"id": id, "code": fmt.Sprintf("M %d", i+1), "title": g.heading("Maßnahme"), "field": g.fieldIDs[i%len(g.fieldIDs)]}
		if i%5 > 0 {
			m["goals"] = []any{g.goalIDs[i%len(g.goalIDs)]}
			delete(m, "field")
		}
		if !g.bare {
			g.fill(m, i)
		}
		return m
	})
	g.write("maßnahmen", record{"measures": list, "offices": []any{record{"id": "öamt", "name": g.heading("Amt")}, record{"id": "amt-2", "name": "B", "short": "B"}}})
}

// fill gives a measure all optional fields.
func (g *maker) fill(m record, i int) {
	m["background"], m["description"], m["effect"] = g.text(g.words, true), g.spoken(g.text(g.words, true)), g.text(g.words, true)
	m["audience"] = some(g.rand.IntN(4), func(int) any { return g.text(2, false) })
	m["partners"] = some(g.rand.IntN(9), func(int) any { return g.text(2, false) })
	m["lead"], m["phase"], m["signal"], m["comment"] = g.one("öamt", "amt-2"), phases[i%7], g.one("im Plan", "gefährdet", "kritisch"), g.text(g.words, true)
	m["progress"], m["as_of"], m["next"] = g.rand.IntN(101), "2024-06-01", g.text(5, true)
	m["kind"], m["novelty"], m["priority"], m["horizon"] = g.one("organisatorisch", "Satzung"), "neu", "hoch", "kurzfristig"
	m["start"], m["end"], m["previous_end"] = "2019", g.one("2030-12-31", "Ende 2031", "2029-04"), "2022"
	m["staff"], m["budget_line"], m["reserve"] = 0.05, "1.2.3.4.5", true
	m["risks"], m["internal_note"], m["sdgs"] = g.text(g.words, false), g.text(4, false), []any{"1", "17"}
	m["steps"] = some(g.rows, func(k int) any { return record{"text": g.text(4, true), "due": "2023", "done": k%2 == 0} })
	m["costs"] = some(g.rows, func(k int) any {
		return record{"year": 2020 + k, "kind": "laufend", "planned": []any{0, 0.01, 999999999, 12500.5}[g.rand.IntN(4)], "spent": g.rand.IntN(2) * 100}
	})
	m["log"] = some(g.rows, func(k int) any {
		return record{"date": fmt.Sprintf("2023-%02d-%02d", k%12+1, k/12+1), "text": g.text(6, true)}
	})
	if i > 0 {
		m["related"] = []any{g.measureIDs[g.rand.IntN(i)]}
	}
}

var outcomes = []string{"aufgenommen", "teilweise aufgenommen", "bereits vorhanden", "wird geprüft", "nicht in städtischer Zuständigkeit", "zurückgestellt", "nicht aufgenommen"}

func (g *maker) workshopsFile() {
	if g.ideas == 0 {
		return
	}
	series := record{"id": "reihe", "title": g.heading("Reihe"), "text": g.text(g.words, false), "registration": record{"web": "https://www.example.org/anmeldung"}}
	if g.pictures {
		series["picture"] = "wide"
	}
	var parts, ideas []any
	shops := some(2, func(w int) any {
		for k := range 2 {
			id := fmt.Sprintf("teil-%d-%d", w, k)
			parts = append(parts, record{"id": id, "workshop": fmt.Sprintf("ws%d", w), "number": k + 1, "date": fmt.Sprintf("2023-1%d-0%d", w, k+1), "summary": g.text(g.words, true),
				"place": record{"name": g.line(3)}, "programme": some(k*8, func(i int) any { return record{"time": fmt.Sprintf("%02d:00", 9+i), "text": g.text(4, true)} }),
				"agreements": some(w*3, func(int) any { return g.text(6, true) })})
			for i := range g.ideas {
				ideas = append(ideas, g.idea(id, i))
			}
		}
		return record{"id": fmt.Sprintf("ws%d", w), "title": g.heading("Workshop"), "series": "reihe", "summary": g.text(g.words, true), "results": some(w*2, func(int) any { return g.text(6, true) })}
	})
	// The third workshop has no part, no series, no text.
	shops = append(shops, record{"id": "leer", "title": "Ohne alles"})
	g.write("workshops", record{"series": []any{series}, "workshops": shops, "parts": parts, "ideas": ideas})
}

func (g *maker) idea(part string, i int) any {
	r := record{"id": fmt.Sprintf("%s.%03d", part, i+1), "part": part, "kind": g.one("Frage", "Hindernis", "Lösungsansatz", "vorhandenes Angebot"), "votes": i % 7}
	outcome := outcomes[i%len(outcomes)]
	rejected := outcome != "aufgenommen" && outcome != "teilweise aufgenommen" && outcome != "wird geprüft"
	if !rejected && len(g.measureIDs) > 0 {
		r["measures"] = []any{g.measureIDs[i%len(g.measureIDs)]}
	} else if !rejected {
		outcome, rejected = "zurückgestellt", true
	}
	r["outcome"], r["text"], r["reason"] = outcome, g.text(g.rand.IntN(20)+1, !rejected), g.text(6, rejected)
	if outcome == "wird geprüft" {
		r["until"] = "2025"
	}
	return r
}

func (g *maker) listsFile() {
	if g.facts == 0 {
		return
	}
	values := []any{0, -5, 0.5, 123456.125, 100}
	g.write("listen", record{
		"facts": some(g.facts, func(i int) any {
			return record{"id": fmt.Sprintf("f%d", i), "title": g.text(4, true), "value": values[i%5], "decimals": i % 3, "unit": g.one("%", "Personen", "€"), "source": g.line(4)}
		}),
		"milestones": some(g.facts*2, func(i int) any {
			return record{"id": fmt.Sprintf("e%d", i), "when": fmt.Sprint(1950 + i%70), "text": g.text(8, true)}
		}),
		"resolutions": some(g.facts%9, func(i int) any {
			return record{"id": fmt.Sprintf("b%d", i), "when": "2012-06-27", "body": g.line(2), "text": g.text(8, true), "vote": "einstimmig"}
		}),
		"quotations": some(g.facts%3, func(i int) any {
			return record{"id": fmt.Sprintf("z%d", i), "text": g.text(20, true), "speaker": "N. N.", "office": g.line(3), "source": g.line(5)}
		}),
		"glossary": some(g.facts, func(i int) any {
			return record{"id": fmt.Sprintf("g%d", i), "term": g.heading("Begriff"), "text": g.text(20, true)}
		}),
		"abbreviations": some(g.facts, func(i int) any {
			return record{"id": fmt.Sprintf("a%d", i), "short": fmt.Sprintf("ABK%d", i), "long": g.text(3, true)}
		}),
		"institutions": some(g.facts, func(i int) any { return record{"id": fmt.Sprintf("i%d", i), "name": g.text(3, true)} }),
		"indicators": some(g.facts%13, func(i int) any {
			return record{"id": fmt.Sprintf("k%d", i), "code": fmt.Sprintf("K-%d", i), "title": g.text(4, true), "field": g.fieldIDs[i%len(g.fieldIDs)], "unit": "%", "decimals": i % 3, "target": values[i%5],
				"values": some(i%9, func(k int) any { return record{"year": 2015 + k, "value": values[(i+k)%5]} })}
		}),
		"plain": record{"title": g.heading("Leicht"), "intro": g.line(12) + ". " + g.line(9) + ".", "sections": some(g.facts%7, func(int) any { return record{"title": g.heading("Was"), "text": g.line(20) + "."} })},
	})
}

func (g *maker) papersFile() {
	if g.bare || g.fields == 0 {
		return
	}
	g.write("vorlagen", record{"papers": some(g.rows%4, func(i int) any {
		p := record{"id": fmt.Sprintf("v%d", i), "number": fmt.Sprintf("XIX/%04d", i), "kind": g.one("Beschlussvorlage", "Informationsvorlage"), "title": g.heading("Vorlage"), "date": "2024-05-05",
			"deliberation": some(i, func(int) any {
				return record{"body": g.line(2), "role": "Vorberatung", "motion": some(g.rand.IntN(3), func(int) any { return g.text(9, false) })}
			})}
		if i > 0 {
			p["situation"], p["assessment"], p["measures"] = g.text(g.words*3, false), g.text(g.words, false), []any{g.measureIDs[0]}
			p["annexes"], p["finance"] = []any{record{"title": g.heading("Anlage")}}, record{"effect": "ja", "text": g.text(g.words, false)}
		}
		return p
	})})
}
