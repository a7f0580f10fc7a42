package align

import (
	"errors"
	"fmt"
	"strings"

	"parley/segment"
)

// Side is one language of a bitext: its sentences in order.
type Side struct {
	Lang      segment.Lang // Unknown: told from the sentences
	Sentences []string
}

// Options choose how to align. The zero value is what users want.
type Options struct {
	OnePass bool       // align once, without learning words from the text; twice as fast
	Keep    *Alignment // Briefing: turn beads confirmed here stay as they are
}

// ErrSameLanguage is returned for two sides in one language.
var ErrSameLanguage = errors.New("both texts are in the same language")

// Sentences aligns two lists of sentences, one English and one Chinese in
// either order. Every sentence is in exactly one bead.
func Sentences(left, right Side, opt Options) ([]Bead, error) {
	zh, en, swapped, err := sides(left, right)
	if err != nil {
		return nil, err
	}
	b, err := newBitext(zh, en)
	if err != nil {
		return nil, err
	}
	ladders := b.align([]area{{0, len(zh), 0, len(en)}}, opt)
	return beads(ladders[0], area{}, swapped), nil
}

// sides tells which side is Chinese.
func sides(left, right Side) (zh, en []string, swapped bool, err error) {
	l, r := left.lang(), right.lang()
	switch {
	case l == segment.Unknown && r == segment.Unknown:
		l, r = segment.Chinese, segment.English // nothing to tell by, nothing to align by
	case l == segment.Unknown:
		l = other(r)
	case r == segment.Unknown:
		r = other(l)
	}
	if l == r {
		return nil, nil, false, fmt.Errorf("aligning: %w (%s)", ErrSameLanguage, l)
	}
	if l == segment.English {
		return right.Sentences, left.Sentences, true, nil
	}
	return left.Sentences, right.Sentences, false, nil
}

func (s Side) lang() segment.Lang {
	if s.Lang != segment.Unknown {
		return s.Lang
	}
	return segment.Detect(strings.Join(s.Sentences, "\n"))
}

func other(l segment.Lang) segment.Lang {
	if l == segment.Chinese {
		return segment.English
	}
	return segment.Chinese
}

func newBitext(zh, en []string) (*bitext, error) {
	l, err := lexiconOnce()
	if err != nil {
		return nil, err
	}
	b := &bitext{left: newSide(zh, segment.Chinese, l), right: newSide(en, segment.English, l)}
	b.forth, b.back = dictionaryTables(l, b.left, b.right)
	b.prior, b.ratio, b.evidence, b.largest = estimate(nil), usualRatio, wordEvidence, maxSide
	if left, right := total(b.left.length), total(b.right.length); left > 0 {
		b.ratio = min(max(right/left, leastRatio), mostRatio)
	}
	return b, nil
}

// align finds the ladder of each area: once by the dictionary, then again,
// around the first ladder, by what the first taught about the text.
func (b *bitext) align(areas []area, opt Options) [][]block {
	ladders := make([][]block, len(areas))
	for k, a := range areas {
		l := b.lattice(a, b.coarseBand(a), nil)
		ladders[k] = l.best()
		if opt.OnePass {
			l.rate(ladders[k])
		}
	}
	if opt.OnePass {
		return ladders
	}
	b.prior, b.ratio = estimate(ladders), b.lengthRatio(ladders)
	b.learn(ladders)
	for k, a := range areas {
		l := b.lattice(a, pathBand(a, ladders[k]), nil)
		ladders[k] = l.best()
		l.rate(ladders[k])
	}
	return ladders
}

// pathBand lays a band around a ladder.
func pathBand(a area, ladder []block) []span {
	rows, cols := a.i1-a.i0, a.j1-a.j0
	if rows*cols <= 4*slack*slack {
		return fullBand(rows, cols)
	}
	points := make([]point, 0, len(ladder))
	for _, b := range ladder {
		points = append(points, point{b.i0 - a.i0, b.j0 - a.j0})
	}
	return bandAlong(points, rows, cols)
}

// beads lays blocks out as beads whose indices count from the area's start.
func beads(ladder []block, from area, swapped bool) []Bead {
	out := make([]Bead, len(ladder))
	for k, b := range ladder {
		left, right := indices(b.i0-from.i0, b.i1-from.i0), indices(b.j0-from.j0, b.j1-from.j0)
		if swapped {
			left, right = right, left
		}
		out[k] = Bead{left, right, b.confidence}
	}
	return out
}

func indices(a, b int) []int {
	out := make([]int, 0, b-a)
	for i := a; i < b; i++ {
		out = append(out, i)
	}
	return out
}
