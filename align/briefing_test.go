package align

import (
	"bytes"
	"os"
	"path/filepath"
	"sort"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"parley/corpus"
)

// realBriefings are the events of the data folder, whole.
func realBriefings(t testing.TB) map[string]*corpus.Briefing {
	t.Helper()
	dirs, err := filepath.Glob(filepath.Join(dataFolder(t, "briefings"), "*", "en.txt"))
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no briefings: %v", err)
	}
	out := map[string]*corpus.Briefing{}
	for _, p := range dirs {
		dir := filepath.Dir(p)
		out[filepath.Base(dir)] = corpus.Pair(readText(t, p), readText(t, filepath.Join(dir, "zh.txt")))
	}
	return out
}

func readText(t testing.TB, path string) *corpus.Text {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text, _, err := corpus.Decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := corpus.Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return parsed
}

// TestRealBriefings: every turn and sentence of every real briefing is in
// exactly one bead, the file reads back as it was, and the two texts are seen to
// be translations, which texts of two events are not.
func TestRealBriefings(t *testing.T) {
	all := realBriefings(t)
	ids := make([]string, 0, len(all))
	for id := range all {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	least, most := 1.0, 0.0
	for k, id := range ids {
		b := all[id]
		a, err := Briefing(b, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := a.Check(b); err != nil {
			t.Errorf("%s: %v", id, err)
		}
		readsBack(t, id, a, b)
		least = min(least, a.Similarity)
		other := all[ids[(k+1)%len(ids)]]
		wrong, err := Briefing(corpus.Pair(b.En, other.Zh), Options{})
		if err != nil {
			t.Fatal(err)
		}
		most = max(most, wrong.Similarity)
		if a.Similarity < Translations || wrong.Similarity >= Translations {
			t.Errorf("%s: similarity %.2f, with the Chinese of another event %.2f", id, a.Similarity, wrong.Similarity)
		}
	}
	t.Logf("%d briefings: the least similar pair %.2f, the most similar wrong pair %.2f", len(ids), least, most)
}

func readsBack(t *testing.T, id string, a *Alignment, b *corpus.Briefing) {
	t.Helper()
	var file bytes.Buffer
	if err := a.Write(&file, b); err != nil {
		t.Fatal(err)
	}
	back, err := ReadAlignment(&file, id)
	if err != nil {
		t.Fatal(err)
	}
	if err := back.Check(b); err != nil {
		t.Errorf("%s, read back: %v", id, err)
	}
	if diff := cmp.Diff(a, back, noLines, cmpopts.EquateApprox(0, .00501), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s, read back:\n%s", id, diff)
	}
}
