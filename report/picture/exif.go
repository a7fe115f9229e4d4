package picture

import "encoding/binary"

// orientation reads tag 0x0112 of a TIFF block (EXIF 2.32, 4.6.4); 1 is upright and the answer to anything odd.
func orientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.LittleEndian
	switch string(tiff[:2]) {
	case "II":
	case "MM":
		order = binary.BigEndian
	default:
		return 1
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 1
	}
	n := uint64(order.Uint16(tiff[at:]))
	for i := range n {
		e := at + 2 + 12*i
		if e+12 > uint64(len(tiff)) {
			return 1
		}
		if order.Uint16(tiff[e:]) == 0x0112 {
			if v := int(order.Uint16(tiff[e+8:])); v >= 1 && v <= 8 {
				return v
			}
			return 1
		}
	}
	return 1
}

// turned tells whether an orientation swaps width and height.
func turned(orientation int) bool { return orientation >= 5 }

// turn brings rows of bpp bytes a sample upright and returns them with their new width and height.
func turn(src []byte, w, h, stride, bpp, orientation int) ([]byte, int, int) {
	if orientation == 1 && stride == w*bpp {
		return src[:w*h*bpp], w, h
	}
	nw, nh := w, h
	if turned(orientation) {
		nw, nh = h, w
	}
	out := make([]byte, nw*nh*bpp)
	for y := range nh {
		for x := range nw {
			sx, sy := origin(x, y, w, h, orientation)
			copy(out[(y*nw+x)*bpp:][:bpp], src[sy*stride+sx*bpp:])
		}
	}
	return out, nw, nh
}

// origin is the place in a w × h picture of what stands at x, y when it is upright.
func origin(x, y, w, h, orientation int) (int, int) {
	switch orientation {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return y, h - 1 - x
	case 7:
		return w - 1 - y, h - 1 - x
	case 8:
		return w - 1 - y, x
	}
	return x, y
}
