package index

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

func addSample(id string) func(*Writer) error {
	return func(w *Writer) error { return w.AddPassages(id, samplePassages(id, "2025-07-14"), "stamp of "+id) }
}

func mustUpdate(t testing.TB, dir string, changes func(*Writer) error) {
	t.Helper()
	if err := Update(dir, changes); err != nil {
		t.Fatal(err)
	}
}

func mustOpen(t testing.TB, dir string) *Index {
	t.Helper()
	x, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// names lists what lies in a folder.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func total(t testing.TB, x *Index, q string) int {
	t.Helper()
	return mustSearch(t, x, q, Options{Limit: -1}).Total
}

func TestGenerations(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	if _, err := Open(dir); !errors.Is(err, ErrNoIndex) {
		t.Fatalf("Open of nothing: %v", err)
	}
	mustUpdate(t, dir, addSample("a"))
	first := mustOpen(t, dir)
	mustUpdate(t, dir, addSample("b"))
	second := mustOpen(t, dir)
	mustUpdate(t, dir, func(w *Writer) error { return w.Remove("a") })
	third := mustOpen(t, dir)
	mustUpdate(t, dir, addSample("b")) // again: replaced, not doubled
	fourth := mustOpen(t, dir)

	for i, x := range []*Index{first, second, third, fourth} {
		want := []int{1, 2, 1, 1}[i]
		if got := total(t, x, "审计工作规定"); got != want || len(x.Stamps()) != want || x.Count("") != 15*want {
			t.Errorf("generation %d: %d hits, %d briefings, %d passages; want %d briefings", i+1, got, len(x.Stamps()), x.Count(""), want)
		}
	}
	if got := fourth.Stamps()["b"]; got != "stamp of b" {
		t.Errorf("stamp %q", got)
	}
	if got := fmt.Sprint(names(t, dir)); got != "[current g000003 g000004]" {
		t.Errorf("the folder holds %s", got)
	}
}

func TestFailedUpdateChangesNothing(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, addSample("a"))
	broken := errors.New("broken")
	err := Update(dir, func(w *Writer) error {
		if err := addSample("b")(w); err != nil {
			return err
		}
		return broken
	})
	if !errors.Is(err, broken) {
		t.Fatalf("Update: %v", err)
	}
	if x := mustOpen(t, dir); len(x.Stamps()) != 1 || fmt.Sprint(names(t, dir)) != "[current g000001]" {
		t.Errorf("holds %v, folder %v", x.Stamps(), names(t, dir))
	}
}

// TestLeftovers sets up what a writer killed at each step leaves behind.
func TestLeftovers(t *testing.T) {
	steps := map[string]func(dir string) error{
		"half copied": func(dir string) error {
			next := generationPath(dir, 2)
			if err := os.MkdirAll(filepath.Join(next, "store"), 0o755); err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(next, "store", "root.bolt"), []byte("cut sh"), 0o644)
		},
		"all written, not switched": func(dir string) error { return branch(generationPath(dir, 1), generationPath(dir, 2)) },
		"pointer half written":      func(dir string) error { return os.WriteFile(filepath.Join(dir, "current.123"), []byte("g00"), 0o644) },
		"switched, not swept": func(dir string) error {
			if err := branch(generationPath(dir, 1), generationPath(dir, 2)); err != nil {
				return err
			}
			return point(dir, 2)
		},
	}
	for name, leave := range steps {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			mustUpdate(t, dir, addSample("a"))
			if err := leave(dir); err != nil {
				t.Fatal(err)
			}
			if got := total(t, mustOpen(t, dir), "审计工作规定"); got != 1 {
				t.Errorf("%d hits after the kill", got)
			}
			mustUpdate(t, dir, addSample("b"))
			if got := total(t, mustOpen(t, dir), "审计工作规定"); got != 2 {
				t.Errorf("%d hits after the next update", got)
			}
			if got := names(t, dir); len(got) != 3 {
				t.Errorf("left behind: %v", got)
			}
		})
	}
}

// TestKilled kills a process in the middle of its update.
func TestKilled(t *testing.T) {
	if dir := os.Getenv("PARLEY_TEST_UPDATE"); dir != "" {
		_ = Update(dir, func(w *Writer) error {
			if err := addSample("b")(w); err != nil {
				return err
			}
			if err := w.flush(1); err != nil {
				return err
			}
			fmt.Println("written")
			time.Sleep(time.Minute)
			return nil
		})
		return
	}
	dir := t.TempDir()
	mustUpdate(t, dir, addSample("a"))
	cmd := exec.Command(os.Args[0], "-test.run=^TestKilled$")
	cmd.Env = append(os.Environ(), "PARLEY_TEST_UPDATE="+dir)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, _ := bufio.NewReader(out).ReadString('\n')
	if err := cmd.Process.Kill(); err != nil || line != "written\n" {
		t.Fatalf("%q, %v", line, err)
	}
	_ = cmd.Wait()
	if got := total(t, mustOpen(t, dir), "审计工作规定"); got != 1 {
		t.Errorf("%d hits after the kill", got)
	}
	mustUpdate(t, dir, addSample("c"))
	if got := fmt.Sprint(mustOpen(t, dir).Stamps(), names(t, dir)); got != "map[a:stamp of a c:stamp of c] [current g000001 g000002]" {
		t.Error(got)
	}
}

// TestReadersWhileWriting opens and searches all the time while generations come and go.
func TestReadersWhileWriting(t *testing.T) {
	log.SetOutput(io.Discard) // bleve tells of a generation deleted while it opens; Open then looks again
	defer log.SetOutput(os.Stderr)
	dir := t.TempDir()
	mustUpdate(t, dir, addSample("a"))
	done := make(chan struct{})
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				x, err := Open(dir)
				if err != nil {
					t.Errorf("a reader: %v", err)
					return
				}
				q, _ := Parse("审计工作规定")
				if r, err := x.Search(context.Background(), q, Options{}); err != nil || r.Total == 0 {
					t.Errorf("a reader: %+v, %v", r, err)
				}
				x.Close()
			}
		})
	}
	for i := range 8 {
		mustUpdate(t, dir, addSample(fmt.Sprint("x", i%3)))
	}
	close(done)
	wg.Wait()
}

func TestOutdated(t *testing.T) {
	dir := t.TempDir()
	mustUpdate(t, dir, addSample("a"))
	if err := os.Truncate(filepath.Join(generationPath(dir, 1), "store", "root.bolt"), 100); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir); !errors.Is(err, ErrOutdated) {
		t.Errorf("Open of a damaged index: %v", err)
	}
	if err := Update(dir, addSample("b")); !errors.Is(err, ErrOutdated) {
		t.Errorf("Update of a damaged index: %v", err)
	}
	if err := Rebuild(dir, addSample("a")); err != nil {
		t.Fatal(err)
	}
	if got := total(t, mustOpen(t, dir), "审计工作规定"); got != 1 {
		t.Errorf("%d hits after the rebuild", got)
	}
}

// TestColumnsOutliveMerges makes bleve merge segments, and groups by column after.
func TestColumnsOutliveMerges(t *testing.T) {
	dir := t.TempDir()
	const briefings = 30
	for i := range briefings / 10 {
		mustUpdate(t, dir, func(w *Writer) error {
			for j := range 10 {
				id := fmt.Sprintf("m%02d", 10*i+j)
				if err := w.AddPassages(id, samplePassages(id, "2025-07-14"), ""); err != nil {
					return err
				}
				if err := w.flush(1); err != nil { // a segment each
					return err
				}
			}
			return nil
		})
	}
	x := mustOpen(t, dir)
	if r := mustSearch(t, x, "exporters cranes", Options{Exchanges: true, Limit: 100}); r.Total != briefings || len(r.Exchanges[7].Question) != 2 {
		t.Errorf("%d exchanges, want %d", r.Total, briefings)
	}
	if r := mustSearch(t, x, "tariffs in:question", Options{Sort: ByBriefing, Limit: 100}); r.Total != briefings || r.Hits[12].ID != "m12#t2.s1" {
		t.Errorf("%d hits, want %d; the thirteenth is %s", r.Total, briefings, r.Hits[12].ID)
	}
}
