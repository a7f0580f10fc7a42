package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"parley/corpus"
	"parley/internal/console"
	"parley/library"
	"parley/segment"
)

type addOptions struct {
	en, zh string
	dryRun bool
	force  bool
	asJSON bool
}

func newAdd(e *env) *cobra.Command {
	var o addOptions
	cmd := &cobra.Command{
		Use:   "add [PATH…]",
		Short: "Read, pair, align and index transcripts",
		Long: `Add takes transcript files, or folders of them, finds which English and which
Chinese text are one event, aligns them and puts them into the library, which
it makes if need be. Adding the same files again updates the briefing; what was
confirmed by hand in its alignment is kept where the text stayed the same.

With --en and --zh the two files of one briefing are named.`,
		Example: `  parley add transcripts/
  parley add --en briefing.en.txt --zh briefing.zh.txt
  parley add --dry-run transcripts/`,
		RunE: func(cmd *cobra.Command, paths []string) error { return e.add(cmd.Context(), paths, o) },
	}
	cmd.Flags().StringVar(&o.en, "en", "", "the English transcript of one briefing")
	cmd.Flags().StringVar(&o.zh, "zh", "", "the Chinese transcript of one briefing")
	cmd.Flags().BoolVar(&o.dryRun, "dry-run", false, "show how the files would be paired, and change nothing")
	cmd.Flags().BoolVar(&o.force, "force", false, "take two texts as one event even if they do not look like it")
	cmd.Flags().BoolVar(&o.asJSON, "json", false, "print what was done as JSON")
	return cmd
}

func (e *env) add(ctx context.Context, paths []string, o addOptions) error {
	pairs, skipped, err := e.inputs(paths, o)
	if err != nil {
		return err
	}
	if o.dryRun {
		if err := e.printPlans(pairs); err != nil {
			return err
		}
		return e.reportSkipped(skipped)
	}
	if len(pairs) > 0 {
		var failed []library.Skipped
		failed, err = e.addPairs(ctx, pairs, o)
		skipped = append(skipped, failed...)
	}
	return errors.Join(e.reportSkipped(skipped), err)
}

// inputs reads the files to add and pairs them.
func (e *env) inputs(paths []string, o addOptions) ([]library.Candidate, []library.Skipped, error) {
	if o.en != "" || o.zh != "" {
		if len(paths) > 0 {
			return nil, nil, errors.New("adding: --en and --zh name one briefing; leave out the other paths, or add them in a second command")
		}
		p, err := e.named(o.en, o.zh)
		return []library.Candidate{p}, nil, err
	}
	if len(paths) == 0 {
		return nil, nil, errors.New("adding: name a transcript or a folder of them, as in: parley add transcripts/")
	}
	files, skipped, err := library.Find(paths)
	if err != nil {
		return nil, nil, err
	}
	inputs, failed := e.readAll(files)
	return library.PairUp(inputs), append(skipped, failed...), nil
}

// named reads the files of --en and --zh and holds them against their flags.
func (e *env) named(en, zh string) (library.Candidate, error) {
	var p library.Candidate
	for _, side := range []struct {
		name string
		lang segment.Lang
		to   **library.Input
	}{{en, segment.English, &p.En}, {zh, segment.Chinese, &p.Zh}} {
		if side.name == "" {
			continue
		}
		in, err := library.ReadInput(side.name)
		if err != nil {
			return p, err
		}
		if in.Text.Lang != side.lang {
			return p, fmt.Errorf("adding %s: the text is in %s, and --%s names it as %s", side.name, language(in.Text.Lang), side.lang, language(side.lang))
		}
		e.tellConverted(in)
		*side.to = &in
	}
	p.Why = "named"
	return p, nil
}

func language(l segment.Lang) string {
	return map[segment.Lang]string{segment.English: "English", segment.Chinese: "Chinese"}[l]
}

// tellConverted says what was done to a file, and what will be missed in it.
func (e *env) tellConverted(in library.Input) {
	if in.Converted != "" {
		e.note("%s: %s", in.Path, in.Converted)
	}
	if corpus.Mixed(in.Raw) {
		e.note("%s: it holds both languages; it is read as %s only: save each language as a file of its own", in.Path, language(in.Text.Lang))
	}
}

func (e *env) readAll(files []string) (inputs []library.Input, failed []library.Skipped) {
	progress := e.progress("reading")
	for i, name := range files {
		in, err := library.ReadInput(name)
		if err != nil {
			failed = append(failed, library.Skipped{Path: name, Why: err})
		} else {
			e.tellConverted(in)
			inputs = append(inputs, in)
		}
		if progress != nil {
			progress(i+1, len(files))
		}
	}
	return inputs, failed
}

func (e *env) addPairs(ctx context.Context, pairs []library.Candidate, o addOptions) (failed []library.Skipped, err error) {
	if e.demo {
		return nil, library.ErrReadOnly
	}
	dir, err := e.libraryDir()
	if err != nil {
		return nil, err
	}
	l, err := library.Create(dir)
	if err != nil {
		return nil, err
	}
	err = write(l, func(w *library.Writer) error {
		var outcomes []library.Outcome
		outcomes, failed = w.AddAll(ctx, pairs, o.force, e.progress("aligning"))
		_, unindexed := w.Refresh(e.progress("indexing"))
		print := e.printOutcomes
		if o.asJSON {
			print = func(outcomes []library.Outcome) error { return e.printJSON(outcomes) }
		}
		if err := print(outcomes); err != nil {
			return err
		}
		if unindexed != nil {
			return fmt.Errorf("%s added, but not all of the library could be indexed (parley doctor says what to do):\n%w", count(len(outcomes), "briefing"), unindexed)
		}
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("adding: %w; what was added is indexed, the rest can be added again", err)
		}
		return nil
	})
	return failed, err
}

func (e *env) printOutcomes(outcomes []library.Outcome) error {
	return e.buffered(func(p *console.Printer) {
		for _, o := range outcomes {
			p.Line(console.Pad(string(o.Status), 10), p.Bold(o.ID), "  ", p.Dim(describe(o)))
		}
	})
}

// describe says what was understood of a briefing.
func describe(o library.Outcome) string {
	turns := func(s *library.Source) string {
		if s == nil {
			return "–"
		}
		return fmt.Sprint(s.Turns)
	}
	text := fmt.Sprintf("turns en %s zh %s, %s, %s", turns(o.En), turns(o.Zh), count(o.Exchanges, "exchange"), count(o.Passages, "passage"))
	if en, zh := loose(o.En), loose(o.Zh); en+zh > 0 {
		text += fmt.Sprintf(", lines without a speaker en %d zh %d", en, zh)
	}
	if o.En == nil || o.Zh == nil {
		text += ", one language only"
	}
	if o.Dropped > 0 {
		text += fmt.Sprintf(", %s no longer as confirmed: aligned anew", count(o.Dropped, "turn"))
	}
	return text
}

func loose(s *library.Source) int {
	if s == nil {
		return 0
	}
	return s.Loose
}

// printPlans shows what adding would do.
func (e *env) printPlans(candidates []library.Candidate) error {
	l, err := e.library()
	if errors.Is(err, library.ErrNoLibrary) {
		l, err = library.Empty(), nil
	}
	if err != nil {
		return err
	}
	plans, err := l.Preview(candidates)
	if err != nil {
		return err
	}
	return e.buffered(func(p *console.Printer) {
		for i, plan := range plans {
			if plan.Err != nil {
				p.Line(p.Warn("refused   "), plan.Err.Error())
				continue
			}
			p.Line(console.Pad(string(plan.Status), 10), p.Bold(plan.ID), "  ", p.Dim(candidates[i].Why))
			for _, in := range []*library.Input{plan.En, plan.Zh} {
				if in != nil {
					p.Line("  ", string(in.Text.Lang), "  ", in.Path, p.Dim("  "+count(len(in.Text.Turns), "turn")))
				}
			}
		}
	})
}

// fewLeftOut is how many files left out are named one by one.
const fewLeftOut = 3

// reportSkipped lists what was not taken; anything that failed is an error.
func (e *env) reportSkipped(skipped []library.Skipped) error {
	failed, leftOut := 0, 0
	for _, s := range skipped {
		if errors.Is(s.Why, library.ErrNotTranscript) {
			if leftOut++; leftOut <= fewLeftOut {
				e.note("left out %s: %v", s.Path, s.Why)
			}
			continue
		}
		failed++
		e.note("%v", s.Why)
	}
	if leftOut > fewLeftOut {
		e.note("left out %d more of the kind", leftOut-fewLeftOut)
	}
	if failed > 0 {
		return fmt.Errorf("%s could not be added; the messages above say why", count(failed, "file"))
	}
	return nil
}
