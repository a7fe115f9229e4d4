package design

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	bareHex = regexp.MustCompile(`^(?:#|0x)?([0-9a-f]{6}|[0-9a-f]{3})(?:[0-9a-f]{2}|[0-9a-f])?$`) // with or without opacity behind it
	triple  = regexp.MustCompile(`^(?:rgba?)?[ (:]*(\d{1,3}) ?[,;/ ] ?(\d{1,3}) ?[,;/ ] ?(\d{1,3})(?: ?[,;/ ] ?[\d.]+%?)?[ )]*$`)
)

// meantColour reads a colour as other programs write it: rgb(179, 38, 30), 179/38/30, b3261e, 0xB3261E, #b3261eff, or its
// plain name.
func meantColour(word string) (rgb [3]uint8, ok bool) {
	word = strings.ToLower(strings.TrimSpace(word))
	if m := triple.FindStringSubmatch(word); m != nil {
		for i, digits := range m[1:4] {
			n, err := strconv.ParseUint(digits, 10, 8)
			if err != nil {
				return rgb, false
			}
			rgb[i] = uint8(n)
		}
		return rgb, true
	}
	if m := bareHex.FindStringSubmatch(word); m != nil {
		return parseHex("#" + m[1])
	}
	hue := word
	for _, tone := range []string{"dunkel", "hell", "dark", "light"} {
		hue = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(hue, tone), "-"))
	}
	value, ok := plainHues[hue]
	if !ok {
		return rgb, false
	}
	return parseHex(value)
}

// plainHues are tones of the colours that people name, dark enough for white type on them (WCAG 2.1: 4.5:1).
var plainHues = map[string]string{
	"rot": "#b3261e", "red": "#b3261e", "blau": "#1f5f99", "blue": "#1f5f99", "grün": "#2e6b34", "gruen": "#2e6b34", "green": "#2e6b34",
	"gelb": "#806000", "yellow": "#806000", "orange": "#a84a00", "violett": "#6a3d8f", "lila": "#6a3d8f", "purple": "#6a3d8f", "violet": "#6a3d8f",
	"türkis": "#00696f", "tuerkis": "#00696f", "turquoise": "#00696f", "petrol": "#00596b", "teal": "#00596b", "rosa": "#a83263", "pink": "#a83263",
	"magenta": "#a0145f", "braun": "#6b4423", "brown": "#6b4423", "grau": "#5a6066", "grey": "#5a6066", "gray": "#5a6066", "schwarz": "#1a1a1a", "black": "#1a1a1a",
	"bordeaux": "#7a1f2b", "oliv": "#5b6236", "olive": "#5b6236", "ocker": "#805b10", "ochre": "#805b10", "marine": "#1d3557", "navy": "#1d3557",
}
