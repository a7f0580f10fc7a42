package align

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"
)

func bead(left, right []int) Bead { return Bead{Left: left, Right: right} }

func TestScoreByHand(t *testing.T) {
	gold := []Bead{
		bead([]int{0}, []int{0}),
		bead([]int{1}, []int{1, 2}),
		bead([]int{2}, nil),
		bead([]int{3}, []int{3}),
	}
	test := []Bead{
		bead([]int{0}, []int{0}),    // strictly right
		bead([]int{1}, []int{1}),    // laxly right
		bead(nil, []int{2}),         // a wrong null bead costs precision
		bead([]int{2}, nil),         // a right one gains it
		bead([]int{3}, []int{4}),    // wrong
		bead([]int{0}, []int{0}),    // said twice, counted once
		bead([]int{}, []int{}),      // nothing said
		bead(nil, []int{3}),         // wrong
		bead([]int{4, 5}, []int{5}), // beyond gold: wrong
	}
	got := Score(gold, test)
	want := Tally{Precision: Hits{Judged: 7, Strict: 2, Lax: 3}, Recall: Hits{Judged: 3, Strict: 1, Lax: 2}}
	if got != want {
		t.Errorf("Score = %+v, want %+v", got, want)
	}
	r := got.Strict()
	if p, rec := 2.0/7, 1.0/3; r.Precision != p || r.Recall != rec || math.Abs(r.F1-2*p*rec/(p+rec)) > 1e-12 {
		t.Errorf("Strict = %+v", r)
	}
}

func TestScoreOfNothing(t *testing.T) {
	if r := Score(nil, nil).Strict(); r != (Rates{}) {
		t.Errorf("Strict = %+v, want zero", r)
	}
}

// TestScorerAgainstPublished scores a published aligner's output: the figures
// are those its authors print.
func TestScorerAgainstPublished(t *testing.T) {
	dir := dataFolder(t, "gold/scorer-self-test")
	golds, err := filepath.Glob(filepath.Join(dir, "*.gold"))
	if err != nil || len(golds) != 6 {
		t.Fatalf("found %d gold files: %v", len(golds), err)
	}
	var sum Tally
	for _, g := range golds {
		name := filepath.Base(g[:len(g)-len(".gold")])
		sum = sum.Plus(Score(readBeads(t, g), readBeads(t, filepath.Join(dir, "bertalign-output", name+".align"))))
	}
	got := fmt.Sprintf("strict %v; lax %v", sum.Strict(), sum.Lax())
	want := "strict P 0.909 R 0.914 F 0.911; lax P 0.996 R 1.000 F 0.998"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func readBeads(t testing.TB, path string) []Bead {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	beads, err := ReadBeads(f, filepath.Base(path))
	if err != nil {
		t.Fatal(err)
	}
	return beads
}

// dataFolder is a folder of the data that lies beside the project.
func dataFolder(t testing.TB, name string) string {
	t.Helper()
	dir := filepath.Join("..", "..", "shared", "data", filepath.FromSlash(name))
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("the data of this test is not here: %s", dir)
	}
	return dir
}
