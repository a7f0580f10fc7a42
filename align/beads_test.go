package align

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadBeads(t *testing.T) {
	want := []Bead{
		{[]int{0}, []int{0, 1}, .9},
		{[]int{1}, []int{}, 0},
		{[]int{}, []int{2}, 0},
		{[]int{2, 3}, []int{3}, .5},
	}
	for name, text := range map[string]string{
		"vecalign": "# made by hand\n\n[0]:[0,1]:0.9\n[1]:[]:0\n[]:[2]\n[2, 3] : [3] : 0.5\n[]:[]\n",
		"with BOM": "\uFEFF[0]:[0,1]:0.9\r\n[1]:[]\r\n[]:[2]:7.25\r\n[2,3]:[3]:0.5",
		"ladder":   "0\t0\t0.9\n1\t2\t0\n2\t2\t-0.3\n2\t3\t0.5\n4\t4\t0\n",
	} {
		got, err := ReadBeads(strings.NewReader(text), name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestReadChampollion(t *testing.T) {
	got, err := ReadBeads(strings.NewReader("6,7 <=> 5,6\nomitted <=> 7\n8 <=> omitted\n"), "x")
	if err != nil {
		t.Fatal(err)
	}
	want := []Bead{{[]int{5, 6}, []int{4, 5}, 0}, {[]int{}, []int{6}, 0}, {[]int{7}, []int{}, 0}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReadBeadsErrors(t *testing.T) {
	for text, want := range map[string]string{
		"[0]:[0]\nhello":              `x:2: "hello" is no list`,
		"[0]:[0]\n[1][1]":             "x:2:",
		"[0]:[0]\n[1]:[1]x":           "x:2:",
		"[0]:[0]:high":                "x:1:",
		"[-1]:[0]":                    "count from 0",
		"[2,1]:[0]":                   "does not ascend",
		"[1,1]:[0]":                   "does not ascend",
		"[99999999999999999999]:[0]":  "x:1:",
		"0 <=> 1":                     "count from 1",
		"1 <=> 1\n[0]:[0]":            "has no <=>",
		"0\t0\t1\n5\t5\t1\n4\t6\t1":   "x:3: rung 4, 6 goes back",
		"0\t0\t1\n[0]:[0]":            "is no rung",
		strings.Repeat("[", 2<<20):    "x:1: the line is longer",
		"0\t0\t1\n1\t999999999\t0.5":  "is no rung",
		"[0]:[0]\n\x00\x01\x02\xff\n": "x:2:",
	} {
		beads, err := ReadBeads(strings.NewReader(text), "x")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40q: got %v, %v; want an error with %q", text, beads, err, want)
		}
	}
}

func FuzzReadBeads(f *testing.F) {
	for _, s := range []string{"[0,1]:[2]:0.87\n[2]:[]\n", "1,2 <=> 3\nomitted <=> 4\n", "0\t0\t1\n1\t2\t0.5\n3\t3\t0\n", "# x\n[]:[]:\n", "[0]:[0]:NaN"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		beads, err := ReadBeads(strings.NewReader(text), "x")
		if err != nil {
			return
		}
		n := 0
		for i, b := range beads {
			n += len(b.Left) + len(b.Right)
			if len(b.Left)+len(b.Right) == 0 {
				t.Fatalf("bead with nothing on either side from %q", text)
			}
			if !(b.Confidence >= 0 && b.Confidence <= 1) {
				t.Fatalf("confidence %v from %q", b.Confidence, text)
			}
			beads[i].Confidence = 0 // written with two decimals
		}
		if n > 1<<16 {
			return // a ladder of few words may name many sentences
		}
		var out bytes.Buffer
		if err := WriteBeads(&out, beads); err != nil {
			t.Fatal(err)
		}
		again, err := ReadBeads(&out, "x")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(beads, again); diff != "" {
			t.Fatalf("reading back what was written (-want +got):\n%s", diff)
		}
	})
}
