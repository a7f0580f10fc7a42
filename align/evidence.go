package align

import "math"

// What the words of a bead are worth is a sum over the sentences of one side
// once the other is fixed. So for each group of up to six sentences that ends
// at a node, the worth of every sentence it may meet is kept as prefix sums:
// the lexical term of any bead is four look-ups in them. A token's worth is
// worked out once a group, when the first sentence needs it.

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
	base, store := baseline(dst, ev), make([]float32, room(reach)*size)
	sum := make([]float64, len(dst.types))  // by dst type: Σ t over the group
	gain := make([]float64, len(dst.types)) // what a token gains by that; 0 without
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
			for _, c := range touched {
				gain[c] = pending
			}
			prefix := store[: r.hi-r.lo+1 : r.hi-r.lo+1]
			store = store[len(prefix):]
			dst.against(prefix, r, base, gain, func(id int32) float64 {
				return ev.met(dst, id, sum[id], tokens) - ev.missed(dst, id)
			})
			g.sums[i*size+m-1] = prefix
		}
		for _, c := range touched {
			sum[c], gain[c] = 0, 0
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

// pending marks a gain that is worked out when it is first needed.
var pending = math.Inf(1)

// against fills prefix with the running score of the sentences in r.
func (s *side) against(prefix []float32, r span, base, gain []float64, work func(id int32) float64) {
	prefix[0] = 0
	total := 0.0
	for j := r.lo; j < r.hi; j++ {
		total += base[j]
		for _, id := range s.sentences[j] {
			g := gain[id]
			if g == pending {
				g = work(id)
				gain[id] = g
			}
			total += g
		}
		prefix[j-r.lo+1] = float32(total)
	}
}

// room counts the nodes in spans.
func room(spans []span) (n int) {
	for _, r := range spans {
		n += r.hi - r.lo + 1
	}
	return n
}
