package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"parley/align"
	"parley/internal/console"
)

type evalOptions struct {
	gold   []string
	asJSON bool
}

func newEval(e *env) *cobra.Command {
	var o evalOptions
	cmd := &cobra.Command{
		Use:   "eval --gold FILE… ALIGNMENT…",
		Short: "Score alignments against gold",
		Long: `Eval compares alignments with gold standards, first with first, second with
second, and prints precision, recall and F1, pooled over all: strict (a bead is
exactly right) and lax (it shares a pair of sentences with gold), by the rules of
Vecalign's and Bertalign's scorers. Both are files of beads, [0,1]:[2] a line;
the left side must be the same language in both.`,
		Example: `  parley eval --gold book.gold book.beads
  parley eval --gold a.gold --gold b.gold a.beads b.beads`,
		Args: need(1, -1, "name an alignment and its gold"),
		RunE: func(_ *cobra.Command, args []string) error { return e.eval(args, o) },
	}
	cmd.Flags().StringArrayVarP(&o.gold, "gold", "g", nil, "a gold alignment; one for each alignment, in order")
	cmd.Flags().BoolVar(&o.asJSON, "json", false, "print the figures as JSON")
	return cmd
}

// score is one line of eval, and one object of eval --json.
type score struct {
	File   string      `json:"file,omitempty"`
	Strict align.Rates `json:"strict"`
	Lax    align.Rates `json:"lax"`
}

func (e *env) eval(tests []string, o evalOptions) error {
	if len(o.gold) == 0 {
		return errors.New("evaluating: name the gold alignment: parley eval --gold FILE ALIGNMENT")
	}
	if len(o.gold) != len(tests) {
		return fmt.Errorf("evaluating: %d gold files and %d alignments: name one --gold for each", len(o.gold), len(tests))
	}
	var pooled align.Tally
	var files []score
	for i, name := range tests {
		gold, err := e.beads(o.gold[i])
		if err != nil {
			return err
		}
		test, err := e.beads(name)
		if err != nil {
			return err
		}
		t := align.Score(gold, test)
		pooled = pooled.Plus(t)
		files = append(files, score{filepath.Base(name), t.Strict(), t.Lax()})
	}
	all := score{"", pooled.Strict(), pooled.Lax()}
	if o.asJSON {
		return e.printJSON(struct {
			score
			Files []score `json:"files"`
		}{all, files})
	}
	return e.buffered(func(p *console.Printer) {
		if len(files) > 1 {
			for _, f := range files {
				printScore(p, f.File, f)
			}
		}
		printScore(p, "all", all)
	})
}

func (e *env) beads(name string) ([]align.Bead, error) {
	f, err := e.open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return align.ReadBeads(f, name)
}

func printScore(p *console.Printer, name string, s score) {
	p.Line(console.Pad(name, 24), "  strict ", s.Strict.String(), "   lax ", s.Lax.String())
}
