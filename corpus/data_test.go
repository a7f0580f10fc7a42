package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// dataDir holds real transcripts; they are no part of the project.
const dataDir = "../../shared/data"

// TestData reads all real transcripts, holds each against what is promised of
// every text, and compares their counts with the committed ones, so that a
// change of the reader shows in the diff.
func TestData(t *testing.T) {
	if _, err := os.Stat(dataDir); err != nil {
		t.Skipf("the real transcripts are not here: %v", err)
	}
	var report strings.Builder
	fmt.Fprintln(&report, "# turns questions answers exchanges unattributed-lines unspoken-lines date file")
	for _, pattern := range []string{"briefings/*/en.txt", "briefings/*/zh.txt", "briefings-monolingual/2*.md", "layouts/*.txt", "seeds/*.txt"} {
		files, err := filepath.Glob(filepath.Join(dataDir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		var sum [6]int
		for _, file := range files {
			text := readData(t, file)
			n := counts(text)
			for i := range n {
				sum[i] += n[i]
			}
			name, _ := filepath.Rel(dataDir, file)
			fmt.Fprintf(&report, "%s %-10s %s\n", columns(n), text.Date, filepath.ToSlash(name))
		}
		fmt.Fprintf(&report, "%s %-10s = %s (%d files)\n", columns(sum), "", pattern, len(files))
	}
	const golden = "testdata/data.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(report.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), report.String()); diff != "" {
		t.Errorf("counts differ (-want +got):\n%s", diff)
	}
}

func columns(n [6]int) string {
	return fmt.Sprintf("%5d %4d %4d %4d %4d %4d", n[0], n[1], n[2], n[3], n[4], n[5])
}

func readData(t *testing.T, file string) *Text {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	raw, _, err := Decode(b)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	if _, skeleton, ok := strings.Cut(raw, "\n----\n"); ok { // notes on the layout stand above
		raw = strings.TrimPrefix(skeleton, "EN\n")
	}
	text, err := Parse(raw)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	checkText(t, text)
	checkExchanges(t, text.Turns, Exchanges(text.Turns))
	return text
}

func counts(text *Text) (n [6]int) {
	n[0] = len(text.Turns)
	for _, turn := range text.Turns {
		switch turn.Kind {
		case Question:
			n[1]++
		case Answer:
			n[2]++
		}
	}
	n[3], n[4], n[5] = len(Exchanges(text.Turns)), len(text.Unattributed), len(text.Unspoken())
	return n
}

// TestDataPairs pairs all events from the heap of their files.
func TestDataPairs(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(dataDir, "briefings/*/*.txt"))
	if len(files) == 0 {
		t.Skip("the real transcripts are not here")
	}
	var sources []Source
	for _, file := range files {
		sources = append(sources, Source{Path: file, Text: readData(t, file)})
	}
	pairs := 0
	for _, m := range PairUp(sources) {
		if m.En < 0 || m.Zh < 0 {
			t.Errorf("%v is single", m)
			continue
		}
		en, zh := sources[m.En], sources[m.Zh]
		if err := Plausible(en.Text, zh.Text); err != nil {
			t.Errorf("%s: %v", en.Path, err)
		}
		if filepath.Dir(en.Path) != filepath.Dir(zh.Path) {
			t.Errorf("%s is paired with %s", en.Path, zh.Path)
		}
		pairs++
	}
	if pairs != 68 {
		t.Errorf("%d pairs, want 68", pairs)
	}
	byEvidence(t, sources)
}

// byEvidence takes the names away: the texts alone must pair the events of
// which they say enough, and none wrongly.
func byEvidence(t *testing.T, sources []Source) {
	named := make([]Source, 0, len(sources))
	var event []string
	for i, s := range sources {
		if base := filepath.Base(s.Path); base == "en.txt" || base == "zh.txt" {
			named = append(named, Source{Path: fmt.Sprintf("%d.txt", i), Text: s.Text})
			event = append(event, filepath.Dir(s.Path))
		}
	}
	right, wrong := 0, 0
	for _, m := range PairUp(named) {
		switch {
		case m.En < 0 || m.Zh < 0:
		case event[m.En] == event[m.Zh]:
			right++
		default:
			wrong++
			t.Errorf("%s is paired with %s", event[m.En], event[m.Zh])
		}
	}
	t.Logf("by evidence alone: %d of 68 events paired, %d wrongly", right, wrong)
	if right < 55 {
		t.Errorf("by evidence alone only %d of 68 events are paired", right)
	}
}
