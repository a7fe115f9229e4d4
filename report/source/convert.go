package source

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"konzept/report/diag"
)

// converter turns the library's nodes into ours. The library counts lines and characters from 1; it visits nodes in
// file order, so that a cursor finds each place without counting a long line twice.
type converter struct {
	f       *file
	line    int // of the piece's first line, 0-based
	out     *diag.List
	failed  bool
	anchors map[*yaml.Node]*Node
	aliases int
	slab    []Node
	at      struct{ line, column, offset int }
}

func newConverter(f *file, line int, out *diag.List) *converter {
	return &converter{f: f, line: line, out: out}
}

func (c *converter) fail(code diag.Code, at diag.Span, args ...string) *Node {
	if !c.failed {
		c.out.Add(code, at, args...)
	}
	c.failed = true
	return nil
}

// offset returns the byte where the library's node starts.
func (c *converter) offset(line, column int) int {
	line += c.line - 1
	if line >= len(c.f.lines) {
		return len(c.f.data)
	}
	if c.at.line != line || c.at.column > column || c.at.offset == 0 {
		c.at.line, c.at.column, c.at.offset = line, 1, int(c.f.lines[line])
	}
	for c.at.column < column && c.at.offset < len(c.f.data) {
		_, n := utf8.DecodeRune(c.f.data[c.at.offset:])
		c.at.offset += n
		c.at.column++
	}
	return c.at.offset
}

func (c *converter) new(n Node) *Node {
	if len(c.slab) == 0 {
		c.slab = make([]Node, 64)
	}
	p := &c.slab[0]
	c.slab = c.slab[1:]
	*p = n
	p.f = c.f
	return p
}

// node converts one node; indent is the column of the collection around it, which decides where a block scalar ends.
func (c *converter) node(y *yaml.Node, indent, depth int) *Node {
	if c.failed {
		return nil
	}
	from := c.offset(y.Line, y.Column)
	if depth >= maxDepth {
		return c.fail("nesting", c.f.span(from, min(from+1, len(c.f.data))), "64")
	}
	if y.Kind == yaml.AliasNode {
		return c.alias(y, from)
	}
	start := c.f.skipProperties(from)
	if y.Style&yaml.TaggedStyle != 0 {
		c.out.Add("tag", c.f.tagSpan(from, start))
	}
	var n *Node
	switch y.Kind {
	case yaml.ScalarNode:
		n = c.scalar(y, start, indent)
	case yaml.SequenceNode:
		n = c.sequence(y, start, depth)
	case yaml.MappingNode:
		n = c.mapping(y, start, depth)
	}
	if y.Anchor != "" && n != nil {
		if c.anchors == nil {
			c.anchors = map[*yaml.Node]*Node{}
		}
		c.anchors[y] = n
	}
	return n
}

// alias shares the anchored node, whose places are the ones to look at. An anchor that holds aliases could multiply
// without end, so only plain ones are taken.
func (c *converter) alias(y *yaml.Node, from int) *Node {
	at := c.f.span(from, from+1+len(y.Value))
	c.aliases++
	n := c.anchors[y.Alias]
	if n == nil || hasAlias(y.Alias) {
		return c.fail("alias-nested", at, y.Value)
	}
	if c.aliases > maxAliases {
		return c.fail("alias-limit", at, "50")
	}
	return n
}

func hasAlias(y *yaml.Node) bool {
	for _, child := range y.Content {
		if child.Kind == yaml.AliasNode || hasAlias(child) {
			return true
		}
	}
	return false
}

func (c *converter) scalar(y *yaml.Node, from, indent int) *Node {
	style := styleOf(y.Style)
	to := c.f.scalarEnd(from, indent, style, y.Value)
	if style == Double && strings.Contains(c.f.text[from:to], `\`) {
		escapes(c.f.span(from, to), y.Value, c.out)
	}
	if style != Literal && style != Folded {
		c.cutOff(to)
	}
	return c.new(Node{Kind: Scalar, Style: style, Joined: c.folded(style, from, to), Span: c.f.span(from, to), Value: c.value(style, from, to, y.Value)})
}

// value takes the text from the file where it stands there as such, so that the library's copies can go.
func (c *converter) value(style Style, from, to int, value string) string {
	if style == Single || style == Double {
		from, to = from+1, to-1
	}
	if from <= to && c.f.text[from:to] == value {
		return c.f.text[from:to]
	}
	return value
}

func styleOf(s yaml.Style) Style {
	switch {
	case s&yaml.DoubleQuotedStyle != 0:
		return Double
	case s&yaml.SingleQuotedStyle != 0:
		return Single
	case s&yaml.LiteralStyle != 0:
		return Literal
	case s&yaml.FoldedStyle != 0:
		return Folded
	case s&yaml.FlowStyle != 0:
		return Flow
	}
	return Plain
}

func (c *converter) sequence(y *yaml.Node, from, depth int) *Node {
	n := c.new(Node{Kind: Sequence, Style: styleOf(y.Style), Items: make([]*Node, 0, len(y.Content))})
	end := from
	for _, child := range y.Content {
		item := c.node(child, y.Column-1, depth+1)
		if item == nil {
			return nil
		}
		n.Items = append(n.Items, item)
		if child.Kind != yaml.AliasNode {
			end = max(end, int(item.Span.To))
		} else {
			end = max(end, c.at.offset+1+len(child.Value))
		}
	}
	n.Span = c.f.span(from, c.f.collectionEnd(from, end, n.Style))
	return n
}

func (c *converter) mapping(y *yaml.Node, from, depth int) *Node {
	n := c.new(Node{Kind: Mapping, Style: styleOf(y.Style), Entries: make([]Entry, 0, len(y.Content)/2)})
	end := from
	var words []*Node
	for i := 0; i+1 < len(y.Content); i += 2 {
		k, v := y.Content[i], y.Content[i+1]
		key := c.node(k, y.Column-1, depth+1)
		value := c.node(v, y.Column-1, depth+1)
		if key == nil || value == nil {
			return nil
		}
		if v.Kind != yaml.AliasNode {
			end = max(end, int(value.Span.To))
		} else {
			end = max(end, c.at.offset+1+len(v.Value))
		}
		switch {
		case c.loose(y, v, n, key):
			words = append(words, key)
			continue
		case key.Kind != Scalar || k.Kind == yaml.AliasNode || key.Span.From == key.Span.To:
			c.out.Add("complex-key", c.f.span(int(key.Span.From), min(max(int(key.Span.To), int(key.Span.From)+1), len(c.f.data))))
		case k.Style == 0 && key.Value == "<<":
			c.out.Add("merge-key", key.Span)
		default:
			c.parted(n.lastValue(), words)
			words = nil
			n.Entries = append(n.Entries, Entry{Key: c.clean(key), KeySpan: key.Span, Value: value})
		}
	}
	c.parted(n.lastValue(), words)
	n.Entries = unique(n.Entries, c.out)
	n.Span = c.f.span(from, c.f.collectionEnd(from, end, n.Style))
	return n
}

// lastValue is the value of the last key so far, or nil.
func (n *Node) lastValue() *Node {
	if len(n.Entries) == 0 {
		return nil
	}
	return n.Entries[len(n.Entries)-1].Value
}

// unique drops the second of equal keys; the library would keep both.
func unique(entries []Entry, out *diag.List) []Entry {
	var seen map[string]int
	if len(entries) > 24 {
		seen = make(map[string]int, len(entries))
	}
	kept := entries[:0]
	for _, e := range entries {
		first := -1
		if seen != nil {
			if i, ok := seen[e.Key]; ok {
				first = i
			}
			seen[e.Key] = len(kept)
		} else {
			for i := range kept {
				if kept[i].Key == e.Key {
					first = i
				}
			}
		}
		if first >= 0 {
			duplicate(out, "duplicate-key", e.KeySpan, kept[first].KeySpan, e.Key)
			continue
		}
		kept = append(kept, e)
	}
	return kept
}

func duplicate(out *diag.List, code diag.Code, at, first diag.Span, args ...string) {
	f := out.Add(code, at, args...)
	f.Notes = []diag.Note{{Code: "first-here", At: first}}
}
