// Package design reads type, colour and spacing by name, over each other: a built-in design, what it extends, the project's own.
// It knows pages and tables only as they are styled and never lays anything out.
package design

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/eval"
	"konzept/report/format"
	"konzept/report/geom"
	"konzept/report/model"
	"konzept/report/source"
	"konzept/report/template"
)

// Design is type, colour and spacing by name. It is shared and not changed once it has been read.
type Design struct {
	Name        string
	Palette     geom.Palette
	Fonts       map[string][]string
	Styles      map[string]*doc.Style
	TableStyles map[string]*doc.TableStyle
	Charts      []geom.Ink        // of the series of charts, in order
	Series      []geom.Ink        // of records that take their colours from the design, in order
	Options     map[string]string // choices that parts ask for
	Binding     Binding

	turn  func(*geom.Ink) // puts a chapter's own colour in the place of the leading one; nil: it has none
	pages map[string]*source.Node
	names map[string][]string // of styles, looks, pages, in written order, for suggestions
	found diag.List
	whole bool // it has page styles: documents can be set in it
	torn  bool // a file of it, or what it extends, cannot be read
}

// Set reads designs, each once, and the labels that go with them. It may be used by several goroutines.
type Set struct {
	templates *template.Set
	mu        sync.Mutex
	designs   map[string]*Design
}

// New prepares the designs among the templates.
func New(templates *template.Set) *Set {
	return &Set{templates: templates, designs: map[string]*Design{}}
}

// Ready tells whether a report's design and the labels of a language can be read. Without them every style and word of
// every template would be a finding of its own; so these come alone.
func (s *Set) Ready(r *model.Report, lang string, out *diag.List) bool {
	var found diag.List
	design := s.Of(r, &found)
	if design.torn {
		out.Findings = append(out.Findings, found.Findings...)
	} else {
		huesOf(design, r, out) // told here, once for all documents
	}
	base, _, _ := strings.Cut(lang, "-")
	if words := s.templates.Overlaid("labels", base, &found); words == nil {
		v, _ := r.Single("project").Value("languages")
		out.Add("missing-labels", v.At, lang)
		return false
	}
	return !design.torn
}

// Of returns the design that a report's project names, with what is wrong with it in out.
func (s *Set) Of(r *model.Report, out *diag.List) *Design {
	name, at := "base", diag.Span{}
	if v, ok := r.Single("project").Value("design"); ok {
		if w, ok := v.V.(string); ok && w != "" {
			name, at = w, v.At
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.design(name)
	if d == nil || !d.torn && !d.whole {
		if d == nil {
			out.Add("unknown-design", at, name, diag.Suggest(name, s.wholeDesigns()))
		} else {
			out.Add("unfit-design", at, name, strings.Join(s.wholeDesigns(), ", "))
		}
		if d = s.design("base"); d == nil {
			d = readDesign("", nil)
		}
	}
	out.Findings = append(out.Findings, d.found.Findings...)
	return d
}

// Over is a design with another below it, what the project itself says of that other above it, and styles of a template's own
// above all; under and styles may be nil. It is read once a key. Findings that the design alone has are not told again.
func (s *Set) Over(key string, d *Design, under, styles *source.Node, out *diag.List) *Design {
	s.mu.Lock()
	defer s.mu.Unlock()
	key += " " + d.Name
	o, ok := s.designs[key]
	if !ok {
		var found diag.List
		node := s.templates.Overlaid("design", d.Name, &found)
		if under != nil {
			node = template.Overlay(s.templates.Overlaid("design", under.Value, &found), node)
			node = template.Overlay(node, s.templates.Own("design", under.Value))
		}
		if styles != nil {
			own := &source.Node{Kind: source.Mapping, Span: styles.Span, Entries: []source.Entry{{Key: "styles", Value: styles}}}
			node = template.Overlay(node, own)
		}
		o = readDesign(d.Name, node)
		o.found.Findings = slices.DeleteFunc(o.found.Findings, func(f diag.Finding) bool {
			return slices.ContainsFunc(d.found.Findings, func(g diag.Finding) bool { return g.Code == f.Code && g.At == f.At })
		})
		s.designs[key] = o
	}
	out.Findings = append(out.Findings, o.found.Findings...)
	return o
}

// Job is one output: of which report, by which template, in which language, for whom.
type Job struct {
	Target   string    // name of the target, for expressions
	Template string    // documents/concept.md, or concept
	At       diag.Span // where the project names it
	Report   *model.Report
	Lang     string // empty: the data's first
	Date     model.Date
	Edition  string
	Audience string
	Format   string // of a poster: A3
}

// Env is what the expressions of a job see: the report in its design, and the labels of its language. The design is the
// report's with the colours of its records. A job without a language gets one.
func (s *Set) Env(j *Job, out *diag.List) (*Design, *eval.Env) {
	if j.Lang == "" && len(j.Report.Langs) > 0 {
		j.Lang = j.Report.Langs[0]
	}
	run := eval.Run{Date: j.Date, Edition: j.Edition, Lang: j.Lang, Target: j.Target, Format: j.Format, Audience: j.Audience}
	d := s.Of(j.Report, out)
	env := eval.NewEnv(s.templates.Schema, j.Report, run, s.labels(j.Lang, j.Report, out), out)
	env.Design = d.Options
	d, env.Colour = d.Coloured(j.Report)
	return d, env
}

// Coloured is the design with the colours of a report's records, and the name of each record's colour.
func (d *Design) Coloured(r *model.Report) (*Design, func(*model.Record) string) {
	h, own := huesOf(d, r, &diag.List{}), *d
	own.Palette = h.palette
	return &own, func(rec *model.Record) string { return h.names[rec] }
}

// wholeDesigns are the names of the designs that a project may have.
func (s *Set) wholeDesigns() (names []string) {
	for _, n := range s.templates.Named("design") {
		if d := s.design(n); d != nil && d.whole {
			names = append(names, n)
		}
	}
	return names
}

func (s *Set) design(name string) *Design {
	if d, ok := s.designs[name]; ok {
		return d
	}
	var found diag.List
	node := s.templates.Overlaid("design", name, &found)
	if node == nil {
		return nil
	}
	if node.Kind != source.Mapping {
		found.Add("template-not-a-map", node.Span)
	}
	misshapen(node, &found)
	d := readDesign(name, node)
	if d.torn = found.Errors(false); d.torn {
		d.found = found // the rest follows from it
	} else {
		d.found.Findings = append(found.Findings, d.found.Findings...)
	}
	d.whole = node.Get("pages") != nil
	s.designs[name] = d
	return d
}

// regional are the labels of a language with those of its country over them, and the project's own over both.
func (s *Set) regional(lang string, out *diag.List) *source.Node {
	base, _, _ := strings.Cut(lang, "-")
	node := s.templates.Overlaid("labels", base, out)
	if node == nil || base == lang {
		return node
	}
	node = template.Overlay(node, s.templates.Overlaid("labels", lang, out))
	return template.Overlay(template.Overlay(node, s.templates.Own("labels", base)), s.templates.Own("labels", lang))
}

// bent tells whether some label sets a word with an article or an ending that must agree with it.
func bent(labels *source.Node, key string) bool {
	return labels != nil && slices.ContainsFunc(labels.Entries, func(e source.Entry) bool {
		if e.Value == nil {
			return false
		}
		_, form, found := strings.Cut(e.Value.Value, "{"+key+":")
		return found && !strings.HasPrefix(form, "dat}") && !strings.HasPrefix(form, "stem}")
	})
}

// labels are the words of the templates in a language, with the project's own over them.
func (s *Set) labels(lang string, r *model.Report, out *diag.List) map[string]string {
	node := s.regional(lang, out)
	words := map[string]string{}
	written := format.New(lang, r)
	if node != nil {
		for _, e := range node.Entries {
			if e.Value != nil && e.Value.Kind == source.Scalar {
				words[e.Key] = written.Label(e.Value.Value)
			}
		}
	}
	v, _ := r.Single("project").Value("terms")
	terms, _ := v.V.(*model.Record)
	own, _ := terms.Value("words")
	list, _ := own.V.([]model.Label)
	for _, l := range list {
		if _, known := words[l.Key]; !known && node != nil && !s.templates.AsksFor(l.Key) {
			out.Add("unknown-word", l.At, l.Key, diag.Suggest(l.Key, slices.Sorted(maps.Keys(words))))
		}
		if text, _, ok := l.Text.Best(lang); ok {
			words[l.Key] = text
			if bent(node, l.Key) && format.German(lang) && written.Gender(text) == "" {
				out.Add("unknown-gender", l.At, text, l.Key)
			}
		}
	}
	filled := map[string]string{}
	for key, text := range words {
		filled[key] = written.FillNouns(text, words)
	}
	return filled
}

// Words are the labels of a language with the project's own over them, for what stands outside any template.
func (s *Set) Words(lang string, r *model.Report) map[string]string {
	var none diag.List // documents report what is wrong with labels
	return s.labels(lang, r, &none)
}

// Ink is a colour of the design, in a chapter that has a colour of its own that one in place of the leading one.
func (d *Design) Ink(name string) (geom.Ink, bool) {
	ink, ok := d.Palette.Find(name)
	if d.turn != nil {
		d.turn(&ink)
	}
	return ink, ok
}

// PlainTable is the style of tables that name none; text is that of their cells if the design has none for cells.
func (d *Design) PlainTable(text *doc.Style) *doc.TableStyle {
	if l := d.TableStyles["plain"]; l != nil {
		return l
	}
	cell := d.Styles["cell"]
	if cell == nil {
		cell = text
	}
	return &doc.TableStyle{Style: cell, HeadStyle: cell, FootStyle: cell}
}

// Nearest names what of a kind (font, style, look, page) was probably meant by a name.
func (d *Design) Nearest(kind, name string) string { return diag.Suggest(name, d.names[kind]) }
