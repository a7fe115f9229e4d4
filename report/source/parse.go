package source

import (
	"bytes"
	"io"
	"runtime"

	"gopkg.in/yaml.v3"

	"konzept/report/diag"
	"konzept/report/work"
)

// Parse reads one file. It returns nil when the file holds no usable tree; out then says why.
func Parse(name string, data []byte, out *diag.List) *Node {
	if !Check(name, data, out) {
		return nil
	}
	if n := bytes.Count(data, []byte{','}) + bytes.Count(data, []byte{':'}) + bytes.Count(data, []byte{'\n'}) +
		bytes.Count(data, []byte{'['}) + bytes.Count(data, []byte{'{'}); n > maxValues {
		out.Add("too-many-values", diag.Span{File: name}, "1 000 000")
		return nil
	}
	f := newFile(name, data)
	if pieces := f.cut(); len(pieces) > 1 {
		if n, ok := f.parsePieces(pieces, out); ok {
			return n
		}
	}
	return f.parseWhole(out)
}

// File is a file's name, by which findings quote it, and its bytes.
type File struct {
	Name string
	Data []byte
}

// ParseAll reads several files at the same time, as Parse does one after the other. The nodes stand as the files do.
func ParseAll(files []File, out *diag.List) []*Node {
	nodes := make([]*Node, len(files))
	lists := make([]diag.List, len(files))
	work.Each(runtime.GOMAXPROCS(0), len(files), func(i int) { nodes[i] = Parse(files[i].Name, files[i].Data, &lists[i]) })
	for i := range lists {
		out.Findings = append(out.Findings, lists[i].Findings...)
	}
	return nodes
}

// file is what the conversion of one file's nodes shares.
type file struct {
	name  string
	data  []byte
	text  string  // data once more, so that values can be substrings of it
	lines []int32 // offset of each line's first byte
}

func newFile(name string, data []byte) *file {
	f := &file{name: name, data: data, text: string(data), lines: make([]int32, 1, bytes.Count(data, []byte{'\n'})+1)}
	if bytes.HasPrefix(data, utf8BOM) {
		f.lines[0] = int32(len(utf8BOM))
	}
	for i, b := range data {
		if b == '\n' {
			f.lines = append(f.lines, int32(i+1))
		}
	}
	return f
}

func (f *file) span(from, to int) diag.Span {
	return diag.Span{File: f.name, From: int32(from), To: int32(to)}
}

// decode runs the library over a range of the file.
func decode(data []byte) (*yaml.Node, error) { return decodeFrom(bytes.NewReader(data)) }

// decodeFrom runs the library, which panics on some inputs that it cannot read.
func decodeFrom(r io.Reader) (root *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			root, err = nil, errPanic
		}
	}()
	var doc, rest yaml.Node
	d := yaml.NewDecoder(r)
	switch err := d.Decode(&doc); {
	case err == io.EOF:
		return nil, nil
	case err != nil:
		return nil, err
	}
	if err := d.Decode(&rest); err == nil {
		return nil, errSecond
	} else if err != io.EOF {
		return nil, err
	}
	if len(doc.Content) != 1 {
		return nil, nil
	}
	return doc.Content[0], nil
}

func (f *file) parseWhole(out *diag.List) *Node {
	r := bytes.NewReader(f.data)
	y, err := decodeFrom(r)
	if err != nil {
		f.syntax(err, len(f.data)-r.Len(), out)
		return nil
	}
	if y == nil {
		out.Add("empty-file", diag.Span{File: f.name})
		return &Node{Kind: Mapping, Span: diag.Span{File: f.name}}
	}
	c := newConverter(f, 0, out)
	n := c.node(y, -1, 0)
	if c.failed {
		return nil
	}
	return n
}

// parsePieces parses the pieces at the same time and joins them. It gives up when one of them does not stand on
// its own: the whole file then tells what is wrong, or that the cut was.
func (f *file) parsePieces(pieces []piece, out *diag.List) (*Node, bool) {
	nodes := make([]*Node, len(pieces))
	lists := make([]diag.List, len(pieces))
	ok := make([]bool, len(pieces))
	work.Each(runtime.GOMAXPROCS(0), len(pieces), func(i int) {
		p := pieces[i]
		y, err := decode(f.data[p.from:p.to])
		if err != nil || y == nil {
			return
		}
		c := newConverter(f, p.line, &lists[i])
		nodes[i] = c.node(y, p.indent, p.depth)
		ok[i] = !c.failed && nodes[i] != nil && nodes[i].Kind == p.kind()
	})
	for i := range pieces {
		if !ok[i] {
			return nil, false
		}
	}
	for i := range lists {
		out.Findings = append(out.Findings, lists[i].Findings...)
	}
	return f.join(pieces, nodes, out), true
}
