package library

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/gofrs/flock"
)

// ErrLocked is returned while another process writes to the library.
var ErrLocked = errors.New("another parley is writing to this library; try again when it has finished (searching works meanwhile)")

// ErrReadOnly is returned for a change to a library that cannot be changed.
var ErrReadOnly = errors.New("the library is read-only; name one of your own with --library DIR")

// Writer is the one process that may change a library. Close it.
type Writer struct {
	*Library
	lock *flock.Flock

	mu      sync.Mutex          // Add may be called from several goroutines
	sources map[string]string   // source path -> briefing ID
	waiting map[string][]string // date -> IDs of briefings in one language
	claimed map[string]bool     // IDs this writer has written
}

// Write locks the library and puts right what an interrupted writer left. It
// never waits: ErrLocked says that another process writes.
func (l *Library) Write() (*Writer, error) {
	if l.dir == "" {
		return nil, ErrReadOnly
	}
	lock := flock.New(filepath.Join(l.dir, "lock"))
	held, err := lock.TryLock()
	switch {
	case errors.Is(err, os.ErrPermission), errors.Is(err, errReadOnlyFS):
		return nil, fmt.Errorf("locking library %s: %w", l.dir, ErrReadOnly)
	case err != nil:
		return nil, fmt.Errorf("locking library %s: %w", l.dir, err)
	case !held:
		return nil, fmt.Errorf("locking library %s: %w", l.dir, ErrLocked)
	}
	if err := l.writable(); err != nil {
		return nil, errors.Join(err, lock.Unlock())
	}
	w := &Writer{Library: l, lock: lock}
	if err := w.prepare(); err != nil {
		w.Close()
		return nil, err
	}
	return w, nil
}

// writable tries to write to the library's folder.
func (l *Library) writable() error {
	f, err := os.CreateTemp(l.dir, ".write-*")
	switch {
	case errors.Is(err, os.ErrPermission), errors.Is(err, errReadOnlyFS):
		return fmt.Errorf("writing to library %s: %w", l.dir, ErrReadOnly)
	case err != nil:
		return fmt.Errorf("writing to library %s: %w", l.dir, err)
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

func (w *Writer) prepare() error {
	if err := w.recoverFolders(); err != nil {
		return err
	}
	return w.learnSources()
}

// learnSources notes which files made which briefing, and which briefings wait
// for their other language.
func (w *Writer) learnSources() error {
	w.sources, w.waiting, w.claimed = map[string]string{}, map[string][]string{}, map[string]bool{}
	ids, err := w.IDs()
	if err != nil {
		return err
	}
	for _, id := range ids {
		m, err := w.Meta(id)
		if err != nil {
			continue // doctor reports it; it must not stop other work
		}
		for _, s := range []*Source{m.En, m.Zh} {
			if s != nil {
				w.sources[s.Path] = id
			}
		}
		if m.Date != "" && (m.En == nil || m.Zh == nil) {
			w.waiting[m.Date] = append(w.waiting[m.Date], id)
		}
	}
	return nil
}

// Close releases the lock.
func (w *Writer) Close() error { return w.lock.Unlock() }

// Remove takes a briefing out. The index follows with the next Refresh.
func (w *Writer) Remove(id string) error {
	if !validID(id) {
		return fmt.Errorf("briefing %q: %w; parley list shows what there is", id, ErrNotFound)
	}
	place := filepath.Join(w.dir, briefingsDir, id)
	if _, err := os.Stat(place); err != nil {
		return fmt.Errorf("briefing %q: %w; parley list shows what there is", id, ErrNotFound)
	}
	gone := filepath.Join(w.dir, briefingsDir, newPrefix+id)
	if err := os.RemoveAll(gone); err != nil {
		return fmt.Errorf("removing briefing %s: %w", id, err)
	}
	if err := os.Rename(place, gone); err != nil {
		return fmt.Errorf("removing briefing %s: %w", id, err)
	}
	return os.RemoveAll(gone)
}
