package colour

import "image"

// FourScans is fourScans without what it measures.
func FourScans(planes [4]*image.Gray) []byte {
	file, _ := fourScans(planes)
	return file
}

// Pixel separates one colour, in 1/255 of full ink.
func (s *Separation) Pixel(rgb [3]uint8) (inks [4]byte) {
	s.pixel(&inks, rgb[0], rgb[1], rgb[2])
	return inks
}
