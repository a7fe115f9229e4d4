package finish

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"unicode/utf16"
)

// Limits of the inspector: a file may be damaged or hostile.
const (
	maxStream  = 32 << 20  // inflated bytes of a stream
	maxInflate = 256 << 20 // of all streams of a file
	maxObjects = 1 << 20
)

// reader finds objects by the cross-reference tables and streams of a file.
type reader struct {
	b       []byte
	entries []entry // by object number; kind 0: none
	cache   []cached
	trailer dict
	packed  map[int][]any // members of object streams
	names   map[string]any
	budget  atomic.Int64 // bytes that may still be unpacked
	z       inflater
}

// cached is an object that was read, or is being read: references may lead in a circle.
type cached struct {
	value any
	known bool
}

var errNotPDF = errors.New("expected a PDF file")

func newReader(b []byte) (*reader, error) {
	r := &reader{b: b, packed: map[int][]any{}, names: map[string]any{}}
	r.budget.Store(maxInflate)
	if !bytes.HasPrefix(b, []byte("%PDF-")) {
		return nil, errNotPDF
	}
	at := bytes.LastIndex(b, []byte("startxref"))
	if at < 0 {
		return nil, fmt.Errorf("%w, found one that ends too early", errNotPDF)
	}
	l := r.lexer(b, at+9)
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
		off, _ = t.get("Prev").(float64)
	}
	if r.trailer == nil {
		return nil, fmt.Errorf("%w, found one without cross-references", errNotPDF)
	}
	r.unpack()
	return r, nil
}

// unpack reads all object streams, as many at a time as there are processors: most of a file's objects are in them.
func (r *reader) unpack() {
	var numbers []int
	var streams []*stream
	for _, e := range r.entries {
		if _, known := r.packed[e.a]; e.kind == 2 && !known {
			r.packed[e.a] = nil // an object stream in itself ends here
			if s, ok := r.object(e.a).(*stream); ok {
				numbers, streams = append(numbers, e.a), append(streams, s)
			}
		}
	}
	members := make([][]any, len(streams))
	parallel(len(streams), func(i int, w *worker) { members[i] = r.members(w, streams[i]) })
	for i, n := range numbers {
		r.packed[n] = members[i]
	}
}

// worker is what one of several goroutines needs to read streams.
type worker struct {
	inflater
	names map[string]any
}

// parallel does n jobs, as many at a time as there are processors.
func parallel(n int, job func(i int, w *worker)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		wg.Go(func() {
			w := worker{names: map[string]any{}}
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				job(i, &w)
			}
		})
	}
	wg.Wait()
}

// lexer of some of the file's bytes; all share the names that they meet.
func (r *reader) lexer(b []byte, at int) lexer { return lexer{b: b, at: at, names: r.names} }

// section reads one cross-reference table or stream and returns its trailer.
func (r *reader) section(at int) (dict, error) {
	l := r.lexer(r.b, at)
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
	if n < 0 || n > maxObjects {
		return
	}
	if n >= len(r.entries) {
		r.entries = append(r.entries, make([]entry, n+1-len(r.entries))...)
	}
	if r.entries[n].kind == 0 {
		r.entries[n] = e
	}
}

func (r *reader) crossReferences(s *stream) error {
	data, err := r.content(s)
	if err != nil {
		return err
	}
	data = r.unpredicted(s, data)
	var w [3]int
	sizes := r.array(s.dict.get("W"))
	for i := range min(len(sizes), 3) {
		w[i] = min(max(integer(sizes[i]), 0), 8)
	}
	index := r.array(s.dict.get("Index"))
	if len(index) < 2 {
		index = array{0.0, s.dict.get("Size")}
	}
	row := w[0] + w[1] + w[2]
	r.entries = slices.Grow(r.entries, len(data)/max(row, 1)+1)
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

// unpredicted undoes the filter of rows by what stands above them, the one that we write.
func (r *reader) unpredicted(s *stream, data []byte) []byte {
	parms := r.dict(s.dict.get("DecodeParms"))
	row := integer(parms.get("Columns"))
	if integer(parms.get("Predictor")) < 10 || row < 1 || row > 64 {
		return data
	}
	above, out := make([]byte, row), make([]byte, 0, len(data))
	for ; len(data) > row; data = data[row+1:] {
		for i, v := range data[1 : row+1] {
			if data[0] == 2 {
				v += above[i]
			}
			out = append(out, v)
			above[i] = v
		}
	}
	return out
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
	if n < 0 || n >= len(r.entries) || r.entries[n].kind == 0 {
		return nil
	}
	if len(r.cache) < len(r.entries) {
		r.cache = append(r.cache, make([]cached, len(r.entries)-len(r.cache))...)
	}
	if c := &r.cache[n]; c.known {
		return c.value
	}
	r.cache[n].known = true
	var v any
	if e := r.entries[n]; e.kind == 1 {
		v = r.indirect(e.a)
	} else if m := r.packed[e.a]; e.b >= 0 && e.b < len(m) {
		v = m[e.b]
	}
	r.cache[n].value = v
	return v
}

// indirect reads "n 0 obj …" at a byte.
func (r *reader) indirect(at int) any {
	if at < 0 || at >= len(r.b) {
		return nil
	}
	l := r.lexer(r.b, at)
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
	size, _ := r.resolve(d.get("Length")).(float64)
	if size < 0 || int(size) > len(r.b)-l.at {
		return nil
	}
	s := &stream{dict: d, raw: r.b[l.at : l.at+int(size)]}
	end := r.b[l.at+int(size):]
	s.long = !slices.ContainsFunc([]string{"\n", "\r\n", "\r"}, func(line string) bool { return bytes.HasPrefix(end, []byte(line+"endstream")) })
	switch f := r.resolve(d.get("Filter")).(type) {
	case nil:
	case array:
		s.packed = len(f) == 1 && r.name(f[0]) == "FlateDecode"
		s.opaque = !s.packed && len(f) > 0
	default:
		s.packed = f == pdfName("FlateDecode")
		s.opaque = !s.packed
	}
	return s
}

// members reads an object stream (ISO 32000-1, 7.5.7).
func (r *reader) members(w *worker, s *stream) []any {
	var err error
	if w.buf, err = r.unpacked(&w.inflater, s, w.buf[:0]); err != nil {
		return nil
	}
	head, body := lexer{b: w.buf, names: w.names}, lexer{b: w.buf, names: w.names}
	first, n := integer(s.dict.get("First")), min(integer(s.dict.get("N")), len(w.buf))
	m := make([]any, 0, max(n, 0))
	for range n {
		head.object(0)
		off, ok := head.object(0).(float64)
		if !ok {
			break
		}
		at := min(max(first+int(off), 0), len(w.buf))
		if at < body.at { // read before: an object of many numbers would take as many times as long
			m = append(m, nil)
			continue
		}
		body.at = at
		m = append(m, body.object(0))
	}
	return m
}

// content is a stream's data.
func (r *reader) content(s *stream) ([]byte, error) {
	return r.unpacked(&r.z, s, make([]byte, 0, 4*len(s.raw)))
}

// unpacked appends a stream's data to b. It may run on several streams at a time, each with an inflater of its own.
func (r *reader) unpacked(z *inflater, s *stream, b []byte) ([]byte, error) {
	switch {
	case s.opaque:
		return b, errors.New("unknown filter")
	case !s.packed:
		return append(b, s.raw...), nil
	}
	from := len(b)
	b, err := z.inflate(s.raw, b, int(min(maxStream, r.budget.Load())))
	if r.budget.Add(int64(from-len(b))) <= 0 && err == nil {
		err = errors.New("more data than an inspection may unpack")
	}
	return b, err
}

// inflater unpacks streams one after the other with one set of tables.
type inflater struct {
	z   io.ReadCloser
	src bytes.Reader
	buf []byte // for who uses the data before the next stream
}

// inflate appends what is packed to b, at most limit bytes of it.
func (i *inflater) inflate(packed, b []byte, limit int) ([]byte, error) {
	i.src.Reset(packed)
	var err error
	if i.z == nil {
		i.z, err = zlib.NewReader(&i.src)
	} else {
		err = i.z.(zlib.Resetter).Reset(&i.src, nil)
	}
	if err != nil {
		i.z = nil
		return b, err
	}
	for limit += len(b); len(b) < limit; {
		b = slices.Grow(b, 512)
		n, err := i.z.Read(b[len(b):min(cap(b), limit)])
		b = b[:len(b)+n]
		if err == io.EOF {
			return b, nil
		}
		if err != nil {
			return b, err
		}
	}
	return b, nil
}
