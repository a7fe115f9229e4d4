package pdf

import (
	"bytes"

	"github.com/klauspost/compress/zlib"

	"fmt"
	"runtime"
	"strconv"

	"konzept/report/work"
)

// Sizes that trade memory for speed: they show in the bytes only through packed.
const (
	packed  = 500 // objects in an object stream
	waiting = 64  // streams that may wait for their turn
)

// Writer lays objects one after the other. Streams are deflated on all cores and written in the order of their calls.
type Writer struct {
	out     []byte
	entries []entry // by object number
	jobs    chan *job
	queue   []*job

	flat    bool     // PDF 1.4: no object streams, a table of cross-references
	members []member // of the object stream that is being filled
	body    []byte
}

// entry of the cross-reference stream (ISO 32000-1, 7.5.8).
type entry struct {
	kind byte // 0 free, 1 at an offset, 2 in an object stream
	a    int  // offset, or number of the object stream
	b    int  // index in the object stream
}

type member struct{ number, offset int }

// job is one stream on its way.
type job struct {
	number int
	dict   string
	data   []byte
	filter func([]byte) []byte // before deflating, may be nil
	done   chan struct{}       // nil: nothing to wait for
	fault  *work.Panic         // of the filter: it goes on where the stream is waited for
	bare   bool                // no stream: data is the whole object
}

// NewWriter begins a file of a version such as 1.7; size is about how many bytes it will have. Before 1.5 there are neither
// object streams nor cross-reference streams. The writer must be closed.
func NewWriter(version string, size int) *Writer {
	w := &Writer{entries: make([]entry, 1), jobs: make(chan *job, waiting), out: make([]byte, 0, size+64<<10), flat: version == "1.4"}
	w.out = append(w.out, "%PDF-"+version+"\n%\xe2\xe3\xcf\xd3\n"...)
	for range runtime.GOMAXPROCS(0) {
		go deflate(w.jobs)
	}
	return w
}

// Close ends the goroutines that deflate.
func (w *Writer) Close() { close(w.jobs) }

// deflate serves jobs with one writer for all of them: a new one takes 0.8 MB each time.
func deflate(jobs <-chan *job) {
	var buf bytes.Buffer
	var z *zlib.Writer
	for j := range jobs {
		if z == nil {
			z = zlib.NewWriter(&buf)
		}
		j.fault = work.Guard(func() {
			if j.filter != nil {
				j.data = j.filter(j.data)
			}
			buf.Reset()
			z.Reset(&buf)
			z.Write(j.data)
			z.Close()
			j.data = bytes.Clone(buf.Bytes())
		})
		close(j.done)
	}
}

// Reserve hands out n object numbers and returns the first.
func (w *Writer) Reserve(n int) int {
	first := len(w.entries)
	w.entries = append(w.entries, make([]entry, n)...)
	return first
}

// Object writes an object that is no stream.
func (w *Writer) Object(n int, body []byte) {
	if w.flat {
		w.queue = append(w.queue, &job{number: n, data: append([]byte(nil), body...), bare: true})
		return
	}
	w.members = append(w.members, member{n, len(w.body)})
	w.body = append(append(w.body, body...), '\n')
	if len(w.members) == packed {
		w.flush()
	}
}

func (w *Writer) flush() {
	if len(w.members) == 0 {
		return
	}
	n := w.Reserve(1)
	var head []byte
	for i, m := range w.members {
		head = append(strconv.AppendInt(head, int64(m.number), 10), ' ')
		head = append(strconv.AppendInt(head, int64(m.offset), 10), ' ')
		w.entries[m.number] = entry{2, n, i}
	}
	dict := "/Type /ObjStm /N " + strconv.Itoa(len(w.members)) + " /First " + strconv.Itoa(len(head))
	w.Deflated(n, dict, append(head, w.body...))
	w.members, w.body = w.members[:0], w.body[:0]
}

// Deflated queues a stream; data must not change afterwards.
func (w *Writer) Deflated(n int, dict string, data []byte) { w.Filtered(n, dict, data, nil) }

// Filtered queues a stream that goes through filter before it is deflated; filter runs in another goroutine.
func (w *Writer) Filtered(n int, dict string, data []byte, filter func([]byte) []byte) {
	j := &job{number: n, dict: dict + " /Filter /FlateDecode", data: data, filter: filter, done: make(chan struct{})}
	w.queue = append(w.queue, j)
	w.jobs <- j
	w.drain(waiting / 2)
}

// Plain queues a stream as it is, filters already named in dict.
func (w *Writer) Plain(n int, dict string, data []byte) {
	w.queue = append(w.queue, &job{number: n, dict: dict, data: data})
	w.drain(waiting / 2)
}

// drain writes the oldest streams until at most n wait.
func (w *Writer) drain(n int) {
	for len(w.queue) > n {
		j := w.queue[0]
		w.queue = w.queue[1:]
		if j.done != nil {
			if <-j.done; j.fault != nil {
				panic(j.fault)
			}
		}
		w.entries[j.number] = entry{1, len(w.out), 0}
		w.out = strconv.AppendInt(w.out, int64(j.number), 10)
		if j.bare {
			w.out = append(append(append(w.out, " 0 obj\n"...), j.data...), "\nendobj\n"...)
			continue
		}
		w.out = append(w.out, " 0 obj\n<<"...)
		w.out = append(w.out, j.dict...)
		w.out = append(w.out, " /Length "...)
		w.out = strconv.AppendInt(w.out, int64(len(j.data)), 10)
		w.out = append(w.out, ">>\nstream\n"...)
		w.out = append(w.out, j.data...)
		w.out = append(w.out, "\nendstream\nendobj\n"...)
	}
}

// settle writes everything that waits.
func (w *Writer) settle() {
	w.flush()
	w.drain(0)
}

// Written are the bytes of the file so far, with everything that waited. They must not be changed.
func (w *Writer) Written() []byte {
	w.settle()
	return w.out
}

// Finish ends the file with its cross-references, a stream or, before PDF 1.5, a table.
func (w *Writer) Finish(root, info int, id [16]byte) []byte {
	w.settle()
	var trailer []byte
	trailer = AppendRef(append(trailer, " /Root "...), root)
	trailer = AppendRef(append(trailer, " /Info "...), info)
	trailer = append(trailer, " /ID ["...)
	trailer = append(AppendHex(AppendHex(trailer, id[:]), id[:]), ']')
	w.entries[0].b = 65535
	start := 0
	if w.flat {
		start = w.table(trailer)
	} else {
		start = w.stream(trailer)
	}
	w.out = append(w.out, "startxref\n"...)
	w.out = strconv.AppendInt(w.out, int64(start), 10)
	return append(w.out, "\n%%EOF\n"...)
}

// stream writes a cross-reference stream (ISO 32000-1, 7.5.8) and returns its place.
func (w *Writer) stream(trailer []byte) int {
	n := w.Reserve(1)
	start := len(w.out)
	w.entries[n] = entry{1, start, 0}
	table := make([]byte, 0, 7*len(w.entries))
	for _, e := range w.entries {
		table = append(table, e.kind, byte(e.a>>24), byte(e.a>>16), byte(e.a>>8), byte(e.a), byte(e.b>>8), byte(e.b))
	}
	dict := strconv.AppendInt([]byte("/Type /XRef /W [1 4 2] /DecodeParms <</Predictor 12 /Columns 7>> /Size "), int64(len(w.entries)), 10)
	w.Filtered(n, string(append(dict, trailer...)), table, upward)
	w.settle()
	return start
}

// table writes a cross-reference table (ISO 32000-1, 7.5.4) with its trailer and returns its place.
func (w *Writer) table(trailer []byte) int {
	start := len(w.out)
	w.out = append(strconv.AppendInt(append(w.out, "xref\n0 "...), int64(len(w.entries)), 10), '\n')
	for _, e := range w.entries {
		if e.kind == 1 {
			w.out = fmt.Appendf(w.out, "%010d 00000 n \n", e.a)
		} else {
			w.out = fmt.Appendf(w.out, "%010d 65535 f \n", 0)
		}
	}
	w.out = strconv.AppendInt(append(w.out, "trailer\n<</Size "...), int64(len(w.entries)), 10)
	w.out = append(append(w.out, trailer...), ">>\n"...)
	return start
}

// upward filters the rows of the cross-reference table by what stands above (ISO 15948, 9.2, filter 2): they are almost
// equal.
func upward(table []byte) []byte {
	const row = 7
	out := make([]byte, 0, len(table)/row*(row+1))
	for at := 0; at < len(table); at += row {
		out = append(out, 2)
		for i := at; i < at+row; i++ {
			above := byte(0)
			if i >= row {
				above = table[i-row]
			}
			out = append(out, table[i]-above)
		}
	}
	return out
}
