package microtype

// number of a telephone: where its area code and the rest stand.
type telephone struct {
	open          bool // in brackets
	code, codeEnd int
	rest, restEnd int
	from, figures int
	country       bool // +49 …
}

// dialled looks at a telephone number that begins with + or a bracket.
func (s *Setter) dialled(i int) int {
	if end := s.telephone(i); end > i {
		return end
	}
	return i + 1
}

// telephone keeps a telephone number from all other rules and sets its area code in the project's form.
func (s *Setter) telephone(i int) int {
	t, ok := s.readPhone(i)
	if !ok {
		return i
	}
	if t.country {
		s.tieParts(t.codeEnd, t.restEnd)
		return t.restEnd
	}
	switch s.style.Phone {
	case PhoneDIN:
		s.put(t.from, t.code, "", Telephone)
		s.put(t.codeEnd, t.rest, noBreak, Telephone)
	case PhoneSlash:
		s.put(t.from, t.code, "", Telephone)
		s.put(t.codeEnd, t.rest, "/", Telephone)
	case PhoneBracket:
		s.put(t.from, t.code, "(", Telephone)
		s.put(t.codeEnd, t.rest, ")"+noBreak, Telephone)
	default:
		s.tieParts(t.codeEnd, t.rest)
	}
	s.tieParts(t.rest, t.restEnd)
	return t.restEnd
}

// tieParts keeps the parts of a number on one line.
func (s *Setter) tieParts(from, to int) {
	for at := from; at < to; at++ {
		if end := s.blanks(at); end > at {
			s.put(at, end, noBreak, Telephone)
			at = end - 1
		}
	}
}

// readPhone reads 06233 89-350, 06233/89350, (06233) 89 350, 06233-89350 and +49 6233 89-350.
func (s *Setter) readPhone(i int) (t telephone, ok bool) {
	t.from, t.code = i, i
	if !s.areaCode(&t, i) {
		return t, false
	}
	announced := s.announced(i)
	if k := s.blanksBefore(i); k < i && !announced && digit(s.byteAt(k-1)) {
		return t, false // within figures that are parted otherwise: DE89 3704 0044 0532 0130 00
	}
	t.restEnd = t.codeEnd
	slash := s.parting(&t)
	if t.rest == t.codeEnd && !t.country {
		return t, false
	}
	s.subscriber(&t)
	if n := t.codeEnd - t.code + t.figures; n < 7 || n > 15 || t.figures < 3 && !t.country || !s.numberEnds(t.restEnd) {
		return t, false
	}
	if announced || t.country {
		return t, true
	}
	paper := t.figures == 4 && year(s.text[t.rest:t.restEnd]) // 0123/2024 may be a council's paper
	return t, !paper && (!slash || t.codeEnd-t.code >= 4)
}

// areaCode reads how a number begins: +49, or an area code with its zero, perhaps in an open bracket.
func (s *Setter) areaCode(t *telephone, i int) bool {
	switch s.text[i] {
	case '+':
		t.country = true
		t.code++
		if r := s.before(i); wordRune(r) || r == '.' {
			return false
		}
	case '(':
		t.open = true
		t.code++
	}
	t.codeEnd = s.whole(t.code)
	n := t.codeEnd - t.code
	if t.country {
		return n >= 1 && n <= 14
	}
	return s.byteAt(t.code) == '0' && s.byteAt(t.code+1) != '0' && n >= 3 && n <= 6
}

// numberEnds tells whether a number that ends at i is no quantity and no beginning of a word.
func (s *Setter) numberEnds(i int) bool {
	return s.unitWord(s.blanks(i)) == "" && (s.free(i) || s.byteAt(i) == '.')
}

// announced tells whether a word before i says that a telephone number follows.
func (p *passage) announced(i int) bool {
	return p.tables().phones[p.wordBefore(p.blanksBefore(i))]
}

// parting reads what stands between the area code and the rest, and tells whether it is a slash or hyphen.
func (s *Setter) parting(t *telephone) (sign bool) {
	at := t.codeEnd
	if t.open {
		if s.byteAt(at) != ')' {
			t.rest = t.codeEnd
			return false
		}
		at++
	}
	at = s.blanks(at)
	if b := s.byteAt(at); !t.open && (b == '/' || b == '-') {
		at, sign = s.blanks(at+1), true
	}
	t.rest = at
	return sign
}

// subscriber reads the rest: figures parted by single spaces and hyphens.
func (s *Setter) subscriber(t *telephone) {
	at := t.rest
	for {
		end := s.whole(at)
		if end == at {
			return
		}
		t.figures += end - at
		t.restEnd = end
		at = end
		if b := s.byteAt(at); b == '-' || b == '/' && t.country {
			at++
			continue
		}
		if next := s.blanks(at); next > at && digit(s.byteAt(next)) {
			at = next
			continue
		}
		return
	}
}
