package finish

import (
	"bytes"
	"slices"
	"strconv"
)

// source is fpdf's output taken apart: its own, fully predictable form, not any PDF.
type source struct {
	b     []byte
	start []int    // of each object, by number
	end   []int    // where the next object of the file starts
	pages [][]byte // content streams
}

func read(b []byte) (*source, error) {
	s := &source{b: b}
	if err := s.xref(); err != nil {
		return nil, err
	}
	return s, s.readPages()
}

func (s *source) xref() error {
	at := bytes.LastIndex(s.b, []byte("startxref\n"))
	if at < 0 {
		return errSource
	}
	off := leadingInt(s.b[at+10:])
	if off <= 0 || off >= at {
		return errSource
	}
	table, ok := bytes.CutPrefix(s.b[off:], []byte("xref\n0 "))
	if !ok {
		return errSource
	}
	n := leadingInt(table)
	nl := bytes.IndexByte(table, '\n')
	if n <= 0 || nl < 0 || len(table) < nl+1+20*n {
		return errSource
	}
	table = table[nl+1:]
	s.start, s.end = make([]int, n), make([]int, n)
	order := make([]int, 0, n)
	for k := 1; k < n; k++ {
		s.start[k] = leadingInt(table[20*k:])
		if s.start[k] >= off {
			return errSource
		}
		order = append(order, k)
	}
	slices.SortFunc(order, func(a, c int) int { return s.start[a] - s.start[c] })
	for i, k := range order {
		s.end[k] = off
		if i+1 < len(order) {
			s.end[k] = s.start[order[i+1]]
		}
	}
	return nil
}

func (s *source) raw(n int) []byte {
	if n <= 0 || n >= len(s.start) {
		return nil
	}
	return s.b[s.start[n]:s.end[n]]
}

// dict is an object's bytes up to its stream.
func (s *source) dict(n int) []byte {
	r := s.raw(n)
	if i := bytes.Index(r, []byte("stream\n")); i >= 0 {
		return r[:i]
	}
	return r
}

// stream is an object's stream as it stands.
func (s *source) stream(n int) ([]byte, error) {
	r := s.raw(n)
	i, k := bytes.Index(r, []byte("stream\n")), bytes.LastIndex(r, []byte("\nendstream"))
	if i < 0 || k < i+7 {
		return nil, errSource
	}
	return r[i+7 : k], nil
}

func (s *source) readPages() error {
	kids := after(s.dict(1), "/Kids [")
	if end := bytes.IndexByte(kids, ']'); end >= 0 {
		kids = kids[:end]
	}
	for {
		n := leadingInt(kids)
		if n <= 0 {
			return nil
		}
		c, err := s.stream(leadingInt(after(s.dict(n), "/Contents ")))
		if err != nil {
			return err
		}
		s.pages = append(s.pages, c)
		kids = after(kids, "R ")
	}
}

// after returns what follows key in b, or nil.
func after(b []byte, key string) []byte {
	if i := bytes.Index(b, []byte(key)); i >= 0 {
		return b[i+len(key):]
	}
	return nil
}

// leadingInt reads the digits that b begins with; 0 if there are none.
func leadingInt(b []byte) int {
	n := 0
	for n < len(b) && n < 10 && b[n] >= '0' && b[n] <= '9' {
		n++
	}
	v, _ := strconv.Atoi(string(b[:n]))
	return v
}
