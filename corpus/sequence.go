package corpus

import "math"

// maxCells bounds the table in which two sequences of turns are compared; texts
// with more turns than that are matched by their names alone.
const maxCells = 4 << 20

// spot is one turn of a timeline.
type spot struct {
	voice *voice // nil where the speaker is not told
	kind  Kind
	size  float64 // share of the whole text
}

// byPlace joins voices by where they speak.
func (m *meeting) byPlace(en, zh side) {
	left, right := en.timeline(), zh.timeline()
	if len(left)*len(right) > maxCells {
		return
	}
	opposite := map[[2]*voice]int{}
	for _, p := range m.sideBySide(left, right) {
		opposite[[2]*voice{left[p[0]].voice, right[p[1]].voice}]++
	}
	for _, e := range en.voices {
		for _, z := range zh.voices {
			n := opposite[[2]*voice{e, z}]
			if m.free(e, z) && n > 0 && 4*n >= 3*max(len(e.turns), len(z.turns)) {
				m.join(e, z)
			}
		}
	}
	m.only(en.voices, zh.voices, func(v *voice) string { return "left over" }, func(e, z *voice) bool {
		return opposite[[2]*voice{e, z}] > 0
	})
}

func (s side) timeline() []spot {
	out := make([]spot, len(s.t.Turns))
	whole := 1
	for i, turn := range s.t.Turns {
		out[i].kind = turn.Kind
		for _, p := range turn.Paragraphs {
			out[i].size += float64(p.Len())
			whole += p.Len()
		}
	}
	for i := range out {
		out[i].size /= float64(whole)
	}
	for _, v := range s.voices {
		for _, i := range v.turns {
			out[i].voice = v
		}
	}
	return out
}

// sideBySide lays two timelines side by side without crossing (Needleman and
// Wunsch) and gives the turns that stand opposite each other.
func (m *meeting) sideBySide(left, right []spot) [][2]int {
	const gap = -1.0
	w := len(right) + 1
	score := make([]float64, (len(left)+1)*w)
	for i := 1; i <= len(left); i++ {
		score[i*w] = float64(i) * gap
	}
	for j := 1; j < w; j++ {
		score[j] = float64(j) * gap
	}
	for i := 1; i <= len(left); i++ {
		for j := 1; j < w; j++ {
			score[i*w+j] = math.Max(score[(i-1)*w+j-1]+m.affinity(left[i-1], right[j-1]),
				math.Max(score[(i-1)*w+j], score[i*w+j-1])+gap)
		}
	}
	var pairs [][2]int
	for i, j := len(left), len(right); i > 0 && j > 0; {
		switch s := score[i*w+j]; {
		case s == score[(i-1)*w+j-1]+m.affinity(left[i-1], right[j-1]):
			i, j = i-1, j-1
			pairs = append(pairs, [2]int{i, j})
		case s == score[(i-1)*w+j]+gap:
			i--
		default:
			j--
		}
	}
	return pairs
}

// affinity is how well two turns go together: by their speakers, their kinds,
// and how much of the whole they are.
func (m *meeting) affinity(e, z spot) float64 {
	a := -.5
	if e.kind == z.kind {
		a = .5
	}
	a -= math.Min(1, math.Abs(math.Log((e.size+1e-4)/(z.size+1e-4)))/2)
	switch {
	case e.voice == nil && z.voice == nil:
		return a + 1
	case e.voice == nil || z.voice == nil:
		return a
	case m.of[e.voice] == z.voice:
		return a + 3
	case !m.free(e.voice, z.voice):
		return a - 3
	case (e.voice.outlet != "") == (z.voice.outlet != "") && e.voice.chair == z.voice.chair:
		return a + 1
	}
	return a
}
