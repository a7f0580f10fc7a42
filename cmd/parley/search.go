package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"parley/corpus"
	"parley/index"
	"parley/internal/console"
)

// sorts are the orders hits can come in.
var sorts = []string{string(index.ByRelevance), string(index.ByDate), string(index.ByDateDown), string(index.ByBriefing)}

type searchOptions struct {
	exchanges bool
	kwic      bool
	asJSON    bool
	limit     int
	offset    int
	sort      string
	facets    bool
	context   int
}

// check refuses figures that make no sense.
func (o searchOptions) check() error {
	switch {
	case !slices.Contains(sorts, o.sort):
		return fmt.Errorf("search: unknown order %q: --sort is one of %s", o.sort, strings.Join(sorts, ", "))
	case o.limit < 1:
		return fmt.Errorf("search: --limit is %d and must be 1 or more", o.limit)
	case o.offset < 0 || o.context < 0:
		return errors.New("search: --offset and --context must be 0 or more")
	}
	return nil
}

func newSearch(e *env) *cobra.Command {
	var o searchOptions
	cmd := &cobra.Command{
		Use:   "search QUERY",
		Short: "Find passages in both languages",
		Long: `Search finds passages: an English and a Chinese sentence that translate each
other, with who said them, when, and in answer to which question.

Words are AND-ed. Han finds Chinese, Latin finds English.
  "a phrase"   -word   a OR b   ( )   trade*   /regex/   word NEAR/5 word
  en: zh:      limit a term to one language
  speaker: role: outlet: org: briefing:
  in:question|answer|opening|remark|note
  date:2025-01..2025-06   num:21.79e12   align:>0.8   missing:en|zh
#q4 is the exchange a passage belongs to: parley show 'BRIEFING#q4'.
A query that begins with a minus sign goes behind --.

Exit status: 0 found, 1 nothing found, 2 error.`,
		Example: `  parley search '"tidal barrier" in:answer'
  parley search 高质量发展 -- '-en:"high-quality development"'
  parley search 审计 --exchanges
  parley search tariffs --kwic --limit 50
  parley search 'speaker:"Wang Lingjun" date:2025' --json`,
		Args: need(1, -1, "give a query"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return e.search(cmd.Context(), strings.Join(args, " "), o)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&o.exchanges, "exchanges", false, "show whole exchanges: the question and its answers")
	f.BoolVar(&o.kwic, "kwic", false, "show each match in its line of context, keyword in the middle")
	f.BoolVar(&o.asJSON, "json", false, "print the result as JSON (docs/json.md)")
	f.IntVar(&o.limit, "limit", 10, "show at most this many hits")
	f.IntVar(&o.offset, "offset", 0, "skip this many hits")
	f.StringVar(&o.sort, "sort", "relevance", "relevance, date, date-desc or briefing")
	f.BoolVar(&o.facets, "facets", false, "count the hits by speaker, outlet, kind and year")
	f.IntVarP(&o.context, "context", "C", 0, "show this many passages before and after each hit")
	cmd.MarkFlagsMutuallyExclusive("exchanges", "kwic")
	cmd.MarkFlagsMutuallyExclusive("json", "kwic")
	cmd.MarkFlagsMutuallyExclusive("context", "kwic", "exchanges", "json")
	_ = cmd.RegisterFlagCompletionFunc("sort", cobra.FixedCompletions(sorts, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (e *env) search(ctx context.Context, query string, o searchOptions) error {
	q, err := index.Parse(query)
	if err != nil {
		return queryError(query, err)
	}
	if err := o.check(); err != nil {
		return err
	}
	l, err := e.library()
	if err != nil {
		return err
	}
	ix, err := e.index(l)
	if err != nil {
		return err
	}
	defer ix.Close()
	r, err := ix.Search(ctx, q, index.Options{Limit: o.limit, Offset: o.offset, Sort: index.Sort(o.sort), Exchanges: o.exchanges, Facets: o.facets})
	if err != nil {
		return err
	}
	if o.asJSON {
		err = e.printJSON(r)
	} else {
		err = e.printResult(ctx, ix, r, o)
	}
	if err == nil && len(r.Hits)+len(r.Exchanges) == 0 {
		switch {
		case r.Total > 0:
			e.note("%s, and none from number %d on", summary(r, r.Total, o), o.offset+1)
		case !o.asJSON:
			e.note("nothing found for %s", q)
		}
		return errNothing
	}
	return err
}

func (e *env) printResult(ctx context.Context, ix *index.Index, r *index.Result, o searchOptions) error {
	err := e.buffered(func(p *console.Printer) {
		switch {
		case o.kwic:
			printKWIC(p, r.Hits)
		case o.exchanges:
			for i := range r.Exchanges {
				printExchange(p, &r.Exchanges[i])
			}
		default:
			for i := range r.Hits {
				var before, after []index.Passage
				if o.context > 0 {
					before, _, after, _ = ix.Context(ctx, r.Hits[i].ID, o.context) // a hit stands without its neighbours
				}
				printHit(p, &r.Hits[i], before, after)
			}
		}
		if r.Facets != nil {
			printFacets(p, r.Facets)
		}
	})
	shown := len(r.Hits) + len(r.Exchanges)
	if err == nil && shown > 0 {
		e.note("%s", summary(r, shown, o))
	}
	return err
}

func summary(r *index.Result, shown int, o searchOptions) string {
	what := "passage"
	if o.exchanges {
		what = "exchange"
	}
	text := count(r.Total, what) + " in " + r.Took.Round(100*time.Microsecond).String()
	if shown < r.Total {
		text += fmt.Sprintf(", %d to %d shown; --limit and --offset show others", o.offset+1, o.offset+shown)
	}
	return text
}

// printHit prints a passage, between its neighbours where these were asked for,
// under a line that says who, when and which question.
func printHit(p *console.Printer, hit *index.Passage, before, after []index.Passage) {
	headline(p, hit)
	p.Line("  ", p.Dim(hit.ID), p.Dim(tierNote(hit.Tier)))
	for i := range before {
		printSides(p, 4, &before[i])
	}
	printSides(p, 2, hit)
	for i := range after {
		printSides(p, 4, &after[i])
	}
	p.Line()
}

// headline says who, when and for what; the office where there is room for it.
func headline(p *console.Printer, hit *index.Passage) {
	name := who(hit.Speaker)
	if p.Width > 0 {
		due := console.Width(" · " + hit.Date + " · " + exchangeOf(hit)) // is never left out
		name = strings.TrimRight(console.Pad(name, min(console.Width(name), max(p.Width-due, 8))), " ")
	}
	rest := ""
	role := both(hit.Speaker.Role)
	if role == name {
		role = ""
	}
	for _, forms := range [][]string{{hit.Date}, {purpose(hit), exchangeOf(hit)}, {role}} {
		for _, part := range forms {
			if part != "" && fits(p, name+rest+" · "+part) {
				rest += " · " + part
				break
			}
		}
	}
	p.Line(p.Bold(name), rest)
}

func fits(p *console.Printer, s string) bool { return p.Width == 0 || console.Width(s) <= p.Width }

// purpose is what was said for: an answer to whom, a question, a statement.
func purpose(hit *index.Passage) string {
	if hit.AskedBy.ID == "" {
		return exchangeOf(hit)
	}
	_, exchange, _ := strings.Cut(hit.Exchange, "#")
	return "answer to " + who(hit.AskedBy) + " #" + exchange
}

// exchangeOf names the kind of a passage and the exchange it is in.
func exchangeOf(hit *index.Passage) string {
	if _, exchange, in := strings.Cut(hit.Exchange, "#"); in {
		return string(hit.Kind) + " #" + exchange
	}
	return string(hit.Kind)
}

// who names a speaker in both scripts, or the outlet of a journalist without a name.
func who(s index.Speaker) string {
	name, outlet := both(s.Name), both(s.Outlet)
	switch {
	case name == "" && outlet == "":
		return "(speaker not named)"
	case name == "":
		return outlet
	case outlet == "" || outlet == name:
		return name
	}
	return name + ", " + outlet
}

// both joins the two forms of a name, once where they are the same.
func both(b corpus.Bilingual) string {
	switch {
	case b.Zh == "" || b.En == b.Zh:
		return b.En
	case b.En == "":
		return b.Zh
	}
	return b.En + " " + b.Zh
}

func tierNote(t index.Tier) string {
	switch t {
	case index.InTurn:
		return "  (matches within the turn)"
	case index.InExchange:
		return "  (matches within the exchange)"
	case index.AnyWord:
		return "  (matches some of the words)"
	}
	return ""
}

func printSides(p *console.Printer, indent int, hit *index.Passage) {
	p.Pair(indent, sideText(hit.En), sideText(hit.Zh), "(not in the English text)", "(not in the Chinese text)")
}

func sideText(s index.Side) console.Text {
	t := console.Text{Text: s.Text}
	for _, m := range s.Marks {
		t.Marks = append(t.Marks, [2]int{m.Start, m.End})
	}
	return t
}

// printExchange prints a question and its answers, who speaks before each turn.
func printExchange(p *console.Printer, hit *index.ExchangeHit) {
	p.Paragraph(0, console.Text{Text: strings.TrimSpace(hit.Date + "  " + both(hit.Title))}, "")
	p.Line(p.Dim(hit.ID), p.Dim(tierNote(hit.Tier)))
	if len(hit.Question) > 0 {
		printTurn(p, "Q", hit.Question)
	}
	letter := "A"
	if len(hit.Question) == 0 {
		letter = string(hit.Kind) // a statement outside any exchange
	}
	for _, a := range hit.Answers {
		printTurn(p, letter, a.Passages)
	}
	p.Line()
}

func printTurn(p *console.Printer, letter string, passages []index.Passage) {
	if len(passages) == 0 {
		return
	}
	p.Line("  ", p.Bold(letter+"  "+who(passages[0].Speaker)))
	for i := range passages {
		printSides(p, 5, &passages[i])
	}
}

// wideKWIC is the width from which a line of context has room for a whole ID.
const wideKWIC = 140

// printKWIC prints each mark of each hit on a line of its own; words that only a
// space parts, as those of a phrase, are one keyword.
func printKWIC(p *console.Printer, hits []index.Passage) {
	heads, widest := make([]string, len(hits)), 0
	for i := range hits {
		heads[i] = kwicHead(p, &hits[i])
		widest = max(widest, console.Width(heads[i]))
	}
	for i := range hits {
		head := heads[i]
		if p.Width > 0 {
			head = console.Pad(head, widest) // so that the keywords stand under each other
		}
		for _, side := range []index.Side{hits[i].En, hits[i].Zh} {
			for _, m := range keywords(side) {
				p.KWIC(console.Text{Text: side.Text}, m, head)
			}
		}
	}
}

// kwicHead is the ID of a passage, on a narrow terminal without the title in it.
func kwicHead(p *console.Printer, hit *index.Passage) string {
	if p.Width == 0 || p.Width >= wideKWIC {
		return hit.ID
	}
	briefing, part, _ := strings.Cut(hit.ID, "#")
	if hit.Date != "" {
		briefing = hit.Date
	}
	return console.Pad(briefing, 10) + " #" + part
}

func keywords(s index.Side) (out [][2]int) {
	for _, m := range s.Marks {
		if n := len(out); n > 0 && strings.TrimSpace(s.Text[out[n-1][1]:m.Start]) == "" {
			out[n-1][1] = m.End
		} else {
			out = append(out, [2]int{m.Start, m.End})
		}
	}
	return out
}
