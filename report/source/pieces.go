package source

import (
	"bytes"

	"konzept/report/diag"
)

// A piece is a range of whole lines that is a document of its own: top-level keys, or items of one top-level list.
// A large file is parsed in pieces, so that the library's heavy nodes live shortly and all processors work.
//
// The cuts are right because a line that starts in the item's column cannot continue a plain or block scalar (those
// are indented more than their parent). Only quotes and brackets can run over such a line, and then the piece before
// is unclosed, which is an error, and the file is parsed as a whole.
type piece struct {
	from, to int
	line     int    // of from, 0-based
	indent   int    // of the collection around the piece's items, -1 at the top
	depth    int    // of nesting around the piece
	key      string // of the list whose items these are, or ""
	keyFrom  int
}

func (p piece) kind() Kind {
	if p.key != "" {
		return Sequence
	}
	return Mapping
}

// pieceBytes is small enough to bound memory, large enough to keep the library's start-up cost out of sight.
const pieceBytes = 64 << 10

// cut finds the pieces, or none if the file is small or has something that reaches across pieces.
func (f *file) cut() []piece {
	if len(f.data) < 2*pieceBytes || f.usesAnchors() {
		return nil
	}
	var c cutter
	for i, at := range f.lines {
		end := len(f.data)
		if i+1 < len(f.lines) {
			end = int(f.lines[i+1])
		}
		if !c.line(f.data[at:end], int(at), i) {
			return nil
		}
	}
	c.close(len(f.data))
	return c.pieces
}

// usesAnchors tells whether anchors, tags, directives or document marks may occur; a false alarm costs only time.
func (f *file) usesAnchors() bool {
	for _, s := range []string{": &", "- &", ": *", "- *", "[&", "[*", ", *", ", &", "{*", "{&", "\n---", "\n...", "<<:"} {
		if bytes.Contains(f.data, []byte(s)) {
			return true
		}
	}
	return bytes.HasPrefix(f.data, []byte("---")) || bytes.HasPrefix(f.data, []byte("%")) || bytes.HasPrefix(f.data, utf8BOM)
}

type cutter struct {
	pieces  []piece
	cur     piece
	open    bool
	key     string // of the last top-level key that has its value on the following lines
	keyFrom int
	column  int // of that key's items, -1 until the first is seen
}

// line takes the next line and tells whether the file can still be cut.
func (c *cutter) line(s []byte, at, number int) bool {
	body := bytes.TrimLeft(s, " ")
	indent := len(s) - len(body)
	switch {
	case len(bytes.TrimSpace(body)) == 0 || body[0] == '#':
		return true
	case indent == 0 && body[0] != '-':
		return c.topKey(s, at, number)
	case c.key != "" && c.column < 0:
		if !isItem(body) {
			c.key = "" // a map, not a list: stays in the piece of its key
			return true
		}
		c.column = indent
		c.next(piece{from: at, line: number, indent: indent, depth: 1, key: c.key, keyFrom: c.keyFrom})
	case c.key != "" && indent == c.column && isItem(body) && at-c.cur.from > pieceBytes:
		c.next(piece{from: at, line: number, indent: indent, depth: 1, key: c.key, keyFrom: c.keyFrom})
	}
	return true
}

// topKey starts a piece at a top-level key. A key that only opens a list belongs to the list's first piece.
func (c *cutter) topKey(s []byte, at, number int) bool {
	name, rest, ok := bytes.Cut(s, []byte{':'})
	if !ok || !isName(name) {
		return false
	}
	opens := len(bytes.TrimSpace(rest)) == 0
	if !c.open || c.cur.key != "" || opens || at-c.cur.from > pieceBytes {
		c.next(piece{from: at, line: number, indent: 0})
	}
	c.key, c.keyFrom, c.column = "", at, -1
	if opens {
		c.key = string(name)
	}
	return true
}

func (c *cutter) next(p piece) {
	if c.open && p.key != "" && p.key != c.cur.key {
		// The piece before ends with the key's own line, which the join writes.
		c.close(p.keyFrom)
	} else {
		c.close(p.from)
	}
	c.cur, c.open = p, true
}

func (c *cutter) close(to int) {
	if c.open && to > c.cur.from {
		c.cur.to = to
		c.pieces = append(c.pieces, c.cur)
	}
	c.open = false
}

func isItem(body []byte) bool {
	return len(body) > 1 && body[0] == '-' && (body[1] == ' ' || body[1] == '\n')
}

func isName(s []byte) bool {
	for _, b := range s {
		if (b < 'a' || b > 'z') && b != '_' {
			return false
		}
	}
	return len(s) > 0
}

// join makes one mapping of the pieces' nodes.
func (f *file) join(pieces []piece, nodes []*Node, out *diag.List) *Node {
	root := &Node{Kind: Mapping, Span: f.span(pieces[0].from, int(nodes[len(nodes)-1].Span.To))}
	if pieces[0].key != "" {
		root.Span.From = int32(pieces[0].keyFrom)
	}
	for i, p := range pieces {
		n := nodes[i]
		if p.key == "" {
			root.Entries = append(root.Entries, n.Entries...)
			continue
		}
		if i > 0 && pieces[i-1].key == p.key && pieces[i-1].keyFrom == p.keyFrom {
			list := root.Entries[len(root.Entries)-1].Value
			list.Items = append(list.Items, n.Items...)
			list.Span.To = n.Span.To
			continue
		}
		root.Entries = append(root.Entries, Entry{Key: p.key, KeySpan: f.span(p.keyFrom, p.keyFrom+len(p.key)), Value: n})
	}
	root.Entries = unique(root.Entries, out)
	return root
}
