package finish

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf16"
)

// Limits of the inspector: a file may be damaged or hostile.
const (
	maxStream  = 64 << 20  // inflated bytes of a stream
	maxInflate = 512 << 20 // of all streams of a file
	maxObjects = 4 << 20
)

// reader finds objects by the cross-reference tables and streams of a file.
type reader struct {
	b       []byte
	entries map[int]entry
	trailer dict
	cache   map[int]any
	packed  map[int][]any // members of object streams
	open    map[int]bool  // being read, against references in a circle
	budget  int
}

var errNotPDF = errors.New("expected a PDF file")

func newReader(b []byte) (*reader, error) {
	r := &reader{b: b, entries: map[int]entry{}, cache: map[int]any{}, packed: map[int][]any{}, open: map[int]bool{}, budget: maxInflate}
	if !bytes.HasPrefix(b, []byte("%PDF-")) {
		return nil, errNotPDF
	}
	at := bytes.LastIndex(b, []byte("startxref"))
	if at < 0 {
		return nil, fmt.Errorf("%w, found one that ends too early", errNotPDF)
	}
	l := lexer{b, at + 9}
	off, _ := l.object(0).(float64)
	for seen := map[int]bool{}; ; {
		if off <= 0 || int(off) >= len(b) || seen[int(off)] {
			break
		}
		seen[int(off)] = true
		t, err := r.section(int(off))
		if err != nil {
			return nil, err
		}
		if r.trailer == nil {
			r.trailer = t
		}
		off, _ = t["Prev"].(float64)
	}
	if r.trailer == nil {
		return nil, fmt.Errorf("%w, found one without cross-references", errNotPDF)
	}
	return r, nil
}

// section reads one cross-reference table or stream and returns its trailer.
func (r *reader) section(at int) (dict, error) {
	l := lexer{r.b, at}
	l.skip()
	if l.has("xref") {
		l.at += 4
		return r.table(&l)
	}
	s, ok := r.indirect(at).(*stream)
	if !ok {
		return nil, fmt.Errorf("%w, found no cross-references at byte %d", errNotPDF, at)
	}
	return s.dict, r.crossReferences(s)
}

func (r *reader) table(l *lexer) (dict, error) {
	for !l.done() && !l.has("trailer") {
		first, ok1 := l.object(0).(float64)
		n, ok2 := l.object(0).(float64)
		if !ok1 || !ok2 || n < 0 || first < 0 || n > maxObjects || first > maxObjects {
			return nil, fmt.Errorf("%w, found a damaged cross-reference table", errNotPDF)
		}
		for i := range int(n) {
			off, _ := l.object(0).(float64)
			l.object(0)
			kind, ok := l.object(0).(operator)
			if !ok {
				break
			}
			if kind == "n" {
				r.add(int(first)+i, entry{1, int(off), 0})
			}
		}
	}
	l.at += len("trailer")
	t, _ := l.object(0).(dict)
	if t == nil {
		return nil, fmt.Errorf("%w, found no trailer", errNotPDF)
	}
	return t, nil
}

// add keeps the newest entry of an object: sections are read from the newest to the oldest.
func (r *reader) add(n int, e entry) {
	if _, known := r.entries[n]; !known && n <= maxObjects {
		r.entries[n] = e
	}
}

func (r *reader) crossReferences(s *stream) error {
	data, err := r.content(s)
	if err != nil {
		return err
	}
	var w [3]int
	sizes := r.array(s.dict["W"])
	for i := range min(len(sizes), 3) {
		w[i] = min(max(integer(sizes[i]), 0), 8)
	}
	index := r.array(s.dict["Index"])
	if len(index) < 2 {
		index = array{0.0, s.dict["Size"]}
	}
	row := w[0] + w[1] + w[2]
	for i := 0; i+1 < len(index) && row > 0; i += 2 {
		first := integer(index[i])
		for k := range min(integer(index[i+1]), maxObjects) {
			if len(data) < row {
				return nil
			}
			kind := 1
			if w[0] > 0 {
				kind = big(data[:w[0]])
			}
			if e := (entry{byte(kind), big(data[w[0] : w[0]+w[1]]), big(data[w[0]+w[1] : row])}); e.kind == 1 || e.kind == 2 {
				r.add(first+k, e)
			}
			data = data[row:]
		}
	}
	return nil
}

func big(b []byte) int {
	v := 0
	for _, c := range b {
		v = v<<8 | int(c)
	}
	return v
}

func integer(v any) int {
	f, _ := v.(float64)
	if f > maxObjects || f < -maxObjects {
		return 0
	}
	return int(f)
}

// resolve follows references to the object itself.
func (r *reader) resolve(v any) any {
	for range 8 {
		p, ok := v.(pointer)
		if !ok {
			return v
		}
		v = r.object(int(p))
	}
	return nil
}

func (r *reader) dict(v any) dict {
	switch v := r.resolve(v).(type) {
	case dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}

func (r *reader) array(v any) array {
	a, _ := r.resolve(v).(array)
	return a
}

func (r *reader) name(v any) string {
	n, _ := r.resolve(v).(pdfName)
	return string(n)
}

// text reads a text string: UTF-16 with its mark, else PDFDocEncoding, whose common part is Latin 1.
func (r *reader) text(v any) string {
	s, _ := r.resolve(v).(string)
	if len(s) >= 2 && s[0] == 0xFE && s[1] == 0xFF {
		return utf16Text(s[2:])
	}
	var b []rune
	for i := range len(s) {
		b = append(b, rune(s[i]))
	}
	return string(b)
}

func utf16Text(s string) string {
	u := make([]uint16, 0, len(s)/2)
	for ; len(s) >= 2; s = s[2:] {
		u = append(u, uint16(s[0])<<8|uint16(s[1]))
	}
	return string(utf16.Decode(u))
}

func (r *reader) object(n int) any {
	if v, ok := r.cache[n]; ok {
		return v
	}
	e, ok := r.entries[n]
	if !ok || r.open[n] {
		return nil
	}
	r.open[n] = true
	defer delete(r.open, n)
	var v any
	if e.kind == 1 {
		v = r.indirect(e.a)
	} else if m := r.members(e.a); e.b >= 0 && e.b < len(m) {
		v = m[e.b]
	}
	r.cache[n] = v
	return v
}

// indirect reads "n 0 obj …" at a byte.
func (r *reader) indirect(at int) any {
	if at < 0 || at >= len(r.b) {
		return nil
	}
	l := lexer{r.b, at}
	_, ok1 := l.object(0).(float64)
	_, ok2 := l.object(0).(float64)
	if op, ok := l.object(0).(operator); !ok1 || !ok2 || !ok || op != "obj" {
		return nil
	}
	v := l.object(0)
	d, ok := v.(dict)
	l.skip()
	if !ok || !l.has("stream") {
		return v
	}
	l.at += len("stream")
	if l.has("\r") {
		l.at++
	}
	if l.has("\n") {
		l.at++
	}
	size, _ := r.resolve(d["Length"]).(float64)
	if size < 0 || int(size) > len(r.b)-l.at {
		return nil
	}
	return &stream{d, r.b[l.at : l.at+int(size)]}
}

// members reads an object stream (ISO 32000-1, 7.5.7).
func (r *reader) members(n int) []any {
	if m, ok := r.packed[n]; ok {
		return m
	}
	r.packed[n] = nil // an object stream in itself ends here
	s, ok := r.object(n).(*stream)
	if !ok {
		return nil
	}
	data, err := r.content(s)
	if err != nil {
		return nil
	}
	head := lexer{data, 0}
	first := integer(s.dict["First"])
	var m []any
	for range min(integer(s.dict["N"]), len(data)) {
		head.object(0)
		off, ok := head.object(0).(float64)
		if !ok {
			break
		}
		body := lexer{data, min(max(first+int(off), 0), len(data))}
		m = append(m, body.object(0))
	}
	r.packed[n] = m
	return m
}

// content is a stream's data; only the filter that we write is known.
func (r *reader) content(s *stream) ([]byte, error) {
	switch f := r.resolve(s.dict["Filter"]).(type) {
	case nil:
		return s.raw, nil
	case pdfName:
		if f == "FlateDecode" {
			break
		}
		return nil, fmt.Errorf("unknown filter %s", f)
	case array:
		if len(f) == 1 && r.name(f[0]) == "FlateDecode" {
			break
		}
		return nil, errors.New("unknown filters")
	}
	out, err := inflate(s.raw, int64(min(maxStream, r.budget)))
	r.budget -= len(out)
	if err == nil && r.budget <= 0 {
		err = errors.New("more data than an inspection may unpack")
	}
	return out, err
}
