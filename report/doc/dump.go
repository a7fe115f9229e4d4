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
		page := c.Page
		if page == nil {
			page = &PageStyle{}
		}
		p.line("chapter", word("page", page.Name), quote("tab", page.Tab), p.ink("tab_ink", page.TabInk, page.Tab != "" && page.TabInk > 0), called("start", c.Start), word("numbering", c.Numbering))
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

// called is the word of a value that is not the usual one.
func called[T interface {
	~uint8
	Words() []string
}](key string, v T) string {
	if v == 0 {
		return ""
	}
	return word(key, v.Words()[v])
}

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
		b.dump(p)
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

func (p *dumper) labelled(key string, inlines []Inline) string {
	if len(inlines) == 0 {
		return ""
	}
	return key + "=" + p.inlines(inlines)
}

// inlines writes text with its styles: «bold:…», «link url:…».
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
		flags := join(flag("bold", i.Style.Bold), flag("italic", i.Style.Italic), flag("nobreak", i.Style.NoBreak), p.ink("ink", i.Style.Ink, i.Style.HasInk), digits("scale", i.Style.Scale), digits("raise", i.Style.Raise), word("lang", i.Lang))
		text := strconv.Quote(i.Text)
		if text = text[1 : len(text)-1]; flags != "" {
			text = "«" + flags + ":" + text + "»"
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

func join(parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " ")
}

func list(key string, words []string) string {
	if len(words) == 0 {
		return ""
	}
	return fmt.Sprintf("%s=%q", key, words)
}

func day(key string, d Day, has bool) string {
	if !has {
		return ""
	}
	return key + "=" + strconv.Itoa(int(d))
}
