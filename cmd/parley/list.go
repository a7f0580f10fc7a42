package main

import (
	"github.com/spf13/cobra"

	"parley/corpus"
	"parley/internal/console"
	"parley/library"
)

func newList(e *env) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "List the library's briefings",
		Example: "  parley list\n  parley list --json",
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return e.list(asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print a JSON array (docs/json.md)")
	return cmd
}

// entry is one briefing of list --json.
type entry struct {
	ID           string           `json:"id"`
	Date         string           `json:"date"`
	Title        corpus.Bilingual `json:"title"`
	Organisation corpus.Bilingual `json:"organisation"`
	Languages    []string         `json:"languages"`
	Turns        map[string]int   `json:"turns"`
	Exchanges    int              `json:"exchanges"`
	Passages     int              `json:"passages"`
	Source       corpus.Bilingual `json:"source"`
}

func (e *env) list(asJSON bool) error {
	l, err := e.library()
	if err != nil {
		return err
	}
	ids, err := l.IDs()
	if err != nil {
		return err
	}
	entries := make([]entry, 0, len(ids))
	for _, id := range ids {
		one, err := newEntry(l, id)
		if err != nil {
			e.note("%v", err)
			continue
		}
		entries = append(entries, one)
	}
	if asJSON {
		err = e.printJSON(entries)
	} else {
		err = e.printEntries(entries)
	}
	if err == nil && len(ids) == 0 {
		e.note("the library is empty: parley add puts briefings into it")
		return errNothing
	}
	return err
}

func newEntry(l *library.Library, id string) (entry, error) {
	m, err := l.Meta(id)
	if err != nil {
		return entry{}, err
	}
	passages, err := l.Passages(id)
	if err != nil {
		return entry{}, err
	}
	one := entry{ID: m.ID, Date: m.Date, Title: m.Title, Organisation: m.Organisation,
		Languages: []string{}, Turns: map[string]int{}, Exchanges: m.Exchanges, Passages: passages}
	if m.En != nil {
		one.Languages, one.Turns["en"], one.Source.En = append(one.Languages, "en"), m.En.Turns, m.En.Path
	}
	if m.Zh != nil {
		one.Languages, one.Turns["zh"], one.Source.Zh = append(one.Languages, "zh"), m.Zh.Turns, m.Zh.Path
	}
	return one, nil
}

func (e *env) printEntries(entries []entry) error {
	return e.buffered(func(p *console.Printer) {
		for _, one := range entries {
			if p.Width == 0 {
				p.Line(one.ID, "\t", one.Date, "\t", one.Title.En, "\t", one.Title.Zh)
				continue
			}
			p.Line(p.Bold(one.ID), p.Dim("  "+count(one.Exchanges, "exchange")+", "+count(one.Passages, "passage")))
			p.Pair(2, console.Text{Text: one.Title.En}, console.Text{Text: one.Title.Zh}, "", "")
		}
	})
}
