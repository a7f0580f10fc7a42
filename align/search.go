package align

import "math"

// Finding the best ladder is dynamic programming over nodes (i, j): the best
// score of a ladder that covers the first i sentences of one side and the first
// j of the other. An edge into a node is a bead (m, n) that ends there:
//
//	best(i, j) = max over (m, n) of best(i-m, j-n) + score(bead)
//
// Only nodes inside a band are visited (band.go). The lexical term of a bead is
// a sum over its sentences once its other side is fixed, so for each group of up
// to six sentences that ends at i, the scores of all sentences j' in the band
// against it are kept as prefix sums: any bead's term is then four look-ups.
// The cost is about band × 6 × tokens, linear in the length of the text.
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

// evidence says what a token of one side is worth, given the tokens of the other.
type evidence struct {
	missed func(s *side, id int32) float64                          // nothing explains it
	met    func(s *side, id int32, sum float64, tokens int) float64 // sum is Σ t over that many tokens
}

// wordEvidence is log r(e|Z) of the model.
var wordEvidence = evidence{
	missed: func(s *side, id int32) float64 { return s.weight[id] * logLambda },
	met: func(s *side, id int32, sum float64, tokens int) float64 {
		return s.weight[id] * logOf(sum, s.rarity[id], tokens)
	},
}

// groupScores holds, for every node and group size, prefix sums over the other
// side's sentences from lo on.
type groupScores struct {
	lo   []int       // by node
	size int         // of the largest group
	sums [][]float32 // by node*size + group size-1
}

// between is the sum over sentences [a, b) against the group of size m ending at node i.
func (g *groupScores) between(i, m, a, b int) float64 {
	s, lo := g.sums[i*g.size+m-1], g.lo[i]
	return float64(s[b-lo] - s[a-lo])
}

var logLambda = math.Log(lambda)

// group scores each sentence of dst within reach[i] against the sentences of
// src that end at node i, for all group sizes.
func group(src, dst *side, t *table, reach []span, ev evidence, size int) groupScores {
	g := groupScores{lo: make([]int, len(reach)), size: size, sums: make([][]float32, len(reach)*size)}
	base := baseline(dst, ev)
	sum := make([]float64, len(dst.types)) // by dst type: Σ t over the group
	var touched []int32
	for i, r := range reach {
		g.lo[i] = r.lo
		tokens := 0
		for m := 1; m <= min(size, i); m++ {
			sentence := src.sentences[i-m]
			tokens += len(sentence)
			for _, id := range sentence {
				cols, vals := t.row(id)
				for k, c := range cols {
					if sum[c] == 0 {
						touched = append(touched, c)
					}
					sum[c] += float64(vals[k])
				}
			}
			g.sums[i*size+m-1] = dst.against(sum, tokens, base, r, ev)
		}
		for _, c := range touched {
			sum[c] = 0
		}
		touched = touched[:0]
	}
	return g
}

// baseline is what each sentence scores when nothing explains any of its tokens.
func baseline(s *side, ev evidence) []float64 {
	base := make([]float64, len(s.sentences))
	for j, ids := range s.sentences {
		for _, id := range ids {
			base[j] += ev.missed(s, id)
		}
	}
	return base
}

func (s *side) against(sum []float64, tokens int, base []float64, r span, ev evidence) []float32 {
	prefix := make([]float32, r.hi-r.lo+1)
	total := 0.0
	for j := r.lo; j < r.hi; j++ {
		total += base[j]
		for _, id := range s.sentences[j] {
			if p := sum[id]; p > 0 {
				total += ev.met(s, id, p, tokens) - ev.missed(s, id)
			}
		}
		prefix[j-r.lo+1] = float32(total)
	}
	return prefix
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
	return l
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

// edge is the score of the bead (m, n) that ends at node (i, j).
func (l *lattice) edge(i, j, m, n int) float64 {
	score := l.prior.of(m, n)
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

// edges calls visit for every edge into (i, j) from a node of the band.
func (l *lattice) edges(i, j int, visit func(m, n int, score float64)) {
	for _, s := range l.shapes() {
		m, n := s[0], s[1]
		if m > i || n > j || !l.band[i-m].holds(j-n) {
			continue
		}
		visit(m, n, l.edge(i, j, m, n))
	}
}

var unreached = math.Inf(-1)

// best finds the ladder with the highest score.
func (l *lattice) best() []block {
	score, from := l.nodes(), make([][][2]int8, len(l.band))
	for i, r := range l.band {
		from[i] = make([][2]int8, r.hi-r.lo+1)
		for j := r.lo; j <= r.hi; j++ {
			if i == 0 && j == 0 {
				continue
			}
			l.edges(i, j, func(m, n int, s float64) {
				if s += score[i-m][j-n-l.band[i-m].lo]; s > score[i][j-r.lo] {
					score[i][j-r.lo], from[i][j-r.lo] = s, [2]int8{int8(m), int8(n)}
				}
			})
		}
	}
	i, j := len(l.band)-1, l.from.j1-l.from.j0
	var ladder []block
	for i > 0 || j > 0 {
		step := from[i][j-l.band[i].lo]
		m, n := int(step[0]), int(step[1])
		if m+n == 0 {
			break // cannot happen: null beads reach every node of a connected band
		}
		ladder = append(ladder, block{area: area{l.from.i0 + i - m, l.from.i0 + i, l.from.j0 + j - n, l.from.j0 + j}})
		i, j = i-m, j-n
	}
	reverse(ladder)
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

func reverse(b []block) {
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
}
