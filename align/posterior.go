package align

import (
	"math"
	"slices"
)

// sharpness scales scores to log probabilities. The score counts the evidence of
// words as if each were independent, which they are not quite: with .9 a share
// of about p of the beads with confidence p is right (testdata/calibration.golden).
const sharpness = .9

// rate gives each block of a ladder its probability among all ladders of the
// band: the forward and backward sums through its edge over the sum of all.
func (l *lattice) rate(ladder []block) {
	forward, backward := l.forward(), l.backward()
	last := len(l.band) - 1
	all := forward[last][l.from.j1-l.from.j0-l.band[last].lo]
	for k := range ladder {
		b := &ladder[k]
		i, j := b.i1-l.from.i0, b.j1-l.from.j0
		m, n := b.i1-b.i0, b.j1-b.j0
		edge := l.into(i, j)[slices.Index(l.tried, [2]int{m, n})]
		p := forward[i-m][j-n-l.band[i-m].lo] + sharpness*float64(edge) + backward[i][j-l.band[i].lo] - all
		b.confidence = min(1, math.Exp(p))
	}
}

// forward sums over all ladders from the first node to each.
func (l *lattice) forward() [][]float64 {
	sums, terms := l.nodes(), make([]float64, len(l.tried))
	for i, r := range l.band {
		for j := r.lo; j <= r.hi; j++ {
			if i == 0 && j == 0 {
				continue
			}
			terms = terms[:0]
			for k, s := range l.into(i, j) {
				if s == float32(unreached) {
					continue
				}
				m, n := l.tried[k][0], l.tried[k][1]
				terms = append(terms, sums[i-m][j-n-l.band[i-m].lo]+sharpness*float64(s))
			}
			sums[i][j-r.lo] = logSum(terms)
		}
	}
	return sums
}

// backward sums over all ladders from each node to the last.
func (l *lattice) backward() [][]float64 {
	sums, terms := l.nodes(), make([]float64, len(l.tried))
	sums[0][0] = unreached
	rows, cols := len(l.band)-1, l.from.j1-l.from.j0
	for i := rows; i >= 0; i-- {
		r := l.band[i]
		for j := r.hi; j >= r.lo; j-- {
			if i == rows && j == cols {
				sums[i][j-r.lo] = 0
				continue
			}
			terms = terms[:0]
			for k, shape := range l.tried {
				m, n := i+shape[0], j+shape[1]
				if m <= rows && l.band[m].holds(n) {
					terms = append(terms, sums[m][n-l.band[m].lo]+sharpness*float64(l.into(m, n)[k]))
				}
			}
			sums[i][j-r.lo] = logSum(terms)
		}
	}
	return sums
}

// logSum is log Σ exp(terms), without the terms that cannot show.
func logSum(terms []float64) float64 {
	top := unreached
	for _, t := range terms {
		top = max(top, t)
	}
	if math.IsInf(top, -1) {
		return top
	}
	sum := 0.0
	for _, t := range terms {
		if t > top-16 {
			sum += math.Exp(t - top)
		}
	}
	return top + math.Log(sum)
}
