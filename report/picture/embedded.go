package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
)

// A picture may bring the ICC profile of its colours. One that only says that they are sRGB, or that cannot be read, is
// none: the picture is taken for sRGB, as every browser does.

// maxProfile bounds an embedded profile: those of presses have 3 MB.
const maxProfile = 8 << 20

// jpegProfile joins the parts of a profile (ICC.1:2010, B.4); nil without one.
func jpegProfile(parts [][]byte) []byte {
	if len(parts) == 0 {
		return nil
	}
	ordered := make([][]byte, len(parts))
	for _, p := range parts {
		n := int(p[0])
		if n < 1 || n > len(parts) || int(p[1]) != len(parts) || ordered[n-1] != nil {
			return nil
		}
		ordered[n-1] = p[2:]
	}
	return bytes.Join(ordered, nil)
}

// pngProfile unpacks an iCCP chunk (ISO 15948, 11.3.3.3): a name, the number of the compression, the profile.
func pngProfile(data []byte) []byte {
	_, packed, ok := bytes.Cut(chunk(data[8:], "iCCP", binary.BigEndian, 4), []byte{0})
	if !ok || len(packed) < 1 || packed[0] != 0 {
		return nil
	}
	z, err := zlib.NewReader(bytes.NewReader(packed[1:]))
	if err != nil {
		return nil
	}
	profile, err := io.ReadAll(io.LimitReader(z, maxProfile))
	if err != nil {
		return nil
	}
	return profile
}

// webpProfile is the content of an ICCP chunk.
func webpProfile(data []byte) []byte {
	return chunk(data[12:], "ICCP", binary.LittleEndian, 0)
}
