package align

import (
	"math"
	"strings"

	"parley/corpus"
)

// Turns come first, by the same search as sentences. A turn is a long sentence,
// and in a long text any word is explained by chance sooner or later; so what a
// word is worth is asked anew. Let T(e) be the words that translate e, and q
// their share of the other side. A group of N tokens holds one of them by chance
// with probability c = 1-(1-q)^N, and if it is the translation with h + (1-h)c.
// The word is then worth
//
//	log (h + (1-h) c) / c   where the group has one of T(e)
//	log (1-h)               where it has none, though the text has
//	0                       where the whole text has none
//
// with h = .5, each type once a turn. To this is added what is known of the
// speakers. Cast members meet in both languages by their ID, so a bead whose sides
// have the same speaker gains, one with different speakers loses, and a bead
// that would merge turns of different people loses more. Kinds count a little.
// A turn that only one text has becomes a null bead. Inside matched turns the
// sentences are aligned as ever; words are learnt from all of them together.
const (
	translated    = .5  // h
	leastLink     = .02 // the probability from which a word counts as a translation
	sameSpeaker   = 3.0
	otherSpeaker  = -4.0
	mixedSpeakers = -6.0
	otherKind     = -1.0
)

// Briefing aligns the two texts of a briefing, English left and Chinese right.
// A briefing with one text gets a ladder of null beads, so that every sentence
// is in exactly one bead all the same.
func Briefing(b *corpus.Briefing, opt Options) (*Alignment, error) {
	if b.En == nil || b.Zh == nil {
		return single(b), nil
	}
	zh, en := sentencesOf(b.Zh), sentencesOf(b.En)
	bt, err := newBitext(zh.all, en.all)
	if err != nil {
		return nil, err
	}
	turns := alignTurns(b, bt, zh, en, opt.Keep)
	areas := make([]area, len(turns))
	for k, t := range turns {
		areas[k] = area{zh.start[t.i0], zh.start[t.i1], en.start[t.j0], en.start[t.j1]}
	}
	forth, back := bt.forth, bt.back // align replaces them by what it learns
	ladders := bt.align(areas, opt)
	t := bt.mend(turnLadders{turns, areas, ladders}, speakersOf(b), opt.Keep.walls())
	a := &Alignment{Similarity: bt.similarity(forth, back, t.ladders)}
	for k, turn := range t.turns {
		one := beads([]block{turn}, area{}, true)[0]
		a.Turns = append(a.Turns, TurnBead{Bead: one, Sentences: beads(t.ladders[k], t.areas[k], true)})
	}
	a.restore(opt.Keep)
	return a, nil
}

// turnSentences are all sentences of a text and where each turn's begin.
type turnSentences struct {
	all   []string
	start []int // by turn, and one past the last
}

func sentencesOf(t *corpus.Text) turnSentences {
	s := turnSentences{start: []int{0}}
	for _, turn := range t.Turns {
		for _, span := range turn.Sentences {
			s.all = append(s.all, span.In(t.Raw))
		}
		s.start = append(s.start, len(s.all))
	}
	return s
}

func single(b *corpus.Briefing) *Alignment {
	t, left := b.En, true
	if t == nil {
		t, left = b.Zh, false
	}
	lone := func(i int) Bead {
		if left {
			return Bead{Left: []int{i}, Right: []int{}}
		}
		return Bead{Left: []int{}, Right: []int{i}}
	}
	a := &Alignment{}
	for i, turn := range t.Turns {
		tb := TurnBead{Bead: lone(i)}
		for k := range turn.Sentences {
			tb.Sentences = append(tb.Sentences, lone(k))
		}
		a.Turns = append(a.Turns, tb)
	}
	return a
}

// alignTurns finds the ladder of turns. Turn beads that a person confirmed are
// walls: what lies between two of them is aligned for itself.
func alignTurns(b *corpus.Briefing, bt *bitext, zh, en turnSentences, keep *Alignment) []block {
	whole := *bt
	whole.left, whole.right = bt.left.joined(zh.start), bt.right.joined(en.start)
	whole.left.chance = whole.right.chances(&bt.back, len(bt.left.types))
	whole.right.chance = whole.left.chances(&bt.forth, len(bt.right.types))
	whole.evidence = turnEvidence
	if unlabelled(b.En) != unlabelled(b.Zh) {
		whole.largest = longest
	}
	who := speakersOf(b)
	var ladder []block
	at := area{i1: len(b.Zh.Turns), j1: len(b.En.Turns)}
	for _, wall := range keep.walls() {
		ladder = append(ladder, whole.turnLadder(area{at.i0, wall.i0, at.j0, wall.j0}, who)...)
		ladder = append(ladder, wall)
		at.i0, at.j0 = wall.i1, wall.j1
	}
	return append(ladder, whole.turnLadder(at, who)...)
}

// unlabelled tells whether a text names no speaker at all.
func unlabelled(t *corpus.Text) bool {
	for _, turn := range t.Turns {
		if turn.Speaker != "" || turn.Outlet != "" {
			return false
		}
	}
	return true
}

func (b *bitext) turnLadder(a area, who speakers) []block {
	if a.i0 == a.i1 && a.j0 == a.j1 {
		return nil
	}
	l := b.lattice(a, b.coarseBand(a), who.extra)
	ladder := l.best()
	l.rate(ladder)
	return ladder
}

// joined makes one sentence of each turn, every type in it once.
func (s *side) joined(start []int) *side {
	out := *s
	out.sentences, out.length, out.tokens = nil, nil, 0
	for k := range len(start) - 1 {
		types := unique(s.tokensOf(start[k], start[k+1]))
		out.sentences = append(out.sentences, types)
		out.length = append(out.length, total(s.length[start[k]:start[k+1]]))
		out.tokens += len(types)
	}
	return &out
}

// chances gives for each type of the other side the share q of this side's
// tokens that translate it; t leads from this side to the other.
func (s *side) chances(t *table, types int) []float64 {
	q := make([]float64, types)
	for _, ids := range s.sentences {
		for _, id := range ids {
			cols, vals := t.row(id)
			for k, c := range cols {
				if vals[k] >= leastLink {
					q[c] += 1 / float64(s.tokens)
				}
			}
		}
	}
	return q
}

// turnEvidence is what a word is worth between turns; see above.
var turnEvidence = evidence{
	missed: func(s *side, id int32) float64 {
		if s.chance[id] == 0 {
			return 0
		}
		return s.weight[id] * math.Log(1-translated)
	},
	met: func(s *side, id int32, sum float64, tokens int) float64 {
		q := s.chance[id]
		switch {
		case q == 0:
			return 0
		case sum < leastLink:
			return s.weight[id] * math.Log(1-translated)
		}
		c := 1 - math.Pow(1-math.Min(q, 1), float64(tokens))
		return s.weight[id] * math.Min(clip, math.Log((translated+(1-translated)*c)/c))
	},
}

// speakers is what is known of each turn's speaker on both sides.
type speakers struct{ zh, en []fact }

type fact struct {
	speaker string // ID in the cast, "" unknown
	kind    corpus.Kind
}

func speakersOf(b *corpus.Briefing) speakers {
	return speakers{zh: facts(b, b.Zh), en: facts(b, b.En)}
}

func facts(b *corpus.Briefing, t *corpus.Text) []fact {
	out := make([]fact, len(t.Turns))
	for i, turn := range t.Turns {
		out[i].kind = turn.Kind
		if s, ok := b.Speaker(t.Lang, i); ok && strings.TrimSpace(s.ID) != "" {
			out[i].speaker = s.ID
		}
	}
	return out
}

// extra scores a bead of turns by its speakers.
func (s speakers) extra(b block) float64 {
	left, right := s.zh[b.i0:b.i1], s.en[b.j0:b.j1]
	score := mixed(left) + mixed(right)
	if len(left) == 0 || len(right) == 0 {
		return score
	}
	l, r := left[0], right[0]
	switch {
	case l.speaker == "" || r.speaker == "":
	case l.speaker == r.speaker:
		score += sameSpeaker
	default:
		score += otherSpeaker
	}
	if l.kind != r.kind {
		score += otherKind
	}
	return score
}

// mixed is the penalty for turns of different people in one bead.
func mixed(turns []fact) (score float64) {
	for i := 1; i < len(turns); i++ {
		if a, b := turns[i-1].speaker, turns[i].speaker; a != b && a != "" && b != "" {
			score += mixedSpeakers
		}
	}
	return score
}

// Translations is the similarity from which two texts are taken to render each
// other. Of 68 real pairs the least similar reaches .61; of as many wrong pairs
// the most similar reaches .37 (TestRealBriefings logs both).
const Translations = .5

// similarity is the share of content words, on the side where it is larger,
// that some word of their bead translates, by the dictionary alone. The larger
// side counts, since one text may be only a part of the other.
func (b *bitext) similarity(forth, back table, ladders [][]block) float64 {
	return max(b.right.covered(b.left, forth, ladders, func(l block) (from, to [2]int) {
		return [2]int{l.i0, l.i1}, [2]int{l.j0, l.j1}
	}), b.left.covered(b.right, back, ladders, func(l block) (from, to [2]int) {
		return [2]int{l.j0, l.j1}, [2]int{l.i0, l.i1}
	}))
}

func (s *side) covered(by *side, t table, ladders [][]block, ends func(block) (from, to [2]int)) float64 {
	var met, all float64
	given := make([]bool, len(s.types))
	for _, ladder := range ladders {
		for _, l := range ladder {
			from, to := ends(l)
			source := by.tokensOf(from[0], from[1])
			t.each(source, func(c int32) { given[c] = true })
			for _, id := range s.tokensOf(to[0], to[1]) {
				if s.weight[id] < 1 {
					continue
				}
				all++
				if given[id] {
					met++
				}
			}
			t.each(source, func(c int32) { given[c] = false })
		}
	}
	if all == 0 {
		return 0
	}
	return met / all
}

// each visits the types that some row of ids leads to.
func (t *table) each(ids []int32, visit func(col int32)) {
	for _, id := range ids {
		cols, _ := t.row(id)
		for _, c := range cols {
			visit(c)
		}
	}
}
