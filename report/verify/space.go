package verify

import "konzept/report/pdf"

// colourUse is a set of kinds of colour spaces.
type colourUse uint8

const (
	usesGray colourUse = 1 << iota // of the device
	usesRGB
	usesCMYK
	usesICC   // independent of a device, but like one's inks: grey or CMYK with a profile
	usesLight // independent of a device and no ink: RGB with a profile, Lab
)

const (
	ofDevice = usesGray | usesRGB | usesCMYK
	notInk   = usesRGB | usesLight
)

// space is what a colour space's colours are in the end: a plate's or an index's are those of the space under it
// (ISO 32000-1, 8.6).
func (in *inspection) space(v any, depth int) colourUse {
	v = in.r.Resolve(v)
	if n, ok := v.(pdf.Name); ok {
		return deviceSpace(string(n))
	}
	list, _ := v.(pdf.Array)
	if len(list) == 0 || depth > 4 {
		return 0
	}
	under := func(i int) colourUse {
		if i < len(list) {
			return in.space(list[i], depth+1)
		}
		return 0
	}
	switch family := in.r.Name(list[0]); family {
	case "CalGray":
		return usesICC
	case "CalRGB", "Lab":
		return usesLight
	case "ICCBased":
		if len(list) > 1 && pdf.Integer(in.r.Resolve(in.r.Dict(list[1]).Get("N"))) == 3 {
			return usesLight
		}
		return usesICC
	case "Indexed", "I", "Pattern":
		return under(1)
	case "Separation", "DeviceN":
		return under(2)
	default:
		return deviceSpace(family)
	}
}

func deviceSpace(name string) colourUse {
	switch name {
	case "DeviceGray", "G":
		return usesGray
	case "DeviceRGB", "RGB":
		return usesRGB
	case "DeviceCMYK", "CMYK":
		return usesCMYK
	}
	return 0
}
