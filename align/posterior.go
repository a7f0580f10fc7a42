package align

import "math"

// sharpness scales scores to log probabilities. The score counts evidence of
// words as if each were independent, which they are not; .7 makes confidence
// honest: of beads with confidence p, about a share p is right.
const sharpness = .7

// rate gives each block of a ladder its probability among all ladders of the
// band: the forward and backward sums through its edge over the sum of all.
func (l *lattice) rate(ladder []block) {
	forward := l.forward()
	last := len(l.band) - 1
	end := l.from.j1 - l.from.j0 - l.band[last].lo
	all := forward[last][end]
	backward := l.backward()
	for k := range ladder {
		b := &ladder[k]
		i, j := b.i1-l.from.i0, b.j1-l.from.j0
		m, n := b.i1-b.i0, b.j1-b.j0
		p := forward[i-m][j-n-l.band[i-m].lo] + sharpness*l.edge(i, j, m, n) + backward[i][j-l.band[i].lo] - all
		b.confidence = math.Min(1, math.Exp(p))
	}
}

func (l *lattice) forward() [][]float64 {
	sums := l.nodes()
	for i, r := range l.band {
		for j := r.lo; j <= r.hi; j++ {
			if i == 0 && j == 0 {
				continue
			}
			sum := unreached
			l.edges(i, j, func(m, n int, s float64) {
				sum = logAdd(sum, sums[i-m][j-n-l.band[i-m].lo]+sharpness*s)
			})
			sums[i][j-r.lo] = sum
		}
	}
	return sums
}

func (l *lattice) backward() [][]float64 {
	sums := l.nodes()
	sums[0][0] = unreached
	last := len(l.band) - 1
	sums[last][l.from.j1-l.from.j0-l.band[last].lo] = 0
	for i := last; i >= 0; i-- {
		for j := l.band[i].hi; j >= l.band[i].lo; j-- {
			here := sums[i][j-l.band[i].lo]
			if math.IsInf(here, -1) {
				continue
			}
			l.edges(i, j, func(m, n int, s float64) {
				at := &sums[i-m][j-n-l.band[i-m].lo]
				*at = logAdd(*at, here+sharpness*s)
			})
		}
	}
	return sums
}

// logAdd is log(exp a + exp b).
func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(a, -1) || a-b > 30 {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}
