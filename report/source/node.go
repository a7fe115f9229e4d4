// Package source reads YAML into nodes that know their exact bytes, and merges the files of a project.
//
// It never interprets a value: what a key means and which type it has is the model's business.
package source

import "konzept/report/diag"

// Kind is the shape of a node.
type Kind uint8

const (
	Scalar Kind = iota
	Mapping
	Sequence
)

// Style is how a scalar was written. It matters because only plain scalars can be mistaken for numbers or dates.
type Style uint8

const (
	Plain   Style = iota
	Single        // 'text'
	Double        // "text"
	Literal       // |
	Folded        // >
	Flow          // of collections: [ ] and { }
)

// Node is a value of the data with its place. Nodes are not changed once Parse has returned them.
type Node struct {
	Kind    Kind
	Style   Style
	Span    diag.Span // the value's bytes, without anchor, key and trailing line break
	Value   string    // of a scalar, as YAML reads it
	Torn    bool      // a comma parts it, and a finding says so
	Joined  bool      // lines of a list, or paragraphs, became one; a finding says so
	Entries []Entry   // of a mapping, in file order
	Items   []*Node   // of a sequence

	f *file // where the bytes are
}

// Entry is one key of a mapping with its value.
type Entry struct {
	Key     string
	KeySpan diag.Span
	Value   *Node
}

// Get returns the value of a key, or nil. A nil node has no keys.
func (n *Node) Get(key string) *Node {
	if n == nil {
		return nil
	}
	for i := range n.Entries {
		if n.Entries[i].Key == key {
			return n.Entries[i].Value
		}
	}
	return nil
}

// Empty tells whether nothing was written: no value, null or ~.
func (n *Node) Empty() bool {
	if n == nil {
		return true
	}
	if n.Kind != Scalar || n.Style != Plain {
		return false
	}
	switch n.Value {
	case "", "~", "null", "Null", "NULL":
		return true
	}
	return false
}

// Written is the value as it stands in the file.
func (n *Node) Written() string {
	if n.f == nil || int(n.Span.To) > len(n.f.text) {
		return n.Value
	}
	return n.f.text[n.Span.From:n.Span.To]
}

// Pairs are the entries of a mapping; a missing node has none.
func (n *Node) Pairs() []Entry {
	if n == nil {
		return nil
	}
	return n.Entries
}

// Words reads a list of words, or one word.
func (n *Node) Words() []string {
	if n == nil || n.Empty() {
		return nil
	}
	if n.Kind == Scalar {
		return []string{n.Value}
	}
	var out []string
	for _, i := range n.Items {
		out = append(out, i.Value)
	}
	return out
}
