package report

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/schema"
)

// job is one output of the project: a target with its templates, editions and formats.
type job struct {
	target   string
	split    func(*build, task) []maker // into documents, posters or workbooks
	template string                     // slash path below templates/
	file     string                     // base name of the files
	editions []string
	formats  []string // posters: A3, A1
	audience schema.Level
	attach   bool          // carries the public data
	shop     string        // print shop; empty: the default one
	paper    string        // on which it prints, as the project says
	entry    *model.Record // of project.outputs; nil: none
}

// place is where the project names the first of some keys of the output.
func (j *job) place(keys ...string) diag.Span { return placeOf(j.entry, keys...) }

// aliases are the German names of targets.
var aliases = map[string]string{
	"konzept": "concept", "sachstandsbericht": "council-report", "ratsbericht": "council-report", "bericht": "council-report",
	"kurzfassung": "short", "einfache-sprache": "plain", "vorlage": "council-paper", "vorlagen": "council-paper", "niederschrift": "workshop-record",
	"einladung": "invitation", "einladungen": "invitation", "karten": "measure-cards", "maßnahmenkarten": "measure-cards",
	"plakate": "posters", "plakat": "posters", "poster": "posters", "fortschritt": "progress", "umsetzungsstand": "progress", "tabelle": "progress",
}

// Targets lists the names of all targets: a target is a template in documents/ or tables/, and posters.
func Targets(builtin, project fs.FS) []string {
	var names []string
	add := func(pattern, name string) {
		for _, f := range []fs.FS{builtin, sub(project, "templates")} {
			if f == nil {
				continue
			}
			found, _ := fs.Glob(f, pattern)
			for _, p := range found {
				n := name
				if n == "" {
					n = strings.TrimSuffix(path.Base(p), path.Ext(p))
				}
				if !slices.Contains(names, n) {
					names = append(names, n)
				}
			}
		}
	}
	add("documents/*.md", "")
	add("posters/*.yaml", "posters")
	add("tables/*.yaml", "")
	return names
}

// plan turns the wanted targets into jobs, in the order of the project's outputs.
func (b *build) plan() []job {
	known := Targets(b.Templates, b.Project)
	var jobs []job
	for _, o := range b.outputs() {
		switch {
		case o.template != "":
			known = append(known, o.target)
		case !slices.Contains(known, o.target):
			b.res.Findings.Add("unknown-target", placeOf(o.entry, "target"), o.target, diag.Suggest(o.target, known))
			continue
		}
		jobs = append(jobs, b.jobs(o)...)
	}
	if len(b.Targets) == 0 {
		return jobs
	}
	var wanted []job
	for _, name := range b.Targets {
		t := name
		if a, ok := aliases[strings.ToLower(name)]; ok {
			t = a
		}
		if !slices.Contains(known, t) {
			b.res.Findings.Add("unknown-target", diag.Span{}, name, diag.Suggest(name, known))
			continue
		}
		own := slices.DeleteFunc(slices.Clone(jobs), func(j job) bool { return j.target != t })
		if len(own) == 0 {
			own = b.jobs(output{target: t})
		}
		wanted = append(wanted, own...)
	}
	return wanted
}

// output is one entry of project.outputs.
type output struct {
	target, template, file, audience, attach, shop, paper string
	editions, formats                                     []string
	entry                                                 *model.Record
}

// outputs reads project.outputs; a project without any gets every target.
func (b *build) outputs() []output {
	var list []output
	if p := b.res.Report.Single("project"); p != nil {
		if v, ok := p.Value("outputs"); ok {
			for _, r := range records(v) {
				list = append(list, output{target: word(r, "target"), template: word(r, "template"), file: word(r, "file"),
					audience: word(r, "audience"), attach: word(r, "attach"), shop: word(r, "shop"), paper: word(r, "paper"), entry: r, editions: words(r, "editions"), formats: words(r, "formats")})
			}
		}
	}
	if len(list) == 0 {
		for _, t := range Targets(b.Templates, b.Project) {
			list = append(list, output{target: t})
		}
	}
	return list
}

// jobs completes an output with its target's defaults. Posters have a job per template.
func (b *build) jobs(o output) []job {
	j := job{split: (*build).documents, target: o.target, template: strings.TrimPrefix(o.template, "templates/"), file: o.file, editions: o.editions, formats: o.formats, audience: levels[o.audience], attach: o.attach != "",
		shop: o.shop, paper: o.paper, entry: o.entry}
	if j.file == "" {
		j.file = o.target
	} else if name := fileName(j.file); name != j.file {
		b.res.Findings.Add("bad-file-name", j.place("file", "target"), j.file, name)
	}
	if len(j.editions) == 0 {
		j.editions = []string{onScreen}
	}
	switch {
	case o.target == "posters" || strings.HasPrefix(j.template, "posters/"):
		j.split = (*build).posters
		if len(j.formats) == 0 {
			j.formats = []string{"A3", "A1"}
		}
		if j.template != "" {
			return []job{j}
		}
		var all []job
		for _, p := range glob("posters/*.yaml", b.Templates, sub(b.Project, "templates")) {
			j.template = p
			all = append(all, j)
		}
		return all
	case len(glob("tables/"+o.target+".yaml", b.Templates, sub(b.Project, "templates"))) > 0 && j.template == "" || strings.HasPrefix(j.template, "tables/"):
		j.split = (*build).workbooks
		j.editions = []string{onScreen}
		if j.template == "" {
			j.template = "tables/" + o.target + ".yaml"
		}
	case j.template == "":
		j.template = "documents/" + o.target + ".md"
	}
	return []job{j}
}

var levels = map[string]schema.Level{"": schema.Public, "public": schema.Public, "council": schema.Council, "office": schema.Office}

// glob lists the templates of some sets, sorted, each once.
func glob(pattern string, sets ...fs.FS) []string {
	var all []string
	for _, f := range sets {
		if f != nil {
			found, _ := fs.Glob(f, pattern)
			all = append(all, found...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func records(v model.Value) []*model.Record {
	list, _ := v.V.([]*model.Record)
	return list
}

func word(r *model.Record, key string) string {
	return model.WordOf(r, key)
}

func words(r *model.Record, key string) []string {
	v, ok := r.Value(key)
	if !ok {
		return nil
	}
	var list []string
	if texts, ok := v.V.([]model.TextValue); ok {
		for _, t := range texts {
			if s, _, ok := t.Best(""); ok {
				list = append(list, s)
			}
		}
	}
	return list
}

// placeOf is where the first of some fields stands that a record has.
func placeOf(r *model.Record, keys ...string) diag.Span {
	for _, k := range keys {
		if v, ok := r.Value(k); ok {
			return v.At
		}
	}
	return diag.Span{}
}
