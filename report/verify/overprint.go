package verify

import "konzept/report/pdf"

func (s *contentScanner) save() {
	if s.has.over != nil {
		s.saved = append(s.saved, s.ink)
	}
}

func (s *contentScanner) restore() {
	if n := len(s.saved); n > 0 {
		s.ink, s.saved = s.saved[n-1], s.saved[:n-1]
	}
}

// tint notes whether a colour is white, which is the value none for each of its components.
func (s *contentScanner) tint(op, operands []byte, none float64) {
	if s.has.over == nil {
		return
	}
	white := true
	for l := (s.Lexer(operands)); !l.Done(); {
		v, _ := l.Object().(float64)
		white = white && v == none
	}
	if op[0] >= 'a' {
		s.ink.whiteFill = white
	} else {
		s.ink.whiteLine = white
	}
}

func (s *contentScanner) overprint(o overprint) {
	if o.fill != nil {
		s.ink.overFill = *o.fill
	}
	if o.line != nil {
		s.ink.overLine = *o.line
	}
}

// bleaches tells whether an operator that begins with op paints in a white that overprints.
func (s *contentScanner) bleaches(op byte) bool {
	fill, line := s.ink.whiteFill && s.ink.overFill, s.ink.whiteLine && s.ink.overLine
	switch op {
	case 'f', 'F', 'T', '\'', '"':
		return fill
	case 'S', 's':
		return line
	case 'B', 'b':
		return fill || line
	}
	return false
}

// inlineColours notes the colour space that an image within the content names (ISO 32000-1, 8.9.7).
func (s *contentScanner) inlineColours(operands []byte) {
	for l := (s.Lexer(operands)); !l.Done(); {
		if key, _ := l.Object().(pdf.Name); key == "CS" || key == "ColorSpace" {
			n, _ := l.Object().(pdf.Name)
			s.page.colours |= deviceSpace(string(n)) | s.has.spaces[string(n)]
		}
	}
}

// overprints are the states of a dictionary that say whether something overprints (ISO 32000-1, 8.6.7); nil: none lets it.
func (in *inspection) overprints(states pdf.Dict) map[string]overprint {
	all, any := map[string]overprint{}, false
	for _, e := range states {
		d := in.r.Dict(e.Value)
		var o overprint
		if v, ok := in.r.Resolve(d.Get("OP")).(bool); ok {
			o = overprint{&v, &v}
		}
		if v, ok := in.r.Resolve(d.Get("op")).(bool); ok {
			o.fill = &v
		}
		all[string(e.Key)] = o
		any = any || o.fill != nil && *o.fill || o.line != nil && *o.line
	}
	if !any {
		return nil
	}
	return all
}
