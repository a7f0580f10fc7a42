package index

import (
	"context"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/searcher"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"parley/segment"
)

// A plan is compiled straight into bleve's searchers. Its query types are passed
// by: they take a must-clause that can match nothing for no clause at all.

// Boosts of the ways a leaf may match, so that the closer way ranks first.
const (
	exactBoost  = 1.5 // the word in the form asked for, beside its stem
	wholeBoost  = 1.5 // a Chinese word where gse too sees a word
	phraseBoost = 3   // an unspaced run as it stands, beside its words anywhere
)

// compiled is a plan as bleve's collector wants it: a query that makes its searcher.
type compiled struct {
	plan *plan
	bm25 *search.BM25Stats
	fail *error // what went wrong while texts were read, which a searcher cannot say
}

// Searcher implements bleve's query.Query.
func (q compiled) Searcher(ctx context.Context, r bleveindex.IndexReader, _ mapping.IndexMapping, _ search.SearcherOptions) (search.Searcher, error) {
	view, err := newSnapshot(r)
	if err != nil {
		return nil, err
	}
	return q.compiler(ctx, view).node(q.plan.root)
}

func (q compiled) compiler(ctx context.Context, view *snapshot) *compiler {
	return &compiler{
		plan: q.plan, view: view, fail: q.fail,
		plain: ctx,
		scored: context.WithValue(context.WithValue(ctx, search.BM25StatsKey, q.bm25), search.GetScoringModelCallbackKey,
			search.GetScoringModelCallbackFn(func() string { return bleveindex.BM25Scoring })),
		done: ctx.Done(),
	}
}

type compiler struct {
	plan   *plan
	view   *snapshot
	scored context.Context
	plain  context.Context
	done   <-chan struct{}
	fail   *error
	quiet  bool // no scores are wanted
}

var unscored = search.SearcherOptions{Score: "none"}

// ctx carries the scoring model where scores are wanted.
func (c *compiler) ctx() context.Context {
	if c.quiet {
		return c.plain
	}
	return c.scored
}

func (c *compiler) options() search.SearcherOptions {
	if c.quiet {
		return unscored
	}
	return search.SearcherOptions{}
}

func (c *compiler) node(n *node) (search.Searcher, error) {
	if n == nil {
		return c.everything()
	}
	switch n.op {
	case opTerm:
		return c.leaf(c.plan.leaves[n.term])
	case opOr:
		return c.any(len(n.kids), func(i int) (search.Searcher, error) { return c.node(n.kids[i]) })
	case opNear:
		return c.near(n)
	case opNot:
		return c.but([]*node{n})
	}
	return c.but(n.kids)
}

// everything matches all passages, with a score of nothing.
func (c *compiler) everything() (search.Searcher, error) {
	return searcher.NewMatchAllSearcher(c.plain, c.view, 1, unscored)
}

// but is the conjunction of kids, where those under a Not are left out.
func (c *compiler) but(kids []*node) (search.Searcher, error) {
	var must, not []*node
	for _, k := range kids {
		if k.op == opNot {
			not = append(not, k.kids[0])
		} else {
			must = append(must, k)
		}
	}
	in, err := c.all(len(must), func(i int) (search.Searcher, error) { return c.node(must[i]) })
	if err != nil || len(not) == 0 {
		return in, err
	}
	quiet := *c
	quiet.quiet = true
	out, err := quiet.any(len(not), func(i int) (search.Searcher, error) { return quiet.node(not[i]) })
	if err != nil {
		_ = in.Close()
		return nil, err
	}
	return searcher.NewBooleanSearcher(c.ctx(), c.view, in, nil, out, c.options())
}

// all is the conjunction of n searchers, any their disjunction.
func (c *compiler) all(n int, part func(int) (search.Searcher, error)) (search.Searcher, error) {
	parts, err := collect(n, part)
	switch {
	case err != nil:
		return nil, err
	case n == 0:
		return c.everything()
	case n == 1:
		return parts[0], nil
	}
	return searcher.NewConjunctionSearcher(c.ctx(), c.view, parts, c.options())
}

func (c *compiler) any(n int, part func(int) (search.Searcher, error)) (search.Searcher, error) {
	parts, err := collect(n, part)
	switch {
	case err != nil:
		return nil, err
	case n == 0:
		return searcher.NewMatchNoneSearcher(c.view)
	case n == 1:
		return parts[0], nil
	}
	return searcher.NewDisjunctionSearcher(c.ctx(), c.view, parts, 1, c.options())
}

func collect(n int, part func(int) (search.Searcher, error)) ([]search.Searcher, error) {
	parts := make([]search.Searcher, 0, n)
	for i := range n {
		s, err := part(i)
		if err != nil {
			for _, made := range parts {
				_ = made.Close()
			}
			return nil, err
		}
		parts = append(parts, s)
	}
	return parts, nil
}

// leaf compiles the ways a leaf may match as alternatives.
func (c *compiler) leaf(l *leaf) (search.Searcher, error) {
	if l.term.field != inText {
		return c.condition(l.term)
	}
	if l.term.regex != nil {
		return c.pattern(l)
	}
	var ways []func() (search.Searcher, error)
	for _, lang := range l.langs {
		ways = append(ways, c.ways(l, lang)...)
	}
	if l.figure != nil {
		ways = append(ways, func() (search.Searcher, error) { return c.value(l.figure) })
	}
	return c.any(len(ways), func(i int) (search.Searcher, error) { return ways[i]() })
}

// ways lists how a leaf may match on one side.
func (c *compiler) ways(l *leaf, lang segment.Lang) []func() (search.Searcher, error) {
	field := string(lang)
	phrase := func(field string, terms []indexTerm, boost float64) func() (search.Searcher, error) {
		return func() (search.Searcher, error) { return c.phrase(field, terms, boost) }
	}
	if l.loose {
		return []func() (search.Searcher, error){func() (search.Searcher, error) {
			return c.any(len(l.pieces), func(i int) (search.Searcher, error) {
				return c.phrase(field, phraseTerms(l.pieces[i]), float64(len(l.pieces[i])))
			})
		}}
	}
	if l.term.prefix && l.units[len(l.units)-1].kind != character {
		return []func() (search.Searcher, error){func() (search.Searcher, error) { return c.prefix(l, field) }}
	}
	ways := []func() (search.Searcher, error){phrase(field, phraseTerms(l.units), exactBoost)}
	switch {
	case lang == segment.English && l.stems != nil:
		ways = append(ways, phrase("en.stem", l.stems, 1))
	case lang == segment.Chinese && l.words != nil:
		ways[0] = phrase(field, phraseTerms(l.units), phraseBoost)
		ways = append(ways, func() (search.Searcher, error) {
			return c.all(len(l.words), func(i int) (search.Searcher, error) {
				return c.phrase(field, phraseTerms(l.words[i]), 1)
			})
		})
	case lang == segment.Chinese && !c.quiet && isHanWord(l.units):
		ways = append(ways, phrase("zh.word", []indexTerm{{form: joined(l.units)}}, wholeBoost))
	}
	return ways
}

func isHanWord(us []unit) bool {
	if len(us) < 2 || len(us) > longestWord {
		return false
	}
	for i := range us[1:] {
		if !pairs(us, i) {
			return false
		}
	}
	return true
}

func joined(us []unit) string {
	s := ""
	for _, u := range us {
		s += u.form
	}
	return s
}

// phrase finds terms at their distances from each other.
func (c *compiler) phrase(field string, terms []indexTerm, boost float64) (search.Searcher, error) {
	if len(terms) == 1 {
		return searcher.NewTermSearcher(c.ctx(), c.view, terms[0].form, field, boost, c.options())
	}
	first := terms[0].pos
	forms := make([]string, terms[len(terms)-1].pos-first+1)
	for _, t := range terms {
		forms[t.pos-first] = t.form
	}
	return searcher.NewPhraseSearcher(c.ctx(), c.view, forms, 0, false, field, boost, search.SearcherOptions{})
}

// prefix finds words that begin as the last unit does, after the others if there are any.
func (c *compiler) prefix(l *leaf, field string) (search.Searcher, error) {
	last := len(l.units) - 1
	begins, err := searcher.NewTermPrefixSearcher(c.plain, c.view, l.units[last].form, field, 1, unscored)
	if err != nil || last == 0 {
		return begins, err
	}
	before, err := c.phrase(field, phraseTerms(l.units[:last]), exactBoost)
	if err != nil {
		_ = begins.Close()
		return nil, err
	}
	both, err := searcher.NewConjunctionSearcher(c.ctx(), c.view, []search.Searcher{begins, before}, c.options())
	if err != nil {
		return nil, err
	}
	return c.verify(both, func(s *sides) bool { return s.contain(l) }), nil
}
