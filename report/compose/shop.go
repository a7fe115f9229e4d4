package compose

import (
	"io/fs"

	"konzept/report/diag"
	"konzept/report/model"
	"konzept/report/source"
)

// Shop returns a print shop's profile with what it extends and the project's own keys over it; nil if there is none of
// that name.
func (s *Set) Shop(name string, out *diag.List) *source.Node {
	if !fs.ValidPath(name) {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.extended("shops", name, out, nil)
}

// Shops lists the print shops that a project may name.
func (s *Set) Shops() []string {
	var all []string
	for _, n := range s.names("shops/*.yaml") {
		all = append(all, n[len("shops/"):len(n)-len(".yaml")])
	}
	return all
}

// Words are the labels of a language with the project's own over them, for what stands outside any template.
func (s *Set) Words(lang string, r *model.Report) map[string]string {
	var none diag.List // documents report what is wrong with labels
	return s.labels(lang, r, &none)
}
