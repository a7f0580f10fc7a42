package index

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"
)

// Answers come in tiers. First the passages that match the whole query. Where
// these are few, the turns and then the exchanges that match it as a whole, their
// words spread over several passages (group.go). Where there is nothing at all,
// what matches any word. Conditions and what is left out hold in every tier.

// few is how many hits of the whole query make the next tiers unwanted.
const few = 5

// defaultTimeout bounds a search whose context has no deadline.
const defaultTimeout = 20 * time.Second

// Options of a search; the zero value is a good start.
type Options struct {
	Limit     int  // hits at most; 0 means 10, less than 0 none (for Total and Facets)
	Offset    int  // hits to pass over
	Sort      Sort // "" means ByRelevance
	Exchanges bool // answer with exchanges, not passages
	Facets    bool // count the hits of the whole query by speaker, outlet and so on
	Strict    bool // only the first tier
}

// Sort is an order of hits within a tier.
type Sort string

// The orders. Equal hits follow each other by briefing and place in it.
const (
	ByRelevance  Sort = "relevance"
	ByDate       Sort = "date"      // oldest first
	ByDateDown   Sort = "date-desc" // newest first
	ByBriefing   Sort = "briefing"
	defaultLimit      = 10
	mostHits          = 10000
)

// Result is the answer to a query.
type Result struct {
	Query     Query
	Total     int // of all tiers
	Took      time.Duration
	Hits      []Passage
	Exchanges []ExchangeHit // instead of Hits where asked for
	Facets    *Facets       // nil where not asked for
}

// MarshalJSON writes the object docs/json.md describes.
func (r *Result) MarshalJSON() ([]byte, error) {
	out := struct {
		Query  string  `json:"query"`
		Total  int     `json:"total"`
		Took   float64 `json:"took_ms"`
		Hits   any     `json:"hits"`
		Facets *Facets `json:"facets,omitempty"`
	}{r.Query.String(), r.Total, float64(r.Took.Microseconds()) / 1000, r.Hits, r.Facets}
	switch {
	case r.Exchanges != nil:
		out.Hits = r.Exchanges
	case r.Hits == nil:
		out.Hits = []Passage{}
	}
	return json.Marshal(out)
}

// Search answers a query. A search that takes longer than its context allows, or
// without a deadline 20 seconds, ends with an error.
func (x *Index) Search(ctx context.Context, q Query, opt Options) (*Result, error) {
	start := time.Now()
	if _, ok := ctx.Deadline(); !ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, defaultTimeout)
		defer cancel()
	}
	view, err := x.view()
	if err != nil {
		return nil, err
	}
	defer view.Close()
	s := &searching{
		index: x, ctx: ctx, view: view, opt: opt.normal(),
		result: &Result{Query: q}, plan: planFor(q, &wordList{view, x.passages}),
	}
	if opt.Exchanges {
		err = s.exchanges()
	} else {
		err = s.passages()
	}
	if err == nil && ctx.Err() != nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, fmt.Errorf("searching for %s: %w", q, err)
	}
	s.result.Took = time.Since(start)
	return s.result, nil
}

func (o Options) normal() Options {
	switch {
	case o.Limit == 0:
		o.Limit = defaultLimit
	case o.Limit < 0:
		o.Limit = 0
	}
	o.Limit, o.Offset = min(o.Limit, mostHits), max(o.Offset, 0)
	if o.Sort == "" {
		o.Sort = ByRelevance
	}
	return o
}

// searching is one search on its way.
type searching struct {
	index  *Index
	ctx    context.Context
	view   *snapshot
	opt    Options
	plan   *plan
	result *Result
}

// passages answers with passages.
func (s *searching) passages() error {
	found, total, err := s.run(s.plan, s.opt.Offset, s.opt.Limit, s.opt.Facets)
	if err != nil {
		return err
	}
	s.result.Total = total
	if err := s.fetch(found, s.plan, InPassage); err != nil || total >= few || s.opt.Strict {
		return err
	}
	if err := s.spread(); err != nil || s.result.Total > 0 {
		return err
	}
	loose := s.plan.relaxed()
	if loose == nil {
		return nil
	}
	found, s.result.Total, err = s.run(loose, s.opt.Offset, s.opt.Limit, false)
	if err != nil {
		return err
	}
	return s.fetch(found, loose, AnyWord)
}

// run lets bleve collect the best passages of a plan.
func (s *searching) run(p *plan, from, size int, facets bool) (numbers []uint64, total int, err error) {
	var fail error
	req := bleve.NewSearchRequestOptions(compiled{plan: p, bm25: s.index.bm25, fail: &fail}, size, from, false)
	req.Sort = s.opt.Sort.order()
	if facets {
		requestFacets(req)
	}
	found, err := s.index.bleve.SearchInContext(s.ctx, req)
	if err == nil {
		err = fail
	}
	if err != nil {
		return nil, 0, err
	}
	if facets {
		s.result.Facets = readFacets(found.Facets)
	}
	for _, hit := range found.Hits {
		numbers = append(numbers, hit.IndexInternalID.Value())
	}
	return numbers, int(found.Total), nil
}

func (o Sort) order() search.SortOrder {
	switch o {
	case ByDate:
		return search.ParseSortOrderStrings([]string{"f.date", "place"})
	case ByDateDown:
		return search.ParseSortOrderStrings([]string{"-f.date", "place"})
	case ByBriefing:
		return search.ParseSortOrderStrings([]string{"place"})
	}
	return search.ParseSortOrderStrings([]string{"-_score", "place"})
}

// fetch adds passages to the hits, marked.
func (s *searching) fetch(numbers []uint64, p *plan, tier Tier) error {
	for _, number := range numbers {
		passage, err := s.view.passage(number)
		if err != nil {
			return err
		}
		p.mark(passage)
		passage.Tier = tier
		s.result.Hits = append(s.result.Hits, *passage)
	}
	return nil
}
