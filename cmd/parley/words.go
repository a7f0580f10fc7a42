package main

import (
	"errors"
	"fmt"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

// count writes a number with its noun: 1 briefing, 3 briefings.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// need asks for at least and at most so many arguments, and says what they are.
func need(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return fmt.Errorf("%s: %s, as in: %s", cmd.Name(), what, firstExample(cmd))
		case most >= 0 && len(args) > most:
			return fmt.Errorf("%s: unexpected %q; as in: %s", cmd.Name(), args[most], firstExample(cmd))
		}
		return nil
	}
}

func firstExample(cmd *cobra.Command) string {
	first, _, _ := strings.Cut(strings.TrimSpace(cmd.Example), "\n")
	return first
}

// flagError explains the flag that was meant as a query.
func flagError(cmd *cobra.Command, err error) error {
	if cmd.Name() == "search" {
		return fmt.Errorf("search: %w; a query that leaves words out goes behind --, as in: parley search -- 'ferry -fare'", err)
	}
	return fmt.Errorf("%s: %w; parley %s --help lists the flags", cmd.Name(), err, cmd.Name())
}

// explain adds the next step to what the command parser says.
func explain(err error) error {
	switch {
	case strings.HasPrefix(err.Error(), "unknown command"):
		return errors.New(strings.ReplaceAll(err.Error(), "\n\n", "\n") + "\nparley --help lists the commands")
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Errorf("%w\nthe disk is full: free some space and run the command again; what the library held is still there", err)
	}
	return err
}
