package index

import "parley/segment"

// closeness is where the two parts of a NEAR meet on one side.
type closeness struct {
	lang  segment.Lang
	spans []segment.Span
}

// near lists the places of a NEAR: pairs with at most n.distance positions from
// the end of one part to the beginning of the other.
func (s *sides) near(pl *plan, n *node) []closeness {
	var out []closeness
	for _, lang := range []segment.Lang{segment.English, segment.Chinese} {
		a, b := s.places(pl, n.kids[0], lang), s.places(pl, n.kids[1], lang)
		var spans []segment.Span
		side := s.of(lang)
		for _, x := range a {
			for _, y := range b {
				if side.distance(x, y) <= n.distance {
					spans = append(spans, x, y)
				}
			}
		}
		if len(spans) > 0 {
			out = append(out, closeness{lang, spans})
		}
	}
	return out
}

// mostPlaces bounds the pairs a NEAR looks at in one passage.
const mostPlaces = 200

// places lists where a word, or one of several words, stands.
func (s *sides) places(pl *plan, n *node, lang segment.Lang) []segment.Span {
	if n.op == opTerm {
		spans := s.find(pl.leaves[n.term], lang)
		return spans[:min(len(spans), mostPlaces)]
	}
	var spans []segment.Span
	for _, k := range n.kids {
		spans = append(spans, s.places(pl, k, lang)...)
	}
	return spans[:min(len(spans), mostPlaces)]
}

// distance counts positions from the end of the earlier span to the start of the later.
func (s *sideUnits) distance(a, b segment.Span) int {
	if a.Start > b.Start {
		a, b = b, a
	}
	us := s.load()
	last, first := 0, 0
	for _, u := range us {
		if u.Start < a.End {
			last = u.pos
		}
		if u.Start <= b.Start {
			first = u.pos
		}
	}
	return max(first-last, 0)
}
