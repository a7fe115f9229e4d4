package eval

import "testing"

func TestReadableAddressHasNoScheme(t *testing.T) {
	for url, want := range map[string]any{"https://www.frankenthal.de/a/": "www.frankenthal.de/a", "tel:+49 6233": "+49 6233", "": nil} {
		if got := readable(url); got != want {
			t.Errorf("readable(%q) = %v, want %v", url, got, want)
		}
	}
}
