// Command gen makes the demo library's metadata and alignments from its texts.
//
//	go run ./library/internal/gen internal/demo/library
//
// reads briefings/ID/en.txt and zh.txt, adds them to a library of their own and
// writes briefing.json and alignment.txt beside them.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"parley/library"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: gen LIBRARY")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	scratch, err := os.MkdirTemp("", "demo")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	l, err := library.Create(filepath.Join(scratch, "library"))
	if err != nil {
		return err
	}
	w, err := l.Write()
	if err != nil {
		return err
	}
	defer w.Close()
	folders, err := filepath.Glob(filepath.Join(dir, "briefings", "*"))
	if err != nil {
		return err
	}
	for _, folder := range folders {
		if err := add(w, folder); err != nil {
			return err
		}
	}
	return copyFile(filepath.Join(dir, "parley.json"), filepath.Join(l.Dir(), "parley.json"))
}

func add(w *library.Writer, folder string) error {
	id := filepath.Base(folder)
	var in [2]library.Input
	for i, name := range []string{"en.txt", "zh.txt"} {
		var err error
		if in[i], err = library.ReadInput(filepath.Join(folder, name)); err != nil {
			return err
		}
		in[i].Path = "demo/" + id + "/" + name
		in[i].Retrieved = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) // the same at every run
	}
	done, err := w.Add(&in[0], &in[1], false)
	if err != nil {
		return err
	}
	if done.ID != id {
		return fmt.Errorf("the texts in %s make the ID %s: rename the folder", folder, done.ID)
	}
	for _, name := range []string{"briefing.json", "alignment.txt"} {
		if err := copyFile(filepath.Join(folder, name), filepath.Join(w.Dir(), "briefings", id, name)); err != nil {
			return err
		}
	}
	return nil
}

func copyFile(to, from string) error {
	b, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, b, 0o644)
}
