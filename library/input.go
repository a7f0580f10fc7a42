package library

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"parley/corpus"
)

// Input is one transcript as read from a file.
type Input struct {
	Path      string // absolute, or a URL
	Bytes     []byte // as imported
	Raw       string // as UTF-8
	Converted string // what Decode did to the bytes, "" if nothing
	Text      *corpus.Text
	Retrieved time.Time // zero: now
}

// Skipped is a file that was found and not taken, and why.
type Skipped struct {
	Path string
	Why  error
}

// ErrNotTranscript is why a file of another kind is left out of a folder.
var ErrNotTranscript = errors.New("not a transcript")

// ReadInput reads, decodes and parses one file.
func ReadInput(name string) (Input, error) {
	f, err := os.Open(name)
	if err != nil {
		return Input{}, fmt.Errorf("reading transcript: %w", err)
	}
	defer f.Close()
	abs, err := filepath.Abs(name)
	if err != nil {
		return Input{}, fmt.Errorf("reading transcript: %w", err)
	}
	in, err := ParseInput(name, f)
	in.Path = abs
	return in, err
}

// ParseInput reads, decodes and parses a transcript that is not a file; name
// stands for it in messages.
func ParseInput(shown string, r io.Reader) (Input, error) {
	b, err := io.ReadAll(io.LimitReader(r, corpus.MaxSize+1))
	if err != nil {
		return Input{}, fmt.Errorf("reading transcript %s: %w", shown, err)
	}
	raw, converted, err := corpus.Decode(b)
	if err != nil {
		return Input{}, fmt.Errorf("reading transcript %s: %w", shown, err)
	}
	t, err := corpus.Parse(raw)
	if err != nil {
		return Input{}, fmt.Errorf("reading transcript %s: %w", shown, err)
	}
	return Input{Path: shown, Bytes: b, Raw: raw, Converted: converted, Text: t}, nil
}

// Find lists the transcript files under each of paths, folders searched
// through, in order. What does not look like a transcript is told in skipped.
func Find(paths []string) (files []string, skipped []Skipped, err error) {
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, nil, fmt.Errorf("reading transcripts: %w", err)
		}
		if !info.IsDir() {
			files = append(files, p)
			continue
		}
		more, rest, err := walk(p)
		if err != nil {
			return nil, nil, fmt.Errorf("reading folder %s: %w", p, err)
		}
		if len(more) == 0 {
			return nil, nil, fmt.Errorf("reading folder %s: it holds no transcripts (files ending in %s)", p, strings.Join(corpus.Extensions, ", "))
		}
		files, skipped = append(files, more...), append(skipped, rest...)
	}
	slices.Sort(files)
	files = slices.Compact(files)
	var transcripts []string
	for i, beside := range corpus.Beside(files) {
		if beside {
			skipped = append(skipped, Skipped{files[i], fmt.Errorf("%w: it lies beside a pair named en and zh", ErrNotTranscript)})
		} else {
			transcripts = append(transcripts, files[i])
		}
	}
	return transcripts, skipped, nil
}

func walk(dir string) (files []string, skipped []Skipped, err error) {
	err = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			skipped = append(skipped, Skipped{name, err})
		case name != dir && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return filepath.SkipDir
			}
		case !d.Type().IsRegular():
		case slices.Contains(corpus.Extensions, strings.ToLower(filepath.Ext(name))):
			files = append(files, name)
		default:
			skipped = append(skipped, Skipped{name, fmt.Errorf("%w: Parley reads %s", ErrNotTranscript, strings.Join(corpus.Extensions, ", "))})
		}
		return nil
	})
	return files, skipped, err
}
