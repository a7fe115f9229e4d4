package source

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"konzept/report/diag"
)

// ErrEdit says that a file cannot be changed in place without changing more than was asked for.
var ErrEdit = errors.New("the change cannot be made in place")

// Change is one change of a file that Parse has read: exactly one of the three is set beside Node.
type Change struct {
	Node    *Node     // the value to change
	Replace *string   // new text of a scalar
	Add     *NewEntry // new key of a mapping
	Append  *New      // new item of a sequence
}

// New is a value to be written: a text, a mapping or a sequence.
type New struct {
	Text    string
	Entries []NewEntry
	Items   []New
}

// NewEntry is a key of a new mapping.
type NewEntry struct {
	Key   string
	Value New
}

// Edit returns the file with the changes made and every other byte kept. It reads the result again and compares; what
// does not come out as asked is refused.
func Edit(root *Node, changes []Change) ([]byte, error) {
	if root == nil || root.f == nil {
		return nil, ErrEdit
	}
	var w editor
	w.file(root.f)
	for _, c := range changes {
		if !w.change(c) {
			return nil, ErrEdit
		}
	}
	data := w.apply()
	var l diag.List
	got := Parse(root.f.name, data, &l)
	seen := 0
	if want := expected(root, changes, &seen); got == nil || seen != len(changes) || !equal(got, want) {
		return nil, ErrEdit
	}
	return data, nil
}

// editor collects what to put where.
type editor struct {
	f       *file
	newline string
	patches []patch
}

type patch struct {
	from, to int
	text     string
}

func (w *editor) file(f *file) {
	w.f, w.newline = f, "\n"
	if bytes.Contains(f.data, []byte("\r\n")) {
		w.newline = "\r\n"
	}
}

func (w *editor) change(c Change) bool {
	n := c.Node
	switch {
	case n == nil || n.f != w.f:
		return false
	case c.Replace != nil && n.Kind == Scalar:
		w.put(int(n.Span.From), int(n.Span.To), w.scalar(n, *c.Replace))
		return true
	case c.Add != nil && n.Kind == Mapping && len(n.Entries) > 0:
		return w.insert(n, int(n.Entries[0].KeySpan.From), []NewEntry{*c.Add}, nil)
	case c.Append != nil && n.Kind == Sequence && len(n.Items) > 0:
		return w.insert(n, w.dash(int(n.Items[0].Span.From)), nil, []New{*c.Append})
	}
	return false
}

func (w *editor) put(from, to int, text string) {
	w.patches = append(w.patches, patch{from, to, text})
}

// dash returns the place of the dash before an item.
func (w *editor) dash(item int) int {
	if i := bytes.LastIndexByte(w.f.data[:item], '-'); i >= 0 {
		return i
	}
	return item
}

// insert puts a new child after the last one of a collection whose first child starts at a byte.
func (w *editor) insert(n *Node, first int, entries []NewEntry, items []New) bool {
	if n.Style == Flow {
		at := int(n.Span.To) - 1
		head := bytes.TrimRight(w.f.data[:at], " \t\r\n")
		text := flow(New{Entries: entries, Items: items})
		text = text[1 : len(text)-1]
		if head[len(head)-1] != ',' {
			text = "," + " " + text
		} else {
			text = " " + text
		}
		w.put(len(head), len(head), text)
		return true
	}
	start := bytes.LastIndexByte(w.f.data[:first], '\n') + 1
	prefix := bytes.TrimPrefix(w.f.data[start:first], utf8BOM)
	if len(bytes.Trim(prefix, " -")) > 0 {
		return false
	}
	end := int(n.Span.To)
	if i := bytes.IndexByte(w.f.data[end:], '\n'); i >= 0 {
		end += len(bytes.TrimRight(w.f.data[end:end+i], "\r"))
	} else {
		end = len(w.f.data)
	}
	w.put(end, end, w.newline+w.block(New{Entries: entries, Items: items}, len(prefix)))
	return true
}

// block writes a collection in lines, the first one with its indent, without the last line break.
func (w *editor) block(v New, indent int) string {
	var lines []string
	pad := strings.Repeat(" ", indent)
	for _, e := range v.Entries {
		switch {
		case len(e.Value.Entries)+len(e.Value.Items) > 0:
			lines = append(lines, pad+plainOrQuoted(e.Key)+":", w.block(e.Value, indent+2))
		default:
			lines = append(lines, pad+plainOrQuoted(e.Key)+": "+plainOrQuoted(e.Value.Text))
		}
	}
	for _, item := range v.Items {
		if len(item.Entries)+len(item.Items) > 0 {
			lines = append(lines, pad+"- "+w.block(item, indent+2)[indent+2:])
		} else {
			lines = append(lines, pad+"- "+plainOrQuoted(item.Text))
		}
	}
	return strings.Join(lines, w.newline)
}

// flow writes a value in brackets.
func flow(v New) string {
	switch {
	case len(v.Entries) > 0:
		parts := make([]string, len(v.Entries))
		for i, e := range v.Entries {
			parts[i] = plainOrQuoted(e.Key) + ": " + flow(e.Value)
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case len(v.Items) > 0:
		parts := make([]string, len(v.Items))
		for i, item := range v.Items {
			parts[i] = flow(item)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return plainOrQuoted(v.Text)
}

// scalar writes a new text in the style of the old one, as far as that can hold it.
func (w *editor) scalar(n *Node, text string) string {
	switch n.Style {
	case Plain:
		return plainOrQuoted(text)
	case Single:
		if !strings.ContainsAny(text, "\n\r\t") {
			return "'" + strings.ReplaceAll(text, "'", "''") + "'"
		}
	case Literal, Folded:
		if s, ok := w.literal(n, text); ok {
			return s
		}
	}
	return quoted(text)
}

// literal writes lines below a | with the indent of the old text.
func (w *editor) literal(n *Node, text string) (string, bool) {
	old := w.f.data[n.Span.From:n.Span.To]
	_, body, ok := bytes.Cut(old, []byte("\n"))
	body = bytes.TrimLeft(body, "\r\n")
	indent := len(body) - len(bytes.TrimLeft(body, " "))
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if !ok || indent == 0 || strings.HasPrefix(lines[0], " ") || strings.TrimSpace(lines[len(lines)-1]) == "" || strings.ContainsAny(text, "\r\t") {
		return "", false
	}
	out := "|"
	if !strings.HasSuffix(text, "\n") {
		out += "-"
	}
	for _, line := range lines {
		out += w.newline
		if line != "" {
			out += strings.Repeat(" ", indent) + line
		}
	}
	return out, true
}

// plainOrQuoted writes a text without quotation marks if every reader takes it for the same text, or for the number or
// day that it looks like.
func plainOrQuoted(s string) string {
	for i, r := range s {
		if !plainSign(r) && (i == 0 || i == len(s)-1 && r != ')' && r != '.' || !strings.ContainsRune(" -_.()/", r)) {
			return quoted(s)
		}
	}
	switch strings.ToLower(s) {
	case "", "null", "yes", "no", "on", "off", "y", "n":
		return quoted(s)
	}
	digits := strings.Trim(s, "0123456789") == ""
	day := len(s) == 10 && s[4] == '-' && s[7] == '-'
	based := len(s) > 2 && s[0] == '0' && strings.ContainsRune("xXoObB", rune(s[1])) // YAML 1.2, 10.3.2: other bases
	if based || strings.Trim(s, "0123456789.-_eE") == "" && !day && (!digits || len(s) > 1 && s[0] == '0') {
		return quoted(s)
	}
	return s
}

// plainSign tells whether a character is a German letter or a figure.
func plainSign(r rune) bool {
	return strings.ContainsRune("äöüÄÖÜß", r) || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}

// quoted writes a text in double quotation marks (YAML 1.2, 5.7).
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(s) + `"`
}

// apply makes the patches from the front; those at one place keep their order.
func (w *editor) apply() []byte {
	slices.SortStableFunc(w.patches, func(a, b patch) int { return a.from - b.from })
	var out bytes.Buffer
	at := 0
	for _, p := range w.patches {
		if p.from < at {
			return nil // two changes of the same bytes: nothing to read, so refused
		}
		out.Write(w.f.data[at:p.from])
		out.WriteString(p.text)
		at = p.to
	}
	out.Write(w.f.data[at:])
	return out.Bytes()
}

// expected copies a tree with the changes made, and counts how often it met a node to change.
func expected(n *Node, changes []Change, seen *int) *Node {
	c := &Node{Kind: n.Kind, Value: n.Value}
	for _, e := range n.Entries {
		c.Entries = append(c.Entries, Entry{Key: e.Key, Value: expected(e.Value, changes, seen)})
	}
	for _, item := range n.Items {
		c.Items = append(c.Items, expected(item, changes, seen))
	}
	for _, change := range changes {
		if change.Node != n {
			continue
		}
		*seen++
		switch {
		case change.Replace != nil:
			c.Value = *change.Replace
		case change.Add != nil:
			c.Entries = append(c.Entries, Entry{Key: change.Add.Key, Value: change.Add.Value.node()})
		case change.Append != nil:
			c.Items = append(c.Items, change.Append.node())
		}
	}
	return c
}

func (v New) node() *Node {
	n := &Node{Value: v.Text}
	for _, e := range v.Entries {
		n.Kind = Mapping
		n.Entries = append(n.Entries, Entry{Key: e.Key, Value: e.Value.node()})
	}
	for _, item := range v.Items {
		n.Kind = Sequence
		n.Items = append(n.Items, item.node())
	}
	if n.Kind != Scalar {
		n.Value = ""
	}
	return n
}

func equal(a, b *Node) bool {
	if a.Kind != b.Kind || a.Value != b.Value || len(a.Entries) != len(b.Entries) || len(a.Items) != len(b.Items) {
		return false
	}
	for i := range a.Entries {
		if a.Entries[i].Key != b.Entries[i].Key || !equal(a.Entries[i].Value, b.Entries[i].Value) {
			return false
		}
	}
	for i := range a.Items {
		if !equal(a.Items[i], b.Items[i]) {
			return false
		}
	}
	return true
}
