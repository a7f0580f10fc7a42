package align

import "slices"

// Learning from the text itself: IBM Model 1 in both directions over the beads
// of a first pass. The dictionary is a Dirichlet prior of weight 2; a pair that
// is seen together in fewer than three beads is left out unless the dictionary
// has it, and half a count is taken off every other, so that chance meetings
// fade. What is learnt is added to the dictionary: t = ½ learnt + dictionary.

const (
	emRounds   = 5
	emPrior    = 2   // counts the dictionary stands for
	emLeast    = 3   // beads a new pair must be seen in
	emLift     = 1.5 // times as many as chance would have
	emDiscount = .5  // counts taken off a new pair
	emShare    = .5  // of what is learnt, beside the dictionary's 1
	emNull     = .1  // probability that a token has no source
	emTokens   = 400
)

// learn replaces the tables by what the dictionary and the ladders say together.
func (b *bitext) learn(ladders [][]block) {
	var beads []area
	for _, ladder := range ladders {
		for _, l := range ladder {
			if l.i0 < l.i1 && l.j0 < l.j1 && b.left.count(l.i0, l.i1)+b.right.count(l.j0, l.j1) <= emTokens {
				beads = append(beads, l.area)
			}
		}
	}
	left, right := make([][]int32, len(beads)), make([][]int32, len(beads))
	for k, a := range beads {
		left[k], right[k] = b.left.tokensOf(a.i0, a.i1), b.right.tokensOf(a.j0, a.j1)
	}
	forth := learnTable(left, right, len(b.left.types), len(b.right.types), b.forth)
	back := learnTable(right, left, len(b.right.types), len(b.left.types), b.back)
	b.forth, b.back = forth, back
}

func (s *side) count(a, b int) (n int) {
	for _, ids := range s.sentences[a:b] {
		n += len(ids)
	}
	return n
}

func (s *side) tokensOf(a, b int) []int32 {
	var out []int32
	for _, ids := range s.sentences[a:b] {
		out = append(out, ids...)
	}
	return out
}

// learnTable runs EM for one direction and mixes the result with the dictionary.
func learnTable(src, dst [][]int32, srcTypes, dstTypes int, dict table) table {
	t, prior := candidates(src, dst, srcTypes, dstTypes, dict)
	counts := make([]float32, len(t.val))
	sum, times := make([]float32, dstTypes), make([]float32, dstTypes)
	for range emRounds {
		for k := range counts {
			counts[k] = emPrior * prior[k]
		}
		for b := range src {
			t.expect(src[b], dst[b], counts, sum, times)
		}
		prior = t.maximise(counts, prior)
		counts = counts[:len(prior)]
	}
	for k := range t.val {
		t.val[k] = emShare*t.val[k] + prior[k]
	}
	return t
}

// candidates lists the pairs that may be learnt, with what the dictionary gives
// each; the table's values begin as a mixture of that and chance.
func candidates(src, dst [][]int32, srcTypes, dstTypes int, dict table) (table, []float32) {
	beadsOf := make([][]int32, srcTypes)
	for b, ids := range src {
		for _, id := range unique(ids) {
			beadsOf[id] = append(beadsOf[id], int32(b))
		}
	}
	in, types := make([]int, dstTypes), make([][]int32, len(dst)) // beads that have a type, types that a bead has
	for b, ids := range dst {
		types[b] = unique(ids)
		for _, id := range types[b] {
			in[id]++
		}
	}
	t := table{start: []int32{0}}
	var prior []float32
	met, given := make([]int, dstTypes), make([]float32, dstTypes)
	for r := range srcTypes {
		cols, vals := dict.row(int32(r))
		for k, c := range cols {
			given[c] = vals[k]
		}
		for _, c := range meet(beadsOf[r], types, met, cols) {
			chance := float64(len(beadsOf[r])) * float64(in[c]) / float64(len(src))
			if given[c] > 0 || met[c] >= emLeast && float64(met[c]) >= emLift*chance {
				t.col = append(t.col, c)
				t.val = append(t.val, .5*given[c]+.01)
				prior = append(prior, given[c])
			}
			met[c] = 0
		}
		for _, c := range cols {
			given[c] = 0
		}
		t.start = append(t.start, int32(len(t.col)))
	}
	return t, prior
}

// meet counts in how many of the beads each type occurs, and returns the types
// counted and those of also, sorted.
func meet(beads []int32, types [][]int32, met []int, also []int32) []int32 {
	all := append([]int32(nil), also...)
	for _, b := range beads {
		for _, c := range types[b] {
			if met[c]++; met[c] == emLeast {
				all = append(all, c)
			}
		}
	}
	for _, b := range beads {
		for _, c := range types[b] {
			if met[c] < emLeast {
				met[c] = 0
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// expect adds the expected counts of one bead.
func (t *table) expect(src, dst []int32, counts, sum, times []float32) {
	for _, c := range dst {
		times[c]++
		sum[c] = emNull
	}
	for _, r := range src {
		for k := t.start[r]; k < t.start[r+1]; k++ {
			if c := t.col[k]; times[c] > 0 {
				sum[c] += t.val[k]
			}
		}
	}
	for _, r := range src {
		for k := t.start[r]; k < t.start[r+1]; k++ {
			if c := t.col[k]; times[c] > 0 {
				counts[k] += times[c] * t.val[k] / sum[c]
			}
		}
	}
	for _, c := range dst {
		times[c] = 0
	}
}

// maximise turns counts into probabilities, row by row. A pair that the discount
// leaves nothing is dropped: it could not come back.
func (t *table) maximise(counts, prior []float32) []float32 {
	kept := int32(0)
	for r := range len(t.start) - 1 {
		a, b := t.start[r], t.start[r+1]
		var sum float32
		for k := a; k < b; k++ {
			sum += counts[k]
		}
		t.start[r] = kept
		for k := a; k < b; k++ {
			c := counts[k]
			if prior[k] == 0 {
				c -= emDiscount
			}
			if c > 0 {
				t.col[kept], t.val[kept], prior[kept] = t.col[k], c/(sum+emPrior), prior[k]
				kept++
			}
		}
	}
	t.start[len(t.start)-1] = kept
	t.col, t.val = t.col[:kept], t.val[:kept]
	return prior[:kept]
}
