// Package press knows what a print shop wants of a file: it reads the shops' profiles, finds in laid-out pages what they cannot
// print well, and says what stands beside the sheets and on the data sheet that goes with them.
package press

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"konzept/report/colour"
	"konzept/report/diag"
	"konzept/report/geom"
	"konzept/report/page"
	"konzept/report/source"
)

// Shop is a print shop's profile: what it wants of a print file (templates/shops).
type Shop struct {
	ID        string
	Paper     string      // one of Papers
	Bleed     geom.Length // beyond the trim
	Condition string      // of printing, as the ICC's registry names it
	Profile   *colour.Profile
	Slug      bool // beside each sheet: what it is

	name         map[string]string // by language
	standard     page.Standard
	ink          int // percent of all inks together
	intent       colour.Intent
	keepSpots    bool
	rich         [4]uint8    // inks of large black areas in percent
	richFrom     geom.Length // the side from which an area is large
	printerMarks bool
	bars         bool
	smallest     [2]geom.Length // type, and type reversed out
	thinnest     [2]geom.Length // lines, and lines reversed out
	ppi          int
	large        geom.Length // the side from which a sheet is large
	largePPI     int
	pages        int    // their number is a multiple of it
	file         string // pattern of the print file's name

	once sync.Once
	inks *colour.Separation
}

// DefaultShop prints what names no print shop.
const DefaultShop = "offset-coated"

// Papers are what both a profile and an output say of the paper.
var Papers = []string{"gestrichen", "ungestrichen"}

// Read turns a shop's YAML into its profile; what is wrong in it is a finding, and the default stands in. profiles returns
// an ICC profile's bytes by its file name, nil if there is none.
func Read(id string, n *source.Node, profiles func(file string) []byte, out *diag.List) *Shop {
	r := &reader{node: n, out: out}
	s := r.shop(id)
	r.profile(s, profiles)
	for _, e := range n.Entries {
		if !slices.Contains(r.keys, e.Key) {
			out.Add("unknown-shop-key", e.KeySpan, e.Key, diag.Suggest(e.Key, r.keys))
		}
	}
	return s
}

// separation is the way from sRGB to the shop's inks, made when it is first needed.
func (s *Shop) separation() *colour.Separation {
	s.once.Do(func() { s.inks, _ = s.Profile.NewSeparation(s.intent, s.ink) })
	return s.inks
}

// HasMarks tells whether something stands outside the bleed.
func (s *Shop) HasMarks() bool { return s.printerMarks || s.Slug || s.bars }

// title is the shop's name in a language.
func (s *Shop) title(lang string) string {
	base, _, _ := strings.Cut(lang, "-")
	if t := cmp.Or(s.name[lang], s.name[base]); t != "" {
		return t
	}
	if t := s.name["de"]; t != "" {
		return t
	}
	return s.ID
}

// reader reads the keys of a profile and remembers them: those it never asked for are unknown.
type reader struct {
	node *source.Node
	out  *diag.List
	keys []string
}

func (r *reader) get(key string) *source.Node {
	r.keys = append(r.keys, key)
	return r.node.Get(key)
}

func (r *reader) shop(id string) *Shop {
	s := &Shop{ID: id, name: map[string]string{}}
	r.get("extends") // was followed before
	if n := r.get("name"); n != nil {
		s.name["de"] = n.Value
		for _, e := range n.Entries {
			s.name[e.Key] = e.Value.Value
		}
	}
	s.standard = page.Standard(r.choice("standard", "X-4", "X-3:2003", "X-1a:2003"))
	s.intent = colour.Intent(r.choice("intent", "relative", "perceptual"))
	s.keepSpots = r.choice("spots", "keep", "convert") == 0
	s.Paper = Papers[r.choice("paper", Papers...)]
	s.Condition, s.file = r.word("condition"), r.word("file")
	s.ink = r.number("ink", 300, 100, 400)
	s.rich = r.inks("rich")
	s.ppi, s.largePPI = r.number("ppi", 250, 1, 5000), r.number("large_ppi", 120, 1, 5000)
	s.pages = r.number("pages", 1, 1, 64)
	s.printerMarks, s.Slug, s.bars = r.flag("marks"), r.flag("slug"), r.flag("bars")
	s.Bleed, s.large, s.richFrom = r.length("bleed", 3*geom.MM), r.length("large", 420*geom.MM), r.length("rich_from", 20*geom.MM)
	s.smallest = [2]geom.Length{r.length("type", 6*geom.Pt), r.length("reversed", 7*geom.Pt)}
	s.thinnest = [2]geom.Length{r.length("line", geom.Pt/4), r.length("reversed_line", geom.Pt/2)}
	return s
}

// fogra39 is the built-in ICC profile.
const fogra39 = "FOGRA39L_coated.icc"

// profile finds the shop's ICC profile. Without it colours are separated for the printing condition that is built in, and
// the file says so.
func (r *reader) profile(s *Shop, profiles func(file string) []byte) {
	file, at := fogra39, diag.Span{File: "templates/shops/" + s.ID + ".yaml"}
	if want := r.get("profile"); want != nil && want.Value != "" {
		file, at = want.Value, want.Span
	}
	data := profiles(file)
	if data == nil {
		r.out.Add("shop-profile-missing", at, s.ID, file, s.Condition)
		data, s.Condition = profiles(fogra39), "FOGRA39"
	}
	var err error
	if s.Profile, err = colour.ReadProfile(data); err != nil {
		r.out.Add("bad-profile", at, file, err.Error())
		s.Profile, _ = colour.ReadProfile(profiles(fogra39))
	}
}

func (r *reader) word(key string) string {
	if n := r.get(key); n != nil {
		return strings.TrimSpace(n.Value)
	}
	return ""
}

func (r *reader) wrong(key, de, en string) {
	n := r.node.Get(key)
	r.out.Add("bad-value", n.Span, key, n.Value, diag.Both(de, en))
}

// choice is the index of a word among those allowed; the first one's where the key is missing.
func (r *reader) choice(key string, words ...string) int {
	w := r.word(key)
	i := slices.Index(words, w)
	if w != "" && i < 0 {
		list := strings.Join(words, ", ")
		r.wrong(key, "eines von: "+list, "one of: "+list)
	}
	return max(i, 0)
}

func (r *reader) number(key string, otherwise, low, high int) int {
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

func (r *reader) flag(key string) bool {
	return r.choice(key, "false", "true") == 1
}

// Bounds of sizes and of the bleed, in thousandths of a millimetre: no shop wants more.
const (
	maxMeasure = 5_000_000
	maxBleed   = 50_000
)

func (r *reader) length(key string, otherwise geom.Length) geom.Length {
	w := r.word(key)
	if w == "" {
		return otherwise
	}
	l, err := geom.Parse(w)
	if err != nil || l < 0 || l > geom.FromMM(maxMeasure) || key == "bleed" && l > geom.FromMM(maxBleed) {
		r.wrong(key, "eine Länge wie 3mm oder 0.25pt", "a length such as 3mm or 0.25pt")
		return otherwise
	}
	return l
}

func (r *reader) inks(key string) (cmyk [4]uint8) {
	n := r.get(key)
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
