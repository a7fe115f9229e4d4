package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// Worker is what one of several goroutines needs to read streams.
type Worker struct {
	inflater
	names map[string]any
}

// Parallel does n jobs, as many at a time as there are processors.
func Parallel(n int, job func(i int, w *Worker)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		wg.Go(func() {
			w := Worker{names: map[string]any{}}
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				job(i, &w)
			}
		})
	}
	wg.Wait()
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
