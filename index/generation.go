package index

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// An index lies on disk as generations, of which the file `current` names one:
//
//	index/current        g000012
//	index/g000012/       a whole bleve index
//
// A generation never changes once `current` names it. A writer makes the next
// one beside it: bleve's segment files are immutable, so they are linked, not
// copied; the small root.bolt and index_meta.json are copied. It changes and
// closes the new generation, and then moves `current` over in one rename. So
// readers, who open a generation read-only, never meet a writer's lock; a writer
// killed at any moment leaves the old generation in force; and what it left
// behind is swept away by the next one. The generation just superseded stays until
// the next update, for readers about to open it; one that has a generation open
// keeps it even after its files are deleted. Most files of the two are shared.
//
// One writer at a time is the caller's to see to (the library's lock does).

const pointerFile = "current"

// ErrNoIndex says that there is no index in the folder yet.
var ErrNoIndex = errors.New("there is no index yet")

// generation is the number of the generation in force; 0 where there is none.
func generation(dir string) (int, error) {
	b, err := os.ReadFile(filepath.Join(dir, pointerFile))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("reading which index is current: %w", err)
	}
	n, ok := generationNumber(strings.TrimSpace(string(b)))
	if !ok {
		return 0, nil // not ours, or cut short: as good as none
	}
	return n, nil
}

func generationName(n int) string { return fmt.Sprintf("g%06d", n) }

func generationPath(dir string, n int) string { return filepath.Join(dir, generationName(n)) }

func generationNumber(name string) (int, bool) {
	digits, found := strings.CutPrefix(name, "g")
	n, err := strconv.Atoi(digits)
	return n, found && err == nil && n > 0 && generationName(n) == name
}

// sweep deletes every generation but those to keep, and unfinished pointers. What
// cannot be deleted now (on Windows, what a reader has open) is left for the next writer.
func sweep(dir string, keep ...int) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		n, ok := generationNumber(e.Name())
		if ok && !slices.Contains(keep, n) || strings.HasPrefix(e.Name(), pointerFile+".") {
			_ = os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
}

// point makes n the generation in force.
func point(dir string, n int) error {
	f, err := os.CreateTemp(dir, pointerFile+".*")
	if err != nil {
		return fmt.Errorf("switching to the new index: %w", err)
	}
	_, err = f.WriteString(generationName(n) + "\n")
	err = errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), filepath.Join(dir, pointerFile))
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return fmt.Errorf("switching to the new index: %w", err)
	}
	return nil
}

// branch makes the folder to hold a copy of the folder from, a bleve index
// that nobody is writing to.
func branch(from, to string) error {
	return filepath.WalkDir(from, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		switch {
		case e.IsDir():
			return os.MkdirAll(target, 0o755)
		case filepath.Ext(path) == ".zap" && os.Link(path, target) == nil:
			return nil
		default:
			return copyFile(path, target)
		}
	})
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
