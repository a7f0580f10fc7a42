package library

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parley/align"
	"parley/corpus"
	"parley/index"
	"parley/internal/demo"
)

const quay = "2024-03-03-briefing-on-the-reopening-of-the-north-quay"

// texts is a folder with the invented briefing the commands are tested on.
func texts(t *testing.T) (en, zh string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../cmd/parley/testdata/texts")); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "quay.en.txt"), filepath.Join(dir, "quay.zh.txt")
}

func writer(t *testing.T) *Writer {
	t.Helper()
	l, err := Create(filepath.Join(t.TempDir(), "lib"))
	if err != nil {
		t.Fatal(err)
	}
	w, err := l.Write()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.Close() })
	return w
}

func add(t *testing.T, w *Writer, en, zh string) Outcome {
	t.Helper()
	if err := w.prepare(); err != nil { // as a new run of the program does
		t.Fatal(err)
	}
	var in [2]*Input
	for i, name := range []string{en, zh} {
		if name == "" {
			continue
		}
		one, err := ReadInput(name)
		if err != nil {
			t.Fatal(err)
		}
		in[i] = &one
	}
	o, err := w.Add(in[0], in[1], false)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func edit(t *testing.T, name, old, fresh string) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(b), old) {
		t.Fatalf("%s holds no %q", name, old)
	}
	if err := os.WriteFile(name, []byte(strings.Replace(string(b), old, fresh, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}

func noProblems(t *testing.T, l *Library) {
	t.Helper()
	problems, err := l.Check(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("problem: %s: %s (%s)", p.Briefing, p.Message, p.Next)
	}
}

func TestConfirmedTurnsSurviveAChangedText(t *testing.T) {
	w := writer(t)
	en, zh := texts(t)
	add(t, w, en, zh)
	// A person pairs the first two sentences of the opening otherwise and confirms it.
	file := filepath.Join(w.dir, briefingsDir, quay, alignmentFile)
	b, err := w.Briefing(quay)
	if err != nil {
		t.Fatal(err)
	}
	a, err := w.Alignment(quay, b)
	if err != nil {
		t.Fatal(err)
	}
	a.Turns[1].Confirmed = true
	a.Turns[1].Sentences = []align.Bead{{Left: indices(len(b.En.Turns[1].Sentences)), Right: indices(len(b.Zh.Turns[1].Sentences)), Confidence: 1}}
	var buf strings.Builder
	if err := a.Write(&buf, b); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(buf.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	edit(t, en, "Ruan Shuyi:\n\nThe floor is open.", "Pang Zhiyuan:\n\nThe cranes were oiled.\n\nRuan Shuyi:\n\nThe floor is open.")
	if o := add(t, w, en, zh); o.Status != Updated {
		t.Fatalf("status %s, want %s", o.Status, Updated)
	}
	if b, err = w.Briefing(quay); err != nil {
		t.Fatal(err)
	}
	if a, err = w.Alignment(quay, b); err != nil {
		t.Fatal(err)
	}
	if !a.Turns[1].Confirmed || len(a.Turns[1].Sentences) != 1 {
		t.Errorf("the confirmed turn was aligned anew: %+v", a.Turns[1])
	}
	if _, err := w.Refresh(nil); err != nil {
		t.Fatal(err)
	}
	noProblems(t, w.Library)
}

func indices(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func TestInterruptedReplacementIsUndone(t *testing.T) {
	w := writer(t)
	en, zh := texts(t)
	add(t, w, en, zh)
	if _, err := w.Refresh(nil); err != nil {
		t.Fatal(err)
	}
	base := filepath.Join(w.dir, briefingsDir)
	// Killed between the two renames: the old folder set aside, the new one not in place.
	if err := os.Rename(filepath.Join(base, quay), filepath.Join(base, oldPrefix+quay)); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(base, newPrefix+quay), 0o755); err != nil {
		t.Fatal(err)
	}
	problems, err := w.Check(nil)
	if err != nil || len(problems) == 0 {
		t.Errorf("the leftovers go unreported (%v)", err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := w.Library.Write()
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if _, err := again.Meta(quay); err != nil {
		t.Errorf("the briefing is lost: %v", err)
	}
	noProblems(t, w.Library)
}

func TestIndexFollowsFiles(t *testing.T) {
	w := writer(t)
	en, zh := texts(t)
	add(t, w, en, zh)
	if n, err := w.Refresh(nil); n != 1 || err != nil {
		t.Fatalf("Refresh = %d, %v", n, err)
	}
	if n, err := w.Refresh(nil); n != 0 || err != nil {
		t.Errorf("a second Refresh = %d, %v, want nothing to do", n, err)
	}
	edit(t, filepath.Join(w.dir, briefingsDir, quay, metaFile), "Gao Linwei", "Gao Lin-wei")
	ix, err := w.Index()
	if err != nil {
		t.Fatal(err)
	}
	stale, err := w.Stale(ix)
	if err := errors.Join(err, ix.Close()); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(stale, []string{quay}) {
		t.Errorf("Stale = %v", stale)
	}
	if err := os.RemoveAll(filepath.Join(w.dir, indexDir)); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Index(); !errors.Is(err, index.ErrNoIndex) {
		t.Errorf("opening a deleted index: %v", err)
	}
	if n, err := w.Refresh(nil); n != 1 || err != nil {
		t.Errorf("Refresh without an index = %d, %v", n, err)
	}
	noProblems(t, w.Library)
}

// A language that comes by itself joins the other, whichever was first.
func TestLanguagesAddedOneAfterTheOther(t *testing.T) {
	w := writer(t)
	en, zh := texts(t)
	add(t, w, "", zh)
	o := add(t, w, en, "")
	if o.En == nil || o.Zh == nil {
		t.Fatalf("the two texts did not meet: %+v", o)
	}
	if ids, err := w.IDs(); len(ids) != 1 || err != nil {
		t.Errorf("the library holds %v (%v), want one briefing", ids, err)
	}
	edit(t, en, "eleven months", "twelve months")
	if o = add(t, w, en, ""); o.Status != Updated || o.Zh == nil {
		t.Errorf("adding one language again lost the other: %+v", o)
	}
	if o = add(t, w, "", zh); o.Status != Unchanged {
		t.Errorf("adding the other again: %s", o.Status)
	}
}

// A file that holds another event now makes another briefing; the old one stays.
func TestPathUsedForAnotherEvent(t *testing.T) {
	w := writer(t)
	en, zh := texts(t)
	add(t, w, en, zh)
	const fish = "Briefing on the Autumn Fish Market\n\nDate:\n\nOctober 19, 2023\n\nHana Oduya:\n\nWelcome. The market opens at dawn.\n\nCoast Radio:\n\nIs there parking?\n\nHana Oduya:\n\nBehind the church.\n"
	if err := os.WriteFile(en, []byte(fish), 0o644); err != nil {
		t.Fatal(err)
	}
	plans, err := w.Preview([]Candidate{{En: &Input{Path: en, Raw: fish, Text: parsed(t, fish)}}})
	if err != nil || plans[0].Status != Added || plans[0].ID != "2023-10-19-briefing-on-the-autumn-fish-market" {
		t.Errorf("Preview = %+v, %v", plans, err)
	}
	o := add(t, w, en, "")
	if o.Status != Added || o.ID != plans[0].ID || o.Zh != nil {
		t.Errorf("adding another event under an old name: %s %s", o.Status, o.ID)
	}
	if m, err := w.Meta(quay); err != nil || m.En == nil || m.Zh == nil {
		t.Errorf("the old briefing is damaged: %+v, %v", m, err)
	}
}

func parsed(t *testing.T, raw string) *corpus.Text {
	t.Helper()
	text, err := corpus.Parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestAddRefusesToLoseCorrections(t *testing.T) {
	w := writer(t)
	en, zh := texts(t)
	add(t, w, en, zh)
	file := filepath.Join(w.dir, briefingsDir, quay, alignmentFile)
	edit(t, file, "turns [2]:[2]", "turnz [2]:[2]")
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	clear(w.claimed)
	var in [2]Input
	for i, name := range []string{en, zh} {
		if in[i], err = ReadInput(name); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.Add(&in[0], &in[1], false); err == nil || !strings.Contains(err.Error(), alignmentFile+":") {
		t.Errorf("Add over a broken alignment file: %v", err)
	}
	if after, _ := os.ReadFile(file); string(after) != string(before) {
		t.Error("the alignment file was written over")
	}
}

func TestOneBriefingPerSource(t *testing.T) {
	w := writer(t)
	en, zh := texts(t)
	first := add(t, w, en, zh)
	if o := add(t, w, en, zh); o.Status != Unchanged || o.ID != first.ID {
		t.Errorf("adding again: %s %s", o.Status, o.ID)
	}
	// Another file with the same title and date is another briefing.
	edit(t, en, "The north quay reopens", "The south quay reopens")
	other := filepath.Join(t.TempDir(), "other.txt")
	if err := os.Rename(en, other); err != nil {
		t.Fatal(err)
	}
	if o := add(t, w, other, ""); o.Status != Added || o.ID != quay+"-2" {
		t.Errorf("adding another of the same name: %s %s", o.Status, o.ID)
	}
}

func TestCheckFindsDamage(t *testing.T) {
	for name, damage := range map[string]func(t *testing.T, dir string){
		"is not the text that was added": func(t *testing.T, dir string) { edit(t, filepath.Join(dir, enFile), "eleven", "twelve") },
		"is missing":                     func(t *testing.T, dir string) { remove(t, filepath.Join(dir, zhFile)) },
		"briefing.json: line 2":          func(t *testing.T, dir string) { edit(t, filepath.Join(dir, metaFile), `"id"`, `id`) },
		"alignment.txt:": func(t *testing.T, dir string) {
			edit(t, filepath.Join(dir, alignmentFile), "turns [1]:[1]", "turns [1]:[0]")
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := writer(t)
			en, zh := texts(t)
			add(t, w, en, zh)
			if _, err := w.Refresh(nil); err != nil {
				t.Fatal(err)
			}
			damage(t, filepath.Join(w.dir, briefingsDir, quay))
			problems, err := w.Check(nil)
			if err != nil {
				t.Fatal(err)
			}
			if len(problems) == 0 || !strings.Contains(problems[0].Message, name) || problems[0].Next == "" {
				t.Errorf("Check = %+v, want a problem with %q", problems, name)
			}
		})
	}
}

func remove(t *testing.T, name string) {
	t.Helper()
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
}

func TestIDsNameNothingOutside(t *testing.T) {
	w := writer(t)
	for _, id := range []string{"", ".", "..", "../lib", "a/b", ".new-x", `a\b`} {
		if err := w.Remove(id); !errors.Is(err, ErrNotFound) {
			t.Errorf("Remove(%q) = %v", id, err)
		}
		if _, err := w.Briefing(id); !errors.Is(err, ErrNotFound) {
			t.Errorf("Briefing(%q) = %v", id, err)
		}
	}
}

// The demo library is made by go generate; its alignments are what the program
// makes of its texts today.
func TestDemoLibraryIsUpToDate(t *testing.T) {
	l := Embedded(demo.Library())
	noProblems(t, l)
	ids, err := l.IDs()
	if err != nil || len(ids) < 3 {
		t.Fatalf("the demo library holds %v (%v)", ids, err)
	}
	for _, id := range ids {
		b, err := l.Briefing(id)
		if err != nil {
			t.Fatal(err)
		}
		a, err := align.Briefing(b, align.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var fresh strings.Builder
		if err := a.Write(&fresh, b); err != nil {
			t.Fatal(err)
		}
		filed, err := l.read(id, alignmentFile)
		if err != nil {
			t.Fatal(err)
		}
		if fresh.String() != string(filed) {
			t.Errorf("%s is not what the program aligns: run go generate ./internal/demo", id)
		}
	}
	if _, err := l.Write(); !errors.Is(err, ErrReadOnly) {
		t.Errorf("writing to it: %v", err)
	}
}
