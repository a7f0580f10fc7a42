package index

import (
	"fmt"
	"math"
	"regexp"
	"regexp/syntax"
	"strconv"
	"strings"
	"time"

	"parley/corpus"
	"parley/segment"
)

// interval is what date:, num: and align: ask for; both ends included.
type interval struct {
	from, to float64
	field    string // of num: where to look, "" for both num and pct
}

// condition reads the value of a field.
func (p *parser) condition(t token, made *term) *QueryError {
	if t.kind == tokRegex {
		return p.fail(t, "a regular expression searches the text only", example(limits{field: made.field}))
	}
	value := strings.TrimSpace(segment.FoldString(made.text))
	var err error
	switch made.field {
	case byKind:
		err = oneOf(value, string(corpus.Opening), string(corpus.Question),
			string(corpus.Answer), string(corpus.Remark), string(corpus.Note))
	case byMissing:
		err = oneOf(value, "en", "zh")
	case byDate:
		made.between, err = dates(value)
	case byAlign:
		made.between, err = confidences(value)
	case byFigure:
		made.between, err = figures(value)
	case bySpeaker:
		if squash(value) == "" {
			err = fmt.Errorf("a name is missing")
		}
	default:
		if len(units(value)) == 0 {
			err = fmt.Errorf("a name is missing")
		}
	}
	if err != nil {
		return p.fail(t, err.Error(), example(limits{field: made.field}))
	}
	if made.prefix && made.field != bySpeaker {
		return p.fail(t, fmt.Sprintf("%s: takes no *", made.field), example(limits{field: made.field}))
	}
	return nil
}

func oneOf(value string, allowed ...string) error {
	for _, a := range allowed {
		if value == a {
			return nil
		}
	}
	if near := nearest(value, allowed); near != "" {
		return fmt.Errorf("%q is none of %s; did you mean %s?", value, strings.Join(allowed, ", "), near)
	}
	return fmt.Errorf("%q is none of %s", value, strings.Join(allowed, ", "))
}

// dates reads 2025, 2025-07, 2025-07-14 and ranges of them, open at one end or
// not: 2025-01..2025-06, 2025-03.., ..2024. A month or year means all its days.
func dates(s string) (*interval, error) {
	first, last, ranged := strings.Cut(s, "..")
	if !ranged {
		last = first
	}
	in := interval{from: 0, to: 99999999}
	var err error
	if first != "" {
		if in.from, _, err = parseDay(first); err != nil {
			return nil, err
		}
	}
	if last != "" {
		if _, in.to, err = parseDay(last); err != nil {
			return nil, err
		}
	}
	switch {
	case first == "" && last == "":
		return nil, fmt.Errorf("a date is missing")
	case in.from > in.to:
		return nil, fmt.Errorf("%s is after %s", first, last)
	}
	return &in, nil
}

// parseDay gives the first and the last day a date means, as numbers: 2025-07
// is 20250701 to 20250731.
func parseDay(s string) (from, to float64, err error) {
	s = strings.ReplaceAll(s, "/", "-")
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{{"2006-1-2", 0, 0, 1}, {"2006-1", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, e := time.Parse(form.layout, s); e == nil {
			return dayNumber(t), dayNumber(t.AddDate(form.years, form.months, form.days).AddDate(0, 0, -1)), nil
		}
	}
	return 0, 0, fmt.Errorf("%q is not a date", s)
}

func dayNumber(t time.Time) float64 { return float64(t.Year()*10000 + int(t.Month())*100 + t.Day()) }

// confidences reads >0.8, >=0.8, <0.5, 0.5..0.8, and 0.8, which means >=0.8.
func confidences(s string) (*interval, error) {
	in, err := ranged(s, strictNumber)
	if err != nil {
		return nil, err
	}
	if in.from == in.to {
		in.to = 1
	}
	for _, end := range []float64{in.from, in.to} {
		if !math.IsInf(end, 0) && (end < 0 || end > 1.01) {
			return nil, fmt.Errorf("a confidence lies between 0 and 1")
		}
	}
	return in, nil
}

func strictNumber(s string) (float64, string, error) {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return 0, "", fmt.Errorf("%q is not a number", s)
	}
	return v, "", nil
}

// figures reads 21.79e12, 21.79万亿, 2.9%, and >, < and ranges of these.
func figures(s string) (*interval, error) { return ranged(s, figure) }

func figure(s string) (value float64, field string, err error) {
	if v, _, err := strictNumber(s); err == nil {
		return v, "", nil
	}
	if f, ok := wholeFigure(s); ok {
		return f.Value, askedField(f), nil
	}
	return 0, "", fmt.Errorf("%q is not a figure", s)
}

// wholeFigure reads s if it is one figure from end to end.
func wholeFigure(s string) (segment.Figure, bool) {
	found := segment.Figures(s)
	if len(found) != 1 || figureField(found[0]) == "" || strings.TrimSpace(s[:found[0].Start])+strings.TrimSpace(s[found[0].End:]) != "" {
		return segment.Figure{}, false
	}
	return found[0], true
}

// figureField is where a figure is indexed: percentages apart, and days, months,
// clock times and ordinals nowhere.
func figureField(f segment.Figure) string {
	switch f.Unit {
	case segment.Percent:
		return "pct"
	case segment.Date, segment.Day, segment.Month, segment.Clock, segment.Decade:
		return ""
	}
	if f.Ordinal {
		return ""
	}
	return "num"
}

// askedField is where a figure in a query is looked for: one without a unit may
// stand before any.
func askedField(f segment.Figure) string {
	if f.Unit == "" {
		return ""
	}
	return figureField(f)
}

// ranged reads >x, >=x, <x, <=x, x..y, x.., ..y and x. Values are rounded as
// those in the index are; an end left out is moved to the next value a number can have.
func ranged(s string, number func(string) (float64, string, error)) (*interval, error) {
	in := interval{from: math.Inf(-1), to: math.Inf(1)}
	low, high, isRange := strings.Cut(s, "..")
	switch {
	case isRange:
	case strings.HasPrefix(s, ">"):
		low, high = strings.TrimPrefix(s[1:], "="), ""
	case strings.HasPrefix(s, "<"):
		low, high = "", strings.TrimPrefix(s[1:], "=")
	default:
		low, high = s, s
	}
	low, high = strings.TrimSpace(low), strings.TrimSpace(high)
	if low == "" && high == "" {
		return nil, fmt.Errorf("a number is missing")
	}
	var err error
	if low != "" {
		if in.from, in.field, err = number(low); err != nil {
			return nil, err
		}
		if in.from = rounded(in.from); strings.HasPrefix(s, ">") && !strings.HasPrefix(s, ">=") {
			in.from = math.Nextafter(in.from, math.Inf(1))
		}
	}
	if high != "" {
		if in.to, in.field, err = number(high); err != nil {
			return nil, err
		}
		if in.to = rounded(in.to); strings.HasPrefix(s, "<") && !strings.HasPrefix(s, "<=") {
			in.to = math.Nextafter(in.to, math.Inf(-1))
		}
	}
	if in.from > in.to {
		return nil, fmt.Errorf("%s is more than %s", low, high)
	}
	return &in, nil
}

// regex checks a regular expression. Go's take time linear in text and program,
// so bounding the program bounds the search.
func (p *parser) regex(t token, made *term) *QueryError {
	if len(t.text) > maxRegex {
		return p.fail(t, fmt.Sprintf("a regular expression of more than %d bytes", maxRegex), "make it shorter")
	}
	parsed, err := syntax.Parse(t.text, syntax.Perl)
	if err != nil {
		return p.fail(t, "this regular expression is not valid: "+strings.TrimPrefix(err.Error(), "error parsing regexp: "), "")
	}
	program, err := syntax.Compile(parsed.Simplify())
	if err != nil || len(program.Inst) > maxProgram {
		return p.fail(t, "this regular expression is too large", "repeat less")
	}
	made.regex, err = regexp.Compile(t.text)
	if err != nil {
		return p.fail(t, "this regular expression is not valid", "")
	}
	if made.regex.MatchString("") {
		return p.fail(t, "this regular expression matches nothing at all too", "it must ask for a character at least")
	}
	return nil
}

// maxProgram is how many instructions a regular expression may compile to.
const maxProgram = 3000
