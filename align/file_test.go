package align

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"parley/corpus"
	"parley/segment"
)

// sampleText is a text of turns with the given sentences each.
func sampleText(turns ...[]string) *corpus.Text {
	t := &corpus.Text{}
	for _, sentences := range turns {
		turn := corpus.Turn{}
		for _, s := range sentences {
			start := len(t.Raw)
			t.Raw += s
			turn.Sentences = append(turn.Sentences, segment.Span{Start: start, End: len(t.Raw)})
			t.Raw += "\n"
		}
		t.Turns = append(t.Turns, turn)
	}
	return t
}

func sampleBriefing() *corpus.Briefing {
	en := sampleText([]string{"Good morning.", "The ferry runs again # today."}, []string{"When?"}, []string{"At noon."})
	zh := sampleText([]string{"早上好，渡轮今天复航。"}, []string{"何时？", "中午。"})
	en.Lang, zh.Lang = "en", "zh"
	return &corpus.Briefing{En: en, Zh: zh}
}

func sampleAlignment() *Alignment {
	return &Alignment{Similarity: .73, Turns: []TurnBead{
		{Bead: Bead{[]int{0}, []int{0}, .99}, Sentences: []Bead{{[]int{0, 1}, []int{0}, .93}}},
		{Bead: Bead{[]int{1, 2}, []int{1}, 1}, Confirmed: true, Sentences: []Bead{
			{[]int{0}, []int{0}, 1}, {[]int{}, []int{1}, .4}, {[]int{1}, []int{}, .4},
		}},
	}}
}

var noLines = cmpopts.IgnoreUnexported(Alignment{})

func TestAlignmentFile(t *testing.T) {
	a, b := sampleAlignment(), sampleBriefing()
	var out bytes.Buffer
	if err := a.Write(&out, b); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	for _, want := range []string{
		"# parley alignment 1\n", "\nsimilarity 0.73\n", "\nturns [0]:[0]:0.99 auto\n",
		"\n[0,1]:[0]:0.93 # Good morning.… | 早上好，渡轮今天复航。\n", "\nturns [1,2]:[1]:1.00 confirmed\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the file lacks %q:\n%s", want, text)
		}
	}
	back, err := ReadAlignment(strings.NewReader(text), "alignment.txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(a, back, noLines); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if err := back.Check(b); err != nil {
		t.Errorf("Check: %v", err)
	}
}

func TestReadAlignmentByHand(t *testing.T) {
	a, err := ReadAlignment(strings.NewReader("# parley alignment 1\nturns [0]:[0] confirmed\n[0]:[0]\n[1]:[] # alone\n"), "x")
	if err != nil {
		t.Fatal(err)
	}
	want := &Alignment{Turns: []TurnBead{{Bead: Bead{[]int{0}, []int{0}, 1}, Confirmed: true,
		Sentences: []Bead{{[]int{0}, []int{0}, 1}, {[]int{1}, []int{}, 1}}}}}
	if diff := cmp.Diff(want, a, noLines); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReadAlignmentErrors(t *testing.T) {
	const head = "# parley alignment 1\n"
	for text, want := range map[string]string{
		"":                                   "x:1: the file is empty",
		"this is not an alignment file":      "x:1: ",
		"# parley alignment 2\n":             "x:1: the file is in format",
		head + "[0]:[0]:1":                   "x:2: this bead belongs to no turns",
		head + "turns [0]:[0]:0.5":           "x:2: ",
		head + "turns [0]:[0]:0.5 maybe":     `x:2: "maybe" is no status`,
		head + "turns [0]:[0]:1.5 auto":      "x:2: \"1.5\" is no share",
		head + "turns [0]:[0]:NaN auto":      "is no share",
		head + "\nturns [0]:[x]:0.5 auto":    "x:3: \"x\" is no number",
		head + "turns []:[]:0.5 auto":        "nothing on either side",
		head + "similarity high":             "x:2: ",
		head + "turns [0]:[0] auto\nsome[0]": "x:3: \"some[0]\" is neither",
	} {
		a, err := ReadAlignment(strings.NewReader(text), "x")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, %v; want an error with %q", text, a, err, want)
		}
	}
}

func TestCheck(t *testing.T) {
	const head = "# parley alignment 1\n\n"
	const first, second = "turns [0]:[0] auto\n[0,1]:[0]\n", "turns [1,2]:[1] auto\n[0]:[0]\n[1]:[1]\n"
	if a, err := ReadAlignment(strings.NewReader(head+first+second), "x"); err != nil || a.Check(sampleBriefing()) != nil {
		t.Fatalf("%v, %v", err, a.Check(sampleBriefing()))
	}
	for text, want := range map[string]string{
		"":    "the alignment: left turn 0 is missing",
		first: "line 3: left turn 1 is missing at the end",
		first + "turns [1]:[1] auto\n[0]:[0]\n[]:[1]\n": "line 5: left turn 2 is missing at the end",
		second + first: "line 3: left turn 0 is missing before 1",
		first + "turns [1]:[] auto\n[0]:[]\n" + second:                "line 7: left turn 1 comes twice",
		first + second + "turns [3]:[] auto\n":                        "line 8: there is no left turn 3 here; the last is 2",
		"turns [0]:[0] auto\n[0]:[0]\n" + second:                      "line 4: left sentence 1 is missing at the end",
		"turns [0]:[0] auto\n[1]:[0]\n[0]:[]\n" + second:              "line 4: left sentence 0 is missing before 1",
		first + "turns [1,2]:[1] auto\n[0]:[1]\n[1]:[0]\n":            "line 6: right sentence 0 is missing before 1",
		first + "turns [1,2]:[1] auto\n[0]:[0]\n[1]:[1]\n[2]:[]\n":    "line 8: there is no left sentence 2 here",
		first + "turns [1,2]:[] auto\n[0]:[0]\n[1]:[]\n" + second[:0]: "line 6: there is no right sentence 0 here; the right side has none",
	} {
		a, err := ReadAlignment(strings.NewReader(head+text), "x")
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if err := a.Check(sampleBriefing()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
	made := sampleAlignment()
	made.Turns[1].Sentences = made.Turns[1].Sentences[:2]
	if err := made.Check(sampleBriefing()); err == nil || !strings.Contains(err.Error(), "turn bead 1, bead 1: left sentence 1 is missing") {
		t.Errorf("an alignment that was not read: %v", err)
	}
}

func FuzzReadAlignment(f *testing.F) {
	var seed bytes.Buffer
	if err := sampleAlignment().Write(&seed, sampleBriefing()); err != nil {
		f.Fatal(err)
	}
	f.Add(seed.String())
	f.Add("# parley alignment 1\nturns [0]:[0] confirmed\n[0]:[0]\n[1]:[]:0.5 # [9]:[9]\n")
	f.Add("# parley alignment 1\nsimilarity 0.5\nturns [0] : [ 0 ] : .25 auto\n")
	b := sampleBriefing()
	f.Fuzz(func(t *testing.T, text string) {
		a, err := ReadAlignment(strings.NewReader(text), "x")
		if err != nil {
			if !strings.HasPrefix(err.Error(), "x:") {
				t.Fatalf("error without a line: %v", err)
			}
			return
		}
		_ = a.Check(b) // must not panic
		var once, twice bytes.Buffer
		if err := a.Write(&once, b); err != nil {
			t.Fatal(err)
		}
		back, err := ReadAlignment(bytes.NewReader(once.Bytes()), "x")
		if err != nil {
			t.Fatalf("reading back: %v\n%s", err, once.String())
		}
		if diff := cmp.Diff(a, back, noLines, cmpopts.EquateApprox(0, .00501)); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
		if err := back.Write(&twice, b); err != nil {
			t.Fatal(err)
		}
		if once.String() != twice.String() {
			t.Fatalf("written twice it differs:\n%s\n%s", once.String(), twice.String())
		}
	})
}
