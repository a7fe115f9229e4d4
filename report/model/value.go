package model

import (
	"strconv"

	"konzept/report/calendar"
	"konzept/report/diag"
	"konzept/report/number"
)

// Money is an amount in whole cents.
type Money int64

// Date and Moment are the days and times of the data.
type (
	Date   = calendar.Date
	Moment = calendar.Moment
)

// TextValue is a text in one or more languages, the project's first language first.
type TextValue []LangText

// LangText is a text in one language with its place: in the YAML, or the whole of a .md file.
type LangText struct {
	Lang, Text string
	At         diag.Span
	Verbatim   bool // quoted word for word
	Line       bool // a title or a name (schema.Field.OneLine)
}

// Line tells whether the text is a title or a name, which has no subheadings and no tables.
func (t TextValue) Line() bool { return len(t) > 0 && t[0].Line }

// Verbatim tells whether the text quotes someone word for word.
func (t TextValue) Verbatim() bool { return len(t) > 0 && t[0].Verbatim }

// Lang returns the text in a language.
func (t TextValue) Lang(lang string) (s string, at diag.Span, ok bool) {
	for _, l := range t {
		if l.Lang == lang {
			return l.Text, l.At, true
		}
	}
	return "", diag.Span{}, false
}

// Best returns the text in a language, or else in the first one there is.
func (t TextValue) Best(lang string) (s string, at diag.Span, ok bool) {
	if s, at, ok = t.Lang(lang); ok || len(t) == 0 {
		return s, at, ok
	}
	return t[0].Text, t[0].At, true
}

// Label is one entry of a Labels field.
type Label struct {
	Key    string
	At     diag.Span // of the key
	Text   TextValue
	Gender string // of a German noun: m, f or n; "" if nobody says
}

// Written writes an amount as in the data.
func (m Money) Written() string {
	if m%100 == 0 {
		return strconv.FormatInt(int64(m/100), 10)
	}
	return number.Scaled(int64(m), 2).String()
}
