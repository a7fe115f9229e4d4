package compose

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"konzept/report/design"
	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/eval"
	"konzept/report/format"
	"konzept/report/geom"
	"konzept/report/model"
	"konzept/report/number"
	"konzept/report/proofread"
	"konzept/report/source"
	"konzept/report/template"
)

// Job is one document or poster to compose.
type Job struct {
	design.Job
	Bleed   *geom.Length       // the print shop's; nil: the design's
	Args    map[string]string  // of a template that names them in its front matter
	Record  int                // which of the records of the template's list, from 0; without a list it does not count
	Files   fs.FS              // the project, for pictures
	Changes *proofread.Changes // told what micro-typography changes; nil: nobody wants to know
}

// Document expands a document's template over the job's report. It returns nil if there is no such template; any other
// fault is a finding, and the rest is composed all the same, so that one run finds everything.
func (s *Set) Document(j Job, out *diag.List) *doc.Document {
	tree := s.templates.Document(documentPath(j.Template), j.At, out)
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

// expander turns the trees of one document into blocks. It belongs to one goroutine.
type expander struct {
	*eval.Env
	set    *Set
	job    Job
	design *design.Design
	names  *eval.Names // of the whole document
	frame  *eval.Frame // without local names

	pages    map[string]*doc.PageStyle
	labels   map[*doc.TableStyle]*doc.TableStyle // styles of label and value lists
	looks    looks
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

// Refer expects an anchor.
func (x *expander) Refer(anchor string, at diag.Span) {
	x.wanted = append(x.wanted, reference{anchor, at})
}

func (s *Set) expander(j Job, out *diag.List) *expander {
	x := &expander{set: s, job: j, names: s.templates.Globals(),
		pages: map[string]*doc.PageStyle{}, labels: map[*doc.TableStyle]*doc.TableStyle{}, looks: looks{}, anchors: map[string]diag.Span{}, used: -1, page: "body"}
	x.design, x.Env = s.designs.Env(&x.job.Job, out)
	x.FirstUse = x.firstUse
	x.frame = x.NewFrame(0)
	x.text = x.design.Styles["body"]
	return x
}

// finish gives a document the texts that layout itself sets, and sets its letters and small signs.
func (x *expander) finish(d *doc.Document, microtypography string) {
	l := x.Labels
	d.Words = doc.Words{Continued: l["continued"], Page: l["page"], Figure: l["figure"], Table: l["table"], Footnote: l["footnote"], Below: l["values-below"],
		Draft: l["draft-mark"] + " – " + l["stand"] + " " + x.frame.String(x.job.Date)}
	proofread.Letters(d)
	proofread.Typeset(d, x.job.Report, microtypography, x.job.Changes)
}

func (x *expander) document(t *template.Template) *doc.Document {
	c := &context{frame: x.NewFrame(t.Names.Slots()), style: x.text, top: true, sink: &sink{}}
	x.arguments(t, c.frame)
	if !x.choose(t, c.frame) {
		return nil
	}
	front := x.front(t, c.frame)
	d := &doc.Document{Title: x.titled(front("title"), diag.Span{File: t.File.Name}), Subject: front("subject"), Author: front("author"), Lang: format.Tag(x.job.Lang), Palette: x.design.Palette, Note: x.design.Styles["note"]}
	if lang := front("lang"); lang != "" {
		d.Lang = format.Tag(lang)
	}
	if p := front("page"); p != "" {
		x.page = p
	}
	if s := front("style"); s != "" {
		x.text = x.style(s, t.File.Front.Get("style").Span)
	}
	if m := front("multiple"); m != "" {
		n, ok := number.ParseCount(m)
		if !ok || n < 1 || n > maxMultiple {
			x.Fail("bad-value", t.File.Front.Get("multiple").Span, diag.Span{}, "multiple", m, diag.Both("eine ganze Zahl von 1 bis 64", "a whole number from 1 to 64"))
			n = 1
		}
		d.Multiple = n
	}
	c.style = x.text
	x.blocks(c, t.Nodes)
	x.loose(c)
	x.resolve()
	d.Chapters = x.chapters
	x.design.Binding.Complete(d)
	x.finish(d, front("microtypography"))
	return d
}

// arguments fills the slots of the names that a template takes, which come first.
func (x *expander) arguments(t *template.Template, f *eval.Frame) {
	args := t.File.Front.Get("args")
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
func (x *expander) front(t *template.Template, f *eval.Frame) func(key string) string {
	for _, e := range t.File.Front.Pairs() {
		if !slices.Contains(frontKeys, e.Key) {
			x.Out.Add("unknown-front-matter", e.KeySpan, e.Key, diag.Suggest(e.Key, frontKeys))
		}
	}
	return func(key string) string {
		n := t.File.Front.Get(key)
		if n == nil || n.Kind != source.Scalar {
			return ""
		}
		p := x.set.templates.Phrase(n, t.Start, x.Out)
		return x.plain(f, &p)
	}
}

// loose makes a chapter of the blocks that stand in none.
func (x *expander) loose(c *context) {
	if len(c.sink.blocks) == 0 {
		return
	}
	x.chapters = append(x.chapters, doc.Chapter{Page: x.pageStyle(x.page, diag.Span{}), Blocks: c.sink.blocks})
	c.sink.blocks = nil
}

// newAnchor registers the name of an anchor and returns it; a name given twice is a finding.
func (x *expander) newAnchor(anchor string, at diag.Span) string {
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
