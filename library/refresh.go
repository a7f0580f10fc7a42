package library

import (
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"parley/align"
	"parley/corpus"
	"parley/index"
)

// clockSlack covers file systems that keep times in steps of up to two seconds.
const clockSlack = 2 * time.Second

// Progress is told how far a long piece of work has come. It may be nil.
type Progress func(done, total int)

func (p Progress) report(done, total int) {
	if p != nil {
		p(done, total)
	}
}

// Refresh brings the index up to date with the files and returns how many
// briefings changed. A briefing that cannot be read is left as it was in the
// index; the others go on, and the error tells all that failed.
func (w *Writer) Refresh(progress Progress) (int, error) {
	dir := filepath.Join(w.dir, indexDir)
	current, err := w.Index()
	if errors.Is(err, index.ErrNoIndex) || errors.Is(err, index.ErrOutdated) {
		return w.Rebuild(progress)
	}
	if err != nil {
		return 0, err
	}
	fresh, gone, err := w.compare(current)
	if cerr := current.Close(); err == nil {
		err = cerr
	}
	if err != nil || len(fresh)+len(gone) == 0 {
		return 0, err
	}
	var failed error
	err = index.Update(dir, func(iw *index.Writer) (err error) {
		for _, id := range gone {
			if err := iw.Remove(id); err != nil {
				return err
			}
		}
		failed, err = w.indexEach(iw, fresh, progress)
		return err
	})
	return len(fresh) + len(gone), errors.Join(err, failed)
}

// Rebuild makes the index anew from the files alone.
func (w *Writer) Rebuild(progress Progress) (int, error) {
	ids, err := w.IDs()
	if err != nil {
		return 0, err
	}
	var failed error
	err = index.Rebuild(filepath.Join(w.dir, indexDir), func(iw *index.Writer) (err error) {
		failed, err = w.indexEach(iw, ids, progress)
		return err
	})
	return len(ids), errors.Join(err, failed)
}

func (l *Library) indexAll(iw *index.Writer, progress Progress) error {
	ids, err := l.IDs()
	if err != nil {
		return err
	}
	failed, err := l.indexEach(iw, ids, progress)
	return errors.Join(err, failed)
}

// indexEach adds briefings to an index. Those that cannot be read are told in
// failed and passed over; an index that cannot be written ends the work with err.
func (l *Library) indexEach(iw *index.Writer, ids []string, progress Progress) (failed, err error) {
	for i, id := range ids {
		r, err := l.reading(id)
		if err != nil {
			failed = errors.Join(failed, err)
		} else if err := iw.Add(r.briefing, r.alignment, r.stamp); err != nil {
			return failed, fmt.Errorf("indexing briefing %s: %w", id, err)
		}
		progress.report(i+1, len(ids))
	}
	return failed, nil
}

// reading is all that the index takes from a briefing's folder.
type reading struct {
	briefing  *corpus.Briefing
	alignment *align.Alignment
	stamp     string
}

func (l *Library) reading(id string) (r reading, err error) {
	if r.stamp, err = l.stamp(id); err != nil {
		return r, err
	}
	if r.briefing, err = l.Briefing(id); err != nil {
		return r, err
	}
	r.alignment, err = l.Alignment(id, r.briefing)
	return r, err
}

// compare tells which briefings the index has not seen as they are now, and
// which it holds that are gone.
func (l *Library) compare(ix *index.Index) (fresh, gone []string, err error) {
	return l.compareSince(ix, time.Time{})
}

// Stale lists the briefings that differ between files and index, quickly: only
// files younger than the index are read.
func (l *Library) Stale(ix *index.Index) ([]string, error) {
	if l.dir == "" {
		return nil, nil
	}
	made, err := index.Made(filepath.Join(l.dir, indexDir))
	if err != nil {
		return nil, err
	}
	fresh, gone, err := l.compareSince(ix, made.Add(-clockSlack))
	return append(fresh, gone...), err
}

func (l *Library) compareSince(ix *index.Index, since time.Time) (fresh, gone []string, err error) {
	seen := ix.Stamps()
	ids, err := l.IDs()
	if err != nil {
		return nil, nil, err
	}
	here := map[string]bool{}
	for _, id := range ids {
		here[id] = true
		old, known := seen[id]
		if known && !l.changedSince(id, since) {
			continue
		}
		now, err := l.stamp(id)
		if err != nil {
			return nil, nil, err
		}
		if now != old {
			fresh = append(fresh, id)
		}
	}
	for id := range seen {
		if !here[id] {
			gone = append(gone, id)
		}
	}
	return fresh, gone, nil
}
