package main

import (
	"github.com/spf13/cobra"
)

func newRemove(e *env) *cobra.Command {
	return &cobra.Command{
		Use:     "remove ID…",
		Short:   "Take briefings out of the library",
		Long:    "Remove deletes the folder of each briefing named, alignment corrections included. The files it was added from are not touched.",
		Example: "  parley remove 2025-07-14-customs-trade-h1",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(_ *cobra.Command, ids []string) error { return e.remove(ids) },
	}
}

func (e *env) remove(ids []string) (err error) {
	w, err := e.writer()
	if err != nil {
		return err
	}
	defer func() {
		if cerr := w.Close(); err == nil {
			err = cerr
		}
	}()
	for _, id := range ids {
		if err := w.Remove(id); err != nil {
			return err
		}
		e.note("removed %s", id)
	}
	_, err = w.Refresh(nil)
	return err
}
