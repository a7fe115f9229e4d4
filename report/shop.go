package report

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"

	"konzept/report/diag"
	"konzept/report/finish"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/picture"
	"konzept/report/source"
)

// shop is a print shop's profile: what it wants of a print file (templates/shops).
type shop struct {
	id        string
	name      map[string]string // by language
	standard  page.Standard
	condition string // of printing, as the ICC's registry names it
	paper     string
	ink       int // percent of all inks together
	intent    picture.Intent
	keepSpots bool
	rich      [4]uint8
	richFrom  geom.Length
	bleed     geom.Length
	marks     bool
	slug      bool
	bars      bool
	smallest  [2]geom.Length // type, and type reversed out
	thinnest  [2]geom.Length // lines, and lines reversed out
	ppi       int
	large     geom.Length // the side from which a sheet is large
	largePPI  int
	pages     int // their number is a multiple of it
	file      string

	profile *picture.Profile
	once    sync.Once
	inks    *picture.Separation
}

// shopKeys are those of a profile.
var shopKeys = []string{"extends", "name", "standard", "condition", "profile", "paper", "ink", "intent", "spots", "rich", "rich_from", "bleed", "marks",
	"slug", "bars", "type", "reversed", "line", "reversed_line", "ppi", "large", "large_ppi", "pages", "file"}

// defaultShop prints what names no print shop.
const defaultShop = "offset-coated"

// papers are what both a profile and an output say of the paper.
var papers = []string{"gestrichen", "ungestrichen"}

// shop reads the profile of a print shop once; nil if there is none.
func (b *build) shop(name string, at diag.Span) *shop {
	if s, ok := b.shops[name]; ok {
		return s
	}
	out := &b.res.Findings
	n := b.set.Shop(name, out)
	if n == nil {
		out.Add("unknown-shop", at, name, diag.Suggest(name, b.set.Shops()))
		b.shops[name] = nil
		return nil
	}
	r := &shopReader{node: n, out: out}
	s := r.shop(name)
	b.profile(s, n, out)
	b.shops[name] = s
	return s
}

// profile finds the shop's ICC profile among the project's own, then the built-in ones. Without it colours are separated
// for the printing condition that is built in, and the file says so.
func (b *build) profile(s *shop, n *source.Node, out *diag.List) {
	want := n.Get("profile")
	file, at := fogra39, diag.Span{File: "templates/shops/" + s.id + ".yaml"}
	if want != nil && want.Value != "" {
		file, at = want.Value, want.Span
	}
	data := finish.Profile(file)
	if dir := sub(b.Project, "profiles"); dir != nil && fs.ValidPath(file) {
		if own, err := fs.ReadFile(dir, file); err == nil {
			data = own
		}
	}
	if data == nil {
		out.Add("shop-profile-missing", at, s.id, file, s.condition)
		data, s.condition = finish.Profile(fogra39), "FOGRA39"
	}
	var err error
	if s.profile, err = picture.ReadProfile(data); err != nil {
		out.Add("bad-profile", at, file, err.Error())
		s.profile, _ = picture.ReadProfile(finish.Profile(fogra39))
	}
}

// fogra39 is the built-in profile.
const fogra39 = "FOGRA39L_coated.icc"

// separation is the way from sRGB to the shop's inks, made when it is first needed.
func (s *shop) separation() *picture.Separation {
	s.once.Do(func() { s.inks, _ = s.profile.NewSeparation(s.intent, s.ink) })
	return s.inks
}

// title is the shop's name in a language.
func (s *shop) title(lang string) string {
	if t := s.name[lang]; t != "" {
		return t
	}
	if t := s.name["de"]; t != "" {
		return t
	}
	return s.id
}

// shopReader turns a profile's YAML into a shop.
type shopReader struct {
	node *source.Node
	out  *diag.List
}

func (r *shopReader) shop(id string) *shop {
	for _, e := range r.node.Entries {
		if !slices.Contains(shopKeys, e.Key) {
			r.out.Add("unknown-shop-key", e.KeySpan, e.Key, diag.Suggest(e.Key, shopKeys))
		}
	}
	s := &shop{id: id, name: map[string]string{}}
	if n := r.node.Get("name"); n != nil {
		s.name["de"] = n.Value
		for _, e := range n.Entries {
			s.name[e.Key] = e.Value.Value
		}
	}
	s.standard = page.Standard(r.choice("standard", "X-4", "X-3:2003", "X-1a:2003"))
	s.intent = picture.Intent(r.choice("intent", "relative", "perceptual"))
	s.keepSpots = r.choice("spots", "keep", "convert") == 0
	s.paper = papers[r.choice("paper", papers...)]
	s.condition, s.file = r.word("condition"), r.word("file")
	s.ink = r.number("ink", 300, 100, 400)
	s.rich = r.inks("rich")
	s.ppi, s.largePPI = r.number("ppi", 250, 1, 5000), r.number("large_ppi", 120, 1, 5000)
	s.pages = r.number("pages", 1, 1, 64)
	s.marks, s.slug, s.bars = r.flag("marks"), r.flag("slug"), r.flag("bars")
	s.bleed, s.large, s.richFrom = r.length("bleed", 3*geom.MM), r.length("large", 420*geom.MM), r.length("rich_from", 20*geom.MM)
	s.smallest = [2]geom.Length{r.length("type", 6*geom.Pt), r.length("reversed", 7*geom.Pt)}
	s.thinnest = [2]geom.Length{r.length("line", geom.Pt/4), r.length("reversed_line", geom.Pt/2)}
	return s
}

func (r *shopReader) word(key string) string {
	if n := r.node.Get(key); n != nil {
		return strings.TrimSpace(n.Value)
	}
	return ""
}

func (r *shopReader) wrong(key, de, en string) {
	n := r.node.Get(key)
	r.out.Add("bad-value", n.Span, key, n.Value, diag.Both(de, en))
}

// choice is the index of a word among those allowed; the first one's where the key is missing.
func (r *shopReader) choice(key string, words ...string) int {
	w := r.word(key)
	i := slices.Index(words, w)
	if w != "" && i < 0 {
		list := strings.Join(words, ", ")
		r.wrong(key, "eines von: "+list, "one of: "+list)
	}
	return max(i, 0)
}

func (r *shopReader) number(key string, otherwise, low, high int) int {
	w := r.word(key)
	if w == "" {
		return otherwise
	}
	v, err := strconv.Atoi(w)
	if err != nil || v < low || v > high {
		r.wrong(key, "eine Zahl von "+strconv.Itoa(low)+" bis "+strconv.Itoa(high), "a number from "+strconv.Itoa(low)+" to "+strconv.Itoa(high))
		return otherwise
	}
	return v
}

func (r *shopReader) flag(key string) bool {
	return r.choice(key, "false", "true") == 1
}

// maxMeasure bounds bleed and sizes: no shop wants half a metre.
const maxMeasure = 5000 * geom.MM

func (r *shopReader) length(key string, otherwise geom.Length) geom.Length {
	w := r.word(key)
	if w == "" {
		return otherwise
	}
	l, err := geom.Parse(w)
	if err != nil || l < 0 || l > maxMeasure || key == "bleed" && l > 50*geom.MM {
		r.wrong(key, "eine Länge wie 3mm oder 0.25pt", "a length such as 3mm or 0.25pt")
		return otherwise
	}
	return l
}

func (r *shopReader) inks(key string) (cmyk [4]uint8) {
	n := r.node.Get(key)
	if n == nil || n.Empty() {
		return cmyk
	}
	if len(n.Items) != 4 {
		r.wrong(key, "vier Zahlen von 0 bis 100", "four numbers from 0 to 100")
		return cmyk
	}
	for i, item := range n.Items {
		v, err := strconv.Atoi(item.Value)
		if err != nil || v < 0 || v > 100 {
			r.wrong(key, "vier Zahlen von 0 bis 100", "four numbers from 0 to 100")
			return [4]uint8{}
		}
		cmyk[i] = uint8(v)
	}
	return cmyk
}
