package index

import (
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"

	"parley/corpus"
)

// Facets count the passages that match the whole query, most frequent first,
// years and months in order of time.
type Facets struct {
	Speaker      []Count `json:"speaker"`
	Role         []Count `json:"role"`
	Outlet       []Count `json:"outlet"`
	Kind         []Count `json:"kind"`
	Organisation []Count `json:"organisation"`
	Year         []Count `json:"year"`
	Month        []Count `json:"month"`
}

// Count is one value of a facet. Value is an ID, or a plain value; Name is what
// a person calls it, where that differs.
type Count struct {
	Value string            `json:"value"`
	Name  *corpus.Bilingual `json:"name,omitempty"`
	Count int               `json:"count"`
}

const (
	mostValues = 20
	mostMonths = 1200
)

// labelled makes one value of an ID and two names; "" where all are empty.
func labelled(id string, name corpus.Bilingual) string {
	if id == "" && name == (corpus.Bilingual{}) {
		return ""
	}
	return id + "\x00" + name.En + "\x00" + name.Zh
}

func requestFacets(req *bleve.SearchRequest) {
	for _, f := range []string{"f.speaker", "f.role", "f.outlet", "f.kind", "f.org"} {
		req.AddFacet(f, bleve.NewFacetRequest(f, mostValues))
	}
	req.AddFacet("f.year", bleve.NewFacetRequest("f.year", mostMonths))
	req.AddFacet("f.month", bleve.NewFacetRequest("f.month", mostMonths))
}

func readFacets(found search.FacetResults) *Facets {
	return &Facets{
		Speaker: counts(found["f.speaker"]), Role: counts(found["f.role"]), Outlet: counts(found["f.outlet"]),
		Kind: counts(found["f.kind"]), Organisation: counts(found["f.org"]),
		Year: inOrder(counts(found["f.year"])), Month: inOrder(counts(found["f.month"])),
	}
}

func counts(f *search.FacetResult) []Count {
	out := []Count{}
	if f == nil || f.Terms == nil {
		return out
	}
	for _, t := range f.Terms.Terms() {
		c := Count{Value: t.Term, Count: t.Count}
		if parts := strings.Split(t.Term, "\x00"); len(parts) == 3 {
			c.Value, c.Name = parts[0], &corpus.Bilingual{En: parts[1], Zh: parts[2]}
			if c.Value == "" {
				c.Value = strings.TrimSpace(parts[1] + " " + parts[2])
			}
		}
		out = append(out, c)
	}
	return out
}

func inOrder(c []Count) []Count {
	slices.SortFunc(c, func(a, b Count) int { return strings.Compare(a.Value, b.Value) })
	return c
}
