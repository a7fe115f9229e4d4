package compose

import (
	"errors"
	"io/fs"
	"path"

	"konzept/report/diag"
	"konzept/report/doc"
	"konzept/report/geom"
	"konzept/report/model"
	"konzept/report/picture"
	"konzept/report/template"
)

type pictureArgs struct {
	Picture           any `word:""`
	Width, Height     geom.Length
	Bleed             geom.Sides
	Cover, Fill, Bare bool
	Caption           *[]doc.Inline
	Align             doc.Align
}

var pictureComponent = component{template.Component{Name: "picture", Leaf: true, Args: pictureArgs{}}, picturePlaced}

// picturePlaced sets a picture. Alternative text, credit, caption and focal point come from its record.
func picturePlaced(x *expander, c *context, d *template.Directive) {
	a := argsOf(x, c, d, pictureArgs{})
	p := x.pictureOf(c, d, a.Picture)
	if p == nil {
		return
	}
	p.Width, p.Height, p.Cover, p.Fill, p.Bleeds, p.Align = a.Width, a.Height, a.Cover, a.Fill, a.Bleed, a.Align
	if a.Caption != nil {
		p.Caption = *a.Caption
	}
	if a.Bare { // the template says them elsewhere
		p.Caption, p.Credit = nil, nil
	}
	c.sink.add(p)
}

// pictureOf is the picture that a directive names first, without a size; nil: none, or none that can be read.
func (x *expander) pictureOf(c *context, d *template.Directive, v any) *doc.Picture {
	if len(d.Words) == 0 {
		x.Fail("value-missing", d.At, diag.Span{}, "picture")
		return nil
	}
	if v == nil {
		return nil
	}
	rec, ok := v.(*model.Record)
	if !ok {
		x.Fail("not-a-picture", d.Words[0].At, diag.Span{})
		return nil
	}
	file, _ := rec.Value("file")
	name, _ := file.V.(string)
	if name == "" {
		x.Fail("not-a-picture", d.Words[0].At, rec.At)
		return nil
	}
	img := x.load(name, file.At)
	if img == nil {
		return nil
	}
	p := &doc.Picture{Picture: focused(img, rec), Credit: x.recordText(c, rec, "credit"), Caption: x.recordText(c, rec, "caption"), CaptionStyle: x.styleOr("caption"), At: file.At}
	alt := x.recordText(c, rec, "alt")
	p.Alt, p.AltLang = doc.Plain(alt), doc.Language(alt)
	if flag, _ := rec.Value("decorative"); flag.V == true {
		p.Decorative = true
	} else if p.Alt == "" {
		x.Fail("missing-alt", rec.At, d.At, name)
	}
	return p
}

// recordText is a text field's inline text.
func (x *expander) recordText(c *context, r *model.Record, key string) []doc.Inline {
	v, _ := r.Value(key)
	t, ok := v.V.(model.TextValue)
	if !ok {
		return nil
	}
	w := newWriter(x, c.frame)
	w.rich(c.frame.Rich(t, diag.Span{}), doc.CharStyle{})
	return w.Finish()
}

// focused is the picture with its record's focal point.
func focused(p *picture.Picture, r *model.Record) *picture.Picture {
	at := func(key string, otherwise int) int {
		if v, ok := r.Value(key); ok {
			if n, ok := v.V.(int64); ok && n >= 0 && n <= 100 {
				return int(n)
			}
		}
		return otherwise
	}
	fx, fy := at("focus_x", p.FocusX), at("focus_y", p.FocusY)
	if fx == p.FocusX && fy == p.FocusY {
		return p
	}
	q := *p
	q.FocusX, q.FocusY = fx, fy
	return &q
}

// load decodes a picture once a template set: documents share it.
func (x *expander) load(name string, at diag.Span) *picture.Picture {
	s := x.set
	name = path.Clean(name)
	s.mu.Lock()
	defer s.mu.Unlock()
	l, ok := s.pictures[name]
	if !ok {
		l = &loaded{}
		s.pictures[name] = l
		if x.job.Files != nil && fs.ValidPath(name) {
			if data, err := fs.ReadFile(x.job.Files, name); err == nil {
				l.picture = decode(name, data, at, &l.found)
			} else {
				l.found.Add("picture-unreadable", at, name)
			}
		}
	}
	x.Out.Findings = append(x.Out.Findings, l.found.Findings...)
	return l.picture
}

func decode(name string, data []byte, at diag.Span, out *diag.List) *picture.Picture {
	p, err := picture.Decode(name, data)
	if err == nil {
		return p
	}
	var f *diag.Fault
	if errors.As(err, &f) {
		out.Add(f.Code, at, f.Args...)
	}
	return nil
}
