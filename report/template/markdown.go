package template

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The block structure of a template is goldmark's. Of its parsers only headings, lists, fenced code and paragraphs take
// part, and lists only in the two forms that German text does not write by chance: `- ` and `1)`. There is no indented
// code, no setext heading, no HTML and no quotation sign. Directives are blocks of our own. Inline text is read by
// inline.go, which also reads the texts of the data.

// fence is a directive's line and, of a container, what is within.
type fence struct {
	ast.BaseBlock
	head   gmtext.Segment // after the colons
	word   string
	leaf   bool
	closed bool
	indent int // columns by which its content is set in; -1 until the first line
}

var kindFence = ast.NewNodeKind("Fence")

// Kind and Dump make fence a node of the tree.
func (n *fence) Kind() ast.NodeKind            { return kindFence }
func (n *fence) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// parseBlocks reads the blocks of a template.
func parseBlocks(src []byte) ast.Node {
	p := parser.NewParser(parser.WithBlockParsers(
		util.Prioritized(fenceParser{}, 50),
		util.Prioritized(lists{parser.NewListParser()}, 300),
		util.Prioritized(lists{parser.NewListItemParser()}, 400),
		util.Prioritized(indented{parser.NewATXHeadingParser()}, 600),
		util.Prioritized(indented{parser.NewFencedCodeBlockParser()}, 700),
		util.Prioritized(indented{parser.NewParagraphParser()}, 1000),
	))
	return p.Parse(gmtext.NewReader(src))
}

// indented lets a block stand at any indent: there is no indented code.
type indented struct{ parser.BlockParser }

func (indented) CanAcceptIndentedLine() bool { return true }

// lists are goldmark's lists and items, in our two forms only; a container within keeps them open.
type lists struct{ parser.BlockParser }

func (l lists) Open(parent ast.Node, r gmtext.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := r.PeekLine()
	if !listMarker(bytes.TrimLeft(line, " \t")) {
		return nil, parser.NoChildren
	}
	return l.BlockParser.Open(parent, r, pc)
}

func (l lists) Continue(n ast.Node, r gmtext.Reader, pc parser.Context) parser.State {
	if openWithin(n, pc) != nil {
		return parser.Continue | parser.HasChildren
	}
	if list, ok := n.(*ast.List); ok && strange(list, r) {
		return parser.Close
	}
	return l.BlockParser.Continue(n, r, pc)
}

// strange tells whether a line begins an item for goldmark but none for us: it would wait for an item that never opens.
func strange(list *ast.List, r gmtext.Reader) bool {
	line, _ := r.PeekLine()
	s := bytes.TrimLeft(line, " \t")
	if len(bytes.TrimSpace(s)) == 0 || listMarker(s) || !foreignMarker(s) {
		return false
	}
	last, ok := list.LastChild().(*ast.ListItem)
	indent, _ := util.IndentWidth(line, r.LineOffset())
	return !ok || last.ChildCount() == 0 || indent < last.Offset
}

// foreignMarker tells whether a line begins with a list marker of CommonMark: -, + or *, or a number with a stop or bracket.
func foreignMarker(line []byte) bool {
	i := 0
	for i < len(line) && line[i] >= '0' && line[i] <= '9' {
		i++
	}
	if i == len(line) || i == 0 && !bytes.ContainsRune([]byte("-+*"), rune(line[0])) || i > 0 && line[i] != '.' && line[i] != ')' {
		return false
	}
	return i+1 == len(line) || line[i+1] == ' ' || line[i+1] == '\t' || line[i+1] == '\n' || line[i+1] == '\r'
}

// listMarker tells whether a line begins with `- ` or a number and `) `.
func listMarker(line []byte) bool {
	i := 0
	for i < len(line) && line[i] >= '0' && line[i] <= '9' {
		i++
	}
	mark := byte(')')
	if i == 0 {
		mark = '-'
	}
	return i < 5 && len(line) > i+1 && line[i] == mark && (line[i+1] == ' ' || line[i+1] == '\t')
}

// openWithin returns the innermost open container or code block within n.
func openWithin(n ast.Node, pc parser.Context) ast.Node {
	open := pc.OpenedBlocks()
	for i := len(open) - 1; i >= 0 && open[i].Node != n; i-- {
		switch inner := open[i].Node.(type) {
		case *fence:
			if !inner.closed {
				return inner
			}
		case *ast.FencedCodeBlock:
			return inner
		}
	}
	return nil
}

// fenceParser reads `::name …`, `:::name …` and `::: name …`, and closes containers at `:::`.
type fenceParser struct{}

func (fenceParser) Trigger() []byte             { return []byte{':'} }
func (fenceParser) CanInterruptParagraph() bool { return true }
func (fenceParser) CanAcceptIndentedLine() bool { return true }

func (fenceParser) Open(parent ast.Node, r gmtext.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, seg := r.PeekLine()
	s := bytes.TrimSpace(line)
	colons := len(s) - len(bytes.TrimLeft(s, ":"))
	head := s[colons:]
	if colons < 2 || colons == 2 && (len(head) == 0 || !nameByte(head[0])) {
		return nil, parser.NoChildren
	}
	head = bytes.TrimSpace(head)
	start := seg.Start - seg.Padding + bytes.Index(line, s) + len(s) - len(head)
	n := &fence{head: gmtext.NewSegment(start, start+len(head)), word: firstWord(string(head)), leaf: colons == 2, indent: -1}
	r.AdvanceToEOL()
	if n.leaf || len(head) == 0 || n.word == "else" || nested(parent) > maxNested {
		n.closed = true
		return n, parser.NoChildren
	}
	return n, parser.HasChildren
}

// Continue takes a closer for the innermost open container; fenced code hides it.
func (fenceParser) Continue(n ast.Node, r gmtext.Reader, pc parser.Context) parser.State {
	f := n.(*fence)
	line, _ := r.PeekLine()
	if f.closed {
		return parser.Close
	}
	s := bytes.TrimSpace(line)
	if len(s) >= 3 && len(bytes.Trim(s, ":")) == 0 && openWithin(n, pc) == nil {
		f.closed = true
		r.AdvanceToEOL()
		return parser.Close
	}
	if len(s) > 0 {
		width, _ := util.IndentWidth(line, r.LineOffset())
		if f.indent < 0 {
			f.indent = width
		}
		if pos, padding := util.IndentPosition(line, r.LineOffset(), min(width, f.indent)); pos > 0 {
			r.AdvanceAndSetPadding(pos, padding)
		}
	}
	return parser.Continue | parser.HasChildren
}

func (fenceParser) Close(ast.Node, gmtext.Reader, parser.Context) {}

func nameByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-' || b == '_'
}

func firstWord(s string) string {
	i := 0
	for i < len(s) && nameByte(s[i]) {
		i++
	}
	return s[:i]
}

// linesOf joins a block's lines and keeps the place of each.
func linesOf(n ast.Node, t Text) Text {
	out := Text{Whole: t.Whole, file: t.file}
	var b []byte
	segments := n.Lines()
	for i := range segments.Len() {
		seg := segments.At(i)
		out.lines = append(out.lines, line{len(b), t.Offset(seg.Start)})
		b = append(b, t.Chars[seg.Start:seg.Stop]...)
		if i+1 < segments.Len() && (len(b) == 0 || b[len(b)-1] != '\n') {
			b = append(b, '\n')
		}
	}
	out.Chars = string(b)
	return out
}
