package sheet

import (
	"regexp"
	"slices"
	"strings"

	"konzept/report/diag"
)

// Functions that formulas may call, by their English names, which files hold whatever the program's language is. Those of
// several cells (FILTER, SORT, UNIQUE), with names of their own (LET, LAMBDA) or of other files are not among them.
var known = strings.Fields(`ABS AND AVERAGE AVERAGEA AVERAGEIF AVERAGEIFS CEILING CHAR CHOOSE CLEAN CODE COLUMN COLUMNS CONCATENATE COUNT COUNTA
COUNTBLANK COUNTIF COUNTIFS DATE DATEDIF DATEVALUE DAY DAYS360 DOLLAR EDATE EOMONTH EVEN EXACT EXP FALSE FIND FIXED FLOOR HLOOKUP HOUR IF IFERROR INDEX
INT ISBLANK ISERR ISERROR ISEVEN ISLOGICAL ISNA ISNONTEXT ISNUMBER ISODD ISTEXT LARGE LEFT LEN LN LOG LOG10 LOOKUP LOWER MATCH MAX MAXA MEDIAN MID MIN
MINA MINUTE MOD MODE MONTH MROUND N NA NETWORKDAYS NOT NOW ODD OFFSET OR PERCENTILE PERCENTRANK PI POWER PRODUCT PROPER QUARTILE QUOTIENT RANK REPLACE
REPT RIGHT ROUND ROUNDDOWN ROUNDUP ROW ROWS SEARCH SECOND SIGN SMALL SQRT STDEV STDEVP SUBSTITUTE SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT SUMSQ T TEXT TIME
TIMEVALUE TODAY TRANSPOSE TRIM TRUE TRUNC TYPE UPPER VALUE VAR VARP VLOOKUP WEEKDAY WEEKNUM WORKDAY YEAR YEARFRAC`)

// newer are functions that files hold with a prefix ([MS-XLSX] 2.2.2): without it programs take them for unknown names.
var newer = strings.Fields(`AGGREGATE CONCAT DAYS IFNA IFS ISOWEEKNUM MAXIFS MINIFS NETWORKDAYS.INTL NUMBERVALUE PERCENTILE.INC QUARTILE.INC RANK.AVG RANK.EQ
STDEV.P STDEV.S SWITCH TEXTJOIN VAR.P VAR.S WORKDAY.INTL XLOOKUP XMATCH XOR`)

const prefix = "_xlfn."

// german are the names that people know from their own program.
var german = map[string]string{"ABRUNDEN": "ROUNDDOWN", "ANZAHL": "COUNT", "ANZAHL2": "COUNTA", "ANZAHLLEEREZELLEN": "COUNTBLANK", "AUFRUNDEN": "ROUNDUP", "DATUM": "DATE",
	"FALSCH": "FALSE", "GANZZAHL": "INT", "GLÄTTEN": "TRIM", "GROSS": "UPPER", "HEUTE": "TODAY", "IDENTISCH": "EXACT", "ISTFEHLER": "ISERROR", "ISTLEER": "ISBLANK", "ISTTEXT": "ISTEXT",
	"ISTZAHL": "ISNUMBER", "JAHR": "YEAR", "JETZT": "NOW", "KLEIN": "LOWER", "LINKS": "LEFT", "LÄNGE": "LEN", "MAXWENNS": "MAXIFS", "MINWENNS": "MINIFS", "MITTELWERT": "AVERAGE",
	"MITTELWERTWENN": "AVERAGEIF", "MITTELWERTWENNS": "AVERAGEIFS", "MONAT": "MONTH", "NICHT": "NOT", "ODER": "OR", "RANG": "RANK", "RECHTS": "RIGHT", "REST": "MOD", "RUNDEN": "ROUND",
	"SUCHEN": "SEARCH", "SUMME": "SUM", "SUMMENPRODUKT": "SUMPRODUCT", "SUMMEWENN": "SUMIF", "SUMMEWENNS": "SUMIFS", "SVERWEIS": "VLOOKUP", "TAG": "DAY", "TEIL": "MID", "TEILERGEBNIS": "SUBTOTAL",
	"TEXTVERKETTEN": "TEXTJOIN", "UND": "AND", "VERGLEICH": "MATCH", "VERKETTEN": "CONCATENATE", "VERWEIS": "LOOKUP", "WAHR": "TRUE", "WECHSELN": "SUBSTITUTE", "WENN": "IF", "WENNFEHLER": "IFERROR",
	"WENNNV": "IFNA", "WENNS": "IFS", "WOCHENTAG": "WEEKDAY", "WVERWEIS": "HLOOKUP", "XVERWEIS": "XLOOKUP", "ZEILE": "ROW", "ZÄHLENWENN": "COUNTIF", "ZÄHLENWENNS": "COUNTIFS", "ÄNDERN": "REPLACE"}

// most are how many arguments some functions take at most: one more is mostly a comma within a number.
var most = map[string]int{"ABS": 1, "IF": 3, "IFERROR": 2, "INT": 1, "ISBLANK": 1, "ISNUMBER": 1, "MATCH": 3, "MOD": 2, "NOT": 1, "ROUND": 2, "ROUNDDOWN": 2, "ROUNDUP": 2, "SUMIF": 3,
	"COUNTIF": 2, "YEAR": 1, "MONTH": 1, "DAY": 1, "SQRT": 1, "SIGN": 1, "EXACT": 2}

var called = regexp.MustCompile(`([\p{L}_][\p{L}\p{N}_.]*)\s*\(`)

// language finds what is no formula in the notation of files: another program's words, semicolons, commas within numbers.
func language(formula string) (diag.Code, []string) {
	for i, part := range strings.Split(formula, `"`) {
		if i%2 == 1 {
			continue // text in quotation marks
		}
		for _, call := range called.FindAllStringSubmatch(part, -1) {
			name := strings.TrimPrefix(strings.ToUpper(call[1]), strings.ToUpper(prefix))
			if slices.Contains(known, name) || slices.Contains(newer, name) || slices.Contains(reaching, name) {
				continue
			}
			meant := german[name]
			if meant == "" {
				return "unknown-formula", []string{call[1], diag.Suggest(name, known)}
			}
			return "unknown-formula", []string{call[1], diag.Both("schreiben Sie `"+meant+"`; Formeln stehen in englischer Schreibweise", "write `"+meant+"`; formulas are in English notation")}
		}
	}
	return separators(formula)
}

// separators finds semicolons, and commas that part no arguments.
func separators(formula string) (diag.Code, []string) {
	type level struct {
		name   string
		commas int
	}
	stack := []level{{}}
	text, array, word := false, false, ""
	for _, r := range formula {
		switch {
		case r == '"':
			text = !text
		case text:
		case r == '{':
			array = true
		case r == '}':
			array = false
		case array:
		case r == '(':
			stack = append(stack, level{name: strings.TrimPrefix(strings.ToUpper(word), strings.ToUpper(prefix))})
		case r == ')' && len(stack) > 1:
			stack = stack[:len(stack)-1]
		case r == ';':
			return "formula-semicolon", []string{formula}
		case r == ',':
			top := &stack[len(stack)-1]
			top.commas++
			if limit, ok := most[top.name]; len(stack) == 1 || ok && top.commas >= limit {
				return "formula-comma", []string{formula}
			}
		}
		if inName(r) {
			word += string(r)
		} else {
			word = ""
		}
	}
	return "", nil
}

// inName tells whether a character may stand in the name of a function.
func inName(r rune) bool {
	return r == '_' || r == '.' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r > 127
}

// prefixed writes the names of newer functions as files do.
func prefixed(formula string) string {
	parts := strings.Split(formula, `"`)
	for i := 0; i < len(parts); i += 2 {
		parts[i] = called.ReplaceAllStringFunc(parts[i], func(call string) string {
			name := strings.ToUpper(strings.TrimSpace(strings.TrimSuffix(call, "(")))
			if slices.Contains(newer, name) {
				return prefix + name + "("
			}
			return call
		})
	}
	return strings.Join(parts, `"`)
}
