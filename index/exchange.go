package index

import (
	"fmt"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"

	"parley/corpus"
)

// exchanges answers with exchanges: those that match as a whole, or, where none
// does, those with any of the words.
func (s *searching) exchanges() error {
	s.result.Exchanges = []ExchangeHit{}
	p, tier := s.plan, InExchange
	g, err := s.newGatherer(p)
	if err != nil {
		return err
	}
	groups := g.groups(place.inGroup)
	if len(groups) == 0 && !s.opt.Strict {
		if p, tier = s.plan.relaxed(), AnyWord; p == nil {
			return nil
		}
		if g, err = s.newGatherer(p); err != nil {
			return err
		}
		groups = g.groups(place.inGroup)
	}
	s.result.Total = len(groups)
	first := min(s.opt.Offset, len(groups))
	last := min(first+s.opt.Limit, len(groups))
	for _, group := range groups[first:last] {
		hit, err := s.exchange(g, group)
		if err != nil {
			return err
		}
		hit.Tier = tier
		if group.whole && tier == InExchange {
			hit.Tier = InPassage
		}
		s.result.Exchanges = append(s.result.Exchanges, *hit)
	}
	return s.countExchanges()
}

// countExchanges fills the facets, which count passages here too.
func (s *searching) countExchanges() error {
	if !s.opt.Facets {
		return nil
	}
	_, _, err := s.run(s.plan, 0, 0, true)
	return err
}

// exchange reads all of an exchange; of a turn outside any, the passages that match.
func (s *searching) exchange(g *gatherer, group *gathered) (*ExchangeHit, error) {
	first := group.passages[0].place
	hit := &ExchangeHit{
		ID: group.id, Briefing: first.briefing, Date: first.date, Kind: corpus.Question,
		Question: []Passage{}, Answers: []Answer{}, Matches: []string{},
	}
	numbers, matches := make([]uint64, 0), map[uint64]bool{}
	for _, h := range group.passages {
		if h.leaves&g.wanted != 0 || g.wanted == 0 {
			hit.Matches = append(hit.Matches, h.place.id)
			numbers, matches[h.number] = append(numbers, h.number), true
		}
	}
	if group.id == first.turn() {
		hit.Kind = first.kind
	} else {
		var err error
		if numbers, err = s.members(group.id); err != nil {
			return nil, err
		}
	}
	for _, number := range numbers {
		p, err := s.view.passage(number)
		if err != nil {
			return nil, err
		}
		if matches[number] {
			g.plan.mark(p)
			p.Tier = InPassage
		}
		hit.Title = p.Title
		hit.add(p, matches[number])
	}
	return hit, nil
}

// add puts a passage where it belongs. A hand-over is left out unless it matches.
func (hit *ExchangeHit) add(p *Passage, matches bool) {
	switch {
	case p.Kind == corpus.Question && hit.Kind == corpus.Question:
		hit.Question = append(hit.Question, *p)
		return
	case hit.Kind == corpus.Question && p.Kind != corpus.Answer && !matches:
		return
	}
	if n := len(hit.Answers); n == 0 || hit.Answers[n-1].Turn != p.Turn() {
		hit.Answers = append(hit.Answers, Answer{Speaker: p.Speaker, Turn: p.Turn()})
	}
	last := &hit.Answers[len(hit.Answers)-1]
	last.Passages = append(last.Passages, *p)
}

// longestExchange bounds the passages read for one exchange.
const longestExchange = 2000

// members lists the passages of an exchange in order.
func (s *searching) members(group string) ([]uint64, error) {
	q := query.NewTermQuery(group)
	q.SetField("group")
	req := bleve.NewSearchRequestOptions(q, longestExchange, 0, false)
	req.Score = bleve.ScoreNone
	req.Sort = search.ParseSortOrderStrings([]string{"place"})
	found, err := s.index.bleve.SearchInContext(s.ctx, req)
	if err != nil {
		return nil, fmt.Errorf("reading exchange %s: %w", group, err)
	}
	numbers := make([]uint64, len(found.Hits))
	for i, hit := range found.Hits {
		numbers[i] = hit.IndexInternalID.Value()
	}
	return numbers, nil
}
