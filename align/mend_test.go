package align

import (
	"slices"
	"testing"

	"parley/corpus"
)

// cutTurns makes a briefing of n invented sentence pairs by one speaker, cut
// into two turns at different places on either side.
func cutTurns(t *testing.T, n, enCut, zhCut int) *corpus.Briefing {
	t.Helper()
	zh, en := invented(t, n, 7)
	b := &corpus.Briefing{En: sampleText(en[:enCut], en[enCut:]), Zh: sampleText(zh[:zhCut], zh[zhCut:])}
	b.En.Lang, b.Zh.Lang = "en", "zh"
	return b
}

func TestWrongWallFalls(t *testing.T) {
	b := cutTurns(t, 12, 6, 7)
	a, err := Briefing(b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Check(b); err != nil {
		t.Fatal(err)
	}
	for _, s := range a.Flat(b.En, b.Zh) {
		if !slices.Equal(s.Left, s.Right) {
			t.Errorf("bead %v, want every sentence with its own pair; turn beads %v", s, a.Turns)
		}
	}
}

func TestRightWallStands(t *testing.T) {
	b := cutTurns(t, 12, 6, 6)
	a, err := Briefing(b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Turns) != 2 {
		t.Errorf("got turn beads %v, want two", a.Turns)
	}
}

func TestConfirmedWallStands(t *testing.T) {
	b := cutTurns(t, 12, 6, 7)
	keep := &Alignment{Turns: []TurnBead{{
		Bead: Bead{[]int{0}, []int{0}, 1}, Confirmed: true,
		Sentences: []Bead{{indices(0, 6), indices(0, 7), 1}},
	}}}
	a, err := Briefing(b, Options{Keep: keep})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Check(b); err != nil {
		t.Fatal(err)
	}
	if len(a.Turns) != 2 || !a.Turns[0].Confirmed || len(a.Turns[0].Sentences) != 1 {
		t.Errorf("the confirmed turn bead was not kept: %v", a.Turns)
	}
}

func TestCarryFollowsTheText(t *testing.T) {
	old := cutTurns(t, 12, 6, 6)
	a, err := Briefing(old, Options{})
	if err != nil {
		t.Fatal(err)
	}
	a.Turns[1].Confirmed = true
	zh, en := invented(t, 12, 7)
	moreZh, moreEn := invented(t, 2, 8)
	fresh := &corpus.Briefing{En: sampleText(moreEn, en[:6], en[6:]), Zh: sampleText(moreZh, zh[:6], zh[6:])}
	fresh.En.Lang, fresh.Zh.Lang = "en", "zh"
	kept := a.Carry(old, fresh)
	if len(kept.Turns) != 1 || !slices.Equal(kept.Turns[0].Left, []int{2}) || !slices.Equal(kept.Turns[0].Right, []int{2}) {
		t.Fatalf("Carry = %v, want the confirmed turn bead at turn 2", kept.Turns)
	}
	b, err := Briefing(fresh, Options{Keep: kept})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Check(fresh); err != nil {
		t.Error(err)
	}
	if last := b.Turns[len(b.Turns)-1]; !last.Confirmed {
		t.Errorf("the confirmed turn bead was lost: %v", b.Turns)
	}
}
