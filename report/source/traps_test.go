package source

import "testing"

func TestPlainWordsThatYAMLTakesForNumbers(t *testing.T) {
	for s, want := range map[string]string{
		"1.10": "1.1", "1.1": "1.1", "012": "10", "089": "", "1_000": "1000", "14:00": "840", "0x1F": "31", "1e3": "1000", "+1": "1", "1.": "1",
		"67227": "67227", "AA-1": "", "1.2.3": "", "06233 89": "", "-": "", "": "", "dead": "", "be": "", "4-6": "", "XVI/0354": "", "14:75": "", "e": "", "0.50": "0.5",
	} {
		if got := ReadAsNumber(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

func TestPathsThatDoNotWorkEverywhere(t *testing.T) {
	for _, s := range []string{"../x.png", "a/../../x", "/etc/passwd", `\\srv\share\x.png`, `C:\x.png`, "C:/x.png", "CON", "con.png", "a/nul.txt", "com1.md", "LPT9", "a:b", "x.", "x ", "a//b", "./x", "", "a?b", "a|b", "x/"} {
		if UnsafePath(s) == "" {
			t.Errorf("%q is allowed", s)
		}
	}
	for _, s := range []string{"bild.png", "bilder/Hände vor Weltkarte.png", "a.b.c", "console.md", "com10.md", "…"} {
		if why := UnsafePath(s); why != "" {
			t.Errorf("%q is refused: %s", s, why)
		}
	}
}
