package index

// spread adds the hits of the tiers turn and exchange: from each group that
// matches as a whole, the fewest passages that together have all its words.
func (s *searching) spread() error {
	if len(s.plan.wanted()) < 2 {
		return nil
	}
	whole, _, err := s.run(s.plan, 0, few, false)
	if err != nil {
		return err
	}
	shown := map[uint64]bool{}
	for _, number := range whole {
		shown[number] = true
	}
	g, err := s.newGatherer(s.plan)
	if err != nil {
		return err
	}
	for _, t := range []struct {
		tier Tier
		by   func(place) string
	}{{InTurn, place.turn}, {InExchange, place.inGroup}} {
		if s.result.Total >= few {
			return nil
		}
		if err := s.page(g.covers(t.by, shown), t.tier); err != nil {
			return err
		}
	}
	return nil
}

// covers lists passages not yet shown, group by group.
func (g *gatherer) covers(by func(place) string, shown map[uint64]bool) []uint64 {
	var numbers []uint64
	for _, group := range g.groups(by) {
		for _, h := range g.cover(g.narrowed(group)) {
			if !shown[h.number] {
				shown[h.number] = true
				numbers = append(numbers, h.number)
			}
		}
	}
	return numbers
}

// narrowed keeps of a group the passages for which every condition of the query
// holds (speaker, kind, date and so on): only words may be spread over several.
func (g *gatherer) narrowed(group *gathered) *gathered {
	kept := &gathered{id: group.id}
	for _, h := range group.passages {
		if g.meets(h.leaves) {
			kept.add(&h, g.wanted)
		}
	}
	if !g.holds(g.plan.root, kept.leaves) {
		return &gathered{id: group.id}
	}
	return kept
}

// meets tells whether the conditions at the top of the query hold for a passage.
func (g *gatherer) meets(leaves leafSet) bool {
	root := g.plan.root
	if root.op == opTerm || root.op == opOr {
		return true
	}
	for _, k := range root.kids {
		if isCondition(k) && !g.holds(k, leaves) {
			return false
		}
	}
	return true
}

// page adds to the hits those of numbers that fall into the page asked for, and all
// of them to the total.
func (s *searching) page(numbers []uint64, tier Tier) error {
	first := min(max(s.opt.Offset-s.result.Total, 0), len(numbers))
	last := min(first+s.opt.Limit-len(s.result.Hits), len(numbers))
	s.result.Total += len(numbers)
	if first >= last {
		return nil
	}
	return s.fetch(numbers[first:last], s.plan, tier)
}
