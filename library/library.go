// Package library keeps briefings on disk and their index beside them.
//
// A library is a folder:
//
//	parley.json                     marks the folder and its format
//	lock                            held by the one process that writes
//	briefings/ID/en.txt zh.txt      the texts, as UTF-8
//	briefings/ID/en.orig zh.orig    the bytes as imported, where they were converted
//	briefings/ID/briefing.json      metadata, cast, sources, checksums
//	briefings/ID/alignment.txt      which turn and sentence translates which
//	index/                          bleve; can be deleted at any time
//
// The files are the truth. A briefing's folder is written beside its place and
// renamed in, so a killed process leaves either the old briefing or the new
// one; the index is brought up to date afterwards and knows what it has seen.
// [Open] reads a library, [Library.Write] locks it for changes, [Library.Check]
// holds files, alignments and index against each other.
package library

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"parley/index"
)

// Format is the layout version written to parley.json.
const Format = 1

const (
	markerFile   = "parley.json"
	briefingsDir = "briefings"
	indexDir     = "index"
)

// ErrNotFound is returned for a briefing ID the library does not hold.
var ErrNotFound = errors.New("no such briefing")

// ErrNoLibrary is returned by Open for a folder that is not a library.
var ErrNoLibrary = errors.New("no library here")

// Library is a folder of briefings, or such a folder embedded in the program.
type Library struct {
	dir  string // "" for an embedded library
	fsys fs.FS
}

// Open opens the library in dir for reading.
func Open(dir string) (*Library, error) {
	l := &Library{dir: dir, fsys: os.DirFS(dir)}
	b, err := fs.ReadFile(l.fsys, markerFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("opening library %s: %w", dir, ErrNoLibrary)
	}
	if err != nil {
		return nil, fmt.Errorf("opening library %s: %w", dir, err)
	}
	return l, checkMarker(dir, b)
}

// Embedded opens a library that is part of the program. It cannot be changed.
func Embedded(fsys fs.FS) *Library { return &Library{fsys: fsys} }

// Empty is a library without briefings: what Preview is asked before there is one.
func Empty() *Library { return Embedded(embed.FS{}) }

// Create makes dir a library if it is not one yet, and opens it. A folder that
// holds other things already is refused, so that nothing is mixed into it.
func Create(dir string) (*Library, error) {
	l, err := Open(dir)
	if !errors.Is(err, ErrNoLibrary) {
		return l, err
	}
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return nil, fmt.Errorf("making library %s: the folder is not empty and not a library; name another with --library", dir)
	}
	if err := os.MkdirAll(filepath.Join(dir, briefingsDir), 0o755); err != nil {
		return nil, fmt.Errorf("making library: %w", err)
	}
	marker := fmt.Appendf(nil, "{\"format\": %d}\n", Format)
	if err := writeFile(filepath.Join(dir, markerFile), marker); err != nil {
		return nil, fmt.Errorf("making library: %w", err)
	}
	return Open(dir)
}

func checkMarker(dir string, b []byte) error {
	var m struct{ Format int }
	if err := json.Unmarshal(b, &m); err != nil {
		return fmt.Errorf("reading %s: %w", filepath.Join(dir, markerFile), err)
	}
	if m.Format != Format {
		return fmt.Errorf("opening library %s: its format is %d and this program reads %d; use the parley it was made with, or add its texts to a new library", dir, m.Format, Format)
	}
	return nil
}

// Dir is the library's folder, "" for an embedded one.
func (l *Library) Dir() string { return l.dir }

// IDs lists the briefings, sorted, which puts them in order of date.
func (l *Library) IDs() ([]string, error) {
	entries, err := fs.ReadDir(l.fsys, briefingsDir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("listing briefings: %w", err)
	}
	var ids []string
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			ids = append(ids, e.Name())
		}
	}
	sort.Strings(ids)
	return ids, nil
}

// Index opens the library's index for reading. The index of an embedded
// library is built in memory.
func (l *Library) Index() (*index.Index, error) {
	if l.dir == "" {
		return index.Memory(func(w *index.Writer) error { return l.indexAll(w, nil) })
	}
	return index.Open(filepath.Join(l.dir, indexDir))
}
