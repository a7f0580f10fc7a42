package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"parley/index"
	"parley/internal/console"
	"parley/internal/demo"
	"parley/library"
)

// env is what every command shares: streams and the library's whereabouts.
type env struct {
	streams
	dir  string
	demo bool
}

func newRoot(s streams) *cobra.Command {
	e := &env{streams: s}
	root := &cobra.Command{
		Use:   "parley",
		Short: "Search press briefings in English and Chinese side by side",
		Long: `Parley takes the English and the Chinese transcript of the same press briefing,
aligns them by speaker turn and by sentence, and finds questions and answers in
both languages at once. It works offline on a folder of your own.`,
		Example: `  parley --demo search "tidal barrier"
  parley add transcripts/
  parley search 高质量发展 --exchanges`,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.SetFlagErrorFunc(flagError)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.PersistentFlags().StringVar(&e.dir, "library", "", "the library's folder (default $PARLEY_LIBRARY, else parley in your data folder)")
	root.PersistentFlags().BoolVar(&e.demo, "demo", false, "work on the small invented library built into the program")
	root.AddCommand(newAdd(e), newList(e), newShow(e), newRemove(e), newSearch(e),
		newAlign(e), newEval(e), newIndex(e), newDoctor(e), newVersion(e))
	return root
}

// library opens the library the flags and the environment name.
func (e *env) library() (*library.Library, error) {
	if e.demo {
		e.note("the demo library: its place, people, outlets and figures are invented")
		return library.Embedded(demo.Library()), nil
	}
	dir, err := e.libraryDir()
	if err != nil {
		return nil, err
	}
	l, err := library.Open(dir)
	if errors.Is(err, library.ErrNoLibrary) {
		return nil, fmt.Errorf("%w; make one with parley add, name another with --library, or try --demo", err)
	}
	return l, err
}

func (e *env) libraryDir() (string, error) {
	for _, dir := range []string{e.dir, os.Getenv("PARLEY_LIBRARY")} {
		if dir != "" {
			return dir, nil
		}
	}
	if data := os.Getenv("XDG_DATA_HOME"); data != "" {
		return filepath.Join(data, "parley"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("finding the library: %w; name it with --library DIR", err)
	}
	return filepath.Join(home, ".local", "share", "parley"), nil
}

// write locks a library, changes it, and unlocks it.
func write(l *library.Library, change func(*library.Writer) error) error {
	w, err := l.Write()
	if err != nil {
		return err
	}
	return errors.Join(change(w), w.Close())
}

// index opens the library's index, and says on stderr where it is behind the files.
func (e *env) index(l *library.Library) (*index.Index, error) {
	ix, err := l.Index()
	if errors.Is(err, index.ErrNoIndex) || errors.Is(err, index.ErrOutdated) {
		return nil, fmt.Errorf("%w; run parley index --rebuild", err)
	}
	if err != nil {
		return nil, err
	}
	stale, err := l.Stale(ix)
	if err != nil {
		ix.Close()
		return nil, err
	}
	if n := len(stale); n > 0 {
		e.note("%s changed since the index was made, the first %s: run parley index", count(n, "briefing"), stale[0])
	}
	return ix, nil
}

// note tells a person something beside the data.
func (e *env) note(format string, args ...any) {
	fmt.Fprintf(e.err, "parley: "+format+"\n", args...)
}

// printer lays data out for stdout: coloured and wrapped on a terminal, plain
// elsewhere. $PARLEY_WIDTH asks for a width of its own, also off a terminal.
func (e *env) printer() *console.Printer {
	p := &console.Printer{W: e.out}
	if f, ok := e.out.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.Color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		p.Width = 80
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			p.Width = w
		}
	}
	if w, err := strconv.Atoi(os.Getenv("PARLEY_WIDTH")); err == nil && w >= 40 {
		p.Width = w
	}
	return p
}

// printJSON writes v as indented JSON, Chinese and quotes as they are.
func (e *env) printJSON(v any) error {
	enc := json.NewEncoder(e.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// buffered runs print on a printer whose output is buffered, and flushes it.
func (e *env) buffered(print func(p *console.Printer)) error {
	p := e.printer()
	buf := bufio.NewWriterSize(p.W, 64<<10)
	p.W = buf
	print(p)
	return buf.Flush()
}

// lines reads one item a line, as from --pre-split files.
func lines(r io.Reader, name string) ([]string, error) {
	var out []string
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 16<<20)
	for sc.Scan() {
		out = append(out, sc.Text())
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("reading %s, line %d: %w", name, len(out)+1, err)
	}
	return out, nil
}
