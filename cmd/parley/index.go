package main

import (
	"github.com/spf13/cobra"

	"parley/library"
)

func newIndex(e *env) *cobra.Command {
	var rebuild bool
	cmd := &cobra.Command{
		Use:   "index",
		Short: "Bring the index up to date with the library's files",
		Long: `Index reads the briefings that changed since they were indexed, as after an
alignment was corrected by hand. With --rebuild it makes the whole index anew.
The index holds nothing that is not in the files.`,
		Example: "  parley index\n  parley index --rebuild",
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return e.reindex(rebuild) },
	}
	cmd.Flags().BoolVar(&rebuild, "rebuild", false, "make the whole index anew")
	return cmd
}

func (e *env) reindex(rebuild bool) error {
	l, err := e.library()
	if err != nil {
		return err
	}
	return write(l, func(w *library.Writer) error {
		refresh := w.Refresh
		if rebuild {
			refresh = w.Rebuild
		}
		n, err := refresh(e.progress("indexing"))
		if err == nil {
			e.note("%s indexed", count(n, "briefing"))
		}
		return err
	})
}
