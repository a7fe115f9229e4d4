package verify

import (
	"fmt"
	"strconv"
	"strings"

	"konzept/report/diag"
)

// String is the report as text: what the file says, its outline, its structure, what is wrong.
func (r *Report) String() string {
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%-10s %s\n", key, value)
		}
	}
	line("version", r.Version)
	line("claims", strings.Join(r.Claims, ", "))
	line("intent", r.Intent)
	line("title", r.Title)
	line("author", r.Author)
	line("subject", r.Subject)
	line("keywords", r.Keywords)
	line("creator", r.Creator)
	line("producer", r.Producer)
	line("created", r.Created)
	line("language", r.Lang)
	line("tagged", strconv.FormatBool(r.Tagged))
	line("pages", strconv.Itoa(len(r.Pages)))
	r.boxes(&b)
	for _, f := range r.Fonts {
		s := f.Name
		if !f.Embedded {
			s += ", not embedded"
		}
		if !f.Unicode {
			s += ", without text"
		}
		line("font", s)
	}
	if len(r.Outline) > 0 {
		b.WriteString("\noutline\n")
		for _, o := range r.Outline {
			fmt.Fprintf(&b, "%s%s (page %d)\n", strings.Repeat("  ", o.Level), o.Title, o.Page)
		}
	}
	if len(r.Structure) > 0 {
		b.WriteString("\nstructure\n")
		b.WriteString(r.Tree())
	}
	if len(r.Findings) > 0 {
		b.WriteString("\nfindings\n")
		for _, f := range r.Findings {
			b.WriteString("  " + plain(f) + "\n")
		}
	}
	return b.String()
}

// boxes writes one line for each run of pages with equal boxes.
func (r *Report) boxes(b *strings.Builder) {
	for i := 0; i < len(r.Pages); {
		text := boxText(&r.Pages[i])
		end := i + 1
		for end < len(r.Pages) && boxText(&r.Pages[end]) == text {
			end++
		}
		fmt.Fprintf(b, "%-10s %d-%d%s\n", "boxes", i+1, end, text)
		i = end
	}
}

func boxText(p *Page) string {
	s := " media " + corners(p.Media)
	if p.Trim != nil {
		s += " trim " + corners(*p.Trim)
	}
	if p.Bleed != nil {
		s += " bleed " + corners(*p.Bleed)
	}
	return s
}

func corners(v [4]float64) string {
	var s []string
	for _, f := range v {
		s = append(s, strconv.FormatFloat(f, 'f', -1, 64))
	}
	return "[" + strings.Join(s, " ") + "]"
}

// Tree is the structure as an indented outline with excerpts of the text: the golden of a document's tags.
func (r *Report) Tree() string {
	var b strings.Builder
	for i := range r.Structure {
		n := &r.Structure[i]
		b.WriteString(strings.Repeat("  ", n.Depth+1) + n.Type)
		for _, a := range []struct{ key, value string }{
			{"id", n.ID}, {"scope", n.Scope}, {"rows", span(n.RowSpan)}, {"columns", span(n.ColSpan)}, {"headers", strings.Join(n.Headers, " ")}, {"numbering", n.List}, {"lang", n.Lang},
		} {
			if a.value != "" {
				b.WriteString(" " + a.key + "=" + a.value)
			}
		}
		for _, a := range []struct{ key, value string }{{"alt", n.Alt}, {"actual", n.Actual}, {"summary", n.Summary}} {
			if a.value != "" {
				b.WriteString(" " + a.key + "=" + strconv.Quote(brief(a.value)))
			}
		}
		if n.Links > 0 {
			b.WriteString(" links=" + strconv.Itoa(n.Links))
		}
		if t := brief(n.Text); t != "" {
			b.WriteString(" " + strconv.Quote(t))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func span(n int) string {
	if n > 1 {
		return strconv.Itoa(n)
	}
	return ""
}

// plain is a finding in English words; callers with a language print findings through diag.
func plain(f diag.Finding) string {
	s := string(f.Code)
	if e, ok := diag.Lookup(f.Code); ok {
		s += ": " + e.EN.Message
	}
	for i, a := range f.Args {
		s = strings.ReplaceAll(s, "{"+strconv.Itoa(i)+"}", a)
	}
	if f.Page > 0 {
		s += " (page " + strconv.Itoa(f.Page) + ")"
	}
	return s
}
