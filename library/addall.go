package library

import (
	"context"
	"runtime"
	"sync"

	"parley/corpus"
)

// Candidate is a briefing to be: one text, or two taken for one event.
type Candidate struct {
	En, Zh *Input
	Why    string // what speaks for it
}

// Name is the path of its first text.
func (c Candidate) Name() string {
	if c.En != nil {
		return c.En.Path
	}
	return c.Zh.Path
}

// PairUp finds which of the inputs are one event in two languages.
func PairUp(inputs []Input) []Candidate {
	sources := make([]corpus.Source, len(inputs))
	for i, in := range inputs {
		sources[i] = corpus.Source{Path: in.Path, Text: in.Text}
	}
	var out []Candidate
	for _, m := range corpus.PairUp(sources) {
		c := Candidate{Why: m.Why}
		if m.En >= 0 {
			c.En = &inputs[m.En]
		}
		if m.Zh >= 0 {
			c.Zh = &inputs[m.Zh]
		}
		out = append(out, c)
	}
	return out
}

// AddAll adds candidates, as many at a time as there are processors, and tells
// what became of each, in order. It stops early when ctx ends.
func (w *Writer) AddAll(ctx context.Context, candidates []Candidate, force bool, progress Progress) (done []Outcome, failed []Skipped) {
	outcomes, errs := make([]*Outcome, len(candidates)), make([]error, len(candidates))
	next := make(chan int)
	var wg sync.WaitGroup
	var mu sync.Mutex
	finished := 0
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				o, err := w.Add(candidates[i].En, candidates[i].Zh, force)
				mu.Lock()
				outcomes[i], errs[i] = &o, err
				finished++
				progress.report(finished, len(candidates))
				mu.Unlock()
			}
		})
	}
	for i := 0; i < len(candidates) && ctx.Err() == nil; i++ {
		next <- i
	}
	close(next)
	wg.Wait()
	for i, o := range outcomes {
		switch {
		case errs[i] != nil:
			failed = append(failed, Skipped{candidates[i].Name(), errs[i]})
		case o != nil:
			done = append(done, *o)
		}
	}
	return done, failed
}
