package source

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"

	"konzept/report/diag"
)

var (
	errPanic  = errors.New("yaml: the library gave up")
	errSecond = errors.New("yaml: a second document")
)

// reason tells a message of the library by a part of it, and how to find the place it means. The library names a
// line at best, often that of the collection around, so each has its own way.
type reason struct {
	message string
	place   func(s *search) (diag.Code, diag.Span, string)
}

func reasons() []reason {
	return []reason{
		{"a second document", (*search).second},
		{"<document start>", (*search).second},
		{"max depth", (*search).depth},
		{"tab character", (*search).tab},
		{"cannot start any token", (*search).badStart},
		{"mapping values are not allowed", (*search).colon},
		{"could not find expected ':'", (*search).noColon},
		{"quoted scalar: found un", (*search).quote},
		{"unexpected end of stream", (*search).quote},
		{"unexpected document indicator", (*search).quote},
		{"escape", (*search).escape},
		{"hexdecimal", (*search).escape},
		{"',' or", (*search).bracket},
		{"unknown anchor", (*search).anchor},
		{"alphabetic or numeric", (*search).badStart},
		{"comment or line break", (*search).badStart},
		{"tag", (*search).tag},
		{"node content", (*search).generic},
		{"block sequence entries", (*search).item},
		{"did not find expected", (*search).indent},
		{"are not allowed in this context", (*search).indent},
	}
}

// search is the hunt for the place of one syntax error in a range of lines.
type search struct {
	f       *file
	from    int // of the range
	data    []byte
	message string
	line    int // the library names, 0-based within the range, -1 if none
	read    int // bytes of the range that the library had read when it gave up
}

// syntax reports why the library refused the file, and where.
func (f *file) syntax(err error, read int, out *diag.List) {
	s := search{f: f, data: f.data, message: err.Error(), line: -1, read: read}
	pieces := f.cut()
	for _, p := range pieces {
		if len(pieces) == 1 {
			break
		}
		// A piece that is wrong on its own is the place to look in, and a short way.
		r := bytes.NewReader(f.data[p.from:p.to])
		if _, err := decodeFrom(r); err != nil {
			s.from, s.data, s.message, s.read = p.from, f.data[p.from:p.to], err.Error(), p.to-p.from-r.Len()
			break
		}
	}
	s.prepare()
	if i := s.tooDeep(); i >= 0 {
		out.Add("nesting", s.span(i, i+1), strconv.Itoa(maxDepth))
		return
	}
	code, at, arg := s.generic()
	for _, r := range reasons() {
		if strings.Contains(s.message, r.message) {
			code, at, arg = r.place(&s)
			break
		}
	}
	if found, where, what, ok := s.slip(code, at); ok {
		code, at, arg = found, where, what
	}
	if arg != "" {
		out.Add(code, at, arg)
	} else {
		out.Add(code, at)
	}
}

// prepare splits the message and feeds the library the range again, at the end byte by byte, to learn how far it
// comes: its buffer had read ahead.
func (s *search) prepare() {
	s.message = strings.TrimPrefix(s.message, "yaml: ")
	if m := regexp.MustCompile(`^line (\d+): `).FindStringSubmatch(s.message); m != nil {
		n, _ := strconv.Atoi(m[1])
		s.line, s.message = n-1, s.message[len(m[0]):]
	}
	if strings.Contains(s.message, "end of stream") {
		s.read = len(s.data)
		return
	}
	r := &feeder{data: s.data, easy: max(0, min(s.read, len(s.data))-2048)}
	if len(s.data) <= 2*pieceBytes {
		r.easy = 0
	}
	_, _ = decodeFrom(r)
	s.read = r.at
}

type feeder struct {
	data     []byte
	at, easy int
}

func (r *feeder) Read(p []byte) (int, error) {
	if r.at >= len(r.data) {
		return 0, io.EOF
	}
	to := r.at + 1
	if r.at < r.easy {
		to = r.easy
	}
	n := copy(p, r.data[r.at:to])
	r.at += n
	return n, nil
}

func (s *search) span(from, to int) diag.Span { return s.f.span(s.from+from, s.from+to) }

// lineAt returns the start of the line that holds a byte.
func (s *search) lineAt(i int) int {
	return bytes.LastIndexByte(s.data[:min(i, len(s.data))], '\n') + 1
}

func (s *search) lineEnd(i int) int {
	if n := bytes.IndexByte(s.data[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(s.data)
}

// lineSpan returns the text of a line without its indent and line break.
func (s *search) lineSpan(start int) diag.Span {
	line := s.data[start:s.lineEnd(start)]
	left := len(line) - len(bytes.TrimLeft(line, " \t"))
	return s.span(start+left, start+max(left, len(bytes.TrimRight(line, " \t\r"))))
}

// lineNumber returns the start of the n-th line of the range, 0-based.
func (s *search) lineNumber(n int) int {
	at := 0
	for ; n > 0; n-- {
		next := s.lineEnd(at) + 1
		if next >= len(s.data) {
			break
		}
		at = next
	}
	return at
}

// lastBefore returns the last byte of a set among the few the library reads ahead, or -1.
func (s *search) lastBefore(set string, window int) int {
	low := max(0, s.read-window)
	if i := bytes.LastIndexAny(s.data[low:s.read], set); i >= 0 {
		return low + i
	}
	return -1
}

// tooDeep finds the bracket that opens one level too many, or -1. Brackets in texts come in pairs and do not add up.
func (s *search) tooDeep() int {
	depth := 0
	for i, b := range s.data[:min(s.read, len(s.data))] {
		switch b {
		case '[', '{':
			if depth++; depth > maxDepth {
				return i
			}
		case ']', '}':
			depth = max(0, depth-1)
		}
	}
	return -1
}

func (s *search) depth() (diag.Code, diag.Span, string) {
	return "nesting", s.span(max(0, s.read-1), s.read), strconv.Itoa(maxDepth)
}

func (s *search) tab() (diag.Code, diag.Span, string) {
	if i := s.lastBefore("\t", 512); i >= 0 {
		return "tab-indent", s.span(i, i+1), ""
	}
	return "tab-indent", s.lineSpan(s.lineAt(s.read)), ""
}

var blockIndicator = regexp.MustCompile(`^[|>][-+]?[ \t]+(\S.*)`)

// behindIndicator is the text behind a | or > that says that the text follows in the next line, or "".
func (s *search) behindIndicator(i int) string {
	if m := blockIndicator.FindSubmatch(s.data[i:s.lineEnd(i)]); m != nil {
		return string(bytes.TrimSpace(m[1]))
	}
	return ""
}

// badStart finds the character that no plain value may start with.
func (s *search) badStart() (diag.Code, diag.Span, string) {
	i := s.read - 1
	for i >= 0 && (strings.IndexByte("@`%|>*&\t", s.data[i]) < 0 || i > 0 && strings.IndexByte(" \t\n[{,-:", s.data[i-1]) < 0) {
		i--
	}
	if i < 0 {
		return s.generic()
	}
	if s.data[i] == '\t' {
		return s.tab()
	}
	if text := s.behindIndicator(i); text != "" {
		return "text-behind-mark", s.span(i, s.lineEnd(i)), text
	}
	return "reserved-start", s.span(i, i+1), string(s.data[i])
}

// colon finds the second ": " of a line, or a line that is indented as if it continued the one before.
func (s *search) colon() (diag.Code, diag.Span, string) {
	i := s.lastBefore(":", 6)
	if i < 0 {
		return s.generic()
	}
	if code, at, ok := s.openQuoteAbove(i); ok {
		return code, at, ""
	}
	start := s.lineAt(i)
	before := bytes.TrimLeft(s.data[start:i], " -")
	if !bytes.Contains(before, []byte(": ")) {
		return "bad-indent", s.lineSpan(start), ""
	}
	return "colon-in-text", s.span(i, i+1), ""
}

// noColon finds the line that should be a key.
func (s *search) noColon() (diag.Code, diag.Span, string) {
	start := s.lineAt(s.read)
	if s.line >= 0 {
		start = s.lineNumber(s.line)
	}
	if code, at, ok := s.openQuoteAbove(start); ok {
		return code, at, ""
	}
	return "missing-colon", s.lineSpan(start), ""
}

// quote finds the quotation mark that nothing closes: the first one in the named line, or else in the range.
func (s *search) quote() (diag.Code, diag.Span, string) {
	if s.line > 0 {
		if code, at, ok := s.openQuote(s.lineNumber(s.line)); ok {
			return code, at, ""
		}
	}
	if code, at, ok := s.openQuote(0); ok {
		return code, at, ""
	}
	return s.generic()
}

// openQuote finds the first quotation mark from a byte on that starts a value and is not closed.
func (s *search) openQuote(start int) (diag.Code, diag.Span, bool) {
	for i := start; i < len(s.data); i++ {
		if b := s.data[i]; (b == '"' || b == '\'') && opens(s.data, i) {
			end := s.quoteEnd(i)
			if end < 0 {
				return "unclosed-quote", s.span(i, i+1), true
			}
			i = end - 1
		}
	}
	return "", diag.Span{}, false
}

// opens tells whether a quotation mark stands where a value can start.
func opens(data []byte, i int) bool {
	j := i
	for j > 0 && data[j-1] == ' ' {
		j--
	}
	return j == 0 || j < i && strings.IndexByte(":-?,", data[j-1]) >= 0 || strings.IndexByte("\n[{,", data[j-1]) >= 0
}

// quoteEnd returns the end of a quoted scalar, or -1.
func (s *search) quoteEnd(i int) int {
	at, end := s.from+i, 0
	if s.data[i] == '"' {
		end = s.f.doubleEnd(at)
	} else {
		end = s.f.singleEnd(at)
	}
	end -= s.from
	if end > len(s.data) || end < i+2 || s.data[end-1] != s.data[i] {
		return -1
	}
	return end
}

// openQuoteAbove finds a value that starts with a quotation mark not closed in its line, at most 40 lines above. It is
// the likely cause when the next quotation mark, which closes it, surprises the library.
func (s *search) openQuoteAbove(i int) (diag.Code, diag.Span, bool) {
	at := s.lineAt(i)
	for range 40 {
		line := s.data[at:s.lineEnd(at)]
		for k, b := range line {
			if (b == '"' || b == '\'') && opens(line, k) {
				if end := bytes.LastIndexByte(line, b); end == k {
					return "unclosed-quote", s.span(at+k, at+k+1), at+len(line) <= i
				}
				break
			}
		}
		if at == 0 {
			break
		}
		at = s.lineAt(at - 1)
	}
	return "", diag.Span{}, false
}

func (s *search) escape() (diag.Code, diag.Span, string) {
	i := s.lastBefore(`\`, 16)
	if i < 0 {
		return s.generic()
	}
	end := min(i+2, len(s.data))
	return "bad-escape", s.span(i, end), string(s.data[i:end])
}

// bracket finds the opening bracket. For these errors the library counts the line from 0. Within brackets it takes a
// question mark for the end of a text.
func (s *search) bracket() (diag.Code, diag.Span, string) {
	if i := s.lastBefore("?", 80); i > 0 && !isSpace(s.data[i-1]) && strings.IndexByte(",]} ", s.data[min(i+1, len(s.data)-1)]) >= 0 {
		return "question-in-brackets", s.span(i, i+1), ""
	}
	set := "["
	if strings.Contains(s.message, "'}'") {
		set = "{"
	}
	for _, line := range []int{s.line + 1, s.line, 0} {
		start := s.lineNumber(max(line, 0))
		if i := bytes.IndexAny(s.data[start:s.lineEnd(start)], set); i >= 0 && start+i < s.read {
			return "unclosed-bracket", s.span(start+i, start+i+1), set
		}
	}
	return s.generic()
}

func (s *search) anchor() (diag.Code, diag.Span, string) {
	_, name, _ := strings.Cut(s.message, "'")
	name, _, _ = strings.Cut(name, "'")
	for i := 0; i < len(s.data); {
		n := bytes.Index(s.data[i:], []byte("*"+name))
		if n < 0 {
			break
		}
		at := i + n
		end := at + 1 + len(name)
		if (at == 0 || strings.IndexByte(" \n[,{", s.data[at-1]) >= 0) && (end == len(s.data) || strings.IndexByte(" \r\n],}:", s.data[end]) >= 0) {
			return "unknown-anchor", s.span(at, end), name
		}
		i = end
	}
	return s.generic()
}

// item finds a dash that starts a list where only a value may stand.
func (s *search) item() (diag.Code, diag.Span, string) {
	if i := s.lastBefore("-", 6); i >= 0 {
		if before := bytes.TrimRight(s.data[s.lineAt(i):i], " "); bytes.HasSuffix(before, []byte{':'}) {
			return "reserved-start", s.span(i, i+1), "-"
		}
		return "bad-indent", s.span(i, i+1), ""
	}
	return s.generic()
}

func (s *search) tag() (diag.Code, diag.Span, string) {
	i := bytes.IndexByte(s.data[s.lineAt(s.lastBefore("!", 512)+1):s.read], '!')
	if i < 0 {
		return s.generic()
	}
	i += s.lineAt(s.lastBefore("!", 512) + 1)
	return "tag", s.f.tagSpan(s.from+i, s.from+s.lineEnd(i)), ""
}

// indent finds the first line with which the range cannot be read: its indent fits no line above, or something
// follows a closed value.
func (s *search) indent() (diag.Code, diag.Span, string) {
	start := s.lineAt(s.read)
	for range 4 {
		if start == 0 {
			break
		}
		above := s.lineAt(start - 1)
		if _, err := decode(s.data[:start]); err == nil {
			break
		}
		start = above
	}
	if code, at, ok := s.openQuoteAbove(s.lineEnd(start)); ok {
		return code, at, ""
	}
	if i := s.afterValue(start); i >= 0 {
		return "text-after-value", s.span(i, s.lineEnd(i)), ""
	}
	return "bad-indent", s.lineSpan(start), ""
}

// afterValue finds text after a quoted value of a line, or -1.
func (s *search) afterValue(start int) int {
	end := s.lineEnd(start)
	for i := start; i < end; i++ {
		if b := s.data[i]; (b == '"' || b == '\'') && opens(s.data, i) {
			to := s.quoteEnd(i)
			if to < 0 || to > end {
				return -1
			}
			rest := bytes.TrimLeft(s.data[to:end], " ")
			if len(bytes.TrimSpace(rest)) > 0 && strings.IndexByte("#:,]}", rest[0]) < 0 {
				return end - len(rest)
			}
			i = to - 1
		}
	}
	return -1
}

func (s *search) generic() (diag.Code, diag.Span, string) {
	const ahead = 4 // characters that the library looks ahead
	return "syntax", s.lineSpan(s.lineAt(max(0, s.read-ahead))), s.message
}

// second finds the document mark after content. The library would read only the first document.
func (s *search) second() (diag.Code, diag.Span, string) {
	content, ended := false, -1
	for at := 0; at < len(s.data); at = s.lineEnd(at) + 1 {
		line := bytes.TrimRight(s.data[at:s.lineEnd(at)], " \t\r")
		switch mark := bytes.HasPrefix(line, []byte("---")) && (len(line) == 3 || line[3] == ' '); {
		case len(line) == 0 || bytes.TrimLeft(line, " \t")[0] == '#' || !content && line[0] == '%':
		case ended >= 0:
			return "second-document", s.span(ended, ended+3), ""
		case mark && content:
			return "second-document", s.span(at, at+3), ""
		case string(line) == "...":
			ended = at
		default:
			content = true
		}
	}
	return s.generic()
}
