package pdf

import "bytes"

// Scanner walks over the operators of a content stream (ISO 32000-1, 7.8.2). Operands are read where somebody asks for them.
type Scanner struct {
	lexer Lexer
	codes []byte // of the string that was read last
}

// Scan unpacks streams one after the other and begins to read them as one. What cannot be unpacked is missing. The scanner
// holds until the worker reads something else.
func (r *Reader) Scan(w *Worker, streams []*Stream) *Scanner {
	w.buf = w.buf[:0]
	for _, s := range streams {
		w.buf, _ = r.unpacked(&w.inflater, s, w.buf)
		w.buf = append(w.buf, '\n')
	}
	return &Scanner{lexer: Lexer{b: w.buf, names: w.names}}
}

// Next is the next operator with its operands as they stand; false at the end.
func (s *Scanner) Next() (op, operands []byte, ok bool) {
	l := &s.lexer
	first := l.at
	for !l.done() {
		from := l.at
		switch c := l.b[from]; {
		case class[c] == regular && (c < '0' || c > '9') && c != '-' && c != '.' && c != '+':
			word := l.run()
			if w := string(word); w != "true" && w != "false" && w != "null" {
				return word, l.b[first:from], true
			}
		default:
			s.pass()
		}
	}
	return nil, nil, false
}

// pass skips one operand.
func (s *Scanner) pass() {
	l := &s.lexer
	switch c := l.b[l.at]; {
	case class[c] == regular:
		l.run()
	case c == '/':
		l.at++
		l.run()
	case c == '(':
		l.at++
		s.codes = l.literal(s.codes[:0])
	case l.has("<<"):
		l.at += 2
	case c == '<':
		l.at++
		s.codes = l.hex(s.codes[:0])
	default: // brackets: what they hold is passed piece by piece
		l.at++
	}
}

// Lexer reads operands.
func (s *Scanner) Lexer(operands []byte) Lexer { return Lexer{b: operands, names: s.lexer.names} }

// Strings visits the strings that a text operator shows, also those in an array. Their bytes change with the next string.
func (s *Scanner) Strings(operands []byte, visit func(codes []byte)) {
	l := Lexer{b: operands}
	for l.at < len(operands) {
		l.at++
		switch operands[l.at-1] {
		case '(':
			s.codes = l.literal(s.codes[:0])
		case '<':
			s.codes = l.hex(s.codes[:0])
		default:
			continue
		}
		visit(s.codes)
	}
}

// SkipImage goes behind the data of an inline image, whose ID operator was the last. They end with "EI" between white space
// (ISO 32000-1, 8.9.7).
func (s *Scanner) SkipImage() {
	l := &s.lexer
	for rest := l.b[l.at:]; ; {
		i := bytes.Index(rest, []byte("EI"))
		if i < 0 {
			l.at = len(l.b)
			return
		}
		before, after := i == 0 || class[rest[i-1]] == white, i+2 == len(rest) || class[rest[i+2]] == white
		if before && after {
			l.at = len(l.b) - len(rest) + i
			return
		}
		rest = rest[i+2:]
	}
}
