// Package index keeps the passages of aligned briefings and finds them again.
//
// [Passages] lays a briefing out as passages: the sentence pairs of its
// alignment, each with speaker, date and question. [Update] and [Rebuild] keep them
// in a folder, [Memory] in memory; [Open] gives an [Index] to read. [Parse] turns
// what a person typed into a [Query], and [Index.Search] answers it: the one path
// for every front end.
//
// An index holds nothing that the library's files do not: it can be deleted and rebuilt.
package index

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"
)

// ErrOutdated says that the index was made by another version of the program,
// or is damaged, and must be rebuilt.
var ErrOutdated = errors.New("the index was made by another version and must be rebuilt")

var errNoState = errors.New("the index holds no state")

// lockTimeout bounds how long bleve waits for a file lock; without it, for ever.
const lockTimeout = "2s"

// openTries is how often a reader looks again when a writer deletes the
// generation it was about to open.
const openTries = 5

// Index is an open index, for reading. It is safe for use by many goroutines and
// stays as it was when opened, whatever writers do.
type Index struct {
	bleve    bleve.Index
	records  map[string]record
	passages int
	bm25     *search.BM25Stats
}

// Open opens the index in dir. It fails with [ErrNoIndex] where none was made,
// and with [ErrOutdated] where it must be rebuilt.
func Open(dir string) (*Index, error) {
	for try := 1; ; try++ {
		n, err := generation(dir)
		if err == nil && n == 0 {
			err = ErrNoIndex
		}
		if err != nil {
			return nil, fmt.Errorf("opening the index in %s: %w", dir, err)
		}
		x, err := openGeneration(generationPath(dir, n))
		if err == nil {
			return x, nil
		}
		if again, _ := generation(dir); again == n || try == openTries {
			return nil, fmt.Errorf("opening the index in %s: %w", dir, err)
		}
	}
}

func openGeneration(path string) (*Index, error) {
	b, err := bleve.OpenUsing(path, map[string]any{"read_only": true, "bolt_timeout": lockTimeout})
	switch {
	case errors.Is(err, fs.ErrPermission):
		return nil, err
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrOutdated, err)
	}
	return newIndex(b)
}

func newIndex(b bleve.Index) (*Index, error) {
	s, err := readState(b)
	if err == nil && s.Version != analysisVersion {
		err = fmt.Errorf("version %q, not %q", s.Version, analysisVersion)
	}
	if err != nil {
		_ = b.Close()
		return nil, fmt.Errorf("%w: %w", ErrOutdated, err)
	}
	x := &Index{bleve: b, records: s.Briefings}
	x.measure()
	return x, nil
}

func readState(b bleve.Index) (*state, error) {
	raw, err := b.GetInternal(stateKey)
	if err != nil {
		return nil, fmt.Errorf("reading the state of the index: %w", err)
	}
	if raw == nil {
		return nil, errNoState
	}
	s := &state{}
	if err := json.Unmarshal(raw, s); err != nil {
		return nil, fmt.Errorf("reading the state of the index: %w", err)
	}
	if s.Briefings == nil {
		s.Briefings = map[string]record{}
	}
	return s, nil
}

// measure sums the lengths that BM25 weighs a passage's own by.
func (x *Index) measure() {
	var sum record
	for _, r := range x.records {
		sum.Passages += r.Passages
		sum.En += r.En
		sum.Stem += r.Stem
		sum.Zh += r.Zh
		sum.Words += r.Words
	}
	x.passages = sum.Passages
	x.bm25 = &search.BM25Stats{
		DocCount: float64(sum.Passages),
		FieldCardinality: map[string]int{
			"en": int(sum.En), "en.stem": int(sum.Stem), "zh": int(sum.Zh), "zh.word": int(sum.Words), "_id": sum.Passages,
		},
	}
}

// Close frees the index.
func (x *Index) Close() error {
	if err := x.bleve.Close(); err != nil {
		return fmt.Errorf("closing the index: %w", err)
	}
	return nil
}

// Stamps gives for every briefing in the index the stamp it was added with, so
// that a briefing whose files have changed since can be told.
func (x *Index) Stamps() map[string]string {
	stamps := make(map[string]string, len(x.records))
	for id, r := range x.records {
		stamps[id] = r.Stamp
	}
	return stamps
}

// Count is the number of passages of a briefing, or with "" of all.
func (x *Index) Count(briefing string) int {
	if briefing == "" {
		return x.passages
	}
	return x.records[briefing].Passages
}

// view opens a view of the index for one search.
func (x *Index) view() (*snapshot, error) {
	inner, err := x.bleve.Advanced()
	if err != nil {
		return nil, fmt.Errorf("reading the index: %w", err)
	}
	r, err := inner.Reader()
	if err != nil {
		return nil, fmt.Errorf("reading the index: %w", err)
	}
	return newSnapshot(r)
}
