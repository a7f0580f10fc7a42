package index

import (
	"fmt"

	"parley/segment"
)

// A query is widened leaf by leaf: what a word may also be (its stem, the parts
// of an unspaced Chinese run, the same figure in other units) is decided for each
// leaf by itself and kept there, so no alternative ever leaks into another
// branch of the tree, and leaving out (-) leaves out no more than was written.

// plan is a query made ready for one index.
type plan struct {
	root   *node
	leaves map[*term]*leaf
}

// leaf is what a term is searched and marked as.
type leaf struct {
	term   *term
	langs  []segment.Lang
	units  []unit
	stems  []indexTerm // nil where only exact forms count
	words  [][]unit    // the parts of an unspaced run, all to be found; nil where it has none
	pieces [][]unit    // parts of it worth finding alone, for the loosest tier
	loose  bool        // any of pieces will do
	figure *interval   // the value the text stands for
}

// planFor resolves a query against the words an index has.
func planFor(q Query, dict *wordList) *plan {
	p := &plan{leaves: map[*term]*leaf{}}
	p.root = joinFigures(dropUnasked(q.root))
	p.root.walk(false, func(t *term, negated bool) {
		p.leaves[t] = newLeaf(t, negated, dict)
	})
	return p
}

func newLeaf(t *term, negated bool, dict *wordList) *leaf {
	l := &leaf{term: t}
	if t.field != inText {
		return l
	}
	l.langs = languages(t)
	if t.regex != nil {
		return l
	}
	l.units = units(t.text)
	if !t.quoted && !t.prefix {
		l.units = withoutPossessive(l.units)
		l.stems = stems(l.units, t.text)
	}
	if !t.quoted && !t.prefix && !negated && l.langs[0] == segment.Chinese {
		l.words, l.pieces = cut(l.units, dict)
	}
	if f, ok := wholeFigure(t.text); ok && !t.prefix {
		v := rounded(f.Value)
		l.figure = &interval{from: v, to: v, field: askedField(f)}
	}
	return l
}

var bothLanguages = []segment.Lang{segment.English, segment.Chinese}

// languages are the sides a term is looked for on: the one it is limited to, or
// else the one its script belongs to. A bare number or pattern belongs to both.
func languages(t *term) []segment.Lang {
	if t.lang != segment.Unknown {
		return []segment.Lang{t.lang}
	}
	if t.regex != nil {
		return bothLanguages
	}
	latin := false
	for _, u := range units(t.text) {
		if u.kind == character {
			return bothLanguages[1:]
		}
		latin = latin || u.kind == word
	}
	if latin {
		return bothLanguages[:1]
	}
	return bothLanguages
}

// withoutPossessive takes China's for China.
func withoutPossessive(us []unit) []unit {
	if n := len(us); n > 1 && us[n-1].form == "s" && us[n-2].kind == word {
		return us[:n-1]
	}
	return us
}

// dropUnasked takes words like "the" out of conjunctions that have others.
func dropUnasked(n *node) *node {
	if n == nil || n.op == opTerm || n.op == opNear {
		return n
	}
	kept := &node{op: n.op}
	for _, k := range n.kids {
		if n.op != opAnd || !isUnasked(k) {
			kept.kids = append(kept.kids, dropUnasked(k))
		}
	}
	switch {
	case len(kept.kids) == 0:
		return n
	case len(kept.kids) == 1 && n.op != opNot:
		return kept.kids[0]
	}
	return kept
}

func isUnasked(n *node) bool {
	if n.op != opTerm || n.term.field != inText || n.term.quoted || n.term.prefix || n.term.regex != nil {
		return false
	}
	for _, u := range units(n.term.text) {
		if !unaskedEnglish[u.form] && !unaskedChinese[u.form] {
			return false
		}
	}
	return true
}

// joinFigures takes 21.79 and trillion side by side for one figure.
func joinFigures(n *node) *node {
	if n == nil || n.op != opAnd && n.op != opOr && n.op != opNot {
		return n
	}
	joined := &node{op: n.op}
	for i := 0; i < len(n.kids); i++ {
		if n.op == opAnd && i+1 < len(n.kids) {
			if f := oneFigure(n.kids[i], n.kids[i+1]); f != nil {
				joined.kids = append(joined.kids, f)
				i++
				continue
			}
		}
		joined.kids = append(joined.kids, joinFigures(n.kids[i]))
	}
	if len(joined.kids) == 1 && n.op == opAnd {
		return joined.kids[0]
	}
	return joined
}

func oneFigure(a, b *node) *node {
	for _, n := range []*node{a, b} {
		if n.op != opTerm || n.term.field != inText || n.term.quoted || n.term.prefix || n.term.regex != nil {
			return nil
		}
	}
	if a.term.lang != b.term.lang || !startsWithDigit(a.term.text) || startsWithDigit(b.term.text) {
		return nil
	}
	text := fmt.Sprintf("%s %s", a.term.text, b.term.text)
	if _, ok := wholeFigure(text); !ok {
		return nil
	}
	return &node{op: opTerm, term: &term{lang: a.term.lang, text: text, quoted: true, pos: a.term.pos}}
}

// relaxed is the plan of the loosest tier: of the words of a conjunction any will
// do, of an unspaced run any part, and a word may stand in the text of the other
// language (WTO in Chinese); conditions and what is left out stay as they are.
// nil means that there is nothing to relax.
func (p *plan) relaxed() *plan {
	r := &plan{leaves: map[*term]*leaf{}}
	changed := false
	r.root = relax(p.root, &changed)
	r.root.walk(false, func(t *term, negated bool) {
		l := *p.leaves[t]
		if !negated && len(l.pieces) > 0 {
			l.loose, changed = true, true
		}
		if !negated && t.field == inText && t.lang == segment.Unknown && len(l.langs) == 1 {
			l.langs, changed = bothLanguages, true
		}
		r.leaves[t] = &l
	})
	if !changed {
		return nil
	}
	return r
}

func relax(n *node, changed *bool) *node {
	switch {
	case n == nil || n.op == opTerm || n.op == opNot:
		return n
	case n.op == opNear:
		*changed = true
		return &node{op: opOr, kids: n.kids}
	case n.op == opOr:
		out := &node{op: opOr}
		for _, k := range n.kids {
			out.kids = append(out.kids, relax(k, changed))
		}
		return out
	}
	var anyOf, all []*node
	for _, k := range n.kids {
		if isCondition(k) {
			all = append(all, k)
		} else {
			anyOf = append(anyOf, relax(k, changed))
		}
	}
	*changed = *changed || len(anyOf) > 1
	if words := group(opOr, anyOf); words != nil {
		all = append(all, words)
	}
	return group(opAnd, all)
}

// isCondition tells a part of a conjunction that may not be let go.
func isCondition(n *node) bool {
	if n.op == opNot {
		return true
	}
	conditions := true
	n.walk(false, func(t *term, _ bool) { conditions = conditions && t.field != inText })
	return conditions
}

// wanted lists the leaves of the text that a hit should contain.
func (p *plan) wanted() []*leaf {
	var out []*leaf
	p.root.walk(false, func(t *term, negated bool) {
		if !negated && t.field == inText {
			out = append(out, p.leaves[t])
		}
	})
	return out
}
