package microtype

import "testing"

// TestSwissThousandsTakeTheTypographicApostrophe that typists cannot reach; feet and minutes stay.
func TestSwissThousandsTakeTheTypographicApostrophe(t *testing.T) {
	style := &Style{Quotes: QuotesOf("«»", false), Thousands: "’"}
	for in, want := range map[string]string{
		"CHF 1'250'000.– pro Jahr": "CHF\u00a01’250’000.– pro Jahr", "rund Fr. 12'500.50 je": "rund Fr.\u00a012’500.50 je", "6'2 hoch": "6'2 hoch", "5'1234": "5'1234",
		"«12'000» Leute": "«12’000» Leute",
	} {
		var s Setter
		if got := Apply(in, s.Edits(in, style)); got != want {
			t.Errorf("%q is set as %q, want %q", in, got, want)
		}
	}
	german := &Style{Quotes: QuotesOf("", false), Thousands: "."}
	var s Setter
	if in := "1'250 mm"; Apply(in, s.Edits(in, german)) != "1'250\u00a0mm" {
		t.Errorf("in Germany %q is set as %q", in, Apply(in, s.Edits(in, german)))
	}
}
