package library

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// The files of a briefing's folder.
const (
	enFile        = "en.txt"
	zhFile        = "zh.txt"
	metaFile      = "briefing.json"
	alignmentFile = "alignment.txt"
)

// A briefing is replaced in three renames:
//
//	write .new-ID, rename ID to .old-ID, rename .new-ID to ID, delete .old-ID
//
// recoverFolders undoes or completes whatever a killed process left of that.
const (
	newPrefix = ".new-"
	oldPrefix = ".old-"
)

// writeFile writes data to a file beside name, then renames it to name.
func writeFile(name string, data []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), ".write-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	if _, err = f.Write(data); err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644)
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// putFolder makes files the whole content of the briefing's folder id.
func (l *Library) putFolder(id string, files map[string][]byte) error {
	base := filepath.Join(l.dir, briefingsDir)
	fresh, old, place := filepath.Join(base, newPrefix+id), filepath.Join(base, oldPrefix+id), filepath.Join(base, id)
	if err := writeFolder(fresh, files); err != nil {
		os.RemoveAll(fresh)
		return fmt.Errorf("writing briefing %s: %w", id, err)
	}
	if err := os.Rename(place, old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("replacing briefing %s: %w", id, err)
	}
	if err := os.Rename(fresh, place); err != nil {
		return fmt.Errorf("replacing briefing %s: %w", id, err)
	}
	return os.RemoveAll(old)
}

func writeFolder(dir string, files map[string][]byte) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, data := range files {
		if err := writeFile(filepath.Join(dir, name), data); err != nil {
			return err
		}
	}
	return nil
}

// recoverFolders puts a briefing back whose replacement was interrupted and
// clears what such an interruption left. The caller holds the lock.
func (l *Library) recoverFolders() error {
	leftovers, err := l.leftovers()
	if err != nil {
		return err
	}
	base := filepath.Join(l.dir, briefingsDir)
	for _, name := range leftovers {
		from := filepath.Join(base, name)
		if id, ok := strings.CutPrefix(name, oldPrefix); ok {
			if _, err := os.Stat(filepath.Join(base, id)); errors.Is(err, fs.ErrNotExist) {
				if err := os.Rename(from, filepath.Join(base, id)); err != nil {
					return fmt.Errorf("putting briefing %s back: %w", id, err)
				}
				continue
			}
		}
		if err := os.RemoveAll(from); err != nil {
			return fmt.Errorf("clearing %s: %w", from, err)
		}
	}
	return nil
}

// leftovers are the names an interrupted write left among the briefings.
func (l *Library) leftovers() ([]string, error) {
	entries, err := fs.ReadDir(l.fsys, briefingsDir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("listing briefings: %w", err)
	}
	var names []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), newPrefix) || strings.HasPrefix(e.Name(), oldPrefix) {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// read returns a file of a briefing; a missing file is nil without an error.
func (l *Library) read(id, name string) ([]byte, error) {
	b, err := fs.ReadFile(l.fsys, path.Join(briefingsDir, id, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return b, err
}

// stamp is a checksum of all that the index takes from a briefing's folder.
func (l *Library) stamp(id string) (string, error) {
	h := sha256.New()
	for _, name := range []string{enFile, zhFile, metaFile, alignmentFile} {
		f, err := l.fsys.Open(path.Join(briefingsDir, id, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return "", fmt.Errorf("reading briefing %s: %w", id, err)
		}
		fmt.Fprintf(h, "%s\n", name)
		_, err = io.Copy(h, f)
		f.Close()
		if err != nil {
			return "", fmt.Errorf("reading briefing %s: %w", id, err)
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:16]), nil
}

// changedSince tells cheaply whether any file of the briefing may be newer than t.
func (l *Library) changedSince(id string, t time.Time) bool {
	for _, name := range []string{enFile, zhFile, metaFile, alignmentFile} {
		info, err := fs.Stat(l.fsys, path.Join(briefingsDir, id, name))
		if err == nil && !info.ModTime().Before(t) {
			return true
		}
	}
	return false
}

func checksum(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
