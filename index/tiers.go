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
	shown := map[string]bool{}
	for _, id := range whole {
		shown[id] = true
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
func (g *gatherer) covers(by func(place) string, shown map[string]bool) []string {
	var ids []string
	for _, group := range g.groups(by) {
		for _, h := range g.cover(group) {
			if !shown[h.place.id] {
				shown[h.place.id] = true
				ids = append(ids, h.place.id)
			}
		}
	}
	return ids
}

// page adds to the hits those of ids that fall into the page asked for, and all
// of them to the total.
func (s *searching) page(ids []string, tier Tier) error {
	first := min(max(s.opt.Offset-s.result.Total, 0), len(ids))
	last := min(first+s.opt.Limit-len(s.result.Hits), len(ids))
	s.result.Total += len(ids)
	if first >= last {
		return nil
	}
	return s.fetch(ids[first:last], s.plan, tier)
}
