package index

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/search"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"parley/corpus"
)

// Turns and exchanges are not indexed as texts of their own, which would triple
// the index. Each leaf of the query is searched by itself, over passages, and
// its hits are gathered by turn or exchange (the column `place` tells which); then
// the tree is worked out once more for each group, a leaf being true of it if
// any of its passages matches, one left out if none does. A query whose words
// are spread over question and answer so finds the exchange. The cost is one
// pass over the passages that match each leaf.

// gathered is a group of passages some of which match leaves of the query.
type gathered struct {
	id       string
	passages []gatheredPassage // in order of speaking
	leaves   leafSet           // that match somewhere in it
	question leafSet           // wanted ones that match in a question
	answer   leafSet           // and in an answer
	whole    bool              // one passage matches the whole query
	score    float64
}

type gatheredPassage struct {
	number uint64 // bleve's
	place  place
	leaves leafSet
}

// leafSet has a bit for each leaf of the query; maxLeaves is 64.
type leafSet uint64

// gatherer holds what the passes over the leaves found.
type gatherer struct {
	s       *searching
	plan    *plan
	columns bleveindex.DocValueReader
	bit     map[*term]leafSet
	wanted  leafSet   // leaves of the text not left out
	weight  []float64 // how much each leaf tells: its inverse document frequency
	found   map[uint64]*gatheredPassage
}

func (s *searching) newGatherer(p *plan) (*gatherer, error) {
	columns, err := s.view.DocValueReader([]string{"place"})
	if err != nil {
		return nil, fmt.Errorf("reading columns: %w", err)
	}
	g := &gatherer{s: s, plan: p, columns: columns, bit: map[*term]leafSet{}, found: map[uint64]*gatheredPassage{}}
	p.root.walk(false, func(t *term, negated bool) {
		if err != nil {
			return
		}
		bit := leafSet(1) << len(g.weight)
		g.bit[t] = bit
		if !negated && t.field == inText {
			g.wanted |= bit
		}
		var n int
		n, err = g.leaf(p.leaves[t], bit)
		g.weight = append(g.weight, math.Log(1+float64(s.index.passages)/float64(n+1)))
	})
	return g, err
}

// leaf notes every passage that matches one leaf, and tells how many do.
func (g *gatherer) leaf(l *leaf, bit leafSet) (n int, err error) {
	var fail error
	c := compiled{plan: g.plan, bm25: g.s.index.bm25, fail: &fail}.compiler(g.s.ctx, g.s.view)
	c.quiet = true
	in, err := c.leaf(l)
	if err != nil {
		return 0, err
	}
	defer in.Close()
	pool := search.NewDocumentMatchPool(in.DocumentMatchPoolSize()+1, 0)
	sc := &search.SearchContext{DocumentMatchPool: pool, IndexReader: g.s.view}
	for {
		m, err := in.Next(sc)
		if err != nil || fail != nil || m == nil {
			return n, errors.Join(err, fail)
		}
		if n++; n&1023 == 0 && g.s.ctx.Err() != nil {
			return n, g.s.ctx.Err()
		}
		if err := g.note(m.IndexInternalID, bit); err != nil {
			return n, err
		}
		pool.Put(m)
	}
}

func (g *gatherer) note(id bleveindex.IndexInternalID, bit leafSet) error {
	h := g.found[id.Value()]
	if h == nil {
		h = &gatheredPassage{number: id.Value()}
		err := g.columns.VisitDocValues(id, func(_ string, value []byte) { h.place = parsePlace(string(value)) })
		if err != nil {
			return fmt.Errorf("reading columns: %w", err)
		}
		g.found[id.Value()] = h
	}
	h.leaves |= bit
	return nil
}

// groups lists the groups that match the whole query, best first.
func (g *gatherer) groups(by func(place) string) []*gathered {
	all := map[string]*gathered{}
	for _, h := range g.found {
		id := by(h.place)
		group := all[id]
		if group == nil {
			group = &gathered{id: id}
			all[id] = group
		}
		group.add(h, g.wanted)
	}
	var matching []*gathered
	for _, group := range all {
		if g.holds(g.plan.root, group.leaves) {
			g.finish(group)
			matching = append(matching, group)
		}
	}
	slices.SortFunc(matching, g.s.opt.Sort.compare)
	return matching
}

func (group *gathered) add(h *gatheredPassage, wanted leafSet) {
	group.passages = append(group.passages, *h)
	group.leaves |= h.leaves
	switch h.place.kind {
	case corpus.Question:
		group.question |= h.leaves & wanted
	case corpus.Answer:
		group.answer |= h.leaves & wanted
	}
}

// holds works the tree out for a set of leaves that are true.
func (g *gatherer) holds(n *node, leaves leafSet) bool {
	switch {
	case n == nil:
		return true
	case n.op == opTerm:
		return leaves&g.bit[n.term] != 0
	case n.op == opNot:
		return !g.holds(n.kids[0], leaves)
	}
	for _, k := range n.kids {
		if g.holds(k, leaves) == (n.op == opOr) {
			return n.op == opOr
		}
	}
	return n.op != opOr
}

// finish orders the passages of a group and scores it: a leaf counts by how rare
// it is, and for more the more passages have it.
func (g *gatherer) finish(group *gathered) {
	slices.SortFunc(group.passages, func(a, b gatheredPassage) int { return a.place.seq - b.place.seq })
	counts := make([]int, len(g.weight))
	for _, h := range group.passages {
		group.whole = group.whole || g.holds(g.plan.root, h.leaves)
		for rest := uint64(h.leaves & g.wanted); rest != 0; rest &= rest - 1 {
			counts[bits.TrailingZeros64(rest)]++
		}
	}
	for i, n := range counts {
		group.score += g.weight[i] * math.Log1p(float64(n))
	}
}

// cover picks passages of a group that together have all its wanted leaves, each
// time the one with most of those still missing.
func (g *gatherer) cover(group *gathered) []gatheredPassage {
	missing := group.leaves & g.wanted
	var picked []gatheredPassage
	for missing != 0 {
		best := slices.MaxFunc(group.passages, func(a, b gatheredPassage) int {
			return bits.OnesCount64(uint64(a.leaves&missing)) - bits.OnesCount64(uint64(b.leaves&missing))
		})
		missing &^= best.leaves
		picked = append(picked, best)
	}
	slices.SortFunc(picked, func(a, b gatheredPassage) int { return a.place.seq - b.place.seq })
	return picked
}

// compare puts first, unless another order is asked for, the groups where
// question and answer both match, then those where one passage has it all,
// then by score.
func (o Sort) compare(a, b *gathered) int {
	first, second := a.passages[0].place, b.passages[0].place
	order := 0
	switch o {
	case ByRelevance:
		order = cmp.Or(b.rank()-a.rank(), cmp.Compare(b.score, a.score))
	case ByDate:
		order = strings.Compare(first.date, second.date)
	case ByDateDown:
		order = strings.Compare(second.date, first.date)
	}
	return cmp.Or(order, strings.Compare(first.briefing, second.briefing), first.seq-second.seq)
}

func (group *gathered) rank() (n int) {
	if group.question != 0 && group.answer != 0 {
		n += 2
	}
	if group.whole {
		n++
	}
	return n
}
