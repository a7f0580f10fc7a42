package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"parley/internal/console"
	"parley/library"
)

func newDoctor(e *env) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Check files, alignments and index against each other",
		Long: `Doctor reads every text, alignment and index entry of the library, and says what
is wrong and which command mends it. It changes nothing. Exit status 0: all is
well; 2: something needs attention.`,
		Example: "  parley doctor",
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return e.doctor(asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the problems as a JSON array")
	return cmd
}

func (e *env) doctor(asJSON bool) error {
	l, err := e.library()
	if err != nil {
		return err
	}
	problems, err := l.Check(e.progress("checking"))
	if err != nil {
		return err
	}
	ids, err := l.IDs()
	if err != nil {
		return err
	}
	if asJSON {
		if problems == nil {
			problems = []library.Problem{}
		}
		err = e.printJSON(problems)
	} else {
		err = e.printProblems(problems, len(ids))
	}
	if err == nil && len(problems) > 0 {
		err = fmt.Errorf("%s found", count(len(problems), "problem"))
	}
	return err
}

func (e *env) printProblems(problems []library.Problem, briefings int) error {
	return e.buffered(func(p *console.Printer) {
		for _, problem := range problems {
			where := problem.Briefing
			if where == "" {
				where = "library"
			}
			p.Line(p.Bold(where), "  ", p.Warn(problem.Message))
			p.Line("  → ", problem.Next)
		}
		if len(problems) == 0 {
			p.Line(count(briefings, "briefing"), ": texts, alignments and index agree")
		}
	})
}
