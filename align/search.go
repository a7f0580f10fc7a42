package align

import (
	"math"
	"slices"
)

// Finding the best ladder is dynamic programming over nodes (i, j): the best
// score of a ladder that covers the first i sentences of one side and the first
// j of the other. An edge into a node is a bead (m, n) that ends there:
//
//	best(i, j) = max over (m, n) of best(i-m, j-n) + score(bead)
//
// Only nodes inside a band are visited (band.go), and all edges into them are
// scored first, from prefix sums (evidence.go). The cost is about band × 6 ×
// tokens, linear in the length of the text.
//
// The same edges, summed instead of maximised forwards and backwards, give the
// probability of each bead: its confidence.

// bitext is two sides and the current belief about what translates what.
type bitext struct {
	left, right *side
	forth, back table   // left to right types, and right to left
	ratio       float64 // right characters for a left one
	prior       priors
	evidence    evidence
	largest     int // m or n of the largest bead
}

// lattice is the band with all its edges' scores at hand.
type lattice struct {
	*bitext
	from        area // the part of the texts that is aligned
	band        []span
	forth, back groupScores
	leftLen     []float64 // prefix sums over from
	rightLen    []float64
	leftNull    []float64
	rightNull   []float64
	extra       func(b block) float64 // what else is known of a bead; may be nil
	tried       [][2]int              // shapes of beads
	edges       [][]float32           // by row: for each of its nodes, the scores of the shapes that end there
}

// area is a part of both texts: sentences [i0, i1) and [j0, j1).
type area struct{ i0, i1, j0, j1 int }

// block is a bead of consecutive sentences, with its probability.
type block struct {
	area
	confidence float64
}

func (b *bitext) lattice(from area, band []span, extra func(block) float64) *lattice {
	left, right := b.left.part(from.i0, from.i1), b.right.part(from.j0, from.j1)
	l := &lattice{bitext: b, from: from, band: band, extra: extra}
	reach := make([]span, len(band))
	for i, r := range band {
		reach[i] = span{max(0, r.lo-b.largest), r.hi}
	}
	l.forth = group(left, right, &b.forth, reach, b.evidence, b.largest)
	l.back = group(right, left, &b.back, turnBand(band, len(right.sentences), b.largest), b.evidence, b.largest)
	l.leftLen, l.leftNull = left.prefixes()
	l.rightLen, l.rightNull = right.prefixes()
	l.score()
	return l
}

// score works out all edges; one from outside the band stays unreached.
func (l *lattice) score() {
	l.tried = l.shapes()
	l.edges = make([][]float32, len(l.band))
	store := make([]float32, room(l.band)*len(l.tried))
	for i, r := range l.band {
		row := store[:(r.hi-r.lo+1)*len(l.tried)]
		store = store[len(row):]
		l.edges[i] = row
		for k, s := range l.tried {
			m, n := s[0], s[1]
			prior := l.prior.of(m, n)
			for j := r.lo; j <= r.hi; j++ {
				at := &row[(j-r.lo)*len(l.tried)+k]
				if m > i || n > j || !l.band[i-m].holds(j-n) {
					*at = float32(unreached)
				} else {
					*at = float32(prior + l.edge(i, j, m, n))
				}
			}
		}
	}
}

// into gives the scores of the edges into a node, by shape.
func (l *lattice) into(i, j int) []float32 {
	k := (j - l.band[i].lo) * len(l.tried)
	return l.edges[i][k : k+len(l.tried)]
}

func (s *side) part(a, b int) *side {
	part := *s
	part.sentences, part.length = s.sentences[a:b], s.length[a:b]
	return &part
}

// prefixes sums lengths and null costs.
func (s *side) prefixes() (length, null []float64) {
	length, null = make([]float64, len(s.sentences)+1), make([]float64, len(s.sentences)+1)
	for i, ids := range s.sentences {
		length[i+1] = length[i] + s.length[i]
		null[i+1] = null[i] - weightLex*nullToken*float64(len(ids))
	}
	return length, null
}

// edge is the score of the bead (m, n) that ends at node (i, j), without its prior.
func (l *lattice) edge(i, j, m, n int) float64 {
	score := 0.0
	if l.extra != nil {
		score += l.extra(block{area: area{l.from.i0 + i - m, l.from.i0 + i, l.from.j0 + j - n, l.from.j0 + j}})
	}
	if m == 0 {
		return score + l.rightNull[j] - l.rightNull[j-n]
	}
	if n == 0 {
		return score + l.leftNull[i] - l.leftNull[i-m]
	}
	lex := l.forth.between(i, m, j-n, j) + l.back.between(j, n, i-m, i)
	z2 := l.surprise(l.leftLen[i]-l.leftLen[i-m], l.rightLen[j]-l.rightLen[j-n])
	return score + weightLex/2*lex - weightLength/2*z2
}

// surprise is z², the squared deviation of two lengths in standard deviations.
func (b *bitext) surprise(left, right float64) float64 {
	expected := b.ratio * left
	d := right - expected
	return d * d / (6.8*(expected+right)/2 + .02*expected*right + 1)
}

// shapes are the beads that are tried, in order of preference between equals.
var shapes = func() (out [][2]int) {
	out = append(out, [2]int{1, 1}, [2]int{1, 0}, [2]int{0, 1})
	for sum := 3; sum <= maxBead; sum++ {
		for m := 1; m < sum; m++ {
			if n := sum - m; m <= maxSide && n <= maxSide {
				out = append(out, [2]int{m, n})
			}
		}
	}
	return out
}()

// longShapes are the beads of one turn and up to longest of the other side.
var longShapes = func() (out [][2]int) {
	out = append(out, shapes...)
	for n := maxSide + 1; n <= longest; n++ {
		out = append(out, [2]int{1, n}, [2]int{n, 1})
	}
	return out
}()

func (b *bitext) shapes() [][2]int {
	if b.largest > maxSide {
		return longShapes
	}
	return shapes
}

var unreached = math.Inf(-1)

// best finds the ladder with the highest score.
func (l *lattice) best() []block {
	score, from := l.nodes(), make([][]uint8, len(l.band))
	for i, r := range l.band {
		from[i] = make([]uint8, r.hi-r.lo+1)
		for j := r.lo; j <= r.hi; j++ {
			if i == 0 && j == 0 {
				continue
			}
			top, by := unreached, 0
			for k, s := range l.into(i, j) {
				if s == float32(unreached) {
					continue
				}
				m, n := l.tried[k][0], l.tried[k][1]
				if v := float64(s) + score[i-m][j-n-l.band[i-m].lo]; v > top {
					top, by = v, k
				}
			}
			score[i][j-r.lo], from[i][j-r.lo] = top, uint8(by)
		}
	}
	return l.trace(from)
}

// trace walks back from the last node along the best edges.
func (l *lattice) trace(from [][]uint8) []block {
	i, j := len(l.band)-1, l.from.j1-l.from.j0
	var ladder []block
	for i > 0 || j > 0 {
		step := l.tried[from[i][j-l.band[i].lo]]
		m, n := step[0], step[1]
		ladder = append(ladder, block{area: area{l.from.i0 + i - m, l.from.i0 + i, l.from.j0 + j - n, l.from.j0 + j}})
		i, j = i-m, j-n
	}
	slices.Reverse(ladder)
	return ladder
}

// nodes is a table of scores for the band, unreached but for the origin.
func (l *lattice) nodes() [][]float64 {
	t := make([][]float64, len(l.band))
	for i, r := range l.band {
		t[i] = make([]float64, r.hi-r.lo+1)
		for k := range t[i] {
			t[i][k] = unreached
		}
	}
	t[0][0] = 0
	return t
}

// total is the score of a ladder.
func (l *lattice) total(ladder []block) (sum float64) {
	for _, b := range ladder {
		shape := slices.Index(l.tried, [2]int{b.i1 - b.i0, b.j1 - b.j0})
		sum += float64(l.into(b.i1-l.from.i0, b.j1-l.from.j0)[shape])
	}
	return sum
}
