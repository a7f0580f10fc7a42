package index

import (
	"slices"

	"parley/segment"
)

// Marks are found by reading the passage's own text again, with the same units
// the index was built from, not taken from the index: so each one is a span of
// the very text it is shown in, whatever folding came between.

// sides are the two texts of a passage, cut into units when first needed.
type sides struct{ en, zh sideUnits }

type sideUnits struct {
	text  string
	units []unit
	stems []indexTerm
	cut   bool
}

func sidesOf(p *Passage) *sides {
	return &sides{en: sideUnits{text: p.En.Text}, zh: sideUnits{text: p.Zh.Text}}
}

func (s *sides) of(lang segment.Lang) *sideUnits {
	if lang == segment.Chinese {
		return &s.zh
	}
	return &s.en
}

func (s *sideUnits) load() []unit {
	if !s.cut {
		s.cut, s.units = true, units(s.text)
	}
	return s.units
}

func (s *sideUnits) loadStems() []indexTerm {
	if s.stems == nil {
		s.stems = stems(s.load(), s.text)
	}
	return s.stems
}

// mark sets the marks of p: every place on either side that a wanted leaf matches.
func (pl *plan) mark(p *Passage) (matched bool) {
	s := sidesOf(p)
	var en, zh []segment.Span
	pl.root.marks(false, pl, s, &en, &zh)
	p.En.Marks, p.Zh.Marks = merge(en), merge(zh)
	return len(en)+len(zh) > 0
}

// marks gathers the spans of all leaves not under a Not; those joined by NEAR
// only where they are near.
func (n *node) marks(negated bool, pl *plan, s *sides, en, zh *[]segment.Span) {
	switch {
	case n == nil || negated && n.op != opNot:
		return
	case n.op == opNear:
		for _, m := range s.near(pl, n) {
			if m.lang == segment.Chinese {
				*zh = append(*zh, m.spans...)
			} else {
				*en = append(*en, m.spans...)
			}
		}
	case n.op == opTerm:
		*en = append(*en, s.find(pl.leaves[n.term], segment.English)...)
		*zh = append(*zh, s.find(pl.leaves[n.term], segment.Chinese)...)
	default:
		for _, k := range n.kids {
			k.marks(negated != (n.op == opNot), pl, s, en, zh)
		}
	}
}

// merge orders spans and joins those that overlap or touch.
func merge(spans []segment.Span) Marks {
	slices.SortFunc(spans, func(a, b segment.Span) int { return a.Start - b.Start })
	out := Marks{}
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// contain tells whether a leaf of the text matches on either side.
func (s *sides) contain(l *leaf) bool {
	if l.term.regex != nil {
		return slices.ContainsFunc(l.langs, func(lang segment.Lang) bool { return s.of(lang).matches(l) })
	}
	return len(s.find(l, segment.English)) > 0 || len(s.find(l, segment.Chinese)) > 0
}

// find lists where a leaf matches on one side.
func (s *sides) find(l *leaf, lang segment.Lang) []segment.Span {
	side := s.of(lang)
	switch {
	case side.text == "":
		return nil
	case l.term.field == byFigure:
		return side.values(l.term.between)
	case l.term.field != inText:
		return nil
	}
	var spans []segment.Span
	if slices.Contains(l.langs, lang) {
		spans = side.words(l, lang)
	}
	if l.figure != nil {
		spans = append(spans, side.values(l.figure)...)
	}
	return spans
}

// words lists where a leaf of the text stands.
func (s *sideUnits) words(l *leaf, lang segment.Lang) []segment.Span {
	switch {
	case l.term.regex != nil:
		return s.pattern(l)
	case l.loose:
		spans, _ := s.each(l.pieces)
		return spans
	}
	spans := s.sequence(l.units, l.term.prefix)
	if l.stems != nil && lang == segment.English {
		spans = append(spans, s.stemmed(l.stems)...)
	}
	if len(spans) == 0 && l.words != nil {
		if parts, all := s.each(l.words); all {
			return parts
		}
	}
	return spans
}

// each lists where parts stand, and tells whether every one does somewhere.
func (s *sideUnits) each(parts [][]unit) (spans []segment.Span, all bool) {
	all = true
	for _, part := range parts {
		found := s.sequence(part, false)
		all = all && len(found) > 0
		spans = append(spans, found...)
	}
	return spans, all
}

// sequence finds units at the distances asked for; with prefix, the last one
// need only begin so.
func (s *sideUnits) sequence(want []unit, prefix bool) []segment.Span {
	have := s.load()
	var spans []segment.Span
	for i := 0; i+len(want) <= len(have); i++ {
		n := 0
		for n < len(want) && have[i+n].pos-have[i].pos == want[n].pos-want[0].pos &&
			(have[i+n].form == want[n].form || prefix && n == len(want)-1 && begins(have[i+n].form, want[n].form)) {
			n++
		}
		if n == len(want) {
			spans = append(spans, segment.Span{Start: have[i].Start, End: have[i+n-1].End})
		}
	}
	return spans
}

func begins(form, prefix string) bool {
	return len(form) >= len(prefix) && form[:len(prefix)] == prefix
}

func (s *sideUnits) stemmed(want []indexTerm) []segment.Span {
	have, places := s.loadStems(), s.load()
	var spans []segment.Span
	for i := 0; i+len(want) <= len(have); i++ {
		n := 0
		for n < len(want) && have[i+n].form == want[n].form && have[i+n].pos-have[i].pos == want[n].pos-want[0].pos {
			n++
		}
		if n == len(want) {
			spans = append(spans, segment.Span{Start: places[i].Start, End: places[i+n-1].End})
		}
	}
	return spans
}

// pattern runs a regular expression over the text as written and over its folded
// form, so that it may be written in either script.
func (s *sideUnits) pattern(l *leaf) []segment.Span {
	var spans []segment.Span
	for _, at := range l.term.regex.FindAllStringIndex(s.text, -1) {
		spans = append(spans, segment.Span{Start: at[0], End: at[1]})
	}
	folded := segment.Fold(s.text)
	if folded.Text == s.text {
		return spans
	}
	for _, at := range l.term.regex.FindAllStringIndex(folded.Text, -1) {
		spans = append(spans, folded.Span(segment.Span{Start: at[0], End: at[1]}))
	}
	return spans
}

// matches is pattern for who need not know where.
func (s *sideUnits) matches(l *leaf) bool {
	if l.term.regex.MatchString(s.text) {
		return true
	}
	folded := segment.FoldString(s.text)
	return folded != s.text && l.term.regex.MatchString(folded)
}

// values lists the figures within an interval.
func (s *sideUnits) values(in *interval) []segment.Span {
	var spans []segment.Span
	for _, f := range segment.Figures(s.text) {
		v, field := rounded(f.Value), figureField(f)
		if in.from <= v && v <= in.to && field != "" && (in.field == "" || in.field == field) {
			spans = append(spans, f.Span)
		}
	}
	return spans
}
