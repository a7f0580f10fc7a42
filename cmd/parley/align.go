package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"parley/align"
	"parley/corpus"
	"parley/library"
	"parley/segment"
)

// alignFormats name what align can print.
var alignFormats = []string{"beads", "tsv", "json", "tmx"}

type alignOptions struct {
	preSplit bool
	format   string
	minScore float64
	onePass  bool
}

func newAlign(e *env) *cobra.Command {
	var o alignOptions
	cmd := &cobra.Command{
		Use:   "align LEFT RIGHT",
		Short: "Align two files without a library",
		Long: `Align finds which sentences of two files translate each other, one English and
one Chinese in either order, and prints the beads. Transcripts are split into
turns and sentences and aligned turn by turn; with --pre-split each line of the
files is one sentence, as aligners' test sets have it. - reads standard input.

  beads   [left indices]:[right indices]:confidence, counted from 0 (Vecalign's form)
  tsv     left text, right text, confidence, with tabs between
  json    both, as an array of objects
  tmx     a translation memory`,
		Example: `  parley align briefing.en.txt briefing.zh.txt --format tsv
  parley align --pre-split book.zh book.en > book.beads`,
		Args: need(2, 2, "name two files"),
		RunE: func(_ *cobra.Command, args []string) error { return e.align(args[0], args[1], o) },
	}
	f := cmd.Flags()
	f.BoolVar(&o.preSplit, "pre-split", false, "one sentence a line: do not split, and do not look for turns")
	f.StringVar(&o.format, "format", "beads", strings.Join(alignFormats, ", "))
	f.Float64Var(&o.minScore, "min-score", 0, "leave out beads with less confidence than this, 0 to 1")
	f.BoolVar(&o.onePass, "one-pass", false, "do not learn words from the text: faster, less exact")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(alignFormats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (e *env) align(left, right string, o alignOptions) error {
	write, err := alignWriter(o.format)
	if err != nil {
		return err
	}
	if left == "-" && right == "-" {
		return errors.New("aligning: only one side can come from standard input")
	}
	how := align.Options{OnePass: o.onePass}
	find := e.alignTexts
	if o.preSplit {
		find = e.alignLines
	}
	beads, l, r, err := find(left, right, how)
	if err != nil {
		return err
	}
	kept := beads[:0]
	for _, b := range beads {
		if b.Confidence >= o.minScore {
			kept = append(kept, b)
		}
	}
	return write(e.out, kept, l, r)
}

func alignWriter(format string) (func(io.Writer, []align.Bead, align.Side, align.Side) error, error) {
	switch format {
	case "beads":
		return func(w io.Writer, b []align.Bead, _, _ align.Side) error { return align.WriteBeads(w, b) }, nil
	case "tsv":
		return func(w io.Writer, b []align.Bead, l, r align.Side) error {
			return align.WriteTSV(w, align.Pairs(b, l, r))
		}, nil
	case "json":
		return func(w io.Writer, b []align.Bead, l, r align.Side) error {
			return align.WriteJSON(w, align.Pairs(b, l, r))
		}, nil
	case "tmx":
		return func(w io.Writer, b []align.Bead, l, r align.Side) error {
			return align.WriteTMX(w, align.Pairs(b, l, r), l.Lang, r.Lang)
		}, nil
	}
	return nil, fmt.Errorf("aligning: unknown format %q: it is one of %s", format, strings.Join(alignFormats, ", "))
}

// alignLines aligns files that have one sentence a line.
func (e *env) alignLines(left, right string, how align.Options) ([]align.Bead, align.Side, align.Side, error) {
	l, err := e.side(left)
	if err != nil {
		return nil, l, l, err
	}
	r, err := e.side(right)
	if err != nil {
		return nil, l, r, err
	}
	beads, err := align.Sentences(l, r, how)
	if err != nil {
		err = fmt.Errorf("%s and %s: %w", left, right, err)
	}
	return beads, l, r, err
}

func (e *env) side(name string) (align.Side, error) {
	f, err := e.open(name)
	if err != nil {
		return align.Side{}, err
	}
	defer f.Close()
	sentences, err := lines(f, name)
	if err != nil {
		return align.Side{}, err
	}
	return align.Side{Lang: segment.Detect(strings.Join(sentences, "\n")), Sentences: sentences}, nil
}

// open opens a file, or standard input for -.
func (e *env) open(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(e.in), nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("reading: %w", err)
	}
	return f, nil
}

// alignTexts aligns two transcripts by turns and gives the beads over all their
// sentences, left and right as the files were named.
func (e *env) alignTexts(left, right string, how align.Options) ([]align.Bead, align.Side, align.Side, error) {
	var none align.Side
	l, err := e.transcript(left)
	if err != nil {
		return nil, none, none, err
	}
	r, err := e.transcript(right)
	if err != nil {
		return nil, none, none, err
	}
	if l.Text.Lang == r.Text.Lang {
		return nil, none, none, fmt.Errorf("aligning %s and %s: %w (%s)", left, right, align.ErrSameLanguage, language(l.Text.Lang))
	}
	swapped := l.Text.Lang == segment.Chinese
	en, zh := l.Text, r.Text
	if swapped {
		en, zh = zh, en
	}
	a, err := align.Briefing(corpus.Pair(en, zh), how)
	if err != nil {
		return nil, none, none, err
	}
	if a.Similarity < align.Translations {
		e.note("%s and %s do not look like translations of each other (similarity %.2f)", left, right, a.Similarity)
	}
	beads := a.Flat(en, zh)
	if swapped {
		for i, b := range beads {
			beads[i].Left, beads[i].Right = b.Right, b.Left
		}
	}
	return beads, sentenceSide(l.Text), sentenceSide(r.Text), nil
}

func (e *env) transcript(name string) (library.Input, error) {
	if name == "-" {
		return library.ParseInput("standard input", e.in)
	}
	in, err := library.ReadInput(name)
	if err == nil {
		e.tellConverted(in)
	}
	return in, err
}

func sentenceSide(t *corpus.Text) align.Side {
	s := align.Side{Lang: t.Lang}
	for _, turn := range t.Turns {
		for _, span := range turn.Sentences {
			s.Sentences = append(s.Sentences, span.In(t.Raw))
		}
	}
	return s
}
