// Package colour converts colours between screens and printing inks by ICC profiles.
//
// It reads profiles (ICC.1:2010), brings the colours of other devices to sRGB, and separates sRGB into cyan, magenta, yellow
// and black for a printing condition. It knows samples, not files: what a picture is stands in package picture.
package colour

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf16"
)

// Profile is the ICC profile of a printing condition: its tables lead from Lab to four inks and back (ICC.1:2010).
type Profile struct {
	Name string // its description: "Coated FOGRA39L VIGC 300"
	Data []byte
	tags map[string][]byte
}

// Limits of damaged files.
const (
	maxBytes = 32 << 20 // of a profile; those of presses have 3 MB
	maxTags  = 200
)

var (
	errNoProfile  = errors.New("no ICC profile")
	errNoCMYK     = errors.New("not an output profile from Lab to CMYK")
	errNoTable    = errors.New("no table from Lab to CMYK")
	errBadProfile = errors.New("damaged table")
)

// ReadProfile takes an output profile for CMYK apart.
func ReadProfile(data []byte) (*Profile, error) {
	tags, err := readTags(data)
	if err != nil {
		return nil, err
	}
	if string(data[12:24]) != "prtrCMYKLab " {
		return nil, errNoCMYK
	}
	p := &Profile{Name: description(tags["desc"]), Data: data, tags: tags}
	if _, err := p.toInk(Relative); err != nil {
		return nil, err
	}
	_, err = p.toLab()
	return p, err
}

// readTags takes any profile's tag table apart (ICC.1:2010, 7.3).
func readTags(data []byte) (map[string][]byte, error) {
	if len(data) < 132 || len(data) > maxBytes || string(data[36:40]) != "acsp" {
		return nil, errNoProfile
	}
	n := int(binary.BigEndian.Uint32(data[128:]))
	if n > maxTags || len(data) < 132+12*n {
		return nil, errBadProfile
	}
	tags := map[string][]byte{}
	for e := data[132 : 132+12*n]; len(e) > 0; e = e[12:] {
		from, size := uint64(binary.BigEndian.Uint32(e[4:])), uint64(binary.BigEndian.Uint32(e[8:]))
		if from+size > uint64(len(data)) {
			return nil, errBadProfile
		}
		tags[string(e[:4])] = data[from : from+size]
	}
	return tags, nil
}

// description reads a textDescriptionType or the first record of a multiLocalizedUnicodeType.
func description(b []byte) string {
	switch {
	case len(b) >= 12 && string(b[:4]) == "desc":
		n := int(binary.BigEndian.Uint32(b[8:]))
		s, _, _ := bytes.Cut(b[12:12+min(max(n, 0), len(b)-12)], []byte{0})
		return strings.ToValidUTF8(string(s), "")
	case len(b) >= 28 && string(b[:4]) == "mluc":
		n, at := int(binary.BigEndian.Uint32(b[20:])), int(binary.BigEndian.Uint32(b[24:]))
		if at < 0 || n < 0 || at+n > len(b) {
			return ""
		}
		var u []uint16
		for s := b[at : at+n]; len(s) >= 2; s = s[2:] {
			u = append(u, binary.BigEndian.Uint16(s))
		}
		return string(utf16.Decode(u))
	}
	return ""
}

// Intent of rendering: what becomes of colours that ink cannot reach.
type Intent uint8

const (
	Relative   Intent = iota // relative colorimetric with black point compensation
	Perceptual               // as the profile's maker thought best
)

// toInk is the way from Lab to ink; profiles without a table for an intent use the perceptual one.
func (p *Profile) toInk(in Intent) (pipeline, error) {
	if in == Relative && p.tags["B2A1"] != nil {
		return readPipeline(p.tags["B2A1"], 3, 4)
	}
	return readPipeline(p.tags["B2A0"], 3, 4)
}

// toLab is the way from ink to Lab, relative to the paper.
func (p *Profile) toLab() (pipeline, error) {
	if p.tags["A2B1"] != nil {
		return readPipeline(p.tags["A2B1"], 4, 3)
	}
	return readPipeline(p.tags["A2B0"], 4, 3)
}

// black is the lightness of the darkest neutral that the profile reaches: where Lab black lands by its perceptual table.
func (p *Profile) black() float64 {
	ink, err := p.toInk(Perceptual)
	if err != nil {
		return 0
	}
	lab, err := p.toLab()
	if err != nil {
		return 0
	}
	return min(max(lab.run(ink.run([4]float64{}))[0], 0), 50)
}
