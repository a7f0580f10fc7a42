package library

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"syscall"

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
// what became of each, in order. It stops early when ctx ends or the disk is full.
func (w *Writer) AddAll(ctx context.Context, candidates []Candidate, force bool, progress Progress) (done []Outcome, failed []Skipped) {
	outcomes, errs := make([]*Outcome, len(candidates)), make([]error, len(candidates))
	next := make(chan int)
	var wg sync.WaitGroup
	var mu sync.Mutex
	finished, full := 0, false
	goOn := func() bool {
		mu.Lock()
		defer mu.Unlock()
		return ctx.Err() == nil && !full
	}
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				o, err := w.Add(candidates[i].En, candidates[i].Zh, force)
				mu.Lock()
				outcomes[i], errs[i] = &o, err
				full = full || errors.Is(err, syscall.ENOSPC)
				finished++
				progress.report(finished, len(candidates))
				mu.Unlock()
			}
		})
	}
	for i := 0; i < len(candidates) && goOn(); i++ {
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

// Plan is what adding a candidate would do.
type Plan struct {
	ID     string
	Status Status
	En, Zh *Input // with the counterpart that the library has of a text that comes alone
	Err    error
}

// Preview tells what AddAll would do, and changes nothing. How well two texts
// correspond is only seen when they are aligned.
func (l *Library) Preview(candidates []Candidate) ([]Plan, error) {
	w := &Writer{Library: l}
	if err := w.learnSources(); err != nil {
		return nil, err
	}
	plans := make([]Plan, len(candidates))
	for i, c := range candidates {
		plans[i] = w.plan(c)
	}
	return plans, nil
}

func (w *Writer) plan(c Candidate) (p Plan) {
	if p.En, p.Zh, p.Err = w.both(c.En, c.Zh); p.Err != nil {
		return p
	}
	b, err := Understand(p.En, p.Zh)
	if err != nil {
		p.Err = err
		return p
	}
	old := w.claim(b, p.En, p.Zh)
	p.ID, p.Status = b.ID, Added
	switch {
	case old != nil && w.same(old, p.En, p.Zh):
		p.Status = Unchanged
	case old != nil:
		p.Status = Updated
	}
	return p
}
