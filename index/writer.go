package index

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/search/query"

	"parley/align"
	"parley/corpus"
)

// batchSize is how many passages are handed to bleve at once. Smaller batches
// make many small files, larger ones only take more memory.
const batchSize = 800

// Writer changes an index. It is used by one goroutine, within [Update],
// [Rebuild] or [Memory].
type Writer struct {
	bleve   bleve.Index
	batch   *bleve.Batch
	records map[string]record
	fresh   map[string]*lengths // of briefings added now
}

// record is what the index knows of a briefing in it.
type record struct {
	Stamp    string `json:"stamp"`
	Passages int    `json:"passages"`
	En       int64  `json:"en"` // terms in each scored field
	Stem     int64  `json:"stem"`
	Zh       int64  `json:"zh"`
	Words    int64  `json:"words"`
}

// state is kept inside the bleve index, under stateKey.
type state struct {
	Version   string            `json:"version"`
	Briefings map[string]record `json:"briefings"`
}

var stateKey = []byte("parley")

// Update makes changes to the index in dir, or starts one. Readers see all of
// them together once Update has returned nil, and none if it fails. It fails with
// [ErrOutdated] where the index must be rebuilt.
func Update(dir string, changes func(*Writer) error) error { return update(dir, false, changes) }

// Rebuild starts an empty index in dir and puts it in the place of the one
// there, whatever state that is in.
func Rebuild(dir string, changes func(*Writer) error) error { return update(dir, true, changes) }

func update(dir string, empty bool, changes func(*Writer) error) (err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("making the index folder: %w", err)
	}
	now, err := generation(dir)
	if err != nil {
		return err
	}
	sweep(dir, now)
	next := generationPath(dir, now+1)
	defer func() {
		if err != nil {
			_ = os.RemoveAll(next)
		}
	}()
	if err := writeGeneration(dir, now, empty, changes); err != nil {
		return err
	}
	if err := point(dir, now+1); err != nil {
		return err
	}
	if empty {
		sweep(dir, now+1)
	}
	return nil
}

// writeGeneration makes the generation after now, changes it and closes it.
func writeGeneration(dir string, now int, empty bool, changes func(*Writer) error) (err error) {
	next := generationPath(dir, now+1)
	empty = empty || now == 0
	if !empty {
		if err := branch(generationPath(dir, now), next); err != nil {
			return fmt.Errorf("copying the index: %w", err)
		}
	}
	w, err := openWriter(next, empty)
	if err != nil {
		return err
	}
	defer func() {
		if e := w.bleve.Close(); e != nil && err == nil {
			err = fmt.Errorf("closing the index: %w", e)
		}
	}()
	if err := changes(w); err != nil {
		return err
	}
	return w.finish()
}

func openWriter(path string, empty bool) (*Writer, error) {
	config := map[string]any{"bolt_timeout": lockTimeout}
	var b bleve.Index
	var err error
	if empty {
		b, err = bleve.NewUsing(path, newMapping(), scorch.Name, scorch.Name, config)
	} else {
		b, err = bleve.OpenUsing(path, config)
	}
	switch {
	case err != nil && empty:
		return nil, fmt.Errorf("making an index: %w", err)
	case err != nil:
		return nil, fmt.Errorf("opening the index to write: %w: %w", ErrOutdated, err)
	}
	w, err := newWriter(b)
	if err != nil {
		_ = b.Close()
		return nil, err
	}
	return w, nil
}

func newWriter(b bleve.Index) (*Writer, error) {
	w := &Writer{bleve: b, batch: b.NewBatch(), records: map[string]record{}, fresh: map[string]*lengths{}}
	s, err := readState(b)
	switch {
	case errors.Is(err, errNoState): // newly made
	case err != nil:
		return nil, err
	case s.Version != analysisVersion:
		return nil, fmt.Errorf("opening the index to write: %w", ErrOutdated)
	default:
		w.records = s.Briefings
	}
	return w, nil
}

// Add indexes a briefing, in place of what the index holds under its ID. stamp
// is any text that changes with the content; [Index.Stamps] gives it back.
func (w *Writer) Add(b *corpus.Briefing, a *align.Alignment, stamp string) error {
	passages, _ := Passages(b, a)
	return w.AddPassages(b.ID, passages, stamp)
}

// AddPassages is Add for passages laid out already, in order of speaking.
func (w *Writer) AddPassages(briefing string, passages []Passage, stamp string) error {
	if err := w.Remove(briefing); err != nil {
		return err
	}
	n := new(lengths)
	for i := range passages {
		passages[i].seq = i
		if err := w.batch.IndexAdvanced(toDocument(&passages[i], n)); err != nil {
			return fmt.Errorf("indexing passage %s: %w", passages[i].ID, err)
		}
		if err := w.flush(batchSize); err != nil {
			return err
		}
	}
	w.records[briefing] = record{Stamp: stamp, Passages: len(passages)}
	w.fresh[briefing] = n
	return nil
}

// Remove takes a briefing out; one that is not there is no error.
func (w *Writer) Remove(briefing string) error {
	old, known := w.records[briefing]
	if !known {
		return nil
	}
	if err := w.flush(1); err != nil {
		return err
	}
	q := query.NewTermQuery(briefing)
	q.SetField("briefing")
	found, err := w.bleve.Search(bleve.NewSearchRequestOptions(q, old.Passages, 0, false))
	if err != nil {
		return fmt.Errorf("finding the passages of %s: %w", briefing, err)
	}
	for _, hit := range found.Hits {
		w.batch.Delete(hit.ID)
	}
	delete(w.records, briefing)
	delete(w.fresh, briefing)
	return w.flush(1)
}

// flush writes the batch if it holds at least n changes.
func (w *Writer) flush(n int) error {
	if w.batch.Size() < n {
		return nil
	}
	if err := w.bleve.Batch(w.batch); err != nil {
		return fmt.Errorf("writing the index: %w", err)
	}
	w.batch.Reset()
	return nil
}

// finish writes what is left, and then the state, which needs all lengths known.
func (w *Writer) finish() error {
	if err := w.flush(1); err != nil {
		return err
	}
	for id, n := range w.fresh {
		r := w.records[id]
		r.En, r.Stem, r.Zh, r.Words = n.En.Load(), n.Stem.Load(), n.Zh.Load(), n.Words.Load()
		w.records[id] = r
	}
	b, err := json.Marshal(state{Version: analysisVersion, Briefings: w.records})
	if err != nil {
		return fmt.Errorf("writing the state of the index: %w", err)
	}
	if err := w.bleve.SetInternal(stateKey, b); err != nil {
		return fmt.Errorf("writing the state of the index: %w", err)
	}
	return nil
}

// Memory makes an index that lives in memory only and cannot be changed later.
func Memory(changes func(*Writer) error) (*Index, error) {
	// NewMemOnly would take bleve's older kind of index.
	b, err := bleve.NewUsing("", newMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("making an index in memory: %w", err)
	}
	w, err := newWriter(b)
	if err == nil {
		err = changes(w)
	}
	if err == nil {
		err = w.finish()
	}
	if err != nil {
		_ = b.Close()
		return nil, err
	}
	return newIndex(b)
}
