package index

import (
	"fmt"
	"strings"

	"parley/segment"
)

// prefixed reads what follows name: as limited to it.
func (p *parser) prefixed(t token, in limits) (*node, *QueryError) {
	next := p.peek()
	apart := next.pos > t.end || next.kind == tokEnd || next.kind == tokClose
	inner, known := in, false
	switch name := strings.ToLower(t.text); {
	case name == string(segment.English) || name == string(segment.Chinese):
		if in.lang != segment.Unknown && in.lang != segment.Lang(name) {
			return nil, p.fail(t, fmt.Sprintf("this is limited to %s: already", in.lang), "move it out of the brackets")
		}
		inner.lang, known = segment.Lang(name), true
	default:
		for _, f := range fields {
			if name == string(f) {
				inner.field, known = f, true
			}
		}
	}
	switch {
	case !known && apart: // a colon as in a sentence
		return p.leaf(token{kind: tokWord, text: t.text, pos: t.pos, end: t.end}, in)
	case !known:
		return nil, p.unknownField(t)
	case inner.field != inText && (in.field != inText || inner.lang != segment.Unknown):
		return nil, p.fail(t, fmt.Sprintf("%s: cannot stand within another prefix", t.text), "write them side by side")
	case next.kind == tokEnd || next.kind == tokClose || next.kind == tokOr || next.kind == tokAnd:
		return nil, p.fail(t, fmt.Sprintf("%s: needs a value", t.text), example(inner))
	}
	if err := p.enter(); err != nil {
		return nil, err
	}
	defer p.leave()
	n, err := p.unary(inner)
	if err == nil && n == nil {
		err = p.fail(t, fmt.Sprintf("%s: needs a value", t.text), example(inner))
	}
	return n, err
}

func (p *parser) unknownField(t token) *QueryError {
	names := []string{"en", "zh"}
	for _, f := range fields {
		names = append(names, string(f))
	}
	hint := "the fields are " + strings.Join(names, ", ")
	if near := nearest(strings.ToLower(t.text), names); near != "" {
		hint = fmt.Sprintf("did you mean %s:? To search for the words themselves, put them in quotes", near)
	}
	return p.fail(t, fmt.Sprintf("there is no field %q", t.text), hint)
}

// example shows how a prefix is used.
func example(l limits) string {
	switch l.field {
	case byKind:
		return "as in in:answer"
	case byDate:
		return "as in date:2025-01..2025-06"
	case byFigure:
		return "as in num:21.79e12"
	case byAlign:
		return "as in align:>0.8"
	case byMissing:
		return "as in missing:en"
	case inText:
		return fmt.Sprintf("as in %s:word", l.lang)
	}
	return fmt.Sprintf("as in %s:name", l.field)
}

// nearest is the name that s is most likely a slip for, "" where none is close.
func nearest(s string, names []string) string {
	best, least := "", 3
	for _, name := range names {
		d := editDistance(s, name)
		if strings.HasPrefix(name, s) || len(s) > 2 && strings.HasPrefix(s, name) {
			d = min(d, 1)
		}
		if d < least && d < max(len(name), len(s)) {
			best, least = name, d
		}
	}
	return best
}

func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}
