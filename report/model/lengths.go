package model

import (
	"strconv"
	"strings"

	"konzept/report/diag"
	"konzept/report/schema"
	"konzept/report/source"
)

// Limits of one text. The longest prose of a concept has about 50 KiB; no word and no address that people write has a
// thousand letters, and setting one takes time that grows with its square.
const (
	maxText = 256 << 10 // bytes of a text
	maxWord = 1000      // bytes without white space
	maxLine = 4 << 10   // bytes of a value of one line: a name, a number
)

// fits tells whether a text is within the limits; else a finding says where it is not.
func (c *checker) fits(r *Record, f *schema.Field, text string, place func(from, to int) diag.Span) bool {
	if len(text) > maxText {
		c.add(r, f.Key, "text-too-large", place(0, min(len(text), 80)), Wording(f), f.Key, strconv.Itoa(len(text)>>10), strconv.Itoa(maxText>>10))
		return false
	}
	for at := 0; at < len(text); {
		n := strings.IndexAny(text[at:], " \t\r\n")
		if n < 0 {
			n = len(text) - at
		}
		if n > maxWord {
			shown := strings.ToValidUTF8(text[at:at+40], "")
			c.add(r, f.Key, "word-too-long", place(at, at+40), shown, strconv.Itoa(n), strconv.Itoa(maxWord))
			return false
		}
		at += n + 1
	}
	return true
}

// fitsLine is fits for a value of one line.
func (c *checker) fitsLine(r *Record, f *schema.Field, n *source.Node) bool {
	if len(n.Value) > maxLine {
		c.add(r, f.Key, "text-too-large", n.Span, Wording(f), f.Key, strconv.Itoa(len(n.Value)>>10), strconv.Itoa(maxLine>>10))
		return false
	}
	return c.fits(r, f, n.Value, n.Locate)
}
