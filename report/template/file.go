package template

import (
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"

	"konzept/report/diag"
	"konzept/report/source"
)

// File is one template as read.
type File struct {
	Name  string // with templates/ in front, as in findings
	Data  []byte
	Front *source.Node // front matter, or the whole of a YAML file
	body  Text
	tree  ast.Node
	Found diag.List
}

// parseFile reads a Markdown template with its front matter, or a YAML template.
func parseFile(name string, data []byte) *File {
	f := &File{Name: name, Data: data}
	if len(data) > maxTemplate {
		f.Found.Add("template-too-large", diag.Span{File: name}, "1")
		return f
	}
	if path.Ext(name) == ".yaml" {
		f.Front = source.Parse(name, data, &f.Found)
		if (f.Front == nil || f.Front.Kind != source.Mapping) && len(f.Found.Findings) == 0 {
			f.Found.Add("template-not-a-map", diag.Span{File: name})
		}
		return f
	}
	if !source.Check(name, data, &f.Found) {
		return f
	}
	whole := fileText(name, data)
	start := len(whole.Chars) - len(strings.TrimPrefix(whole.Chars, "\ufeff")) // the mark that editors on Windows put there
	if end, next := frontMatter(whole.Chars[start:]); next > 0 {
		// The parser takes the file's head up to the closing line, so that places need no correction.
		f.Front = source.Parse(name, data[:start+end], &f.Found)
		start += next
	}
	f.body = whole.Sub(start, len(whole.Chars))
	f.tree = parseBlocks(data[start:])
	return f
}

// frontMatter finds the end of the YAML between two --- lines, and where the text goes on.
func frontMatter(s string) (end, next int) {
	if !strings.HasPrefix(s, "---\n") && !strings.HasPrefix(s, "---\r\n") {
		return 0, 0
	}
	for i := strings.IndexByte(s, '\n') + 1; i < len(s); {
		n := strings.IndexByte(s[i:], '\n')
		if n < 0 {
			n = len(s) - i - 1
		}
		if strings.TrimRight(s[i:i+n+1], " \r\n") == "---" {
			return i, i + n + 1
		}
		i += n + 1
	}
	return 0, 0
}
