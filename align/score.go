package align

import (
	"fmt"
	"strings"
)

// Tally counts how an alignment agrees with a gold standard, by the rules of
// Vecalign's and Bertalign's scorers, so that figures can be held beside the
// published ones. A bead is right strictly if gold has exactly that bead. It is
// right laxly if gold links at least one of its left sentences with at least one
// of its right ones; a null bead can only be right strictly. Precision judges
// all beads of the test; recall judges the gold beads that are not null against
// the test beads that are not null. Documents are pooled by adding tallies.
type Tally struct {
	Precision, Recall Hits
}

// Hits counts the beads judged and those found right.
type Hits struct {
	Judged, Strict, Lax int
}

// Rates are precision, recall and their harmonic mean, each 0..1.
type Rates struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

// Score compares the alignment test of one document with gold.
func Score(gold, test []Bead) Tally {
	return Tally{
		Precision: judge(test, newReference(gold, true), true),
		Recall:    judge(gold, newReference(test, false), false),
	}
}

// Plus pools two documents.
func (t Tally) Plus(u Tally) Tally {
	return Tally{t.Precision.plus(u.Precision), t.Recall.plus(u.Recall)}
}

func (h Hits) plus(g Hits) Hits {
	return Hits{h.Judged + g.Judged, h.Strict + g.Strict, h.Lax + g.Lax}
}

// Strict gives the rates for beads that are exactly right.
func (t Tally) Strict() Rates {
	return rates(t.Precision.Strict, t.Precision.Judged, t.Recall.Strict, t.Recall.Judged)
}

// Lax gives the rates for beads that overlap a right one.
func (t Tally) Lax() Rates {
	return rates(t.Precision.Lax, t.Precision.Judged, t.Recall.Lax, t.Recall.Judged)
}

func (r Rates) String() string {
	return fmt.Sprintf("P %.3f R %.3f F %.3f", r.Precision, r.Recall, r.F1)
}

func rates(found, tests, met, golds int) Rates {
	var r Rates
	if tests > 0 {
		r.Precision = float64(found) / float64(tests)
	}
	if golds > 0 {
		r.Recall = float64(met) / float64(golds)
	}
	if sum := r.Precision + r.Recall; sum > 0 {
		r.F1 = 2 * r.Precision * r.Recall / sum
	}
	return r
}

// reference is what beads are judged against.
type reference struct {
	beads map[string]bool
	links map[[2]int]bool // left and right sentence in one bead
}

func newReference(beads []Bead, nulls bool) reference {
	r := reference{map[string]bool{}, map[[2]int]bool{}}
	for _, b := range distinct(beads, nulls) {
		r.beads[b.key()] = true
		for _, i := range b.Left {
			for _, j := range b.Right {
				r.links[[2]int{i, j}] = true
			}
		}
	}
	return r
}

func judge(beads []Bead, by reference, nulls bool) Hits {
	var h Hits
	for _, b := range distinct(beads, nulls) {
		h.Judged++
		if by.beads[b.key()] {
			h.Strict++
			h.Lax++
		} else if by.linked(b) {
			h.Lax++
		}
	}
	return h
}

func (r reference) linked(b Bead) bool {
	for _, i := range b.Left {
		for _, j := range b.Right {
			if r.links[[2]int{i, j}] {
				return true
			}
		}
	}
	return false
}

// distinct drops repeated beads, beads with nothing on either side and, unless
// nulls is set, null beads.
func distinct(beads []Bead, nulls bool) []Bead {
	seen := map[string]bool{}
	var out []Bead
	for _, b := range beads {
		k := b.key()
		empty, null := len(b.Left)+len(b.Right) == 0, len(b.Left)*len(b.Right) == 0
		if seen[k] || empty || null && !nulls {
			continue
		}
		seen[k] = true
		out = append(out, b)
	}
	return out
}

// key is a bead's sentences as text, without its confidence.
func (b Bead) key() string {
	var s strings.Builder
	writeList(&s, b.Left)
	s.WriteByte(':')
	writeList(&s, b.Right)
	return s.String()
}
