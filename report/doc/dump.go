package doc

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"konzept/report/geom"
)

// Dump writes a document as readable text, one block a line, for goldens. It leaves out what equals the zero value.
func Dump(w io.Writer, d *Document) error {
	p := &dumper{palette: d.Palette}
	p.line("document", quote("title", d.Title), quote("subject", d.Subject), quote("author", d.Author), word("lang", d.Lang))
	for i := range d.Chapters {
		c := &d.Chapters[i]
		name := ""
		if c.Page != nil {
			name = c.Page.Name
		}
		p.line("chapter", word("page", name), word("start", sides[c.Start]), word("numbering", c.Numbering))
		p.within(c.Blocks)
	}
	for i := range d.Posters {
		p.poster(&d.Posters[i])
	}
	_, err := io.WriteString(w, p.b.String())
	return err
}

type dumper struct {
	b       strings.Builder
	depth   int
	palette geom.Palette
}

var (
	sides  = [...]string{"", "right", "left", "same", "any"}
	aligns = [...]string{"", "justify", "right", "centre", "decimal"}
)

func (p *dumper) line(parts ...string) {
	p.b.WriteString(strings.Repeat("  ", p.depth))
	first := true
	for _, s := range parts {
		if s == "" {
			continue
		}
		if !first {
			p.b.WriteByte(' ')
		}
		p.b.WriteString(s)
		first = false
	}
	p.b.WriteByte('\n')
}

func (p *dumper) within(blocks []Block) {
	p.depth++
	for _, b := range blocks {
		p.block(b)
	}
	p.depth--
}

// part writes a named part of a block, such as a cell, with what it holds.
func (p *dumper) part(name string, blocks []Block, parts ...string) {
	p.depth++
	p.line(append([]string{name}, parts...)...)
	p.within(blocks)
	p.depth--
}

func quote(key, s string) string {
	if s == "" {
		return ""
	}
	return key + "=" + strconv.Quote(s)
}

var listings = map[Listing]string{NumberedFigures: "figures", NumberedTables: "tables"}

func word(key, s string) string {
	if s == "" {
		return ""
	}
	return key + "=" + s
}

func flag(key string, set bool) string {
	if set {
		return key
	}
	return ""
}

func length(key string, l geom.Length) string {
	if l == 0 {
		return ""
	}
	return key + "=" + l.String()
}

func digits(key string, n int) string {
	if n == 0 {
		return ""
	}
	return key + "=" + strconv.Itoa(n)
}

func (p *dumper) ink(key string, i geom.Ink, has bool) string {
	switch {
	case !has:
		return ""
	case int(i) < len(p.palette):
		return key + "=" + p.palette[i].Name
	}
	return key + "=" + strconv.Itoa(int(i))
}

func edges(key string, e geom.Edges) string {
	if e == (geom.Edges{}) {
		return ""
	}
	return fmt.Sprintf("%s=%s/%s/%s/%s", key, e.Top, e.Right, e.Bottom, e.Left)
}

func styled(s *Style) string {
	if s == nil {
		return ""
	}
	return "." + s.Name
}

func (p *dumper) block(b Block) {
	switch b := b.(type) {
	case *Group:
		p.line("group", word("role", string(b.Role)), word("anchor", b.Anchor), flag("keep", b.Keep), flag("together", b.Soft), quote("name", b.Name), word("lang", b.Lang))
		p.within(b.Blocks)
	case *Heading:
		p.line("heading "+strconv.Itoa(b.Level), styled(b.Style), word("anchor", b.Anchor), quote("number", b.Number), quote("running", b.Running), flag("unlisted", b.Unlisted), p.inlines(b.Inlines))
	case *Paragraph:
		p.line("p", styled(b.Style), word("role", string(b.Role)), word("anchor", b.Anchor), p.inlines(b.Inlines))
	case *List:
		p.line("list", styled(b.Style), flag("ordered", b.Ordered), flag("plain", b.Plain))
		for _, i := range b.Items {
			p.part("item", i.Blocks, quote("label", i.Label))
		}
	case *Space:
		p.line("space", length("height", b.Height), flag("strong", b.Strong), flag("fill", b.Fill))
	case *Rule:
		p.line("rule", length("weight", b.Weight), p.ink("ink", b.Ink, true), length("before", b.Before), length("after", b.After), length("width", b.Width))
	case *PageBreak:
		p.line("pagebreak", word("start", sides[b.Start]))
	case *Box:
		p.line("box", p.ink("fill", b.Fill, b.Filled), length("frame", b.Frame), length("bar", b.Bar), p.ink("ink", b.Ink, b.Frame > 0 || b.Bar > 0), edges("pad", b.Pad),
			length("before", b.Before), length("after", b.After), word("role", string(b.Role)), flag("keep", b.Keep), length("height", b.Height), flag("centred", b.Centred), word("bleed", b.Bleeds.String()))
		p.within(b.Blocks)
	case *Columns:
		p.line("columns", digits("count", b.Count), length("gap", b.Gap))
		p.within(b.Blocks)
	case *Margin:
		p.line("margin")
		p.within(b.Blocks)
	default:
		p.component(b)
	}
}

func (p *dumper) component(b Block) {
	switch b := b.(type) {
	case *Grid:
		p.line("grid", columns(b.Columns), length("gap", b.Gap), length("rowgap", b.RowGap), length("before", b.Before), length("after", b.After), flag("list", b.List))
		for _, c := range b.Cells {
			p.part("cell", c)
		}
	case *Picture:
		name := ""
		if b.Picture != nil {
			name = b.Picture.Name
		}
		p.line("picture", quote("file", name), length("width", b.Width), length("height", b.Height), flag("cover", b.Cover), flag("fill", b.Fill), word("bleed", b.Bleeds.String()), flag("decorative", b.Decorative), quote("alt", b.Alt), word("lang", b.AltLang),
			word("align", aligns[b.Align]), p.labelled("caption", b.Caption), p.labelled("credit", b.Credit))
	case *Contents:
		p.line("contents", word("of", listings[b.Of]), digits("depth", b.Depth))
	case *Register:
		p.line("register", styled(b.Style), digits("columns", b.Columns))
		for _, e := range b.Entries {
			p.part("entry", nil, p.inlines(e.Text), word("anchors", strings.Join(e.Anchors, ",")))
		}
	case *Timeline:
		p.line("timeline")
		for _, e := range b.Entries {
			p.part("event", e.Blocks, p.inlines(e.When), flag("strong", e.Strong))
		}
	case *Table:
		p.table(b)
	case *Pairs:
		p.line("pairs", length("label", b.LabelWidth), p.ink("fill", b.LabelFill, b.HasFill))
		for _, r := range b.Rows {
			p.part("pair", r.Value, p.inlines(r.Label))
		}
	case *Figure:
		p.figure(b)
	}
}

func (p *dumper) labelled(key string, inlines []Inline) string {
	if len(inlines) == 0 {
		return ""
	}
	return key + "=" + p.inlines(inlines)
}

func columns(cols []Column) string {
	out := make([]string, len(cols))
	for i, c := range cols {
		switch {
		case c.Width > 0:
			out[i] = c.Width.String()
		case c.Share > 0:
			out[i] = strconv.Itoa(c.Share) + "fr"
		default:
			out[i] = "auto"
		}
		if c.Align != Left {
			out[i] += ":" + aligns[c.Align]
		}
		if c.Header {
			out[i] += ":header"
		}
	}
	return "columns=" + strings.Join(out, ",")
}

func (p *dumper) table(t *Table) {
	p.line("table", columns(t.Columns), word("anchor", t.Anchor), flag("number", t.Number), quote("alt", t.Alt), p.labelled("caption", t.Caption), p.labelled("source", t.Source))
	for _, part := range []struct {
		name string
		rows []Row
	}{{"head", t.Head}, {"row", t.Body}, {"foot", t.Foot}} {
		for _, r := range part.rows {
			p.depth++
			p.line(part.name, p.ink("fill", r.Ink, r.Filled), flag("keepnext", r.KeepNext), flag("label", r.Label), word("anchor", r.Anchor))
			for _, c := range r.Cells {
				align := ""
				if c.HasAlign {
					align = aligns[c.Align]
				}
				p.part("cell", c.Blocks, digits("cols", c.Cols), digits("rows", c.Rows), flag("header", c.Header), word("align", align), p.ink("fill", c.Ink, c.Filled))
			}
			p.depth--
		}
	}
}

// inlines writes text with its looks: «bold:…», «link url:…».
func (p *dumper) inlines(inlines []Inline) string {
	if len(inlines) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, i := range inlines {
		p.inline(&b, i)
	}
	b.WriteByte('"')
	return b.String()
}

func (p *dumper) inline(b *strings.Builder, i Inline) {
	switch i := i.(type) {
	case *Text:
		look := join(flag("bold", i.Look.Bold), flag("italic", i.Look.Italic), flag("nobreak", i.Look.NoBreak), p.ink("ink", i.Look.Ink, i.Look.HasInk), digits("scale", i.Look.Scale), digits("raise", i.Look.Raise), word("lang", i.Lang))
		text := strconv.Quote(i.Text)
		if text = text[1 : len(text)-1]; look != "" {
			text = "«" + look + ":" + text + "»"
		}
		b.WriteString(text)
	case *Link:
		b.WriteString("«link " + i.URL + flag("#", i.Anchor != "") + i.Anchor + ":" + strings.Trim(p.inlines(i.Inlines), `"`) + "»")
	case *PageRef:
		b.WriteString("«page #" + i.Anchor + "»")
	case *Footnote:
		b.WriteString("«note:" + strings.Trim(p.inlines(i.Inlines), `"`) + "»")
	case *Break:
		b.WriteString("«br»")
	case *Symbol:
		b.WriteString("«symbol " + join(i.Name, quote("word", i.Word)) + "»")
	case *Field:
		b.WriteString("«field " + i.Name + "»")
	}
}

func (p *dumper) poster(s *Poster) {
	p.line("poster", quote("name", s.Name), quote("title", s.Title), "size="+s.Size.W.String()+"x"+s.Size.H.String(), length("bleed", s.Bleed), length("safe", s.Safe), p.ink("ground", s.Ground, s.HasGround))
	for i := range s.Areas {
		a := &s.Areas[i]
		p.part("area", a.Blocks, a.Name, "box="+a.Box.String(), edges("pad", a.Pad), p.ink("fill", a.Fill, a.Filled), edges("bleeds", a.Bleeds),
			digits("smallest", a.Smallest), digits("largest", a.Largest), flag("middle", a.Middle), flag("bottom", a.Bottom))
	}
}
