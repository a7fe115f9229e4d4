package eval

import (
	"slices"
	"strings"
	"unicode/utf8"

	"konzept/report/calendar"
	"konzept/report/format"
	"konzept/report/model"
	"konzept/report/number"
	"konzept/report/schema"
)

const many = 64 // arguments of a function that takes any number

// functions is the written list, sorted by name. What is not on it, a template cannot call.
var functions = []function{
	{"abs", 1, 1, first, func(c call) any {
		if isNumber(c.args[0]) && Decimal(c.args[0]).Sign() < 0 {
			return negative(c.args[0])
		}
		return c.args[0]
	}},
	{"address", 1, 1, always(String), func(c call) any { return readable(c.str(0)) }},
	{"bold", 1, 1, always(RichText), inner(BoldText)},
	{"capital", 1, 1, nil, capital},
	{"choices", 1, 1, always(List), func(c call) any { return c.schema.choices[c.str(0)] }},
	{"concat", 1, many, concatType, concat},
	{"date", 1, 1, always(String), formatted("date", format.Format.Day)},
	{"days", 2, 2, always(Number), func(c call) any {
		d, ok := days("-", c.args[1], c.args[0])
		if !ok {
			return nil
		}
		return d
	}},
	{"drawn", 1, 1, always(String), func(c call) any {
		if t, ok := c.args[0].(*schema.Term); ok && t.Sign() != "" {
			return t.Sign()
		}
		return nil
	}},
	{"euro", 1, 1, always(String), amount(func(f format.Format, m model.Money) string { return f.Euro(m, false) })},
	{"euro2", 1, 1, always(String), amount(func(f format.Format, m model.Money) string { return f.Euro(m, true) })},
	{"excerpt", 2, 2, always(List), excerpt},
	{"field", 1, 1, always(RichText), func(c call) any { return Rich{{Kind: PageField, Ref: c.str(0), At: c.at}} }},
	{"first", 1, 1, firstElem, func(c call) any {
		if l := c.list(0); l.len() > 0 {
			return l.at(0)
		}
		return nil
	}},
	{"firstuse", 1, 2, always(String), func(c call) any {
		if c.FirstUse != nil {
			var except []string
			l := c.list(1)
			for i := range l.len() {
				except = append(except, c.String(l.at(i)))
			}
			if anchor := c.FirstUse(c.str(0), except); anchor != "" {
				return anchor
			}
		}
		return nil
	}},
	{"formulas", 2, 3, always(String), formulas},
	{"index", 2, 2, always(Number), func(c call) any {
		l := c.list(0)
		for i := range l.len() {
			if equal(c.Frame, l.at(i), c.args[1]) {
				return int64(i)
			}
		}
		return nil
	}},
	{"int", 1, 1, always(Number), func(c call) any {
		if v, ok := Decimal(c.args[0]).Trunc().Int64(); ok {
			return v
		}
		return nil
	}},
	{"join", 1, 2, always(RichText), join},
	{"joinand", 1, 1, always(RichText), joinAnd},
	{"joinrich", 1, 2, always(RichText), join},
	{"key", 1, 1, always(String), func(c call) any {
		if t, ok := c.args[0].(*schema.Term); ok {
			return t.Key
		}
		return c.args[0]
	}},
	{"label", 1, 10, always(String), label},
	{"last", 1, 1, firstElem, func(c call) any {
		if l := c.list(0); l.len() > 0 {
			return l.at(l.len() - 1)
		}
		return nil
	}},
	{"lastday", 1, 1, always(Date), func(c call) any {
		if d, ok := lastDay(c.args[0]); ok {
			return d
		}
		return nil
	}},
	{"len", 1, 1, always(Number), func(c call) any {
		if s, ok := plain(c.Frame, c.args[0]).(string); ok {
			return int64(utf8.RuneCountInString(s))
		}
		return int64(c.list(0).len())
	}},
	{"link", 1, 2, always(RichText), link},
	{"longdate", 1, 1, always(String), formatted("longdate", format.Format.LongDay)},
	{"max", 1, many, nil, extreme(1)},
	{"means", 1, 1, always(String), func(c call) any {
		if t, ok := c.args[0].(*schema.Term); ok {
			return t.Means.String()
		}
		return nil
	}},
	{"min", 1, many, nil, extreme(-1)},
	{"moment", 1, 1, always(String), func(c call) any {
		switch v := c.args[0].(type) {
		case nil:
			return nil
		case model.Date:
			return c.Format.LongDay(v)
		case model.Moment:
			return c.Format.Moment(v)
		}
		return c.wrong("moment")
	}},
	{"money", 1, 1, always(String), amount(func(f format.Format, m model.Money) string { return f.Money(m, false) })},
	{"money2", 1, 1, always(String), amount(func(f format.Format, m model.Money) string { return f.Money(m, true) })},
	{"nl", 0, 0, nil, func(c call) any { return Rich{{Kind: NewLine, At: c.at}} }},
	{"nobreak", 1, 1, always(RichText), inner(NoBreak)},
	{"note", 1, 1, always(RichText), inner(Note)},
	{"noun", 1, 1, always(String), func(c call) any { return c.Format.Noun(c.str(0)) }},
	{"num", 1, 2, always(String), func(c call) any {
		if c.args[0] == nil {
			return nil
		}
		if !isNumber(c.args[0]) {
			return c.wrong("num")
		}
		return c.Format.Number(Decimal(c.args[0]), c.int(1, -1))
	}},
	{"option", 1, 1, always(String), option},
	{"own", 2, 2, func([]Type) Type { return Type{Base: List} }, own},
	{"owned", 2, 2, nil, ownValue},
	{"ownformat", 1, 1, always(String), ownFormat},
	{"ownsum", 2, 2, nil, ownSum},
	{"owntext", 2, 2, always(RichText), ownText},
	{"page", 1, 1, always(RichText), func(c call) any {
		if ref := strings.TrimPrefix(c.str(0), "#"); ref != "" {
			return Rich{{Kind: PageOf, Ref: ref, At: c.at}}
		}
		return nil
	}},
	{"percent", 1, 2, always(String), func(c call) any {
		if c.args[0] == nil {
			return nil
		}
		if !isNumber(c.args[0]) {
			return c.wrong("percent")
		}
		return c.Format.Percentage(Decimal(c.args[0]), c.int(1, -1))
	}},
	{"periods", 1, many, func([]Type) Type { return listOf(Type{Base: Number}) }, periods},
	{"places", 1, many, always(Number), places},
	{"plural", 3, 3, nil, func(c call) any {
		word := c.args[2]
		if n := c.args[0]; isNumber(n) && Decimal(n).Cmp(number.Int(1)) == 0 {
			word = c.args[1]
		}
		if s, ok := word.(string); ok {
			return c.Format.Noun(s)
		}
		return word
	}},
	{"prefix", 2, 3, always(RichText), func(c call) any { return c.around(c.arg(0), c.arg(1), c.arg(2)) }},
	{"quantity", 3, 3, always(String), quantity},
	{"range", 2, 2, func([]Type) Type { return listOf(Type{Base: Number}) }, numbers},
	{"reverse", 1, 1, first, func(c call) any {
		all := c.list(0).all()
		slices.Reverse(all)
		return all
	}},
	{"round", 1, 2, always(Number), round},
	{"sentences", 1, 1, always(List), sentences},
	{"share", 2, 3, always(String), func(c call) any { return c.Format.Share(Decimal(c.arg(0)), Decimal(c.arg(1)), c.str(2)) }},
	{"sign", 2, 2, always(RichText), sign},
	{"small", 1, 1, always(RichText), inner(Small)},
	{"span", 2, 2, always(RichText), span},
	{"string", 1, 1, always(String), func(c call) any { return c.str(0) }},
	{"suffix", 2, 2, always(RichText), func(c call) any { return c.around(nil, c.arg(0), c.arg(1)) }},
	{"symbol", 1, 2, always(RichText), func(c call) any {
		return Rich{{Kind: Sign, Ref: c.str(0), Text: c.str(1), At: c.at}}
	}},
	{"timerange", 1, 2, always(String), func(c call) any { return c.Format.Hours(c.str(0), c.str(1)) }},
	{"trim", 1, 1, first, func(c call) any {
		if s, ok := c.args[0].(string); ok {
			return strings.TrimSpace(s)
		}
		return c.args[0]
	}},
	{"unique", 1, 1, first, unique},
	{"weekday", 1, 1, always(String), formatted("weekday", format.Format.Weekday)},
	{"words", 1, 2, always(String), words},
	{"year", 1, 1, always(Number), func(c call) any {
		if y, ok := yearOf(c.args[0]); ok {
			return y
		}
		return nil
	}},
	{"years", 1, many, func([]Type) Type { return listOf(Type{Base: Number}) }, years},
}

// formatted makes a function of a day; of a moment it takes the day if that is known.
func formatted(name string, write func(format.Format, model.Date) string) func(c call) any {
	return func(c call) any {
		switch v := c.args[0].(type) {
		case nil:
			return nil
		case model.Date:
			return write(c.Format, v)
		case model.Moment:
			if v.Precision == calendar.ByDay && v.Open == calendar.Closed {
				return write(c.Format, v.Date)
			}
			return c.Format.Moment(v)
		}
		return c.wrong(name)
	}
}

func amount(write func(format.Format, model.Money) string) func(c call) any {
	return func(c call) any {
		if c.args[0] == nil {
			return nil
		}
		m, ok := moneyOf(c.args[0])
		if !ok {
			return c.wrong("euro")
		}
		return write(c.Format, m)
	}
}
