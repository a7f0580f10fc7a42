package index

import (
	"fmt"

	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/searcher"

	"parley/segment"
)

// condition compiles a field other than the text. It never scores.
func (c *compiler) condition(t *term) (search.Searcher, error) {
	quiet := *c
	quiet.quiet = true
	switch t.field {
	case byKind, byMissing:
		name := map[field]string{byKind: "kind", byMissing: "missing"}[t.field]
		return quiet.phrase(name, []indexTerm{{form: segment.FoldString(t.text)}}, 1)
	case bySpeaker:
		if t.prefix {
			return searcher.NewTermPrefixSearcher(c.plain, c.view, squash(t.text), "speaker", 1, unscored)
		}
		return quiet.phrase("speaker", []indexTerm{{form: squash(t.text)}}, 1)
	case byRole, byOutlet, byOrg, byEvent:
		name := map[field]string{byRole: "role", byOutlet: "outlet", byOrg: "org", byEvent: "event"}[t.field]
		return quiet.phrase(name, phraseTerms(units(t.text)), 1)
	case byDate:
		return quiet.span("day", t.between)
	case byAlign:
		return quiet.span("align", t.between)
	case byFigure:
		return quiet.value(t.between)
	}
	return nil, fmt.Errorf("searching: unknown field %q", t.field)
}

// value finds passages with a figure of that value.
func (c *compiler) value(in *interval) (search.Searcher, error) {
	if in.field != "" {
		return c.span(in.field, in)
	}
	fields := []string{"num", "pct"}
	return c.any(len(fields), func(i int) (search.Searcher, error) { return c.span(fields[i], in) })
}

func (c *compiler) span(field string, in *interval) (search.Searcher, error) {
	from, to, include := []byte(sortable(in.from)), []byte(sortable(in.to)), true
	return searcher.NewTermRangeSearcher(c.plain, c.view, from, to, &include, &include, field, 1, unscored)
}
