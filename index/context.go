package index

import (
	"context"
	"errors"
	"fmt"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
)

// ErrNotFound says that the index has no passage of that ID.
var ErrNotFound = errors.New("there is no such passage")

// mostContext bounds the neighbours that are read on either side.
const mostContext = 100

// Passage reads one passage by its ID.
func (x *Index) Passage(id string) (*Passage, error) {
	view, err := x.view()
	if err != nil {
		return nil, err
	}
	defer view.Close()
	number, err := view.number(id)
	if err != nil {
		return nil, err
	}
	return view.passage(number)
}

// Context reads a passage and up to n before and after it in the same briefing.
func (x *Index) Context(ctx context.Context, id string, n int) (before []Passage, p *Passage, after []Passage, err error) {
	if p, err = x.Passage(id); err != nil {
		return nil, nil, nil, err
	}
	n = min(max(n, 0), mostContext)
	from, to, yes := sortable(float64(p.seq-n)), sortable(float64(p.seq+n)), true
	near := query.NewTermRangeInclusiveQuery(from, to, &yes, &yes)
	near.SetField("seq")
	here := query.NewTermQuery(p.Briefing)
	here.SetField("briefing")
	req := bleve.NewSearchRequestOptions(query.NewConjunctionQuery([]query.Query{here, near}), 2*n+1, 0, false)
	req.Sort = search.ParseSortOrderStrings([]string{"place"})
	found, err := x.bleve.SearchInContext(ctx, req)
	if err != nil {
		return nil, nil, nil, fmt.Errorf("reading what stands around %s: %w", id, err)
	}
	for _, hit := range found.Hits {
		neighbour, err := x.Passage(hit.ID)
		switch {
		case err != nil:
			return nil, nil, nil, err
		case neighbour.seq < p.seq:
			before = append(before, *neighbour)
		case neighbour.seq > p.seq:
			after = append(after, *neighbour)
		}
	}
	return before, p, after, nil
}
