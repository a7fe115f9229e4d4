// Package finish makes a painted document a conforming file: fonts with their source text, structure tree, metadata,
// page boxes, outline and links, for PDF/UA-1 with PDF/A-2a or for PDF/X.
//
// It never draws: page contents are fpdf's, font programs package font's, everything around them is written here. What it claims to
// conform to, package verify has checked.
package finish

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"time"

	"konzept/report/diag"
	"konzept/report/page"
	"konzept/report/pdf"
	"konzept/report/verify"
)

// Meta is what a file says about itself beside the document's title, subject, author and language.
type Meta struct {
	Producer string    // "konzept 1.0"
	Creator  string    // the tool that asked for the file; empty: Producer
	Created  time.Time // also the time of change
	Keywords string
	Intent   *Intent     // printing condition of a PDF/X file; nil: FOGRA39
	Attach   *Attachment // carried by files for archives, which are PDF/A-3 then; nil: none
}

// Intent is the printing condition that colours are meant for.
type Intent struct {
	Condition string // identifier in the ICC's registry, such as FOGRA39
	Info      string // in words
	Profile   []byte // ICC profile with four channels
}

// PDF writes the finished file. Two calls with equal arguments return equal bytes. An edition that claims to conform to
// a standard is checked as it stands in the file; if a rule is broken, faults say which, and the file claims nothing.
func PDF(d *page.Document, drawn *page.Drawn, e page.Edition, m Meta) (out []byte, faults []diag.Finding, err error) {
	out, err = write(d, drawn, e, m, false)
	if err != nil || !e.UA && !e.A && !e.X {
		return out, nil, err
	}
	r, err := verify.Inspect(out)
	if err != nil || len(r.Findings) == 0 {
		return out, nil, err
	}
	out, err = write(d, drawn, e, m, true)
	return out, r.Findings, err
}

// write writes the file; silent: without its claims.
func write(d *page.Document, drawn *page.Drawn, e page.Edition, m Meta, silent bool) ([]byte, error) {
	src, err := read(drawn.Bytes)
	if err != nil {
		return nil, err
	}
	if len(src.pages) != len(d.Pages) || len(drawn.Media) != len(d.Pages) || len(drawn.Shift) != len(d.Pages) {
		return nil, fmt.Errorf("finish: expected %d painted pages, found %d", len(d.Pages), len(src.pages))
	}
	if m.Creator == "" {
		m.Creator = m.Producer
	}
	d.Tag()
	b := &build{d: d, drawn: drawn, edition: e, meta: m, silent: silent, src: src, w: pdf.NewWriter(version(&e), len(drawn.Bytes)/3)}
	defer b.w.Close()
	return b.file()
}

// version of PDF that an edition is written in: its standard's (ISO 15930-4, -6 and -7), else 1.7.
func version(e *page.Edition) string {
	switch {
	case !e.X:
		return "1.7"
	case e.Standard() == page.X4:
		return "1.6"
	}
	return "1.4"
}

// build is one file being written; its numbers are those of objects.
type build struct {
	d       *page.Document
	drawn   *page.Drawn
	edition page.Edition
	meta    Meta
	silent  bool // claims nothing
	src     *source
	w       *pdf.Writer

	tree      int // Pages
	pages     int // first page; the others follow
	contents  int // first content stream
	resources int
	elems     int // structure element 0
	links     int // link annotation 0
	srgb      int // ICC profile, once it is needed
	buf       []byte
}

func (b *build) file() ([]byte, error) {
	w, n := b.w, len(b.d.Pages)
	b.tree, b.resources = w.Reserve(1), w.Reserve(1)
	b.pages, b.contents = w.Reserve(n), w.Reserve(n)
	b.links = w.Reserve(len(b.d.Links))
	b.elems = w.Reserve(len(b.d.Elems))
	for i, c := range b.src.pages {
		w.Deflated(b.contents+i, "", c)
	}
	if err := b.resourceDict(); err != nil {
		return nil, err
	}
	b.pageTree()
	if err := b.annotations(); err != nil {
		return nil, err
	}
	catalog := []byte("<</Type /Catalog /Pages ")
	catalog = pdf.AppendRef(catalog, b.tree)
	catalog, err := b.structure(catalog)
	if err != nil {
		return nil, err
	}
	catalog = b.navigation(catalog)
	catalog = b.intents(catalog)
	return b.trailer(catalog), nil
}

// trailer writes what names the whole: metadata, information dictionary, catalogue.
func (b *build) trailer(catalog []byte) []byte {
	w := b.w
	id := b.identity()
	xmp := w.Reserve(1)
	w.Plain(xmp, "/Type /Metadata /Subtype /XML", b.xmp(id))
	info, root := w.Reserve(1), w.Reserve(1)
	w.Object(info, b.info())
	catalog = append(catalog, " /Metadata "...)
	catalog = pdf.AppendRef(catalog, xmp)
	catalog = append(catalog, " /Lang "...)
	catalog = pdf.AppendText(catalog, b.lang())
	catalog = append(catalog, " /ViewerPreferences <</DisplayDocTitle true>>>>"...)
	w.Object(root, catalog)
	return w.Finish(root, info, id)
}

// identity is a hash of all that was written so far and of what will be: equal content, equal identity.
func (b *build) identity() [16]byte {
	h := sha256.New()
	h.Write(b.w.Written())
	io.WriteString(h, b.d.Title+"\x00"+b.d.Subject+"\x00"+b.d.Author+"\x00"+b.meta.Keywords+"\x00"+b.meta.Producer+"\x00"+b.meta.Created.UTC().String())
	return [16]byte(h.Sum(nil)[:16])
}

func (b *build) lang() string {
	if b.d.Lang == "" {
		return "de"
	}
	return b.d.Lang
}

// claims tells whether the edition says that it conforms to a standard at all.
func (b *build) claims() bool { return b.edition.UA || b.edition.A || b.edition.X }

var errSource = errors.New("finish: bytes are not what fpdf v0.9.0 writes")
