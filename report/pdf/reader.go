// Package pdf reads and writes the objects of PDF files.
//
// It knows the syntax of ISO 32000-1, chapter 7: objects, streams, cross-references, content streams. It neither knows what
// a page is nor judges one, and it trusts no file: what is damaged reads as nil, and what is read has bounds.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync/atomic"
	"unicode/utf16"
)

// Limits: a file may be damaged or hostile.
const (
	MaxObjects = 1 << 20   // of a file, and entries of its trees
	maxStream  = 32 << 20  // inflated bytes of a stream
	maxInflate = 256 << 20 // of all streams of a file
)

// Reader finds objects by the cross-reference tables and streams of a file.
type Reader struct {
	b       []byte
	entries []entry // by object number; kind 0: none
	cache   []cached
	Trailer Dict          // of the newest section
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

// ErrNotPDF says that bytes are no PDF file, or one too damaged to find its objects.
var ErrNotPDF = errors.New("expected a PDF file")

// NewReader finds a file's objects. Its error wraps ErrNotPDF.
func NewReader(b []byte) (*Reader, error) {
	r := &Reader{b: b, packed: map[int][]any{}, names: map[string]any{}}
	r.budget.Store(maxInflate)
	if !bytes.HasPrefix(b, []byte("%PDF-")) {
		return nil, ErrNotPDF
	}
	at := bytes.LastIndex(b, []byte("startxref"))
	if at < 0 {
		return nil, fmt.Errorf("%w, found one that ends too early", ErrNotPDF)
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
		if r.Trailer == nil {
			r.Trailer = t
		}
		off, _ = t.Get("Prev").(float64)
	}
	if r.Trailer == nil {
		return nil, fmt.Errorf("%w, found one without cross-references", ErrNotPDF)
	}
	r.unpack()
	return r, nil
}

// unpack reads all object streams, as many at a time as there are processors: most of a file's objects are in them.
func (r *Reader) unpack() {
	var numbers []int
	var streams []*Stream
	for _, e := range r.entries {
		if _, known := r.packed[e.a]; e.kind == 2 && !known {
			r.packed[e.a] = nil // an object stream in itself ends here
			if s, ok := r.Object(e.a).(*Stream); ok {
				numbers, streams = append(numbers, e.a), append(streams, s)
			}
		}
	}
	members := make([][]any, len(streams))
	Parallel(len(streams), func(i int, w *Worker) { members[i] = r.members(w, streams[i]) })
	for i, n := range numbers {
		r.packed[n] = members[i]
	}
}

// lexer of some of the file's bytes; all share the names that they meet.
func (r *Reader) lexer(b []byte, at int) Lexer { return Lexer{b: b, at: at, names: r.names} }

// section reads one cross-reference table or stream and returns its trailer.
func (r *Reader) section(at int) (Dict, error) {
	l := r.lexer(r.b, at)
	l.skip()
	if l.has("xref") {
		l.at += 4
		return r.table(&l)
	}
	s, ok := r.indirect(at).(*Stream)
	if !ok {
		return nil, fmt.Errorf("%w, found no cross-references at byte %d", ErrNotPDF, at)
	}
	return s.Dict, r.crossReferences(s)
}

func (r *Reader) table(l *Lexer) (Dict, error) {
	for !l.done() && !l.has("trailer") {
		first, ok1 := l.object(0).(float64)
		n, ok2 := l.object(0).(float64)
		if !ok1 || !ok2 || n < 0 || first < 0 || n > MaxObjects || first > MaxObjects {
			return nil, fmt.Errorf("%w, found a damaged cross-reference table", ErrNotPDF)
		}
		for i := range int(n) {
			off, _ := l.object(0).(float64)
			l.object(0)
			kind, ok := l.object(0).(Operator)
			if !ok {
				break
			}
			if kind == "n" {
				r.add(int(first)+i, entry{1, int(off), 0})
			}
		}
	}
	l.at += len("trailer")
	t, _ := l.object(0).(Dict)
	if t == nil {
		return nil, fmt.Errorf("%w, found no trailer", ErrNotPDF)
	}
	return t, nil
}

// add keeps the newest entry of an object: sections are read from the newest to the oldest.
func (r *Reader) add(n int, e entry) {
	if n < 0 || n > MaxObjects {
		return
	}
	if n >= len(r.entries) {
		r.entries = append(r.entries, make([]entry, n+1-len(r.entries))...)
	}
	if r.entries[n].kind == 0 {
		r.entries[n] = e
	}
}

func (r *Reader) crossReferences(s *Stream) error {
	data, err := r.Content(s)
	if err != nil {
		return err
	}
	data = r.unpredicted(s, data)
	var w [3]int
	sizes := r.Array(s.Dict.Get("W"))
	for i := range min(len(sizes), 3) {
		w[i] = min(max(Integer(sizes[i]), 0), 8)
	}
	index := r.Array(s.Dict.Get("Index"))
	if len(index) < 2 {
		index = Array{0.0, s.Dict.Get("Size")}
	}
	row := w[0] + w[1] + w[2]
	r.entries = slices.Grow(r.entries, len(data)/max(row, 1)+1)
	for i := 0; i+1 < len(index) && row > 0; i += 2 {
		first := Integer(index[i])
		for k := range min(Integer(index[i+1]), MaxObjects) {
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
func (r *Reader) unpredicted(s *Stream, data []byte) []byte {
	parms := r.Dict(s.Dict.Get("DecodeParms"))
	row := Integer(parms.Get("Columns"))
	if Integer(parms.Get("Predictor")) < 10 || row < 1 || row > 64 {
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

// Integer is a number as an int; 0 for what is none or beyond every limit.
func Integer(v any) int {
	f, _ := v.(float64)
	if f > MaxObjects || f < -MaxObjects {
		return 0
	}
	return int(f)
}

// Resolve follows references to the object itself.
func (r *Reader) Resolve(v any) any {
	for range 8 {
		p, ok := v.(Ref)
		if !ok {
			return v
		}
		v = r.Object(int(p))
	}
	return nil
}

// Dict is the dictionary that v is or refers to, also that of a stream; nil if it is none.
func (r *Reader) Dict(v any) Dict {
	switch v := r.Resolve(v).(type) {
	case Dict:
		return v
	case *Stream:
		return v.Dict
	}
	return nil
}

// Array is the array that v is or refers to; nil if it is none.
func (r *Reader) Array(v any) Array {
	a, _ := r.Resolve(v).(Array)
	return a
}

// Name is the name that v is or refers to; empty if it is none.
func (r *Reader) Name(v any) string {
	n, _ := r.Resolve(v).(Name)
	return string(n)
}

// Text is the text string that v is or refers to; empty if it is none.
func (r *Reader) Text(v any) string {
	s, _ := r.Resolve(v).(string)
	return Text(s)
}

// Text reads the bytes of a text string: UTF-16 with its mark, else PDFDocEncoding, whose common part is Latin 1.
func Text(s string) string {
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

// Bytes are the whole file. They must not be changed.
func (r *Reader) Bytes() []byte { return r.b }

// Len is how many objects the file may have: their numbers are below it.
func (r *Reader) Len() int { return len(r.entries) }

// Packed tells whether objects stand in object streams.
func (r *Reader) Packed() bool { return len(r.packed) > 0 }

// Streams are all streams of the file by the numbers of their objects.
func (r *Reader) Streams() iter.Seq2[int, *Stream] {
	return func(yield func(int, *Stream) bool) {
		for n := range r.entries {
			if s, ok := r.Object(n).(*Stream); ok && !yield(n, s) {
				return
			}
		}
	}
}

// Object is the object of a number; nil if the file has none.
func (r *Reader) Object(n int) any {
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
func (r *Reader) indirect(at int) any {
	if at < 0 || at >= len(r.b) {
		return nil
	}
	l := r.lexer(r.b, at)
	_, ok1 := l.object(0).(float64)
	_, ok2 := l.object(0).(float64)
	if op, ok := l.object(0).(Operator); !ok1 || !ok2 || !ok || op != "obj" {
		return nil
	}
	v := l.object(0)
	d, ok := v.(Dict)
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
	size, _ := r.Resolve(d.Get("Length")).(float64)
	if size < 0 || int(size) > len(r.b)-l.at {
		return nil
	}
	s := &Stream{Dict: d, raw: r.b[l.at : l.at+int(size)]}
	end := r.b[l.at+int(size):]
	s.Long = !slices.ContainsFunc([]string{"\n", "\r\n", "\r"}, func(line string) bool { return bytes.HasPrefix(end, []byte(line+"endstream")) })
	switch f := r.Resolve(d.Get("Filter")).(type) {
	case nil:
	case Array:
		s.packed = len(f) == 1 && r.Name(f[0]) == "FlateDecode"
		s.opaque = !s.packed && len(f) > 0
	default:
		s.packed = f == Name("FlateDecode")
		s.opaque = !s.packed
	}
	return s
}

// members reads an object stream (ISO 32000-1, 7.5.7).
func (r *Reader) members(w *Worker, s *Stream) []any {
	var err error
	if w.buf, err = r.unpacked(&w.inflater, s, w.buf[:0]); err != nil {
		return nil
	}
	head, body := Lexer{b: w.buf, names: w.names}, Lexer{b: w.buf, names: w.names}
	first, n := Integer(s.Dict.Get("First")), min(Integer(s.Dict.Get("N")), len(w.buf))
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

// Content is a stream's data.
func (r *Reader) Content(s *Stream) ([]byte, error) {
	return r.unpacked(&r.z, s, make([]byte, 0, 4*len(s.raw)))
}

// unpacked appends a stream's data to b. It may run on several streams at a time, each with an inflater of its own.
func (r *Reader) unpacked(z *inflater, s *Stream, b []byte) ([]byte, error) {
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
