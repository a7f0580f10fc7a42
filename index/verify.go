package index

import (
	"regexp/syntax"
	"slices"

	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/searcher"
)

// NEAR and regular expressions are answered in two steps, as Google's codesearch
// does: terms give candidates, and the stored text of each decides.

// near compiles a NEAR/n b.
func (c *compiler) near(n *node) (search.Searcher, error) {
	both, err := c.all(2, func(i int) (search.Searcher, error) { return c.node(n.kids[i]) })
	if err != nil {
		return nil, err
	}
	return c.verify(both, func(s *sides) bool { return len(s.near(c.plan, n)) > 0 }), nil
}

// pattern compiles a regular expression. Candidates are the passages with every
// run of Chinese characters the expression cannot do without; an expression
// without such a run is tried on all passages.
func (c *compiler) pattern(l *leaf) (search.Searcher, error) {
	candidates, err := c.any(len(l.langs), func(i int) (search.Searcher, error) {
		runs := requiredRuns(l.term.text)
		return c.all(len(runs), func(j int) (search.Searcher, error) {
			return c.phrase(string(l.langs[i]), phraseTerms(units(runs[j])), 1)
		})
	})
	if err != nil {
		return nil, err
	}
	return c.verify(candidates, func(s *sides) bool { return s.contain(l) }), nil
}

// requiredRuns lists runs of Han characters that every match contains.
func requiredRuns(pattern string) []string {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil
	}
	var runs []string
	var visit func(*syntax.Regexp)
	visit = func(re *syntax.Regexp) {
		switch re.Op {
		case syntax.OpLiteral:
			runs = append(runs, hanRuns(string(re.Rune))...)
		case syntax.OpConcat, syntax.OpCapture, syntax.OpPlus:
			for _, sub := range re.Sub {
				visit(sub)
			}
		case syntax.OpRepeat:
			if re.Min > 0 {
				visit(re.Sub[0])
			}
		}
	}
	visit(parsed.Simplify())
	slices.Sort(runs)
	return slices.Compact(runs)
}

func hanRuns(s string) []string {
	var runs []string
	us := units(s)
	for from := 0; from < len(us); {
		to := from + 1
		for to < len(us) && pairs(us, to-1) && us[to].Start == us[to-1].End {
			to++
		}
		if us[from].kind == character {
			runs = append(runs, s[us[from].Start:us[to-1].End])
		}
		from = to
	}
	return runs
}

// verify keeps the candidates whose text is as accept says.
func (c *compiler) verify(candidates search.Searcher, accept func(*sides) bool) search.Searcher {
	return searcher.NewFilteringSearcher(c.plain, candidates, func(_ *search.SearchContext, d *search.DocumentMatch) bool {
		select {
		case <-c.done:
			return false
		default:
		}
		s, err := c.view.texts(d.IndexInternalID.Value())
		if err != nil {
			*c.fail = err
			return false
		}
		return accept(s)
	})
}
