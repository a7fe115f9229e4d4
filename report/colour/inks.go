package colour

import (
	"bytes"
	"image"
	"image/jpeg"
	"runtime"
	"sync"
)

// Inks is a picture in cyan, magenta, yellow and black.
type Inks struct {
	JPEG bool   // Data is a JPEG file, else rows of four samples
	Data []byte // not to be changed
	Most int    // the highest total of inks of a pixel, in percent
}

// Samples are the colours of a picture in sRGB.
type Samples struct {
	Width, Height int
	At            func(x, y int) (r, g, b uint8) // called for many pixels at once
	Lossy         bool                           // they come from a JPEG, and the inks may become one
}

// separated is a picture that is converted once.
type separated struct {
	once sync.Once
	inks *Inks
}

// Once converts the picture that key stands for when it is first asked for. open gives its samples; nil if they are damaged,
// which has no inks.
func (s *Separation) Once(key [16]byte, open func() *Samples) *Inks {
	s.mu.Lock()
	k := s.known[key]
	if k == nil {
		k = &separated{}
		s.known[key] = k
	}
	s.mu.Unlock()
	k.once.Do(func() {
		if samples := open(); samples != nil {
			k.inks = s.Inks(samples)
		}
	})
	return k.inks
}

// Inks converts samples. Those of a lossy picture stay lossy, unless compression would break the limit of ink.
func (s *Separation) Inks(of *Samples) *Inks {
	planes, most := s.planes(of.Width, of.Height, of.At)
	if !of.Lossy {
		return &Inks{Data: interleaved(planes), Most: most}
	}
	for less := compressed; less < s.limit/2; {
		s.restrain(planes, less)
		data, shown := fourScans(planes)
		if data == nil {
			break
		}
		over := max(shown.all-s.limit, shown.coloured-Coloured(s.limit))
		if over <= 0 {
			return &Inks{JPEG: true, Data: data, Most: shown.all}
		}
		less += over
	}
	return &Inks{Data: interleaved(planes), Most: most}
}

// compressed is how far, in percent of ink, JPEG compression usually takes some pixel over the limit.
const compressed = 10

// restrain is within for pixels, with a limit that is lower by less percent.
func (s *Separation) restrain(planes [4]*image.Gray, less int) {
	total, coloured := 255*(s.limit-less)/100, 255*(Coloured(s.limit)-less)/100
	each(planes[0].Rect.Dy(), func(y int) {
		for i := y * planes[0].Stride; i < (y+1)*planes[0].Stride; i++ {
			have := int(planes[0].Pix[i]) + int(planes[1].Pix[i]) + int(planes[2].Pix[i])
			most := max(min(total-int(planes[3].Pix[i]), coloured), 0)
			if have <= most {
				continue
			}
			for c := range 3 {
				planes[c].Pix[i] = uint8(int(planes[c].Pix[i]) * most / have)
			}
		}
	})
}

// peak is the highest total of a picture's inks, and of its coloured inks, in percent.
type peak struct{ all, coloured int }

// planes converts all pixels, rows on all processors, and finds the highest total of inks.
func (s *Separation) planes(w, h int, at func(x, y int) (r, g, b uint8)) (planes [4]*image.Gray, most int) {
	for i := range planes {
		planes[i] = image.NewGray(image.Rect(0, 0, w, h))
	}
	totals := make([]int, h)
	each(h, func(y int) {
		var v [4]byte
		var last [3]uint8
		s.pixel(&v, 0, 0, 0)
		for x := range w {
			r, g, b := at(x, y)
			if last != [3]uint8{r, g, b} {
				s.pixel(&v, r, g, b)
				last = [3]uint8{r, g, b}
			}
			for i := range planes {
				planes[i].Pix[y*w+x] = v[i]
			}
			totals[y] = max(totals[y], int(v[0])+int(v[1])+int(v[2])+int(v[3]))
		}
	})
	for _, t := range totals {
		most = max(most, percent(t))
	}
	return planes, most
}

// percent is a total of bytes in percent, rounded up.
func percent(total int) int { return (total*100 + 254) / 255 }

// each does work for 0 to n-1 in one stretch for each processor.
func each(n int, work func(int)) {
	cores := min(runtime.GOMAXPROCS(0), n)
	var all sync.WaitGroup
	for c := range cores {
		all.Go(func() {
			for i := n * c / cores; i < n*(c+1)/cores; i++ {
				work(i)
			}
		})
	}
	all.Wait()
}

func interleaved(planes [4]*image.Gray) []byte {
	out := make([]byte, 4*len(planes[0].Pix))
	for c, p := range planes {
		for i, v := range p.Pix {
			out[4*i+c] = v
		}
	}
	return out
}

// inkQuality of pictures in four inks: they are compressed a second time, and nobody compresses them again.
const inkQuality = 94

// fourScans writes a JPEG with a scan for each ink (ITU-T T.81, A.2.2): the scans of four grey files under one frame. The
// library has no encoder for four channels. It returns the peak that the file shows; no file if that fails.
func fourScans(planes [4]*image.Gray) (file []byte, shown peak) {
	var scans [4][]byte
	each(4, func(i int) {
		var b bytes.Buffer
		if jpeg.Encode(&b, planes[i], &jpeg.Options{Quality: inkQuality}) == nil {
			scans[i] = b.Bytes()
		}
	})
	for i, scan := range scans {
		part := framed(scan, byte(i+1))
		if part == nil {
			return nil, peak{}
		}
		file = append(file, part...)
	}
	shown, ok := decoded(scans)
	if !ok {
		return nil, peak{}
	}
	return append(file, 0xFF, 0xD9), shown
}

// framed takes from a grey file what goes into the common one: tables and frame from the first, the scan from each.
func framed(grey []byte, component byte) (out []byte) {
	if component == 1 {
		out = append(out, 0xFF, 0xD8)
	}
	for at := 2; at+4 <= len(grey); {
		marker := grey[at+1]
		end := at + 2 + int(grey[at+2])<<8 + int(grey[at+3])
		if end > len(grey) {
			return nil
		}
		seg := grey[at:end]
		switch {
		case marker == 0xDA: // SOS: one component, tables 0
			out = append(out, 0xFF, 0xDA, 0, 8, 1, component, 0, 0, 63, 0)
			return append(out, grey[end:len(grey)-2]...)
		case component > 1:
		case marker == 0xC0: // SOF0: as it is, with four components without subsampling
			out = append(out, 0xFF, 0xC0, 0, 8+3*4)
			out = append(append(out, seg[4:9]...), 4)
			for c := range byte(4) {
				out = append(out, c+1, 0x11, 0)
			}
		default:
			out = append(out, seg...)
		}
		at = end
	}
	return nil
}

// decoded reads the planes again and finds their peak.
func decoded(scans [4][]byte) (p peak, ok bool) {
	var planes [4]*image.Gray
	each(4, func(i int) {
		if m, err := jpeg.Decode(bytes.NewReader(scans[i])); err == nil {
			planes[i], _ = m.(*image.Gray)
		}
	})
	for _, m := range planes {
		if m == nil {
			return p, false
		}
	}
	c, m, y, k := planes[0], planes[1], planes[2], planes[3]
	for row := range c.Rect.Dy() {
		for i := row * c.Stride; i < row*c.Stride+c.Rect.Dx(); i++ {
			coloured := int(c.Pix[i]) + int(m.Pix[i]) + int(y.Pix[i])
			p.coloured = max(p.coloured, coloured)
			p.all = max(p.all, coloured+int(k.Pix[i]))
		}
	}
	return peak{percent(p.all), percent(p.coloured)}, true
}
