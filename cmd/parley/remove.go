package main

import (
	"errors"

	"github.com/spf13/cobra"

	"parley/library"
)

func newRemove(e *env) *cobra.Command {
	return &cobra.Command{
		Use:     "remove ID…",
		Short:   "Take briefings out of the library",
		Long:    "Remove deletes the folder of each briefing named, alignment corrections included. The files it was added from are not touched.",
		Example: "  parley remove 2025-07-14-customs-trade-h1",
		Args:    need(1, -1, "name a briefing"),
		RunE:    func(_ *cobra.Command, ids []string) error { return e.remove(ids) },
	}
}

func (e *env) remove(ids []string) error {
	l, err := e.library()
	if err != nil {
		return err
	}
	return write(l, func(w *library.Writer) error {
		var failed error
		for _, id := range ids {
			err := w.Remove(id)
			if err == nil {
				e.note("removed %s", id)
			}
			failed = errors.Join(failed, err)
		}
		_, err := w.Refresh(nil)
		return errors.Join(failed, err)
	})
}
