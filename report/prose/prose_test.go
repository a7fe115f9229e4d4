package prose

import (
	"strings"
	"testing"

	"konzept/report/diag"
	"konzept/report/microtype"
)

// marked finds the codes and the places of the prose findings of a text.
func marked(lang, text string) string { return markedBy(Reader{}, lang, text) }

func markedBy(c Reader, lang, text string) string {
	var found diag.List
	c.Read(Text{Text: text, Lang: lang, Place: func(from, to int) diag.Span { return diag.Span{File: "a", From: int32(from), To: int32(to)} },
		Add: func(code diag.Code, at diag.Span, args ...string) *diag.Finding { return found.Add(code, at, args...) }})
	var out []string
	for _, f := range diag.Sorted(&found) {
		out = append(out, string(f.Code)+" "+text[f.At.From:f.At.To])
	}
	return strings.Join(out, "; ")
}

func TestProse(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Er sagte: „Der ‚Kommune‘ kommt eine Rolle zu.“ – Ja, geht’s?", ""},
		{"„Arbeit und Ausbildung", "unbalanced-quotes „"},
		{"“Arbeit und Ausbildung“", "unbalanced-quotes “; unbalanced-quotes “"},
		{"„Arbeit” und", "unbalanced-quotes ”"},
		{"»Brücken« und „Wege“", "mixed-quotes „"},
		{"12.500 Euro und 12 500,50 €, 1 200 Menschen, 2024 500 Euro", "mixed-forms 12 500; mixed-forms 1 200"},
		{"Nr. 3.100, Raum 3 250, 67227 Frankenthal, 12.500 Euro", ""},
		{"am 03.04.2024, 3.4.2024, 12.11.2024 und 3.12.2024", "mixed-forms 3.4.2024; mixed-forms 3.12.2024"},
		{"Tel. 06233 89-0, Fax: 06233/89-5, Telefon (06233) 89-1", "mixed-forms 06233/89-5; mixed-forms 06233) 89-1"},
		{"14:00 - 17:30 Uhr", "range-hyphen 14:00 - 17:30"},
		{"14:00 – 17:30 Uhr", "range-hyphen 14:00 – 17:30"},
		{"14:00-17:30 Uhr, von 2014-2018", "range-hyphen 14:00-17:30; range-hyphen 2014-2018"},
		{"14:00–17:30 Uhr, 2014–2018; im Jahr 2014 – 30 Personen", ""},
		{"Tel. 06233 89-390, Drs. XVI/0354-1, AA-1-004, 2023-11-20, 1999-2001-7", ""},
		{"Vor- und Nachteile, E-Mail - kurz", "hyphen-as-dash  - "},
		{"- Liste\n- noch eine\n  - tiefer", ""},
		{"zwei  Leerzeichen  \nam Ende", "double-space   "},
		{"TODO, TODOS, tbd, ???, Lorem ipsum dolor, XXXL", "placeholder-text TODO; placeholder-text tbd; placeholder-text ???; placeholder-text Lorem ipsum"},
		{"Bürger*innen **fett** und \\** und ***", ""},
		{"**offen\n\n**zu**", "open-markup **"},
		{"Text^[eine Fußnote] und^[offen", "open-markup ^["},
		{"[gut](https://example.org) [böse](javascript:alert) [nichts](example.org)", "url-scheme javascript:alert; url-scheme example.org"},
	} {
		if got := marked("de", c.text); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
	if got := marked("en", "“It’s the city’s ‘role’”, 14:00–17:30"); got != "" {
		t.Errorf("English: %q", got)
	}
}

// TestWhatIsCorrectedIsNoFinding: what micro-typography sets is told to nobody, and it sets all of it.
func TestWhatIsCorrectedIsNoFinding(t *testing.T) {
	all := Reader{Corrected: Corrected{Marks: true, Numbers: true, Dates: true, Phones: true}}
	style := microtype.Style{Quotes: microtype.QuotesOf("", false), Thousands: ".", Regroup: true, PadDates: true, Phone: microtype.PhoneDIN}
	for _, text := range []string{"14:00 - 17:30 Uhr", "14:00-17:30 Uhr, von 2014-2018", "E-Mail - kurz", "zwei  Leerzeichen hier", "Er sagt \"Ja\" und »Nein«.",
		"12.500 Euro und 12 500,50 €", "am 03.04.2024 und 3.5.2024", "Tel. 06233 89-0, Fax: 06233/89-5"} {
		if before, now := marked("de", text), markedBy(all, "de", text); before == "" || now != "" {
			t.Errorf("%q: %q, now %q", text, before, now)
		}
		var s microtype.Setter
		set := microtype.Apply(text, s.Edits(text, &style))
		if left := marked("de", set); left != "" {
			t.Errorf("%q becomes %q, which is %q", text, set, left)
		}
	}
	if got := markedBy(all, "de", "zwei \"Zoll und „offen"); got != "straight-quotes \"; unbalanced-quotes „" {
		t.Errorf("what does not pair: %q", got)
	}
}
