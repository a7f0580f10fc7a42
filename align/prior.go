package align

import "math"

// priors are the logarithms of how often beads of each shape occur, by m and n.
type priors [maxSide + 1][maxSide + 1]float64

// usual is how often beads occur over texts of several kinds, in round figures:
// m sentences of the Chinese side, n of the English.
var usual = func() (p [maxSide + 1][maxSide + 1]float64) {
	for m := range p {
		for n := range p[m] {
			p[m][n] = .0005
		}
	}
	p[0], p[1][0] = [maxSide + 1]float64{0, .015}, .015
	p[1] = [maxSide + 1]float64{.015, .75, .1, .025, .008, .003, .001}
	p[2] = [maxSide + 1]float64{0, .06, .015, .004, .001, .0005}
	p[3][1], p[3][2], p[3][3] = .012, .004, .001
	p[4][1], p[5][1], p[6][1] = .004, .002, .001
	return p
}()

// of is the prior of a bead; beyond the largest shape counted it falls off evenly.
func (p *priors) of(m, n int) float64 {
	score := p[min(m, maxSide)][min(n, maxSide)]
	return score - beyond*float64(max(m-maxSide, 0)+max(n-maxSide, 0))
}

// beyond is what each sentence past the largest shape costs.
const beyond = .3

// estimate is the prior after seeing a ladder: its counts and pseudo beads of
// the usual shapes.
func estimate(ladders [][]block) priors {
	counts, beads := usual, 0.0
	for m := range counts {
		for n := range counts[m] {
			counts[m][n] *= pseudo
			beads += counts[m][n]
		}
	}
	for _, ladder := range ladders {
		for _, b := range ladder {
			counts[b.i1-b.i0][b.j1-b.j0]++
			beads++
		}
	}
	var p priors
	for m := range counts {
		for n := range counts[m] {
			p[m][n] = math.Log(counts[m][n] / beads)
		}
	}
	return p
}

// The ratio of lengths is kept within what translations between Chinese and
// English show, since a text with much left out would otherwise bend it.
const (
	leastRatio = 2
	mostRatio  = 5
	usualRatio = 3.2
)

// lengthRatio is how many characters of the right side go with one of the left.
func (b *bitext) lengthRatio(ladders [][]block) float64 {
	var left, right float64
	for _, ladder := range ladders {
		for _, bead := range ladder {
			if bead.i0 == bead.i1 || bead.j0 == bead.j1 {
				continue
			}
			left += total(b.left.length[bead.i0:bead.i1])
			right += total(b.right.length[bead.j0:bead.j1])
		}
	}
	if left == 0 || right == 0 {
		return usualRatio
	}
	return min(max(right/left, leastRatio), mostRatio)
}

func total(v []float64) (sum float64) {
	for _, x := range v {
		sum += x
	}
	return sum
}
