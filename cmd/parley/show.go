package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"parley/index"
	"parley/internal/console"
)

func newShow(e *env) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "show ID",
		Short: "Show a briefing, a turn, an exchange or a passage side by side",
		Long: `Show prints the aligned transcript of a briefing, both languages side by side
where the terminal is wide enough. A longer ID shows a part of it: …#q4 an
exchange, …#t12 a turn, …#t12.s3 a passage.`,
		Example: "  parley show 2025-07-14-customs-trade-h1\n  parley show '2025-07-14-customs-trade-h1#q4'",
		Args:    need(1, 1, "name a briefing"),
		RunE:    func(_ *cobra.Command, args []string) error { return e.show(args[0], asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the passages as a JSON array")
	return cmd
}

func (e *env) show(id string, asJSON bool) error {
	l, err := e.library()
	if err != nil {
		return err
	}
	id, part, _ := strings.Cut(id, "#")
	b, err := l.Briefing(id)
	if err != nil {
		return err
	}
	a, err := l.Alignment(id, b)
	if err != nil {
		return err
	}
	passages, exchanges := index.Passages(b, a)
	chosen := choose(passages, exchanges, id, part)
	if len(chosen) == 0 && part != "" {
		return fmt.Errorf("showing %s: it has no part #%s; it has turns up to %s and %d exchanges", id, part, lastTurn(passages), len(exchanges))
	}
	if asJSON {
		return e.printJSON(chosen)
	}
	return e.buffered(func(p *console.Printer) {
		if part == "" {
			if title := both(b.Title); title != "" {
				p.Line(p.Bold(title))
			}
			p.Line(p.Dim(strings.TrimSpace(b.ID + "  " + both(b.Organisation))))
		}
		printTranscript(p, chosen, b.En == nil || b.Zh == nil)
	})
}

// choose keeps the passages that belong to a part: q4, t12 or t12.s3; all for "".
func choose(passages []index.Passage, exchanges []index.Exchange, id, part string) []index.Passage {
	if part == "" {
		return passages
	}
	wanted := map[string]bool{id + "#" + part: true}
	for _, x := range exchanges {
		if x.ID == id+"#"+part {
			for _, turns := range [][]string{x.Handover, x.Questions, x.Answers} {
				for _, t := range turns {
					wanted[t] = true
				}
			}
		}
	}
	var chosen []index.Passage
	for i := range passages {
		if wanted[passages[i].ID] || wanted[passages[i].Turn()] {
			chosen = append(chosen, passages[i])
		}
	}
	return chosen
}

func lastTurn(passages []index.Passage) string {
	last := "none"
	for i := range passages {
		_, last, _ = strings.Cut(passages[i].Turn(), "#")
	}
	return "#" + last
}

func printTranscript(p *console.Printer, passages []index.Passage, single bool) {
	turn := ""
	for i := range passages {
		hit := &passages[i]
		if hit.Turn() != turn {
			turn = hit.Turn()
			p.Line()
			p.Line(p.Bold(who(hit.Speaker)), p.Dim("  "+string(hit.Kind)+"  "+partOf(hit)))
		}
		if single {
			p.Paragraph(2, sideText(hit.En), "")
			p.Paragraph(2, sideText(hit.Zh), "")
		} else {
			printSides(p, 2, hit)
		}
	}
}

// partOf names the turn and its exchange without the briefing: #t12 #q4.
func partOf(hit *index.Passage) string {
	_, turn, _ := strings.Cut(hit.Turn(), "#")
	_, exchange, in := strings.Cut(hit.Exchange, "#")
	if !in {
		return "#" + turn
	}
	return "#" + turn + "  #" + exchange
}
