package compose

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/eval"
	"konzept/report/geom"
	"konzept/report/model"
	"konzept/report/source"
)

// Job is one output to compose.
type Job struct {
	Target   string    // name of the target, for expressions
	Template string    // documents/concept.md, or concept
	At       diag.Span // where the project names it
	Report   *model.Report
	Lang     string // of the document; empty: the data's first
	Date     model.Date
	Edition  string
	Audience string
	Format   string
	Bleed    *geom.Length      // the print shop's; nil: the design's
	Args     map[string]string // of a template that names them in its front matter
	Record   int               // which of the records of the template's list, from 0; without a list it does not count
	Files    fs.FS             // the project, for pictures
	Changes  *Changes          // told what micro-typography changes; nil: nobody wants to know
}

// Document expands a document's template over the job's report. It returns nil if there is no such template; any other
// fault is a finding, and the rest is composed all the same, so that one run finds everything.
func (s *Set) Document(j Job, out *diag.List) *doc.Document {
	tree := s.document(documentPath(j.Template), j.At, out)
	if tree == nil {
		return nil
	}
	return s.expander(j, out).document(tree)
}

// documentPath is a document's template below templates/.
func documentPath(name string) string {
	name = path.Clean(name)
	if !strings.Contains(name, "/") {
		name = "documents/" + strings.TrimSuffix(name, ".md") + ".md"
	}
	return name
}

// document binds a document's template.
func (s *Set) document(name string, at diag.Span, out *diag.List) *bound {
	s.mu.Lock()
	defer s.mu.Unlock()
	t, ok := s.trees[name]
	if !ok {
		f := s.open(name)
		if f == nil || f.tree == nil {
			if f != nil {
				out.Findings = append(out.Findings, f.found.Findings...)
			} else {
				out.Add("missing-template", at, name, diag.Suggest(name, s.names("documents/*.md")))
			}
			return nil
		}
		t = &bound{file: f}
		s.trees[name] = t
		s.bind(t, s.globals())
	}
	t.findings(out, map[*bound]bool{})
	return t
}

// expander turns the trees of one document into blocks. It belongs to one goroutine.
type expander struct {
	*eval.Env
	set    *Set
	job    Job
	design *Design
	names  *eval.Names // of the whole document
	frame  *eval.Frame // without local names

	pages    map[string]*doc.PageStyle
	labels   map[*doc.TableLook]*doc.TableLook // looks of label and value lists
	chapters []doc.Chapter
	anchors  map[string]diag.Span
	wanted   []reference
	level    int              // of the last heading
	prose    []*doc.Paragraph // in reading order
	numbered bool             // a chapter began to count pages
	used     int              // paragraphs before the first question for a word's first use; -1: none yet
	text     *doc.Style
	page     string // page style of chapters that name none
}

// reference is a link or page number that needs its anchor.
type reference struct {
	anchor string
	at     diag.Span
}

func (s *Set) expander(j Job, out *diag.List) *expander {
	if j.Lang == "" && len(j.Report.Langs) > 0 {
		j.Lang = j.Report.Langs[0]
	}
	x := &expander{set: s, job: j, design: s.Design(j, out), names: s.globals(),
		pages: map[string]*doc.PageStyle{}, labels: map[*doc.TableLook]*doc.TableLook{}, anchors: map[string]diag.Span{}, used: -1, page: "body"}
	run := eval.Run{Date: j.Date, Edition: j.Edition, Lang: j.Lang, Target: j.Target, Format: j.Format, Audience: j.Audience}
	x.Env = eval.NewEnv(s.schema, j.Report, run, s.labels(j.Lang, j.Report, out), out)
	x.FirstUse, x.Env.Design = x.firstUse, x.design.Options
	x.dye(x.design)
	x.frame = x.NewFrame(0)
	x.text = x.design.Styles["body"]
	return x
}

// dye gives the records their colours in a design, which becomes the expander's.
func (x *expander) dye(d *Design) {
	h, own := huesOf(d, x.job.Report, &diag.List{}), *d
	own.Palette = h.palette
	x.design = &own
	x.Env.Colour = func(r *model.Record) string { return h.names[r] }
}

// words are the texts that layout itself sets.
func (x *expander) words() doc.Words {
	l := x.Labels
	return doc.Words{Continued: l["continued"], Page: l["page"], Figure: l["figure"], Table: l["table"], Footnote: l["footnote"], Below: l["values-below"],
		Draft: l["draft-mark"] + " – " + l["stand"] + " " + x.frame.String(x.job.Date)}
}

func (x *expander) document(t *bound) *doc.Document {
	c := &context{frame: x.NewFrame(t.names.Slots()), style: x.text, top: true, sink: &sink{}}
	x.arguments(t, c.frame)
	if !x.choose(t, c.frame) {
		return nil
	}
	front := x.front(t, c.frame)
	d := &doc.Document{Title: x.titled(front("title"), diag.Span{File: t.file.name}), Subject: front("subject"), Author: front("author"), Lang: tag(x.job.Lang), Palette: x.design.Palette, Note: x.design.Styles["note"]}
	if lang := front("lang"); lang != "" {
		d.Lang = tag(lang)
	}
	if p := front("page"); p != "" {
		x.page = p
	}
	if s := front("style"); s != "" {
		x.text = x.style(s, t.file.front.Get("style").Span)
	}
	if m := front("multiple"); m != "" {
		n, ok := parseInt(m)
		if !ok || n < 1 || n > maxMultiple {
			x.Fail("bad-value", t.file.front.Get("multiple").Span, diag.Span{}, "multiple", m, diag.Both("eine ganze Zahl von 1 bis 64", "a whole number from 1 to 64"))
			n = 1
		}
		d.Multiple = n
	}
	d.Words = x.words()
	c.style = x.text
	x.blocks(c, t.nodes)
	x.loose(c)
	x.resolve()
	d.Chapters = x.chapters
	joinLetters(d)
	x.sheets(d)
	x.typeset(d, front("microtypography"))
	return d
}

// arguments fills the slots of the names that a template takes, which come first.
func (x *expander) arguments(t *bound, f *eval.Frame) {
	args := t.file.front.Get("args")
	if args == nil {
		return
	}
	for i, n := range args.Items {
		if v, ok := x.job.Args[n.Value]; ok && i < len(f.Slots) {
			f.Slots[i] = v
		}
	}
}

// titled is a document's title: its own, else the project's. Readers show it in place of the file's name.
func (x *expander) titled(own string, at diag.Span) string {
	if own != "" {
		return own
	}
	v, _ := x.job.Report.Single("project").Value("title")
	t, _ := v.V.(model.TextValue)
	title, _, _ := t.Best(x.job.Lang)
	if title == "" {
		x.Out.Add("missing-title", at)
	}
	return title
}

// maxMultiple of pages: the largest section that binderies fold.
const maxMultiple = 64

// frontKeys are the keys of a document's front matter.
var frontKeys = []string{"title", "subject", "author", "lang", "page", "style", "microtypography", "editions", "audience", "keep", "args", "for", "name", "multiple"}

// front returns a reader of the front matter's values, with their expressions computed.
func (x *expander) front(t *bound, f *eval.Frame) func(key string) string {
	for _, e := range entries(t.file.front) {
		if !slices.Contains(frontKeys, e.Key) {
			x.Out.Add("unknown-front-matter", e.KeySpan, e.Key, diag.Suggest(e.Key, frontKeys))
		}
	}
	return func(key string) string {
		n := t.file.front.Get(key)
		if n == nil || n.Kind != source.Scalar {
			return ""
		}
		p := x.phrase(n, t.start)
		return x.plain(f, &p)
	}
}

// phrase binds the text of a YAML value. For what is used once; repeated uses keep the result.
func (x *expander) phrase(n *source.Node, names *eval.Names) phrase {
	b := x.binder(n)
	p := b.phrase(b.text, names)
	x.Out.Findings = append(x.Out.Findings, b.to.found.Findings...)
	return p
}

// content binds the template Markdown of a YAML value.
func (x *expander) content(n *source.Node, names *eval.Names) []node {
	b := x.binder(n)
	x.set.mu.Lock()
	nodes := b.children(parseBlocks([]byte(n.Value)), names)
	x.set.mu.Unlock()
	b.to.findings(x.Out, map[*bound]bool{})
	return nodes
}

func (x *expander) binder(n *source.Node) *binder {
	data := x.set.Source(n.Span.File)
	t := nodeText(n, data)
	return &binder{set: x.set, to: &bound{file: &file{name: n.Span.File}}, text: t}
}

// tag is a language as BCP 47 wants it in a document: German of Germany, English of Britain.
func tag(lang string) string {
	switch lang {
	case "de":
		return "de-DE"
	case "en":
		return "en-GB"
	}
	return lang
}

// loose makes a chapter of the blocks that stand in none.
func (x *expander) loose(c *context) {
	if len(c.sink.blocks) == 0 {
		return
	}
	x.chapters = append(x.chapters, doc.Chapter{Page: x.pageStyle(x.page, diag.Span{}), Blocks: c.sink.blocks})
	c.sink.blocks = nil
}

// mark notes an anchor; the same one twice is a finding.
func (x *expander) mark(anchor string, at diag.Span) string {
	if anchor == "" {
		return ""
	}
	if first, ok := x.anchors[anchor]; ok {
		x.Fail("anchor-twice", at, first, anchor)
		return ""
	}
	x.anchors[anchor] = at
	return anchor
}
