package align

// A wrong wall between turns is worse than none: the sentences beside it lose
// their partners. It shows as null beads on both sides of the wall. Such a pair
// of turn beads is aligned again as one, and stays one if that scores higher by
// a margin: turns of one speaker are easily cut at different places (they are
// paragraphs, often), turns of different speakers hardly ever.
const (
	wallMargin  = 2.0
	mixedMargin = 8.0
)

// turnLadders is a ladder of turns with the ladders of sentences inside.
type turnLadders struct {
	turns   []block
	areas   []area
	ladders [][]block
}

// mend joins neighbours whose wall is wrong; beads in fixed are left alone.
func (b *bitext) mend(t turnLadders, who speakers, fixed []block) turnLadders {
	var out turnLadders
	for k := range t.turns {
		out.turns, out.areas, out.ladders = append(out.turns, t.turns[k]), append(out.areas, t.areas[k]), append(out.ladders, t.ladders[k])
		if n := len(out.turns); n > 1 && doubtful(out.ladders[n-2], out.ladders[n-1]) && !among(fixed, out.turns[n-2:]) {
			b.join(&out, who)
		}
	}
	return out
}

// doubtful tells whether sentences are left alone on both sides of a wall.
func doubtful(before, after []block) bool {
	if len(before) == 0 || len(after) == 0 {
		return false
	}
	a, z := before[len(before)-1].area, after[0].area
	return a.null() && z.null() && (a.i0 == a.i1) != (z.i0 == z.i1)
}

func (a area) null() bool { return a.i0 == a.i1 || a.j0 == a.j1 }

func among(fixed, turns []block) bool {
	for _, f := range fixed {
		for _, t := range turns {
			if f.area == t.area {
				return true
			}
		}
	}
	return false
}

// join makes one of the last two turn beads if they score higher so.
func (b *bitext) join(t *turnLadders, who speakers) {
	n := len(t.turns)
	x, y := t.turns[n-2], t.turns[n-1]
	margin := wallMargin
	if who.differ(x, y) {
		margin = mixedMargin
	}
	whole := t.areas[n-2].through(t.areas[n-1])
	ladder, together := b.ladder(whole)
	_, before := b.ladder(t.areas[n-2])
	_, after := b.ladder(t.areas[n-1])
	if together < before+after+margin {
		return
	}
	t.turns, t.areas, t.ladders = t.turns[:n-1], t.areas[:n-1], t.ladders[:n-1]
	t.turns[n-2] = block{x.through(y.area), min(x.confidence, y.confidence)}
	t.areas[n-2], t.ladders[n-2] = whole, ladder
}

func (a area) through(z area) area { return area{a.i0, z.i1, a.j0, z.j1} }

// ladder finds the best ladder of an area and its score.
func (b *bitext) ladder(a area) ([]block, float64) {
	l := b.lattice(a, b.coarseBand(a), nil)
	ladder := l.best()
	l.rate(ladder)
	return ladder, l.total(ladder)
}

// differ tells whether joining two beads of turns would mix speakers.
func (s speakers) differ(x, y block) bool {
	return mixed(s.zh[x.i0:y.i1]) < 0 || mixed(s.en[x.j0:y.j1]) < 0
}
