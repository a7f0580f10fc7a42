package align

import (
	"math"
	"slices"
)

// Anchors are pairs of sentences found without a search over the grid: each
// rare word of one side leads to the few sentences of the other that have a
// translation of it. Two sentences that are clearly each other's best match are
// a candidate, and the heaviest chain of candidates that rises on both sides is
// taken. The cost is linear in the number of rare words.
const (
	maxPostings  = 40   // words in more sentences than this anchor nothing
	anchorMargin = 1.25 // the best match must beat the second by this factor
)

type point struct{ i, j int }

// anchors are the mutual best matches that rise on both sides, as nodes.
func (b *bitext) anchors(from area) []point {
	left, right := newRivals(from.i1-from.i0), newRivals(from.j1-from.j0)
	b.matches(from, func(i, j int, score float64) {
		left[i].meet(j, score)
		right[j].meet(i, score)
	})
	var pairs []match
	for i := range left {
		if j := left[i].clear(); j >= 0 && right[j].clear() == i {
			pairs = append(pairs, match{i, j, left[i].score})
		}
	}
	return smooth(rising(pairs))
}

type match struct {
	i, j  int
	score float64
}

// rival is the best partner a sentence has met, and how well the second did.
type rival struct {
	partner       int
	score, second float64
}

func newRivals(n int) []rival {
	r := make([]rival, n)
	for k := range r {
		r[k].partner = -1
	}
	return r
}

func (r *rival) meet(partner int, score float64) {
	switch {
	case score > r.score:
		r.second, r.score, r.partner = r.score, score, partner
	case score > r.second:
		r.second = score
	}
}

// clear is the partner if it is clearly the best, or -1.
func (r *rival) clear() int {
	if r.score < anchorMargin*r.second {
		return -1
	}
	return r.partner
}

// matches scores the pairs of sentences that share rare words.
func (b *bitext) matches(from area, visit func(i, j int, score float64)) {
	postings, worth := b.right.rarePostings(from.j0, from.j1)
	sum, size := make([]float64, from.j1-from.j0), make([]float64, from.j1-from.j0)
	for j := range size {
		size[j] = math.Pow(float64(len(b.right.sentences[from.j0+j])), .35)
	}
	var touched []int32
	for i := from.i0; i < from.i1; i++ {
		touched = touched[:0]
		for _, id := range unique(b.left.sentences[i]) {
			cols, vals := b.forth.row(id)
			for k, c := range cols {
				gain := float64(vals[k]) * worth[c]
				for _, j := range postings[c] {
					if sum[j] == 0 {
						touched = append(touched, j)
					}
					sum[j] += gain
				}
			}
		}
		own := math.Pow(float64(len(b.left.sentences[i])), .35)
		for _, j := range touched {
			visit(i-from.i0, int(j), sum[j]/(own*size[j]))
			sum[j] = 0
		}
	}
}

// rarePostings lists for each type the sentences of [a, b) that have it, unless
// they are many, and what meeting it is worth.
func (s *side) rarePostings(a, b int) (postings [][]int32, worth []float64) {
	postings, worth = make([][]int32, len(s.types)), make([]float64, len(s.types))
	for j := a; j < b; j++ {
		for _, id := range unique(s.sentences[j]) {
			postings[id] = append(postings[id], int32(j-a))
		}
	}
	for id := range postings {
		if len(postings[id]) > maxPostings || s.types[id].class == mark {
			postings[id] = nil
		}
		worth[id] = math.Log(s.rarity[id])
	}
	return postings, worth
}

func unique(ids []int32) []int32 {
	u := slices.Clone(ids)
	slices.Sort(u)
	return slices.Compact(u)
}

// rising picks from pairs, sorted by i, the heaviest chain in which j rises too.
func rising(pairs []match) []point {
	total, before := make([]float64, len(pairs)), make([]int, len(pairs))
	var tree prefixMax
	top := 0
	for _, p := range pairs {
		top = max(top, p.j)
	}
	tree.init(top + 2)
	end := -1
	for k, p := range pairs {
		w, prev := tree.upTo(p.j) // j strictly below
		total[k], before[k] = w+p.score, prev
		tree.put(p.j+1, total[k], k)
		if end < 0 || total[k] > total[end] {
			end = k
		}
	}
	var chain []point
	for ; end >= 0; end = before[end] {
		chain = append(chain, point{pairs[end].i, pairs[end].j})
	}
	slices.Reverse(chain)
	return chain
}

// prefixMax is a Fenwick tree of maxima with the index that reached them.
type prefixMax struct {
	best []float64
	who  []int
}

func (t *prefixMax) init(n int) {
	t.best, t.who = make([]float64, n+1), make([]int, n+1)
	for i := range t.who {
		t.who[i] = -1
	}
}

func (t *prefixMax) put(at int, v float64, who int) {
	for ; at < len(t.best); at += at & -at {
		if v > t.best[at] {
			t.best[at], t.who[at] = v, who
		}
	}
}

func (t *prefixMax) upTo(at int) (float64, int) {
	v, who := 0.0, -1
	for ; at > 0; at -= at & -at {
		if t.best[at] > v {
			v, who = t.best[at], t.who[at]
		}
	}
	return v, who
}

// smooth drops anchors that stand far off the line between their neighbours. A
// wrong one is harmless then; a right one, at the edge of an insertion, lies
// inside the rectangle its neighbours span.
func smooth(chain []point) []point {
	var out []point
	for k, p := range chain {
		if k > 0 && k < len(chain)-1 {
			a, b := chain[k-1], chain[k+1]
			line := float64(a.j) + float64(b.j-a.j)*float64(p.i-a.i)/float64(max(b.i-a.i, 1))
			if math.Abs(line-float64(p.j)) > slack {
				continue
			}
		}
		out = append(out, p)
	}
	return out
}
