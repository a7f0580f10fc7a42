package align

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"parley/corpus"
	"parley/segment"
)

var update = flag.Bool("update", false, "write testdata/*.golden anew")

// TestQuality scores the aligner on texts aligned by people, by the published
// rule (score.go), and holds the figures against a committed file, so that a
// change that moves them shows. Run it with -update to accept new figures.
func TestQuality(t *testing.T) {
	gold := dataFolder(t, "gold")
	var report strings.Builder
	line := func(name string, tally Tally) {
		fmt.Fprintf(&report, "%-34s %5d beads  strict %v  lax %v\n", name, tally.Recall.Judged, tally.Strict(), tally.Lax())
	}
	for _, set := range []string{"mac-dev", "political-a", "press-hand", "npc-premier-2003-units", "npc-premier-2013-units", "archive-tw-paragraphs"} {
		var pooled Tally
		docs := goldDocs(t, filepath.Join(gold, set))
		for _, d := range docs {
			one := Score(d.beads, d.align(t, Options{}))
			if pooled = pooled.Plus(one); len(docs) > 1 && len(docs) < 10 {
				line("  "+d.name, one)
			}
		}
		line(set, pooled)
	}
	for _, set := range []string{"press-hand", "archive-tw-paragraphs"} {
		var sentences, turns Tally
		for _, d := range goldDocs(t, filepath.Join(gold, set)) {
			s, u := d.alignTurns(t)
			sentences, turns = sentences.Plus(s), turns.Plus(u)
		}
		line(set+", with turns", sentences)
		line(set+", the turns", turns)
	}
	compareGolden(t, filepath.Join("testdata", "quality.golden"), report.String())
}

func compareGolden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the figures moved (go test -run %s -update accepts them):\n%s\nwere:\n%s", t.Name(), got, want)
	}
}

// goldDoc is a text aligned by people, Chinese left.
type goldDoc struct {
	path, name string
	zh, en     []string
	beads      []Bead
}

func goldDocs(t testing.TB, dir string) []goldDoc {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*.gold"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no gold in %s: %v", dir, err)
	}
	docs := make([]goldDoc, len(paths))
	for k, p := range paths {
		base := strings.TrimSuffix(p, ".gold")
		docs[k] = goldDoc{base, filepath.Base(base), readLines(t, base+".zh"), readLines(t, base+".en"), readBeads(t, p)}
	}
	return docs
}

func readLines(t testing.TB, path string) []string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n")
}

func (d *goldDoc) align(t testing.TB, opt Options) []Bead {
	t.Helper()
	beads, err := Sentences(Side{segment.Chinese, d.zh}, Side{segment.English, d.en}, opt)
	if err != nil {
		t.Fatal(err)
	}
	return beads
}

// alignTurns aligns the text as a briefing whose turns are told, but not which
// turn is which, and scores sentences and turns.
func (d *goldDoc) alignTurns(t testing.TB) (sentences, turns Tally) {
	t.Helper()
	zhTurns, enTurns := d.turnColumns(t)
	b := corpus.Pair(turnsText(segment.English, d.en, enTurns), turnsText(segment.Chinese, d.zh, zhTurns))
	a, err := Briefing(b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Check(b); err != nil {
		t.Fatal(err)
	}
	var got []Bead
	for _, tb := range a.Turns {
		got = append(got, Bead{tb.Right, tb.Left, tb.Confidence})
	}
	return Score(d.beads, mirrored(a.Flat(b.En, b.Zh))), Score(d.goldTurns(t, len(b.Zh.Turns), len(b.En.Turns)), got)
}

func mirrored(beads []Bead) []Bead {
	out := make([]Bead, len(beads))
	for k, b := range beads {
		out[k] = Bead{b.Right, b.Left, b.Confidence}
	}
	return out
}

// turnLine is what a .turns file tells of a sentence.
type turnLine struct {
	turn    int
	speaker string
}

// turnColumns reads NAME.turns.zh and NAME.turns.en (turn, paragraph, speaker),
// or NAME.turns (turn, English speaker, Chinese speaker) for both sides.
func (d *goldDoc) turnColumns(t testing.TB) (zh, en []turnLine) {
	if _, err := os.Stat(d.path + ".turns"); err == nil {
		return turnColumn(t, d.path+".turns", 2), turnColumn(t, d.path+".turns", 1)
	}
	return turnColumn(t, d.path+".turns.zh", 2), turnColumn(t, d.path+".turns.en", 2)
}

func turnColumn(t testing.TB, path string, speaker int) (out []turnLine) {
	for _, line := range readLines(t, path) {
		f := strings.Split(line, "\t")
		n, err := strconv.Atoi(f[0])
		if err != nil || len(f) <= speaker {
			t.Fatalf("%s: bad line %q", path, line)
		}
		out = append(out, turnLine{n, f[speaker]})
	}
	return out
}

func turnsText(lang segment.Lang, sentences []string, lines []turnLine) *corpus.Text {
	text := &corpus.Text{Lang: lang}
	for k, s := range sentences {
		if n := len(text.Turns); k == 0 || lines[k].turn != lines[k-1].turn {
			text.Turns = append(text.Turns, corpus.Turn{Speaker: lines[k].speaker})
		} else if lines[k].turn != lines[0].turn+n-1 {
			panic("turns are not numbered one after the other")
		}
		start := len(text.Raw)
		text.Raw += s + "\n"
		turn := &text.Turns[len(text.Turns)-1]
		turn.Sentences = append(turn.Sentences, segment.Span{Start: start, End: start + len(s)})
		turn.Paragraphs = turn.Sentences
	}
	return text
}

// goldTurns are the turn beads as a person drew them; where there is no such
// file, turn n is turn n.
func (d *goldDoc) goldTurns(t testing.TB, zh, en int) (beads []Bead) {
	if _, err := os.Stat(d.path + ".turngold"); err == nil {
		return readBeads(t, d.path+".turngold")
	}
	if zh != en {
		t.Fatalf("%s: %d and %d turns but no .turngold", d.name, zh, en)
	}
	for k := range zh {
		beads = append(beads, bead([]int{k}, []int{k}))
	}
	return beads
}

// TestCalibration holds confidence against truth on the same texts: of the
// beads whose confidence lies in a bucket, the share that gold has.
func TestCalibration(t *testing.T) {
	gold := dataFolder(t, "gold")
	var report strings.Builder
	for _, sets := range [][]string{{"mac-dev"}, {"political-a", "press-hand"}} {
		var all []rated
		for _, set := range sets {
			for _, d := range goldDocs(t, filepath.Join(gold, set)) {
				ref := newReference(d.beads, true)
				for _, b := range d.align(t, Options{}) {
					all = append(all, rated{b.Confidence, ref.beads[b.key()]})
				}
			}
		}
		fmt.Fprintf(&report, "%s\n%s", strings.Join(sets, " "), buckets(all))
	}
	compareGolden(t, filepath.Join("testdata", "calibration.golden"), report.String())
}

type rated struct {
	confidence float64
	right      bool
}

func buckets(all []rated) string {
	edges := []float64{0, .3, .5, .6, .7, .8, .9, .95, .99, 1.01}
	sort.Slice(all, func(i, j int) bool { return all[i].confidence < all[j].confidence })
	var out strings.Builder
	for k := range len(edges) - 1 {
		n, right, sum := 0, 0, 0.0
		for _, r := range all {
			if r.confidence >= edges[k] && r.confidence < edges[k+1] {
				n++
				sum += r.confidence
				if r.right {
					right++
				}
			}
		}
		if n > 0 {
			fmt.Fprintf(&out, "  %.2f-%.2f  %5d beads  mean %.3f  right %.3f\n", edges[k], edges[k+1], n, sum/float64(n), float64(right)/float64(n))
		}
	}
	return out.String()
}
