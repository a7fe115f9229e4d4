// Package poster expands the templates of posters: areas on a grid that hold type as large as fits, one poster for each record.
//
// It says where areas stand and how large their type may be; what size it gets, layout finds.
package poster

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"konzept/report/compose"
	"konzept/report/design"
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/eval"
	"konzept/report/format"
	"konzept/report/geom"
	"konzept/report/number"
	"konzept/report/source"
	"konzept/report/template"
)

// posterKeys and areaKeys are what a poster template may say.
var (
	posterKeys = []string{"for", "name", "title", "subject", "design", "styles", "colours", "let", "audience", "editions", "microtypography", "formats", "bleed", "safe", "ground", "grid", "rules", "areas"}
	areaKeys   = []string{"name", "at", "bleed", "fill", "pad", "smallest", "largest", "align", "style", "content"}
)

// maker expands one poster template in one format.
type maker struct {
	*compose.Expander
	templates *template.Set
	design    *design.Design
	frame     *eval.Frame
	names     *eval.Names

	root   *source.Node
	each   *template.Each // nil: one poster without a record
	scale  *doc.Scale
	size   geom.Size
	grid   grid
	bleed  geom.Length
	safe   geom.Length
	areas  []area
	lets   []let
	known  map[string]template.Phrase // texts of the template, bound once
	colour []geom.Colour
}

// grid is fields of equal size within margins.
type grid struct {
	columns, rows int
	margin, gap   geom.Length
}

// area is one area with its texts and its content bound: each record may have it elsewhere.
type area struct {
	node  *source.Node
	said  map[string]template.Phrase
	nodes []template.Node
	style *doc.Style
}

// let is a name that the areas share.
type let struct {
	slot  int
	value *eval.Program
}

// Make expands a poster template in the job's format: one document for each record of its list, or one.
func Make(templates *template.Set, designs *design.Set, composer *compose.Set, j compose.Job, out *diag.List) []*doc.Document {
	name := path.Clean(j.Template)
	if !strings.Contains(name, "/") {
		name = "posters/" + strings.TrimSuffix(name, ".yaml") + ".yaml"
	}
	f := templates.File(name)
	if f == nil {
		out.Add("missing-template", j.At, name, diag.Suggest(name, templates.Names("posters/*.yaml")))
		return nil
	}
	out.Findings = append(out.Findings, f.Found.Findings...)
	if f.Front == nil || f.Front.Kind != source.Mapping {
		return nil
	}
	p := &maker{Expander: composer.Expander(j, out), templates: templates, names: templates.Globals(), root: f.Front, known: map[string]template.Phrase{}}
	// What the project itself has for the template's design, and the template's own styles, go over the project's design.
	p.PutOn(designs.Over(name, p.Design(), p.root.Get("design"), p.root.Get("styles"), p.Out))
	p.design = p.Design()
	p.colour = p.design.Palette
	if !p.prepare() {
		return nil
	}
	return p.expand()
}

// prepare reads what all posters of the template share; false if nothing can be made of it.
func (p *maker) prepare() bool {
	p.strangers(p.root, "", posterKeys)
	if !p.format() {
		return false
	}
	p.length(p.root.Get("bleed"), "bleed", 3*geom.MM, &p.bleed)
	if p.Job().Bleed != nil {
		p.bleed = *p.Job().Bleed
	}
	p.length(p.root.Get("safe"), "safe", 5*geom.MM, &p.safe)
	p.readGrid(p.root.Get("grid"))
	p.names = p.loop()
	p.readLets(p.root.Get("let"))
	areas := p.root.Get("areas")
	if areas == nil || len(areas.Items) == 0 {
		p.Out.Add("poster-empty", p.root.Span)
		return false
	}
	for _, n := range areas.Items {
		p.readArea(n)
	}
	return true
}

// strangers finds keys that nothing reads.
func (p *maker) strangers(n *source.Node, where string, known []string) {
	for _, e := range n.Pairs() {
		if !slices.Contains(known, e.Key) {
			p.Out.Add("poster-key", e.KeySpan, where+e.Key, diag.Suggest(e.Key, known))
		}
	}
}

// format finds the job's format among the template's.
func (p *maker) format() bool {
	formats := p.root.Get("formats")
	if formats == nil {
		p.size, p.scale = design.Paper("A3"), doc.NewScale(100)
		return true
	}
	name := p.Job().Format
	if name == "" && len(formats.Entries) > 0 {
		name = formats.Entries[0].Key
	}
	n := formats.Get(name)
	if n == nil {
		var known []string
		for _, e := range formats.Entries {
			known = append(known, e.Key)
		}
		p.Out.Add("poster-format", formats.Span, name, strings.Join(known, ", "))
		return false
	}
	p.strangers(n, "formats."+name+".", []string{"size", "scale"})
	percent := 100
	p.number(n.Get("scale"), "scale", 1, 1000, &percent)
	p.scale = doc.NewScale(percent)
	written := name
	if size := n.Get("size"); size != nil {
		written = size.Value
	}
	size, ok := design.ParseSize(written)
	if !ok {
		p.wrong(n.Get("size"), "size", "ein Format wie A3 oder „297mm 420mm“", "a format such as A3 or “297mm 420mm”")
		size = design.Paper("A3")
	}
	p.size = size
	return true
}

func (p *maker) wrong(n *source.Node, key, de, en string) {
	at, found := p.root.Span, ""
	if n != nil {
		at, found = n.Span, n.Value
	}
	p.Fail("poster-value", at, diag.Span{}, key, diag.Both(de, en), found)
}

func (p *maker) length(n *source.Node, key string, otherwise geom.Length, to *geom.Length) {
	*to = otherwise
	if n == nil {
		return
	}
	v, err := geom.Parse(n.Value)
	if err != nil || v < 0 {
		p.wrong(n, key, "eine Länge wie 3mm", "a length such as 3mm")
		return
	}
	*to = v
}

func (p *maker) number(n *source.Node, key string, least, most int, to *int) {
	if n == nil {
		return
	}
	v, ok := number.ParseCount(n.Value)
	if !ok || v < least || v > most {
		p.wrong(n, key, "eine ganze Zahl von "+strconv.Itoa(least)+" bis "+strconv.Itoa(most), "a whole number from "+strconv.Itoa(least)+" to "+strconv.Itoa(most))
		return
	}
	*to = v
}

func (p *maker) readGrid(n *source.Node) {
	p.strangers(n, "grid.", []string{"columns", "rows", "margin", "gap"})
	g := grid{columns: 12, rows: 17}
	p.number(n.Get("columns"), "columns", 1, 100, &g.columns)
	p.number(n.Get("rows"), "rows", 1, 100, &g.rows)
	p.length(n.Get("margin"), "margin", 12*geom.MM, &g.margin)
	p.length(n.Get("gap"), "gap", 4*geom.MM, &g.gap)
	g.margin, g.gap = p.scale.Length(g.margin), p.scale.Length(g.gap)
	p.grid = g
}

// loop reads `for: x in EXPR` and returns the names that the template's texts see.
func (p *maker) loop() *eval.Names {
	n := p.root.Get("for")
	if n == nil {
		return p.names
	}
	e, names := p.templates.Loop(n, p.names, p.Out)
	p.each = e
	return names
}

// expand makes the posters.
func (p *maker) expand() []*doc.Document {
	p.frame = p.NewFrame(p.names.Slots())
	if p.each == nil {
		return []*doc.Document{p.document()}
	}
	var all []*doc.Document
	p.each.Run(p.frame, func() { all = append(all, p.document()) })
	return all
}

// say expands one of the template's texts.
func (p *maker) say(key string) string {
	n := p.root.Get(key)
	if n == nil {
		return ""
	}
	t, ok := p.known[key]
	if !ok {
		t = p.templates.Phrase(n, p.names, p.Out)
		p.known[key] = t
	}
	return p.Plain(p.frame, &t)
}

// document makes the poster of the present record.
func (p *maker) document() *doc.Document {
	p.Begin()
	for _, l := range p.lets {
		p.frame.Slots[l.slot] = l.value.Run(p.frame)
	}
	p.design.Palette = p.palette()
	poster := doc.Poster{Name: p.say("name"), Of: p.each.ID(p.frame), Title: p.Title(p.say("title"), p.root.Span), Size: p.size, Bleed: p.bleed, Safe: p.safe}
	if n := p.root.Get("ground"); n != nil {
		poster.Ground, poster.HasGround = p.ink(p.say("ground"), n)
	}
	for i := range p.areas {
		if a, ok := p.area(&p.areas[i]); ok {
			poster.Areas = append(poster.Areas, a)
		}
	}
	poster.Largest = p.largest()
	d := &doc.Document{Title: poster.Title, Subject: p.say("subject"), Lang: format.Tag(p.Job().Lang), Palette: p.design.Palette, Note: p.scale.Style(p.design.Styles["note"]), Posters: []doc.Poster{poster}}
	p.Finish(d, p.say("microtypography"))
	return d
}

// palette is the design's, with the colours that the template names for this record in place of others.
func (p *maker) palette() geom.Palette {
	all := slices.Clone(p.colour)
	for _, e := range p.root.Get("colours").Pairs() {
		key := "colours." + e.Key
		t, ok := p.known[key]
		if !ok {
			t = p.templates.Phrase(e.Value, p.names, p.Out)
			p.known[key] = t
		}
		name := p.Plain(p.frame, &t)
		if name == "" {
			continue
		}
		to, ok := geom.Palette(all).Find(e.Key)
		from, found := geom.Palette(p.colour).Find(name)
		switch {
		case !ok:
			p.Fail("unknown-ink", e.KeySpan, diag.Span{}, e.Key, diag.Suggest(e.Key, geom.Palette(all).Names()))
		case !found:
			p.Fail("unknown-ink", e.Value.Span, diag.Span{}, name, diag.Suggest(name, geom.Palette(all).Names()))
		default:
			all[to] = p.colour[from]
			all[to].Name = e.Key
		}
	}
	return all
}

func (p *maker) ink(name string, at *source.Node) (geom.Ink, bool) {
	ink, ok := p.design.Palette.Find(name)
	if !ok && name != "" {
		p.Fail("unknown-ink", at.Span, diag.Span{}, name, diag.Suggest(name, p.design.Palette.Names()))
	}
	return ink, ok
}

// area expands one area; one without ground and content vanishes.
func (p *maker) area(t *area) (doc.Area, bool) {
	a, ok := p.frameOf(t)
	if !ok {
		return a, false
	}
	if fill := p.value(t, "fill"); fill != nil {
		a.Fill, a.Filled = p.ink(fill.Value, fill)
	}
	a.Blocks = p.scale.Blocks(p.Blocks(p.frame, t.style, t.nodes))
	return a, a.Filled || len(a.Blocks) > 0
}

// largest reads the rule for the areas that stand out.
func (p *maker) largest() []string {
	n := p.root.Get("rules").Get("largest")
	list := n.Words()
	for _, name := range list {
		if !slices.ContainsFunc(p.areas, func(a area) bool { return a.node.Get("name") != nil && a.node.Get("name").Value == name }) {
			p.Fail("poster-value", n.Span, diag.Span{}, "rules.largest", diag.Both("Namen von Bereichen", "names of areas"), name)
		}
	}
	return list
}
